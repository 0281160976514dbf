//! The machine and the session that the app runs in, for a report: names and versions as they give them. Owns where these
//! are found, and by which names the person and the machine go, so that they can be left out.

#[cfg_attr(target_os = "linux", path = "linux.rs")]
#[cfg_attr(target_os = "macos", path = "macos.rs")]
#[cfg_attr(windows, path = "windows.rs")]
mod platform;

pub(crate) use platform::{displays, host, kernel, system};

use std::env::var;
use std::path::{Path, PathBuf};

/// A short mark of this machine, by which a record that was copied to another one is known. What the system knows itself by
/// cannot be read from it. None where the system has nothing of the kind.
pub(crate) fn mark() -> Option<String> {
    platform::own_id().map(|id| format!("{:08x}", crc32fast::hash(format!("unhunch {id}").as_bytes())))
}

/// The kind of system: "linux", "windows" or "macos".
pub(crate) fn kind_of_system() -> &'static str {
    std::env::consts::OS
}

/// What the session says of itself, if it does: the desktop, and the kind of session.
pub(crate) fn session() -> (Option<String>, Option<String>) {
    let named = |name: &str| var(name).ok().filter(|text| !text.is_empty());
    (named("XDG_CURRENT_DESKTOP").or_else(|| named("DESKTOP_SESSION")), named("XDG_SESSION_TYPE"))
}

/// The person's home folder.
pub(crate) fn home() -> Option<PathBuf> {
    std::env::home_dir().filter(|home| home.is_absolute() && home.parent().is_some())
}

/// The names that the system knows the person by.
pub(crate) fn persons_names() -> Vec<String> {
    let home = home();
    let last = home.as_deref().and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned());
    let said = ["USER", "LOGNAME", "USERNAME"].into_iter().filter_map(|name| var(name).ok());
    said.chain(last).filter(|name| !name.is_empty()).collect()
}
