//! The clocks of Windows.
#![expect(unsafe_code, reason = "the system's clocks have no safe form; each call says why it is sound")]

use chrono::{DateTime, Utc};
use std::time::{Duration, SystemTime};
use windows_sys::Win32::Foundation::FILETIME;
use windows_sys::Win32::System::SystemInformation::GetTickCount64;
use windows_sys::Win32::System::Threading::{GetCurrentProcess, GetProcessTimes};
use windows_sys::Win32::System::WindowsProgramming::QueryUnbiasedInterruptTime;

/// It does not say: what began when the last did is the same one.
pub(super) fn boot_id() -> String {
    String::new()
}

pub(super) fn since_boot() -> Duration {
    // This one goes on in sleep.
    // SAFETY: it takes nothing and gives a number.
    Duration::from_millis(unsafe { GetTickCount64() })
}

pub(super) fn awake() -> Duration {
    let mut ticks = 0;
    // Unbiased by sleep, as Windows calls it: this one stands still then.
    // SAFETY: it writes one number, whose place lives as long as the call. It fails for a null pointer alone.
    unsafe { QueryUnbiasedInterruptTime(&raw mut ticks) };
    of_ticks(ticks)
}

pub(super) fn of_processor() -> Duration {
    let [mut made, mut ended, mut kernel, mut user] = [FILETIME { dwLowDateTime: 0, dwHighDateTime: 0 }; 4];
    // SAFETY: the handle is the one that always means this process; it writes four times that live as long as the call.
    unsafe { GetProcessTimes(GetCurrentProcess(), &raw mut made, &raw mut ended, &raw mut kernel, &raw mut user) };
    of_ticks(ticks(kernel)) + of_ticks(ticks(user))
}

#[expect(clippy::disallowed_methods, reason = "the one place that reads it")]
pub(super) fn wall() -> DateTime<Utc> {
    SystemTime::now().into()
}

/// Ticks are of 100 ns.
fn of_ticks(ticks: u64) -> Duration {
    Duration::from_nanos(ticks.saturating_mul(100))
}

fn ticks(time: FILETIME) -> u64 {
    u64::from(time.dwHighDateTime) << 32 | u64::from(time.dwLowDateTime)
}
