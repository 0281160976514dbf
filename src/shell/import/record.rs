//! A record of another program as a file. Owns how it is opened: never the file itself where that is a database, for SQLite
//! writes beside what it reads.

use crate::import::{Days, NoRecord, Reading, of_database, of_text};
use crate::ledger::Program;
use crate::system::files::{guarded, temporary::Temporary};
use crate::text::files::because;
use crate::text::import as text;
use rusqlite::{Connection, OpenFlags};
use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::Path;

/// No record is as long: Entracte writes some 100 bytes an event, which are 20 years of a hundred events a day.
const LONGEST: u64 = 64 << 20;
/// How a database begins.
const DATABASE: &[u8] = b"SQLite format 3\0";
/// What folders for copies are called.
const COPIES: &str = "unhunch-import";
/// What SQLite keeps beside a database while it is written.
const BESIDE: [&str; 2] = ["-wal", "-journal"];

/// Reads it.
///
/// # Errors
/// One sentence, where it cannot be read or is no record.
pub(super) fn read(file: &Path, from: Option<Program>, days: &Days<'_>) -> Result<Reading, String> {
    let unread = |error: io::Error| text::not_read(file, &because(&error));
    let bytes = guarded::read(file, LONGEST).map_err(unread)?;
    let read = if bytes.starts_with(DATABASE) {
        Temporary::sweep(COPIES);
        let copy = Temporary::new(COPIES).map_err(unread)?;
        copied(file, &bytes, copy.path()).map_err(unread)?;
        opened(&copy.path().join("record.db")).and_then(|record| of_database(&record, from, days))
    } else {
        of_text(&bytes, from, days)
    };
    read.map_err(|why| text::no_record(file, &why))
}

/// Puts the database and what lies beside it into a folder.
fn copied(file: &Path, bytes: &[u8], folder: &Path) -> io::Result<()> {
    for end in BESIDE {
        let mut beside = OsString::from(file);
        beside.push(end);
        match guarded::read(Path::new(&beside), LONGEST) {
            Ok(bytes) => fs::write(folder.join(format!("record.db{end}")), bytes)?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(error),
        }
    }
    fs::write(folder.join("record.db"), bytes)
}

fn opened(copy: &Path) -> Result<Connection, NoRecord> {
    let open = || {
        // To work in what a log has, SQLite must be able to write.
        let record = Connection::open_with_flags(copy, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        // Whoever made the file may have put functions of their choosing into it.
        record.execute_batch("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON")?;
        Ok(record)
    };
    open().map_err(|error: rusqlite::Error| NoRecord::Database(error.to_string()))
}
