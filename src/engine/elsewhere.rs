//! One body, two desks (BEHAVIOUR 3.11): what work and breaks at another machine mean here. Owns these steps; what is
//! believed of the other machines is `other_desks`'s, and the hold itself `holds`'s.

use super::Engine;
use super::break_::Phase;
use super::effect::{Answered, What};
use super::instance::{Hold, Outcome};
use super::news::{Elsewhere, News};
use super::other_desks::At;
use super::outcome::seconds;
use super::presence::Input;
use super::reason::Reason;
use std::time::Duration;

impl Engine {
    /// Takes in what another machine says.
    pub(super) fn hear_elsewhere(&mut self, told: &Elsewhere) {
        if !self.state.other_desks.hear(told, &self.now) {
            return;
        }
        let ended = self.now.at(told.said).min(self.now.elapsed);
        match &told.news {
            News::Break { lasted } => self.rested_elsewhere(&told.name, *lasted, ended),
            // Silence there was no rest if somebody was here meanwhile.
            News::Rest { lasted } if self.last_sign().is_some_and(|sign| sign + *lasted <= ended) => {
                self.rested_elsewhere(&told.name, *lasted, ended);
            }
            News::Declined { reminder } => self.declined_elsewhere(&told.name, reminder, ended),
            // What follows from these comes with the time that passes.
            News::Rest { .. } | News::Working { .. } | News::Away { .. } | News::Resting { .. } | News::Gone => {}
        }
    }

    /// The keys of the other machines of which anything is believed or remembered.
    pub fn other_machines(&self) -> impl Iterator<Item = &str> {
        self.state.other_desks.keys()
    }

    /// The other machine at which the person is now: it was in use after the last sign of them here.
    pub(super) fn elsewhere(&self) -> Option<At> {
        if self.state.other_desks.none() {
            return None;
        }
        self.state.other_desks.at(self.last_sign()?, self.now.elapsed)
    }

    /// The last sign of the person here; none while there is one.
    fn last_sign(&self) -> Option<Duration> {
        let presence = &self.state.presence;
        match &presence.absence {
            Some(absence) if presence.gone() => Some(absence.since),
            // Nobody was seen yet, or nobody can be.
            _ if presence.blind || presence.input == Input::Unseen => Some(Duration::ZERO),
            Some(_) | None => self.quiet_since(),
        }
    }

    /// What work elsewhere makes of the time without a sign of anybody here: desk time, and no rest.
    pub(super) fn weigh_elsewhere(&mut self) {
        if self.state.other_desks.none() {
            return;
        }
        let now = self.now.elapsed;
        self.state.other_desks.outdate(self.last_sign(), now);
        self.fill_gaps();
        let last = self.state.other_desks.last();
        if let Some(absence) = &mut self.state.presence.absence {
            absence.rest_from(last, now);
        }
    }

    /// What was counted since `since` was no desk time here; elsewhere it may have been.
    pub(super) fn deny_since(&mut self, since: Duration) {
        let counted = self.state.desk.counted_since(since, self.now.elapsed);
        self.state.other_desks.unseen(self.now.elapsed.saturating_sub(counted), self.now.elapsed);
        self.state.desk.deny();
        self.clamp();
    }

    /// Time at another machine counts as at one desk, but never for what has begun anew since, and it was no time to answer
    /// here.
    fn fill_gaps(&mut self) {
        for (from, to) in self.state.other_desks.fill() {
            let span = to.saturating_sub(from);
            self.state.desk.add(span);
            let others = &self.state.other_desks;
            let before = |name: &str| others.begun(name).min(to).saturating_sub(from);
            self.state.breaks.iter_mut().for_each(|b| b.move_on(before(&b.name), span));
            self.state.nudges.iter_mut().for_each(|n| n.from += before(&n.name));
            if let Some(mark) = self.state.question.as_mut().and_then(|q| q.mark.as_mut()) {
                *mark += span;
            }
        }
    }

