//! What can go wrong with the ledger: one sentence of what happened and one of what to do.

use crate::engine::moment::Stamp;
use rusqlite::ErrorCode;
use std::io;
use std::path::PathBuf;

/// Why the ledger could not do what was asked. Nothing has been written then.
#[derive(Debug, thiserror::Error)]
pub enum LedgerError {
    /// Written by a later version of the program; left as it is.
    #[error(
        "The ledger {} was written by a newer version of Unhunch (its form is {found}, this one knows {known}). Install \
         that version again, or start with another ledger; the file was left as it is.", path.display()
    )]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its version.
        found: i64,
        /// The newest version that this program knows.
        known: i64,
    },
    /// Of an older version, and opened only to read.
    #[error("The ledger {} is from an older version of Unhunch. Start Unhunch once, and it is brought up to date.", path.display())]
    Older {
        /// The file.
        path: PathBuf,
    },
    /// A database, but not a ledger; left as it is.
    #[error("{} is a database of another program. Name another file for the ledger; this one was left as it is.", path.display())]
    Foreign {
        /// The file.
        path: PathBuf,
    },
    /// Opened only to read, and there is none.
    #[error("There is no ledger at {} yet. Start Unhunch, and it begins one.", path.display())]
    Missing {
        /// The file.
        path: PathBuf,
    },
    /// Another process writes it.
    #[error("Another Unhunch keeps the ledger {}. End that one; then this one can write it.", path.display())]
    InUse {
        /// The file.
        path: PathBuf,
    },
    /// Not a database, or not a whole one.
    #[error("The ledger is damaged ({0}). Start Unhunch again: it keeps the file beside a new one.")]
    Damaged(String),
    /// The file or its folder cannot be used.
    #[error("The ledger's file or folder cannot be used ({0}). Check that it is yours and that the disk is not full.")]
    File(#[from] io::Error),
    /// SQLite refused.
    #[error(
        "The ledger could not be read or written ({0}). Check that the disk is not full and that the file is yours."
    )]
    Sql(rusqlite::Error),
    /// No row has this id.
    #[error("There is no break with the number {0}. `unhunch review --json --breaks` lists them.")]
    NoSuchRow(u64),
    /// The row is open: there is nothing to correct yet.
    #[error("The break with the number {0} is still open. Answer it first.")]
    StillOpen(u64),
    /// The row is too old to be corrected.
    #[error(
        "The break with the number {id} was over at {closed}, and a record can be corrected for 24 hours only. It stays as it is."
    )]
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

impl From<rusqlite::Error> for LedgerError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::Damaged(error.to_string()),
            _ => Self::Sql(error),
        }
    }
}
