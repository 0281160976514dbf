//! What the app keeps beside its program, taken away. Owns which files are the app's: what else lies beside them stays, be
//! the folder ours or not, for with `--home` it can be any. Asking, and the words, are the command's.

use super::paths::Paths;
use crate::ledger::aside;
use crate::library::OWN_FILES;
use crate::outputs;
use crate::system::{autostart, launcher};
use crate::text::files::because;
use crate::text::{cli, launcher as menu};
use std::ffi::OsStr;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// The names in the folder of sockets: those of `Paths`, and what the notifications remember or show.
const TALK: [&str; 6] = ["socket", "lock", "window", "notification", "unhunch.png", "notice.png"];
/// The names in the folder of what can be had again; the last is for sockets where a session has no folder for them.
const AGAIN: [&str; 3] = ["figures", "calendars", "run"];

/// Takes away how it starts and is found, which is the account's and not of a folder of its own, and what is short-lived.
/// The app must have ended.
///
/// # Errors
/// One sentence, where something stays.
pub(crate) fn remove_traces(paths: &Paths) -> Result<(), String> {
    if paths.home.is_none() {
        if let Some(place) = autostart::place() {
            autostart::off(&place).map_err(|trouble| cli::autostart_trouble(&place, &trouble))?;
        }
        outputs::unregister().map_err(|(place, error)| cli::unwritable(&place, &because(&error)))?;
        launcher::remove().map_err(|trouble| menu::trouble(&trouble))?;
    }
    take(&paths.runtime, |name| TALK.contains(&name))?;
    paths.cache().map_or(Ok(()), |cache| take(&cache, |name| AGAIN.contains(&name)))
}

/// Takes away the record and the settings. The folders that stay, because of what is not the app's.
///
/// # Errors
/// One sentence, where something of the app's stays.
pub(crate) fn remove_the_persons(paths: &Paths) -> Result<Vec<PathBuf>, String> {
    aside::delete(&paths.ledger).map_err(|error| cli::unwritable(&paths.ledger, &because(&error)))?;
    let [record, settings] = [&paths.ledger, &paths.settings].map(|file| file.file_name().and_then(OsStr::to_str));
    let folders = [folder(&paths.ledger), folder(&paths.settings)];
    // What is written anew, waits or was broken has the file's own name and more.
    take(folders[0], |name| record.is_some_and(|record| name.starts_with(record)))?;
    take(folders[1], |name| settings.into_iter().chain(OWN_FILES).any(|own| name.starts_with(own)))?;
    let mut left: Vec<PathBuf> = folders.into_iter().filter(|folder| folder.exists()).map(Path::to_owned).collect();
    left.dedup();
    Ok(left)
}

/// Takes what is ours out of a folder, and the folder where nothing else is in it.
fn take(folder: &Path, ours: impl Fn(&str) -> bool) -> Result<(), String> {
    let trouble = |path: &Path, error: &io::Error| cli::unwritable(path, &because(error));
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        entries => entries.map_err(|error| trouble(folder, &error))?,
    };
    for entry in entries.flatten().filter(|entry| entry.file_name().to_str().is_some_and(&ours)) {
        let path = entry.path();
        // A link is taken away itself, never what it leads to.
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        let gone = if is_folder { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
        gone.map_err(|error| trouble(&path, &error))?;
    }
    // One with something else in it stays, and so does a link that the person made.
    let _ = fs::remove_dir(folder);
    Ok(())
}

fn folder(file: &Path) -> &Path {
    file.parent().unwrap_or(Path::new("."))
}
