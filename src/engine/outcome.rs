//! How an instance moves and ends. Owns every change of phase and every outcome; never decides when (`advance`,
//! `absence` and the person do).

use super::Engine;
use super::break_::{Open, Phase, Prompted};
use super::effect::{Answered, Effect, Record, What};
use super::event::Dismissal;
use super::instance::{CancelReason, Delivery, Evidence, ExerciseResult, Instance, Outcome};
use super::reason::Reason;
use super::running::{Running, Shown};
use super::state::OnScreen;
use std::time::Duration;

/// A daemon that has not shown a notification within this long has not shown it at all.
const TO_SHOW: Duration = Duration::from_secs(5);

/// What ended a running break.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ended {
    /// The guide ran to its end.
    Guide,
    /// The person said so.
    Person,
    /// Steady input.
    Input,
}

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

    /// *Start*: the break begins now, with its guide, which lasts as long as the break is meant to.
    pub(super) fn start_guided(&mut self, i: usize) {
        let since = self.now.elapsed;
        let until = since + self.rules.breaks[i].lasts;
        self.pick_exercise(i, false);
        self.run_break(i, since, Some(Shown::new(since, until)));
        self.show_guide(i);
    }

    pub(super) fn run_break(&mut self, i: usize, since: Duration, guide: Option<Shown>) {
        let guided = guide.is_some();
        let presence = &self.state.presence;
        // A click takes a hand: until the idle sense says otherwise the keys are in use, and nothing of the break
        // counts as away.
        let typing = guided && !presence.gone() && matches!(presence.input, super::presence::Input::Active(_));
        self.drop_question(Answered::Now);
        // A break that is started ends the breath before a meeting.
        self.state.breath = None;
        self.set_phase(i, Phase::Running(Running::new(since, guide, typing)));
        self.clear_screen();
        let stamp = self.now.stamp(since);
        let Some(open) = &mut self.state.breaks[i].open else { return };
        open.row.start = Some(stamp);
        open.row.response_s = (open.row.prompts > 0).then(|| seconds(open.answering));
        let what = What::Started { reminder: open.row.reminder.clone(), instance: open.row.id, by_leaving: !guided };
        self.record(i);
        self.decide(what, if guided { Reason::Started } else { Reason::LeftKeys { at: stamp } });
    }

    /// The running break is over since `end`: taken, or too short and back to where it was.
    pub(super) fn end_break(&mut self, i: usize, end: Duration, how: Ended) {
        let enough = self.rules.breaks[i].enough(&self.rules);
        self.note_whole_exercise(i, end);
        let whole = self.exercise_ends(i).is_some_and(|at| at <= end);
        let first = self.state.breaks[i].open.as_ref().is_some_and(|open| open.done.is_empty());
        let Some(run) = self.state.breaks[i].running() else { return };
        let (lasted, away) = (end.saturating_sub(run.since), run.away(end));
        if lasted < enough && !run.whole {
            return self.too_short(i, lasted, enough);
        }
        let evidence = match how {
            // Leaving was seen, so a break that began by it needs no more evidence.
            _ if away >= enough || !run.clicked() => Evidence::Observed,
            Ended::Guide => Evidence::Guided,
            Ended::Person | Ended::Input => Evidence::Claimed,
        };
        let (clicked, stamp) = (run.clicked(), self.now.stamp(end));
        if let Some(open) = &mut self.state.breaks[i].open {
            open.row.evidence = Some(evidence);
            open.row.away_s = seconds(away);
            open.row.end = Some(stamp);
            open.row.short = false;
        }
        // By the person's word the first one was done, also where the guide has not shown all of it.
        if whole || (clicked && first) {
            self.complete(i);
        }
        self.close(i, Outcome::Taken, Reason::Taken { evidence, lasted });
        self.rest_others(i, lasted);
        if how == Ended::Input {
            // The seconds that showed the input to be steady were work already.
            self.state.desk.add(self.now.elapsed.saturating_sub(end));
        }
        let wanted = self.state.today.check_ins < self.rules.check_in_most;
        self.state.check_in_until = wanted.then(|| self.now.elapsed + self.rules.answer_within);
    }

    /// A taken break rests the body for every other break and nudge that asks for no more.
    fn rest_others(&mut self, taken: usize, lasted: Duration) {
        let total = self.state.desk.total();
        for i in (0..self.state.breaks.len()).filter(|&i| i != taken) {
            if lasted < self.rules.breaks[i].enough(&self.rules) {
                continue;
            }
            if self.state.breaks[i].open.is_some() {
                self.close(i, Outcome::Natural, Reason::OtherBreak { lasted });
            } else {
                self.state.breaks[i].restart(total);
            }
        }
        if lasted >= self.rules.minimum {
            self.state.nudges.iter_mut().for_each(|n| n.from = total);
        }
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
