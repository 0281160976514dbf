//! `unhunch calendar`: what a calendar says for a time, and which of it counts as a meeting. Owns
//! printing what comes; files are read as the running app reads them, and what counts is `calendar`'s.

use crate::calendar::{Extent, Occurrence, Policy, Window, verdict};
use crate::shell::calendars::{Agenda, Note, local_zone};
use crate::shell::cli::{Calendar, Point};
use crate::shell::paths::Paths;
use crate::shell::{Exit, calendars, files, output};
use crate::system::clock::wall;
use crate::text::calendar as text;
use crate::zones::Zone;
use chrono::{DateTime, Days, SecondsFormat, TimeDelta, Utc};
use serde_json::json;
use std::path::PathBuf;

/// Reads and prints.
pub(super) fn run(paths: &Paths, form: &Calendar) -> Exit {
    let zone = form.zone.clone().unwrap_or_else(|| local_zone(wall()));
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
    let mut agenda = Agenda::of(window, zone.clone());
    for named in named {
        match named {
            Ok(named) => agenda.read(&named),
            Err(problem) => agenda.notes.push(Note::Unread(problem)),
        }
    }
    agenda.sort();
    let mut exit = Exit::Done;
    for note in &agenda.notes {
        match note {
            Note::Partly(problem) => output::problem(problem),
            Note::Unread(problem) => {
                output::problem(problem);
                exit = Exit::Usage;
            }
        }
    }
    let all = agenda.all;
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
