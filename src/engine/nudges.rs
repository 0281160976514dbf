//! The reminders beside the breaks (BEHAVIOUR 5): their order, the room that they need, and the nudge. Owns when it comes and
//! that none comes beside a break; never counted as breaks. (`breath` has the breath before a meeting, `check_in` the check-in
//! and the gentle red flag, `evening` what belongs there.)

use super::Engine;
use super::effect::What;
use super::event::Action;
use super::notice::{Notice, NoticeText};
use super::reason::Reason;
use super::rotation;
use super::state::OnScreen;
use std::time::Duration;

/// The nudge that shows the lines of the library, in turn; any other one is of the person's own.
const LINES: &str = "posture";
/// A nudge is for someone who has touched the keys within this long.
const NUDGE_INPUT: Duration = Duration::from_mins(1);

impl Engine {
    pub(super) fn reminders(&mut self) {
        self.breath();
        self.check_in();
        self.advise();
        self.nudge();
        self.wind_down();
        self.reflect();
    }

    /// Nothing of a break is on stage, and the person is there.
    pub(super) fn free(&self) -> bool {
        let prompting = self.state.breaks.iter().any(|b| b.prompted().is_some() || b.running().is_some());
        self.state.presence.at_desk()
            && self.state.deliverable
            && !prompting
            && self.state.question.is_none()
            && !self.breathing_along()
    }

    /// Nothing holds, and has not just now: what was open can be closed first.
    pub(super) fn settled(&self) -> bool {
        self.state.holds.settled(self.now.elapsed, self.rules.settle)
    }

    /// Something other than a break comes as soon as nothing holds.
    pub(super) fn reminders_wait(&self) -> bool {
        let now = self.now.local;
        let evening = self.wind_down_window().is_some_and(|(at, bed)| at <= now && now < bed);
        let thought = self.reflection_at().is_some_and(|at| at <= now);
        let said = &self.state.today;
        self.state.check_in_until.is_some()
            || self.state.advice_waits
            || (evening && !said.wound_down)
            || (thought && !said.reflected)
    }

    fn nudge(&mut self) {
        let total = self.state.desk.total();
        for n in 0..self.state.nudges.len() {
            let every = self.rules.nudges[n].every;
            if self.state.desk.worked(self.state.nudges[n].from) < every || !self.state.presence.at_desk() {
                continue;
            }
            // Dropped, never held: the countdown begins anew whether this one is shown or not.
            self.state.nudges[n].from = total;
            let reminder = self.state.nudges[n].name.clone();
            self.state.other_desks.begin(&reminder, self.now.elapsed);
            match self.nudge_obstacle(&reminder) {
                Some(why) => self.decide(What::Dropped { reminder }, why),
                None => self.show_nudge(reminder, every),
            }
        }
    }

    fn nudge_obstacle(&self, reminder: &str) -> Option<Reason> {
        let clear = self.rules.nudge_clear;
        let near = self.state.breaks.iter().zip(&self.rules.breaks).any(|(b, rule)| {
            let ahead = rule.every.saturating_sub(self.state.desk.worked(b.from));
            // Whoever has just skipped a break is not spoken to again at once.
            let behind = b.fell_due.map(|mark| self.state.desk.worked(mark));
            b.open.is_some() || ahead <= clear || behind.is_some_and(|behind| behind <= clear)
        });
        let idle = self.state.presence.idle_for(self.now.elapsed).is_some_and(|idle| idle >= NUDGE_INPUT);
        match () {
            () if self.state.holds.quiet() => Some(Reason::Held { holds: self.state.holds.on.clone() }),
            () if !self.settled() => Some(Reason::Settling),
            () if near => Some(Reason::NearBreak),
            () if idle => Some(Reason::NoInput { within: NUDGE_INPUT }),
            () if self.state.today.nudges >= self.rules.nudge_most => {
                Some(Reason::Enough { most: self.rules.nudge_most })
            }
            () if !self.free() || !self.room() => Some(Reason::NoRoom),
            // Of two that fall due on the same instant one is shown.
            () if matches!(&self.state.screen, OnScreen::Nudge(_, _, at) if *at == self.now.local) => {
                Some(Reason::NoRoom)
            }
            () if self.nudge_line(reminder).is_none() => Some(Reason::NoLine),
            () => None,
        }
    }

    /// The line that this one shows: of the library, or the name that the person gave it.
    fn nudge_line(&self, reminder: &str) -> Option<String> {
        if reminder != LINES {
            return Some(reminder.to_owned());
        }
        let line = rotation::line(&self.content.nudges, self.rules.fit.easy_only, self.state.nudge_seq);
        line.map(|line| line.id.clone())
    }

    fn show_nudge(&mut self, reminder: String, every: Duration) {
        let Some(line) = self.nudge_line(&reminder) else { return };
        if reminder == LINES {
            self.state.nudge_seq += 1;
        }
        self.state.today.nudges += 1;
        let at = self.now.local;
        self.record_nudge(at, reminder.clone(), line.clone(), None);
        self.decide(What::Nudge { reminder: reminder.clone(), line: line.clone() }, Reason::Unshifted { every });
        let notice =
            Notice { text: NoticeText::Nudge { line: line.clone() }, actions: vec![Action::Shifted, Action::Fine] };
        self.put_on_screen(OnScreen::Nudge(reminder, line, at), notice);
    }
}
