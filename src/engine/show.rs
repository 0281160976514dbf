//! What goes on screen and in which words. Owns the one place on screen and the exercise beside it;
//! never decides that something is due.

use super::Engine;
use super::effect::{Notice, What};
use super::instance::Delivery;
use super::state::Screen;
use super::{choose, content};
use crate::words::{notices, reasons};
use content::{Exercise, Occasion};
use std::time::Duration;

impl Engine {
    /// Chooses the exercise of an instance, once; the owed break after a call gets one made for that.
    pub(super) fn pick_exercise(&mut self, i: usize, after_call: bool) {
        let Some(open) = &mut self.state.breaks[i].open else { return };
        if open.row.exercise.is_some() && !after_call {
            return;
        }
        let occasion = if after_call { Occasion::PostCall } else { Occasion::Hourly };
        let (at, lasts) = (self.now.local.timestamp(), self.rules.breaks[i].lasts);
        let history = &mut self.state.history;
        let chosen = choose::exercise(&self.content, &self.rules.fit, history, occasion, lasts, at);
        open.row.exercise = chosen.map(|e| e.id.clone());
        if let Some(id) = &open.row.exercise {
            history.offer(id, at);
        }
    }

    pub(super) fn exercise_of(&self, i: usize) -> Option<&Exercise> {
        let id = self.state.breaks[i].open.as_ref()?.row.exercise.as_deref()?;
        self.content.exercises.iter().find(|e| e.id == id)
    }

    pub(super) fn show_prompt(&mut self, i: usize, owed: bool) {
        let notice = self.prompt_notice(i);
        let (now, why) =
            (self.now.local, reasons::prompted(owed, self.state.holds.after_call, self.state.presence.blind));
        let elapsed = self.now.elapsed;
        if let Some(p) = self.prompted_mut(i) {
            (p.shown, p.put) = (true, elapsed);
        }
        let Some(open) = &mut self.state.breaks[i].open else { return };
        let again = open.ever_shown();
        open.row.prompts += 1;
        open.row.first_prompt.get_or_insert(now);
        open.row.delivery = Delivery::Shown;
        let what = What::Prompt {
            reminder: open.row.reminder.clone(),
            instance: open.row.id,
            owed,
            again,
            exercise: open.row.exercise.clone().unwrap_or_else(|| "none".into()),
        };
        let name = open.row.reminder.clone();
        self.record(i);
        self.decide(what, why);
        self.put_on_screen(Screen::Prompt(name), notice);
    }

    fn prompt_notice(&self, i: usize) -> Notice {
        let rule = &self.rules.breaks[i];
        let open = self.state.breaks[i].open.as_ref();
        let left = open.map_or(0, |o| o.snoozes_left(&self.rules, rule.every));
        let short = open.is_some_and(|o| o.row.short);
        let snooze = (left > 0).then_some(self.rules.snooze_length);
        notices::prompt(&rule.name, self.exercise_of(i), rule.lasts, snooze, short.then(|| rule.enough(&self.rules)))
    }

    /// The next cue of the guide, if its time has come.
    pub(super) fn step_guide(&mut self, i: usize) {
        let cues = self.exercise_of(i).map_or(0, |e| e.steps.len());
        let now = self.now.elapsed;
        let next = self.next_cue(i);
        if let Some(guide) = self.state.breaks[i].running_mut().and_then(|r| r.guide.as_mut())
            && guide.shown <= cues
            && next.is_some_and(|at| at <= now)
        {
            self.show_guide(i);
        }
    }

    /// When the next cue is to be shown: they share the exercise's time evenly, and the rest of the break is free.
    pub(super) fn next_cue(&self, i: usize) -> Option<Duration> {
        let guide = self.state.breaks[i].running()?.guide.as_ref()?;
        let exercise = self.exercise_of(i)?;
        let steps = u32::try_from(exercise.steps.len()).unwrap_or(1).max(1);
        let shown = u32::try_from(guide.shown).unwrap_or(steps);
        let at = guide.since + Duration::from_secs(u64::from(exercise.seconds)) * shown / steps;
        (shown <= steps && at < guide.until).then_some(at)
    }

