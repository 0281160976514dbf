//! How an instance moves and ends. Owns every change of phase and every outcome; never decides when (`advance`,
//! `absence` and the person do), nor what a break that was taken is worth (`taken` does).

use super::Engine;
use super::break_::{Open, Phase, Prompted};
use super::effect::{Effect, Record, What};
use super::event::Dismissal;
use super::instance::{CancelReason, Delivery, ExerciseResult, Instance, Outcome};
use super::reason::Reason;
use super::state::OnScreen;
use std::time::Duration;

/// A daemon that has not shown a notification within this long has not shown it at all.
const TO_SHOW: Duration = Duration::from_secs(5);

impl Engine {
    /// A new instance, due now, not shown yet.
    pub(super) fn open_instance(&mut self, i: usize) {
        let id = self.state.next_id;
        self.state.next_id += 1;
        let (due, day) = (self.now.local, self.now.day(self.rules.day_starts));
        let row = Instance::fell_due(id, &self.state.breaks[i].name, due, day, self.state.zone.clone());
        let until = self.now.elapsed + self.rules.lull_wait;
        let total = self.state.desk.total();
        self.state.breaks[i].open = Some(Open::new(row, Phase::Due { until }, total));
        self.state.breaks[i].fell_due = Some(total);
    }

    /// Moves an open instance on, and books what the phase before amounted to.
    pub(super) fn set_phase(&mut self, i: usize, phase: Phase) {
        let now = self.now.elapsed;
        let Some(open) = &mut self.state.breaks[i].open else { return };
        match &open.phase {
            Phase::Prompted(p) => open.answering += self.state.desk.worked(p.mark),
            Phase::Snoozed { since, .. } => open.snoozed += now.saturating_sub(*since),
            Phase::Due { .. } | Phase::Held | Phase::Running(_) => {}
        }
        open.phase = phase;
    }

    /// Hands the row as it is now to the ledger.
    pub(super) fn record(&mut self, i: usize) {
        let Some(open) = &mut self.state.breaks[i].open else { return };
        if open.unwritten() {
            return self.record_offer(i);
        }
        open.row.holds = open.held.iter().map(|(&hold, &span)| (hold, seconds(span))).filter(|(_, s)| *s > 0).collect();
        open.row.snoozed_s = seconds(open.snoozed);
        let row = Box::new(open.row.clone());
        let offers = std::mem::take(&mut open.unwritten);
        self.out.push(Effect::Record(Record::Instance(row)));
        self.out.extend(offers.into_iter().map(|offer| Effect::Record(Record::Offer(offer))));
        self.record_offer(i);
    }

    /// Ends an instance. The countdown starts again, but an excused one leaves the body as unmoved as before.
    pub(super) fn close(&mut self, i: usize, outcome: Outcome, why: Reason) {
        // First of all, because it books what the last phase amounted to, which the row is about to tell.
        self.set_phase(i, Phase::Held);
        let now = self.now.local;
        let Some(open) = &mut self.state.breaks[i].open else { return };
        let row = &mut open.row;
        row.outcome = Some(outcome);
        row.end.get_or_insert(now);
        // Only an answer has a time to it; what was missed has a share of its own.
        if row.prompts > 0 && matches!(outcome, Outcome::Taken | Outcome::Skipped) {
            row.response_s.get_or_insert(seconds(open.answering));
        }
        let (today, done, counts) = (
            // A break of yesterday that is closed after the day's boundary is none of today's.
            row.day == self.state.today.day,
            matches!(outcome, Outcome::Taken | Outcome::Natural),
            !matches!(outcome, Outcome::Excused | Outcome::Cancelled),
        );
        let what = What::Closed {
            reminder: row.reminder.clone(),
            instance: row.id,
            outcome,
            evidence: row.evidence,
            away_s: row.away_s,
            short: row.short && outcome == Outcome::Skipped,
            because: row.cancelled,
        };
        self.record(i);
        self.decide(what, why);
        self.state.today.done += u32::from(today && done);
        self.state.today.of += u32::from(today && counts);
        let (total, b) = (self.state.desk.total(), &mut self.state.breaks[i]);
        b.open = None;
        if outcome == Outcome::Excused {
            (b.from, b.heads_up) = (total, false);
        } else {
            b.restart(total);
        }
        let name = b.name.clone();
        self.state.other_desks.begin(&name, self.now.elapsed);
        if matches!(&self.state.screen, OnScreen::Prompt(n) | OnScreen::Guide(n) if *n == name) {
            self.clear_screen();
        }
    }

