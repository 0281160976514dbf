//! Debounce: what is believed only once it has lasted. Owns the two lengths and what is believed; whoever uses it brings
//! the timer. PURE.

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
pub struct Debounce {
    lasts: Lasts,
    seen: bool,
    believed: bool,
}

impl Debounce {
    /// Nothing is seen or believed yet.
    #[must_use]
    pub fn new(lasts: Lasts) -> Self {
        Self { lasts, seen: false, believed: false }
    }

    /// Takes in what is seen; whether the wait is another one from now on.
    pub fn see(&mut self, on: bool) -> bool {
        std::mem::replace(&mut self.seen, on) != on
    }

    /// How long what is seen must last from the moment it was first seen; `None` when it is believed already.
    #[must_use]
    pub fn wait(&self) -> Option<Duration> {
        (self.seen != self.believed).then_some(if self.seen { self.lasts.believed } else { self.lasts.dropped })
    }

    /// The wait is over: what is believed from now on, if that is new.
    pub fn lasted(&mut self) -> Option<bool> {
        self.wait()?;
        self.believed = self.seen;
        Some(self.believed)
    }

    /// What is believed.
    #[must_use]
    pub fn believed(&self) -> bool {
        self.believed
    }
}

#[cfg(test)]
mod tests {
    use super::{Debounce, Lasts};
    use std::time::Duration;

    /// What is believed when, in made-up seconds, after these sights.
    fn play(believed: u64, dropped: u64, sights: &[(u64, bool)]) -> Vec<(u64, bool)> {
        let secs = Duration::from_secs;
        let mut belief = Debounce::new(Lasts { believed: secs(believed), dropped: secs(dropped) });
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
}
