//! What a figure does during a part of an exercise: goes to a moment of its movement and waits, or goes round and round.
//! PURE. Owns the way from seconds of that part to seconds of the figure.

use crate::figures::Figure;

/// A way along a figure's movement.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Motion {
    /// Where it begins, in seconds of the figure.
    pub(super) from: f32,
    /// How far it goes, in seconds of the figure; endless is round and round.
    pub(super) way: f32,
    /// One round of the figure's movement.
    pub(super) length: f32,
    /// A longer rest in each round: where, and how long.
    pub(super) pause: Option<(f32, f32)>,
}

impl Motion {
    /// The figure's second after this many of the part, and for how many it stays as it is then (without its own poses).
    #[must_use]
    pub(super) fn at(&self, seconds: f32) -> (f32, f32) {
        if seconds >= self.way {
            return (self.from + self.way, f32::INFINITY);
        }
        let Some((place, rest)) = self.pause else { return ((self.from + seconds).rem_euclid(self.length), 0.0) };
        let at = (self.from + seconds).rem_euclid(self.length + rest);
        if at < place {
            (at, 0.0)
        } else if at < place + rest {
            (place, place + rest - at)
        } else {
            (at - rest, 0.0)
        }
    }
}

impl Motion {
    /// The figure's moment after this many seconds of the part, and for how many it does not move from there.
    #[must_use]
    pub(super) fn shown(&self, figure: &Figure, seconds: f32) -> (f32, f32) {
        let (at, waits) = self.at(seconds);
        let at = at.rem_euclid(self.length);
        let kept = figure.stays().iter().find(|stay| (stay.from..stay.until).contains(&at)).map(|stay| stay.until - at);
        (at, kept.unwrap_or_default().min(self.way - seconds.min(self.way)).max(waits))
    }

    /// The one moment that stands for it: the pose that it goes to, or what shows the exercise best.
    #[must_use]
    pub(super) fn key(&self, figure: &Figure) -> f32 {
        if self.way.is_finite() { (self.from + self.way).rem_euclid(self.length) } else { figure.still() }
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
        let motion = Motion { from: 1.0, way: 2.0, length: 4.0, pause: None };
        near(motion.at(0.5).0, 1.5);
        near(motion.at(2.0).0, 3.0);
        assert_eq!(motion.at(9.0), (3.0, f32::INFINITY));
    }

    #[test]
    fn a_round_has_its_pause_and_goes_on_from_there() {
        let motion = Motion { from: 0.0, way: f32::INFINITY, length: 4.0, pause: Some((2.0, 3.0)) };
        near(motion.at(1.0).0, 1.0);
        near(motion.at(4.0).0, 2.0);
        near(motion.at(4.0).1, 1.0);
        near(motion.at(6.0).0, 3.0);
        near(motion.at(7.0).0, 0.0);
        near(motion.at(15.5).0, 1.5);
    }
}
