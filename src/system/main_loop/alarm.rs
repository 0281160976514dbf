//! Alarm for a loop whose own waiting the system may leave out: a thread that waits beside it. Owns that thread; what it calls
//! must reach the loop wherever it is.

use crate::system::clock::Deadline;
use std::io;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

/// Alarm that rings at one time at most. Dropping it ends its thread.
#[derive(Debug)]
pub(super) struct Alarm(Arc<Clock>);

#[derive(Debug, Default)]
struct Clock {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct State {
    /// When it is to ring.
    at: Option<Deadline>,
    /// When the thread will look again by itself.
    looks: Option<Deadline>,
    over: bool,
}

impl Alarm {
    /// One that is not set.
    ///
    /// # Errors
    /// If the system gives no thread.
    pub(super) fn new(ring: impl Fn() + Send + 'static) -> io::Result<Self> {
        let clock = Arc::new(Clock::default());
        let shared = Arc::clone(&clock);
        let wait = move || {
            while shared.wait() {
                ring();
            }
        };
        thread::Builder::new().name("unhunch-alarm".into()).stack_size(64 * 1024).spawn(wait)?;
        Ok(Self(clock))
    }

    /// Rings then, and at no other time.
    pub(super) fn set(&self, at: Option<Deadline>) {
        let mut state = self.0.state();
        state.at = at;
        // Whoever looks earlier finds the new time then: most changes put it off, and need not wake the thread.
        if at.is_some_and(|at| state.looks.is_none_or(|looks| at < looks)) {
            self.0.changed.notify_one();
        }
    }
}

impl Drop for Alarm {
    fn drop(&mut self) {
        self.0.state().over = true;
        self.0.changed.notify_one();
    }
}

impl Clock {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until it is to ring; false once it is over.
    fn wait(&self) -> bool {
        let mut state = self.state();
        while !state.over {
            state.looks = state.at;
            state = match state.at.map(|at| at.left()) {
                None => self.changed.wait(state).unwrap_or_else(PoisonError::into_inner),
                Some(Some(left)) => self.changed.wait_timeout(state, left).unwrap_or_else(PoisonError::into_inner).0,
                Some(None) => {
                    state.at = None;
                    return true;
                }
            };
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc::{self, RecvTimeoutError};
    use std::time::Duration;

    const SOON: Duration = Duration::from_millis(30);
    const LONG: Duration = Duration::from_mins(1);

    #[test]
    fn it_rings_at_the_time_that_was_set_last_and_once() {
        let (rang, rings) = mpsc::channel();
        let alarm = Alarm::new(move || rang.send(()).unwrap_or_default()).expect("a thread");
        let rings_at = |at: Deadline| rings.recv_timeout(LONG) == Ok(()) && at.left().is_none();
        let silence = || rings.recv_timeout(SOON * 3) == Err(RecvTimeoutError::Timeout);
        let soon = Deadline::after(SOON);
        alarm.set(Some(Deadline::after(LONG)));
        alarm.set(Some(soon));
        assert!(rings_at(soon) && silence());
        // Put off, or taken back: its thread looks when it first had to, and goes on waiting.
        let later = Deadline::after(SOON * 4);
        alarm.set(Some(Deadline::after(SOON)));
        alarm.set(Some(later));
        assert!(rings_at(later));
        alarm.set(Some(Deadline::after(SOON)));
        alarm.set(None);
        assert!(silence());
        drop(alarm);
        assert_eq!(rings.recv_timeout(LONG), Err(RecvTimeoutError::Disconnected), "its thread has ended");
    }
}
