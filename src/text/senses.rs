//! What is said of the senses of input, locking, sleep and the clocks: how each does and what a person can do about it.
//! Pure.

use super::causes::cause;
use crate::parts::Cause;
use crate::parts::senses::{Advice, Says};
use std::time::Duration;

/// Who holds sleep back and why, as the system lists it.
pub const HOLD: (&str, &str) = ("Unhunch", "Stores where the day stands");

/// What such a sense says.
#[must_use]
pub fn says(says: &Says) -> String {
    match says {
        Says::NotWhileAwake => "tells no absence while a program keeps the screen awake".into(),
        Says::DisplayLost(why, again) => display_lost(why, *again),
        Says::NoDisplay => NO_DISPLAY.into(),
        Says::OnlyXwayland => "this X server belongs to a Wayland session and knows only part of the input".into(),
        Says::NoIdleCounter => "this X server has no idle counter (SYNC extension)".into(),
        Says::NoIdleProtocol => {
            "this Wayland compositor offers no idle protocol (ext-idle-notify or org_kde_kwin_idle)".into()
        }
        Says::NeitherBus { system, session } => {
            format!("system bus: {}; session bus: {}", cause(system), cause(session))
        }
        // It names the bus itself.
        Says::SystemBus(why @ Cause::NoLogind) => cause(why),
        Says::SystemBus(why) => format!("system bus: {}", cause(why)),
        Says::SleepAnnounced { waits: true } => "waits until the day is stored".into(),
        Says::SleepAnnounced { waits: false } => "is announced, but does not wait for us".into(),
    }
}

/// There is no display at all.
pub(super) const NO_DISPLAY: &str = "no display: neither WAYLAND_DISPLAY nor DISPLAY is set";

/// The display cannot be reached; `again` is the pause before the next try.
pub(super) fn display_lost(why: &Cause, again: Option<Duration>) -> String {
    let next = again.map_or_else(|| "given up".into(), |pause| format!("tried again in {} s", pause.as_secs()));
    format!("{}; {next}", cause(why))
}

/// What a person can do.
#[must_use]
pub fn advice(advice: Advice) -> &'static str {
    match advice {
        Advice::DisplayLost => "Nothing to do yet: breaks go by the clock until it is back.",
        Advice::DisplayGivenUp => "Restart Unhunch once the display is back; until then breaks go by the clock.",
        Advice::GnomeLost => {
            "It is taken up again when GNOME Shell is back; if it stays like this, log out and in again."
        }
        Advice::NoDisplay => "Start Unhunch inside the desktop; without it breaks go by the clock.",
        Advice::OnlyXwayland => "Start Unhunch with WAYLAND_DISPLAY set, as the desktop's own autostart does.",
        Advice::NoIdleCounter => "Use an X server with the SYNC extension; until then breaks go by the clock.",
        Advice::NoIdleProtocol => "Update the compositor if you can; until then breaks go by the clock.",
        Advice::NoLock => "Nothing to do: an absence is still seen by the missing input.",
        Advice::NoSleep => "Nothing to do: sleep is still seen by the clocks.",
        Advice::SleepFailed => "Sleep is still seen by the clocks; if this stays, restart Unhunch.",
        Advice::ClocksFailed => {
            "Steps of the clock are noticed at the next break instead; restart Unhunch if this stays."
        }
    }
}
