//! Records of other break reminders, told as days: their text or rows come in, values go out. PURE: opens no file. Owns what
//! each program writes and what its figures mean; what cannot be read is left out, counted and named.
//!
//! | program | what it writes | what can be told of a day |
//! | --- | --- | --- |
//! | Workrave | `historystats`, `todaystats`; from 2026 on `statistics.db` | micro-breaks and rest breaks shown, taken, natural, skipped, put off; activity |
//! | Sane Break | `sane-break.db` | small and big breaks shown, taken, ended early; put off; activity |
//! | Entracte | `events.jsonl` | micro and long breaks shown, taken, skipped, put off |
//!
//! None of them records when a break fell due, or what kept one away: nothing of it can stand beside our own figures.

mod entracte;
mod sane_break;
mod sheet;
mod workrave;

use crate::ledger::{ImportedDay, Program};
use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::Connection;
pub use sheet::{Flaw, LeftOut, Unread};

/// What is read of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Whose it is.
    pub program: Program,
    /// Its days, in order, each once.
    pub days: Vec<ImportedDay>,
    /// What could not be read.
    pub unread: Unread,
}

/// Why nothing is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoRecord {
    /// It is none of the programs' that are known.
    Unknown,
    /// It is not this program's, which was named.
    NotFrom(Program),
    /// It is a database, and this is what SQLite says of it.
    Database(String),
}

/// What a reader needs to know of days.
pub struct Days<'a> {
    /// The day that it is: nothing can have been recorded later.
    pub today: NaiveDate,
    /// The day to which an instant belongs.
    pub of: &'a dyn Fn(DateTime<Utc>) -> NaiveDate,
}

impl std::fmt::Debug for Days<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Days").field("today", &self.today).finish_non_exhaustive()
    }
}

/// Reads a record that is text; whose it is, is known by what is in it, where nobody says.
///
/// # Errors
/// When it is no such record.
pub fn of_text(bytes: &[u8], from: Option<Program>, days: &Days<'_>) -> Result<Reading, NoRecord> {
    let seems = if workrave::seems(bytes) {
        Some(Program::Workrave)
    } else {
        entracte::seems(bytes).then_some(Program::Entracte)
    };
    let reading = match from.or(seems).ok_or(NoRecord::Unknown)? {
        Program::Workrave => workrave::of_text(bytes, days),
        Program::Entracte => entracte::of_text(bytes, days),
        Program::SaneBreak => return Err(NoRecord::NotFrom(Program::SaneBreak)),
    };
    // Whoever names a program may know of a file without its first line; but something of it must be there.
    match from.filter(|_| reading.days.is_empty() && seems != from) {
        Some(from) => Err(NoRecord::NotFrom(from)),
        None => Ok(reading),
    }
}

/// Reads a record that is a database.
///
/// # Errors
/// When it is no such record, or cannot be read.
pub fn of_database(record: &Connection, from: Option<Program>, days: &Days<'_>) -> Result<Reading, NoRecord> {
    let tables = tables(record).map_err(|error| NoRecord::Database(error.to_string()))?;
    let has = |names: &[&str]| names.iter().all(|name| tables.iter().any(|table| table == name));
    let is = if has(&workrave::TABLES) {
        Program::Workrave
    } else if has(&sane_break::TABLES) {
        Program::SaneBreak
    } else {
        return Err(from.map_or(NoRecord::Unknown, NoRecord::NotFrom));
    };
    if let Some(other) = from.filter(|from| *from != is) {
        return Err(NoRecord::NotFrom(other));
    }
    let read = if is == Program::Workrave { workrave::of_rows } else { sane_break::of_rows };
    read(record, days).map_err(|error| NoRecord::Database(error.to_string()))
}

/// Tables, and no views: what one of those computes may never end.
fn tables(record: &Connection) -> rusqlite::Result<Vec<String>> {
    let mut statement = record.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")?;
    statement.query_map([], |row| row.get(0))?.collect()
}
