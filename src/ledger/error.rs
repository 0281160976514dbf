//! What can go wrong with the ledger. Owns the list; the sentences are `text::ledger`'s.

use crate::engine::moment::Stamp;
use crate::system::files::Trouble;
use rusqlite::ErrorCode;
use serde::{Deserialize, Serialize};
use std::io;
use std::path::PathBuf;

/// Why the ledger could not do what was asked. Nothing has been written then. A value: whoever tells a person may be
/// another process, with a language of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
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
    /// Another program has it open, so that what was deleted cannot be taken out of it for good.
    Held,
    /// Not a database, or not a whole one.
    Damaged(String),
    /// The file or its folder cannot be used.
    File(Trouble),
    /// SQLite refused.
    Sql(Sqlite),
    /// What the app remembers has no form that can be kept; the words of whoever found that.
    Memory(String),
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

/// What SQLite refused with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sqlite {
    /// What follows from it.
    pub kind: SqliteKind,
    /// Its words.
    pub says: String,
}

/// What follows from a refusal of SQLite's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SqliteKind {
    /// What was to be written breaks a rule of the ledger: it never can be, as it is.
    Rule,
    /// The file could not be read; it may be the next time.
    Unread,
    /// Nothing.
    Other,
}

impl LedgerError {
    /// Whether what was to be written breaks a rule of the ledger: it never can be, as it is.
    #[must_use]
    pub fn breaks_a_rule(&self) -> bool {
        matches!(self, Self::Sql(Sqlite { kind: SqliteKind::Rule, .. }))
    }

    /// Whether it is a refusal to correct a row, and nothing is wrong with the ledger.
    #[must_use]
    pub fn refuses(&self) -> bool {
        matches!(self, Self::NoSuchRow(_) | Self::StillOpen(_) | Self::TooLate { .. })
    }
}

/// A value that no row can hold is refused before SQLite sees it.
pub(super) fn breaks_a_rule(error: &rusqlite::Error) -> bool {
    matches!(error.sqlite_error_code(), None | Some(ErrorCode::ConstraintViolation))
}

impl From<io::Error> for LedgerError {
    fn from(error: io::Error) -> Self {
        Self::File((&error).into())
    }
}

impl From<rusqlite::Error> for LedgerError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::Damaged(error.to_string()),
            Some(ErrorCode::SystemIoFailure) => Self::Sql(Sqlite { kind: SqliteKind::Unread, says: error.to_string() }),
            _ => {
                let kind = if breaks_a_rule(&error) { SqliteKind::Rule } else { SqliteKind::Other };
                Self::Sql(Sqlite { kind, says: error.to_string() })
            }
        }
    }
}
