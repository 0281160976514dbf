//! The notification on screen outlives a killed process, with buttons that nobody hears. Owns the small file that tells
//! the next process which one it is; never holds any of its text.

use crate::system::files::{guarded, no_link, persons_folder, private};
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::PathBuf;

/// No line is as long as this.
// It holds an id of the bus, a name and a number; anything longer is not ours.
const LONGEST: u64 = 4096;

/// The file. What cannot be read or written is as if it were not there: the worst that follows is a stale notification,
/// which the person can close.
#[derive(Debug)]
pub(super) struct Remembered {
    path: PathBuf,
    /// What the file says, if this process wrote it: equal lines are not written twice.
    written: Option<String>,
}

impl Remembered {
    pub(super) fn new(path: PathBuf) -> Self {
        Self { path, written: None }
    }

    /// Keeps the id, which means something only to this owner of the name on this bus.
    pub(super) fn keep(&mut self, bus: &str, owner: &str, id: u32) {
        let line = format!("{bus} {owner} {id}\n");
        if self.written.as_ref() == Some(&line) {
            return;
        }
        if let Some(folder) = self.path.parent() {
            // An existing folder is fine; any other failure shows when the file is opened.
            let _ = persons_folder(folder);
        }
        // What a link in its place leads to, or who reads a pipe there, is no concern of ours.
        let mut options = OpenOptions::new();
        let file = no_link(private(options.write(true).create(true).truncate(true))).open(&self.path);
        if file.and_then(|mut file| file.write_all(line.as_bytes())).is_ok() {
            self.written = Some(line);
        }
    }

    /// The id that was kept for this owner on this bus.
    pub(super) fn find(&self, bus: &str, owner: &str) -> Option<u32> {
        let is_file = fs::symlink_metadata(&self.path).ok()?.is_file();
        let bytes = is_file.then(|| guarded::read(&self.path, LONGEST))?.ok()?;
        let text = std::str::from_utf8(&bytes).ok()?;
        let mut words = text.split_whitespace();
        let same = words.next() == Some(bus) && words.next() == Some(owner);
        words.next().filter(|_| same)?.parse().ok()
    }

    /// Nothing of ours is on screen.
    pub(super) fn clear(&mut self) {
        self.written = None;
        // It may never have been there.
        let _ = fs::remove_file(&self.path);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn an_id_is_found_by_the_same_owner_on_the_same_bus_only() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("unhunch/notification");
        let mut first = Remembered::new(path.clone());
        first.keep("guid", ":1.7", 42);
        let next = Remembered::new(path.clone());
        assert_eq!(next.find("guid", ":1.7"), Some(42));
        assert_eq!(next.find("guid", ":1.8"), None);
        assert_eq!(next.find("other", ":1.7"), None);
        let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&path), mode(path.parent().unwrap())), (0o600, 0o700));
        first.clear();
        assert_eq!(next.find("guid", ":1.7"), None);
    }

    #[test]
    fn a_torn_file_is_as_none() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("notification");
        for text in ["", "guid", "guid :1.7", "guid :1.7 x"] {
            fs::write(&path, text).unwrap();
            assert_eq!(Remembered::new(path.clone()).find("guid", ":1.7"), None, "{text:?}");
        }
    }
}
