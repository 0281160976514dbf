//! How windows are to look on Windows. What it says of movement is not asked yet.

use super::Appearance;
use windows_registry::CURRENT_USER;

/// What the person has chosen for programs.
const CHOSEN: &str = r"Software\Microsoft\Windows\CurrentVersion\Themes\Personalize";

/// Asks the registry.
pub(crate) fn ask() -> Appearance {
    let light = CURRENT_USER.open(CHOSEN).and_then(|chosen| chosen.get_u32("AppsUseLightTheme"));
    Appearance { dark: light.is_ok_and(|light| light == 0), still: false }
}
