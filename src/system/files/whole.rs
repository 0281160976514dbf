//! Whole files, written in one step. Owns how a new text takes the old one's place (0600, or the mode of what was
//! there), the turn of those who change a file, and the rests of a kill; never knows what is in a file.

use super::platform::{lock_folder, take_name};
use super::way::target;
use super::{Trouble, persons_folder, private, same_mode};
use crate::system::clock::Deadline;
use crate::system::process;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

/// What stands between a file's name and the id of the process that writes it anew.
const NEW: &str = ".new-";
/// How long the turn is waited for.
// A change of a small file takes milliseconds: whoever has the turn for longer hangs.
const TURN_WITHIN: Duration = Duration::from_secs(5);
const LOOK_AGAIN: Duration = Duration::from_millis(10);

/// Puts `text` in place of the file in one step: a reader sees the old or the new, never a half.
/// A link stays a link; what it points to is replaced, or made.
///
/// # Errors
/// When the folder or the file cannot be written; the old file is as it was then.
pub(crate) fn write(path: &Path, text: impl AsRef<[u8]>) -> io::Result<()> {
    let target = target(path)?;
    let (Some(folder), Some(name)) = (target.parent(), target.file_name()) else {
        return Err(Trouble::NoFile.into());
    };
    persons_folder(folder)?;
    sweep(folder, |rest| rest.as_encoded_bytes() == name.as_encoded_bytes());
    let mut new = target.as_os_str().to_owned();
    new.push(format!("{NEW}{}", std::process::id()));
    let new = PathBuf::from(new);
    let written = write_new(&new, text.as_ref(), &target).and_then(|()| take_name(&new, &target));
    if written.is_err() {
        let _ = fs::remove_file(&new);
    }
    written
}

fn write_new(path: &Path, text: &[u8], before: &Path) -> io::Result<()> {
    // Whatever has this name already, be it a link, is not written to.
    let mut file = private(OpenOptions::new().write(true).create_new(true)).open(path)?;
    // What was there has the mode that somebody gave it.
    if let Ok(before) = fs::metadata(before) {
        same_mode(&file, &before)?;
    }
    file.write_all(text)?;
    // Before it takes its name: after a power cut the name would else stand on an empty file.
    file.sync_all()
}

/// The turn to read, change and write a file, until the value is dropped: of two who change it at once the second sees
/// what the first has written. It is a lock of the folder, so that nothing is left behind.
///
/// # Errors
/// When the folder cannot be made, or another has had the turn for too long.
pub(crate) fn turn(path: &Path) -> io::Result<Option<File>> {
    let target = target(path)?;
    let folder = target.parent().ok_or(Trouble::NoFile)?;
    persons_folder(folder)?;
    let deadline = Deadline::after(TURN_WITHIN);
    loop {
        match lock_folder(folder) {
            Ok(lock) => return Ok(Some(lock)),
            Err(TryLockError::WouldBlock) if deadline.left().is_none() => {
                return Err(Trouble::NoTurn.into());
            }
            Err(TryLockError::WouldBlock) => thread::sleep(LOOK_AGAIN),
            // Some file systems of a network lock no folder: there the last one counts.
            Err(TryLockError::Error(_)) => return Ok(None),
        }
    }
}

/// Removes what killed processes have left of writing the files that `ours` knows by their names.
pub(crate) fn sweep(folder: &Path, ours: impl Fn(&std::ffi::OsStr) -> bool) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let Some((base, process)) = name.to_str().and_then(|name| name.rsplit_once(NEW)) else { continue };
        if ours(base.as_ref()) && process.parse().is_ok_and(is_over) {
            // What stays costs room and nothing else.
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Whether a process that wrote a file is gone; with our own id it was another one, in another container.
fn is_over(process: u32) -> bool {
    process == std::process::id() || process::is_over(process)
}

#[cfg(test)]
mod tests {
    use super::*;
    #[cfg(unix)]
    use std::{
        fs::Permissions,
        os::unix::fs::{PermissionsExt, symlink},
    };

    #[cfg(unix)] // with links, and modes
    #[test]
    fn a_new_file_is_private_one_that_was_there_keeps_its_mode_and_a_link_stays_one() {
        let dir = tempfile::tempdir().expect("a folder");
        let (real, link) = (dir.path().join("real.toml"), dir.path().join("link.toml"));
        let mode = |path: &Path| fs::metadata(path).expect("there").permissions().mode() & 0o777;
        write(&real, "first").expect("written");
        assert_eq!(mode(&real), 0o600);
        fs::set_permissions(&real, Permissions::from_mode(0o640)).expect("changed");
        symlink("real.toml", &link).expect("linked");
        write(&link, "new").expect("written");
        assert_eq!((fs::read_to_string(&real).expect("read"), mode(&real)), ("new".into(), 0o640));
        assert!(fs::symlink_metadata(&link).expect("there").is_symlink());
        assert_eq!(fs::read_dir(dir.path()).expect("read").count(), 2);
    }

    #[cfg(unix)] // with links
    #[test]
    fn a_dangling_link_leads_to_a_new_file() {
        let dir = tempfile::tempdir().expect("a folder");
        let (home, link) = (dir.path().join("home"), dir.path().join("home/s.toml"));
        fs::create_dir(&home).expect("made");
        symlink("files", dir.path().join("way")).expect("linked");
        symlink("../way/deep/s.toml", &link).expect("linked");
        write(&link, "text").expect("written");
        assert!(fs::symlink_metadata(&link).expect("there").is_symlink());
        assert_eq!(fs::read_to_string(dir.path().join("files/deep/s.toml")).expect("made"), "text");
        symlink("round", dir.path().join("round")).expect("linked");
        assert!(write(&dir.path().join("round/x"), "text").is_err());
    }

    #[cfg(unix)] // a process knows its parent
    #[test]
    fn rests_of_the_dead_go_and_block_nothing() {
        let dir = tempfile::tempdir().expect("a folder");
        let mut child = std::process::Command::new("true").spawn().expect("started");
        child.wait().expect("ended");
        let rest = |process: u32| dir.path().join(format!("s.toml{NEW}{process}"));
        let parent = std::os::unix::process::parent_id();
        for process in [child.id(), std::process::id(), parent] {
            fs::write(rest(process), "half").expect("written");
        }
        write(&dir.path().join("s.toml"), "whole").expect("written");
        assert!(!rest(child.id()).exists() && !rest(std::process::id()).exists());
        assert!(rest(parent).exists(), "it lives and may be writing");
        sweep(dir.path(), |name| name == "other.toml");
        assert!(rest(parent).exists());
    }

    #[test]
    fn those_who_change_a_file_take_turns() {
        let dir = tempfile::tempdir().expect("a folder");
        let path = dir.path().join("n");
        write(&path, "0").expect("written");
        let add = || {
            for _ in 0..20 {
                let _turn = turn(&path).expect("a turn");
                let n: u32 = fs::read_to_string(&path).expect("read").parse().expect("a number");
                fs::write(&path, (n + 1).to_string()).expect("written");
            }
        };
        thread::scope(|scope| (0..3).for_each(|_| drop(scope.spawn(add))));
        assert_eq!(fs::read_to_string(&path).expect("read"), "60");
    }
}
