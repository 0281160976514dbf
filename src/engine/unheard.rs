//! What a sleep was worth to a person of two machines (BEHAVIOUR 3.11): asleep or off, this one heard nothing of the others. Owns
//! how long their word is waited for after it, and what is made of it then; never weighs time in which they could be heard.

use super::Engine;
use super::presence::Unheard;
use super::taken::Ended;

impl Engine {
    /// From now on the others can be heard again. What they tell of the time before comes within the minute in which nothing is
    /// asked after a hold.
    pub(super) fn await_word(&mut self) {
        let (now, settle) = (self.now.elapsed, self.rules.settle);
        if self.state.other_desks.none() || settle.is_zero() {
            return;
        }
        let presence = &mut self.state.presence;
        let before = presence.unheard.as_mut().map(|unheard| &mut unheard.absence);
        for absence in presence.absence.iter_mut().chain(before) {
            absence.heard = Some(now + settle);
            // Off, no hold was on.
            self.state.holds.ended = Some(now);
        }
    }

    /// Nobody can say yet what a sleep was.
    pub(super) fn unheard(&self) -> bool {
        let presence = &self.state.presence;
        let waits = presence.absence.as_ref().is_some_and(|absence| absence.waits(self.now.elapsed));
        !self.state.other_desks.none() && (presence.asleep || waits || presence.unheard.is_some())
    }

    /// The person is back. What the absence was worth waits where it is not known yet.
    pub(super) fn end_absence(&mut self) {
        let back = self.now.elapsed;
        if let Some(absence) = self.state.presence.absence.take().filter(|absence| absence.waits(back))
            && let Some(before) = self.state.presence.unheard.replace(Unheard { absence, back })
        {
            self.weigh(before);
        }
    }

    /// When the others have had their time, or there are none any more, it was what it looks like.
    pub(super) fn weigh_unheard(&mut self) {
        let (now, presence, none) = (self.now.elapsed, &mut self.state.presence, self.state.other_desks.none());
        let over = |unheard: &mut Unheard| none || !(presence.asleep || unheard.absence.waits(now));
        if let Some(unheard) = presence.unheard.take_if(over) {
            self.weigh(unheard);
        }
    }

    /// Steady input ends a break that was begun by leaving; after a sleep, when it is known what it was.
    pub(super) fn end_by_input(&mut self, i: usize) {
        let (now, unheard) = (self.now.elapsed, self.unheard());
        let Some(run) = self.state.breaks[i].running_mut() else { return };
        let Some(began) = run.ended.or_else(|| run.steady(now)) else { return };
        if unheard {
            run.ended = Some(began);
        } else {
            self.end_break(i, began, Ended::Input);
        }
    }

    fn weigh(&mut self, Unheard { mut absence, back }: Unheard) {
        let now = self.now.elapsed;
        for i in 0..self.state.breaks.len() {
            let left = self.state.breaks[i].running().filter(|run| !run.clicked() && run.since < back);
            // It began by leaving, for work elsewhere as it turns out.
            if let Some((from, _)) = left.and_then(|run| self.state.other_desks.used_within(run.since, back, now)) {
                self.end_break(i, from, Ended::Elsewhere);
                self.state.other_desks.unseen(from, back);
            }
        }
        if let Some((_, to)) = self.state.other_desks.used_within(absence.since, back, now) {
            absence.rest_from(to, back);
        }
        self.credit_for(&absence, back);
    }
}
