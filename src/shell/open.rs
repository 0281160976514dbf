//! Other programs that show something: the desktop's own for a folder or a file, the person's editor. Owns what is said when
//! none works; never waits for one in the loop.

use super::output;
use crate::system::open::opener;
use crate::system::process::spawn;
use crate::text::cli as text;
use crate::text::data::not_opened;
use std::path::Path;
use std::process::{Command, ExitStatus};

/// Opens a folder with the desktop's own program for it. `failed` hears of it later if that does not work.
///
/// # Errors
/// One sentence, and what to do.
pub(crate) fn folder(path: &Path, failed: impl FnOnce(String) + Send + 'static) -> Result<(), String> {
    by_desktop(path, not_opened, failed)
}

/// `trouble` says of a file and a reason what to do.
fn by_desktop(
    path: &Path,
    trouble: fn(&Path, &str) -> String,
    failed: impl FnOnce(String) + Send + 'static,
) -> Result<(), String> {
    let path_too = path.to_owned();
    let ended = move |status: ExitStatus| {
        if !status.success() {
            failed(trouble(&path_too, &status.to_string()));
        }
    };
    spawn(opener(path), ended).map_err(|error| trouble(path, &error.to_string()))
}

/// Opens a file with the person's editor in this terminal and waits for it; with the desktop's where none is named.
///
/// # Errors
/// One sentence, and what to do.
pub(crate) fn in_editor(path: &Path) -> Result<(), String> {
    let named =
        ["VISUAL", "EDITOR"].iter().find_map(|name| std::env::var(name).ok().filter(|text| !text.trim().is_empty()));
    let Some(editor) = named else {
        return by_desktop(path, text::no_editor_named, |problem| output::problem(&problem));
    };
    let mut words = editor.split_whitespace();
    let status = Command::new(words.next().unwrap_or_default()).args(words).arg(path).status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(text::no_editor(path, &status.to_string())),
        Err(error) => Err(text::no_editor(path, &error.to_string())),
    }
}
