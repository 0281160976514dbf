//! Files where each takes the rights of its folder, and a person's folders are theirs alone from the start.

use crate::system::clock::Deadline;
use std::fs::{self, DirBuilder, File, Metadata, OpenOptions, TryLockError};
use std::hash::{BuildHasher, Hasher, RandomState};
use std::io::{self, ErrorKind};
use std::os::windows::fs::{MetadataExt, OpenOptionsExt};
use std::path::Path;
use std::thread;
use std::time::Duration;

/// Gone with its last handle, however the process ends (`FILE_FLAG_DELETE_ON_CLOSE`), which needs the right to delete.
const FOR_A_WHILE: u32 = 0x0400_0000;
const WRITE_AND_DELETE: u32 = 0x4000_0000 | 0x0001_0000;
/// Meanwhile others may open it to read (`FILE_SHARE_READ`).
const READERS: u32 = 1;
/// What others do not share (`ERROR_SHARING_VIOLATION`), and what is just going (`ERROR_DELETE_PENDING`).
const TAKEN: [i32; 2] = [32, 303];
/// What a file that is open says to whoever wants its name (`ERROR_ACCESS_DENIED`, `ERROR_SHARING_VIOLATION`).
const OPEN: [i32; 2] = [5, 32];
/// How long the name of a file that is open is waited for.
// Whoever reads settings, or looks for viruses in them, has them open for milliseconds; seconds on a machine that is busy.
const NAME_WITHIN: Duration = Duration::from_secs(3);
const LOOK_AGAIN: Duration = Duration::from_millis(10);
/// What a folder that is in use has in it.
const IN_USE: &str = ".in-use";
/// Opens a link itself and not what it leads to (`FILE_FLAG_OPEN_REPARSE_POINT`).
const THE_LINK: u32 = 0x0020_0000;

/// A file that is made will be this person's alone.
pub(crate) fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    options
}

/// Folders that are made will be this person's alone.
pub(crate) fn private_folders(builder: &mut DirBuilder) -> &mut DirBuilder {
    builder
}

/// A pipe or a device is not waited for.
pub(crate) fn no_wait(options: &mut OpenOptions) -> &mut OpenOptions {
    options
}

/// A link is not followed, and a pipe not waited for.
pub(crate) fn no_link(options: &mut OpenOptions) -> &mut OpenOptions {
    options.custom_flags(THE_LINK)
}

/// Closes what is there to others.
///
/// # Errors
/// When it is not ours to close.
#[expect(clippy::unnecessary_wraps, reason = "elsewhere the system is asked")]
pub(crate) fn only_mine(_path: &Path) -> io::Result<()> {
    Ok(())
}

/// A file has the mode from now on that another has.
///
/// # Errors
/// When it is not ours.
#[expect(clippy::unnecessary_wraps, reason = "elsewhere the system is asked")]
pub(crate) fn same_mode(_file: &File, _before: &Metadata) -> io::Result<()> {
    Ok(())
}

/// Whether it belongs to this person. Who owns a file is not asked: in a person's own folders it is theirs.
pub(crate) fn is_mine(_data: &Metadata) -> bool {
    true
}

/// Whether both are one file. Its number is not to be had: those that were made at one instant count as one.
pub(crate) fn same(one: &Metadata, other: &Metadata) -> bool {
    one.creation_time() == other.creation_time()
}

/// Opens a file that no other process has by this way, until it is dropped; whoever only reads it can.
///
/// # Errors
/// When another has it, or it cannot be opened.
// A lock would keep out those who read it, too: here it holds for what is in the file. So others are not let in to write.
pub(crate) fn lock(options: &mut OpenOptions, path: &Path) -> Result<File, TryLockError> {
    options.share_mode(READERS).open(path).map_err(|error| {
        let taken = error.raw_os_error().is_some_and(|code| TAKEN.contains(&code));
        if taken { TryLockError::WouldBlock } else { TryLockError::Error(error) }
    })
}

/// A folder that no other process has by this way, until it is dropped. It leaves nothing behind.
///
/// # Errors
/// When another has it, or nothing can be made in it.
// A folder takes no lock here: a file in it stands for it.
pub(super) fn lock_folder(path: &Path) -> Result<File, TryLockError> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false).access_mode(WRITE_AND_DELETE).custom_flags(FOR_A_WHILE);
    match lock(&mut options, &path.join(IN_USE)) {
        // One that is just going is not to be had for a moment.
        Err(TryLockError::Error(error)) if error.kind() == ErrorKind::PermissionDenied => Err(TryLockError::WouldBlock),
        other => other,
    }
}

/// Gives a file this name, whoever has it. One that somebody has open, if only to read, keeps its name for so long: that is
/// waited for.
///
/// # Errors
/// When the name is not to be had: all is as before then.
pub(super) fn take_name(file: &Path, name: &Path) -> io::Result<()> {
    once_closed(|| fs::rename(file, name))
}

/// Does it as soon as nobody has the file open, and fails as it does when somebody has it for too long.
fn once_closed(mut does: impl FnMut() -> io::Result<()>) -> io::Result<()> {
    let deadline = Deadline::after(NAME_WITHIN);
    loop {
        match does() {
            Err(error)
                if error.raw_os_error().is_some_and(|code| OPEN.contains(&code)) && deadline.left().is_some() =>
            {
                thread::sleep(LOOK_AGAIN);
            }
            done => return done,
        }
    }
}

/// The lock of a folder that nobody uses.
pub(super) fn unused(path: &Path) -> Result<Option<File>, TryLockError> {
    lock_folder(path).map(Some)
}

/// The standard library's own, which the system has made.
#[expect(clippy::unnecessary_wraps, reason = "elsewhere the system is asked")]
pub(super) fn chance() -> io::Result<u64> {
    Ok(RandomState::new().build_hasher().finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_file_that_somebody_reads_is_waited_for() {
        let dir = tempfile::tempdir().expect("a folder");
        let [new, old] = ["new", "old"].map(|name| dir.path().join(name));
        for file in [&new, &old] {
            fs::write(file, file.file_name().expect("a name").as_encoded_bytes()).expect("written");
        }
        // As a scanner for viruses has it: others may read, and nothing else.
        let mut reader = Some(OpenOptions::new().read(true).share_mode(READERS).open(&old).expect("opened"));
        let mut tries = 0;
        once_closed(|| {
            tries += 1;
            if tries == 3 {
                reader = None;
            }
            fs::rename(&new, &old)
        })
        .expect("it has its name in the end");
        assert_eq!((tries, fs::read_to_string(&old).expect("there").as_str()), (3, "new"));
    }
}
