//! Prompts that a full screen may hide: some desktops draw notifications below it or keep them back, and none says so.
//! Owns since when one may be hidden, and what that changes; never decides that a screen is full, and never holds.

use super::Engine;
use super::break_::{Phase, Prompted};
use super::event::Fact;
use super::instance::{CancelReason, Outcome};
use super::reason::Reason;
use std::time::Duration;

impl Prompted {
    /// Desk time under the full screen was no time to answer.
    pub(super) fn uncover(&mut self, total: Duration) {
        if let Some(since) = self.covered.take() {
            self.mark += total.saturating_sub(since);
        }
    }
}

impl Engine {
    /// The window in use fills the screen.
    pub(super) fn full_screen(&self) -> bool {
        self.state.holds.facts.contains(&Fact::Fullscreen)
    }

    /// Notes what a full screen may hide from now on, and brings back what it may have hidden.
    pub(super) fn cover(&mut self) {
        let (full, total) = (self.full_screen(), self.state.desk.total());
        for i in 0..self.state.breaks.len() {
            let Some(p) = self.prompted_mut(i) else { continue };
            if full {
                p.covered.get_or_insert(total);
            } else if p.covered.is_some() {
                p.uncover(total);
                // Nobody has seen it there: it comes back now, and not once more after a while like one that a hand
                // has closed.
                if p.unseen {
                    (p.shown, p.again) = (false, None);
                }
            }
        }
    }

    /// What is withdrawn now is hidden no longer.
    pub(super) fn uncover(&mut self, i: usize) {
        let total = self.state.desk.total();
        if let Some(p) = self.prompted_mut(i) {
            p.uncover(total);
        }
    }

    /// It is prompted, and a full screen may hide it.
    pub(super) fn may_be_hidden(&self, i: usize) -> bool {
        let shown = self.state.breaks[i].open.as_ref().is_some_and(super::break_::Open::ever_shown);
        shown && self.state.breaks[i].prompted().is_some_and(|p| p.covered.is_some())
    }

    /// The next one of the same break takes its place when it falls due: nobody has seen this one, or may have.
    pub(super) fn gives_way(&self, i: usize) -> bool {
        let held = |open: &super::break_::Open| matches!(open.phase, Phase::Held) && !open.ever_shown();
        self.may_be_hidden(i) || self.state.breaks[i].open.as_ref().is_some_and(held)
    }

    /// Ends what gives way.
    pub(super) fn give_way(&mut self, i: usize) {
        if self.may_be_hidden(i) {
            self.cancel_because(i, CancelReason::NotDelivered, Reason::HiddenUntilNext);
        } else {
            self.close(i, Outcome::Excused, Reason::NextIsDue);
        }
    }
}
