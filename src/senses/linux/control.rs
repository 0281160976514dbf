//! What the shell wants of the senses, and the bells that wake their threads for it. Owns the shared wishes;
//! never waits on the shell's side.

use async_io::Async;
use futures_lite::future;
use rustix::event::{EventfdFlags, PollFd, PollFlags, Timespec, eventfd, poll};
use rustix::fd::{AsFd, BorrowedFd, OwnedFd};
use std::io;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// The wishes of the shell, shared with all threads of the senses.
#[derive(Debug)]
pub(super) struct Orders {
    threshold_ms: AtomicU64,
    /// Rung when the idle threshold changed.
    pub(super) watch: Bell,
    /// Rung when the shell has stored its state.
    pub(super) stored: Bell,
    /// Rung when all is to end; never cleared, so that everyone hears it.
    pub(super) stop: Bell,
}

impl Orders {
    pub(super) fn new(threshold: Duration) -> io::Result<Self> {
        Ok(Self {
            threshold_ms: AtomicU64::new(millis(threshold)),
            watch: Bell::new()?,
            stored: Bell::new()?,
            stop: Bell::new()?,
        })
    }

    /// Sets the idle threshold; wakes nobody if it is the same.
    pub(super) fn watch(&self, threshold: Duration) {
        let millis = millis(threshold);
        if self.threshold_ms.swap(millis, Ordering::SeqCst) != millis {
            self.watch.ring();
        }
    }

    /// The idle threshold as it is now.
    pub(super) fn threshold(&self) -> Duration {
        Duration::from_millis(self.threshold_ms.load(Ordering::SeqCst))
    }

    /// Ends when the senses are to end.
    pub(super) async fn stopped(&self) {
        match self.stop.listen() {
            Ok(stop) if stop.readable().await.is_ok() => {}
            Ok(_) | Err(_) => future::pending().await,
        }
    }
}

fn millis(threshold: Duration) -> u64 {
    u64::try_from(threshold.as_millis()).unwrap_or(u64::MAX).max(1)
}

/// Wakes a thread that waits on file descriptors.
#[derive(Debug)]
pub(super) struct Bell(OwnedFd);

impl Bell {
    pub(super) fn new() -> io::Result<Self> {
        Ok(Self(eventfd(0, EventfdFlags::NONBLOCK | EventfdFlags::CLOEXEC)?))
    }

    pub(super) fn ring(&self) {
        // Fails only when 2^64 - 2 rings were never heard: then it is ringing already.
        let _ = rustix::io::write(&self.0, &1_u64.to_ne_bytes());
    }

    /// Makes it silent; rings from now on are heard anew.
    pub(super) fn clear(&self) {
        // Fails only when it was silent.
        let _ = rustix::io::read(&self.0, &mut [0_u8; 8]);
    }

    /// For tasks. At most one listener at a time.
    pub(super) fn listen(&self) -> io::Result<Async<&Self>> {
        Async::new_nonblocking(self)
    }

    /// For threads: whether it rang within this time.
    pub(super) fn wait(&self, at_most: Duration) -> bool {
        let time = Timespec {
            tv_sec: i64::try_from(at_most.as_secs()).unwrap_or(i64::MAX),
            tv_nsec: at_most.subsec_nanos().into(),
        };
        poll(&mut [PollFd::new(self, PollFlags::IN)], Some(&time)).is_ok_and(|rang| rang > 0)
    }
}

impl AsFd for Bell {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.0.as_fd()
    }
}

/// What a waiting display thread was woken by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Woken {
    Display,
    Watch,
    Stop,
}

/// Waits for the display, a new threshold, or the end; the bell of a new threshold is silent afterwards.
pub(super) fn wait_for(display: BorrowedFd<'_>, watch: &Bell, stop: &Bell) -> io::Result<Woken> {
    let mut fds = [
        PollFd::from_borrowed_fd(display, PollFlags::IN),
        PollFd::new(watch, PollFlags::IN),
        PollFd::new(stop, PollFlags::IN),
    ];
    loop {
        match poll(&mut fds, None) {
            Ok(_) => break,
            Err(rustix::io::Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
    }
    let rang = |fd: &PollFd<'_>| !fd.revents().is_empty();
    // The end first: a display that never falls silent must not hold it up.
    if rang(&fds[2]) {
        return Ok(Woken::Stop);
    }
    if rang(&fds[1]) {
        watch.clear();
        return Ok(Woken::Watch);
    }
    Ok(Woken::Display)
}

#[cfg(test)]
mod tests {
    use super::{Bell, Orders, Woken, wait_for};
    use rustix::fd::AsFd;
    use std::time::Duration;

    #[test]
    fn the_same_threshold_wakes_nobody() {
        let orders = Orders::new(Duration::from_mins(1)).unwrap();
        orders.watch(Duration::from_mins(1));
        assert!(!orders.watch.wait(Duration::ZERO));
        orders.watch(Duration::from_secs(5));
        assert!(orders.watch.wait(Duration::ZERO));
        assert_eq!(orders.threshold(), Duration::from_secs(5));
    }

    #[test]
    fn a_threshold_is_at_least_a_millisecond() {
        let orders = Orders::new(Duration::ZERO).unwrap();
        assert_eq!(orders.threshold(), Duration::from_millis(1));
    }

    #[test]
    fn the_end_comes_before_all_else_and_stays() {
        let [display, watch, stop] = [(); 3].map(|()| Bell::new().unwrap());
        display.ring();
        watch.ring();
        assert_eq!(wait_for(display.as_fd(), &watch, &stop).unwrap(), Woken::Watch);
        assert_eq!(wait_for(display.as_fd(), &watch, &stop).unwrap(), Woken::Display);
        stop.ring();
        for _ in 0..2 {
            assert_eq!(wait_for(display.as_fd(), &watch, &stop).unwrap(), Woken::Stop);
        }
    }
}
