//! The reminders beside the breaks (BEHAVIOUR 5): nudge, breath before a call, check-in, wind-down, reflection, and the
//! gentle red flag. Owns when each comes and that none comes beside a break; never counted as breaks.

use super::Engine;
use super::effect::{Announcement, What};
use super::event::Action;
use super::guide::GuidePlace;
use super::guiding::Breath;
use super::instance::Hold;
use super::moment::Stamp;
use super::state::Screen;
use crate::words::{notices, reasons};
use chrono::{NaiveDate, NaiveTime, TimeDelta};
use std::time::Duration;

/// A nudge is for someone who has touched the keys within this long.
const NUDGE_INPUT: Duration = Duration::from_mins(1);
/// Sore on this many days ...
const SORE_DAYS: usize = 12;
/// ... of the last so many suggests an appointment ...
const SORE_WITHIN: i64 = 21;
/// ... no more often than once in this many days (BEHAVIOUR 5).
const ADVICE_EVERY: i64 = 7;

impl Engine {
    pub(super) fn others(&mut self) {
        self.breath();
        self.check_in();
        self.nudge();
        self.wind_down();
        self.reflect();
    }

    /// Nothing of a break is on stage, and the person is there.
    fn free(&self) -> bool {
        let prompting = self.state.breaks.iter().any(|b| b.prompted().is_some() || b.running().is_some());
        self.state.presence.at_desk()
            && self.state.deliverable
            && !prompting
            && self.state.question.is_none()
            && !self.breathing_along()
    }

    fn nudge(&mut self) {
        let total = self.state.desk.total();
        for n in 0..self.state.nudges.len() {
            let every = self.rules.nudges[n].every;
            if self.state.desk.worked(self.state.nudges[n].from) < every || !self.state.presence.at_desk() {
                continue;
            }
            self.state.nudges[n].from = total;
            let reminder = self.state.nudges[n].name.clone();
            match self.nudge_obstacle() {
                Some(why) => self.decide(What::Dropped { reminder }, why),
                None => self.show_nudge(reminder, every),
            }
        }
    }

    fn nudge_obstacle(&self) -> Option<String> {
        let clear = self.rules.nudge_clear;
        let near =
            self.state.breaks.iter().zip(&self.rules.breaks).any(|(b, rule)| {
                b.open.is_some() || rule.every.saturating_sub(self.state.desk.worked(b.from)) <= clear
            });
        let idle = self.state.presence.idle_for(self.now.elapsed).is_some_and(|idle| idle >= NUDGE_INPUT);
        match () {
            () if self.state.holds.quiet() => Some(reasons::held(&self.state.holds.on)),
            () if near => Some(reasons::nudge_near_break()),
            () if idle => Some(reasons::nudge_idle()),
            () if self.state.today.nudges >= self.rules.nudge_most => {
                Some(reasons::nudge_enough(self.rules.nudge_most))
            }
            () if !self.free() || self.content.nudges.is_empty() => Some(reasons::nudge_no_room()),
            () => match self.state.screen {
                Screen::Empty | Screen::Word | Screen::Nudge(..) => None,
                Screen::Prompt(_) | Screen::Guide(_) | Screen::Breath(_) | Screen::CheckIn(_) | Screen::Question => {
                    Some(reasons::nudge_no_room())
                }
            },
        }
    }

    fn show_nudge(&mut self, reminder: String, every: Duration) {
        let seq = self.state.nudge_seq;
        let Some(line) = self.content.nudges.get(seq % self.content.nudges.len().max(1)).cloned() else { return };
        self.state.nudge_seq += 1;
        self.state.today.nudges += 1;
        let at = self.now.local;
        self.record_nudge(at, reminder.clone(), line.id.clone(), None);
        self.decide(What::Nudge { reminder: reminder.clone(), line: line.id.clone() }, reasons::nudge(every));
        self.put_on_screen(Screen::Nudge(reminder, line.id.clone(), at), notices::nudge(&line.text));
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
        self.state.today.breathed.insert(start);
        let fitting = self.content.patterns.iter().filter(|p| {
            p.when.contains(&super::content::Occasion::PreCall) && (60..=120).contains(&p.seconds) && !p.holds
        });
        let all: Vec<_> = fitting.collect();
        let Some(pattern) = all.get(self.state.today.breaths as usize % all.len().max(1)).map(|p| (*p).clone()) else {
            return;
        };
        self.state.today.breaths += 1;
        self.decide(What::Breath { pattern: pattern.id.clone() }, reasons::breath(start));
        let until = self.now.at(start);
        let along = self.guide_place() == GuidePlace::Window;
        self.put_on_screen(Screen::Breath(until), notices::breath(&pattern, start, along, &[]));
        self.state.breath = Some(Breath { pattern: pattern.id, until, along: None });
    }

