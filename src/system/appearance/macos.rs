//! How windows are to look on macOS. What it says of movement is not asked yet.

use super::Appearance;
use std::process::Command;

/// Asks the person's defaults, where dark has a name and light has none.
pub(crate) fn ask() -> Appearance {
    let said = Command::new("defaults").args(["read", "-g", "AppleInterfaceStyle"]).output();
    Appearance { dark: said.is_ok_and(|said| said.stdout.starts_with(b"Dark")), still: false }
}
