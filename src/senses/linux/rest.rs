//! Rest after work. Owns one timer, which work alone arms, so that nothing wakes by itself; never knows what is done with
//! the rest.
//!
//! Much of what the buses and the kernel tell is of no interest to the app. What it has put into memory would stay there
//! until the app's own next event, which may be hours away.

use async_io::Timer;
use futures_lite::future;
use std::pin::{Pin, pin};
use std::task::Context;
use std::time::Duration;

/// Work is over when there was none for this long. One burst of messages goes on for less than a second; a timer that runs
/// while more comes is let run and set once more, so that work costs no timer each.
pub(super) const AFTER: Duration = Duration::from_secs(3);

/// Does the work and says each time that it rests: once `after` has passed without any, and at the latest after twice that.
pub(super) async fn beside<W: Future>(work: W, after: Duration, rested: impl Fn()) -> W::Output {
    let (mut work, mut rest) = (pin!(work), Rest { after, timer: None, worked: false });
    future::poll_fn(|context| {
        let rests = rest.poll(context);
        let done = work.as_mut().poll(context);
        if rests {
            // Last, because the poll above has touched once more what is to be let go.
            rested();
        }
        done
    })
    .await
}

struct Rest {
    after: Duration,
    timer: Option<Timer>,
    /// There was work since the timer was set.
    worked: bool,
}

impl Rest {
    /// Whether work is over; a poll for anything but the timer is work.
    fn poll(&mut self, context: &mut Context<'_>) -> bool {
        match self.timer.as_mut().map(|timer| Pin::new(timer).poll(context).is_ready()) {
            Some(false) => self.worked = true,
            Some(true) if !self.worked => {
                self.timer = None;
                return true;
            }
            Some(true) | None => {
                let mut timer = Timer::after(self.after);
                // The first poll is what sets it; it cannot have run out yet.
                let _ = Pin::new(&mut timer).poll(context);
                (self.timer, self.worked) = (Some(timer), false);
            }
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::beside;
    use async_io::Timer;
    use futures_lite::future;
    use std::cell::Cell;
    use std::time::Duration;

    const AFTER: Duration = Duration::from_millis(60);

    /// How often it rested, and how often the work was polled in the quiet time behind these pieces of work.
    fn play(pieces: u32, apart: Duration) -> (u32, u32) {
        let (rested, polled) = (Cell::new(0), Cell::new(0));
        let work = async {
            for _ in 0..pieces {
                Timer::after(apart).await;
            }
            assert_eq!(rested.get(), 0, "it does not rest while there is work");
            let quiet = async {
                Timer::after(AFTER * 12).await;
            };
            let counted = future::poll_fn(|_| {
                polled.set(polled.get() + 1);
                std::task::Poll::<()>::Pending
            });
            future::or(quiet, counted).await;
        };
        future::block_on(beside(work, AFTER, || rested.set(rested.get() + 1)));
        (rested.get(), polled.get())
    }

    #[test]
    fn after_a_burst_it_rests_once_and_nothing_wakes_it_again() {
        let (rested, polled) = play(20, Duration::from_millis(10));
        assert_eq!(rested, 1);
        assert!(polled <= 4, "one poll for the last of the work and two for the timer: {polled}");
    }

    #[test]
    fn each_burst_has_its_rest() {
        let rested = Cell::new(0);
        let work = async {
            for burst in 1..=3 {
                Timer::after(AFTER * 6).await;
                assert_eq!(rested.get(), burst, "the burst before has had its rest");
            }
        };
        future::block_on(beside(work, AFTER, || rested.set(rested.get() + 1)));
    }
}
