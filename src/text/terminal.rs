//! What is said where the terminal stands in for a desktop. Pure.

/// What is missing, in one line.
#[must_use]
pub fn without_desktop(display: bool, bus: bool) -> &'static str {
    match (display, bus) {
        (false, false) => {
            "No display and no session bus here: prompts come in this terminal instead of tray and notifications."
        }
        (true, false) => "No session bus here: prompts come in this terminal instead of tray and notifications.",
        (false, true) => "No display here: prompts come in this terminal instead of tray and notifications.",
        (true, true) => "Prompts come in this terminal.",
    }
}

/// The keys, in one line.
pub const KEYS: &str =
    "Keys: s start, z snooze, k skip, d done, p pause 30 min, m meeting 30 min, r resume, Enter status, q quit.";

/// No keys, in one line.
pub const COMMANDS: &str = "Answer with `unhunch start`, `snooze`, `skip` or `done` from another terminal.";

/// An answer by a key.
#[must_use]
pub fn by_key(key: char, label: &str) -> String {
    format!("[{key}] {label}")
}

/// An answer by a command, where there is one.
#[must_use]
pub fn by_command(command: Option<&str>, label: &str) -> String {
    command.map_or_else(|| label.to_owned(), |command| format!("{label}: unhunch {command}"))
}
