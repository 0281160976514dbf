//! The file as a database: how it opens, what it may be, and what becomes of a damaged one.

use super::aside::{self, Why, set_aside};
use super::disk::{beside, create, make_folder, no_trap, only_mine, size};
use super::place::put_back;
use super::salvage::salvage;
use super::{Ledger, LedgerError};
use rusqlite::{Connection, ErrorCode, OpenFlags, TransactionBehavior};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Each takes the file from the version before it to the next; `user_version` counts them.
const MIGRATIONS: [&str; 3] = [
    include_str!("migrations/1-rows.sql"),
    include_str!("migrations/2-offers.sql"),
    include_str!("migrations/3-reasons.sql"),
];
/// Marks the file as ours ("Unhu").
const APPLICATION: i64 = 0x556e_6875;
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
    let failed_to_read = |error: &rusqlite::Error| error.sqlite_error_code() == Some(ErrorCode::SystemIoFailure);
    let again = |error: &LedgerError| {
        matches!(error, LedgerError::Damaged(_) | LedgerError::File(_))
            || matches!(error, LedgerError::Sql(error) if failed_to_read(error))
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
    let killed = size(&beside(path, "-wal")) > 0;
    create(path)?;
    let mut connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE | no_mutex())?;
    connection.busy_timeout(patience)?;
    let version = version_of(&connection, path)?;
    only_mine(path)?;
    connection.set_prepared_statement_cache_capacity(8);
    connection.execute_batch(SMALL)?;
    if size(path) <= if killed { CHECKED_AFTER_KILL } else { CHECKED_ALWAYS } {
        check(&connection)?;
    }
    // A log and not a rollback journal, although its index is mapped memory that another program can cut short (`place`
    // mends that): readers would hold back a commit, and each commit would cost four waits for the disk in place of one.
    // Nor a log whose index is in the heap, for that shuts out every reader.
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    migrate(&mut connection, version)?;
    Ok(connection)
}

/// The connection never leaves one thread at a time, so SQLite needs no locks of its own.
pub(super) fn no_mutex() -> OpenFlags {
    OpenFlags::SQLITE_OPEN_NO_MUTEX
}

fn newest() -> i64 {
    i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX)
}

/// The file's version, 0 for an empty one; an error if the file is not for us to touch.
fn version_of(connection: &Connection, path: &Path) -> Result<i64, LedgerError> {
    let number = |pragma: &str| connection.query_row(pragma, [], |row| row.get::<_, i64>(0));
    let tables = number("SELECT count(*) FROM sqlite_schema")?;
    let application = number("PRAGMA application_id")?;
    let found = number("PRAGMA user_version")?;
    if application != APPLICATION && (tables > 0 || application != 0) {
        return Err(LedgerError::Foreign { path: path.to_owned() });
    }
    if found > newest() {
        return Err(LedgerError::Newer { path: path.to_owned(), found, known: newest() });
    }
    Ok(found)
}

pub(super) fn check(connection: &Connection) -> Result<(), LedgerError> {
    let says: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    match says.as_str() {
        "ok" => Ok(()),
        _ if could_not_read(&says) => Err(LedgerError::File(io::Error::other(says))),
        _ => Err(LedgerError::Damaged(says)),
    }
}

/// The check tells of a page that it could not get in the same way as of a spoilt one, but with SQLite's code for it.
fn could_not_read(says: &str) -> bool {
    let codes = says.split("error code").skip(1).filter_map(|rest| {
        let digits: String = rest.trim_start_matches(['=', ' ']).chars().take_while(char::is_ascii_digit).collect();
        digits.parse::<i32>().ok()
    });
    let mut codes = codes.map(|code| rusqlite::ffi::Error::new(code).code);
    codes.any(|code| !matches!(code, ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase))
}

/// Brings the file to the newest version, all steps or none.
fn migrate(connection: &mut Connection, from: i64) -> Result<(), LedgerError> {
    if from >= newest() {
        return Ok(());
    }
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    for migration in MIGRATIONS.iter().skip(usize::try_from(from).unwrap_or(0)) {
        transaction.execute_batch(migration)?;
    }
    transaction.pragma_update(None, "user_version", newest())?;
    transaction.pragma_update(None, "application_id", APPLICATION)?;
    Ok(transaction.commit()?)
}

/// A write-ahead log without its file: SQLite would throw it away.
fn orphaned(path: &Path) -> bool {
    size(path) == 0 && size(&beside(path, "-wal")) > 0
}

#[cfg(test)]
mod tests {
    use super::could_not_read;

    #[test]
    fn a_page_that_could_not_be_read_is_told_from_one_that_is_spoilt() {
        for says in
            ["Page 4: unable to get the page. error code=522", "Tree 2 page 2: btreeInitPage() returns error code 10"]
        {
            assert!(could_not_read(says), "{says}");
        }
        for says in
            ["Tree 2 page 2: btreeInitPage() returns error code 11", "Tree 2 page 3 cell 0: Offset 165 out of range"]
        {
            assert!(!could_not_read(says), "{says}");
        }
    }
}
