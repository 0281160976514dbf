//! The clocks of macOS. Its monotonic clock runs in sleep; the one of the standard library stands still there.

use chrono::{DateTime, Utc};
use rustix::time::{ClockId, clock_gettime};
use std::sync::LazyLock;
use std::time::{Duration, Instant, SystemTime};

/// The awake clock counts from here: only how much further it goes is ever used.
#[expect(clippy::disallowed_methods, reason = "the one place that reads it")]
static START: LazyLock<Instant> = LazyLock::new(Instant::now);

/// It does not say: what was before this process is told by the wall clock.
pub(super) fn boot_id() -> String {
    String::new()
}

pub(super) fn since_boot() -> Duration {
    clock(ClockId::Monotonic)
}

pub(super) fn awake() -> Duration {
    START.elapsed()
}

pub(super) fn of_processor() -> Duration {
    clock(ClockId::ProcessCPUTime)
}

#[expect(clippy::disallowed_methods, reason = "the one place that reads it")]
pub(super) fn wall() -> DateTime<Utc> {
    SystemTime::now().into()
}

fn clock(id: ClockId) -> Duration {
    let time = clock_gettime(id);
    Duration::new(u64::try_from(time.tv_sec).unwrap_or(0), u32::try_from(time.tv_nsec).unwrap_or(0))
}
