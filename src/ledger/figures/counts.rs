//! How many instances ended how, and shares of them.

use crate::engine::instance::{Instance, Outcome};

/// A day shows a percentage from this many countable instances on (LEDGER: 3).
pub(crate) const LEAST_A_DAY: u32 = 3;
/// A week, or more, shows one from this many on (LEDGER: 8).
pub(crate) const LEAST_A_WEEK: u32 = 8;

/// Instances by outcome. Open ones are in none of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the outcomes' own words")]
pub struct Counts {
    pub taken: u32,
    pub natural: u32,
    pub skipped: u32,
    pub missed: u32,
    pub excused: u32,
    pub cancelled: u32,
}

impl Counts {
    /// The outcomes of these rows.
    pub fn of<'a>(rows: impl IntoIterator<Item = &'a Instance>) -> Self {
        let mut counts = Self::default();
        for outcome in rows.into_iter().filter_map(|row| row.outcome) {
            *counts.of_outcome(outcome) += 1;
        }
        counts
    }

    /// Those that ended like this.
    pub fn of_outcome(&mut self, outcome: Outcome) -> &mut u32 {
        match outcome {
            Outcome::Taken => &mut self.taken,
            Outcome::Natural => &mut self.natural,
            Outcome::Skipped => &mut self.skipped,
            Outcome::Missed => &mut self.missed,
            Outcome::Excused => &mut self.excused,
            Outcome::Cancelled => &mut self.cancelled,
        }
    }

    /// T + N: breaks that were had.
    #[must_use]
    pub fn done(&self) -> u32 {
        self.taken + self.natural
    }

    /// T + N + K + M: breaks that could be had.
    #[must_use]
    pub fn countable(&self) -> u32 {
        self.done() + self.skipped + self.missed
    }

    /// T + N + K + M + X: all that fell due.
    #[must_use]
    pub fn due(&self) -> u32 {
        self.countable() + self.excused
    }

    /// (T + N) of (T + N + K + M).
    #[must_use]
    pub fn compliance(&self) -> Share {
        Share { part: self.done(), of: self.countable() }
    }

    /// T of (T + K + M): answers to what was shown.
    #[must_use]
    pub fn response(&self) -> Share {
        Share { part: self.taken, of: self.taken + self.skipped + self.missed }
    }

    /// (T + N + K + M) of all due.
    #[must_use]
    pub fn coverage(&self) -> Share {
        Share { part: self.countable(), of: self.due() }
    }

    /// M of (T + K + M).
    #[must_use]
    pub fn missed_share(&self) -> Share {
        Share { part: self.missed, of: self.taken + self.skipped + self.missed }
    }
}

/// So many of so many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// The part.
    pub part: u32,
    /// The whole.
    pub of: u32,
}

impl Share {
    /// How many of these the test holds for.
    pub fn count<T>(all: impl IntoIterator<Item = T>, mut holds: impl FnMut(T) -> bool) -> Self {
        let mut share = Self::default();
        for one in all {
            share.of += 1;
            share.part += u32::from(holds(one));
        }
        share
    }

    /// From 0 to 1; none of nothing.
    #[must_use]
    pub fn rate(self) -> Option<f64> {
        (self.of > 0).then(|| f64::from(self.part) / f64::from(self.of))
    }

    /// Rounded to the nearest whole percent, halves up; none of nothing.
    #[must_use]
    pub fn percent(self) -> Option<u32> {
        let (part, of) = (u64::from(self.part), u64::from(self.of));
        // In whole numbers, so that a half is a half: 12.5 % must not hang on how a fraction is stored.
        (200 * part + of).checked_div(2 * of).and_then(|percent| u32::try_from(percent).ok())
    }

    /// Whether the part is at least `percent` of the whole; never of nothing.
    #[must_use]
    pub fn reaches(self, percent: u8) -> bool {
        self.of > 0 && u64::from(self.part) * 100 >= u64::from(self.of) * u64::from(percent)
    }

    /// The same, if the whole is at least this large; else none.
    #[must_use]
    pub fn at_least(self, least: u32) -> Option<Self> {
        (self.of >= least).then_some(self)
    }
}

impl std::ops::Add for Share {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { part: self.part + other.part, of: self.of + other.of }
    }
}

#[cfg(test)]
mod tests {
    use super::Share;

    #[test]
    fn periods_pool_their_sums() {
        let days = [(4, 6), (5, 7), (1, 1), (6, 8), (3, 8)].map(|(part, of)| Share { part, of });
        let pooled = days.into_iter().fold(Share::default(), |sum, day| sum + day);
        assert_eq!((pooled, pooled.percent()), (Share { part: 19, of: 30 }, Some(63)));
    }

    #[test]
    fn percent_rounds_halves_up_and_nothing_has_none() {
        assert_eq!(Share { part: 1, of: 8 }.percent(), Some(13));
        assert_eq!(Share { part: 0, of: 0 }.percent(), None);
        assert!(Share { part: 3, of: 5 }.reaches(60));
        assert!(!Share { part: 0, of: 0 }.reaches(0));
    }
}
