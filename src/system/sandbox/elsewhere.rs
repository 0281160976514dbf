//! Flatpaks are of Linux.

/// The app runs in none.
pub(crate) fn flatpak() -> Option<&'static str> {
    None
}
