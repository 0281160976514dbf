//! What is said where the terminal stands in for a desktop. Pure.

/// What is missing, in one line.
#[must_use]
pub fn without_desktop(display: bool, bus: bool) -> String {
    match (display, bus) {
        (false, false) => {
            text!("terminal-no-display-no-bus")
        }
        (true, false) => text!("terminal-no-bus"),
        (false, true) => text!("terminal-no-display"),
        (true, true) => text!("terminal-as-wished"),
    }
}

texts! {
    /// The keys, in one line.
    pub keys: "terminal-keys";
    /// No keys, in one line.
    pub commands: "terminal-commands";
}

/// An answer by a key.
#[must_use]
pub fn by_key(key: char, label: &str) -> String {
    format!("[{key}] {label}")
}

/// An answer by a command, where there is one.
#[must_use]
pub fn by_command(command: Option<&str>, label: &str) -> String {
    command.map_or_else(|| label.to_owned(), |command| text!("terminal-by-command", label, command))
}
