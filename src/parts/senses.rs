//! What can be told of the senses of input, locking, sleep and the clocks.

use super::{Cause, Means, PartId, Report};
use crate::engine::event::Sense;
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// What such a sense says now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Says {
    /// It tells no absence while a program keeps the screen awake.
    NotWhileAwake,
    /// The display cannot be reached, or no longer; when it is tried again, unless it is given up.
    DisplayLost(Cause, Option<Duration>),
    /// There is no display at all.
    NoDisplay,
    /// The X server is one inside a Wayland session.
    OnlyXwayland,
    /// The X server has no idle counter.
    NoIdleCounter,
    /// The compositor has no idle protocol.
    NoIdleProtocol,
    /// Neither bus tells of locking.
    NeitherBus {
        /// Why the system bus does not.
        system: Cause,
        /// Why the session bus does not.
        session: Cause,
    },
    /// The system bus tells nothing.
    SystemBus(Cause),
    /// Sleep is announced; whether it waits until the state is stored.
    SleepAnnounced {
        /// It does.
        waits: bool,
    },
}

/// What can be done where such a sense does not work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "each is about what its name says")]
pub enum Advice {
    DisplayLost,
    DisplayGivenUp,
    GnomeLost,
    NoDisplay,
    OnlyXwayland,
    NoIdleCounter,
    NoIdleProtocol,
    NoLock,
    NoSleep,
    SleepFailed,
    ClocksFailed,
}

/// The idle sense works by these means.
#[must_use]
pub fn idle_works(means: Means) -> Report {
    Report::works(Sense::Idle, means, super::Says::Nothing)
}

/// It works by means that are silent while a program keeps the screen awake.
#[must_use]
pub fn idle_works_unless_awake(means: Means) -> Report {
    Report::works(Sense::Idle, means, Says::NotWhileAwake)
}

/// The display cannot be reached; `again` is the pause before the next try.
#[must_use]
pub fn display_lost(display: &str, why: Cause, again: Option<Duration>) -> Report {
    let advice = if again.is_some() { Advice::DisplayLost } else { Advice::DisplayGivenUp };
    Report::failed(Sense::Idle, display, Says::DisplayLost(why, again), advice)
}

/// GNOME's monitor was there and went away.
#[must_use]
pub fn gnome_lost(why: Cause) -> Report {
    Report::failed(Sense::Idle, Means::GnomeMonitor, why, Advice::GnomeLost)
}

/// There is no display at all.
#[must_use]
pub fn no_display() -> Report {
    Report::not_here(Sense::Idle, Says::NoDisplay, Advice::NoDisplay)
}

/// The X server is one inside a Wayland session.
#[must_use]
pub fn only_xwayland() -> Report {
    Report::not_here(Sense::Idle, Says::OnlyXwayland, Advice::OnlyXwayland)
}

/// The X server has no idle counter.
#[must_use]
pub fn no_idle_counter() -> Report {
    Report::not_here(Sense::Idle, Says::NoIdleCounter, Advice::NoIdleCounter)
}

/// The compositor has no idle protocol.
#[must_use]
pub fn no_idle_protocol() -> Report {
    Report::not_here(Sense::Idle, Says::NoIdleProtocol, Advice::NoIdleProtocol)
}

/// Locking is heard from these.
#[must_use]
pub fn lock_works(sources: Vec<String>) -> Report {
    Report::works(Sense::Lock, Means::Several(sources), super::Says::Nothing)
}

/// Nobody tells of locking: why neither bus does.
#[must_use]
pub fn lock_not_here(system: Cause, session: Cause) -> Report {
    Report::not_here(Sense::Lock, Says::NeitherBus { system, session }, Advice::NoLock)
}

/// Sleep is announced by this system or service; `waits`: until the state is stored.
#[must_use]
pub fn sleep_works(by: &str, waits: bool) -> Report {
    Report::works(Sense::Sleep, by, Says::SleepAnnounced { waits })
}

/// Nobody announces sleep.
#[must_use]
pub fn sleep_not_here(why: Cause) -> Report {
    Report::not_here(Sense::Sleep, Says::SystemBus(why), Advice::NoSleep)
}

/// logind is there and cannot be heard.
#[must_use]
pub fn sleep_failed(why: Cause) -> Report {
    Report::failed(Sense::Sleep, "logind", why, Advice::SleepFailed)
}

/// Steps of the wall clock are heard by these means.
#[must_use]
pub fn clocks_work(means: Means) -> Report {
    Report::works(PartId::Clocks, means, super::Says::Nothing)
}

/// Steps of the wall clock are not heard.
#[must_use]
pub fn clocks_failed(why: Cause) -> Report {
    Report::failed(PartId::Clocks, Means::KernelTimer, why, Advice::ClocksFailed)
}
