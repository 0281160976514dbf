//! `unhunch calendar`: what a calendar says for a time, and which of it counts as a meeting. Owns reading the files and
//! printing what comes; what counts is `calendar`'s.

use crate::calendar::{self, MOST_BYTES, Occurrence, Policy, Span, Window, verdict};
use crate::shell::cli::{Calendar, Point};
use crate::shell::clock::{wall, zone_name};
use crate::shell::paths::Paths;
use crate::shell::{Exit, calendars, files, say};
use crate::words::{calendar as words, cli};
use crate::zones::{Named, Zone};
use chrono::{DateTime, Days, NaiveDate, SecondsFormat, TimeDelta, Utc};
use serde_json::json;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// How deep a folder of calendars is looked through: accounts, then calendars, then events.
const DEEPEST: usize = 4;
/// The most files of one folder.
const MOST_FILES: usize = 20_000;

/// Reads and prints.
pub(super) fn run(paths: &Paths, form: &Calendar) -> Exit {
    let zone = form.zone.clone().unwrap_or_else(system_zone);
    let Some(window) = window(form, &zone).filter(|window| window.from < window.to) else {
        say::problem(words::BACKWARDS);
        return Exit::Usage;
    };
    let settings = match files::load(&paths.settings) {
        Ok(loaded) => loaded.settings.calendar,
        Err(problem) => {
            say::problem(&problem);
            return Exit::Usage;
        }
    };
    let policy = Policy { all_busy: settings.all_busy, me: settings.me.clone() };
    let named: Vec<Result<PathBuf, String>> = match form.files.as_slice() {
        [] => calendars::last_seen(&settings, paths),
        files => files.iter().cloned().map(Ok).collect(),
    };
    if named.is_empty() {
        say::problem(words::NO_SOURCE);
        return Exit::Usage;
    }
    let mut exit = Exit::Done;
    let mut all = Vec::new();
    for named in named {
        let read = named
            .and_then(|named| calendar_files(&named))
            .and_then(|files| files.iter().try_for_each(|file| one(file, &window, &zone, &mut all)));
        if let Err(problem) = read {
            say::problem(&problem);
            exit = Exit::Usage;
        }
    }
    all.sort_by_cached_key(|one| (one.span.begins(&zone), one.uid.clone()));
    let policy = (!form.all).then_some(&policy);
    let text = if form.json { lines(&all, policy) } else { told(&all, policy, &zone) };
    // Where nothing was read nothing is said of it.
    if exit == Exit::Done || !all.is_empty() {
        say::text(&text);
    }
    exit
}

fn system_zone() -> Zone {
    let named = zone_name().and_then(|name| Named::find(&name)).map(Zone::Named);
    named.unwrap_or_else(|| Zone::Fixed(*wall().offset()))
}

/// What is asked for: today, if nothing is said; a day, if only its beginning is.
fn window(form: &Calendar, zone: &Zone) -> Option<Window> {
    let today = zone.local(wall().to_utc()).date_naive();
    let from = form.from.unwrap_or(Point::Day(today));
    let to = match (form.to, from) {
        (Some(to), _) => to,
        (None, Point::Day(day)) => Point::Day(day.checked_add_days(Days::new(1))?),
        (None, Point::At(at)) => Point::At(at.checked_add_signed(TimeDelta::days(1))?),
    };
    Some(Window { from: instant(from, zone)?, to: instant(to, zone)? })
}

fn instant(point: Point, zone: &Zone) -> Option<DateTime<Utc>> {
    match point {
        Point::Day(day) => zone.instant(day.into(), DateTime::<Utc>::MIN_UTC),
        Point::At(at) => Some(at),
    }
}

