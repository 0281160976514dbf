//! Workrave's statistics: text up to 1.10 and 1.11, a database after that, with the same counters. Owns which counter is what.

use super::sheet::{Flaw, Sheet, breaks, seconds};
use super::{Days, Reading};
use crate::ledger::{BreakTally, ImportedDay, Program};
use chrono::NaiveDate;
use rusqlite::Connection;

/// How each of its text files begins; the version follows.
const HEAD: &[u8] = b"WorkRaveStats";
/// Tables that its database has.
pub(super) const TABLES: [&str; 3] = ["stats_day", "stats_break", "stats_misc"];

/// Micro-breaks among its breaks; rest breaks; the daily limit, which is no break.
const MICRO: i64 = 0;
const REST: i64 = 1;
const DAILY_LIMIT: i64 = 2;

/// Activity among its other counters.
const ACTIVE: i64 = 0;

pub(super) fn seems(bytes: &[u8]) -> bool {
    bytes.starts_with(HEAD)
}

/// The day that the lines are of.
enum Current {
    /// None was named yet.
    None,
    /// One that is left out, and its lines with it.
    LeftOut,
    Day(NaiveDate),
}

/// `D` begins a day, `B` has the counters of a break, `m` the others.
pub(super) fn of_text(bytes: &[u8], days: &Days<'_>) -> Reading {
    let mut sheet = Sheet::new(Program::Workrave, days);
    let mut current = Current::None;
    for (at, line) in bytes.split(|byte| *byte == b'\n').enumerate() {
        let line = line.trim_ascii();
        if line.is_empty() || at == 0 && line.starts_with(HEAD) {
            continue;
        }
        let done = match (line.first(), &current) {
            (Some(b'D'), _) => begin(&mut sheet, line).map(|day| current = Current::Day(day)).inspect_err(|_| {
                current = Current::LeftOut;
            }),
            (_, Current::LeftOut) => Ok(()),
            (_, Current::None) => Err(Flaw::NoDay),
            (_, Current::Day(day)) => sheet.day(*day).and_then(|day| counters(day, line)),
        };
        sheet.note(at + 1, done);
    }
    sheet.done()
}

/// Day of the month, month from 0, years since 1900; times and the day's end follow.
fn begin(sheet: &mut Sheet, line: &[u8]) -> Result<NaiveDate, Flaw> {
    let numbers = numbers(line)?;
    let [day, month, year, ..] = numbers[..] else { return Err(Flaw::Number) };
    let date = || {
        let year = i32::try_from(year.checked_add(1900)?).ok()?;
        NaiveDate::from_ymd_opt(year, u32::try_from(month.checked_add(1)?).ok()?, u32::try_from(day).ok()?)
    };
    let day = date().ok_or(Flaw::Number)?;
    sheet.day(day).map(|_| day)
}

fn counters(day: &mut ImportedDay, line: &[u8]) -> Result<(), Flaw> {
    match line.first() {
        Some(b'B') => {
            let numbers = numbers(line)?;
            let [which, size, ref values @ ..] = numbers[..] else { return Err(Flaw::Number) };
            // A line that was cut has fewer than it says.
            if usize::try_from(size) != Ok(values.len()) {
                return Err(Flaw::Number);
            }
            let mut with = *day;
            for (counter, value) in (0..).zip(values) {
                count(&mut with, which, counter, *value)?;
            }
            *day = with;
            Ok(())
        }
        Some(b'm') => match numbers(line)?[..] {
            [_, active, ..] => activity(day, active),
            _ => Err(Flaw::Number),
        },
        Some(b'G') => match numbers(line)?[..] {
            [active, ..] => activity(day, active),
            [] => Err(Flaw::Number),
        },
        // Workrave itself does not believe these.
        Some(b'M') => Ok(()),
        _ => Err(Flaw::Unknown),
    }
}

fn numbers(line: &[u8]) -> Result<Vec<i64>, Flaw> {
    let text = line.get(1..).and_then(|rest| str::from_utf8(rest).ok()).ok_or(Flaw::Number)?;
    text.split_ascii_whitespace().map(|number| number.parse().map_err(|_| Flaw::Number)).collect()
}

/// One counter of a break, by its place. A break is prompted again and again until it is over: 0 counts that, and 5 the break.
fn count(day: &mut ImportedDay, which: i64, counter: i64, value: i64) -> Result<(), Flaw> {
    let of: &mut BreakTally = match which {
        MICRO => &mut day.short,
        REST => &mut day.long,
        DAILY_LIMIT => return Ok(()),
        _ => return Err(Flaw::Unknown),
    };
    let figure = match counter {
        5 => &mut of.shown,
        1 => &mut of.taken,
        2 => &mut of.natural,
        3 => &mut of.skipped,
        4 => &mut of.postponed,
        _ => return Ok(()),
    };
    // A day that was told twice is the fuller of the two.
    *figure = (*figure).max(Some(breaks(value)?));
    Ok(())
}

fn activity(day: &mut ImportedDay, active: i64) -> Result<(), Flaw> {
    day.active_s = day.active_s.max(Some(seconds(active)?));
    Ok(())
}

/// A row for each counter of a day, breaks first.
pub(super) fn of_rows(record: &Connection, days: &Days<'_>) -> rusqlite::Result<Reading> {
    let mut sheet = Sheet::new(Program::Workrave, days);
    let mut statement = record.prepare(
        "SELECT day, break_id, counter, value FROM stats_break
         UNION ALL SELECT day, NULL, counter, value FROM stats_misc",
    )?;
    let mut rows = statement.query([])?;
    let mut number = 0;
    while let Some(row) = rows.next()? {
        number += 1;
        let read = || -> rusqlite::Result<(String, Option<i64>, i64, i64)> {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
        };
        let done = read().map_err(|_| Flaw::Number).and_then(|(day, which, counter, value)| {
            let day = sheet.day(day.parse().map_err(|_| Flaw::Number)?)?;
            match which {
                Some(which) => count(day, which, counter, value),
                None if counter == ACTIVE => activity(day, value),
                None => Ok(()),
            }
        });
        sheet.note(number, done);
    }
    Ok(sheet.done())
}
