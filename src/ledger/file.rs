//! The file: where it opens, what it may be, who may read it, and what becomes of a damaged one.

use super::aside::{Why, keep_count, set_aside};
use super::salvage::salvage;
use super::{Ledger, LedgerError};
use crate::guarded::only_a_file;
use rusqlite::{Connection, ErrorCode, OpenFlags, TransactionBehavior};
use std::fs::{self, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Each takes the file from the version before it to the next; `user_version` counts them.
const MIGRATIONS: [&str; 2] = [include_str!("migrations/1-rows.sql"), include_str!("migrations/2-offers.sql")];
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
/// What SQLite keeps beside the file.
pub(super) const BESIDE: [&str; 3] = ["-wal", "-shm", "-journal"];
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
        make_folder(path)?;
        let mut kept = if orphaned(path) { Some(set_aside(path, Why::Damaged)?) } else { None };
        let mut connection = match connect_surely(path) {
            Err(LedgerError::Damaged(_)) => {
                kept = Some(set_aside(path, Why::Damaged)?);
                connect(path)?
            }
            other => other?,
        };
        if let Some(kept) = &kept {
            // What cannot be carried over stays in the file that is kept.
            let salvaged = salvage(kept, Why::Damaged, &mut connection).unwrap_or_default();
            keep_count(kept, salvaged)?;
        }
        Ok(Opened { ledger: Self::of(connection, Some(path)), kept })
    }

    /// Puts a ledger that turned out to be damaged while in use ([`LedgerError::Damaged`]) aside, and begins a new one.
    /// Drop the old connection first.
    pub fn start_over(path: &Path) -> Result<Opened, LedgerError> {
        let kept = set_aside(path, Why::Damaged)?;
        let mut connection = connect(path)?;
        let salvaged = salvage(&kept, Why::Damaged, &mut connection).unwrap_or_default();
        keep_count(&kept, salvaged)?;
        Ok(Opened { kept: Some(kept), ledger: Self::of(connection, Some(path)) })
    }

    /// Checks the whole file, for `doctor`: about 17 ms for each megabyte.
    pub fn check(&self) -> Result<(), LedgerError> {
        check(&self.connection)
    }

    /// From now on a commit hardly waits for another process: it fails, and is to be tried again.
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
fn connect_surely(path: &Path) -> Result<Connection, LedgerError> {
    let failed_to_read = |error: &rusqlite::Error| error.sqlite_error_code() == Some(ErrorCode::SystemIoFailure);
    let again = |error: &LedgerError| {
        matches!(error, LedgerError::Damaged(_) | LedgerError::File(_))
            || matches!(error, LedgerError::Sql(error) if failed_to_read(error))
    };
    (1..TRIES).fold(connect(path), |said, _| match said {
        Err(error) if again(&error) => connect(path),
        said => said,
    })
}

pub(super) fn connect(path: &Path) -> Result<Connection, LedgerError> {
    no_trap(path)?;
    let killed = size(&beside(path, "-wal")) > 0;
    create(path)?;
    let mut connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE | no_mutex())?;
    connection.busy_timeout(BUSY)?;
    let version = version_of(&connection, path)?;
    only_mine(path)?;
    connection.set_prepared_statement_cache_capacity(8);
    connection.execute_batch(SMALL)?;
    if size(path) <= if killed { CHECKED_AFTER_KILL } else { CHECKED_ALWAYS } {
        check(&connection)?;
    }
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

fn check(connection: &Connection) -> Result<(), LedgerError> {
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

pub(super) fn size(path: &Path) -> u64 {
    fs::metadata(path).map_or(0, |data| data.len())
}

pub(super) fn beside(path: &Path, end: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(end);
    name.into()
}

/// Whether what is open here is still what the path leads to.
pub(super) fn is_still(file: &fs::File, path: &Path) -> bool {
    file.metadata().ok().map(|data| identity(&data)) == fs::metadata(path).ok().map(|data| identity(&data))
}

#[cfg(unix)]
pub(super) fn identity(data: &fs::Metadata) -> (u64, u64) {
    use std::os::unix::fs::MetadataExt;
    (data.dev(), data.ino())
}

#[cfg(not(unix))]
pub(super) fn identity(_data: &fs::Metadata) -> (u64, u64) {
    (0, 0)
}

/// Makes the folder with what leads to it, for the person alone. One that is there is somebody's, and stays as it is.
pub(super) fn make_folder(path: &Path) -> io::Result<()> {
    let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty() && !folder.exists()) else {
        return Ok(());
    };
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Refuses pipes and devices, which SQLite would wait for or read without end.
fn no_trap(path: &Path) -> io::Result<()> {
    [""].iter().chain(&BESIDE).try_for_each(|end| only_a_file(&beside(path, end)))
}

/// Makes the file, if it is not there, before SQLite can, so that it is never readable by others; SQLite gives what lies beside it its mode.
pub(super) fn create(path: &Path) -> io::Result<()> {
    only_a_file(path)?;
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(drop)
}

#[cfg(unix)]
fn only_mine(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    for end in [""].iter().chain(&BESIDE) {
        let file = beside(path, end);
        if let Ok(data) = fs::metadata(&file)
            && data.permissions().mode() & 0o077 != 0
        {
            fs::set_permissions(&file, fs::Permissions::from_mode(0o600))?;
        }
    }
    Ok(())
}

#[cfg(not(unix))]
fn only_mine(_path: &Path) -> io::Result<()> {
    Ok(())
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
