//! When the engine next needs the clock, and why. Owns the list of all deadlines; never acts on one (`advance` does).

use super::break_::Phase;
use super::desk::Counts;
use super::event::Device;
use super::state::OnScreen;
use super::{CHECKPOINT, Engine, running, sensed};
use std::time::Duration;

/// The next time at which something will happen by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wake {
    /// A point of the elapsed clock, later than the last event.
    pub at: Duration,
    /// What will happen then, in a few words, for the curious.
    pub why: &'static str,
}

/// All deadlines found so far; those that have passed do not count.
struct Deadlines {
    now: Duration,
    next: Option<Wake>,
}

impl Deadlines {
    fn add(&mut self, at: Option<Duration>, why: &'static str) {
        if let Some(at) = at.filter(|at| *at > self.now)
            && self.next.is_none_or(|next| at < next.at)
        {
            self.next = Some(Wake { at, why });
        }
    }
}

impl Engine {
    /// The next wake: later than now, or none.
    #[must_use]
    pub fn next_wake(&self) -> Option<Wake> {
        let mut all = Deadlines { now: self.now.elapsed, next: None };
        // No timer rings in a machine that sleeps, and waking shows in the clocks or is told.
        if !self.state.presence.asleep {
            self.desk_deadlines(&mut all);
            self.break_deadlines(&mut all);
            self.presence_deadlines(&mut all);
            self.hold_deadlines(&mut all);
            self.wall_deadlines(&mut all);
        }
        all.next
    }

    /// How finely input must be known now.
    pub(super) fn fineness(&self) -> Duration {
        let unguided = |i: usize| self.state.breaks[i].running().is_some_and(|r| r.guide.is_none());
        let waiting = |i: usize| {
            matches!(self.state.breaks[i].open.as_ref().map(|o| &o.phase), Some(Phase::Due { .. }))
                && !self.state.holds.quiet()
        };
        let breaks = 0..self.state.breaks.len();
        let short = breaks.clone().filter_map(|i| self.short_rest(i)).map(|(rest, _)| rest).min();
        match () {
            // Each word of the idle sense wakes the app, so it is asked to be fine only where something hangs on it:
            // on steady input that ends a break, on a lull, on the seconds away that a guided break keeps, on hands
            // that rest for a short one.
            () if breaks.clone().any(unguided) => running::GRAIN,
            () if self.running_break().is_some() || breaks.clone().any(waiting) => self.rules.lull_length,
            () => short.unwrap_or(self.rules.leave_after),
        }
    }

    /// Deadlines that come nearer only while the desk clock runs.
    fn desk_deadlines(&self, all: &mut Deadlines) {
        if self.counts() == Counts::Still {
            return;
        }
        let now = self.now.elapsed;
        let reach = |mark: Duration, span: Duration| {
            let left = span.checked_sub(self.state.desk.worked(mark));
            left.filter(|left| !left.is_zero()).map(|left| now + left)
        };
        for (i, (b, rule)) in self.state.breaks.iter().zip(&self.rules.breaks).enumerate() {
            match &b.open {
                None => {
                    all.add(reach(b.from, rule.every), "a break falls due");
                    let heads_up = rule.every.checked_sub(self.rules.heads_up).filter(|_| !b.heads_up);
                    all.add(heads_up.and_then(|span| reach(b.from, span)), "a heads-up");
                }
                Some(open) => {
                    all.add(reach(b.last, rule.every.mul_f64(1.5)), "a break is overdue");
                    match &open.phase {
                        _ if self.gives_way(i) => all.add(reach(open.due, rule.every), "the next break falls due"),
                        Phase::Prompted(p) => {
                            all.add(reach(p.mark, self.rules.answer_within), "the answer window ends");
                        }
                        Phase::Held | Phase::Due { .. } | Phase::Running(_) | Phase::Snoozed { .. } => {}
                    }
                }
            }
        }
        for (nudge, rule) in self.state.nudges.iter().zip(&self.rules.nudges) {
            all.add(reach(nudge.from, rule.every), "a nudge");
        }
        all.add(self.state.question.and_then(|q| reach(q.mark?, super::meeting::ANSWER)), "a question goes");
        if let Some((mark, step)) = self.next_ring_step() {
            all.add(reach(mark, step), "the ring moves on");
        }
        all.add(Some(self.state.saved + CHECKPOINT), "desk time is saved");
    }

