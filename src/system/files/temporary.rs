//! Folders for a while. Owns their names, and that nobody's is taken away while it is in use.

use super::platform;
use std::ffi::OsStr;
use std::fs::{self, DirBuilder, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

/// A folder for a while in the system's folder for such, gone with this value. Whoever is killed leaves it to the next
/// one: while it is in use it is locked.
#[derive(Debug)]
pub(crate) struct Temporary {
    path: PathBuf,
    lock: Option<fs::File>,
}

impl Temporary {
    /// Makes one, under a name that nobody could know before.
    ///
    /// # Errors
    /// When it cannot be made.
    pub(crate) fn new(name: &str) -> io::Result<Self> {
        loop {
            let path = std::env::temp_dir().join(format!("{name}-{:016x}", platform::chance()?));
            // Fails if anything has that name, be it a link that leads nowhere.
            platform::private_folders(&mut DirBuilder::new()).create(&path)?;
            match platform::unused(&path) {
                // Some file systems of a network lock no folder: there nobody can sweep either.
                Err(TryLockError::Error(_)) if path.is_dir() => return Ok(Self { path, lock: None }),
                // Who sweeps may have met it between the two.
                Ok(None) | Err(_) => {}
                Ok(lock) => return Ok(Self { path, lock }),
            }
        }
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Removes what killed processes of ours have left under this name.
    pub(crate) fn sweep(name: &str) {
        let is_one = |entry: &OsStr| {
            let rest = entry.to_str().and_then(|entry| entry.strip_prefix(name)?.strip_prefix('-'));
            rest.is_some_and(|rest| rest.len() == 16 && rest.bytes().all(|b| b.is_ascii_hexdigit()))
        };
        for entry in fs::read_dir(std::env::temp_dir()).into_iter().flatten().flatten() {
            if is_one(&entry.file_name())
                && let Ok(lock @ Some(_)) = platform::unused(&entry.path())
            {
                drop(Self { path: entry.path(), lock });
            }
        }
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        // Some systems keep a folder as long as something in it is open.
        drop(self.lock.take());
        // What stays costs room and nothing else.
        let _ = fs::remove_dir_all(&self.path);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(name: &str) -> Temporary {
        Temporary::new(name).expect("made")
    }

    /// A name that one could have.
    fn named(name: &str) -> PathBuf {
        std::env::temp_dir().join(format!("{name}-{:016x}", std::process::id()))
    }

    #[test]
    fn a_temporary_folder_is_new_each_time_and_goes_when_nobody_uses_it() {
        let name = "unhunch-test";
        let (one, other) = (made(name), made(name));
        assert_ne!(one.path(), other.path());
        let left = named(name);
        fs::create_dir_all(left.join("run")).expect("made");
        Temporary::sweep(name);
        assert!(!left.exists() && one.path().exists() && other.path().exists());
        let gone = one.path().to_owned();
        fs::write(gone.join("rest"), "text").expect("written");
        drop(one);
        assert!(!gone.exists());
    }

    #[cfg(unix)] // with modes and links
    #[test]
    fn a_temporary_folder_is_closed_to_others_and_a_link_is_none_of_ours() {
        use std::os::unix::fs::MetadataExt;
        let name = "unhunch-linked";
        let (one, link) = (made(name), named(name));
        assert_eq!(fs::metadata(one.path()).expect("there").mode() & 0o777, 0o700);
        std::os::unix::fs::symlink(one.path(), &link).expect("linked");
        Temporary::sweep(name);
        assert!(fs::symlink_metadata(&link).is_ok());
        fs::remove_file(&link).expect("removed");
    }
}
