//! Breaks that end before they count (BEHAVIOUR 3.6). Owns what is short, what becomes of a break that was due, and of one
//! that was only tried; never decides that a break ends.

use super::Engine;
use super::break_::{Phase, Prompted};
use super::effect::What;
use super::reason::Reason;
use std::time::Duration;

impl Engine {
    /// The guide that runs has shown its exercise to the end by then: that is a break, however short (BEHAVIOUR 3.6).
    pub(super) fn note_whole_exercise(&mut self, i: usize, by: Duration) {
        let whole = self.exercise_ends(i).is_some_and(|at| at <= by);
        if let Some(run) = self.state.breaks[i].running_mut() {
            run.whole |= whole;
        }
    }

    /// It ended before it counts. One that was due stays so without a word, and is prompted once more after a while.
    pub(super) fn too_short(&mut self, i: usize, lasted: Duration, enough: Duration) {
        if self.tried(i) {
            return self.forget(i, Reason::Tried { lasted, enough });
        }
        let now = self.now.elapsed;
        let first = self.state.breaks[i].open.as_ref().is_some_and(|open| !open.row.short);
        let since = self.state.breaks[i].running().map_or(now, |run| run.since);
        // Cut short twice, it is not prompted a third time.
        let again = first.then(|| now + self.rules.ask_again);
        let prompted = Prompted::cut_short(now, self.state.desk.total(), since, again);
        self.set_phase(i, Phase::Prompted(prompted));
        self.clear_screen();
        let Some(open) = &mut self.state.breaks[i].open else { return };
        // What comes of it later, if anything, has a start and an answer of its own.
        (open.row.short, open.row.start, open.row.response_s) = (true, None, None);
        let what = What::Short { reminder: open.row.reminder.clone(), instance: open.row.id };
        self.record(i);
        self.decide(what, Reason::TooShort { lasted, enough });
    }

    /// A break that was begun before it was due and does not count leaves no row: the countdown goes on where it stood.
    pub(super) fn forget(&mut self, i: usize, why: Reason) {
        let Some(open) = self.state.breaks[i].open.take() else { return };
        self.clear_screen();
        self.decide(What::Short { reminder: open.row.reminder, instance: open.row.id }, why);
    }

    pub(super) fn tried(&self, i: usize) -> bool {
        self.state.breaks[i].open.as_ref().is_some_and(|open| open.tried)
    }
}
