//! What a figure does while a cue stands: goes to a moment of its movement and waits, or goes round and round. PURE. Owns
//! the way from seconds of that cue to seconds of the figure.

use crate::figures::Figure;

/// A way along a figure's movement.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::windows) struct Motion {
    /// Where it begins, in seconds of the figure.
    pub(in crate::windows) from: f32,
    /// How far it goes, in seconds of the figure; endless is round and round.
    pub(in crate::windows) way: f32,
    /// One round of the figure's movement, or of the part of it that is gone round.
    pub(in crate::windows) length: f32,
    /// Where that part begins.
    pub(in crate::windows) part: f32,
    /// Seconds of the figure in a second.
    pub(in crate::windows) speed: f32,
}

impl Motion {
    /// The figure's second after this many with the cue, and for how many it stays as it is then (without its own poses).
    #[must_use]
    pub(in crate::windows) fn at(&self, seconds: f32) -> (f32, f32) {
        let gone = seconds * self.speed;
        if gone >= self.way {
            return (self.round(self.from + self.way), f32::INFINITY);
        }
        (self.round(self.from + gone), 0.0)
    }

    fn round(&self, at: f32) -> f32 {
        self.part + (at - self.part).rem_euclid(self.length)
    }

    /// The figure's moment after this many seconds with the cue, and for how many it does not move from there.
    #[must_use]
    pub(in crate::windows) fn shown(&self, figure: &Figure, seconds: f32) -> (f32, f32) {
        let (at, waits) = self.at(seconds);
        let kept = figure.stays().iter().find(|stay| (stay.from..stay.until).contains(&at)).map(|stay| stay.until - at);
        let left = (self.way - seconds * self.speed).max(0.0);
        (at, (kept.unwrap_or_default().min(left) / self.speed).max(waits))
    }

    /// The one moment that stands for it: the pose that it goes to, or what shows the exercise best.
    #[must_use]
    pub(in crate::windows) fn key(&self, figure: &Figure) -> f32 {
        match figure.still() {
            _ if self.way < self.length => self.round(self.from + self.way),
            best if (self.part..self.part + self.length).contains(&best) => best,
            _ => self.part + self.length / 2.0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(is: f32, should: f32) {
        assert!((is - should).abs() < 1e-4, "{is} should be {should}");
    }

    #[test]
    fn a_way_ends_where_it_ends() {
        let motion = Motion { from: 1.0, way: 2.0, length: 4.0, part: 0.0, speed: 1.0 };
        near(motion.at(0.5).0, 1.5);
        near(motion.at(2.0).0, 3.0);
        assert_eq!(motion.at(9.0), (3.0, f32::INFINITY));
    }

    #[test]
    fn rounds_are_gone_at_their_pace() {
        let motion = Motion { from: 1.0, way: 12.0, length: 4.0, part: 0.0, speed: 2.0 };
        near(motion.at(1.0).0, 3.0);
        near(motion.at(2.0).0, 1.0);
        near(motion.at(5.9).0, 0.8);
        assert_eq!(motion.at(6.0), (1.0, f32::INFINITY));
        let part = Motion { from: 3.0, way: f32::INFINITY, length: 2.0, part: 3.0, speed: 1.0 };
        near(part.at(1.5).0, 4.5);
        near(part.at(2.5).0, 3.5);
    }
}