    /// Shows the guide's cue for now, with the time the break ends.
    pub(super) fn show_guide(&mut self, i: usize) {
        let exercise = self.exercise_of(i).cloned();
        let now = self.now.elapsed;
        let Some(guide) = self.state.breaks[i].running_mut().and_then(|r| r.guide.as_mut()) else { return };
        let cues = exercise.as_ref().map_or(0, |e| e.steps.len());
        let span = exercise.as_ref().map_or(Duration::ZERO, |e| Duration::from_secs(u64::from(e.seconds)));
        let passed = now.saturating_sub(guide.since);
        let cue = (0..cues)
            .rev()
            .find(|&n| passed >= span * u32::try_from(n).unwrap_or(0) / u32::try_from(cues).unwrap_or(1))
            .filter(|_| passed < span);
        guide.shown = cue.unwrap_or(cues) + 1;
        let (until, left) = (guide.until, guide.until.saturating_sub(now));
        let name = self.state.breaks[i].name.clone();
        let notice = notices::guide(exercise.as_ref(), cue, self.now.stamp(until), left);
        self.put_on_screen(Screen::Guide(name), notice);
    }

    /// The person wants another exercise, or this one hurt.
    pub(super) fn swap(&mut self, i: usize, hurt: bool) {
        let at = self.now.local.timestamp();
        let Some(open) = &mut self.state.breaks[i].open else { return };
        let Some(id) = open.row.exercise.take() else { return };
        let hidden = if hurt {
            self.state.history.hurt(&id);
            true
        } else {
            self.state.history.swap(&id, at)
        };
        if hidden {
            self.decide(What::Hidden { exercise: id }, reasons::hidden(hurt));
        }
        self.pick_exercise(i, false);
        let now = self.now.elapsed;
        if let Some(guide) = self.state.breaks[i].running_mut().and_then(|r| r.guide.as_mut()) {
            (guide.since, guide.shown) = (now, 0);
        }
        self.record(i);
        self.show_guide(i);
    }

    pub(super) fn note_completed(&mut self, i: usize) {
        let at = self.now.local.timestamp();
        let clicked = self.state.breaks[i].running().is_some_and(super::running::Running::clicked);
        if let Some(exercise) = self.exercise_of(i).filter(|_| clicked).cloned() {
            self.state.history.complete(&exercise, at);
        }
    }

    /// Says something that asks for nothing, unless something that asks is on screen.
    pub(super) fn word(&mut self, notice: Notice) {
        if self.room() {
            self.put_on_screen(Screen::Word, notice);
        }
    }

    /// Whether what is on screen may give way to something that asks for nothing.
    pub(super) fn room(&self) -> bool {
        match self.state.screen {
            Screen::Prompt(_) | Screen::Guide(_) | Screen::Breath(_) | Screen::CheckIn(_) | Screen::Question => false,
            Screen::Empty | Screen::Nudge(..) | Screen::Word => true,
        }
    }

    /// Under a hold only a running break's guide stays on screen.
    pub(super) fn clear_screen_unless_guided(&mut self) {
        match self.state.screen {
            Screen::Guide(_) | Screen::Word | Screen::Breath(_) | Screen::Empty => {}
            Screen::Prompt(_) | Screen::Nudge(..) | Screen::CheckIn(_) | Screen::Question => self.clear_screen(),
        }
    }

    /// What has been on screen for long enough leaves it.
    pub(super) fn expire_screen(&mut self) {
        match self.state.screen {
            Screen::Breath(until) | Screen::CheckIn(until) if until <= self.now.elapsed => self.clear_screen(),
            Screen::Breath(_)
            | Screen::CheckIn(_)
            | Screen::Question
            | Screen::Prompt(_)
            | Screen::Guide(_)
            | Screen::Nudge(..)
            | Screen::Word
            | Screen::Empty => {}
        }
    }
}
