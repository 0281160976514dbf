//! Opening on macOS. Its Terminal takes no command from outside: what needs one is not here.

use std::path::Path;
use std::process::Command;

/// Terminals, best known first, and what stands between their name and a command with its arguments.
pub(crate) const TERMINALS: [(&str, &[&str]); 3] =
    [("kitty", &[]), ("wezterm", &["start", "--"]), ("alacritty", &["-e"])];

/// Opens a file with the desktop's own program for it.
pub(crate) fn opener(path: &Path) -> Command {
    ::open::commands(path).swap_remove(0)
}
