//! What is said of the senses of input, locking, sleep and the clocks: how each does and what a person can do about it.
//! Pure.

use super::causes::cause;
use crate::parts::Cause;
use crate::parts::senses::{Advice, Says};
use std::time::Duration;

texts! {
    /// Why the app holds sleep back, as the system lists it.
    pub sleep_hold: "sleep-hold";
}

/// What such a sense says.
#[must_use]
pub fn says(says: &Says) -> String {
    match says {
        Says::NotWhileAwake => text!("senses-not-while-awake"),
        Says::DisplayLost(why, again) => display_lost(why, *again),
        Says::NoDisplay => no_display(),
        Says::OnlyXwayland => text!("senses-only-xwayland"),
        Says::NoIdleCounter => text!("senses-no-idle-counter"),
        Says::NoIdleProtocol => text!("senses-no-idle-protocol"),
        Says::NeitherBus { system, session } => {
            text!("senses-neither-bus", system = cause(system), session = cause(session))
        }
        // It names the bus itself.
        Says::SystemBus(why @ Cause::NoLogind) => cause(why),
        Says::SystemBus(why) => text!("senses-system-bus", why = cause(why)),
        Says::SleepAnnounced { waits: true } => text!("senses-sleep-waits"),
        Says::SleepAnnounced { waits: false } => text!("senses-sleep-announced"),
    }
}

texts! {
    /// There is no display at all.
    pub(super) no_display: "senses-no-display";
}

/// The display cannot be reached; `again` is the pause before the next try.
pub(super) fn display_lost(why: &Cause, again: Option<Duration>) -> String {
    match again {
        Some(pause) => text!("senses-display-again", why = cause(why), seconds = pause.as_secs()),
        None => text!("senses-display-given-up", why = cause(why)),
    }
}

/// What a person can do.
#[must_use]
pub fn advice(advice: Advice) -> String {
    match advice {
        Advice::DisplayLost => text!("senses-do-display-lost"),
        Advice::DisplayGivenUp => text!("senses-do-display-given-up"),
        Advice::GnomeLost => text!("senses-do-gnome-lost"),
        Advice::NoDisplay => text!("senses-do-no-display"),
        Advice::OnlyXwayland => text!("senses-do-only-xwayland"),
        Advice::NoIdleCounter => text!("senses-do-no-idle-counter"),
        Advice::NoIdleProtocol => text!("senses-do-no-idle-protocol"),
        Advice::NoLock => text!("senses-do-no-lock"),
        Advice::NoSleep => text!("senses-do-no-sleep"),
        Advice::SleepFailed => text!("senses-do-sleep-failed"),
        Advice::ClocksFailed => text!("senses-do-clocks-failed"),
    }
}
