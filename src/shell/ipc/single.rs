//! Only one app runs for one ledger and in one runtime folder: whoever holds both locks. Owns them and what a killed app
//! left behind; never talks to the other one.

use crate::ledger::Lock;
use crate::shell::paths::Paths;
use crate::system::files::{self, Trouble, no_link, private, private_folder};
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// The right to run; given back by the system when the process ends, however it ends.
#[derive(Debug)]
pub(crate) struct Single {
    _lock: File,
    /// None where the ledger's folder is of no use: then nothing can be written, and whoever writes says why.
    ledger: Option<Lock>,
    socket: PathBuf,
}

impl Single {
    /// The right to run, or none when another app has it. A socket left by a killed app is taken away.
    ///
    /// # Errors
    /// When the folder or the lock cannot be made, or the folder is not ours.
    pub(crate) fn acquire(paths: &Paths) -> io::Result<Option<Self>> {
        // Beside the ledger too: without XDG_RUNTIME_DIR (su, cron, ssh) the runtime folder is another, and of two apps
        // on one record each loses rows of the other.
        let ledger = match Lock::take(&paths.ledger) {
            Ok(Some(lock)) => Some(lock),
            Ok(None) => return Ok(None),
            Err(_) => None,
        };
        private_folder(&paths.runtime)?;
        let Some(lock) = lock(&paths.lock())? else { return Ok(None) };
        let single = Self { _lock: lock, ledger, socket: paths.socket() };
        single.clear()?;
        Ok(Some(single))
    }

    /// The right to write the ledger, for whoever keeps it from here on.
    pub(crate) fn ledger(&mut self) -> Option<Lock> {
        self.ledger.take()
    }

    fn clear(&self) -> io::Result<()> {
        match std::fs::remove_file(&self.socket) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
            Ok(()) | Err(_) => Ok(()),
        }
    }
}

/// The lock, or none while another process has it. A link or a pipe in place of its file is refused and never waited for.
fn lock(path: &Path) -> io::Result<Option<File>> {
    match files::lock(no_link(private(OpenOptions::new().create(true).truncate(false).write(true))), path) {
        Ok(lock) if lock.metadata()?.is_file() => Ok(Some(lock)),
        Ok(_) => Err(Trouble::NoFile.into()),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) => Err(error),
    }
}

impl Drop for Single {
    fn drop(&mut self) {
        let _ = self.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_ledger_has_one_app_whatever_the_runtime_folder() {
        let dir = tempfile::tempdir().expect("a folder");
        let paths = Paths::find(Some(dir.path())).expect("an absolute path");
        let elsewhere = Paths { runtime: dir.path().join("elsewhere"), ..paths.clone() };
        let mut first = Single::acquire(&paths).expect("a lock").expect("nobody else runs");
        assert!(Single::acquire(&elsewhere).expect("no error").is_none());
        let kept = first.ledger().expect("the ledger's lock");
        kept.say("here");
        assert_eq!(Lock::said(&paths.ledger).as_deref(), Some("here"));
        drop(first);
        assert!(Single::acquire(&elsewhere).expect("no error").is_none(), "whoever keeps the ledger keeps the lock");
        drop(kept);
        assert_eq!(Lock::said(&paths.ledger), None);
        assert!(Single::acquire(&elsewhere).expect("a lock").is_some());
    }

    #[test]
    fn the_second_gets_nothing_and_the_next_one_does() {
        let dir = tempfile::tempdir().expect("a folder");
        let paths = Paths::find(Some(dir.path())).expect("an absolute path");
        let first = Single::acquire(&paths).expect("a lock").expect("nobody else runs");
        assert!(Single::acquire(&paths).expect("no error").is_none());
        std::fs::write(paths.socket(), "left behind").expect("written");
        drop(first);
        assert!(!paths.socket().exists());
        std::fs::write(paths.socket(), "left behind").expect("written");
        let _next = Single::acquire(&paths).expect("a lock").expect("nobody else runs");
        assert!(!paths.socket().exists());
    }

    #[cfg(unix)] // with links and pipes among its files
    #[test]
    fn a_link_or_a_pipe_in_place_of_the_lock_is_refused_at_once() {
        let dir = tempfile::tempdir().expect("a folder");
        let paths = Paths::find(Some(dir.path())).expect("an absolute path");
        private_folder(&paths.runtime).expect("made");
        std::os::unix::fs::symlink(dir.path().join("victim"), paths.lock()).expect("linked");
        assert!(Single::acquire(&paths).is_err() && !dir.path().join("victim").exists());
        std::fs::remove_file(paths.lock()).expect("removed");
        files::pipe(&paths.lock());
        assert!(Single::acquire(&paths).is_err());
    }
}
