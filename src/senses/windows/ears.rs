//! What Windows sends to a program's window of the session, sleep, the clocks and the window in use, and what of it is
//! told. Owns the answer that Windows waits for: while it does, the shell stores its state, within bounds.

use super::events::Orders;
use crate::senses::{Signal, Tell};
use std::cell::Cell;
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::time::Duration;

/// How long the shell may take to store its state before the machine sleeps.
// Windows gives all that a program does with that message about two seconds (WM_POWERBROADCAST, PBT_APMSUSPEND).
const BEFORE_SLEEP: Duration = Duration::from_millis(1_500);
/// How long the shell may take for its orderly end when the session ends.
// Windows ends a program that has not answered within five seconds (HungAppTimeout).
const BEFORE_END: Duration = Duration::from_secs(3);

/// What was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Heard {
    /// The session is locked, or not.
    Locked(bool),
    /// The machine goes to sleep, or woke.
    Sleeping(bool),
    /// The clock was set.
    Clocks,
    /// The session ends.
    End,
    /// Another window is in use.
    Foreground,
}

/// Whoever hears it, on the thread of the window.
pub(super) struct Ears {
    pub(super) tell: Tell,
    pub(super) orders: Arc<Orders>,
    /// Which of them are wanted.
    pub(super) lock: bool,
    pub(super) sleep: bool,
    /// The calendars, which go by the clock.
    calendar: Option<Sender<()>>,
    locked: Cell<bool>,
    asleep: Cell<bool>,
    /// Something was heard that what is looked at may depend on.
    stirred: Cell<bool>,
    foreground: Cell<bool>,
}

impl Ears {
    pub(super) fn new(
        tell: &Tell,
        orders: &Arc<Orders>,
        lock: bool,
        sleep: bool,
        calendar: Option<Sender<()>>,
    ) -> Self {
        let [locked, asleep, stirred, foreground] = [(); 4].map(|()| Cell::new(false));
        let (tell, orders) = (Arc::clone(tell), Arc::clone(orders));
        Self { tell, orders, lock, sleep, calendar, locked, asleep, stirred, foreground }
    }

    /// Takes in what was sent. Windows waits until this is over.
    pub(super) fn hear(&self, heard: Heard) {
        match heard {
            Heard::Locked(on) => {
                self.stirred.set(true);
                // Who locks a locked session is told by both switches of persons and the lock itself.
                if self.locked.replace(on) != on && self.lock {
                    (self.tell)(Signal::Locked(on));
                }
            }
            Heard::Sleeping(on) => self.sleeps(on),
            Heard::Clocks => self.clocks(),
            Heard::End => {
                (self.tell)(Signal::SessionOver);
                self.orders.stop.wait(BEFORE_END);
            }
            Heard::Foreground => self.foreground.set(true),
        }
    }

    /// Both kinds of standby are told, and some machines tell of one sleep by both.
    fn sleeps(&self, on: bool) {
        if self.asleep.replace(on) == on {
            return;
        }
        self.stirred.set(true);
        if self.sleep {
            // A ring that was left from before is not about this sleep.
            self.orders.stored.clear();
            (self.tell)(Signal::Sleeping(on));
            if on {
                self.orders.stored.wait(BEFORE_SLEEP);
            }
        }
        if !on {
            self.clocks();
        }
    }

    fn clocks(&self) {
        (self.tell)(Signal::Clocks);
        if let Some(calendar) = &self.calendar {
            // It may have ended by itself.
            let _ = calendar.send(());
        }
    }

    /// Whether the session is locked.
    pub(super) fn locked(&self) -> bool {
        self.locked.get()
    }

    /// The state at the start, where it is known.
    pub(super) fn begin(&self, locked: bool) {
        self.locked.set(locked);
        (self.tell)(Signal::Locked(locked));
    }

    /// Whether a lock, an unlock, a sleep or its end was heard since this was asked last.
    pub(super) fn stirred(&self) -> bool {
        self.stirred.take()
    }

    /// Whether another window is in use since this was asked last.
    pub(super) fn foreground(&self) -> bool {
        self.foreground.take()
    }
}
