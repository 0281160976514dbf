//! Deleting days for good: their rows in every table, and every byte of them in the file and its log. Owns what goes, what
//! stays, and that what stays still tells no more than it did. Never asks; the caller has.

use super::value::{Cells, offset, utc};
use super::{Ledger, LedgerError};
use crate::engine::instance::SpanKind;
use crate::engine::moment::{Stamp, day_of};
use chrono::{NaiveDate, NaiveTime};
use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};
use serde::{Deserialize, Serialize};
use std::ops::RangeInclusive;
use std::time::Duration;

/// How long the last steps wait for a reader to be done.
// A review takes a tenth of a second; whoever holds the file for longer is a program that was left open on it.
const READERS: Duration = Duration::from_secs(1);

/// What was deleted, or would be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Erased {
    /// Breaks; one that is open stays.
    pub breaks: usize,
    /// Days of which anything was recorded.
    pub days: usize,
}

/// Every day that a ledger can have.
#[must_use]
pub fn all_days() -> RangeInclusive<NaiveDate> {
    let [first, last] = super::read::ever();
    first..=last
}

impl Ledger {
    /// What there is of these days that would be deleted.
    pub fn erasable(&self, days: &RangeInclusive<NaiveDate>) -> Result<Erased, LedgerError> {
        Ok(count(&self.connection, &bounds(days))?)
    }

    /// Deletes all of these days but a break that is still open, in one transaction; ids are not given out again as long as
    /// the memory has the next one. A span belongs to the day in which it began; what is not known any more is "not
    /// running". Until `present`, where an app runs: what it is from then on is told anew. Its bytes are still in the files
    /// until [`Ledger::wipe`].
    pub fn erase(
        &mut self,
        days: &RangeInclusive<NaiveDate>,
        day_starts: NaiveTime,
        present: Option<Stamp>,
    ) -> Result<Erased, LedgerError> {
        self.connection.pragma_update(None, "secure_delete", "ON")?;
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let bounds = bounds(days);
        let erased = count(&transaction, &bounds)?;
        for sql in [
            "DELETE FROM instance WHERE outcome IS NOT NULL AND day BETWEEN ?1 AND ?2",
            "DELETE FROM check_in WHERE day BETWEEN ?1 AND ?2",
            "DELETE FROM nudge WHERE day BETWEEN ?1 AND ?2",
            "DELETE FROM journal WHERE day BETWEEN ?1 AND ?2",
            "DELETE FROM imported WHERE day BETWEEN ?1 AND ?2",
            "DELETE FROM peer_day WHERE day BETWEEN ?1 AND ?2",
        ] {
            transaction.execute(sql, bounds.each_ref())?;
        }
        transaction.execute("DELETE FROM offer WHERE instance NOT IN (SELECT id FROM instance)", [])?;
        spans(&transaction, days, day_starts, present)?;
        transaction.commit()?;
        Ok(erased)
    }

    /// Leaves no byte of what was deleted in the file or beside it: everything that is left is written anew, and the log is
    /// emptied.
    ///
    /// # Errors
    /// Where another program holds the file. Nothing is lost then, and the next try may do it.
    pub fn wipe(&mut self) -> Result<(), LedgerError> {
        self.connection.busy_timeout(READERS)?;
        self.connection.execute("VACUUM", [])?;
        let busy: i64 = self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
        if let Some(place) = &mut self.place {
            place.measure()?;
        }
        if busy == 0 { Ok(()) } else { Err(LedgerError::Held) }
    }

