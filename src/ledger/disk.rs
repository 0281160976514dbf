//! The file as the system has it: what lies beside it, who may read it, and whether it is the one that is open. Never
//! opens it as a database.

use crate::guarded::only_a_file;
use std::fs::{self, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

/// What SQLite keeps beside the file.
pub(super) const BESIDE: [&str; 3] = ["-wal", "-shm", "-journal"];

pub(super) fn size(path: &Path) -> u64 {
    fs::metadata(path).map_or(0, |data| data.len())
}

pub(super) fn beside(path: &Path, end: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(end);
    name.into()
}

/// Whether what is open here is still what the path leads to.
pub(super) fn is_still(file: &fs::File, path: &Path) -> bool {
    let at = fs::metadata(path).ok().map(|data| identity(&data));
    at.is_some() && at == file.metadata().ok().map(|data| identity(&data))
}

#[cfg(unix)]
fn identity(data: &fs::Metadata) -> (u64, u64) {
    use std::os::unix::fs::MetadataExt;
    (data.dev(), data.ino())
}

#[cfg(not(unix))]
fn identity(_data: &fs::Metadata) -> (u64, u64) {
    (0, 0)
}

/// Makes the folder with what leads to it, for the person alone. One that is there is somebody's, and stays as it is.
pub(super) fn make_folder(path: &Path) -> io::Result<()> {
    let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty() && !folder.exists()) else {
        return Ok(());
    };
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Refuses pipes and devices, which SQLite would wait for or read without end.
pub(super) fn no_trap(path: &Path) -> io::Result<()> {
    [""].iter().chain(&BESIDE).try_for_each(|end| only_a_file(&beside(path, end)))
}

/// Makes the file, if it is not there, before SQLite can, so that it is never readable by others; SQLite gives what lies
/// beside it its mode.
pub(super) fn create(path: &Path) -> io::Result<()> {
    only_a_file(path)?;
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(drop)
}

#[cfg(unix)]
pub(super) fn only_mine(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    for end in [""].iter().chain(&BESIDE) {
        let file = beside(path, end);
        if let Ok(data) = fs::metadata(&file)
            && data.permissions().mode() & 0o077 != 0
        {
            fs::set_permissions(&file, fs::Permissions::from_mode(0o600))?;
        }
    }
    Ok(())
}

#[cfg(not(unix))]
pub(super) fn only_mine(_path: &Path) -> io::Result<()> {
    Ok(())
}
