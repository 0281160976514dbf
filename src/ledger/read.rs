//! Reading: rows, spans, check-ins, nudges, the journal, the memory.

use super::figures::Counts;
use super::value::{Cells, key, utc};
use super::{Entry, ImportedDay, Ledger, LedgerError, Origins, Span, row};
use crate::engine::event::Action;
use crate::engine::instance::{Instance, Offer};
use crate::engine::moment::Stamp;
use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{OptionalExtension, Params, Row};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// An answer to a check-in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckIn {
    /// When.
    pub at: Stamp,
    /// The day it counts for.
    pub day: NaiveDate,
    /// `loose`, `tight` or `sore`.
    pub answer: Action,
}

/// A nudge shown, and what was said to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShownNudge {
    /// When it was shown.
    pub at: Stamp,
    /// The day it counts for.
    pub day: NaiveDate,
    /// The nudge's name in the settings.
    pub reminder: String,
    /// The line shown.
    pub line: String,
    /// `shifted`, `fine`, or nothing.
    pub answer: Option<Action>,
}

/// Everything that the figures and the review are made of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    /// The rows, in the order of their due times.
    pub rows: Vec<Instance>,
    /// The days' shape, in order, without gaps.
    pub spans: Vec<Span>,
    /// The check-ins, in order.
    pub check_ins: Vec<CheckIn>,
    /// The nudges, in order.
    pub nudges: Vec<ShownNudge>,
    /// What was offered, by instance and in order; rows of before it was kept have none.
    pub offers: Vec<Offer>,
    /// What other programs recorded, which is in no figure.
    pub imported: Vec<ImportedDay>,
    /// The days before all that.
    pub earlier: Earlier,
    /// Where rows are from, if others than this machine's are in it.
    pub origins: Origins,
}

/// What a day that is over came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DayDigest {
    /// Its instances by outcome.
    pub counts: Counts,
    /// Seconds at the desk.
    pub tracked_s: u32,
}

/// Days before those that are told whole, as their digests; empty where everything is told whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Earlier {
    /// Those that have instances, in order.
    pub days: Vec<(NaiveDate, DayDigest)>,
    /// The first day of which anything is recorded.
    pub began: Option<NaiveDate>,
    /// The first day that is told whole.
    pub from: Option<NaiveDate>,
}

/// The first and the last day that can be asked for.
// Days are compared as text, which is in order as long as a year has four digits.
pub(super) fn ever() -> [NaiveDate; 2] {
    [(0, 1, 1), (9999, 12, 31)].map(|(y, m, d)| NaiveDate::from_ymd_opt(y, m, d).unwrap_or_default())
}

/// What the app's ids never reach. A row with a larger one was not written by it, and must not end all recording.
const BEYOND: i64 = 1 << 53;

impl Ledger {
    /// The engine's memory as it was committed last.
    pub fn memory(&self) -> Result<Option<String>, LedgerError> {
        Ok(self.connection.query_row("SELECT text FROM memory", [], |row| row.get(0)).optional()?)
    }

    /// The first id that no row has; ids grow with time.
    pub fn next_id(&self) -> Result<u64, LedgerError> {
        let sql = "SELECT coalesce(max(id), 0) FROM instance WHERE id < ?1";
        let last: i64 = self.connection.query_row(sql, [BEYOND], |row| row.get(0))?;
        Ok(u64::try_from(last).unwrap_or(0) + 1)
    }

