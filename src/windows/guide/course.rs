//! An exercise in time: which cue is for now, and which moment of its figure goes with it. PURE. Owns that timetable.
//!
//! The figures are short loops; exercises are longer, and hold their poses. So each side begins with its cues one after
//! the other, each for as long as it takes to read, and the figure goes along: into the pose of the cue, and waits there.
//! Then the movement is repeated at the exercise's own pace under the last cue. What is held for long goes through its
//! cues each time instead, and the hold takes what they leave. What never stops (walking, breathing) is never stopped.

use super::motion::Motion;
use crate::engine::content::{Exercise, Kind};
use crate::figures::{Figure, Stay};
use crate::words::guide as words;

/// From here on a hold is long: the time of the exercise goes into it, not into repeating.
const LONG: u32 = 10;

/// The share of a round that cues may take from its hold, if they must.
const CUES: f32 = 0.5;
/// How hurried reading may be, of its calm time.
const HURRY: f32 = 0.7;
/// How long cues stand that were read before, of that time.
const AGAIN: f32 = 0.6;

/// A part of the exercise with one cue.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Span {
    /// When it begins, in seconds from the beginning of the exercise.
    pub(super) from: f32,
    /// When it ends.
    pub(super) until: f32,
    /// Which of the steps, from 0.
    pub(super) cue: usize,
    /// Whether it is the other side's turn.
    pub(super) other: bool,
    /// What the figure does meanwhile.
    pub(super) motion: Motion,
}

/// The whole exercise.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Course {
    spans: Vec<Span>,
}

impl Course {
    /// The course of an exercise. Without a figure its cues share the time evenly.
    #[must_use]
    pub(super) fn of(exercise: &Exercise, figure: Option<&Figure>) -> Self {
        let mut maker = Maker::new(exercise, figure);
        let side = maker.lasts / f32::from(maker.sides);
        if maker.flows() {
            for n in 0..maker.sides {
                maker.begin(n == 1);
                maker.evenly(side);
            }
        } else if exercise.hold_s >= LONG {
            let rounds = maker.rounds();
            for n in 0..rounds {
                maker.begin(maker.sides == 2 && n % 2 == 1);
                maker.held(maker.lasts / f32::from(rounds), if n < maker.sides { 1.0 } else { AGAIN });
            }
        } else {
            for n in 0..maker.sides {
                maker.begin(n == 1);
                maker.taught(side);
            }
        }
        Self { spans: maker.spans }
    }

    /// The part for this time; none when the exercise is over.
    #[must_use]
    pub(super) fn at(&self, seconds: f32) -> Option<&Span> {
        self.spans.iter().find(|span| seconds < span.until)
    }

    /// The parts at which the cue changes.
    pub(super) fn changes(&self) -> impl Iterator<Item = &Span> {
        let before = |n: usize| n.checked_sub(1).and_then(|n| self.spans.get(n)).map(|span| (span.cue, span.other));
        self.spans
            .iter()
            .enumerate()
            .filter(move |(n, span)| before(*n) != Some((span.cue, span.other)))
            .map(|(_, span)| span)
    }

    /// The next part with another cue after this time.
    #[must_use]
    pub(super) fn after(&self, seconds: f32) -> Option<&Span> {
        let now = self.at(seconds)?;
        self.spans.iter().find(|span| span.from >= now.until && (span.cue, span.other) != (now.cue, now.other))
    }
}

struct Maker<'a> {
    exercise: &'a Exercise,
    stays: Vec<Stay>,
    /// One side of the figure's movement, in seconds.
    length: f32,
    lasts: f32,
    sides: u8,
    /// What has been laid out so far.
    spans: Vec<Span>,
    other: bool,
    /// Where in its movement the figure is.
    figure: f32,
}

#[expect(clippy::cast_precision_loss, reason = "seconds of an exercise and words of a cue")]
impl<'a> Maker<'a> {
    fn new(exercise: &'a Exercise, figure: Option<&Figure>) -> Self {
        let sides = if figure.is_some_and(Figure::two_sided) { 2 } else { 1 };
        Self {
            exercise,
            stays: figure.map(Figure::stays).unwrap_or_default(),
            length: figure.map_or(1.0, Figure::seconds) / f32::from(sides),
            lasts: exercise.seconds.max(1) as f32,
            sides,
            spans: Vec::new(),
            other: false,
            figure: 0.0,
        }
    }

    /// Whether it goes on without a stop: by its kind, or because its poses do not tell the cues apart.
    fn flows(&self) -> bool {
        let turns = |stays: &[Stay]| stays.windows(2).filter(|two| two[0].cue != two[1].cue).count();
        let mut ring = self.stays.clone();
        ring.extend(self.stays.first().copied());
        let mut cues: Vec<usize> = self.stays.iter().map(|stay| stay.cue).collect();
        cues.sort_unstable();
        cues.dedup();
        matches!(self.exercise.kind, Kind::Walk | Kind::Breath | Kind::BodyScan | Kind::Reflection)
            || self.exercise.steps.is_empty()
            || cues.len() < 2
            || turns(&ring) != cues.len()
    }

    fn begin(&mut self, other: bool) {
        (self.other, self.figure) = (other, 0.0);
    }

    /// Lays out the next part.
    fn add(&mut self, lasts: f32, cue: usize, motion: Motion) {
        let from = self.spans.last().map_or(0.0, |span| span.until);
        self.spans.push(Span { from, until: from + lasts, cue, other: self.other, motion });
        self.figure = motion.at(lasts).0.rem_euclid(self.length);
    }