    fn break_deadlines(&self, all: &mut Deadlines) {
        let (now, idle) = (self.now.elapsed, self.state.presence.idle_for(self.now.elapsed));
        for (i, b) in self.state.breaks.iter().enumerate() {
            match b.open.as_ref().map(|o| &o.phase) {
                Some(Phase::Due { until }) => {
                    all.add(Some(*until), "the wait for a good moment ends");
                    let lull = idle.map(|idle| now + self.rules.lull_length.saturating_sub(idle));
                    all.add(lull, "a lull");
                }
                Some(Phase::Snoozed { until, .. }) => all.add(Some(*until), "the snooze ends"),
                Some(Phase::Prompted(p)) => all.add(p.again, "a closed prompt comes back once"),
                Some(Phase::Running(run)) => {
                    all.add(run.guide.as_ref().map(|g| g.until), "the guide ends");
                    all.add(self.exercise_ends(i), "the exercise ends");
                    all.add(self.next_cue(i), "the next cue");
                    let steady = run.steady_at(now).filter(|_| run.guide.is_none() && !self.state.presence.gone());
                    all.add(steady, "input may be steady");
                    all.add(self.running_step(i), "the ring moves on");
                }
                Some(Phase::Held) | None => {}
            }
        }
        all.add(self.breath_ends(), "the breath ends");
        match self.state.screen {
            OnScreen::Breath(until) | OnScreen::CheckIn(until) => all.add(Some(until), "a question goes"),
            OnScreen::Prompt(_)
            | OnScreen::Guide(_)
            | OnScreen::Nudge(..)
            | OnScreen::Question
            | OnScreen::Info
            | OnScreen::Empty => {}
        }
    }

    fn presence_deadlines(&self, all: &mut Deadlines) {
        let presence = &self.state.presence;
        let quiet = self.quiet_since();
        for i in 0..self.state.breaks.len() {
            let begins = quiet.and_then(|quiet| self.leaves_at(i, quiet)).map(|(_, begins)| begins);
            all.add(begins, "the person has left for a break");
            all.add(self.short_rest(i).map(|(_, until)| until), "a short pause no longer begins a break");
        }
        let waits = presence.unheard.as_ref().map(|unheard| &unheard.absence).or(presence.absence.as_ref());
        all.add(waits.and_then(|absence| absence.heard), "what a sleep was worth is known");
        let Some(absence) = &presence.absence else {
            all.add(quiet.map(|q| q + self.rules.away_after), "the person is away");
            return;
        };
        // In a meeting elsewhere no rest goes by. Its end is a deadline of its own.
        if presence.meeting.is_none() && self.elsewhere().is_none() {
            all.add(self.rested_at().filter(|_| self.state.question.is_some()), "an absence is long enough");
            for (b, rule) in self.state.breaks.iter().zip(&self.rules.breaks) {
                let enough = if absence.certain { rule.enough(&self.rules) } else { self.rules.away_after };
                let at = absence.since + absence.unrest + enough;
                all.add(Some(at).filter(|_| !absence.served.contains(&b.name)), "an absence is long enough");
            }
        }
    }

    fn hold_deadlines(&self, all: &mut Deadlines) {
        let holds = &self.state.holds;
        let waits = self.state.breaks.iter().any(|b| b.open.is_some() && b.running().is_none());
        all.add(
            // Where nothing waits for the quiet, nobody is woken at its end.
            holds.settles_at(self.rules.settle).filter(|_| !holds.quiet() && (waits || self.reminders_wait())),
            "it has been quiet for long enough",
        );
        all.add(holds.pause.map(|p| p.deadline(&self.now)), "the pause ends");
        all.add(holds.meet.map(|end| end.deadline(&self.now)), "the meeting ends");
        all.add(self.elsewhere().map(|at| at.until), "another machine has not been heard of for too long");
        all.add(self.state.later.filter(|_| waits), "later has come");
        for (_, (since, _)) in holds.calls.iter().filter(|(device, _)| **device != Device::Connection) {
            all.add(Some(*since + sensed::CALL_MOST), "no call lasts this long");
        }
        all.add(holds.alone.map(|since| since + sensed::CONNECTION_MOST), "no connection is believed this long");
    }

    /// Deadlines that hang on the wall clock.
    fn wall_deadlines(&self, all: &mut Deadlines) {
        let (now, local) = (&self.now, self.now.local.naive_local());
        let at = |naive: chrono::NaiveDateTime| (naive - local).to_std().ok().map(|ahead| now.elapsed + ahead);
        all.add(self.rules.hours.next_edge(local).and_then(at), "working hours begin or end");
        for meeting in self.state.holds.counting() {
            all.add(Some(now.at(meeting.start)), "a meeting begins");
            all.add(Some(now.at(meeting.end)), "a meeting ends");
        }
        all.add(self.next_breath().map(|(at, _)| now.at(at)), "a breath before a meeting");
        let evening = self.wind_down_window().filter(|_| !self.state.today.wound_down);
        all.add(evening.map(|(at, _)| now.at(at)), "the wind-down");
        all.add(self.reflection_at().filter(|_| !self.state.today.reflected).map(|at| now.at(at)), "the reflection");
        // With nothing to begin anew, nobody is woken at four in the morning for it.
        if self.state.today.of > 0 {
            let next = (self.state.today.day + chrono::Days::new(1)).and_time(self.rules.day_starts);
            all.add(at(next), "a new day begins");
        }
    }
}
