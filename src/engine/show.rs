//! What goes on screen and with which actions. Owns the one place on screen and the exercise beside it;
//! never decides that something is due.

use super::Engine;
use super::effect::{Effect, Record, What};
use super::event::Action;
use super::instance::{Delivery, ExerciseResult, Offer};
use super::notice::{Notice, NoticeText, Snooze};
use super::reason::Reason;
use super::state::OnScreen;
use super::{choose, content};
use content::{Exercise, Occasion};
use std::time::Duration;

impl Engine {
    /// Chooses the exercise of an instance, once; the owed break after a call gets one made for that.
    pub(super) fn pick_exercise(&mut self, i: usize, after_call: bool) {
        if after_call || self.state.breaks[i].open.as_ref().is_some_and(|open| open.exercise().is_none()) {
            let occasion = if after_call { Occasion::PostCall } else { Occasion::Hourly };
            self.offer(i, occasion, self.rules.breaks[i].lasts);
        }
    }

    /// Chooses the exercise that an instance offers from now on, for this much time; where none fits all stays as it is.
    pub(super) fn offer(&mut self, i: usize, occasion: Occasion, lasts: Duration) {
        let at = self.now.local.timestamp();
        let Some(open) = &mut self.state.breaks[i].open else { return };
        let history = &mut self.state.history;
        let (swapped, done) = (&open.swapped[..], &open.done[..]);
        let among = choose::Among { fit: &self.rules.fit, swapped, done, occasion, lasts };
        if let Some(chosen) = choose::exercise(&self.content, &among, history, at) {
            history.offer(&chosen.id, at);
            open.set_exercise(Some(chosen.id.clone()));
        }
    }

    /// Hands the line of what is offered to the ledger, when it is new or something has become of it.
    pub(super) fn record_offer(&mut self, i: usize) {
        let now = self.now.local;
        let Some(open) = &self.state.breaks[i].open else { return };
        let (row, last) = (&open.row, open.offer.as_ref());
        // An exercise that was chosen and never seen was not offered: the figures divide by what was.
        let seen = open.ever_shown() || row.start.is_some();
        let Some(exercise) = open.exercise().cloned().filter(|_| seen) else { return };
        let again = last.filter(|line| line.exercise == exercise);
        // The row tells what became of its own exercise, the line alone of any that followed.
        let result = if open.done.is_empty() { row.result } else { again.and_then(|line| line.result) };
        let line = match again.filter(|line| line.result.is_none() || line.result == result) {
            Some(line) => Offer { result, ..line.clone() },
            None => Offer { instance: row.id, n: last.map_or(0, |line| line.n) + 1, exercise, at: now, result },
        };
        if last != Some(&line) {
            self.put_offer(i, line);
        }
    }

    /// Keeps a line, as the last one if it is that.
    pub(super) fn put_offer(&mut self, i: usize, line: Offer) {
        let Some(open) = &mut self.state.breaks[i].open else { return };
        if open.offer.as_ref().is_none_or(|last| last.n <= line.n) {
            open.offer = Some(line.clone());
        }
        if open.unwritten() {
            open.unwritten.push(line);
        } else {
            self.out.push(Effect::Record(Record::Offer(line)));
        }
    }

    /// Says in its line what became of the last exercise offered.
    pub(super) fn resolve_offer(&mut self, i: usize, result: ExerciseResult) {
        let last = self.state.breaks[i].open.as_ref().and_then(|open| open.offer.clone());
        if let Some(line) = last {
            self.put_offer(i, Offer { result: Some(result), ..line });
        }
    }

    pub(super) fn exercise_of(&self, i: usize) -> Option<&Exercise> {
        let id = self.state.breaks[i].open.as_ref()?.exercise()?;
        self.content.exercises.iter().find(|e| e.id == *id)
    }

    pub(super) fn show_prompt(&mut self, i: usize, owed: bool, why: Reason) {
        let notice = self.prompt_notice(i);
        let (now, elapsed, full) = (self.now.local, self.now.elapsed, self.full_screen());
        if let Some(p) = self.prompted_mut(i) {
            (p.shown, p.put, p.unseen) = (true, elapsed, full);
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
        self.put_on_screen(OnScreen::Prompt(name), notice);
    }

    fn prompt_notice(&self, i: usize) -> Notice {
        let rule = &self.rules.breaks[i];
        let open = self.state.breaks[i].open.as_ref();
        let short = open.is_some_and(|o| o.row.short);
        let snooze = match self.snoozes_left(i) {
            0 if open.is_some_and(|o| o.row.snoozes > 0) => Snooze::Spent,
            0 => Snooze::Never,
            _ => Snooze::For(self.rules.snooze_length),
        };
        let exercise = self.exercise_of(i).map(|exercise| (exercise.id.clone(), self.how_many_follow(i)));
        let snoozes = matches!(snooze, Snooze::For(_)).then_some(Action::Snooze);
        let (lasts, short) = (rule.lasts, short.then(|| rule.enough(&self.rules)));
        Notice {
            text: NoticeText::Prompt { reminder: rule.name.clone(), exercise, lasts, snooze, short },
            actions: [Some(Action::Start), snoozes, Some(Action::Skip)].into_iter().flatten().collect(),
        }
    }

    /// Says something that asks for nothing, unless something that asks is on screen, or a guide.
    pub(super) fn inform(&mut self, text: NoticeText) {
        if self.room() {
            self.put_on_screen(OnScreen::Info, Notice::plain(text));
        }
    }

    /// Whether what is on screen may give way to something that asks for nothing, and no guide is beside it.
    pub(super) fn room(&self) -> bool {
        match self.state.screen {
            _ if self.guide_view().is_some() => false,
            OnScreen::Prompt(_)
            | OnScreen::Guide(_)
            | OnScreen::Breath(_)
            | OnScreen::CheckIn(_)
            | OnScreen::Question => false,
            OnScreen::Empty | OnScreen::Nudge(..) | OnScreen::Info => true,
        }
    }

    /// Under a hold only a running break's guide stays on screen.
    pub(super) fn clear_screen_unless_guided(&mut self) {
        match self.state.screen {
            OnScreen::Guide(_) | OnScreen::Info | OnScreen::Breath(_) | OnScreen::Empty => {}
            OnScreen::Prompt(_) | OnScreen::Nudge(..) | OnScreen::CheckIn(_) | OnScreen::Question => {
                self.clear_screen();
            }
        }
    }

    /// What has been on screen for long enough leaves it.
    pub(super) fn expire_screen(&mut self) {
        self.end_breath();
        match self.state.screen {
            OnScreen::Breath(until) | OnScreen::CheckIn(until) if until <= self.now.elapsed => self.clear_screen(),
            OnScreen::Breath(_)
            | OnScreen::CheckIn(_)
            | OnScreen::Question
            | OnScreen::Prompt(_)
            | OnScreen::Guide(_)
            | OnScreen::Nudge(..)
            | OnScreen::Info
            | OnScreen::Empty => {}
        }
    }
}
