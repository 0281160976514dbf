//! Opening on a Linux desktop.

use std::path::Path;
use std::process::Command;

/// Terminals, best known first, and what stands between their name and a command with its arguments.
pub(crate) const TERMINALS: [(&str, &[&str]); 16] = [
    // Debian's link to the one that the person has chosen.
    ("x-terminal-emulator", &["-e"]),
    // Its `-e` takes the whole command as one word, as those of MATE's and Terminator do.
    ("xfce4-terminal", &["-x"]),
    // Its `-e` is deprecated.
    ("gnome-terminal", &["--"]),
    ("kgx", &["--"]),
    ("ptyxis", &["--"]),
    ("konsole", &["-e"]),
    ("mate-terminal", &["-x"]),
    ("terminator", &["-x"]),
    ("tilix", &["-e"]),
    ("foot", &[]),
    ("kitty", &[]),
    ("wezterm", &["start", "--"]),
    ("alacritty", &["-e"]),
    ("ghostty", &["-e"]),
    ("urxvt", &["-e"]),
    ("xterm", &["-e"]),
];

/// Opens a file with the desktop's own program for it.
pub(crate) fn opener(path: &Path) -> Command {
    let mut command = Command::new("xdg-open");
    command.arg(path);
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_terminal_has_a_name_of_its_own() {
        let names: std::collections::BTreeSet<&str> = TERMINALS.iter().map(|(name, _)| *name).collect();
        assert_eq!(names.len(), TERMINALS.len());
    }
}
