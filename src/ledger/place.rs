//! Whether the ledger that is open is still the file at its path: people and programs remove, restore and synchronise
//! files. Owns the comparison and the way back; never decides when to look.

use super::aside::{Why, keep_count, set_aside};
use super::file::{Opened, beside, connect, create, identity, make_folder};
use super::salvage::salvage;
use super::{Ledger, LedgerError};
use crate::guarded;
use std::cell::Cell;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// How every database begins.
const MAGIC: &[u8; 16] = b"SQLite format 3\0";

/// The file that is open, as it was when it was opened.
#[derive(Debug)]
pub(super) struct Place {
    path: PathBuf,
    file: Option<(u64, u64)>,
    log: Option<(u64, u64)>,
    /// A ledger never grows shorter.
    longest: u64,
}

impl Place {
    pub(super) fn of(path: &Path) -> Self {
        let log = at(&beside(path, "-wal"));
        Self { path: path.to_owned(), file: at(path), log, longest: super::file::size(path) }
    }
}

/// How the file at the path stands to the ledger that is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is the one, and begins as it should.
    Same,
    /// There is none, or it is another file.
    Gone,
    /// It is the one, and something else was written into it.
    Spoilt,
}

impl Ledger {
    /// How the file at the ledger's path stands to the one that is open; for a look before something is written.
    pub fn standing(&mut self) -> Standing {
        let Some(place) = &mut self.place else { return Standing::Same };
        if at(&place.path) != place.file {
            return Standing::Gone;
        }
        let size = super::file::size(&place.path);
        let (before, mut head) = (place.longest, [0; MAGIC.len()]);
        place.longest = before.max(size);
        let begins = guarded::open(&place.path).and_then(|mut file| file.read_exact(&mut head));
        let wrong = size < before || begins.is_ok() && &head != MAGIC;
        if wrong { Standing::Spoilt } else { Standing::Same }
    }

    /// Puts the ledger, which is no longer at its path, back there. A file that took its place is set aside, and what
    /// is only in that one is carried over.
    ///
    /// # Errors
    /// When it cannot be written anew; the ledger is to be opened again then.
    pub fn rescue(self) -> Result<Opened, LedgerError> {
        let Some(place) = self.place else { return Err(io::Error::other("a ledger without a file").into()) };
        let new = beside(&place.path, ".new");
        let path = place.path;
        make_folder(&path)?;
        remove(&new)?;
        create(&new)?;
        self.connection.execute("VACUUM INTO ?1", [new.to_string_lossy()])?;
        // Our log would be taken for that of the file that is there now.
        if at(&beside(&path, "-wal")) == place.log {
            remove(&beside(&path, "-wal"))?;
            remove(&beside(&path, "-shm"))?;
        }
        let kept = if path.exists() { Some(set_aside(&path, Why::Replaced)?) } else { None };
        // A connection that closes takes away what is beside its path, so that must happen before there is something.
        drop(self.connection);
        fs::rename(&new, &path)?;
        let mut connection = connect(&path)?;
        if let Some(kept) = &kept {
            keep_count(kept, salvage(kept, Why::Replaced, &mut connection).unwrap_or_default())?;
        }
        Ok(Opened { ledger: Self::of(connection, Some(&path)), kept })
    }

    pub(super) fn of(connection: rusqlite::Connection, path: Option<&Path>) -> Self {
        Self { connection, pruned: None, place: path.map(Place::of), unread: Cell::default() }
    }
}

fn at(path: &Path) -> Option<(u64, u64)> {
    fs::metadata(path).ok().map(|data| identity(&data))
}

fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        Ok(()) | Err(_) => Ok(()),
    }
}
