//! The clocks of macOS.
//!
//! | call | as Apple documents it |
//! | --- | --- |
//! | `CLOCK_MONOTONIC_RAW` | goes on in sleep, and no adjustment of the time touches it (clock_gettime(3)) |
//! | `CLOCK_UPTIME_RAW` | in the same manner, but stands still in sleep (clock_gettime(3)) |
//! | `kern.bootsessionuuid` | not documented; another with each boot, in the source of the kernel. Without it what began when the last did is the same boot |
//!
//! Any thread, no permission.
#![expect(unsafe_code, reason = "the system's clocks have no safe form; each call says why it is sound")]

use chrono::{DateTime, Utc};
use std::ptr::null_mut;
use std::time::{Duration, SystemTime};

/// A name of a boot is a UUID as text, with its closing zero.
const BOOT_ID: usize = 37;

pub(super) fn boot_id() -> String {
    let (mut id, mut length) = ([0_u8; BOOT_ID], BOOT_ID);
    // SAFETY: the name is a text with its closing zero; it writes as many bytes as it is told there is room for, and their
    // number; nothing is set.
    let told = unsafe {
        libc::sysctlbyname(c"kern.bootsessionuuid".as_ptr(), id.as_mut_ptr().cast(), &raw mut length, null_mut(), 0)
    };
    let id = id.get(..length).filter(|_| told == 0).unwrap_or_default();
    String::from_utf8_lossy(id).trim_matches('\0').to_owned()
}

pub(super) fn since_boot() -> Duration {
    clock(libc::CLOCK_MONOTONIC_RAW)
}

pub(super) fn awake() -> Duration {
    clock(libc::CLOCK_UPTIME_RAW)
}

pub(super) fn of_processor() -> Duration {
    clock(libc::CLOCK_PROCESS_CPUTIME_ID)
}

#[expect(clippy::disallowed_methods, reason = "the one place that reads it")]
pub(super) fn wall() -> DateTime<Utc> {
    SystemTime::now().into()
}

fn clock(id: libc::clockid_t) -> Duration {
    let mut time = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    // SAFETY: it writes one time, whose place lives as long as the call. It fails for a clock that is not there alone.
    unsafe { libc::clock_gettime(id, &raw mut time) };
    Duration::new(u64::try_from(time.tv_sec).unwrap_or(0), u32::try_from(time.tv_nsec).unwrap_or(0))
}
