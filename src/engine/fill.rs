//! How a break is filled (BEHAVIOUR 6). Owns what follows an exercise that the guide has shown to its end, and how many will;
//! the order is `choose`'s, and never decides when a break ends (`taken` does).

use super::Engine;
use super::choose::{self, Among};
use super::content::{Exercise, Occasion};
use super::instance::ExerciseResult;
use std::time::Duration;

/// What is left of a break below this is free.
pub(super) const FREE: Duration = Duration::from_secs(30);

/// How long an exercise takes.
pub(super) fn length(exercise: &Exercise) -> Duration {
    Duration::from_secs(u64::from(exercise.seconds))
}

impl Engine {
    /// When the guide has shown the exercise of now to its end.
    pub(super) fn exercise_ends(&self, i: usize) -> Option<Duration> {
        let guide = self.state.breaks[i].running()?.guide.as_ref()?;
        self.exercise_of(i).map(|exercise| guide.since + length(exercise))
    }

    /// What is left of the running break for its guide.
    pub(super) fn time_left(&self, i: usize) -> Duration {
        let guide = self.state.breaks[i].running().and_then(|run| run.guide.as_ref());
        guide.map_or(Duration::ZERO, |guide| guide.until.saturating_sub(self.now.elapsed))
    }

    /// The exercise has been shown to its end: the next one follows, or free time.
    pub(super) fn go_on(&mut self, i: usize) {
        let now = self.now.elapsed;
        self.note_whole_exercise(i, now);
        self.complete(i);
        let left = self.time_left(i);
        // The last half minute is for a few steps and a look into the distance: no exercise is worth beginning then.
        if left >= FREE {
            self.offer(i, Occasion::Hourly, left);
        }
        self.begin_exercise(i);
    }

    /// The exercise of now is done. What comes after it is none yet.
    pub(super) fn complete(&mut self, i: usize) {
        let Some(exercise) = self.exercise_of(i).cloned() else { return };
        self.state.history.complete(&exercise, self.now.local.timestamp());
        self.resolve_offer(i, ExerciseResult::Completed);
        let Some(open) = &mut self.state.breaks[i].open else { return };
        if open.done.is_empty() {
            open.row.result = Some(ExerciseResult::Completed);
        }
        open.done.push(exercise.id);
        open.then = None;
    }

    /// The guide shows from now on what is offered now.
    pub(super) fn begin_exercise(&mut self, i: usize) {
        let now = self.now.elapsed;
        if let Some(guide) = self.state.breaks[i].running_mut().and_then(|run| run.guide.as_mut()) {
            (guide.since, guide.cues) = (now, 0);
        }
        self.record(i);
        self.show_guide(i);
    }

    /// Whether an exercise could follow now: there is time for it, and none of its areas was worked in this break.
    pub(super) fn could_follow(&self, i: usize, id: &str) -> bool {
        let Some(open) = &self.state.breaks[i].open else { return false };
        let worked = choose::areas(&self.content, &open.done);
        let exercise = self.content.exercises.iter().find(|exercise| exercise.id == id);
        exercise.is_some_and(|one| choose::is_of_others(one, &worked) && length(one) <= self.time_left(i))
    }

    /// How many exercises will follow the one that is offered, if nothing is swapped.
    pub(super) fn how_many_follow(&self, i: usize) -> usize {
        let (Some(open), Some(first)) = (&self.state.breaks[i].open, self.exercise_of(i)) else { return 0 };
        // The choice is made for real on a copy, so that the prompt promises what will come.
        let (mut history, at) = (self.state.history.clone(), self.now.local.timestamp());
        let (mut done, mut lasts, mut exercise) = (open.done.clone(), self.rules.breaks[i].lasts, first);
        for follow in 0.. {
            lasts = lasts.saturating_sub(length(exercise));
            history.complete(exercise, at);
            done.push(exercise.id.clone());
            let (fit, swapped) = (&self.rules.fit, &open.swapped[..]);
            let among = Among { fit, swapped, done: &done, occasion: Occasion::Hourly, lasts };
            match choose::exercise(&self.content, &among, &history, at).filter(|_| lasts >= FREE) {
                Some(next) => exercise = next,
                None => return follow,
            }
        }
        0
    }
}
