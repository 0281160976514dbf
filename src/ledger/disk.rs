//! The file as the system has it: what lies beside it, who may read it, and whether it is the one that is open. Never
//! opens it as a database.

use crate::system::files::guarded::only_a_file;
use crate::system::files::{self, persons_folder, private};
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
    let open = |at: &fs::Metadata| file.metadata().is_ok_and(|open| files::same(at, &open));
    fs::metadata(path).is_ok_and(|at| open(&at))
}

/// Makes the folder with what leads to it, for the person alone. One that is there is somebody's, and stays as it is.
pub(super) fn make_folder(path: &Path) -> io::Result<()> {
    let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty() && !folder.exists()) else {
        return Ok(());
    };
    persons_folder(folder)
}

/// Refuses pipes and devices, which SQLite would wait for or read without end.
pub(super) fn no_trap(path: &Path) -> io::Result<()> {
    [""].iter().chain(&BESIDE).try_for_each(|end| only_a_file(&beside(path, end)))
}

/// Makes the file, if it is not there, before SQLite can, so that it is never readable by others; SQLite gives what lies
/// beside it its mode.
pub(super) fn create(path: &Path) -> io::Result<()> {
    only_a_file(path)?;
    private(OpenOptions::new().write(true).create(true).truncate(false)).open(path).map(drop)
}

pub(super) fn only_mine(path: &Path) -> io::Result<()> {
    [""].iter().chain(&BESIDE).try_for_each(|end| files::only_mine(&beside(path, end)))
}
