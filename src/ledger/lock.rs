//! The right to write: one process a ledger, whatever its environment, boot or machine. Owns the file beside the ledger
//! that carries the lock, and the word in it by which others find the holder; never opens the ledger.

use crate::system::files::{Trouble, guarded, lock, private};
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Seek, Write};
use std::path::{Path, PathBuf};

/// No word is as long as this.
// Whoever may write in the folder can put anything in the place of this file: it is read to here and no further.
const LONGEST: u64 = 4096;

/// The right to write a ledger; given back by the system when the process ends, however it ends.
#[derive(Debug)]
pub struct Lock {
    file: File,
    path: PathBuf,
}

impl Lock {
    /// The right to write the ledger at this path, or none while another process has it. Its folder is made if need be.
    ///
    /// # Errors
    /// When the file of the lock cannot be made or locked.
    pub fn take(ledger: &Path) -> io::Result<Option<Self>> {
        super::disk::make_folder(ledger)?;
        let path = beside(ledger);
        // A link here would take the lock, and the word that is written into it, to another file.
        if fs::symlink_metadata(&path).is_ok_and(|there| !there.is_file()) {
            return Err(Trouble::NoFileAt(path).into());
        }
        // Never waited for: a second start is to find the first one and end, not to stand behind it.
        match lock(private(OpenOptions::new().create(true).truncate(false).write(true)), &path) {
            Ok(file) => Ok(Some(Self { file, path })),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }

    /// Leaves word of where the holder is to be found.
    pub fn say(&self, word: &str) {
        // Whoever cannot read it looks in the usual place.
        let mut file = &self.file;
        let _ = file.set_len(0).and_then(|()| file.rewind()).and_then(|()| file.write_all(word.as_bytes()));
    }

    /// What the holder of this ledger's lock, or the last one that was killed, left word of.
    #[must_use]
    pub fn said(ledger: &Path) -> Option<String> {
        let path = beside(ledger);
        fs::symlink_metadata(&path).ok().filter(fs::Metadata::is_file)?;
        let word = String::from_utf8(guarded::read(&path, LONGEST).ok()?).ok()?;
        Some(word).filter(|word| !word.is_empty())
    }

    /// Whether the file that carries the lock is still the one beside the ledger.
    #[must_use]
    pub fn holds(&self) -> bool {
        super::disk::is_still(&self.file, &self.path)
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Whoever ended in order is not to be looked for.
        let _ = self.file.set_len(0);
    }
}

/// Whoever reaches the ledger by a link finds the same lock.
fn beside(ledger: &Path) -> PathBuf {
    let mut name = fs::canonicalize(ledger).unwrap_or_else(|_| ledger.to_owned()).into_os_string();
    name.push(".lock");
    name.into()
}
