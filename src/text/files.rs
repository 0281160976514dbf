//! What is said of files: why one is not read or changed, and what the app that runs makes of a change. Pure.

use std::path::Path;

/// Something else is where a file belongs.
pub const NO_FILE: &str = "it is no file, but a folder, a pipe or a device";

/// A file beyond the limit.
pub const TOO_LONG: &str = "it is longer than any such file";

/// Bytes that are no text.
pub const NOT_UTF8: &str = "this line has bytes that are no UTF-8. Save the file as UTF-8; until then it counts for nothing and is not changed.";

/// Another command has been changing the file for too long.
pub const NO_TURN: &str = "another command is changing it";

/// A folder that is to be private is somebody else's.
pub const NOT_YOURS: &str = "the folder, or the link to it, belongs to another user";

/// A settings file was changed, and the running app goes on as before.
#[must_use]
pub fn not_taken_up(file: &Path, why: &str) -> String {
    format!("{} is changed, but the running Unhunch has not taken it up. {why}", file.display())
}

/// The running app has other settings.
#[must_use]
pub fn other_settings(file: &Path) -> String {
    format!("It reads {}. Change that one, or start it again.", file.display())
}

/// There is more wrong than is said; goes on from the last that is.
#[must_use]
pub fn and_more(last: &str, more: usize) -> String {
    let (do_not, are) = if more == 1 { ("does not", "is") } else { ("do not", "are") };
    format!("{last} {more} more {do_not} count and {are} not listed.")
}

/// The autostart entry names a program that is gone.
#[must_use]
pub fn autostart_gone(program: &Path, file: &Path) -> String {
    format!(
        "Unhunch does not start with the desktop: {} names {}, which is no program any more. `unhunch autostart on` names this one.",
        file.display(),
        program.display()
    )
}

/// Nothing has that name.
pub const NOT_THERE: &str = "it is not there";

/// So many broken settings files were kept that there is no name for one more.
pub const TOO_MANY_BROKEN: &str = "there are too many broken ones already";

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

/// Why an entry of the desktop has no place.
pub const NO_HOME_FOLDER: &str = "there is no home folder";
