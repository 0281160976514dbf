//! The file as a database: how it opens, what it may be, and what becomes of a damaged one.

use super::aside::{self, Why, set_aside};
use super::disk::{beside, create, make_folder, no_trap, only_mine, size};
use super::error::SqliteKind;
use super::peers::name_own;
use super::place::put_back;
use super::salvage::salvage;
use super::schema::{check, migrate, newest, no_mutex, version_of};
use super::{Ledger, LedgerError};
use crate::system::machine;
use rusqlite::{Connection, OpenFlags};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// A check of the whole file takes about 17 ms for each megabyte, and the tray is to be there at once. So a small file is
/// checked at every start, a larger one after an end that was not orderly; a cut file is found without a check.
const CHECKED_ALWAYS: u64 = 1 << 20;
/// The same, after an end that left a write-ahead log behind.
const CHECKED_AFTER_KILL: u64 = 4 << 20;
/// How long an opening waits for another process that is writing.
const BUSY: Duration = Duration::from_secs(1);
/// What a commit of the running app waits: long enough for one that writes as briefly as itself.
const HARDLY: Duration = Duration::from_millis(100);
/// A read may fail once that succeeds the next time: only what is said twice in a row is believed.
const TRIES: usize = 2;
/// Few pages and few statements are kept: the app writes a row a few times an hour. A short log costs little memory.
const SMALL: &str = "PRAGMA cache_size = 32; PRAGMA mmap_size = 0; PRAGMA wal_autocheckpoint = 128;
     PRAGMA journal_size_limit = 1048576;";

/// An opened ledger.
#[derive(Debug)]
pub struct Opened {
    /// The ledger.
    pub ledger: Ledger,
    /// A damaged file was found and is kept here; the ledger is a new one with what could be read of it.
    pub kept: Option<PathBuf>,
}

impl Ledger {
    /// Opens the ledger at `path`, or begins one, in a folder made for it if need be; only the person can read either. A
    /// damaged file is renamed (`ledger.damaged-1.db`), told of, and what can be read of it carried over. A file of a newer version, or of another program, is
    /// an error and is left as it is.
    pub fn open(path: &Path) -> Result<Opened, LedgerError> {
        Self::open_within(path, BUSY)
    }

    /// The same for an app that is running: neither this nor any commit waits for another process. It fails, and is to
    /// be tried again.
    pub fn reopen(path: &Path) -> Result<Opened, LedgerError> {
        Self::open_within(path, HARDLY)
    }

    fn open_within(path: &Path, patience: Duration) -> Result<Opened, LedgerError> {
        make_folder(path)?;
        // A kill can have kept a rescued ledger from its place. It is the newest there is, so it goes there before
        // anything is opened or made.
        put_back(path)?;
        if orphaned(path) {
            set_aside(path, Why::Damaged)?;
        }
        let mut connection = match connect_surely(path, patience) {
            Err(LedgerError::Damaged(_)) => {
                set_aside(path, Why::Damaged)?;
                connect(path, patience)?
            }
            other => other?,
        };
        let kept = carry_over(path, &mut connection);
        Ok(Opened { ledger: Self::of(connection, Some(path)), kept })
    }

    /// Checks the whole file, for `doctor`: about 17 ms for each megabyte.
    pub fn check(&self) -> Result<(), LedgerError> {
        check(&self.connection)
    }

    /// From now on a commit does not wait for another process either, as after [`Ledger::reopen`].
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn hurry(&self) -> Result<(), LedgerError> {
        Ok(self.connection.busy_timeout(HARDLY)?)
    }

    /// A ledger that is gone with this value: for simulations.
    pub fn in_memory() -> Result<Self, LedgerError> {
        let mut connection = Connection::open_in_memory()?;
        migrate(&mut connection, 0)?;
        connection.set_prepared_statement_cache_capacity(16);
        Ok(Self::of(connection, None))
    }

    /// Opens the ledger only to read, beside a running app or without one. Nothing is repaired or brought up to date.
    pub fn open_read_only(path: &Path) -> Result<Self, LedgerError> {
        if !path.exists() {
            return Err(LedgerError::Missing { path: path.to_owned() });
        }
        no_trap(path)?;
        // To read a file with a log SQLite must be able to write the index of that log. So the file is opened to
        // write, and the connection is kept from it.
        let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE | no_mutex())?;
        connection.busy_timeout(BUSY)?;
        connection.execute_batch("PRAGMA query_only = ON")?;
        let known = version_of(&connection, path)?;
        if known < newest() {
            return Err(LedgerError::Older { path: path.to_owned() });
        }
        Ok(Self::of(connection, None))
    }
}

/// A failed read is no damage, and damage is there a second time.
fn connect_surely(path: &Path, patience: Duration) -> Result<Connection, LedgerError> {
    let again = |error: &LedgerError| {
        matches!(error, LedgerError::Damaged(_) | LedgerError::File(_))
            || matches!(error, LedgerError::Sql(said) if said.kind == SqliteKind::Unread)
    };
    (1..TRIES).fold(connect(path, patience), |said, _| match said {
        Err(error) if again(&error) => connect(path, patience),
        said => said,
    })
}

/// Carries over what can be read of each file that was set aside and not looked into yet: what was set aside last, and
/// what a kill or a full disk kept from it. The last such file.
fn carry_over(path: &Path, connection: &mut Connection) -> Option<PathBuf> {
    let mut last = None;
    for (why, kept) in aside::untouched(path) {
        // What stops it stops it now: the next opening tries again.
        let _ = salvage(&kept, why, connection);
        last = Some(kept);
    }
    last
}

fn connect(path: &Path, patience: Duration) -> Result<Connection, LedgerError> {
    no_trap(path)?;
    // Before anything opens the file: SQLite empties the log when the last one closes it, so what is in it now is from
    // an end that was not orderly.
    let killed = size(&beside(path, "-wal")) > 0;
    create(path)?;
    let mut connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE | no_mutex())?;
    connection.busy_timeout(patience)?;
    let version = version_of(&connection, path)?;
    // Only now that it is known to be ours: no other file gets another mode.
    only_mine(path)?;
    connection.set_prepared_statement_cache_capacity(8);
    connection.execute_batch(SMALL)?;
    // As it lies there, before anything is written into it.
    if size(path) <= if killed { CHECKED_AFTER_KILL } else { CHECKED_ALWAYS } {
        check(&connection)?;
    }
    // A log and not a rollback journal, although its index is mapped memory that another program can cut short (`place`
    // mends that): readers would hold back a commit, and each commit would cost four waits for the disk in place of one.
    // Nor a log whose index is in the heap, for that shuts out every reader.
    connection.pragma_update(None, "journal_mode", "WAL")?;
    // With a log anything less loses the last commits when the power goes, and what was answered is to be on the disk.
    connection.pragma_update(None, "synchronous", "FULL")?;
    migrate(&mut connection, version)?;
    if version < newest() {
        // Once: what it is called is not asked for at any other start.
        let host = machine::host().unwrap_or_default();
        name_own(&connection, &host, &host)?;
    }
    Ok(connection)
}

/// A write-ahead log without its file: SQLite would throw it away.
fn orphaned(path: &Path) -> bool {
    size(path) == 0 && size(&beside(path, "-wal")) > 0
}