    pub(super) fn cancel(&mut self, i: usize, reason: CancelReason) {
        self.cancel_because(i, reason, Reason::Cancelled { reason });
    }

    pub(super) fn cancel_because(&mut self, i: usize, reason: CancelReason, why: Reason) {
        if self.tried(i) {
            return self.forget(i, why);
        }
        if let Some(open) = &mut self.state.breaks[i].open {
            open.row.cancelled = Some(reason);
        }
        self.close(i, Outcome::Cancelled, why);
    }

    pub(super) fn skip(&mut self, i: usize, why: Reason) {
        if self.tried(i) {
            return self.forget(i, why);
        }
        match &mut self.state.breaks[i].open {
            Some(open) if open.done.is_empty() => {
                open.row.result = open.row.exercise.is_some().then_some(ExerciseResult::Skipped);
            }
            Some(open) if open.then.is_some() => self.resolve_offer(i, ExerciseResult::Skipped),
            Some(_) | None => {}
        }
        self.close(i, Outcome::Skipped, why);
    }

    /// How many snoozes the open instance may still have.
    pub(super) fn snoozes_left(&self, i: usize) -> u32 {
        let every = self.rules.breaks[i].every;
        self.state.breaks[i].open.as_ref().map_or(0, |o| o.snoozes_left(&self.rules, every))
    }

    /// Snoozes, if the budget allows; the callers offer it only then.
    pub(super) fn snooze(&mut self, i: usize) {
        let since = self.now.elapsed;
        let (until, left) = (since + self.rules.snooze_length, self.snoozes_left(i));
        if left == 0 {
            return;
        }
        self.set_phase(i, Phase::Snoozed { since, until });
        self.clear_screen();
        let Some(open) = &mut self.state.breaks[i].open else { return };
        open.row.snoozes += 1;
        let what =
            What::Snoozed { reminder: open.row.reminder.clone(), instance: open.row.id, until: self.now.stamp(until) };
        self.record(i);
        self.decide(what, Reason::Snoozed { until: self.now.stamp(until), left: left - 1 });
    }

    /// The prompt on screen is gone with the daemon. One that went at once was never shown: it is told as such.
    pub(super) fn lose_prompt(&mut self, i: usize) {
        let now = self.now.elapsed;
        let Some(p) = self.prompted_mut(i) else { return };
        p.shown = false;
        if now.saturating_sub(p.put) > TO_SHOW {
            return;
        }
        let Some(open) = &mut self.state.breaks[i].open else { return };
        open.row.prompts = open.row.prompts.saturating_sub(1);
        if open.row.prompts == 0 {
            (open.row.first_prompt, open.row.delivery) = (None, Delivery::NotDelivered);
        }
        let what = What::Undelivered { reminder: open.row.reminder.clone(), instance: open.row.id };
        self.record(i);
        self.decide(what, Reason::Undelivered);
    }

    pub(super) fn decide_closed_unanswered(&mut self, i: usize, how: Dismissal) {
        let Some(open) = &self.state.breaks[i].open else { return };
        let what = What::Unanswered { reminder: open.row.reminder.clone(), instance: open.row.id };
        self.decide(what, Reason::Unanswered { how });
    }

    pub(super) fn prompted_mut(&mut self, i: usize) -> Option<&mut Prompted> {
        match self.state.breaks[i].open.as_mut().map(|o| &mut o.phase) {
            Some(Phase::Prompted(p)) => Some(p),
            Some(Phase::Due { .. } | Phase::Held | Phase::Running(_) | Phase::Snoozed { .. }) | None => None,
        }
    }
}

/// Whole seconds, as the ledger keeps them.
pub(super) fn seconds(span: Duration) -> u32 {
    u32::try_from(span.as_secs()).unwrap_or(u32::MAX)
}
