//! Writing one step: all of it in one transaction, or nothing.

use super::error::breaks_a_rule;
use super::value::{json, key, offset, token, utc};
use super::{Entry, EntryKind, Ledger, LedgerError, Step, row};
use crate::engine::effect::Record;
use crate::engine::event::Action;
use crate::engine::instance::{Offer, SpanKind};
use crate::engine::moment::Stamp;
use crate::engine::reason::Reason;
use chrono::{Days, NaiveDate};
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};
use std::collections::BTreeMap;

/// Days for which the journal keeps what came in; what was decided is kept for ever.
const INPUT_DAYS: u64 = 90;

impl Step<'_> {
    /// Whether there is nothing to write.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.records.is_empty() && self.journal.is_empty() && self.memory.is_none()
    }
}

impl Ledger {
    /// Writes the step in one transaction; it is on the disk when this returns. An empty step touches nothing. An error
    /// leaves the ledger as it was before.
    pub fn commit(&mut self, step: &Step<'_>) -> Result<(), LedgerError> {
        self.transact(step, false).map(drop)
    }

    /// The same, where a record that breaks a rule of the ledger ([`LedgerError::breaks_a_rule`]) must not hold back the
    /// rest: it is set apart in the journal, with the rule. How many those were.
    pub fn commit_what_fits(&mut self, step: &Step<'_>) -> Result<usize, LedgerError> {
        self.transact(step, true)
    }

    fn transact(&mut self, step: &Step<'_>, apart: bool) -> Result<usize, LedgerError> {
        if step.is_empty() {
            return Ok(0);
        }
        // Once a day is enough: only a new day makes anything too old.
        let today = step.journal.last().map(|entry| entry.day).filter(|&day| self.pruned != Some(day));
        // The right to write is taken at the beginning. A transaction that begins by reading and finds another writer
        // later fails at once, however long it was told to wait.
        let mut transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let refused = records(&mut transaction, step.records, apart)?;
        for line in step.journal {
            entry(&transaction, line)?;
        }
        if let Some(memory) = step.memory {
            let sql = "INSERT INTO memory VALUES (1, ?1) ON CONFLICT (id) DO UPDATE SET text = excluded.text";
            transaction.prepare_cached(sql)?.execute([memory])?;
        }
        if let Some(today) = today {
            prune(&transaction, today)?;
        }
        transaction.commit()?;
        // Only now: a commit that failed has pruned nothing.
        self.pruned = today.or(self.pruned);
        Ok(refused)
    }
}

/// All of them, each by itself. How many were set apart.
fn records(transaction: &mut Transaction<'_>, records: &[Record], apart: bool) -> rusqlite::Result<usize> {
    let mut refused = 0;
    let rest = records.iter().filter(|record| !matches!(record, Record::Instance(_)));
    for record in instances(records).into_iter().chain(rest) {
        let point = transaction.savepoint()?;
        match write(&point, record) {
            Ok(()) => point.commit()?,
            Err(error) if apart && breaks_a_rule(&error) => {
                // Dropped, the savepoint takes back what the record did.
                drop(point);
                set_apart(transaction, record, &error)?;
                refused += 1;
            }
            Err(error) => return Err(error),
        }
    }
    Ok(refused)
}

/// Keeps a refused record where it harms nobody, with all that it said.
fn set_apart(connection: &Connection, record: &Record, error: &rusqlite::Error) -> rusqlite::Result<()> {
    let (at, day) = match record {
        Record::Instance(row) => (row.end.unwrap_or(row.due), row.day),
        Record::Offer(line) => (line.at, line.at.date_naive()),
        Record::Span { from, .. } => (*from, from.date_naive()),
        Record::CheckIn { at, day, .. } | Record::Nudge { at, day, .. } => (*at, *day),
    };
    let text = format!("set apart {record:?}");
    let reason = Some(Reason::AgainstARule { rule: error.to_string() });
    entry(connection, &Entry { at, day, kind: EntryKind::Decision, text, reason })
}