    /// Whether anything was recorded that can be taken out, and whether there is anything that can be deleted: that, what a
    /// machine told that does not count, or the journal. The spans alone are nothing that anybody would miss.
    pub fn holds(&self) -> Result<(bool, bool), LedgerError> {
        let any = |sql: &str| self.connection.query_row(sql, [], |row| row.get::<_, bool>(0));
        let record = any("SELECT EXISTS (SELECT 1 FROM instance WHERE outcome NOT NULL)
             OR EXISTS (SELECT 1 FROM check_in) OR EXISTS (SELECT 1 FROM nudge)
             OR EXISTS (SELECT 1 FROM imported) OR EXISTS (SELECT 1 FROM counted_day)")?;
        let rest = any("SELECT EXISTS (SELECT 1 FROM journal) OR EXISTS (SELECT 1 FROM peer_day)")?;
        Ok((record, record || rest))
    }
}

fn bounds(days: &RangeInclusive<NaiveDate>) -> [String; 2] {
    // A year before the first is written with a sign, which no day of a ledger has.
    [days.start().to_string(), days.end().to_string()]
}

fn count(connection: &Connection, bounds: &[String; 2]) -> rusqlite::Result<Erased> {
    let number = |sql: &str| {
        let found = connection.query_row(sql, bounds.each_ref(), |row| row.get::<_, i64>(0));
        found.map(|found| usize::try_from(found).unwrap_or(0))
    };
    Ok(Erased {
        breaks: number(
            "SELECT (SELECT count(*) FROM instance WHERE outcome IS NOT NULL AND day BETWEEN ?1 AND ?2)
             + (SELECT coalesce(sum(breaks), 0) FROM peer_day WHERE day BETWEEN ?1 AND ?2)",
        )?,
        days: number(
            "SELECT count(*) FROM (SELECT day FROM instance WHERE outcome IS NOT NULL UNION SELECT day FROM journal
             UNION SELECT day FROM check_in UNION SELECT day FROM nudge UNION SELECT day FROM imported
             UNION SELECT day FROM peer_day) WHERE day BETWEEN ?1 AND ?2",
        )?,
    })
}

/// A span lasts to the beginning of the next one: one that is taken out would lengthen the one before it.
fn spans(
    connection: &Connection,
    days: &RangeInclusive<NaiveDate>,
    day_starts: NaiveTime,
    present: Option<Stamp>,
) -> rusqlite::Result<()> {
    let all = "SELECT from_utc, from_offset, kind FROM span ORDER BY from_utc";
    let mut statement = connection.prepare(all)?;
    let points = statement.query_map([], |row| {
        let mut cells = Cells::of(row);
        Ok((cells.stamp()?, cells.of_token::<SpanKind>()?))
    })?;
    let mut gone = Vec::new();
    for point in points {
        let point = point?;
        if days.contains(&day_of(point.0, day_starts)) {
            gone.push(point);
        }
    }
    let (Some(first), Some(last)) = (gone.first().copied(), gone.last().copied()) else { return Ok(()) };
    let mut delete = connection.prepare("DELETE FROM span WHERE from_utc = ?1")?;
    for (at, _) in &gone {
        delete.execute([utc(*at)])?;
    }
    // The time since the day began is of that day as well.
    let begins = begin_of(*days.start(), day_starts, first.0).unwrap_or(first.0);
    if kind_at(connection, begins)?.is_some() {
        put(connection, SpanKind::NotRunning, begins)?;
    }
    let ends = days.end().succ_opt().and_then(|next| begin_of(next, day_starts, last.0));
    let follows: bool =
        connection
            .query_row("SELECT EXISTS (SELECT 1 FROM span WHERE from_utc > ?1)", [utc(last.0)], |row| row.get(0))?;
    match (ends, present) {
        (Some(ends), Some(now)) => put(connection, last.1, ends.min(now)),
        (None, Some(now)) => put(connection, last.1, now),
        (Some(ends), None) if follows => put(connection, last.1, ends),
        (_, None) => Ok(()),
    }
}

/// When a day began, on the clock of this time.
fn begin_of(day: NaiveDate, day_starts: NaiveTime, like: Stamp) -> Option<Stamp> {
    day.and_time(day_starts).and_local_timezone(*like.offset()).single()
}

/// What was so at this time.
fn kind_at(connection: &Connection, at: Stamp) -> rusqlite::Result<Option<String>> {
    let sql = "SELECT kind FROM span WHERE from_utc <= ?1 ORDER BY from_utc DESC LIMIT 1";
    connection.query_row(sql, [utc(at)], |row| row.get(0)).optional()
}

/// It is so from then on, if it was not before.
fn put(connection: &Connection, kind: SpanKind, from: Stamp) -> rusqlite::Result<()> {
    if kind_at(connection, from)?.as_deref() == Some(kind.token()) {
        return Ok(());
    }
    let sql = "INSERT OR IGNORE INTO span VALUES (?1, ?2, ?3)";
    connection.execute(sql, params![utc(from), offset(from), kind.token()]).map(drop)
}
