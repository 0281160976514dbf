//! Opening on a Linux desktop.

use std::path::Path;
use std::process::Command;

/// Opens a file with the desktop's own program for it.
pub(crate) fn opener(path: &Path) -> Command {
    let mut command = Command::new("xdg-open");
    command.arg(path);
    command
}
