//! A figure: its poses in time. Owns the clock of the movement (easing, sides, the still moment); draws nothing.

use super::anchor::{Anchor, Place};
use super::figure::{Figure, Key};
use super::room::Room;
use super::solve::Body;
use crate::engine::person::Person;
use glam::Vec3;
use std::f32::consts::PI;

/// A pose that is kept for a while: what a cue is timed by.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stay {
    /// Which of the exercise's steps it shows, from 0.
    pub cue: usize,
    /// When it is reached, in seconds from the beginning.
    pub from: f32,
    /// When it is left.
    pub until: f32,
}

/// A moment of the movement.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct MotionFrame {
    /// The key it comes from, and the one it goes to.
    pub from: usize,
    pub to: usize,
    /// How far it is, eased.
    pub s: f32,
    /// Whether it is the other side's turn.
    pub mirrored: bool,
}

impl Figure {
    /// The same, shown by this person.
    #[must_use]
    pub fn by(self, who: Person) -> Self {
        Self { who, ..self }
    }

    /// The same, as it is told apart where it is shown small: with more of the body around what is seen near.
    #[must_use]
    pub fn small(mut self) -> Self {
        if !self.card.is_empty() {
            self.close = std::mem::take(&mut self.card);
            self.frame();
        }
        self
    }

    /// Seconds of one side.
    fn side_seconds(&self) -> f32 {
        self.keys.iter().map(|key| key.go + key.hold).sum()
    }

    /// Seconds until the movement begins again, both sides included.
    #[must_use]
    pub fn seconds(&self) -> f32 {
        self.side_seconds() * f32::from(self.sides)
    }

    /// The poses that are kept, of one side and in their order. Between them it moves, and after the last back to the
    /// first.
    #[must_use]
    pub fn stays(&self) -> Vec<Stay> {
        let mut at = -self.keys.first().map_or(0.0, |key| key.go); // the movement begins in its first pose
        let stay = |key: &Key| {
            let from = at + key.go;
            at = from + key.hold;
            Stay { cue: key.cue, from, until: at }
        };
        self.keys.iter().map(stay).collect()
    }

    /// Whether the second half of the movement is the first with the sides changed over.
    #[must_use]
    pub fn two_sided(&self) -> bool {
        self.sides == 2
    }

    /// The moment, in seconds, that shows the exercise best in a still picture.
    #[must_use]
    pub fn still(&self) -> f32 {
        let mut at = 0.0;
        for (i, key) in self.keys.iter().enumerate() {
            let start = self.still.floor();
            let here = f32::from(u16::try_from(i).unwrap_or(u16::MAX)) + 1.0;
            if here > start {
                // On the way from the key before.
                return at + key.go * (self.still - start);
            }
            at += if i == 0 { key.hold } else { key.go + key.hold };
            if (here - self.still).abs() < f32::EPSILON {
                return at - key.hold / 2.0;
            }
        }
        at
    }

    /// Which of the exercise's steps is shown then, from 0.
    #[must_use]
    pub fn cue(&self, seconds: f32) -> usize {
        self.keys[self.moment(seconds).to].cue
    }

    pub(super) fn moment(&self, seconds: f32) -> MotionFrame {
        // Nothing can be gone round in no time.
        let whole = self.seconds().max(0.01);
        let mut left = seconds.rem_euclid(whole);
        let mirrored = left >= self.side_seconds();
        if mirrored {
            left -= self.side_seconds();
        }
        let first = &self.keys[0];
        if left <= first.hold {
            return MotionFrame { from: 0, to: 0, s: 1.0, mirrored };
        }
        left -= first.hold;
        for i in 1..=self.keys.len() {
            let to = i % self.keys.len();
            let key = &self.keys[to];
            if left < key.go {
                let s = 0.5 - 0.5 * (PI * left / key.go).cos();
                return MotionFrame { from: i - 1, to, s, mirrored };
            }
            left -= key.go;
            if to != 0 && left <= key.hold {
                return MotionFrame { from: to, to, s: 1.0, mirrored };
            }
            left -= key.hold;
        }
        MotionFrame { from: 0, to: 0, s: 1.0, mirrored }
    }

    pub(super) fn body(&self, moment: MotionFrame) -> Body {
        let pose = |i: usize| {
            let pose = self.keys[i].pose.clone();
            if moment.mirrored { pose.mirrored() } else { pose }
        };
        let body = Body::solve(&pose(moment.from), &pose(moment.to), moment.s, &self.room);
        Body { who: self.who, face: self.face, ..body }
    }

    /// Moments spread over the movement of one side: each key, and three on each way.
    pub(super) fn samples(&self) -> Vec<MotionFrame> {
        let mut all = Vec::new();
        for i in 0..self.keys.len() {
            let to = (i + 1) % self.keys.len();
            all.extend([0.0, 0.25, 0.5, 0.75].map(|s| MotionFrame { from: i, to, s, mirrored: false }));
        }
        all
    }
}

/// Where a point of the body is that arrows and sights hang on.
pub(super) fn point(body: &Body, room: &Room, on: Place, side: usize) -> Vec3 {
    if on.anchor == Anchor::Head {
        return body.skull().at + body.skull().turn * on.off;
    }
    body.place(on, side, room)
}
