//! How windows are to look on Windows.
#![expect(unsafe_code, reason = "what it says of movement has no safe form; the call says why it is sound")]

use super::Appearance;
use windows_registry::CURRENT_USER;
use windows_sys::Win32::UI::WindowsAndMessaging::{SPI_GETCLIENTAREAANIMATION, SystemParametersInfoW};
use windows_sys::core::BOOL;

/// What the person has chosen for programs.
const CHOSEN: &str = r"Software\Microsoft\Windows\CurrentVersion\Themes\Personalize";

/// Asks the registry for the colours, the system for movement.
pub(crate) fn ask() -> Appearance {
    let light = CURRENT_USER.open(CHOSEN).and_then(|chosen| chosen.get_u32("AppsUseLightTheme"));
    Appearance { dark: light.is_ok_and(|light| light == 0), still: still() }
}

/// "Animation effects" of the settings for accessibility, switched off.
fn still() -> bool {
    let mut moves: BOOL = 1;
    // SAFETY: it writes one such value, whose place lives as long as the call, and changes nothing.
    let told = unsafe { SystemParametersInfoW(SPI_GETCLIENTAREAANIMATION, 0, (&raw mut moves).cast(), 0) };
    told != 0 && moves == 0
}
