//! The reminders beside the breaks (BEHAVIOUR 5): nudge and breath before a call. Owns when each comes and that none comes
//! beside a break; never counted as breaks. (`check_in` has the check-in and the gentle red flag, `evening` what belongs there.)

use super::Engine;
use super::content::Nudge;
use super::effect::What;
use super::event::Action;
use super::guide_view::GuidePlace;
use super::instance::Hold;
use super::moment::Stamp;
use super::notice::{Notice, NoticeText};
use super::reason::Reason;
use super::rotation;
use super::state::{Breath, OnScreen};
use chrono::TimeDelta;
use std::time::Duration;

/// A nudge is for someone who has touched the keys within this long.
const NUDGE_INPUT: Duration = Duration::from_mins(1);

impl Engine {
    pub(super) fn others(&mut self) {
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
    pub(super) fn others_wait(&self) -> bool {
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
            match self.nudge_obstacle() {
                Some(why) => self.decide(What::Dropped { reminder }, why),
                None => self.show_nudge(reminder, every),
            }
        }
    }

    fn nudge_obstacle(&self) -> Option<Reason> {
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
            () if self.nudge_line().is_none() => Some(Reason::NoLine),
            () => None,
        }
    }

    fn nudge_line(&self) -> Option<&Nudge> {
        rotation::line(&self.content.nudges, self.rules.fit.easy_only, self.state.nudge_seq)
    }

    fn show_nudge(&mut self, reminder: String, every: Duration) {
        let Some(line) = self.nudge_line().cloned() else { return };
        self.state.nudge_seq += 1;
        self.state.today.nudges += 1;
        let at = self.now.local;
        self.record_nudge(at, reminder.clone(), line.id.clone(), None);
        self.decide(What::Nudge { reminder: reminder.clone(), line: line.id.clone() }, Reason::Unshifted { every });
        let text = NoticeText::Nudge { line: line.id.clone() };
        let notice = Notice { text, actions: vec![Action::Shifted, Action::Fine] };
        self.put_on_screen(OnScreen::Nudge(reminder, line.id, at), notice);
    }

    /// The meeting that wants a breath before it, and when that begins.
    pub(super) fn next_breath(&self) -> Option<(Stamp, Stamp)> {
        let before = TimeDelta::from_std(self.rules.breath_before).unwrap_or_default();
        let wanted = !before.is_zero() && self.state.today.breaths < self.rules.breath_most;
        let ahead = self.state.holds.counting().filter(|m| wanted && m.start > self.now.local);
        let open = ahead.filter(|m| !self.state.today.breathed.contains(&m.start)).map(|m| m.start).min()?;
        Some((open - before, open))
    }

    fn breath(&mut self) {
        let Some((at, start)) = self.next_breath() else { return };
        let others = self.state.holds.on.iter().any(|h| *h != Hold::Meeting);
        if self.now.local < at || others || !self.free() {
            return;
        }
        // Noted whatever comes of it: where no pattern fits it would be tried again at every step until the meeting
        // begins.
        self.state.today.breathed.insert(start);
        let fitting = self.content.patterns.iter().filter(|p| {
            // Three minutes before a meeting there is time for this much, and for joining.
            p.when.contains(&super::content::Occasion::PreCall) && (60..=120).contains(&p.seconds) && !p.holds
        });
        let all: Vec<_> = fitting.collect();
        let Some(pattern) = all.get(self.state.today.breaths as usize % all.len().max(1)).map(|p| (*p).clone()) else {
            return;
        };
        self.state.today.breaths += 1;
        self.decide(What::Breath { pattern: pattern.id.clone() }, Reason::MeetingBegins { at: start });
        let until = self.now.at(start);
        let along = self.guide_place() == GuidePlace::Window;
        let text = NoticeText::Breath { pattern: pattern.id.clone(), start, no_window: false };
        let actions = along.then_some(Action::Start).into_iter().collect();
        self.put_on_screen(OnScreen::Breath(until), Notice { text, actions });
        self.state.breath = Some(Breath { pattern: pattern.id, until, along: None });
    }
}
