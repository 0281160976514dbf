//! The figure beside an exercise's cues: what it does while each of them stands. PURE. Owns that; when a cue stands is the
//! engine's timetable's.
//!
//! Where the data count repetitions, the figure makes as many movements at that pace; where they hold, it goes into the
//! pose of the cue and waits; what goes on and on (walking, circling) is never stopped.

use super::motion::Motion;
use crate::engine::content::{Does, Exercise, Timing};
use crate::engine::timetable::{self, Beat};
use crate::figures::{Figure, Stay};

/// The share of a cue's time in which its pose is reached at the latest.
const REACHED: f32 = 0.8;

/// One standing of a cue, and what the figure does meanwhile.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::windows) struct Passage {
    pub(in crate::windows) beat: Beat,
    pub(in crate::windows) motion: Motion,
}

impl Passage {
    /// The figure's moment after this many seconds with the cue, on its side, and for how many it does not move from there;
    /// `still` is the one moment that stands for all of them.
    #[must_use]
    pub(in crate::windows) fn shown(&self, figure: &Figure, seconds: f32, still: bool) -> (f32, f32) {
        let (moment, stays) =
            if still { (self.motion.key(figure), f32::INFINITY) } else { self.motion.shown(figure, seconds) };
        let side = if self.beat.other { figure.seconds() / 2.0 } else { 0.0 };
        (side + moment, stays)
    }
}

/// The whole exercise.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::windows) struct Course {
    pub(in crate::windows) spans: Vec<Passage>,
}

impl Course {
    /// The course of an exercise, with its figure if there is one.
    #[must_use]
    pub(in crate::windows) fn of(exercise: &Exercise, figure: Option<&Figure>) -> Self {
        let mut maker = Maker::new(figure);
        let mut other = false;
        let spans = timetable::of(exercise).into_iter().map(|beat| {
            if beat.other != other {
                (other, maker.figure) = (beat.other, 0.0);
            }
            Passage { beat, motion: maker.motion(exercise, &beat) }
        });
        Self { spans: spans.collect() }
    }

    /// The part for this time; none when the exercise is over.
    #[must_use]
    pub(in crate::windows) fn at(&self, seconds: f32) -> Option<&Passage> {
        self.spans.iter().find(|span| seconds < span.beat.until)
    }

    /// How many cues have been told by then, for somebody who is told of each: it goes up where a step begins.
    #[must_use]
    pub(in crate::windows) fn told(&self, seconds: f32) -> usize {
        self.spans.iter().filter(|span| span.beat.told() && span.beat.from <= seconds).count()
    }

    /// The cue after the one of this time.
    #[must_use]
    pub(in crate::windows) fn after(&self, seconds: f32) -> Option<&Beat> {
        let at = self.spans.iter().position(|span| seconds < span.beat.until)?;
        self.spans.get(at + 1).map(|span| &span.beat)
    }
}

struct Maker {
    stays: Vec<Stay>,
    /// One side of the figure's movement, in seconds.
    length: f32,
    /// Where in its movement the figure is.
    figure: f32,
}

impl Maker {
    fn new(figure: Option<&Figure>) -> Self {
        let sides = if figure.is_some_and(Figure::two_sided) { 2.0 } else { 1.0 };
        Self {
            stays: figure.map(Figure::stays).unwrap_or_default(),
            length: figure.map_or(1.0, Figure::seconds) / sides,
            figure: 0.0,
        }
    }

    fn motion(&mut self, exercise: &Exercise, beat: &Beat) -> Motion {
        let rounds = |way: f32, speed: f32| Motion { from: self.figure, way, length: self.length, part: 0.0, speed };
        let motion = match beat.timing(exercise) {
            Some(timing) if timing.figure == Does::Repeats => self.part(beat.step, timing),
            Some(timing) if timing.times > 0 && timing.figure != Does::Holds => {
                rounds(f32::from(timing.times) * self.length, self.length / timing.pace)
            }
            Some(Timing { figure: Does::Returns, .. }) => self.go(beat.lasts(), self.length, self.length),
            Some(Timing { figure: Does::Follows | Does::Holds, .. }) => {
                match self.stays.iter().rev().find(|stay| stay.cue == beat.step) {
                    Some(&stay) => self.go(beat.lasts(), stay.from, stay.until),
                    None => rounds(0.0, 1.0),
                }
            }
            Some(_) | None => rounds(f32::INFINITY, 1.0),
        };
        self.figure = motion.at(beat.lasts()).0;
        motion
    }

    /// Round and round in the poses of this cue, from the one before them.
    fn part(&self, cue: usize, timing: &Timing) -> Motion {
        let first = self.stays.iter().position(|stay| stay.cue == cue).unwrap_or_default();
        let before = first.checked_sub(1).map_or(0.0, |before| self.stays[before].until);
        let own = self.stays[first.min(self.stays.len())..].iter().take_while(|stay| stay.cue == cue);
        let end = own.last().map_or(self.length, |stay| stay.until);
        let length = (end - before).max(0.1);
        let (way, speed) = match timing.times {
            0 => (f32::INFINITY, 1.0),
            times => (f32::from(times) * length, length / timing.pace),
        };
        Motion { from: before, way, length, part: before, speed }
    }

    /// On to a pose that is kept from one moment to another, and waits there. One that is kept now is left at once.
    fn go(&self, lasts: f32, to: f32, until: f32) -> Motion {
        let (now, length) = (self.figure, self.length);
        if (to..until).contains(&now) {
            return Motion { from: now, way: 0.0, length, part: 0.0, speed: 1.0 };
        }
        let from = self.stays.iter().find(|stay| (stay.from..stay.until).contains(&now)).map_or(now, |stay| stay.until);
        let way = (to - from).rem_euclid(length);
        Motion { from, way, length, part: 0.0, speed: (way / (REACHED * lasts)).max(1.0) }
    }
}