    /// The rows of these days, both included, in the order of their due times.
    pub fn instances(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<Instance>, LedgerError> {
        let sql = "SELECT * FROM instance WHERE day BETWEEN ?1 AND ?2";
        let mut rows = self.all(sql, [from.to_string(), to.to_string()], row::read)?;
        // They are found nearly in order; SQLite would carry every column through a sorter.
        rows.sort_by_key(|row| (row.due, row.id));
        Ok(rows)
    }

    /// The last time that anything is known of; none of an empty ledger.
    pub fn last_entry(&self) -> Result<Option<Stamp>, LedgerError> {
        // Of each table what was written last: all of them grow with time, and to look through one takes a while.
        let last = [
            "SELECT from_utc AS at_utc, from_offset AS at_offset FROM span ORDER BY from_utc DESC LIMIT 1",
            "SELECT at_utc, at_offset FROM journal ORDER BY id DESC LIMIT 1",
            "SELECT at_utc, at_offset FROM check_in ORDER BY at_utc DESC LIMIT 1",
            "SELECT at_utc, at_offset FROM nudge ORDER BY at_utc DESC LIMIT 1",
            "SELECT coalesce(end_utc, due_utc), coalesce(end_offset, due_offset) FROM instance ORDER BY id DESC LIMIT 1",
        ]
        .map(|one| format!("SELECT * FROM ({one})"))
        .join(" UNION ALL ");
        let sql = &format!("SELECT at_utc, at_offset FROM ({last}) ORDER BY at_utc DESC LIMIT 1");
        Ok(self.all(sql, [], |row| Cells::of(row).stamp())?.pop())
    }

    /// The spans that touch `from` to `until`. The first one is whole; the last one ends at `until`, at which the
    /// present, or the time of the memory where nothing runs, belongs.
    pub fn spans(&self, from: Stamp, until: Stamp) -> Result<Vec<Span>, LedgerError> {
        let sql = "SELECT kind, from_utc, from_offset FROM span WHERE from_utc < ?2
                   AND from_utc >= coalesce((SELECT max(from_utc) FROM span WHERE from_utc <= ?1), ?1) ORDER BY from_utc";
        let mut spans = self.all(sql, [utc(from), utc(until)], |row| {
            let mut cells = Cells::of(row);
            Ok(Span { kind: cells.of_token()?, from: cells.stamp()?, to: until })
        })?;
        let mut next = until;
        for span in spans.iter_mut().rev() {
            span.to = next;
            next = span.from;
        }
        Ok(spans)
    }

    /// The check-ins of these days, both included.
    pub fn check_ins(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<CheckIn>, LedgerError> {
        let sql = "SELECT at_utc, at_offset, day, answer FROM check_in WHERE day BETWEEN ?1 AND ?2 ORDER BY at_utc";
        self.all(sql, [from.to_string(), to.to_string()], |row| {
            let mut cells = Cells::of(row);
            Ok(CheckIn { at: cells.stamp()?, day: cells.day()?, answer: cells.of_token()? })
        })
    }

    /// The nudges of these days, both included.
    pub fn nudges(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<ShownNudge>, LedgerError> {
        let sql = "SELECT at_utc, at_offset, day, reminder, line, answer FROM nudge WHERE day BETWEEN ?1 AND ?2 ORDER BY at_utc";
        self.all(sql, [from.to_string(), to.to_string()], |row| {
            let mut cells = Cells::of(row);
            Ok(ShownNudge {
                at: cells.stamp()?,
                day: cells.day()?,
                reminder: cells.get()?,
                line: cells.get()?,
                answer: cells.maybe_of_token()?,
            })
        })
    }

    /// Everything that was offered, by instance and in order.
    fn all_offers(&self) -> Result<Vec<Offer>, LedgerError> {
        self.all("SELECT * FROM offer ORDER BY instance, n", [], offer)
    }

    /// What these instances offered, by instance and in order.
    pub(super) fn offers(&self, of: impl Iterator<Item = u64>) -> Result<Vec<Offer>, LedgerError> {
        let sql = "SELECT * FROM offer WHERE instance = ?1 ORDER BY n";
        let mut all = Vec::new();
        for id in of.collect::<BTreeSet<u64>>() {
            all.extend(self.all(sql, [key(id)?], offer)?);
        }
        Ok(all)
    }

    /// The journal of one day, in the order in which it was written.
    pub fn journal(&self, of: NaiveDate) -> Result<Vec<Entry>, LedgerError> {
        let sql = "SELECT at_utc, at_offset, day, kind, text, reason FROM journal WHERE kind IN ('input', 'decision') AND day = ?1 ORDER BY id";
        self.all(sql, [of.to_string()], |row| {
            let mut cells = Cells::of(row);
            Ok(Entry {
                at: cells.stamp()?,
                day: cells.day()?,
                kind: cells.of_token()?,
                text: cells.get()?,
                reason: cells.reason()?,
            })
        })
    }

    /// All there is of this machine; `until` as for [`Ledger::spans`].
    pub fn history(&self, until: Stamp) -> Result<History, LedgerError> {
        let [first, last] = ever();
        self.unread.set(0);
        Ok(History {
            rows: self.instances(first, last)?,
            spans: self.spans(DateTime::<Utc>::MIN_UTC.fixed_offset(), until)?,
            check_ins: self.check_ins(first, last)?,
            nudges: self.nudges(first, last)?,
            offers: self.all_offers()?,
            imported: self.imported(first, last)?,
            ..History::default()
        })
    }

    /// How many rows the last [`Self::history`] left out, because something else wrote in the file.
    #[must_use]
    pub fn unread(&self) -> usize {
        self.unread.get()
    }

    /// All rows that can be read. One that cannot is no reason to tell nothing of the others: it is left out and counted.
    pub(super) fn all<T>(
        &self,
        sql: &str,
        values: impl Params,
        read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>, LedgerError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut all = Vec::new();
        for row in statement.query_map(values, read)? {
            match row {
                Ok(row) => all.push(row),
                Err(error) if is_unreadable(&error) => self.unread.set(self.unread.get() + 1),
                Err(error) => return Err(error.into()),
            }
        }
        Ok(all)
    }
}

/// The offer in a row of all columns, in the order of the table.
fn offer(row: &Row<'_>) -> rusqlite::Result<Offer> {
    let mut cells = Cells::of(row);
    Ok(Offer {
        instance: cells.id()?,
        n: cells.get()?,
        exercise: cells.get()?,
        at: cells.stamp()?,
        result: cells.maybe_of_token()?,
    })
}

/// The file was read and holds what no row of ours holds.
fn is_unreadable(error: &rusqlite::Error) -> bool {
    matches!(
        error,
        rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::IntegralValueOutOfRange(..)
            | rusqlite::Error::InvalidColumnType(..)
            | rusqlite::Error::Utf8Error(..)
    )
}
