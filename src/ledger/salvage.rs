//! What can still be read of a file that was set aside, carried over row by row. Owns the way around what cannot be read;
//! never changes the file itself: it reads a copy.

use super::LedgerError;
use super::aside::{Salvaged, Why};
use super::file::{beside, create, no_mutex};
use crate::guarded;
use rusqlite::config::DbConfig;
use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags, params_from_iter};
use std::collections::VecDeque;
use std::fs::{self, OpenOptions};
use std::io;
use std::path::Path;

/// Reads around one hole, at most: each is of a page or two.
const MOST_READS: usize = 2_000;

/// A table, what orders it, and what of a ledger that took the place of ours may join it.
struct Table {
    name: &'static str,
    order: &'static str,
    rowid: bool,
    /// How many rows there were, without reading them.
    count: &'static str,
    joins: Option<&'static str>,
}

const fn table(name: &'static str, order: &'static str, joins: Option<&'static str>) -> Table {
    Table { name, order, rowid: true, count: "", joins }
}

/// What is open in another ledger is not open here, its state is not ours, and the shape of our days is known better.
const TABLES: [Table; 7] = [
    Table { count: " INDEXED BY instance_day", ..table("instance", "id", Some("outcome IS NOT NULL")) },
    Table { rowid: false, ..table("offer", "instance, n", Some("1")) },
    table("span", "from_utc", None),
    table("check_in", "at_utc", Some("1")),
    Table { rowid: false, ..table("nudge", "at_utc, reminder", Some("1")) },
    table("journal", "id", None),
    table("memory", "id", None),
];

/// Carries over what can be read of the file at `kept`.
pub(super) fn salvage(kept: &Path, why: Why, into: &mut Connection) -> Result<Salvaged, LedgerError> {
    let copy = beside(kept, ".reading");
    let read = copy_of(kept, &copy).and_then(|from| carry(&from, why, into));
    for end in ["", "-wal", "-shm"] {
        let _ = fs::remove_file(beside(&copy, end));
    }
    read
}

fn copy_of(kept: &Path, copy: &Path) -> Result<Connection, LedgerError> {
    for end in ["", "-wal"] {
        if beside(kept, end).exists() {
            let mut from = guarded::open(&beside(kept, end))?;
            create(&beside(copy, end))?;
            io::copy(&mut from, &mut OpenOptions::new().write(true).truncate(true).open(beside(copy, end))?)?;
        }
    }
    let from = Connection::open_with_flags(copy, OpenFlags::SQLITE_OPEN_READ_WRITE | no_mutex())?;
    // A file that was cut short is read as far as it goes.
    from.set_db_config(DbConfig::SQLITE_DBCONFIG_WRITABLE_SCHEMA, true)?;
    Ok(from)
}

fn carry(from: &Connection, why: Why, into: &mut Connection) -> Result<Salvaged, LedgerError> {
    let transaction = into.transaction()?;
    let mut all = Salvaged { carried: 0, lost: Some(0) };
    for table in &TABLES {
        let Some(joins) = (if why == Why::Damaged { Some("1") } else { table.joins }) else { continue };
        let carried = Carry { from, into: &transaction, table, joins }.all()?;
        all.carried += carried;
        let count = format!("SELECT count(*) FROM {}{} WHERE {joins}", table.name, table.count);
        let there = from.query_row(&count, [], |row| row.get::<_, i64>(0)).ok().and_then(|n| u64::try_from(n).ok());
        // What is there already need not be carried over from a ledger that took ours's place.
        let lost = there.map(|there| if why == Why::Damaged { there.saturating_sub(carried) } else { 0 });
        all.lost = all.lost.zip(lost).map(|(all, lost)| all + lost);
    }
    transaction.commit()?;
    Ok(all)
}

/// One table on its way.
struct Carry<'a> {
    from: &'a Connection,
    into: &'a Connection,
    table: &'a Table,
    joins: &'a str,
}

impl Carry<'_> {
    /// From the front as far as it goes, from the back as far as it goes, and then what lies between.
    fn all(&self) -> Result<u64, LedgerError> {
        let (mut carried, order) = (0, self.table.order);
        if self.some(&format!("ORDER BY {order}"), &mut carried)? {
            return Ok(carried);
        }
        let back: Vec<String> = order.split(", ").map(|column| format!("{column} DESC")).collect();
        self.some(&format!("ORDER BY {}", back.join(", ")), &mut carried)?;
        if self.table.rowid {
            self.between(&mut carried)?;
        }
        Ok(carried)
    }

    /// Halves what could not be read, widest first.
    fn between(&self, carried: &mut u64) -> Result<(), LedgerError> {
        let key = self.table.order;
        let end = |which| {
            let sql = format!("SELECT {which}({key}) FROM {}", self.table.name);
            self.into.query_row(&sql, [], |row| row.get::<_, Option<i64>>(0)).ok().flatten()
        };
        let (first, last) = (end("min").unwrap_or(0), end("max").unwrap_or(i64::from(u32::MAX)));
        let mut ranges = VecDeque::from([(first, last)]);
        for _ in 0..MOST_READS {
            let Some((low, high)) = ranges.pop_front() else { return Ok(()) };
            if !self.some(&format!("AND {key} BETWEEN {low} AND {high}"), carried)? && low < high {
                let middle = low.midpoint(high);
                ranges.extend([(low, middle), (middle + 1, high)]);
            }
        }
        Ok(())
    }

    /// The rows in this order until one cannot be read; whether all could.
    fn some(&self, which: &str, carried: &mut u64) -> Result<bool, LedgerError> {
        let sql = format!("SELECT * FROM {} WHERE {} {which}", self.table.name, self.joins);
        let Ok(mut statement) = self.from.prepare(&sql) else { return Ok(false) };
        let columns = statement.column_count();
        let places = vec!["?"; columns].join(", ");
        let insert = format!("INSERT OR IGNORE INTO {} VALUES ({places})", self.table.name);
        let mut insert = self.into.prepare(&insert)?;
        let Ok(mut rows) = statement.query([]) else { return Ok(false) };
        loop {
            let row = match rows.next() {
                Ok(Some(row)) => row,
                Ok(None) => return Ok(true),
                Err(_) => return Ok(false),
            };
            let Ok(values) = (0..columns).map(|at| row.get::<_, Value>(at)).collect::<Result<Vec<_>, _>>() else {
                continue;
            };
            match insert.execute(params_from_iter(values)) {
                Ok(changed) => *carried += u64::try_from(changed).unwrap_or(0),
                // A value that was spoilt within a page that can be read.
                Err(error) if super::error::breaks_a_rule(&error) => {}
                Err(error) => return Err(error.into()),
            }
        }
    }
}
