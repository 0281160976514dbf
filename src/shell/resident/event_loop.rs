//! Event loop: what is done with each message, and how long to wait for the next. The waiting is `system::main_loop`'s.

use super::{Message, Resident};
use crate::system::main_loop::{self, Inbox, Wait, Woken};
use std::io;
use std::time::Duration;

/// Before a longer wait than this, memory is handed back.
// With a meeting every minute too: a crowded calendar kept all the code that was ever used.
const LONG: Duration = Duration::from_secs(10);
/// When nothing has happened for this long, what happened is over: the start, or an event.
// The other threads have their part still to do when the loop has done its own.
const OVER: Duration = Duration::from_secs(3);

/// Lives until the end is asked for.
///
/// # Errors
/// When the system's own loop fails.
pub(super) fn live(app: &mut Resident, inbox: &mut Inbox<Message>) -> io::Result<()> {
    main_loop::live(inbox, app.wait(), |woken| {
        app.on(match woken {
            Woken::By(message) => message,
            Woken::Due => Message::Due,
        })
    })
}

impl Resident {
    /// Takes in one message, and does what is due beside it.
    pub(super) fn on(&mut self, message: Message) -> Wait {
        if std::mem::take(&mut self.settling) && matches!(message, Message::Due) {
            self.ask_questions();
            // Reckoned before: what is used after that is there for as long as nothing happens, and the reckoning goes
            // through half of the engine.
            let left = self.left();
            self.code.hand_back();
            return left.map_or(Wait::Forever, Wait::AtMost);
        }
        self.take(message);
        let now = self.now().elapsed;
        for event in self.asserted.over(now) {
            self.step(event);
        }
        self.late_windows();
        self.attend();
        self.tell_no_icon();
        self.tell_watchers();
        self.wait()
    }

    /// A long wait begins with a short one: only what comes after that is a new thing.
    fn wait(&mut self) -> Wait {
        let now = self.now().elapsed;
        self.stop |= self.ends.is_some_and(|ends| ends <= now);
        if self.stop {
            return Wait::End;
        }
        let left = self.left();
        self.settling = left.is_none_or(|left| left > LONG);
        if self.settling { Wait::AtMost(OVER) } else { left.map_or(Wait::Forever, Wait::AtMost) }
    }

    /// Until it is time for something; none if nothing has its time.
    fn left(&mut self) -> Option<Duration> {
        let now = self.now();
        let wake = self.engine.next_wake().map(|wake| wake.at);
        let due =
            [wake, self.ends, self.asserted.due(), self.windows.due(), self.no_icon.due()].into_iter().flatten().min();
        let due = due.map(|at| self.timeline.transition(&now, at).unwrap_or(at));
        let left = due.map(|at| self.timeline.real(at.saturating_sub(now.elapsed)));
        [left, self.store.wait()].into_iter().flatten().min()
    }
}
