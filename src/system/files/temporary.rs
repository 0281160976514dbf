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
    _lock: Option<fs::File>,
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
                Err(TryLockError::Error(_)) if path.is_dir() => return Ok(Self { path, _lock: None }),
                // Who sweeps may have met it between the two.
                Ok(None) | Err(_) => {}
                Ok(lock) => return Ok(Self { path, _lock: lock }),
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
                drop(Self { path: entry.path(), _lock: lock });
            }
        }
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        // What stays costs room and nothing else.
        let _ = fs::remove_dir_all(&self.path);
    }
}

#[cfg(test)]
mod tests {
    #[cfg(unix)]
    use super::*;
    #[cfg(unix)]
    use std::os::unix::fs::MetadataExt;

    #[cfg(unix)]
    #[test]
    fn a_temporary_folder_is_new_each_time_and_goes_when_nobody_uses_it() {
        let made = || Temporary::new("unhunch-test").expect("made");
        let (one, other) = (made(), made());
        assert_ne!(one.path(), other.path());
        assert_eq!(fs::metadata(one.path()).expect("there").mode() & 0o777, 0o700);
        let named =
            |first: u8| std::env::temp_dir().join(format!("unhunch-test-{first:02x}{:014x}", std::process::id()));
        let (left, link) = (named(1), named(2));
        fs::create_dir_all(left.join("run")).expect("made");
        std::os::unix::fs::symlink(other.path(), &link).expect("linked");
        Temporary::sweep("unhunch-test");
        assert!(!left.exists() && one.path().exists() && other.path().exists());
        assert!(fs::symlink_metadata(&link).is_ok(), "a link is none of ours");
        fs::remove_file(&link).expect("removed");
        let gone = one.path().to_owned();
        drop(one);
        assert!(!gone.exists());
    }
}
