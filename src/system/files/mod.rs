//! Files and folders as the system has them: whose they are, who may read them, and what must not be waited for. Owns
//! these guards; never knows what is in a file.

#[cfg_attr(unix, path = "unix.rs")]
#[cfg_attr(windows, path = "windows.rs")]
mod platform;

pub(crate) mod guarded;
pub(crate) mod temporary;
pub(crate) mod way;
pub(crate) mod whole;

pub(crate) use platform::{is_mine, lock, no_link, no_wait, only_mine, private, private_folders, same, same_mode};

#[cfg(all(test, unix))] // which has pipes among its files
pub(crate) use platform::pipe;

use serde::{Deserialize, Serialize};
use std::fmt::{self, Display, Formatter};
use std::fs::{self, DirBuilder};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// Why a file or folder is of no use, as a value: the other end of a socket may speak another language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Trouble {
    /// Something else is where a file belongs.
    NoFile,
    /// The same, of a file of our own beside another: where.
    NoFileAt(PathBuf),
    /// It is longer than any such file.
    TooLong,
    /// Another has been changing it for too long.
    NoTurn,
    /// So many copies are kept that there is no name for one more.
    TooMany,
    /// It, or a link to it, is another user's.
    NotYours,
    /// In the system's words.
    System(String),
}

impl Display for Trouble {
    fn fmt(&self, to: &mut Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, to) // a person reads it from `text::files`
    }
}

impl std::error::Error for Trouble {}

impl From<Trouble> for io::Error {
    fn from(trouble: Trouble) -> Self {
        let kind = match trouble {
            Trouble::NotYours => ErrorKind::PermissionDenied,
            Trouble::TooLong => ErrorKind::FileTooLarge,
            Trouble::NoFile | Trouble::NoFileAt(_) | Trouble::NoTurn | Trouble::TooMany | Trouble::System(_) => {
                ErrorKind::Other
            }
        };
        Self::new(kind, trouble)
    }
}

impl From<&io::Error> for Trouble {
    fn from(error: &io::Error) -> Self {
        let ours = error.get_ref().and_then(|inner| inner.downcast_ref::<Self>());
        ours.cloned().unwrap_or_else(|| Self::System(error.to_string()))
    }
}

/// Makes a folder that only this user can look into, and refuses one that is somebody else's, or a link that somebody
/// else has put there. Only for folders of our own: one that a person made is not to be closed.
///
/// # Errors
/// When it cannot be made, or belongs to another user.
pub(crate) fn private_folder(path: &Path) -> io::Result<()> {
    persons_folder(path)?;
    let (name, folder) = (fs::symlink_metadata(path)?, fs::metadata(path)?);
    if ![&name, &folder].into_iter().all(is_mine) {
        return Err(Trouble::NotYours.into());
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
