//! What is said of the sense of a full screen, and why there are no screen casts to hear of. Pure.

use crate::parts::Report;
use std::time::Duration;

/// The part's name.
const PART: &str = "fullscreen";

/// What a person can do where nobody tells of a full screen.
const BY_HAND: &str =
    "Before a film or a talk in full screen, switch on the desktop's do-not-disturb, or pause Unhunch in its menu.";

/// A full screen is seen by these means; whether the window in use fills it.
#[must_use]
pub fn fullscreen_works(means: &str, on: bool) -> Report {
    Report::works(
        PART,
        means,
        if on { "the window in use fills the screen" } else { "the window in use does not fill the screen" },
    )
}

/// The display cannot be reached; `again` is the pause before the next try.
#[must_use]
pub fn fullscreen_lost(display: &str, why: &str, again: Option<Duration>) -> Report {
    let (next, advice) = match again {
        Some(pause) => (
            format!("tried again in {} s", pause.as_secs()),
            "Nothing to do yet: a full screen is not heeded until it is back.",
        ),
        None => ("given up".to_owned(), "Restart Unhunch once the display is back."),
    };
    Report::failed(PART, display, format!("{why}; {next}"), advice)
}

/// There is no display at all.
#[must_use]
pub fn no_display() -> Report {
    Report::not_here(
        PART,
        "no display: neither WAYLAND_DISPLAY nor DISPLAY is set",
        "Start Unhunch inside the desktop; without it a full screen is not heeded.",
    )
}

/// The X server is one inside a Wayland session.
#[must_use]
pub fn only_xwayland() -> Report {
    Report::not_here(
        PART,
        "this X server belongs to a Wayland session and knows only part of the windows",
        "Start Unhunch with WAYLAND_DISPLAY set, as the desktop's own autostart does.",
    )
}

/// Nobody on the X server says which window is in use.
#[must_use]
pub fn no_window_manager() -> Report {
    Report::not_here(PART, "no window manager that tells the window in use (EWMH) is running", BY_HAND)
}

/// The compositor lists no windows.
#[must_use]
pub fn no_window_list() -> Report {
    Report::not_here(
        PART,
        "this Wayland compositor lists no windows to other programs (wlr-foreign-toplevel-management)",
        BY_HAND,
    )
}

/// PipeWire's socket is not there.
pub const NO_PIPEWIRE: &str = "PipeWire is not running";

/// PipeWire was there and went away.
pub const PIPEWIRE_GONE: &str = "PipeWire closed the connection";

/// No place for PipeWire's socket is known.
pub const NO_PIPEWIRE_PLACE: &str = "the place of PipeWire's socket is not known";

/// PipeWire, a compositor or an X server took too long.
pub const NO_ANSWER: &str = "no answer within 5 s";
