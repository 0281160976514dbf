//! Events of Windows, and what the shell wants of the senses by them. Owns the shared wishes; never waits on the shell's
//! side.
#![expect(unsafe_code, reason = "events have no safe form; each call says why it is sound")]

use std::io;
use std::os::windows::io::{AsRawHandle, FromRawHandle, OwnedHandle};
use std::ptr::null;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use windows_sys::Win32::Foundation::{HANDLE, WAIT_OBJECT_0};
use windows_sys::Win32::System::Threading::{CreateEventW, INFINITE, ResetEvent, SetEvent, WaitForSingleObject};

/// Something to wait for.
#[derive(Debug)]
pub(super) struct Event(OwnedHandle);

impl Event {
    /// One that is silent again once it was waited for.
    pub(super) fn once() -> io::Result<Self> {
        Self::new(false)
    }

    fn new(stays: bool) -> io::Result<Self> {
        // SAFETY: nobody inherits it and it has no name; what comes back is null or a handle of our own to close.
        unsafe {
            let handle = CreateEventW(null(), stays.into(), 0, null());
            if handle.is_null() {
                return Err(io::Error::last_os_error());
            }
            Ok(Self(OwnedHandle::from_raw_handle(handle)))
        }
    }

    pub(super) fn ring(&self) {
        // SAFETY: the handle is open as long as `self`. It cannot fail for one of our own.
        unsafe { SetEvent(self.handle()) };
    }

    /// Rings from now on are heard anew.
    pub(super) fn clear(&self) {
        // SAFETY: as above.
        unsafe { ResetEvent(self.handle()) };
    }

    /// Whether it rang within this time.
    pub(super) fn wait(&self, at_most: Duration) -> bool {
        // SAFETY: as above.
        unsafe { WaitForSingleObject(self.handle(), millis(Some(at_most))) == WAIT_OBJECT_0 }
    }

    /// For the calls that take one; it is open as long as `self`.
    pub(super) fn handle(&self) -> HANDLE {
        self.0.as_raw_handle()
    }
}

/// A time as Windows waits for it, never too short; none is without end.
pub(super) fn millis(wait: Option<Duration>) -> u32 {
    let most = u128::from(INFINITE - 1);
    wait.map_or(INFINITE, |wait| u32::try_from(wait.as_nanos().div_ceil(1_000_000).min(most)).unwrap_or(INFINITE - 1))
}

/// The wishes of the shell.
#[derive(Debug)]
pub(super) struct Orders {
    threshold_ms: AtomicU64,
    /// Rung when the idle threshold changed.
    pub(super) watch: Event,
    /// Rung when the shell has stored its state.
    pub(super) stored: Event,
    /// Rung when all is to end; it stays, so that everyone hears it.
    pub(super) stop: Event,
}

impl Orders {
    pub(super) fn new(threshold: Duration) -> io::Result<Self> {
        let threshold_ms = AtomicU64::new(whole(threshold));
        Ok(Self { threshold_ms, watch: Event::once()?, stored: Event::once()?, stop: Event::new(true)? })
    }

    /// Sets the idle threshold; wakes nobody if it is the same.
    pub(super) fn watch(&self, threshold: Duration) {
        if self.threshold_ms.swap(whole(threshold), Ordering::SeqCst) != whole(threshold) {
            self.watch.ring();
        }
    }

    /// The idle threshold as it is now.
    pub(super) fn threshold(&self) -> Duration {
        Duration::from_millis(self.threshold_ms.load(Ordering::SeqCst))
    }
}

/// In milliseconds, and at least one.
fn whole(threshold: Duration) -> u64 {
    u64::try_from(threshold.as_millis()).unwrap_or(u64::MAX).max(1)
}