    fn check_in(&mut self) {
        let breathing = matches!(self.state.screen, Screen::Breath(_));
        if self.state.check_in_waits && self.free() && !breathing && !self.state.holds.quiet() {
            self.state.check_in_waits = false;
            self.state.today.check_ins += 1;
            self.decide(What::CheckIn, reasons::check_in());
            let until = self.now.elapsed + self.rules.answer_within;
            self.put_on_screen(Screen::CheckIn(until), notices::check_in());
        }
    }

    /// The evening's wall times: when the wind-down comes, and when it is too late for it.
    pub(super) fn wind_down_window(&self) -> Option<(Stamp, Stamp)> {
        let bed = self.next_time(self.rules.bedtime?)?;
        let before = TimeDelta::from_std(self.rules.wind_down_before).unwrap_or_default();
        Some((bed - before, bed))
    }

    /// This evening at the desk is what it is for, so the end of working hours is no obstacle.
    fn wind_down(&mut self) {
        let Some((at, bed)) = self.wind_down_window() else { return };
        let held = self.state.holds.on.iter().any(|h| *h != Hold::Hours);
        let now = self.now.local;
        if self.state.today.wound_down || now < at || now >= bed || held || !self.free() {
            return;
        }
        self.state.today.wound_down = true;
        let lines = &self.content.wind_downs;
        let n = usize::try_from(self.state.today.day.to_epoch_days()).unwrap_or(0);
        let Some(line) = lines.get(n % lines.len().max(1)).cloned() else { return };
        self.decide(What::WindDown { line: line.id.clone() }, reasons::wind_down(bed));
        self.word(notices::wind_down(&line.text));
    }

    /// When today's reflection comes.
    pub(super) fn reflection_at(&self) -> Option<Stamp> {
        let at = self.rules.reflect_at?;
        self.state.today.day.and_time(at).and_local_timezone(*self.now.local.offset()).single()
    }

    fn reflect(&mut self) {
        let Some(at) = self.reflection_at() else { return };
        if self.state.today.reflected || self.now.local < at || self.state.holds.quiet() || !self.free() {
            return;
        }
        self.state.today.reflected = true;
        let lines = &self.content.reflections;
        let n = usize::try_from(self.state.today.day.to_epoch_days()).unwrap_or(0);
        let Some(line) = lines.get(n % lines.len().max(1)).cloned() else { return };
        self.decide(What::Reflect { line: line.id.clone() }, reasons::reflect());
        self.word(notices::reflect(&line.text));
    }

    /// Sore on most days of three weeks is worth an appointment; said at most once a week, and never more than that.
    pub(super) fn red_flags(&mut self, today: NaiveDate) {
        let recent = |d: &NaiveDate| (today - *d).num_days() < SORE_WITHIN;
        self.state.check_ins.retain(|d, _| recent(d));
        let sore = self.state.check_ins.values().filter(|answers| answers.contains(&Action::Sore)).count();
        let lately = self.state.advised.is_some_and(|d| (today - d).num_days() < ADVICE_EVERY);
        if sore >= SORE_DAYS && !lately {
            self.state.advised = Some(today);
            self.decide(What::Announce(Announcement::SeeSomeone), reasons::see_someone(sore));
            self.word(notices::see_someone());
        }
    }

    /// This time of day, today or, if it lies before the day's start, after midnight.
    fn next_time(&self, time: NaiveTime) -> Option<Stamp> {
        let day = self.state.today.day;
        let date = if time < self.rules.day_starts { day.succ_opt()? } else { day };
        date.and_time(time).and_local_timezone(*self.now.local.offset()).single()
    }
}
