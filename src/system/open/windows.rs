//! Opening on Windows.

use std::path::Path;
use std::process::Command;

/// Terminals, best known first, and what stands between their name and a command with its arguments.
pub(crate) const TERMINALS: [(&str, &[&str]); 2] = [("wt", &["new-tab"]), ("conhost", &[])];

/// Opens a file with the desktop's own program for it.
pub(crate) fn opener(path: &Path) -> Command {
    ::open::commands(path).swap_remove(0)
}
