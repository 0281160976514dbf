//! Files where they have a mode and an owner.

use rustix::fs::OFlags;
use std::fs::{self, DirBuilder, File, Metadata, OpenOptions, Permissions, TryLockError};
use std::io;
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt, PermissionsExt};
use std::path::Path;

/// A file that is made will be this person's alone.
pub(crate) fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    options.mode(0o600)
}

/// Folders that are made will be this person's alone.
pub(crate) fn private_folders(builder: &mut DirBuilder) -> &mut DirBuilder {
    builder.mode(0o700)
}

/// A pipe or a device is not waited for.
pub(crate) fn no_wait(options: &mut OpenOptions) -> &mut OpenOptions {
    // A terminal in place of a file must not become the one that controls us.
    flags(options, OFlags::NONBLOCK | OFlags::NOCTTY)
}

/// A link is not followed, and a pipe not waited for.
pub(crate) fn no_link(options: &mut OpenOptions) -> &mut OpenOptions {
    flags(options, OFlags::NOFOLLOW | OFlags::NONBLOCK)
}

fn flags(options: &mut OpenOptions, flags: OFlags) -> &mut OpenOptions {
    options.custom_flags(i32::try_from(flags.bits()).unwrap_or_default())
}

/// Closes what is there to others.
///
/// # Errors
/// When it is not ours to close.
pub(crate) fn only_mine(path: &Path) -> io::Result<()> {
    match fs::metadata(path) {
        Ok(data) if data.mode() & 0o077 != 0 => {
            fs::set_permissions(path, Permissions::from_mode(if data.is_dir() { 0o700 } else { 0o600 }))
        }
        Ok(_) | Err(_) => Ok(()),
    }
}

/// A file has the mode from now on that another has.
///
/// # Errors
/// When it is not ours.
pub(crate) fn same_mode(file: &File, before: &Metadata) -> io::Result<()> {
    file.set_permissions(Permissions::from_mode(before.mode() & 0o777))
}

/// Whether it belongs to this person.
pub(crate) fn is_mine(data: &Metadata) -> bool {
    data.uid() == rustix::process::getuid().as_raw()
}

/// Whether both are one file.
pub(crate) fn same(one: &Metadata, other: &Metadata) -> bool {
    (one.dev(), one.ino()) == (other.dev(), other.ino())
}

/// Opens a file that no other process has by this way, until it is dropped; whoever only reads it can.
///
/// # Errors
/// When another has it, or it cannot be opened or locked.
pub(crate) fn lock(options: &mut OpenOptions, path: &Path) -> Result<File, TryLockError> {
    let file = options.open(path).map_err(TryLockError::Error)?;
    file.try_lock()?;
    Ok(file)
}

/// Gives a file this name, whoever has it.
///
/// # Errors
/// When the name is not to be had: all is as before then.
pub(super) fn take_name(file: &Path, name: &Path) -> io::Result<()> {
    fs::rename(file, name)
}

/// A folder that no other process has by this way, until it is dropped. It leaves nothing behind.
///
/// # Errors
/// When another has it, or it cannot be locked.
pub(super) fn lock_folder(path: &Path) -> Result<File, TryLockError> {
    lock(OpenOptions::new().read(true), path)
}

/// The lock of a folder that nobody uses; none if it is not ours, a link, or no longer at its path.
pub(super) fn unused(path: &Path) -> Result<Option<File>, TryLockError> {
    let mut options = OpenOptions::new();
    let Ok(folder) = flags(options.read(true), OFlags::NOFOLLOW | OFlags::DIRECTORY).open(path) else {
        return Ok(None);
    };
    folder.try_lock()?;
    let is_it = |there: Metadata| folder.metadata().is_ok_and(|open| same(&open, &there)) && is_mine(&there);
    Ok(fs::symlink_metadata(path).is_ok_and(is_it).then_some(folder))
}

pub(super) fn chance() -> io::Result<u64> {
    let mut chance = [0; 8];
    io::Read::read_exact(&mut File::open("/dev/urandom")?, &mut chance)?;
    Ok(u64::from_ne_bytes(chance))
}

/// A pipe in place of a file, for tests. By the program: Apple has no call for it that `rustix` knows.
#[cfg(test)]
pub(crate) fn pipe(path: &Path) {
    let made = std::process::Command::new("mkfifo").args(["-m", "600"]).arg(path).status();
    assert!(made.expect("mkfifo runs").success());
}

#[cfg(test)]
mod tests {
    use super::super::{persons_folder, private_folder};
    use super::*;

    #[test]
    fn a_private_folder_is_closed_to_others() {
        let dir = tempfile::tempdir().expect("a folder");
        let path = dir.path().join("a/b");
        private_folder(&path).expect("made");
        fs::set_permissions(&path, Permissions::from_mode(0o755)).expect("opened");
        private_folder(&path).expect("closed again");
        assert_eq!(fs::metadata(&path).expect("there").mode() & 0o777, 0o700);
    }

    #[test]
    fn where_a_link_leads_no_mode_is_changed_and_a_persons_folder_keeps_its_own() {
        let dir = tempfile::tempdir().expect("a folder");
        let mode = |path: &Path| fs::metadata(path).expect("there").mode() & 0o7777;
        let (open, link) = (dir.path().join("open"), dir.path().join("link"));
        fs::create_dir(&open).expect("made");
        fs::set_permissions(&open, Permissions::from_mode(0o1777)).expect("opened");
        std::os::unix::fs::symlink(&open, &link).expect("linked");
        private_folder(&link).expect("ours");
        persons_folder(&open).expect("there");
        assert_eq!(mode(&open), 0o1777);
        persons_folder(&dir.path().join("new")).expect("made");
        assert_eq!(mode(&dir.path().join("new")), 0o700);
    }
}
