//! Periods of the calendar: how long each is, its first day and its last, the one before and the one after. PURE. Owns
//! these; knows no record.

use chrono::{Datelike, Days, NaiveDate};

/// Weeks that are looked back over at once.
const WEEKS: u64 = 12;

/// How long a period is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PeriodLength {
    /// One day.
    Day,
    /// From Monday on.
    #[default]
    Week,
    /// From the first of the month on.
    Month,
    /// This week and the eleven before it.
    TwelveWeeks,
    /// From the first of January on.
    Year,
    /// From the first day recorded on.
    All,
}

/// Period that is looked back on: the one that goes on now, which ends today, or another one, with the record as it stood
/// at its end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Period {
    /// How long it is.
    pub length: PeriodLength,
    /// A day of its own, of twelve weeks one of the last; none of the one that goes on now.
    pub on: Option<NaiveDate>,
}

impl PeriodLength {
    /// All of them, the shortest first.
    pub const ALL: [Self; 6] = [Self::Day, Self::Week, Self::Month, Self::TwelveWeeks, Self::Year, Self::All];
}

impl Period {
    /// The one that goes on now.
    #[must_use]
    pub const fn now(length: PeriodLength) -> Self {
        Self { length, on: None }
    }

    /// The one in which this day lies, which may be any day.
    #[must_use]
    pub const fn of(length: PeriodLength, day: NaiveDate) -> Self {
        Self { length, on: Some(day) }
    }

    /// The one in which this day lies, up to today where that is the one that goes on.
    #[must_use]
    pub fn with(length: PeriodLength, day: NaiveDate, today: NaiveDate) -> Self {
        let now = Self::now(length);
        if day >= now.first(today) && day <= today { now } else { Self::of(length, day) }
    }

    /// Its first day; of all there is, the day given.
    #[must_use]
    pub fn first(self, today: NaiveDate) -> NaiveDate {
        let on = self.on.unwrap_or(today);
        match self.length {
            PeriodLength::Day | PeriodLength::All => on,
            PeriodLength::Week => monday(on),
            PeriodLength::Month => first_of_month(on),
            PeriodLength::TwelveWeeks => back(monday(on), 7 * (WEEKS - 1)),
            PeriodLength::Year => NaiveDate::from_ymd_opt(on.year(), 1, 1).unwrap_or(on),
        }
    }

    /// Its last day, which is not after today unless all of it is.
    #[must_use]
    pub fn last(self, today: NaiveDate) -> NaiveDate {
        let Some(on) = self.on else { return today };
        let last = match self.length {
            PeriodLength::Day | PeriodLength::All => on,
            PeriodLength::Week | PeriodLength::TwelveWeeks => monday(on) + Days::new(6),
            PeriodLength::Month => back(first_of_month(first_of_month(on) + Days::new(31)), 1),
            PeriodLength::Year => NaiveDate::from_ymd_opt(on.year(), 12, 31).unwrap_or(on),
        };
        if on <= today { last.min(today) } else { last }
    }

    /// The one before it.
    #[must_use]
    pub fn earlier(self, today: NaiveDate) -> Option<Self> {
        let before = self.first(today).pred_opt().filter(|_| self.length != PeriodLength::All)?;
        Some(Self::of(self.length, before))
    }

    /// The one after it; none after the one that goes on.
    #[must_use]
    pub fn later(self, today: NaiveDate) -> Option<Self> {
        let after = self.on.and(self.last(today).succ_opt()).filter(|&after| after <= today)?;
        // Twelve weeks later their last week lies twelve weeks later, and never beyond the one that goes on.
        let ahead = if self.length == PeriodLength::TwelveWeeks { 7 * (WEEKS - 1) } else { 0 };
        Some(Self::with(self.length, (after + Days::new(ahead)).min(today), today))
    }
}

/// The Monday of a day's week.
pub(super) fn monday(day: NaiveDate) -> NaiveDate {
    back(day, day.weekday().num_days_from_monday().into())
}

fn first_of_month(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

fn back(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_sub_days(Days::new(days)).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::{Period, PeriodLength};
    use chrono::NaiveDate;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn each_length_has_its_days() {
        let today = day("2026-03-18");
        for (length, from, to) in [
            (PeriodLength::Day, "2026-02-14", "2026-02-14"),
            (PeriodLength::Week, "2026-02-09", "2026-02-15"),
            (PeriodLength::Month, "2026-02-01", "2026-02-28"),
            (PeriodLength::TwelveWeeks, "2025-11-24", "2026-02-15"),
            (PeriodLength::Year, "2026-01-01", "2026-03-18"),
        ] {
            let period = Period::of(length, day("2026-02-14"));
            assert_eq!((period.first(today), period.last(today)), (day(from), day(to)), "{length:?}");
        }
        let now = Period::now(PeriodLength::Month);
        assert_eq!((now.first(today), now.last(today)), (day("2026-03-01"), today));
    }

    #[test]
    fn the_way_back_and_forth_leaves_no_day_out() {
        let today = day("2026-03-18");
        for length in PeriodLength::ALL {
            let mut period = Period::now(length);
            for _ in 0..30 {
                let Some(before) = period.earlier(today) else { break };
                assert_eq!(before.last(today).succ_opt(), Some(period.first(today)), "{period:?}");
                let back = before.later(today).unwrap();
                assert_eq!((back.first(today), back.last(today)), (period.first(today), period.last(today)));
                period = before;
            }
            assert_eq!(period.on.is_some(), length != PeriodLength::All);
            assert_eq!(Period::now(length).later(today), None);
        }
    }

    #[test]
    fn a_day_of_the_period_that_goes_on_is_of_that_one() {
        let today = day("2026-03-18");
        assert_eq!(Period::with(PeriodLength::Week, day("2026-03-16"), today), Period::now(PeriodLength::Week));
        assert_eq!(Period::with(PeriodLength::Day, today, today), Period::now(PeriodLength::Day));
        assert!(Period::with(PeriodLength::Week, day("2026-03-15"), today).on.is_some());
    }
}