    /// Goes on to a moment of the movement, and waits there.
    fn go(&mut self, lasts: f32, cue: usize, to: f32) {
        let way = (to - self.figure).rem_euclid(self.length);
        self.add(lasts, cue, Motion { from: self.figure, way, length: self.length, pause: None });
    }

    fn stay(&mut self, lasts: f32, cue: usize) {
        self.go(lasts, cue, self.figure);
    }

    /// Seconds that it takes to read a cue calmly and to begin.
    fn reading(&self, cue: usize) -> f32 {
        let words = self.exercise.steps.get(cue).map_or(0, |step| step.split_whitespace().count());
        2.0 + 0.3 * words as f32
    }

    /// The last moment in the last of the poses that show a cue: from there it goes on at once.
    fn pose(&self, cue: usize) -> Option<f32> {
        let stay = self.stays.iter().rev().find(|stay| stay.cue == cue)?;
        Some((stay.until - 0.02).max(stay.from))
    }

    /// The figure goes on and on, the cues share the time.
    fn evenly(&mut self, lasts: f32) {
        let cues = self.exercise.steps.len().max(1);
        for cue in 0..cues {
            let motion = Motion { from: self.figure, way: f32::INFINITY, length: self.length, pause: None };
            self.add(lasts / cues as f32, cue, motion);
        }
    }

    /// How often a long hold is gone through: as often as the exercise says, if there is time to read.
    fn rounds(&self) -> u8 {
        let reps = u8::try_from(self.exercise.reps.clamp(1, 60)).unwrap_or(1);
        let readable = |reps: &u8| self.fit(self.lasts / f32::from(reps * self.sides)) >= HURRY;
        (1..=reps).rev().find(readable).unwrap_or(1) * self.sides
    }

    /// How much of their calm time the cues beside the hold get in a round.
    fn fit(&self, lasts: f32) -> f32 {
        let hold = self.hold();
        let others: f32 = (0..self.exercise.steps.len()).filter(|cue| *cue != hold).map(|cue| self.reading(cue)).sum();
        let room = (lasts - self.exercise.hold_s as f32).max(CUES * lasts);
        (room / others.max(0.1)).min(1.0)
    }

    /// Cue for cue, with most of the time in the hold.
    fn held(&mut self, lasts: f32, share: f32) {
        let last = self.exercise.steps.len() - 1;
        let hold = self.hold();
        let fit = share * self.fit(lasts);
        let mut left = lasts;
        for cue in 0..=last {
            let time = if cue == hold {
                left - (cue + 1..=last).map(|later| self.reading(later) * fit).sum::<f32>()
            } else {
                self.reading(cue) * fit
            };
            left -= time;
            if cue < last {
                self.into(time, cue);
                continue;
            }
            // The last cue ends the round: where it is the hold too, the way back comes at its end.
            let there = self.pose(cue).unwrap_or(self.figure);
            let back = (self.length - there).rem_euclid(self.length).min(time / 2.0);
            if cue == hold {
                self.into(time - back, cue);
                self.go(back, cue, self.length);
            } else {
                self.go(time, cue, self.length);
            }
        }
    }

    /// The cue of the hold: from the furthest pose on, the first that says how long.
    fn hold(&self) -> usize {
        let last = self.exercise.steps.len() - 1;
        let far = self.stays.last().map_or(0, |stay| stay.cue).min(last);
        let says = (far..=last).find(|cue| words::stays(&self.exercise.steps[*cue]));
        says.unwrap_or_else(|| far.max(last.saturating_sub(1)))
    }

    /// Into the pose of a cue; one that has none waits where it is.
    fn into(&mut self, lasts: f32, cue: usize) {
        match self.pose(cue) {
            Some(pose) => self.go(lasts, cue, pose),
            None => self.stay(lasts, cue),
        }
    }

    /// Cue for cue once, then the movement over and over under the last one.
    fn taught(&mut self, lasts: f32) {
        let last = self.exercise.steps.len() - 1;
        let before: f32 = (0..last).map(|cue| self.reading(cue)).sum();
        let fit = (0.6 * lasts / before.max(0.1)).min(1.0);
        let mut left = lasts;
        let mut moved = false;
        for cue in 0..last {
            let time = self.reading(cue) * fit;
            left -= time;
            // What is not held is not waited for: it goes on.
            if moved && self.exercise.hold_s == 0 && self.pose(cue).is_none() {
                let motion = Motion { from: self.figure, way: f32::INFINITY, length: self.length, pause: None };
                self.add(time, cue, motion);
            } else {
                self.into(time, cue);
            }
            moved |= self.pose(cue).is_some();
        }
        let back = (self.length - self.figure).rem_euclid(self.length);
        if back > 0.0 && back < left {
            self.go(back, last, self.length);
            left -= back;
        }
        self.repeated(left, last);
    }

    /// The movement as often as it fits at the exercise's pace, whole, with a longer rest in its longest pose.
    fn repeated(&mut self, lasts: f32, cue: usize) {
        let reps = self.exercise.reps.max(1) as f32;
        let side = self.lasts / f32::from(self.sides);
        let pace = (side / reps).clamp(self.length, self.length + self.exercise.hold_s as f32);
        let longest = self.stays.iter().max_by(|a, b| (a.until - a.from).total_cmp(&(b.until - b.from)));
        let times = (lasts / pace).floor();
        if times < 1.0 {
            return self.stay(lasts, cue);
        }
        let pause = longest.map(|stay| (stay.until, lasts / times - self.length));
        self.add(lasts, cue, Motion { from: 0.0, way: f32::INFINITY, length: self.length, pause });
    }
}

#[cfg(test)]
mod tests;
