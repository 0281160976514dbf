//! Files where each takes the rights of its folder, and a person's folders are theirs alone from the start.

use std::fs::{DirBuilder, File, Metadata, OpenOptions, TryLockError};
use std::hash::{BuildHasher, Hasher, RandomState};
use std::io;
use std::os::windows::fs::{MetadataExt, OpenOptionsExt};
use std::path::Path;

/// Opens folders too (`FILE_FLAG_BACKUP_SEMANTICS`).
const FOLDERS_TOO: u32 = 0x0200_0000;
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
pub(crate) fn only_mine(_path: &Path) -> io::Result<()> {
    Ok(())
}

/// A file has the mode from now on that another has.
///
/// # Errors
/// When it is not ours.
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

/// Opens a folder, to be locked.
///
/// # Errors
/// When it is not there.
pub(crate) fn folder(path: &Path) -> io::Result<File> {
    OpenOptions::new().read(true).custom_flags(FOLDERS_TOO).open(path)
}

/// A folder takes no lock here.
pub(super) fn unused(_path: &Path) -> Result<Option<File>, TryLockError> {
    Err(TryLockError::Error(io::ErrorKind::Unsupported.into()))
}

/// The standard library's own, which the system has made.
pub(super) fn chance() -> io::Result<u64> {
    Ok(RandomState::new().build_hasher().finish())
}
