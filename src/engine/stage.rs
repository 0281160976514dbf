//! The stage: which break is prompted now, and how often. Owns the choice among several, the good moment and the repeats;
//! never decides that one is due (`advance` does), and never what a prompt says (`show` does).

use super::Engine;
use super::break_::{Phase, Prompted};
use super::effect::What;
use super::instance::{Delivery, Outcome};
use super::reason::Reason;
use std::time::Duration;

impl Engine {
    /// One break at a time is on stage, and none while something holds, someone is away or a break runs.
    pub(super) fn stage(&mut self) {
        let now = self.now.elapsed;
        let ready = self.state.holds.settled(now, self.rules.settle) && self.state.presence.at_desk();
        if !ready || self.put_off() || self.running_break().is_some() {
            return;
        }
        // One prompt at a time: whatever else is due waits for this one's answer.
        if let Some(i) = self.state.breaks.iter().position(|b| b.prompted().is_some()) {
            return self.show_again(i);
        }
        let next = (0..self.state.breaks.len()).filter(|&i| self.wants_stage(i)).min_by_key(|&i| self.order(i));
        let Some(i) = next else { return };
        let owed = matches!(self.state.breaks[i].open.as_ref().map(|o| &o.phase), Some(Phase::Held));
        self.prompt(i, owed);
        // After a morning of calls comes one break, never a pile.
        for other in (0..self.state.breaks.len()).filter(|_| owed) {
            let open = self.state.breaks[other].open.as_ref();
            if open.is_some_and(|o| matches!(o.phase, Phase::Held) && !o.ever_shown()) {
                self.close(other, Outcome::Excused, Reason::OneIsEnough);
            }
        }
    }

    fn wants_stage(&self, i: usize) -> bool {
        let now = self.now.elapsed;
        match self.state.breaks[i].open.as_ref().map(|o| &o.phase) {
            Some(Phase::Held) => true,
            Some(Phase::Snoozed { until, .. }) => *until <= now,
            // Late, but not lost: without any lull the prompt comes all the same.
            Some(Phase::Due { until }) => *until <= now || self.lull(),
            Some(Phase::Prompted(_) | Phase::Running(_)) | None => false,
        }
    }

    /// A good moment: no input for a little while, or input cannot be known that finely.
    fn lull(&self) -> bool {
        let presence = &self.state.presence;
        presence.blind || presence.idle_for(self.now.elapsed).is_some_and(|idle| idle >= self.rules.lull_length)
    }

    /// First showing of an instance on this stage.
    fn prompt(&mut self, i: usize, owed: bool) {
        self.pick_exercise(i, owed && self.state.holds.after_call);
        let prompted = Prompted::waiting(self.now.elapsed, self.state.desk.total());
        self.set_phase(i, Phase::Prompted(prompted));
        // Its time to answer begins in any case, so that what cannot be shown in all of it is over at some point.
        if self.state.deliverable {
            return self.show_prompt(i, owed, self.prompt_reason(owed));
        }
        let Some(open) = &mut self.state.breaks[i].open else { return };
        if open.row.delivery == Delivery::NotYet {
            open.row.delivery = Delivery::NotDelivered;
        }
        let what = What::Undelivered { reminder: open.row.reminder.clone(), instance: open.row.id };
        self.record(i);
        self.decide(what, Reason::Undelivered);
    }

    /// A prompted instance that is not on screen comes back when it can, or once more after it was closed.
    fn show_again(&mut self, i: usize) {
        let (now, total, deliverable) = (self.now.elapsed, self.state.desk.total(), self.state.deliverable);
        let first = self.state.breaks[i].open.as_ref().is_some_and(|o| !o.ever_shown());
        let Some(p) = self.prompted_mut(i).filter(|_| deliverable) else { return };
        let brought_back = p.unseen && p.covered.is_none() && !p.shown;
        let asked_again = p.again.is_some_and(|at| at <= now);
        if asked_again {
            (p.again, p.repeated) = (None, true);
        }
        if asked_again || (first && !p.shown) {
            p.uncover(total);
            let worked = total.saturating_sub(p.mark);
            // Whoever is asked once more has the whole time to answer again. The row still counts from the first
            // showing.
            (p.at, p.mark) = (now, total);
            if let Some(open) = &mut self.state.breaks[i].open {
                open.answering += if first { Duration::ZERO } else { worked };
            }
        } else if p.shown {
            return;
        }
        let why = if brought_back { Reason::BroughtBack } else { self.prompt_reason(false) };
        self.show_prompt(i, false, why);
    }

    fn prompt_reason(&self, owed: bool) -> Reason {
        match (owed, self.state.holds.after_call, self.state.presence.blind) {
            (true, true, _) => Reason::AfterCall,
            (true, false, _) => Reason::NothingHolds,
            (false, _, true) => Reason::Blind,
            (false, _, false) => Reason::GoodMoment,
        }
    }
}
