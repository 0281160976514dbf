//! What is said of the senses: how each does and what a person can do about it. Pure.

use crate::parts::{PartState, Report};
use std::time::Duration;

/// Who holds sleep back and why, as the system lists it.
pub const HOLD: (&str, &str) = ("Unhunch", "Stores where the day stands");

/// logind is not on the system bus.
pub const NO_LOGIND: &str = "logind is not on the system bus";

/// logind knows no session of the person.
pub const NO_SESSION: &str = "logind knows no session of yours";

/// A limit of some idle protocols.
pub const INHIBITED: &str = "tells no absence while a program keeps the screen awake";

/// A sense that the person switched off.
#[must_use]
pub fn off(part: &str) -> Report {
    Report {
        part: part.into(),
        state: PartState::Off,
        means: String::new(),
        says: "switched off in the settings".into(),
        advice: String::new(),
    }
}

/// A sense for which nothing is written for the system that the app runs on.
#[must_use]
pub fn not_on_this_system(part: &str) -> Report {
    Report::not_here(part, "not on this system yet", "")
}

/// The idle sense works by these means.
#[must_use]
pub fn idle_works(means: &str, says: &str) -> Report {
    Report::works("idle", means, says)
}

/// The display cannot be reached; `again` is the pause before the next try.
#[must_use]
pub fn display_lost(display: &str, why: &str, again: Option<Duration>) -> Report {
    let (next, advice) = match again {
        Some(pause) => (
            format!("tried again in {} s", pause.as_secs()),
            "Nothing to do yet: breaks go by the clock until it is back.",
        ),
        None => ("given up".to_owned(), "Restart Unhunch once the display is back; until then breaks go by the clock."),
    };
    Report::failed("idle", display, format!("{why}; {next}"), advice)
}

/// GNOME's monitor was there and went away.
#[must_use]
pub fn gnome_lost(why: &str) -> Report {
    Report::failed(
        "idle",
        "GNOME's idle monitor",
        why,
        "It is taken up again when GNOME Shell is back; if it stays like this, log out and in again.",
    )
}

/// There is no display at all.
#[must_use]
pub fn no_display() -> Report {
    idle_not_here(
        "no display: neither WAYLAND_DISPLAY nor DISPLAY is set",
        "Start Unhunch inside the desktop; without it breaks go by the clock.",
    )
}

/// The X server is one inside a Wayland session.
#[must_use]
pub fn only_xwayland() -> Report {
    idle_not_here(
        "this X server belongs to a Wayland session and knows only part of the input",
        "Start Unhunch with WAYLAND_DISPLAY set, as the desktop's own autostart does.",
    )
}

/// The X server has no idle counter.
#[must_use]
pub fn no_idle_counter() -> Report {
    idle_not_here(
        "this X server has no idle counter (SYNC extension)",
        "Use an X server with the SYNC extension; until then breaks go by the clock.",
    )
}

/// The compositor has no idle protocol.
#[must_use]
pub fn no_idle_protocol() -> Report {
    idle_not_here(
        "this Wayland compositor offers no idle protocol (ext-idle-notify or org_kde_kwin_idle)",
        "Update the compositor if you can; until then breaks go by the clock.",
    )
}

fn idle_not_here(says: &str, advice: &str) -> Report {
    Report::not_here("idle", says, advice)
}

/// Locking is heard from these.
#[must_use]
pub fn lock_works(means: &str) -> Report {
    Report::works("lock", means, "")
}

/// Nobody tells of locking.
#[must_use]
pub fn lock_not_here(why: &str) -> Report {
    Report::not_here("lock", why, "Nothing to do: an absence is still seen by the missing input.")
}

/// Why neither bus tells of locking.
#[must_use]
pub fn two_causes(logind: &str, savers: &str) -> String {
    format!("system bus: {logind}; session bus: {savers}")
}

/// Sleep is announced; `held`: and waits until the state is stored.
#[must_use]
pub fn sleep_works(held: bool) -> Report {
    let says = if held { "waits until the day is stored" } else { "is announced, but does not wait for us" };
    Report::works("sleep", "logind", says)
}

/// Nobody announces sleep.
#[must_use]
pub fn sleep_not_here(why: &str) -> Report {
    let says = if why == NO_LOGIND { why.to_owned() } else { format!("system bus: {why}") };
    Report::not_here("sleep", says, "Nothing to do: sleep is still seen by the clocks.")
}

/// logind is there and cannot be heard.
#[must_use]
pub fn sleep_failed(why: &str) -> Report {
    Report::failed("sleep", "logind", why, "Sleep is still seen by the clocks; if this stays, restart Unhunch.")
}

/// Steps of the wall clock are heard.
#[must_use]
pub fn clocks_work() -> Report {
    Report::works("clocks", "a timer of the kernel (timerfd)", "")
}

/// Steps of the wall clock are not heard.
#[must_use]
pub fn clocks_failed(why: &str) -> Report {
    Report::failed(
        "clocks",
        "a timer of the kernel (timerfd)",
        why,
        "Steps of the clock are noticed at the next break instead; restart Unhunch if this stays.",
    )
}
