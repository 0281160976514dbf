//! Debounce with its timer. Owns the wait: a timer runs while something is pending, and none otherwise; reads no clock.

use crate::senses::debounce::{Debounce, Lasts};
use async_channel::{Receiver, Sender};
use async_io::Timer;
use futures_lite::future;
use std::cell::RefCell;
use std::time::Duration;

/// What is believed, and the timer that it waits on.
pub(super) struct Debounced {
    belief: RefCell<Debounce>,
    /// Says that the wait is another one.
    changed: (Sender<()>, Receiver<()>),
}

impl Debounced {
    pub(super) fn new(lasts: Lasts) -> Self {
        let belief = RefCell::new(Debounce::new(lasts));
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
        self.belief.borrow().believed()
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
    use super::{Debounced, Lasts};
    use futures_lite::future;
    use std::time::Duration;

    #[test]
    fn what_is_sure_waits_for_nothing_and_ends_a_wait() {
        let debounced = Debounced::new(Lasts { believed: Duration::from_hours(1), dropped: Duration::from_hours(1) });
        debounced.sure(true);
        assert!(debounced.believed() && debounced.wait().is_none());
        debounced.see(false);
        assert!(debounced.believed() && debounced.wait().is_some());
        debounced.sure(true);
        assert!(debounced.wait().is_none());
        debounced.sure(false);
        assert!(!debounced.believed());
    }

    #[test]
    fn a_change_while_the_timer_runs_is_heard() {
        let lasts = Lasts { believed: Duration::from_hours(1), dropped: Duration::from_millis(1) };
        let debounced = Debounced::new(lasts);
        debounced.sure(true);
        let heard = future::block_on(future::zip(debounced.next(), async {
            future::yield_now().await;
            debounced.see(false);
        }));
        assert!(!heard.0);
    }
}
