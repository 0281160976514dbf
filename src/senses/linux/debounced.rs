//! What is believed only once it has lasted. Owns the two lengths and the wait for them; reads no clock: a timer runs
//! while something is pending, and none otherwise.

use async_channel::{Receiver, Sender};
use async_io::Timer;
use futures_lite::future;
use std::cell::RefCell;
use std::time::Duration;

/// For how long something must last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lasts {
    /// Believed after it has been so for this long without a break.
    pub believed: Duration,
    /// Dropped after it has no longer been so for this long without a break.
    pub dropped: Duration,
}

/// What is seen now and what is believed.
#[derive(Debug)]
struct Belief {
    lasts: Lasts,
    seen: bool,
    believed: bool,
}

impl Belief {
    /// Takes in what is seen; whether the wait is another one from now on.
    fn see(&mut self, on: bool) -> bool {
        std::mem::replace(&mut self.seen, on) != on
    }

    /// How long what is seen must last from the moment it was first seen; `None` when it is believed already.
    fn wait(&self) -> Option<Duration> {
        (self.seen != self.believed).then_some(if self.seen { self.lasts.believed } else { self.lasts.dropped })
    }

    /// The wait is over: what is believed from now on, if that is new.
    fn lasted(&mut self) -> Option<bool> {
        self.wait()?;
        self.believed = self.seen;
        Some(self.believed)
    }
}

/// A belief and the timer that it waits on.
pub(super) struct Lasting {
    belief: RefCell<Belief>,
    /// Says that the wait is another one.
    changed: (Sender<()>, Receiver<()>),
}

impl Lasting {
    pub(super) fn new(lasts: Lasts) -> Self {
        let belief = RefCell::new(Belief { lasts, seen: false, believed: false });
        Self { belief, changed: async_channel::bounded(1) }
    }

    /// Takes in what is seen now.
    pub(super) fn see(&self, on: bool) {
        if self.belief.borrow_mut().see(on) {
            // Full means that the change is still to be heard of.
            let _ = self.changed.0.try_send(());
        }
    }

    /// Takes in what needs no wait.
    pub(super) fn sure(&self, on: bool) {
        self.see(on);
        self.belief.borrow_mut().lasted();
    }

    /// What is believed.
    pub(super) fn believed(&self) -> bool {
        self.belief.borrow().believed
    }

    /// How long what is seen must last before it is believed; `None` when it is.
    pub(super) fn wait(&self) -> Option<Duration> {
        self.belief.borrow().wait()
    }

    /// The next thing that has lasted: true or no longer. One listener.
    pub(super) async fn next(&self) -> bool {
        loop {
            let wait = self.wait();
            let lasted = async {
                let Some(wait) = wait else { return future::pending().await };
                Timer::after(wait).await;
                true
            };
            // A channel that closes would mean that this value is gone.
            let again = async { self.changed.1.recv().await.is_err() };
            if future::or(again, lasted).await
                && let Some(news) = self.belief.borrow_mut().lasted()
            {
                return news;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Belief, Lasting, Lasts};
    use futures_lite::future;
    use std::time::Duration;

    /// What is believed when, in made-up seconds, after these sights.
    fn play(believed: u64, dropped: u64, sights: &[(u64, bool)]) -> Vec<(u64, bool)> {
        let secs = Duration::from_secs;
        let mut belief =
            Belief { lasts: Lasts { believed: secs(believed), dropped: secs(dropped) }, seen: false, believed: false };
        let (mut due, mut said) = (None, Vec::new());
        for now in 0..1_000 {
            if due == Some(now) {
                said.extend(belief.lasted().map(|on| (now, on)));
                due = None;
            }
            for (_, on) in sights.iter().filter(|(at, _)| *at == now) {
                if belief.see(*on) {
                    due = belief.wait().map(|wait| now + wait.as_secs());
                }
            }
        }
        said
    }

    #[test]
    fn it_is_believed_after_it_lasted_and_dropped_after_the_last_of_it() {
        assert_eq!(play(5, 15, &[(10, true), (60, false)]), [(15, true), (75, false)]);
    }

    #[test]
    fn what_is_over_too_soon_never_was() {
        assert_eq!(play(5, 15, &[(10, true), (14, false), (16, true), (20, false)]), []);
    }

    #[test]
    fn seeing_the_same_again_starts_no_new_wait() {
        assert_eq!(play(5, 15, &[(10, true), (12, true), (14, true)]), [(15, true)]);
        assert_eq!(play(5, 15, &[(0, true), (10, false), (20, false)]), [(5, true), (25, false)]);
    }

    #[test]
    fn a_gap_that_is_short_ends_nothing() {
        let gaps = [(0, true), (20, false), (34, true), (40, false), (54, true), (100, false)];
        assert_eq!(play(5, 15, &gaps), [(5, true), (115, false)]);
    }

    #[test]
    fn what_is_sure_waits_for_nothing_and_ends_a_wait() {
        let lasting = Lasting::new(Lasts { believed: Duration::from_hours(1), dropped: Duration::from_hours(1) });
        lasting.sure(true);
        assert!(lasting.believed() && lasting.wait().is_none());
        lasting.see(false);
        assert!(lasting.believed() && lasting.wait().is_some());
        lasting.sure(true);
        assert!(lasting.wait().is_none());
        lasting.sure(false);
        assert!(!lasting.believed());
    }

    #[test]
    fn a_change_while_the_timer_runs_is_heard() {
        let lasts = Lasts { believed: Duration::from_hours(1), dropped: Duration::from_millis(1) };
        let lasting = Lasting::new(lasts);
        lasting.sure(true);
        let heard = future::block_on(future::zip(lasting.next(), async {
            future::yield_now().await;
            lasting.see(false);
        }));
        assert!(!heard.0);
    }
}
