//! `unhunch calendar`: what a calendar says for a time, and which of it counts as a meeting. Owns
//! printing what comes; files are read as the running app reads them, and what counts is `calendar`'s.

use crate::calendar::{self, Extent, Occurrence, Policy, Window, verdict};
use crate::shell::cli::{Calendar, Point};
use crate::shell::paths::Paths;
use crate::shell::{Exit, calendars, files, output};
use crate::system::clock::{wall, zone_name};
use crate::text::{calendar as text, feed};
use crate::zones::{Named, Zone};
use chrono::{DateTime, Days, SecondsFormat, TimeDelta, Utc};
use serde_json::json;
use std::path::{Path, PathBuf};

/// Reads and prints.
pub(super) fn run(paths: &Paths, form: &Calendar) -> Exit {
    let zone = form.zone.clone().unwrap_or_else(system_zone);
    let Some(window) = window(form, &zone).filter(|window| window.from < window.to) else {
        output::problem(&text::backwards());
        return Exit::Usage;
    };
    let settings = match files::settings(paths) {
        Ok(loaded) => loaded.settings.calendar,
        Err(problem) => {
            output::problem(&problem);
            return Exit::Usage;
        }
    };
    let policy = Policy { all_busy: settings.all_busy, me: settings.me.clone() };
    let named: Vec<Result<PathBuf, String>> = match form.files.as_slice() {
        [] => calendars::last_seen(&settings, paths),
        files => files.iter().cloned().map(Ok).collect(),
    };
    if named.is_empty() {
        output::problem(&text::no_source());
        return Exit::Usage;
    }
    let mut exit = Exit::Done;
    let mut all = Vec::new();
    for named in named {
        let read = named.and_then(|named| take(&named, &window, &zone, &mut all));
        if let Err(problem) = read {
            output::problem(&problem);
            exit = Exit::Usage;
        }
    }
    all.sort_by_cached_key(|one| (one.span.begins(&zone), one.uid.clone()));
    let policy = (!form.all).then_some(&policy);
    // Where nothing was read nothing is said of it.
    if exit == Exit::Done || !all.is_empty() {
        if form.json {
            output::data(&lines(&all, policy));
        } else {
            output::text(&told(&all, policy, &zone));
        }
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

/// Takes in a file, or the calendars of a folder, as the running app reads them.
fn take(named: &Path, window: &Window, zone: &Zone, all: &mut Vec<Occurrence>) -> Result<(), String> {
    let (mut files, mut wrong) = (0, None);
    let read = calendars::each_file(named, |file, text| {
        files += 1;
        let taken = text
            .map_err(|why| text::unreadable(file, &feed::why(&why)))
            .and_then(|text| one(file, &text, window, zone, all));
        wrong = wrong.take().or(taken.err());
    });
    read.map_err(|why| text::unreadable(named, &feed::why(&why)))?;
    if files == 0 {
        return Err(text::empty_folder(named));
    }
    wrong.map_or(Ok(()), Err)
}

/// Takes in one file.
fn one(file: &Path, text: &[u8], window: &Window, zone: &Zone, all: &mut Vec<Occurrence>) -> Result<(), String> {
    let reading = calendar::read(text, window, zone).map_err(|problem| text::problem(file, problem))?;
    if reading.left_out > 0 {
        output::problem(&text::left_out(file, reading.left_out));
    }
    if !reading.unknown_zones.is_empty() {
        output::problem(&text::unknown_zones(file, &reading.unknown_zones));
    }
    all.extend(reading.occurrences);
    Ok(())
}

/// As JSON lines: what happens, or by the policy what counts, and why not.
fn lines(all: &[Occurrence], policy: Option<&Policy>) -> String {
    let line = |one: &Occurrence| {
        let (start, end) = match one.span {
            Extent::Timed { start, end } => (utc(start), utc(end)),
            Extent::Days { start, end } => (start.to_string(), end.to_string()),
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
        return format!("{}\n", text::nothing());
    }
    let Some(policy) = policy else {
        return all.iter().map(|one| line(one, "")).collect();
    };
    let (mut meetings, mut others) = (String::new(), String::new());
    for one in all {
        match verdict(one, policy) {
            Ok(mark) => meetings.push_str(&line(one, &text::mark(mark))),
            Err(why) => others.push_str(&line(one, &format!(": {}", text::why_not(why)))),
        }
    }
    if meetings.is_empty() {
        meetings = format!("{}\n", text::no_meetings());
    }
    if others.is_empty() { meetings } else { format!("{meetings}\n{}\n{others}", text::others()) }
}

fn when(span: &Extent, zone: &Zone) -> String {
    match *span {
        Extent::Timed { start, end } => text::times(zone.local(start), zone.local(end)),
        Extent::Days { start, end } => text::days(start, end.pred_opt().unwrap_or(start)),
    }
}

/// The title as one line: what could command the terminal is taken out.
fn title(one: &Occurrence) -> String {
    one.title.as_deref().map_or_else(text::untitled, crate::plain::harmless)
}
