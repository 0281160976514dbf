//! What is said of the sense of a full screen. Pure.

use super::senses::{display_lost, no_display};
use crate::parts::fullscreen::{Advice, Says};

/// What it says.
#[must_use]
pub fn says(says: &Says) -> String {
    match says {
        Says::Fills(true) => text!("fullscreen-fills"),
        Says::Fills(false) => text!("fullscreen-fills-not"),
        Says::DisplayLost(why, again) => display_lost(why, *again),
        Says::NoDisplay => no_display(),
        Says::OnlyXwayland => text!("fullscreen-only-xwayland"),
        Says::NoWindowManager => text!("fullscreen-no-window-manager"),
        Says::NoWindowList => text!("fullscreen-no-window-list"),
    }
}

/// What a person can do.
#[must_use]
pub fn advice(advice: Advice) -> String {
    match advice {
        Advice::DisplayLost => text!("fullscreen-do-display-lost"),
        Advice::DisplayGivenUp => text!("fullscreen-do-display-given-up"),
        Advice::NoDisplay => text!("fullscreen-do-no-display"),
        Advice::OnlyXwayland => text!("fullscreen-do-only-xwayland"),
        Advice::ByHand => text!("fullscreen-do-by-hand"),
    }
}
