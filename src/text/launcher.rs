//! The app in the applications menu: what its entry says, and what is said of it. Pure.

use std::path::Path;

texts! {
    /// What kind of program it is.
    pub generic_name: "launcher-generic-name";
    /// What it is found by.
    pub keywords: "launcher-keywords";
}

/// What the entry offers beside opening it: an id, its words, and the command. On a desktop without a tray these are the
/// menu.
#[must_use]
pub fn actions() -> [(&'static str, String, &'static str); 5] {
    [
        ("break", text!("launcher-action-break"), "start"),
        ("pause", text!("launcher-action-pause"), "pause 30m"),
        ("resume", text!("launcher-action-resume"), "resume"),
        ("learn", text!("launcher-action-learn"), "learn --window"),
        ("setup", text!("launcher-action-setup"), "setup --window"),
    ]
}

/// It is in the menu by our own entry.
#[must_use]
pub fn ours(file: &Path) -> String {
    text!("launcher-ours", file = file.display().to_string())
}

/// It is in the menu by an entry that is not of our making.
#[must_use]
pub fn others(file: &Path) -> String {
    text!("launcher-others", file = file.display().to_string())
}

texts! {
    /// It is not in the menu.
    pub absent: "launcher-absent";
    /// At the end of the first questions.
    pub in_the_menu: "launcher-in-the-menu";
    /// The button of its answer to being opened there.
    pub break_now: "launcher-break-now";
}

/// Once, on a desktop that shows no icon: a title and, below it, a text. `advice` is what to do about it; `in_menu` says
/// that the app can be opened there.
#[must_use]
pub fn no_icon(in_menu: bool, advice: &str) -> String {
    if in_menu { text!("launcher-no-icon-but-entry", advice) } else { text!("launcher-no-icon", advice) }
}

texts! {
    /// The button under it.
    pub understood: "launcher-understood";
}
