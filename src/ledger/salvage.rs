//! What can still be read of a file that was set aside, carried over row by row: by SQLite as far as its trees go, and off
//! the pages where they do not. Owns which row belongs where; never changes the file itself: it reads a copy.

use super::LedgerError;
use super::aside::{Salvaged, Why, forget_count, is_unsure, keep_count};
use super::disk::{beside, create};
use super::pages::{self, Pages, Row};
use super::schema::no_mutex;
use crate::system::files::guarded;
use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags, Statement, params_from_iter};
use std::fs;
use std::io;
use std::path::Path;

/// No ledger is as long as this.
const LONGEST: u64 = 1 << 30;

/// A table, and what of a ledger that took the place of ours may join it.
struct Table {
    name: &'static str,
    /// Its columns as they are stored, where that is not as they are named.
    stored: &'static str,
    columns: usize,
    /// Whether its rows have a number, which is its first column.
    rowid: bool,
    /// How many rows there were, without reading them.
    count: &'static str,
    joins: Option<&'static str>,
}

const fn table(name: &'static str, columns: usize, joins: Option<&'static str>) -> Table {
    Table { name, stored: "", columns, rowid: true, count: "", joins }
}

/// What is open in another ledger is not open here, its state is not ours, and the shape of our days is known better.
const TABLES: [Table; 12] = [
    // The index is a tree of its own: it still counts rows that the tree of the table does not lead to.
    Table { count: " INDEXED BY instance_day", ..table("instance", 26, Some("outcome IS NOT NULL")) },
    Table { rowid: false, ..table("offer", 6, Some("1")) },
    table("span", 3, None),
    table("check_in", 4, Some("1")),
    Table { rowid: false, stored: " (at_utc, reminder, at_offset, day, line, answer)", ..table("nudge", 6, Some("1")) },
    table("journal", 7, None),
    table("memory", 2, None),
    Table { rowid: false, ..table("imported", 15, Some("1")) },
    // Which machine another ledger is of is not ours to take.
    Table { rowid: false, ..table("machine", 4, Some("made_on ISNULL")) },
    Table { rowid: false, ..table("peer_day", 5, Some("1")) },
    table("erased", 5, None),
    Table { rowid: false, ..table("forgotten", 2, None) },
];

/// Carries over what can be read of the file at `kept`, and keeps the count beside it.
pub(super) fn salvage(kept: &Path, why: Why, into: &mut Connection) -> Result<(), LedgerError> {
    let copy = beside(kept, ".reading");
    let done = carry(kept, &copy, why, into);
    for end in ["", "-wal", "-shm"] {
        let _ = fs::remove_file(beside(&copy, end));
    }
    done
}

fn carry(kept: &Path, copy: &Path, why: Why, into: &mut Connection) -> Result<(), LedgerError> {
    // A copy is opened, because SQLite works the log into a file that it opens: what was set aside stays as it was
    // found.
    let (file, log) = (copied(kept, copy, "")?.unwrap_or_default(), copied(kept, copy, "-wal")?);
    let from = Connection::open_with_flags(copy, OpenFlags::SQLITE_OPEN_READ_WRITE | no_mutex());
    // A file that was cut short is read as far as it goes.
    let from = from.and_then(|from| from.execute_batch("PRAGMA writable_schema = ON").map(|()| from)).ok();
    let readable = |log: &Vec<u8>| log.is_empty() || from.as_ref().is_some_and(|from| is_whole(log, from));
    let log_is_whole = !is_unsure(kept) && log.as_ref().is_none_or(readable);
    let transaction = into.transaction()?;
    let mut all = Vec::new();
    for table in &TABLES {
        let Some(joins) = (if why == Why::Damaged { Some("1") } else { table.joins }) else { continue };
        let mut found = Found::of(table);
        if let Some(from) = &from {
            found.by_tree(from, &transaction, joins)?;
        }
        found.whole &= log_is_whole;
        all.push(found);
    }
    if why == Why::Damaged && all.iter().any(|found| !found.whole) {
        off_pages(&Pages::of(&file, log.as_deref().unwrap_or_default()), &transaction, &mut all)?;
    }
    let lost = |found: &Found<'_>| match why {
        Why::Damaged => found.lost(log_is_whole),
        // What is there already need not be carried over from a ledger that took the place of ours.
        Why::Replaced => Some(0),
    };
    let lost = all.iter().map(lost).try_fold(0, |all, lost| lost.map(|lost| all + lost));
    // Which machine it is of, and which others count, is nothing that was recorded.
    let told = all.iter().filter(|found| !["machine", "forgotten"].contains(&found.table.name));
    keep_count(kept, Salvaged { carried: told.map(|found| found.carried).sum(), lost })?;
    let done = transaction.commit();
    if done.is_err() {
        forget_count(kept)?;
    }
    Ok(done?)
}

