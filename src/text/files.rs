//! What is said of files: why one is not read or changed, and what the app that runs makes of a change. Pure.

use crate::system::files::Trouble;
use std::io;
use std::path::Path;

texts! {
    /// Nothing has that name.
    pub not_there: "files-not-there";
    /// Bytes that are no text.
    pub not_utf8: "files-not-utf8";
}

/// Why a file or folder is of no use.
#[must_use]
pub fn trouble(trouble: &Trouble) -> String {
    match trouble {
        Trouble::NoFile => text!("files-no-file"),
        Trouble::NoFileAt(file) => text!("files-no-file-at", file = file.display().to_string()),
        Trouble::TooLong => text!("files-too-long"),
        Trouble::NoTurn => text!("files-no-turn"),
        Trouble::TooMany => text!("files-too-many"),
        Trouble::NotYours => text!("files-not-yours"),
        Trouble::System(words) => words.clone(),
    }
}

/// The same from an error of the system's.
#[must_use]
pub fn because(error: &io::Error) -> String {
    trouble(&error.into())
}

/// A settings file was changed, and the running app goes on as before.
#[must_use]
pub fn not_taken_up(file: &Path, why: &str) -> String {
    text!("files-not-taken-up", file = file.display().to_string(), why)
}

/// The running app has other settings.
#[must_use]
pub fn other_settings(file: &Path) -> String {
    text!("files-other-settings", file = file.display().to_string())
}

/// There is more wrong than is said; goes on from the last that is.
#[must_use]
pub fn and_more(last: &str, more: usize) -> String {
    text!("files-and-more", last, more)
}

/// A folder that cannot be.
#[must_use]
pub fn no_such_folder(folder: &Path, why: &str) -> String {
    format!("No such folder: {} ({why}).", folder.display())
}

/// The system names no folder for the settings.
#[must_use]
pub fn no_settings_place(why: &str) -> String {
    format!("There is no place for the settings: {why}. Set HOME to your home folder.")
}

/// The system names no folder for the record.
pub const NO_RECORD_PLACE: &str = "There is no place for the record. Set HOME to your home folder.";

texts! {
    /// Why an entry of the desktop has no place.
    pub no_home_folder: "files-no-home-folder";
}
