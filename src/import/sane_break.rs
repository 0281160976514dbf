//! Sane Break's database: stretches of time, and that a break was put off. Owns which stretches count for what. Its times
//! are in UTC.

use super::sheet::{Flaw, Sheet, add_seconds, one_more};
use super::{Days, Reading};
use crate::ledger::Program;
use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use rusqlite::{Connection, Row};
use serde::Deserialize;

/// Tables that its database has.
pub(super) const TABLES: [&str; 2] = ["spans", "events"];
/// No stretch is longer: the program ends one whenever the machine sleeps.
const LONGEST: TimeDelta = TimeDelta::days(2);

/// What stands beside a break.
#[derive(Debug, Default, Deserialize)]
struct Data {
    #[serde(rename = "type")]
    size: Option<Size>,
    #[serde(rename = "normal-exit")]
    ended_in_order: Option<bool>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Size {
    Small,
    Big,
}

/// A stretch.
struct Stretch {
    what: String,
    from: DateTime<Utc>,
    /// None while it goes on, and for ever after a crash.
    to: Option<DateTime<Utc>>,
    data: Data,
}

pub(super) fn of_rows(record: &Connection, days: &Days<'_>) -> rusqlite::Result<Reading> {
    let mut sheet = Sheet::new(Program::SaneBreak, days);
    let mut statement = record.prepare("SELECT type, started_at, ended_at, data FROM spans ORDER BY id")?;
    let mut rows = statement.query([])?;
    let mut number = 0;
    while let Some(row) = rows.next()? {
        number += 1;
        let done = stretch(row).and_then(|it| count(&mut sheet, &it, days));
        sheet.note(number, done);
    }
    let mut statement = record.prepare("SELECT created_at FROM events WHERE type = 'postpone' ORDER BY id")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        number += 1;
        let at = row.get::<_, String>(0).ok().and_then(|at| instant(&at)).ok_or(Flaw::Number);
        let done = at.and_then(|at| one_more(&mut sheet.day((days.of)(at))?.postponed));
        sheet.note(number, done);
    }
    Ok(sheet.done())
}

fn stretch(row: &Row<'_>) -> Result<Stretch, Flaw> {
    let cells = || -> rusqlite::Result<(String, String, Option<String>, String)> {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
    };
    let (what, from, to, data) = cells().map_err(|_| Flaw::Number)?;
    let data = if what == "break" { serde_json::from_str(&data).map_err(|_| Flaw::Unknown)? } else { Data::default() };
    let to = to.map(|to| instant(&to).ok_or(Flaw::Number)).transpose()?;
    Ok(Stretch { what, from: instant(&from).ok_or(Flaw::Number)?, to, data })
}

/// As SQLite writes one, or as Qt does.
fn instant(text: &str) -> Option<DateTime<Utc>> {
    let plain = text.trim_end_matches('Z').replacen('T', " ", 1);
    NaiveDateTime::parse_from_str(&plain, "%Y-%m-%d %H:%M:%S").ok().map(|at| at.and_utc())
}

fn count(sheet: &mut Sheet, it: &Stretch, days: &Days<'_>) -> Result<(), Flaw> {
    let Some(to) = it.to else { return Ok(()) };
    match it.what.as_str() {
        "normal" | "meeting" => active(sheet, it.from, to, days),
        "break" => {
            let day = sheet.day((days.of)(it.from))?;
            let of = match it.data.size {
                Some(Size::Small) => &mut day.short,
                Some(Size::Big) => &mut day.long,
                None => return Err(Flaw::Unknown),
            };
            one_more(&mut of.shown)?;
            match it.data.ended_in_order {
                Some(true) => one_more(&mut of.taken),
                Some(false) => one_more(&mut of.skipped),
                None => Ok(()),
            }
        }
        "pause" | "focus" | "sleep" => Ok(()),
        _ => Err(Flaw::Unknown),
    }
}

/// A stretch of activity, each part of it on its own day.
fn active(sheet: &mut Sheet, mut from: DateTime<Utc>, to: DateTime<Utc>, days: &Days<'_>) -> Result<(), Flaw> {
    if to < from {
        return Err(Flaw::Number);
    }
    if to - from > LONGEST {
        return Err(Flaw::TooMuch);
    }
    while from < to {
        let day = (days.of)(from);
        let ends = ends(from, to, days);
        add_seconds(&mut sheet.day(day)?.active_s, (ends - from).num_seconds())?;
        from = ends;
    }
    Ok(())
}

/// The end of the stretch, or of the day in which it begins, whichever is earlier; found by halves.
fn ends(from: DateTime<Utc>, to: DateTime<Utc>, days: &Days<'_>) -> DateTime<Utc> {
    let day = (days.of)(from);
    let (mut of_it, mut beyond) = (0, (to - from).num_seconds());
    if (days.of)(to - TimeDelta::seconds(1)) == day {
        return to;
    }
    while beyond - of_it > 1 {
        let middle = of_it.midpoint(beyond);
        if (days.of)(from + TimeDelta::seconds(middle)) == day {
            of_it = middle;
        } else {
            beyond = middle;
        }
    }
    from + TimeDelta::seconds(beyond)
}
