//! What is said of taking the app away from a person's account. Pure.

use super::formats::list;
use std::path::Path;

/// It was done: for the person's own app, or for the one of this folder.
#[must_use]
pub fn done(home: Option<&Path>) -> String {
    match home {
        Some(folder) => text!("removal-done-there", folder = folder.display().to_string()),
        None => text!("removal-done"),
    }
}

/// These files stay.
#[must_use]
pub fn stays(files: &[&Path]) -> String {
    text!("removal-stays", files = list(files.iter().map(|file| file.display().to_string())))
}

texts! {
    /// The record and the settings went as well.
    pub all_gone: "removal-all-gone";
    /// Its window was told to close and did not.
    pub window_stays: "removal-window-stays";
}

/// This folder holds what is not the app's.
#[must_use]
pub fn not_ours(folder: &Path) -> String {
    text!("removal-not-ours", folder = folder.display().to_string())
}

/// Where the program itself is.
#[must_use]
pub fn program(file: &Path) -> String {
    text!("removal-program", program = file.display().to_string())
}

/// What would go with everything.
#[must_use]
pub fn would_take_all(record: &Path, settings: &Path) -> String {
    text!("removal-would-take-all", record = record.display().to_string(), settings = settings.display().to_string())
}
