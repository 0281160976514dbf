//! Whether the ledger that is open is still the file at its path: people and programs remove, restore and synchronise
//! files. Owns the comparison, the handles that it needs, and the way back; never decides when to look.

use super::aside::{self, Why, set_aside};
use super::disk::{beside, create, is_still, make_folder};
use super::schema::check;
use super::{Ledger, LedgerError};
use rusqlite::Connection;
use rusqlite::config::DbConfig;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Seek};
use std::path::{Path, PathBuf};

/// How every database begins.
const DATABASE: &[u8] = b"SQLite format 3\0";
/// How a write-ahead log begins; the byte after that tells how its sums are made.
const LOG: &[u8] = &[0x37, 0x7f, 0x06];
/// A ledger that is written anew, until it is whole.
const NEW: &str = ".new";
/// One that is whole and not yet at its place.
const RESCUED: &str = ".rescued";

/// The files that are open, as they were when they were opened.
#[derive(Debug)]
pub(super) struct Place {
    path: PathBuf,
    database: Held,
    log: Held,
    index: Held,
    /// More may be lost than can be counted.
    lost_log: bool,
}

/// One of them. It is held as long as the connection: a system takes away all locks that a process has on a file as soon
/// as it closes any handle on it, and without SQLite's lock any other program that closes the ledger deletes the log.
#[derive(Debug)]
struct Held {
    path: PathBuf,
    file: Option<File>,
    /// How long it was at the last look.
    length: u64,
}

impl Held {
    fn of(path: PathBuf, options: &OpenOptions) -> Self {
        let file = options.open(&path).ok();
        let mut held = Self { path, file, length: 0 };
        held.length = held.size();
        held
    }

    /// Whether its path still leads to it.
    fn is_there(&self) -> bool {
        self.file.as_ref().is_some_and(|file| is_still(file, &self.path))
    }

    fn size(&self) -> u64 {
        self.file.as_ref().and_then(|file| file.metadata().ok()).map_or(0, |data| data.len())
    }

    /// Whether it became shorter since the last time that this was asked.
    fn shrank(&mut self) -> bool {
        let (before, now) = (self.length, self.size());
        self.length = now;
        now < before
    }

    /// Whether it begins in this way; one that cannot be read now is not said to differ.
    fn begins(&self, with: &[u8]) -> bool {
        let mut head = vec![0; with.len()];
        let read = self.file.as_ref().map(|mut file| file.rewind().and_then(|()| file.read_exact(&mut head)));
        !matches!(read, Some(Ok(()))) || head == with
    }
}

impl Place {
    /// The connection must be open: what is held here is not to be closed before it.
    pub(super) fn of(path: &Path) -> Self {
        let (read, write) = (OpenOptions::new().read(true).clone(), OpenOptions::new().read(true).write(true).clone());
        Self {
            path: path.to_owned(),
            database: Held::of(path.to_owned(), &read),
            log: Held::of(beside(path, "-wal"), &read),
            index: Held::of(beside(path, "-shm"), &write),
            lost_log: false,
        }
    }

    /// It was written anew in order: it is whole as long as it is now. Nothing of an earlier writing stays beside it.
    pub(super) fn measure(&mut self) -> io::Result<()> {
        for held in [&mut self.database, &mut self.log, &mut self.index] {
            held.length = held.size();
        }
        remove(&beside(&self.path, NEW))
    }

    /// SQLite has the index of its log mapped into memory, so one that was cut short ends the process at the next touch.
    /// Made as long as it was, what is missing is zero, and that is an index which SQLite makes anew from the log.
    fn mend_index(&mut self) {
        let before = self.index.length;
        if self.index.shrank() {
            let _ = self.index.file.as_ref().map(|file| file.set_len(before));
            self.index.length = before;
        }
    }

    /// Whether something else was written into the log, or something of it is missing. A log becomes shorter in order when
    /// all of it is in the file.
    fn log_is_spoilt(&mut self, connection: &Connection) -> bool {
        let shrank = self.log.shrank();
        self.lost_log |= !self.log.begins(LOG) || shrank && !can_be_read(connection);
        self.lost_log
    }
}

/// Whether all that a log tells of can be read in it, whatever others have emptied in order.
fn can_be_read(connection: &Connection) -> bool {
    connection.query_row("PRAGMA wal_checkpoint", [], |_| Ok(())).is_ok()
}

