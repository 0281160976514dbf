//! What can be told of the sense of a full screen.

use super::{Cause, Means, Report};
use crate::engine::event::Sense;
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// What it says now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Says {
    /// Whether the window in use fills the screen.
    Fills(bool),
    /// The display cannot be reached, or no longer; when it is tried again, unless it is given up.
    DisplayLost(Cause, Option<Duration>),
    /// There is no display at all.
    NoDisplay,
    /// The X server is one inside a Wayland session.
    OnlyXwayland,
    /// Nobody on the X server says which window is in use.
    NoWindowManager,
    /// The compositor lists no windows.
    NoWindowList,
}

/// What can be done where it does not work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Advice {
    /// The display is tried again.
    DisplayLost,
    /// The display is given up.
    DisplayGivenUp,
    /// There is no display.
    NoDisplay,
    /// The X server is one inside a Wayland session.
    OnlyXwayland,
    /// Nobody here tells of a full screen.
    ByHand,
}

/// A full screen is seen by these means; whether the window in use fills it.
#[must_use]
pub fn works(means: Means, on: bool) -> Report {
    Report::works(Sense::Fullscreen, means, Says::Fills(on))
}

/// The display cannot be reached; `again` is the pause before the next try.
#[must_use]
pub fn lost(display: &str, why: Cause, again: Option<Duration>) -> Report {
    let advice = if again.is_some() { Advice::DisplayLost } else { Advice::DisplayGivenUp };
    Report::failed(Sense::Fullscreen, display, Says::DisplayLost(why, again), advice)
}

/// There is no display at all.
#[must_use]
pub fn no_display() -> Report {
    Report::not_here(Sense::Fullscreen, Says::NoDisplay, Advice::NoDisplay)
}

/// The X server is one inside a Wayland session.
#[must_use]
pub fn only_xwayland() -> Report {
    Report::not_here(Sense::Fullscreen, Says::OnlyXwayland, Advice::OnlyXwayland)
}

/// Nobody on the X server says which window is in use.
#[must_use]
pub fn no_window_manager() -> Report {
    Report::not_here(Sense::Fullscreen, Says::NoWindowManager, Advice::ByHand)
}

/// The compositor lists no windows.
#[must_use]
pub fn no_window_list() -> Report {
    Report::not_here(Sense::Fullscreen, Says::NoWindowList, Advice::ByHand)
}
