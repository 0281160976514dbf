//! The lock where its end may not be heard. Owns what was said of it, and when it is doubted; never asks the system itself.
//!
//! What macOS sends of the lock may be lost, and then a person who is back would never be seen again: nothing is looked at
//! behind a lock. So it is doubted from time to time, and when the machine wakes: it is over if the system no longer says
//! that there is one and there was input.

use super::{Signal, Tell};
use crate::system::clock::Deadline;
use std::sync::Arc;
use std::time::Duration;

/// How often a lock is doubted.
// Only a lost word makes it matter, and who works meanwhile is told of a break by so much too late at most.
const DOUBTED: Duration = Duration::from_mins(1);

/// What keeps the person from this session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Barrier {
    /// The screen is locked.
    Screen,
    /// Another person's session is on the screen.
    Switched,
}

/// The word on the lock.
pub(super) struct LockReporter {
    /// Whoever wants to know.
    tell: Option<Tell>,
    screen: bool,
    switched: bool,
    said: Option<bool>,
    doubt: Deadline,
}

impl LockReporter {
    /// `told`: the lock is wanted as a sense.
    pub(super) fn new(tell: &Tell, told: bool) -> Self {
        let tell = told.then(|| Arc::clone(tell));
        Self { tell, screen: false, switched: false, said: None, doubt: Deadline::after(DOUBTED) }
    }

    /// This is so now.
    pub(super) fn hears(&mut self, barrier: Barrier, on: bool) {
        match barrier {
            Barrier::Screen => self.screen = on,
            Barrier::Switched => self.switched = on,
        }
        self.doubt = Deadline::after(DOUBTED);
        self.say();
    }

    /// Whether the person is kept from this session.
    pub(super) fn locked(&self) -> bool {
        self.screen || self.switched
    }

    /// How long until it is to be doubted.
    pub(super) fn wait(&self) -> Option<Duration> {
        self.locked().then(|| self.doubt.left().unwrap_or_default())
    }

    /// Whether it is over, by what the system says of a lock now and by how long there was no input; true if it is.
    pub(super) fn doubts(&mut self, says: bool, quiet: Duration) -> bool {
        self.doubt = Deadline::after(DOUBTED);
        let over = self.locked() && !says && quiet < DOUBTED;
        if over {
            (self.screen, self.switched) = (false, false);
            self.say();
        }
        over
    }

    fn say(&mut self) {
        let locked = self.locked();
        // Several programs send it at times.
        if self.said.replace(locked) != Some(locked)
            && let Some(tell) = &self.tell
        {
            tell(Signal::Locked(locked));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Barrier, LockReporter};
    use crate::senses::{Signal, Tell};
    use std::sync::{Arc, Mutex};
    use std::time::Duration;

    fn lock() -> (LockReporter, Arc<Mutex<Vec<Signal>>>) {
        let said = Arc::new(Mutex::new(Vec::new()));
        let into = Arc::clone(&said);
        let tell: Tell = Arc::new(move |signal| into.lock().unwrap().push(signal));
        (LockReporter::new(&tell, true), said)
    }

    #[test]
    fn a_lock_is_told_once_and_ends_with_the_last_barrier() {
        let (mut lock, said) = lock();
        lock.hears(Barrier::Screen, false);
        for barrier in [Barrier::Screen, Barrier::Screen, Barrier::Switched] {
            lock.hears(barrier, true);
        }
        lock.hears(Barrier::Screen, false);
        assert!(lock.locked(), "another person is there");
        lock.hears(Barrier::Switched, false);
        assert_eq!(*said.lock().unwrap(), [Signal::Locked(false), Signal::Locked(true), Signal::Locked(false)]);
    }

    #[test]
    fn an_unlock_that_was_lost_is_found_by_input_and_the_systems_word() {
        let (mut lock, said) = lock();
        assert_eq!(lock.wait(), None, "nothing is doubted");
        lock.hears(Barrier::Screen, true);
        assert!(lock.wait().is_some());
        let (touched, nobody) = (Duration::from_secs(2), Duration::from_mins(5));
        assert!(!lock.doubts(true, touched), "a password is typed");
        assert!(!lock.doubts(false, nobody), "nobody is there");
        assert!(lock.locked() && lock.doubts(false, touched));
        assert!(!lock.locked() && !lock.doubts(false, touched));
        assert_eq!(*said.lock().unwrap(), [Signal::Locked(true), Signal::Locked(false)]);
        lock.hears(Barrier::Screen, true);
        assert_eq!(said.lock().unwrap().last(), Some(&Signal::Locked(true)), "the next one counts again");
    }
}
