//! Records of other break reminders: read as days, kept apart, and taken back. The files beside this one were made by Workrave
//! 1.10.50 itself.
#![expect(clippy::unwrap_used, reason = "tests, and helpers that only tests call")]

mod hostile;
mod kept;
mod readers;

use chrono::{DateTime, Days as After, NaiveDate, Utc};
use rusqlite::Connection;
use unhunch::import::{Days, NoRecord, Reading, of_database, of_text};
use unhunch::ledger::{BreakTally, ImportedDay, Program};

/// What Workrave wrote.
const HISTORY: &[u8] = include_bytes!("workrave-1.10-historystats");
const TODAY: &[u8] = include_bytes!("workrave-1.10-todaystats");

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Days begin at four, in UTC.
fn of(at: DateTime<Utc>) -> NaiveDate {
    (at - chrono::TimeDelta::hours(4)).date_naive()
}

fn days() -> Days<'static> {
    Days { today: day("2026-01-31"), of: &of }
}

fn text(bytes: &[u8]) -> Result<Reading, NoRecord> {
    of_text(bytes, None, &days())
}

fn database(sql: &str) -> Result<Reading, NoRecord> {
    let record = Connection::open_in_memory().unwrap();
    record.execute_batch(sql).unwrap();
    of_database(&record, None, &days())
}

/// A tally of what is known: shown, taken, natural, skipped, put off.
fn tally(all: [Option<u32>; 5]) -> BreakTally {
    let [shown, taken, natural, skipped, postponed] = all;
    BreakTally { shown, taken, natural, skipped, postponed }
}

fn rest(program: Program, on: &str, shown: u32, taken: u32) -> ImportedDay {
    let long = tally([Some(shown), Some(taken), None, None, None]);
    ImportedDay { long, ..ImportedDay::new(program, day(on)) }
}

/// So many days of a program, one after the other.
fn many(count: u64) -> Vec<ImportedDay> {
    let first = day("2016-01-01");
    let one = |n| ImportedDay::new(Program::Workrave, first + After::new(n));
    (0..count).map(|n| ImportedDay { active_s: Some(3600), ..one(n) }).collect()
}
