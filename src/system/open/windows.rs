//! Opening on Windows.

use std::path::Path;
use std::process::Command;

/// Opens a file with the desktop's own program for it.
pub(crate) fn opener(path: &Path) -> Command {
    ::open::commands(path).swap_remove(0)
}
