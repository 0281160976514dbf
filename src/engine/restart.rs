//! A start, with or without a past, and a change of rules (BEHAVIOUR 7). Owns what time not running means;
//! never forgets a countdown.

use super::break_::Break;
use super::content::Content;
use super::effect::{Effect, Record};
use super::exercise_step::Windows;
use super::instance::{CancelReason, SpanKind};
use super::moment::Moment;
use super::presence::Absence;
use super::rules::Rules;
use super::state::{Memory, NudgeState, OnScreen, State, Today};
use super::taken::Ended;
use super::{Engine, NAP};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

impl Engine {
    /// Starts, from what an earlier run remembered or from nothing. `first_id` is the ledger's next free id.
    #[must_use]
    pub fn start(
        rules: Rules,
        content: Arc<Content>,
        past: Option<Memory>,
        first_id: u64,
        now: Moment,
    ) -> (Self, Vec<Effect>) {
        let known = past.is_some();
        let past = past.unwrap_or_else(|| Memory { at: now, state: State::new(&now, &rules) });
        let mut engine = Self {
            rules,
            content,
            now: past.at,
            state: past.state,
            out: Vec::new(),
            tray: None,
            guide: None,
            windows: Windows::default(),
            over: false,
            watch: None,
        };
        // Rows are replaced by their id: a memory that is older than its ledger must never hand out one that is taken.
        engine.state.next_id = engine.state.next_id.max(first_id);
        engine.match_rules();
        if known {
            engine.resume(now);
        }
        engine.now = Moment { elapsed: now.elapsed.max(engine.now.elapsed), ..now };
        engine.settle();
        let effects = engine.finish(true);
        (engine, effects)
    }

    /// The time not running is neither desk time nor absence, except for the part asleep or off.
    fn resume(&mut self, now: Moment) {
        let gap = now.elapsed.saturating_sub(self.now.elapsed);
        let slept = Some(now.asleep.saturating_sub(self.now.asleep)).filter(|s| *s >= NAP).unwrap_or_default().min(gap);
        let idled = gap.saturating_sub(slept);
        let kind = if slept.is_zero() { SpanKind::NotRunning } else { SpanKind::Asleep };
        self.out.push(Effect::Record(Record::Span { kind, from: self.now.local }));
        self.state.span = Some(kind);
        self.state.screen = OnScreen::Empty;
        self.state.presence.blind = false;
        // The senses are new with the process: what failed in the last one may work now, and what has not spoken yet
        // is not lost.
        self.state.holds.lost.clear();
        self.state.holds.worked.clear();
        self.state.presence.asleep = false;
        self.state.desk.interrupt();
        if !self.resting() {
            self.state.other_desks.unseen(self.now.elapsed, now.elapsed);
        }
        self.state.presence.skip(idled);
        let before = self.now.elapsed;
        for running in self.state.breaks.iter_mut().filter_map(|b| b.running_mut()) {
            // Nobody knows of input in between.
            running.quiet(before);
        }
        let too_long = idled > self.rules.answer_within;
        self.now = Moment { elapsed: now.elapsed.max(before), ..now };
        self.renew_day();
        // On the clock as it was when the process stopped, before the gap is taken out of what ran.
        if too_long {
            self.end_what_ran(before);
        }
        for running in self.state.breaks.iter_mut().filter_map(|b| b.running_mut()) {
            running.skip(idled);
        }
        // Sleep first, because it may have been a rest: what it serves closes as natural, and only what is still open
        // then is cancelled.
        self.rest_while_off(slept);
        if too_long {
            self.cancel_what_was_left_open();
            // What nobody remembers must not stand in the way of the next prompt.
            (self.state.question, self.state.later) = (None, None);
        }
        if let Some(question) = &mut self.state.question {
            question.shown = false;
        }
        for i in 0..self.state.breaks.len() {
            if let Some(p) = self.prompted_mut(i) {
                // The notification is gone with the process and is put back, but for one that a hand had closed: that
                // comes once more in its time.
                p.shown = p.shown && p.again.is_some();
            }
        }
    }

