//! What can go wrong with the ledger. Owns the list; the sentences are `text::ledger`'s.

use crate::engine::moment::Stamp;
use rusqlite::ErrorCode;
use std::io;
use std::path::PathBuf;

/// Why the ledger could not do what was asked. Nothing has been written then.
#[derive(Debug)]
pub enum LedgerError {
    /// Written by a later version of the program; left as it is.
    Newer {
        /// The file.
        path: PathBuf,
        /// Its version.
        found: i64,
        /// The newest version that this program knows.
        known: i64,
    },
    /// Of an older version, and opened only to read.
    Older {
        /// The file.
        path: PathBuf,
    },
    /// A database, but not a ledger; left as it is.
    Foreign {
        /// The file.
        path: PathBuf,
    },
    /// Opened only to read, and there is none.
    Missing {
        /// The file.
        path: PathBuf,
    },
    /// Another process writes it.
    InUse {
        /// The file.
        path: PathBuf,
    },
    /// Not a database, or not a whole one.
    Damaged(String),
    /// The file or its folder cannot be used.
    File(io::Error),
    /// SQLite refused.
    Sql(rusqlite::Error),
    /// No row has this id.
    NoSuchRow(u64),
    /// The row is open: there is nothing to correct yet.
    StillOpen(u64),
    /// The row is too old to be corrected.
    TooLate {
        /// The row.
        id: u64,
        /// When it was over.
        closed: Stamp,
    },
}

impl LedgerError {
    /// Whether what was to be written breaks a rule of the ledger: it never can be, as it is.
    #[must_use]
    pub fn breaks_a_rule(&self) -> bool {
        matches!(self, Self::Sql(error) if breaks_a_rule(error))
    }
}

/// A value that no row can hold is refused before SQLite sees it.
pub(super) fn breaks_a_rule(error: &rusqlite::Error) -> bool {
    matches!(error.sqlite_error_code(), None | Some(ErrorCode::ConstraintViolation))
}

impl From<io::Error> for LedgerError {
    fn from(error: io::Error) -> Self {
        Self::File(error)
    }
}

impl From<rusqlite::Error> for LedgerError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::Damaged(error.to_string()),
            _ => Self::Sql(error),
        }
    }
}