/// The file itself, or the calendars in a folder, by name.
fn calendar_files(named: &Path) -> Result<Vec<PathBuf>, String> {
    let unreadable = |path: &Path, error: &io::Error| cli::unreadable(path, &error.to_string());
    let about = std::fs::metadata(named).map_err(|error| unreadable(named, &error))?;
    if !about.is_dir() {
        return Ok(vec![named.to_path_buf()]);
    }
    let (mut found, mut folders) = (Vec::new(), vec![(named.to_path_buf(), 1)]);
    while let Some((folder, depth)) = folders.pop() {
        for entry in std::fs::read_dir(&folder).map_err(|error| unreadable(&folder, &error))? {
            let path = entry.map_err(|error| unreadable(&folder, &error))?.path();
            let is_calendar = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("ics"));
            if path.is_dir() && depth < DEEPEST {
                folders.push((path, depth + 1));
            } else if is_calendar && path.is_file() && found.len() < MOST_FILES {
                found.push(path);
            }
        }
    }
    found.sort();
    if found.is_empty() { Err(words::empty_folder(named)) } else { Ok(found) }
}

/// Takes in one file.
fn one(file: &Path, window: &Window, zone: &Zone, all: &mut Vec<Occurrence>) -> Result<(), String> {
    let text = read(file).map_err(|error| cli::unreadable(file, &error.to_string()))?;
    let reading = calendar::read(&text, window, zone).map_err(|problem| words::problem(file, problem))?;
    if reading.left_out > 0 {
        say::problem(&words::left_out(file, reading.left_out));
    }
    all.extend(reading.occurrences);
    Ok(())
}

/// The bytes of a file, at most one more than a calendar may have.
fn read(file: &Path) -> io::Result<Vec<u8>> {
    if !std::fs::metadata(file)?.is_file() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "it is no file"));
    }
    let mut text = Vec::new();
    File::open(file)?.take(MOST_BYTES as u64 + 1).read_to_end(&mut text)?;
    Ok(text)
}

/// As JSON lines: what happens, or by the policy what counts, and why not.
fn lines(all: &[Occurrence], policy: Option<&Policy>) -> String {
    let line = |one: &Occurrence| {
        let (start, end) = match one.span {
            Span::Timed { start, end } => (utc(start), utc(end)),
            Span::Days { start, end } => (start.to_string(), end.to_string()),
        };
        let mut line = json!({ "uid": one.uid, "start": start, "end": end });
        if let Some(policy) = policy {
            match verdict(one, policy) {
                Ok(mark) => line["mark"] = json!(mark),
                Err(why) => line["why"] = json!(why),
            }
        }
        format!("{line}\n")
    };
    all.iter().map(line).collect()
}

fn utc(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// For a person. Their own titles on their own terminal are theirs to see.
fn told(all: &[Occurrence], policy: Option<&Policy>, zone: &Zone) -> String {
    let line = |one: &Occurrence, end: &str| format!("{}  {}{end}\n", when(&one.span, zone), title(one));
    if all.is_empty() {
        return format!("{}\n", words::NOTHING);
    }
    let Some(policy) = policy else {
        return all.iter().map(|one| line(one, "")).collect();
    };
    let (mut meetings, mut others) = (String::new(), String::new());
    for one in all {
        match verdict(one, policy) {
            Ok(mark) => meetings.push_str(&line(one, words::mark(mark))),
            Err(why) => others.push_str(&line(one, &format!(": {}", words::why_not(why)))),
        }
    }
    if meetings.is_empty() {
        meetings = format!("{}\n", words::NO_MEETINGS);
    }
    if others.is_empty() { meetings } else { format!("{meetings}\n{}\n{others}", words::OTHERS) }
}

fn when(span: &Span, zone: &Zone) -> String {
    let day = |day: NaiveDate| day.format("%a %Y-%m-%d").to_string();
    match *span {
        Span::Timed { start, end } => {
            let (start, end) = (zone.local(start), zone.local(end));
            let ends = if start.date_naive() == end.date_naive() { "%H:%M" } else { "%a %Y-%m-%d %H:%M" };
            format!("{} {} - {}", day(start.date_naive()), start.format("%H:%M"), end.format(ends))
        }
        Span::Days { start, end } => match end.pred_opt().filter(|last| *last > start) {
            Some(last) => format!("{} - {} {}", day(start), day(last), words::ALL_DAY),
            None => format!("{} {}", day(start), words::ALL_DAY),
        },
    }
}

/// The title as one line: what could command the terminal is taken out.
fn title(one: &Occurrence) -> String {
    let plain = |letter: char| if letter.is_control() { ' ' } else { letter };
    one.title.as_deref().map_or_else(|| words::UNTITLED.into(), |title| title.chars().map(plain).collect())
}
