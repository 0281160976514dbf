//! The machine as Linux has it.

use crate::system::files::guarded;
use std::env::var_os;
use std::path::Path;

/// None of these files is as long as this.
// The release file is a page of lines; a device in its place would be read without end.
const LONGEST: u64 = 64 * 1024;

fn text(path: &str) -> Option<String> {
    let text = String::from_utf8_lossy(&guarded::read(Path::new(path), LONGEST).ok()?).trim().to_owned();
    Some(text).filter(|text| !text.is_empty())
}

/// The system by its own name, with its version.
pub(crate) fn system() -> Option<String> {
    let release = text("/etc/os-release").or_else(|| text("/usr/lib/os-release"))?;
    let name = release.lines().find_map(|line| line.strip_prefix("PRETTY_NAME="))?;
    Some(name.trim_matches(['"', '\'']).to_owned())
}

/// The kernel with its version.
pub(crate) fn kernel() -> String {
    let release = text("/proc/sys/kernel/osrelease").unwrap_or_default();
    format!("Linux {release} {}", std::env::consts::ARCH)
}

/// The machine's name.
pub(crate) fn host() -> Option<String> {
    text("/proc/sys/kernel/hostname")
}

/// What tells this installation from every other; none where the system has made none.
pub(super) fn own_id() -> Option<String> {
    text("/etc/machine-id").or_else(|| text("/var/lib/dbus/machine-id"))
}

/// The kinds of display that are named.
pub(crate) fn displays() -> Vec<&'static str> {
    let known = [("WAYLAND_DISPLAY", "Wayland"), ("DISPLAY", "X11")];
    known
        .into_iter()
        .filter(|(name, _)| var_os(name).is_some_and(|value| !value.is_empty()))
        .map(|(_, kind)| kind)
        .collect()
}
