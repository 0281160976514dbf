//! The app in the applications menu: what its entry says, and what is said of it. Pure.

use super::{cli, files};
use crate::system::launcher::{Trouble, Wording};
use std::path::Path;

/// What the entry says. On a desktop without a tray its actions are the menu.
#[must_use]
pub(crate) fn wording() -> Wording {
    Wording {
        generic_name: text!("launcher-generic-name"),
        comment: cli::entry_comment(),
        keywords: text!("launcher-keywords"),
        actions: [
            ("break", text!("launcher-action-break"), "start"),
            ("pause", text!("launcher-action-pause"), "pause 30m"),
            ("resume", text!("launcher-action-resume"), "resume"),
            ("review", text!("launcher-action-review"), "open review"),
            ("learn", text!("launcher-action-learn"), "open learn"),
            ("settings", text!("launcher-action-settings"), "open settings"),
        ],
    }
}

/// Why it was not put there or taken away.
#[must_use]
pub(crate) fn trouble(trouble: &Trouble) -> String {
    match trouble {
        Trouble::NoHome => cli::unwritable(Path::new("applications"), &files::no_home_folder()),
        Trouble::Unwritten(file, error) => cli::unwritable(file, &files::because(error)),
    }
}

texts! {
    /// At the end of the first questions.
    pub in_the_menu: "launcher-in-the-menu";
}

/// Once, on a desktop that shows no icon: a title and, below it, a text. `advice` is what to do about it; `in_menu` says
/// that the app can be opened there.
#[must_use]
pub fn no_icon(in_menu: bool, advice: &str) -> String {
    if in_menu { text!("launcher-no-icon-but-entry", advice) } else { text!("launcher-no-icon", advice) }
}

texts! {
    /// The button under what is only to be read.
    pub understood: "launcher-understood";
}