/// How the file at the path stands to the ledger that is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is the one, and begins as it should.
    Same,
    /// There is none, or it is another file, or its log is; all that was written can still be written anew.
    Gone,
    /// It is the one, and something else was written into it.
    Spoilt,
}

impl Ledger {
    /// How the file at the ledger's path stands to the one that is open; for a look before something is written.
    pub fn standing(&mut self) -> Standing {
        let Some(place) = &mut self.place else { return Standing::Same };
        place.mend_index();
        if !place.database.is_there() || !place.log.is_there() {
            return Standing::Gone;
        }
        // A ledger never grows shorter.
        if place.database.shrank() || !place.database.begins(DATABASE) {
            return Standing::Spoilt;
        }
        if place.log_is_spoilt(&self.connection) {
            // What of it is still in memory may be all that was in it.
            let whole = check(&self.connection).or_else(|_| check(&self.connection));
            return if whole.is_ok() { Standing::Gone } else { Standing::Spoilt };
        }
        Standing::Same
    }

    /// Writes the ledger, which is no longer at its path, anew beside it, as a whole; then it can [give way](Self::give_way).
    ///
    /// # Errors
    /// When it cannot be written anew. Nothing has changed for this one then.
    pub fn rescue(&self) -> Result<(), LedgerError> {
        let Some(place) = &self.place else { return Err(io::Error::from(io::ErrorKind::NotFound).into()) };
        let new = beside(&place.path, NEW);
        make_folder(&place.path)?;
        // SQLite copies into a file that is empty or not there. Ours is made empty, so that nobody else can ever read
        // it.
        remove(&new)?;
        create(&new)?;
        // Read through what is open, log and all, which no path leads to any more.
        self.connection.execute("VACUUM INTO ?1", [new.to_string_lossy()])?;
        // Whole first, under a name of its own: a kill before the last step leaves it where the next opening finds it.
        Ok(fs::rename(&new, beside(&place.path, RESCUED))?)
    }

    /// Lets the rescued ledger take the place of this one. A file that is there instead is set aside; the path is to be
    /// opened again then, which carries over what is only in that file.
    ///
    /// # Errors
    /// When something of this one cannot be taken away. The next opening puts the rescued one back.
    pub fn give_way(self) -> Result<(), LedgerError> {
        let Some(place) = &self.place else { return Ok(()) };
        let path = place.path.clone();
        // Our log would be taken for that of the file that is there now. Where ours is there, only its log was taken away,
        // and what is in it is in the rescued one.
        let all = place.database.is_there();
        let ours = [&place.log, &place.index, &place.database].into_iter().filter(|ours| all || ours.is_there());
        let ours: Vec<PathBuf> = ours.map(|ours| ours.path.clone()).collect();
        // Some systems let nobody remove a file that is open.
        self.leave();
        ours.iter().try_for_each(|ours| remove(ours))?;
        Ok(put_back(&path)?)
    }

    /// Lets go of the files as they are: nothing is written into them or deleted.
    fn leave(self) {
        // Closing would work the log into the file, which may be somebody else's by now.
        let _ = self.connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true);
    }

    /// Puts a ledger that turned out to be damaged while in use ([`LedgerError::Damaged`]) aside. The next opening begins a
    /// new one with what can be read of it.
    pub fn give_up(self) -> Result<(), LedgerError> {
        let Some(place) = &self.place else { return Ok(()) };
        let (path, lost_log) = (place.path.clone(), place.lost_log);
        // What is damaged must not be spread from the log into the file.
        self.leave();
        let kept = set_aside(&path, Why::Damaged)?;
        if lost_log { Ok(aside::keep_unsure(&kept)?) } else { Ok(()) }
    }

    pub(super) fn of(connection: Connection, path: Option<&Path>) -> Self {
        Self { connection, pruned: None, place: path.map(Place::of), unread: std::cell::Cell::default() }
    }
}

impl Drop for Ledger {
    fn drop(&mut self) {
        if let Some(place) = &mut self.place {
            place.mend_index();
        }
    }
}

/// Puts a rescued ledger at its place, also one that a kill kept from getting there.
pub(super) fn put_back(path: &Path) -> io::Result<()> {
    let rescued = beside(path, RESCUED);
    if !rescued.exists() {
        return Ok(());
    }
    if path.exists() || beside(path, "-wal").exists() {
        set_aside(path, Why::Replaced)?;
    }
    fs::rename(rescued, path)
}

fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        Ok(()) | Err(_) => Ok(()),
    }
}
