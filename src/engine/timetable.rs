//! An exercise in time: which of its cues stands when, on which side and in which repetition. Owns that order, as the
//! library's data say it; knows no figure, and reads no cue.
//!
//! Cues that come round again are gone through as often as the exercise has repetitions; those before them begin each side,
//! those after them end it. Where every cue comes round, the sides take turns repetition by repetition.

use super::content::{Exercise, Last, Timing};
use std::time::Duration;

/// A cue of a later repetition is told by itself only if it stands at least this long, in seconds.
const TOLD: f32 = 5.0;

/// One standing of one cue.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Beat {
    /// When it begins, in seconds from the beginning of the exercise.
    pub from: f32,
    /// When it ends.
    pub until: f32,
    /// Which of the steps, from 0.
    pub step: usize,
    /// Whether it is the other side's turn.
    pub other: bool,
    /// Which repetition it belongs to, from 1, and of how many; 1 of 1 where it comes once.
    pub round: (u32, u32),
    /// Whether this cue does not come again.
    pub last: bool,
}

/// What is said at one standing of one cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cue {
    /// Which of the steps, from 0.
    pub step: usize,
    /// Whether it is the other side's turn.
    pub other: bool,
    /// Whether this cue does not come again.
    pub last: bool,
}

impl Cue {
    /// Its words.
    #[must_use]
    pub fn text(self, exercise: &Exercise) -> &str {
        let timing = exercise.timing.get(self.step);
        let last = timing.and_then(|one| one.last.text()).filter(|_| self.last);
        let other = || timing.and_then(|one| one.other.as_deref()).filter(|_| self.other);
        last.or_else(other).or_else(|| exercise.steps.get(self.step).map(String::as_str)).unwrap_or_default()
    }
}

impl Beat {
    /// Its cue.
    #[must_use]
    pub fn cue(&self) -> Cue {
        Cue { step: self.step, other: self.other, last: self.last }
    }

    /// Seconds that it stands.
    #[must_use]
    pub fn lasts(&self) -> f32 {
        self.until - self.from
    }

    /// Its time in the data.
    #[must_use]
    pub fn timing<'e>(&self, exercise: &'e Exercise) -> Option<&'e Timing> {
        exercise.timing.get(self.step)
    }

    /// What it says.
    #[must_use]
    pub fn text<'e>(&self, exercise: &'e Exercise) -> &'e str {
        self.cue().text(exercise)
    }

    /// Whether somebody who is told of each cue is told of this one: not of each short cue of each repetition.
    #[must_use]
    pub fn told(&self) -> bool {
        self.round.0 == 1 || self.lasts() >= TOLD
    }

    /// When it begins.
    #[must_use]
    pub fn begins(&self) -> Duration {
        Duration::try_from_secs_f32(self.from).unwrap_or_default()
    }
}

/// How many sides are done one after the other.
fn sides(exercise: &Exercise) -> u32 {
    if exercise.sides == 2 && !exercise.both { 2 } else { 1 }
}

/// The cues of an exercise in their order. Where the data give no times they share the time evenly.
#[must_use]
pub fn of(exercise: &Exercise) -> Vec<Beat> {
    let mut maker = Maker { exercise, beats: Vec::new() };
    let rounds: Vec<usize> = (0..exercise.timing.len()).filter(|&n| exercise.timing[n].round).collect();
    let (sides, reps) = (sides(exercise), exercise.reps.max(1));
    if exercise.timing.is_empty() {
        for side in 0..sides {
            (0..exercise.steps.len().max(1)).for_each(|step| maker.add(step, side == 1, (1, 1)));
        }
    } else if rounds.len() == exercise.timing.len() {
        for n in 0..reps * sides {
            for &step in &rounds {
                maker.add(step, n % sides == 1, (n / sides + 1, reps));
            }
        }
    } else {
        let first = rounds.first().copied().unwrap_or(exercise.timing.len());
        let after = rounds.last().map_or(first, |last| last + 1);
        for side in 0..sides {
            (0..first).for_each(|step| maker.add(step, side == 1, (1, 1)));
            for n in 1..=reps {
                (first..after).for_each(|step| maker.add(step, side == 1, (n, reps)));
            }
            (after..exercise.timing.len()).for_each(|step| maker.add(step, side == 1, (1, 1)));
        }
    }
    maker.done()
}

struct Maker<'e> {
    exercise: &'e Exercise,
    beats: Vec<Beat>,
}

impl Maker<'_> {
    #[expect(clippy::cast_precision_loss, reason = "seconds of an exercise")]
    fn add(&mut self, step: usize, other: bool, round: (u32, u32)) {
        let even = || {
            let cues = self.exercise.steps.len().max(1) as f32 * sides(self.exercise) as f32;
            self.exercise.seconds.max(1) as f32 / cues
        };
        let lasts = self.exercise.timing.get(step).map_or_else(even, Timing::lasts);
        let from = self.beats.last().map_or(0.0, |beat| beat.until);
        self.beats.push(Beat { from, until: from + lasts, step, other, round, last: false });
    }

    /// The last standing of each cue is marked, or taken out where it would say nothing.
    fn done(mut self) -> Vec<Beat> {
        for step in 0..self.exercise.timing.len() {
            let Some(at) = self.beats.iter().rposition(|beat| beat.step == step) else { continue };
            self.beats[at].last = true;
            if self.exercise.timing[step].last == Last::Nothing {
                let lasts = self.beats.remove(at).lasts();
                for later in &mut self.beats[at..] {
                    (later.from, later.until) = (later.from - lasts, later.until - lasts);
                }
            }
        }
        self.beats
    }
}
