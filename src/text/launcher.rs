//! The app in the applications menu: what its entry says, and what is said of it. Pure.

use std::path::Path;

/// What kind of program it is.
pub const GENERIC_NAME: &str = "Break reminder";

/// What it is found by.
pub const KEYWORDS: &str = "break;posture;pause;stretch;exercise;reminder;";

/// What the entry offers beside opening it: an id, its words, and the command. On a desktop without a tray these are the
/// menu.
pub const ACTIONS: [(&str, &str, &str); 5] = [
    ("break", "Start break now", "start"),
    ("pause", "Pause for 30 minutes", "pause 30m"),
    ("resume", "Resume", "resume"),
    ("learn", "Learn", "learn --window"),
    ("setup", "What fits you", "setup --window"),
];

/// It is in the menu by our own entry.
#[must_use]
pub fn ours(file: &Path) -> String {
    format!("Unhunch is in the applications menu ({}). `unhunch launcher off` takes it out.", file.display())
}

/// It is in the menu by an entry that is not of our making.
#[must_use]
pub fn others(file: &Path) -> String {
    format!("Unhunch is in the applications menu by {}, which it did not make and leaves alone.", file.display())
}

/// It is not in the menu.
pub const ABSENT: &str = "Unhunch is not in the applications menu. `unhunch launcher on` puts it there.";

/// At the end of the first questions.
pub const IN_THE_MENU: &str = "Unhunch is among your applications now: opened there, it says how things are.";

/// The button of its answer to being opened there.
pub const BREAK_NOW: &str = "Break now";

/// Once, on a desktop that shows no icon: a title and, below it, a text. `advice` is what to do about it; `in_menu` says
/// that the app can be opened there.
#[must_use]
pub fn no_icon(in_menu: bool, advice: &str) -> String {
    let open = if in_menu { " In between, open Unhunch among your applications to see how things are." } else { "" };
    format!(
        "Unhunch is running\nThis desktop shows no icon for it. When a break is due, a notification says so.{open}\n{advice}"
    )
}

/// The button under it.
pub const UNDERSTOOD: &str = "All right";