/// The bytes of a file, which are in the copy then; none where there is no such file.
fn copied(kept: &Path, copy: &Path, end: &str) -> io::Result<Option<Vec<u8>>> {
    let bytes = match guarded::read(&beside(kept, end), LONGEST) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        bytes => bytes?,
    };
    create(&beside(copy, end))?;
    fs::write(beside(copy, end), &bytes)?;
    Ok(Some(bytes))
}

/// Whether all that was written into a log since it began anew is still in it.
fn is_whole(log: &[u8], from: &Connection) -> bool {
    let read = from.query_row("PRAGMA wal_checkpoint", [], |row| row.get::<_, i64>(1)).ok();
    let read = read.and_then(|frames| usize::try_from(frames).ok());
    read.is_some() && read == pages::frames(log)
}

/// What was found of a table.
struct Found<'a> {
    table: &'a Table,
    carried: u64,
    /// Rows that were read and cannot be in a ledger.
    refused: u64,
    /// Rows that there were, where that can be counted.
    there: Option<u64>,
    /// Whether the tree led to every row.
    whole: bool,
}

impl<'a> Found<'a> {
    fn of(table: &'a Table) -> Self {
        Self { table, carried: 0, refused: 0, there: None, whole: false }
    }

    fn lost(&self, log_is_whole: bool) -> Option<u64> {
        match (self.whole, self.there) {
            (true, _) => Some(self.refused),
            (false, there) => there.filter(|_| log_is_whole).map(|there| there.saturating_sub(self.carried)),
        }
    }

    /// The rows in their order until one cannot be read.
    fn by_tree(&mut self, from: &Connection, into: &Connection, joins: &str) -> Result<(), LedgerError> {
        let Table { name, count, .. } = self.table;
        let known = "SELECT count(*), count(*) FILTER (WHERE name = ?1) FROM sqlite_schema";
        let known = from.query_row(known, [name], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?)));
        // A table that came with a later version has no rows.
        self.whole = matches!(known, Ok((1.., 0)));
        let there = from.query_row(&format!("SELECT count(*) FROM {name}{count}"), [], |row| row.get::<_, i64>(0));
        self.there = there.ok().and_then(|there| u64::try_from(there).ok());
        let Ok(mut statement) = from.prepare(&format!("SELECT * FROM {name} WHERE {joins}")) else { return Ok(()) };
        let mut insert = into.prepare(&self.table.insert(""))?;
        let Ok(mut rows) = statement.query([]) else { return Ok(()) };
        while let Ok(row) = rows.next() {
            let Some(row) = row else {
                self.whole = true;
                return Ok(());
            };
            let values: Result<Vec<Value>, _> = (0..self.table.columns).map(|at| row.get(at)).collect();
            match values {
                Ok(values) => self.add(&mut insert, values)?,
                Err(_) => self.refused += 1,
            }
        }
        Ok(())
    }

    fn add(&mut self, insert: &mut Statement<'_>, values: Vec<Value>) -> Result<(), LedgerError> {
        match insert.execute(params_from_iter(values)) {
            Ok(changed) => self.carried += u64::try_from(changed).unwrap_or(0),
            // A value that was spoilt within a page that can be read.
            Err(error) if super::error::breaks_a_rule(&error) => self.refused += 1,
            Err(error) => return Err(error.into()),
        }
        Ok(())
    }
}

impl Table {
    fn insert(&self, columns: &str) -> String {
        // What is carried first stays: rows come by the tree before those off the pages, and off newer pages before
        // older ones.
        format!("INSERT OR IGNORE INTO {}{columns} VALUES ({})", self.name, vec!["?"; self.columns].join(", "))
    }

    /// Whether a row off a page can be one of its rows.
    fn fits(&self, row: &Row) -> bool {
        let alike = row.values.len() == self.columns && row.rowid.is_some() == self.rowid;
        // Two tables have no number and as many columns: a line of an offer says early which one it is.
        let text = matches!(row.values.get(1), Some(Value::Text(_)));
        alike && (self.rowid || text == (self.name != "offer"))
    }
}

/// What the trees did not lead to.
fn off_pages(pages: &Pages<'_>, into: &Connection, all: &mut [Found<'_>]) -> Result<(), LedgerError> {
    for found in all.iter_mut().filter(|found| !found.whole) {
        let mut insert = into.prepare(&found.table.insert(found.table.stored))?;
        for row in pages.rows().filter(|row| found.table.fits(row)) {
            let mut values = row.values;
            if let (Some(rowid), Some(first)) = (row.rowid, values.first_mut()) {
                *first = Value::Integer(rowid);
            }
            found.add(&mut insert, values)?;
        }
    }
    Ok(())
}
