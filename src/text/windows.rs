//! What is said of every window: why none opens.

/// Nothing names a display.
#[must_use]
pub fn no_display() -> String {
    "There is no display: neither WAYLAND_DISPLAY nor DISPLAY is set.".into()
}

/// The displays that are named do not answer.
#[must_use]
pub fn no_answer() -> String {
    "The display does not answer, or does not let us in.".into()
}

/// A window could not be opened, or broke.
#[must_use]
pub fn no_window(because: &str) -> String {
    format!("No window could open: {because}.")
}

/// It broke without a word.
#[must_use]
pub fn broke() -> String {
    "the display's libraries broke".into()
}

/// Started by hand in the way of the running app, and what to use instead.
#[must_use]
pub fn not_by_hand(instead: &str) -> String {
    format!("Only the running Unhunch opens a window in this way. Use `unhunch {instead}`.")
}
