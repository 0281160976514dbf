//! What is said of the sense of a full screen. Pure.

use super::senses::{NO_DISPLAY, display_lost};
use crate::parts::fullscreen::{Advice, Says};

/// What it says.
#[must_use]
pub fn says(says: &Says) -> String {
    match says {
        Says::Fills(true) => "the window in use fills the screen".into(),
        Says::Fills(false) => "the window in use does not fill the screen".into(),
        Says::DisplayLost(why, again) => display_lost(why, *again),
        Says::NoDisplay => NO_DISPLAY.into(),
        Says::OnlyXwayland => "this X server belongs to a Wayland session and knows only part of the windows".into(),
        Says::NoWindowManager => "no window manager that tells the window in use (EWMH) is running".into(),
        Says::NoWindowList => {
            "this Wayland compositor lists no windows to other programs (wlr-foreign-toplevel-management)".into()
        }
    }
}

/// What a person can do.
#[must_use]
pub fn advice(advice: Advice) -> &'static str {
    match advice {
        Advice::DisplayLost => "Nothing to do yet: a full screen is not heeded until it is back.",
        Advice::DisplayGivenUp => "Restart Unhunch once the display is back.",
        Advice::NoDisplay => "Start Unhunch inside the desktop; without it a full screen is not heeded.",
        Advice::OnlyXwayland => "Start Unhunch with WAYLAND_DISPLAY set, as the desktop's own autostart does.",
        Advice::ByHand => {
            "Before a film or a talk in full screen, switch on the desktop's do-not-disturb, or pause Unhunch in its menu."
        }
    }
}
