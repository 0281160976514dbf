//! What the command line adds to a sentence: which command says more, or does it. Nothing on the desktop says these. Pure.

use std::path::Path;

texts! {
    /// Where it says when to see someone.
    pub help: "commands-help";
    /// How all answers are changed.
    pub later: "commands-later";
    /// The person left the questions.
    pub left: "commands-left";
    /// At the first start without a desktop.
    pub hint: "commands-hint";
}

/// The settings are no TOML, so nothing can be put into them.
#[must_use]
pub fn broken(file: &Path) -> String {
    text!("commands-broken", file = file.display().to_string())
}

/// No window could open for the first questions.
#[must_use]
pub fn no_window(why: &str) -> String {
    text!("commands-no-window", why)
}
