//! The clocks of Linux.

use chrono::{DateTime, Utc};
use rustix::time::{ClockId, Timespec, clock_gettime};
use std::time::Duration;

/// Which boot this is; empty where the system does not say.
pub(super) fn boot_id() -> String {
    let id = std::fs::read_to_string("/proc/sys/kernel/random/boot_id").unwrap_or_default();
    id.trim().to_owned()
}

pub(super) fn since_boot() -> Duration {
    // The clock of the standard library stands still while the machine sleeps.
    clock(ClockId::Boottime)
}

pub(super) fn awake() -> Duration {
    clock(ClockId::Monotonic)
}

pub(super) fn of_processor() -> Duration {
    clock(ClockId::ProcessCPUTime)
}

pub(super) fn wall() -> DateTime<Utc> {
    instant(&clock_gettime(ClockId::Realtime))
}

/// A reading of the wall clock, which may be set to before 1970.
fn instant(time: &Timespec) -> DateTime<Utc> {
    DateTime::from_timestamp(time.tv_sec, u32::try_from(time.tv_nsec).unwrap_or(0)).unwrap_or_default()
}

fn clock(id: ClockId) -> Duration {
    let time = clock_gettime(id);
    let seconds = u64::try_from(time.tv_sec).unwrap_or(0);
    Duration::new(seconds, u32::try_from(time.tv_nsec).unwrap_or(0))
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
