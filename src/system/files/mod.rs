//! Files and folders as the system has them: whose they are, who may read them, and what must not be waited for. Owns
//! these guards; never knows what is in a file.

#[cfg_attr(unix, path = "unix.rs")]
#[cfg_attr(windows, path = "windows.rs")]
mod platform;

pub(crate) mod guarded;
pub(crate) mod temporary;
pub(crate) mod whole;

pub(crate) use platform::{folder, is_mine, no_link, no_wait, only_mine, private, private_folders, same, same_mode};

use crate::text::files as text;
use std::fs::{self, DirBuilder};
use std::io;
use std::path::Path;

/// Makes a folder that only this user can look into, and refuses one that is somebody else's, or a link that somebody
/// else has put there. Only for folders of our own: one that a person made is not to be closed.
///
/// # Errors
/// When it cannot be made, or belongs to another user.
pub(crate) fn private_folder(path: &Path) -> io::Result<()> {
    persons_folder(path)?;
    let (name, folder) = (fs::symlink_metadata(path)?, fs::metadata(path)?);
    if ![&name, &folder].into_iter().all(is_mine) {
        return Err(io::Error::new(io::ErrorKind::PermissionDenied, text::not_yours()));
    }
    // Where our own link leads is a folder that the person has chosen.
    if name.is_symlink() { Ok(()) } else { only_mine(path) }
}

/// Makes a folder for a person's files, closed to others; one that is there stays as it is.
///
/// # Errors
/// When it cannot be made.
pub(crate) fn persons_folder(path: &Path) -> io::Result<()> {
    private_folders(DirBuilder::new().recursive(true)).create(path)
}
