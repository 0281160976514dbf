//! Hour by weekday: when breaks are had and when they are not.

use super::counts::{Counts, Share};
use crate::engine::instance::Instance;
use chrono::{Datelike, Timelike};
use std::array;
use std::ops::RangeInclusive;

/// A suggestion needs this many countable instances in its hour (LEDGER: 8).
const LEAST: u32 = 8;
/// The normal quantile of a two-sided 95 % interval.
const Z: f64 = 1.959_964;

/// Breaks had, of those that could be had, by the hour of the original due time and the weekday of its day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    cells: [[Share; 24]; 7],
}

/// An hour that is worth moving.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The hour, 0 to 23.
    pub hour: usize,
    /// What was had of it.
    pub done: Share,
}

impl Grid {
    /// The grid of these rows.
    pub fn of<'a>(rows: impl IntoIterator<Item = &'a Instance>) -> Self {
        let mut grid = Self::default();
        for row in rows {
            let weekday = row.day.weekday().num_days_from_monday() as usize;
            let cell = &mut grid.cells[weekday][row.due.hour() as usize];
            *cell = *cell + Counts::of([row]).compliance();
        }
        grid
    }

    /// One cell: weekday 0 (Monday) to 6, hour 0 to 23. Grey under 3 countable instances.
    #[must_use]
    pub fn cell(&self, weekday: usize, hour: usize) -> Share {
        self.cells.get(weekday).and_then(|day| day.get(hour)).copied().unwrap_or_default()
    }

    /// One hour over all weekdays.
    #[must_use]
    pub fn hour(&self, hour: usize) -> Share {
        (0..7).fold(Share::default(), |sum, weekday| sum + self.cell(weekday, hour))
    }

    /// All of it.
    #[must_use]
    pub fn all(&self) -> Share {
        self.hours().fold(Share::default(), |sum, hour| sum + hour)
    }

    /// From the first hour that has anything to the last.
    #[must_use]
    pub fn range(&self) -> Option<RangeInclusive<usize>> {
        let used = |&hour: &usize| self.hour(hour).of > 0;
        Some((0..24).find(used)?..=(0..24).rev().find(used)?)
    }

    /// The weekdays that have anything.
    #[must_use]
    pub fn weekdays(&self) -> Vec<usize> {
        (0..7).filter(|&weekday| (0..24).any(|hour| self.cell(weekday, hour).of > 0)).collect()
    }

    /// The hour whose breaks are had clearly less often than all: its upper Wilson bound lies below the overall rate.
    /// The lowest bound wins, the earlier hour of equals.
    #[must_use]
    pub fn suggestion(&self) -> Option<Suggestion> {
        let overall = self.all().rate()?;
        let bound = |hour| wilson_upper(self.hour(hour));
        // The bound and not the rate: of eight breaks, a few more or less are chance.
        let clear = |&hour: &usize| self.hour(hour).of >= LEAST && bound(hour) < overall;
        let hour = (0..24).filter(clear).min_by(|&a, &b| bound(a).total_cmp(&bound(b)))?;
        Some(Suggestion { hour, done: self.hour(hour) })
    }

    fn hours(&self) -> array::IntoIter<Share, 24> {
        array::from_fn::<_, 24, _>(|hour| self.hour(hour)).into_iter()
    }
}

/// The upper end of the 95 % score interval of a share (Wilson 1927); 1 of nothing.
#[must_use]
pub fn wilson_upper(share: Share) -> f64 {
    let Some(rate) = share.rate() else { return 1.0 };
    let n = f64::from(share.of);
    let spread = Z * (rate * (1.0 - rate) / n + Z * Z / (4.0 * n * n)).sqrt();
    (rate + Z * Z / (2.0 * n) + spread) / (1.0 + Z * Z / n)
}

#[cfg(test)]
mod tests {
    use super::super::sample::{closed, time};
    use super::{Grid, Instance, Share, wilson_upper};
    use crate::engine::instance::Outcome;

    fn at(hour: &str, taken: usize, skipped: usize) -> Vec<Instance> {
        let row = |outcome| Instance { due: time(hour), ..closed(outcome) };
        let taken = std::iter::repeat_with(|| row(Outcome::Taken)).take(taken);
        taken.chain(std::iter::repeat_with(|| row(Outcome::Skipped)).take(skipped)).collect()
    }

    #[test]
    fn the_score_interval() {
        for (part, of, upper) in [(0, 8, 0.3244), (1, 10, 0.4042), (5, 10, 0.7634), (10, 10, 1.0)] {
            assert!((wilson_upper(Share { part, of }) - upper).abs() < 0.0001, "{part} of {of}");
        }
    }

    #[test]
    fn an_hour_is_suggested_only_when_it_is_clearly_below_the_rest() {
        let suggested = |rows: &[Vec<Instance>]| Grid::of(rows.iter().flatten()).suggestion().map(|it| it.hour);
        assert_eq!(suggested(&[at("10:30", 12, 2), at("15:00", 1, 7)]), Some(15));
        assert_eq!(suggested(&[at("10:30", 12, 2), at("15:00", 1, 6)]), None, "seven are too few");
        assert_eq!(suggested(&[at("10:30", 7, 5), at("15:00", 4, 4)]), None, "not clearly");
        assert_eq!(suggested(&[at("10:00", 30, 0), at("14:00", 2, 9), at("15:59", 0, 9)]), Some(15), "one at most");
    }

    #[test]
    fn cells_are_by_the_day_of_the_row_and_the_hour_of_its_due_time() {
        let mut late = closed(Outcome::Taken);
        late.due = time("01:30");
        late.day = "2026-01-04".parse().unwrap();
        let grid = Grid::of([&late, &closed(Outcome::Excused)]);
        assert_eq!(grid.cell(6, 1), Share { part: 1, of: 1 }, "a night is part of the day before");
        assert_eq!((grid.all().of, grid.range(), grid.weekdays()), (1, Some(1..=1), vec![6]));
    }
}
