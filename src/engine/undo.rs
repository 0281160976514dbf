//! What the person says against an exercise in the guide, and takes back. Owns *Swap*, *Hurts* and the way back; which one
//! comes instead is `choose`'s, and never decides how a break ends (BEHAVIOUR 6).

use super::Engine;
use super::choose::{HIDDEN_DAYS, SWAPS};
use super::content::Occasion;
use super::effect::What;
use super::fill::FREE;
use super::instance::{ExerciseResult, Offer};
use super::reason::Reason;

impl Engine {
    /// The person wants another exercise.
    pub(super) fn swap(&mut self, i: usize) {
        // An exercise that was shown to its end makes the break count, whatever is said of it then.
        self.note_whole_exercise(i, self.now.elapsed);
        if let Some(id) = self.turn_down(i, ExerciseResult::Swapped, false)
            && self.state.history.swap(&id, self.now.local.timestamp())
        {
            let why = Reason::Swapped { times: SWAPS, days: HIDDEN_DAYS };
            self.decide(What::Hidden { exercise: id }, why);
        }
        self.offer(i, Occasion::Hourly, self.time_left(i));
        if let Some(guide) = self.state.breaks[i].running_mut().and_then(|run| run.guide.as_mut()) {
            guide.hurt = false;
        }
        self.begin_exercise(i);
    }

    /// The exercise hurts: it is hidden, and another takes its place. In free time it is the one before.
    pub(super) fn hurt(&mut self, i: usize) {
        self.note_whole_exercise(i, self.now.elapsed);
        let before = self.just_done(i);
        let Some(id) = self.turn_down(i, ExerciseResult::Hurt, before) else { return };
        self.state.history.hurt(&id);
        self.decide(What::Hidden { exercise: id }, Reason::Hurt);
        if !before {
            self.offer(i, Occasion::Hourly, self.time_left(i));
        }
        let line = self.state.breaks[i].open.as_ref().and_then(|open| open.offer.clone());
        if let Some(guide) = self.state.breaks[i].running_mut().and_then(|run| run.guide.as_mut()) {
            (guide.hurt, guide.hidden) = (true, line);
        }
        self.begin_exercise(i);
    }

    /// Free time follows an exercise that was done, and nothing was offered since.
    pub(super) fn just_done(&self, i: usize) -> bool {
        let open = self.state.breaks[i].open.as_ref().filter(|open| open.exercise().is_none());
        let last = open.and_then(|open| open.offer.as_ref());
        last.is_some_and(|line| line.result == Some(ExerciseResult::Completed))
    }

    /// Says in its line, and in the row if it is the row's, why the exercise of now is not wanted; nothing is offered then.
    /// `before`: it is said of the exercise before, in free time.
    fn turn_down(&mut self, i: usize, result: ExerciseResult, before: bool) -> Option<String> {
        let open = self.state.breaks[i].open.as_mut()?;
        let last = open.offer.as_ref().filter(|_| before).map(|line| line.exercise.clone());
        let id = open.exercise().cloned().or(last)?;
        if !before {
            open.swapped.push(id.clone());
            open.set_exercise(None);
        } else if open.row.exercise.as_ref() == Some(&id) {
            open.row.result = Some(result);
        }
        self.resolve_offer(i, result);
        Some(id)
    }

    /// It did not hurt after all: the exercise is shown again, here and now too if it can be, and its line says what it said.
    pub(super) fn undo_hurt(&mut self, i: usize) {
        let guide = self.state.breaks[i].running_mut().and_then(|r| r.guide.as_mut());
        let Some((guide, line)) = guide.and_then(|guide| guide.hidden.take().map(|line| (guide, line))) else { return };
        guide.hurt = false;
        let exercise = line.exercise.clone();
        if self.state.history.set_hidden(&exercise, false, self.now.local.timestamp()) {
            self.decide(What::Unhidden { exercise: exercise.clone() }, Reason::HurtTakenBack);
        }
        let Some(open) = &mut self.state.breaks[i].open else { return };
        open.swapped.retain(|id| *id != exercise);
        // It had been done before it was said to hurt, and is so again.
        let result = open.done.contains(&exercise).then_some(ExerciseResult::Completed);
        if open.row.exercise.as_ref() == Some(&exercise) {
            open.row.result = result;
        }
        self.put_offer(i, Offer { result, ..line });
        if self.could_follow(i, &exercise) {
            if let Some(open) = &mut self.state.breaks[i].open {
                open.set_exercise(Some(exercise));
            }
            return self.begin_exercise(i);
        }
        self.record(i);
        self.show_guide(i);
    }

    /// The guide is had back: its exercise begins anew, or one that there is time for.
    pub(super) fn take_up(&mut self, i: usize) {
        let fits = self.exercise_of(i).map(|exercise| exercise.id.clone()).is_some_and(|id| self.could_follow(i, &id));
        if !fits && self.time_left(i) >= FREE {
            self.offer(i, Occasion::Hourly, self.time_left(i));
        }
        self.begin_exercise(i);
    }
}