    /// The machine was asleep or off: a certain absence, although nobody was there to see it.
    fn rest_while_off(&mut self, slept: Duration) {
        if slept.is_zero() {
            return;
        }
        let since = self.now.elapsed.saturating_sub(slept);
        let before = Moment { elapsed: since, local: self.now.stamp(since), ..self.now };
        let unrest = self.state.holds.meeting_time(&before, slept, self.rules.weigh.meeting);
        let absence = self.state.presence.absence.get_or_insert_with(|| Absence::new(since, true, None, since));
        absence.certain = true;
        absence.unrest += unrest;
        self.state.desk.deny();
        self.clamp();
        self.await_word();
        self.notice_absence();
    }

    /// A break that had lasted long enough when the process stopped was taken, as far as anyone knows, until then.
    fn end_what_ran(&mut self, stopped: Duration) {
        for i in 0..self.state.breaks.len() {
            let lasted = self.state.breaks[i].running().map(|r| stopped.saturating_sub(r.since));
            if lasted.is_some_and(|lasted| lasted >= self.rules.breaks[i].enough(&self.rules)) {
                self.end_break(i, stopped, Ended::Person);
            }
        }
    }

    fn cancel_what_was_left_open(&mut self) {
        for i in 0..self.state.breaks.len() {
            if self.state.breaks[i].open.is_some() {
                self.cancel(i, CancelReason::NotRunning);
            }
        }
    }

    /// New rules; every countdown that still exists goes on.
    pub(super) fn take_rules(&mut self, rules: Rules) {
        let gone: Vec<usize> = (0..self.state.breaks.len())
            .filter(|&i| !rules.breaks.iter().any(|r| r.name == self.state.breaks[i].name))
            .collect();
        for i in gone {
            if self.state.breaks[i].open.is_some() {
                self.cancel(i, CancelReason::Removed);
            }
        }
        // What left is cancelled above while the old rules are still in force: countdowns and rules go by the same
        // places in their lists.
        let place = self.guide_place();
        (self.rules, self.windows) = (rules, Windows::default());
        self.match_rules();
        self.move_guide(place);
    }

    /// Makes the list of countdowns that of the rules, name by name.
    fn match_rules(&mut self) {
        let total = self.state.desk.total();
        let mut breaks: BTreeMap<String, Break> = self.state.breaks.drain(..).map(|b| (b.name.clone(), b)).collect();
        self.state.breaks = self
            .rules
            .breaks
            .iter()
            .map(|r| breaks.remove(&r.name).unwrap_or_else(|| Break::new(r.name.clone(), total)))
            .collect();
        let mut nudges: BTreeMap<String, NudgeState> =
            self.state.nudges.drain(..).map(|n| (n.name.clone(), n)).collect();
        self.state.nudges = self
            .rules
            .nudges
            .iter()
            .map(|r| nudges.remove(&r.name).unwrap_or_else(|| NudgeState { name: r.name.clone(), from: total }))
            .collect();
        // A break that left the rules while the app was not running leaves its instance open in the ledger.
        for b in breaks.into_values() {
            if let Some(mut open) = b.open.filter(|open| !open.tried) {
                open.row.outcome = Some(super::instance::Outcome::Cancelled);
                open.row.cancelled = Some(CancelReason::Removed);
                open.row.end = Some(self.now.local);
                self.out.push(Effect::Record(Record::Instance(Box::new(open.row))));
            }
        }
    }

    /// Begins the day's counts anew when its boundary has passed.
    pub(super) fn renew_day(&mut self) {
        let day = self.now.day(self.rules.day_starts);
        if self.state.today.day != day {
            self.state.today = Today { day, ..Today::default() };
        }
    }

    /// The library that its values name things of.
    #[must_use]
    pub fn content(&self) -> &Content {
        &self.content
    }

    /// What must survive a restart.
    #[must_use]
    pub fn memory(&self) -> Memory {
        Memory { at: self.now, state: self.state.clone() }
    }
}