/// The last state of each instance in the step, closed ones first, so that the next one of a break may open in the same
/// step.
fn instances(records: &[Record]) -> Vec<&Record> {
    let mut last: BTreeMap<u64, (bool, &Record)> = BTreeMap::new();
    for record in records {
        if let Record::Instance(instance) = record {
            last.insert(instance.id, (instance.outcome.is_none(), record));
        }
    }
    let (open, closed): (Vec<_>, Vec<_>) = last.into_values().partition(|(open, _)| *open);
    closed.into_iter().chain(open).map(|(_, record)| record).collect()
}

fn write(connection: &Connection, record: &Record) -> rusqlite::Result<()> {
    match record {
        Record::Instance(instance) => row::write(connection, instance),
        Record::Offer(line) => offer(connection, line),
        Record::Span { kind, from } => span(connection, *kind, *from),
        Record::CheckIn { at, day, answer } => {
            let sql = "INSERT OR REPLACE INTO check_in VALUES (?1, ?2, ?3, ?4)";
            let values = params![utc(*at), offset(*at), day.to_string(), token(answer)];
            connection.prepare_cached(sql)?.execute(values).map(drop)
        }
        Record::Nudge { at, day, reminder, line, answer } => nudge(connection, (*at, *day), reminder, line, *answer),
    }
}

/// A span is kept as the point at which it begins, so what is not written cannot overlap or leave a gap: its end is the
/// next one's beginning.
fn span(connection: &Connection, kind: SpanKind, from: Stamp) -> rusqlite::Result<()> {
    // An absence is noticed late and told from its beginning: what was written for the time since then was wrong.
    connection.prepare_cached("DELETE FROM span WHERE from_utc >= ?1")?.execute([utc(from)])?;
    let last = "SELECT kind FROM span ORDER BY from_utc DESC LIMIT 1";
    let last: Option<String> = connection.prepare_cached(last)?.query_row([], |row| row.get(0)).optional()?;
    if last.as_deref() != Some(kind.token()) {
        let values = params![utc(from), offset(from), kind.token()];
        connection.prepare_cached("INSERT INTO span VALUES (?1, ?2, ?3)")?.execute(values)?;
    }
    Ok(())
}

/// What became of an offer is known later than the offer.
fn offer(connection: &Connection, line: &Offer) -> rusqlite::Result<()> {
    let sql = "INSERT INTO offer VALUES (?1, ?2, ?3, ?4, ?5, ?6)
               ON CONFLICT (instance, n) DO UPDATE SET result = excluded.result";
    let result = line.result.as_ref().and_then(token);
    let values = params![key(line.instance)?, line.n, line.exercise, utc(line.at), offset(line.at), result];
    connection.prepare_cached(sql)?.execute(values).map(drop)
}

/// The answer to a nudge comes later than the nudge, under the same time and name.
fn nudge(
    connection: &Connection,
    (at, day): (Stamp, NaiveDate),
    reminder: &str,
    line: &str,
    answer: Option<Action>,
) -> rusqlite::Result<()> {
    let sql = "INSERT INTO nudge VALUES (?1, ?2, ?3, ?4, ?5, ?6)
               ON CONFLICT (at_utc, reminder) DO UPDATE SET line = excluded.line, answer = excluded.answer";
    let values = params![utc(at), offset(at), day.to_string(), reminder, line, answer.as_ref().and_then(token)];
    connection.prepare_cached(sql)?.execute(values).map(drop)
}

fn entry(connection: &Connection, entry: &Entry) -> rusqlite::Result<()> {
    let sql = "INSERT INTO journal (at_utc, at_offset, day, kind, text, reason) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    let (day, reason) = (entry.day.to_string(), entry.reason.as_ref().map_or_else(String::new, json));
    let values = params![utc(entry.at), offset(entry.at), day, token(&entry.kind), entry.text, reason];
    connection.prepare_cached(sql)?.execute(values).map(drop)
}

fn prune(connection: &Connection, today: NaiveDate) -> rusqlite::Result<()> {
    let Some(first) = today.checked_sub_days(Days::new(INPUT_DAYS)) else { return Ok(()) };
    connection.execute("DELETE FROM journal WHERE kind = 'input' AND day < ?1", [first.to_string()]).map(drop)
}
