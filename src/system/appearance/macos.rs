//! How windows are to look on macOS.

use super::Appearance;
use objc2_app_kit::NSWorkspace;
use std::process::Command;

/// Asks the person's defaults, where dark has a name and light has none (not documented), and the workspace for movement.
pub(crate) fn ask() -> Appearance {
    let said = Command::new("defaults").args(["read", "-g", "AppleInterfaceStyle"]).output();
    // A value, so nothing is to be freed. Thread and permission are not documented.
    let still = NSWorkspace::sharedWorkspace().accessibilityDisplayShouldReduceMotion();
    Appearance { dark: said.is_ok_and(|said| said.stdout.starts_with(b"Dark")), still }
}
