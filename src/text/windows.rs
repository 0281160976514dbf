//! What is said of every window: why none opens. Pure.

texts! {
    /// Nothing names a display.
    pub no_display: "windows-no-display";
    /// The displays that are named do not answer.
    pub no_answer: "windows-no-answer";
}

/// A window could not be opened, or broke.
#[must_use]
pub fn no_window(because: &str) -> String {
    text!("windows-no-window", because)
}

texts! {
    /// It broke without a word.
    pub broke: "windows-broke";
}

/// Started by hand in the way of the running app, and what to use instead.
#[must_use]
pub fn not_by_hand(instead: &str) -> String {
    text!("windows-not-by-hand", instead)
}