    /// A break elsewhere rests the body here, as another break of this machine does.
    fn rested_elsewhere(&mut self, name: &str, lasted: Duration, ended: Duration) {
        for i in 0..self.state.breaks.len() {
            let b = &self.state.breaks[i];
            let (reminder, open) = (b.name.clone(), b.open.is_some());
            // A break that the person has started here by hand goes on.
            let own = b.running().is_some_and(super::running::Running::clicked);
            if own || lasted < self.rules.breaks[i].enough(&self.rules) {
                continue;
            }
            let Some(mark) = self.begins_anew(i, ended) else {
                // What was worked before it, and is known later, is none of the next one's time.
                let begun = self.state.other_desks.begun(&reminder).max(ended);
                self.state.other_desks.begin(&reminder, begun);
                continue;
            };
            let why = Reason::OtherMachine { name: name.to_owned(), lasted };
            if open {
                self.close_as_had_elsewhere(i, lasted, why);
            } else {
                self.decide(What::Reset { reminder: reminder.clone() }, why);
            }
            self.state.breaks[i].restart(mark);
            self.state.other_desks.begin(&reminder, ended);
        }
        if lasted >= self.rules.minimum {
            let mark = self.mark_at(ended);
            for nudge in &mut self.state.nudges {
                if ended > self.state.other_desks.begun(&nudge.name) {
                    nudge.from = nudge.from.max(mark);
                    self.state.other_desks.begin(&nudge.name, ended);
                }
            }
            self.drop_question(Answered::Moot);
        }
    }

    /// Closes an open instance because the body has rested elsewhere. The row says so by a hold that lasted as long as the
    /// rest: whoever adds up the records of both machines counts one rest once.
    pub(super) fn close_as_had_elsewhere(&mut self, i: usize, lasted: Duration, why: Reason) {
        if let Some(open) = &mut self.state.breaks[i].open {
            // Leaving for it looked like a break of this machine.
            if let Phase::Running(_) = open.phase {
                (open.row.start, open.row.response_s) = (None, None);
            }
            open.held.insert(Hold::Elsewhere, Duration::from_secs(seconds(lasted).max(1).into()));
        }
        self.close(i, Outcome::Natural, why);
    }

    /// Whoever was asked elsewhere and did not want to is not asked here as well.
    fn declined_elsewhere(&mut self, name: &str, reminder: &str, at: Duration) {
        let Some(i) = self.state.breaks.iter().position(|b| b.name == *reminder) else { return };
        let shown = self.state.breaks[i].open.as_ref().map(super::break_::Open::ever_shown);
        // What has been on screen here too has its own answer.
        let Some(mark) = self.begins_anew(i, at).filter(|_| shown != Some(true)) else { return };
        let why = Reason::AskedElsewhere { name: name.to_owned() };
        if shown.is_some() {
            self.close(i, Outcome::Excused, why);
        } else {
            self.decide(What::Reset { reminder: reminder.to_owned() }, why);
        }
        self.state.breaks[i].restart(mark);
        self.state.other_desks.begin(reminder, at);
    }

    /// The mark from which a break counts if it begins anew at that point; none if it has begun since, or has not counted
    /// before.
    fn begins_anew(&self, i: usize, at: Duration) -> Option<Duration> {
        let (b, mark) = (&self.state.breaks[i], self.mark_at(at));
        let counts = b.open.is_some() || mark > b.from;
        (counts && at > self.state.other_desks.begun(&b.name)).then_some(mark)
    }

    /// What looked like leaving for a break was none: it is owed here, as if it had never begun.
    pub(super) fn not_left(&mut self, i: usize) {
        self.set_phase(i, Phase::Held);
        let Some(open) = &mut self.state.breaks[i].open else { return };
        (open.row.start, open.row.response_s) = (None, None);
        let held = What::Held { reminder: open.row.reminder.clone(), instance: open.row.id };
        self.record(i);
        let name = self.elsewhere().map(|at| at.name).unwrap_or_default();
        self.decide(held, Reason::Elsewhere { name });
    }

    /// The desk clock as it was at an earlier point, as far as is known.
    pub(super) fn mark_at(&self, at: Duration) -> Duration {
        let (desk, now) = (&self.state.desk, self.now.elapsed);
        desk.total().saturating_sub(desk.counted_since(at, now)).saturating_sub(self.state.other_desks.filled_after(at))
    }
}
