//! Changes within folders, by `notify`, which hears of them from FSEvents. Owns which of them are of the files.

use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher, recommended_watcher};
use std::collections::BTreeSet;
use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};

/// What tells of changes, by the name that the system gives it.
pub(crate) const TOLD_BY: &str = "FSEvents";

/// The folders of some files, watched until this is dropped.
#[derive(Debug)]
pub(super) struct Folders(#[expect(dead_code, reason = "its end is what is wanted of it")] RecommendedWatcher);

impl Folders {
    /// Calls `tell` at each change of one of the files.
    ///
    /// # Errors
    /// When a folder cannot be watched.
    pub(super) fn watch(files: &[PathBuf], tell: impl Fn() + Send + 'static) -> io::Result<Self> {
        // By their last part alone: macOS tells of paths as they are without links.
        let names: BTreeSet<OsString> = files.iter().filter_map(|file| file.file_name()).map(OsString::from).collect();
        let hear = move |event: notify::Result<Event>| {
            if event.is_ok_and(|event| matters(&event, &names)) {
                tell();
            }
        };
        let mut folders = recommended_watcher(hear).map_err(io::Error::other)?;
        let parents: BTreeSet<&Path> = files.iter().filter_map(|file| file.parent()).collect();
        for folder in parents {
            folders.watch(folder, RecursiveMode::NonRecursive).map_err(io::Error::other)?;
        }
        Ok(Self(folders))
    }
}

impl Folders {
    /// Calls `tell` at each change of any file in the folder.
    ///
    /// # Errors
    /// When it cannot be watched.
    pub(super) fn within(folder: &Path, tell: impl Fn() + Send + 'static) -> io::Result<Self> {
        let hear = move |event: notify::Result<Event>| {
            if event.is_ok_and(|event| event.need_rescan() || !event.kind.is_access()) {
                tell();
            }
        };
        let mut folders = recommended_watcher(hear).map_err(io::Error::other)?;
        let there = if folder.is_dir() { Some(folder) } else { folder.parent() };
        if let Some(folder) = there {
            folders.watch(folder, RecursiveMode::NonRecursive).map_err(io::Error::other)?;
        }
        Ok(Self(folders))
    }
}

fn matters(event: &Event, names: &BTreeSet<OsString>) -> bool {
    // Where some were lost, one of ours may be among them.
    let ours = event.paths.iter().filter_map(|path| path.file_name()).any(|name| names.contains(name));
    event.need_rescan() || (ours && !event.kind.is_access())
}
