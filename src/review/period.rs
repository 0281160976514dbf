//! What a review is of: its days, and the figures of both period and days.

use super::calendar::{Period, PeriodLength};
use super::imported::ImportedDays;
use crate::engine::content::Exercise;
use crate::engine::event::Action;
use crate::engine::instance::{Instance, Offer};
use crate::engine::moment::Stamp;
use crate::ledger::figures::{
    Desk, Exercises, Grid, LEAST_A_DAY, LEAST_A_WEEK, Link, Share, Streak, Suggestion, Summary, Weight, tension_by_day,
};
use crate::ledger::{CheckIn, Origins, ShownNudge, Span};
use chrono::{NaiveDate, NaiveTime};
use std::collections::BTreeMap;

/// What a review needs to know beside the record.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// Of which period.
    pub period: Period,
    /// Now.
    pub now: Stamp,
    /// The local time at which a day begins.
    pub day_starts: NaiveTime,
    /// The compliance the person aims for, in percent.
    pub goal: u8,
    /// The library, for names and areas.
    pub exercises: &'a [Exercise],
}

/// Counts of check-ins, by their answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CheckInCounts {
    /// Check-ins answered *Loose*.
    pub loose: usize,
    /// Check-ins answered *Tight*.
    pub tight: usize,
    /// Check-ins answered *Sore*.
    pub sore: usize,
}

impl CheckInCounts {
    /// The answers of these check-ins.
    #[must_use]
    pub fn of<'a>(check_ins: impl IntoIterator<Item = &'a CheckIn>) -> Self {
        check_ins.into_iter().fold(Self::default(), |mut said, check_in| {
            said.loose += usize::from(check_in.answer == Action::Loose);
            said.tight += usize::from(check_in.answer == Action::Tight);
            said.sore += usize::from(check_in.answer == Action::Sore);
            said
        })
    }
}

/// One day in figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    /// Which.
    pub day: NaiveDate,
    /// Its rows in figures.
    pub summary: Summary,
    /// The stretches that began in it.
    pub desk: Desk,
    /// Seconds at the desk.
    pub tracked_s: u32,
    /// What it means for the streak.
    pub weight: Weight,
}

/// One period in figures, and what stands beside it.
#[derive(Clone, Debug)]
pub struct Review {
    /// Of which period.
    pub period: Period,
    /// Its first day.
    pub from: NaiveDate,
    /// Its last day: today, unless it is over.
    pub to: NaiveDate,
    /// Now.
    pub now: Stamp,
    /// The compliance aimed for, in percent.
    pub goal: u8,
    /// The period's rows in figures.
    pub summary: Summary,
    /// The stretches that began in it.
    pub desk: Desk,
    /// Every day since the first recorded one or the period's first, whichever is earlier.
    pub days: Vec<Day>,
    /// The streak as of today.
    pub streak: Streak,
    /// The median of the longest stretches of earlier days, of twelve weeks, in seconds.
    pub usual_longest_s: Option<u32>,
    /// Hour by weekday, of the period.
    pub grid: Grid,
    /// The hour of the last twelve weeks that is worth moving; none of an old record.
    pub suggestion: Option<Suggestion>,
    /// The last day of which anything is recorded, where that is so long ago that nothing recent follows from it.
    pub old: Option<NaiveDate>,
    /// The first day of which anything is recorded.
    pub recorded: Option<NaiveDate>,
    /// The period's exercises.
    pub exercises: Exercises,
    /// The period's check-ins.
    pub check_ins: Vec<CheckIn>,
    /// The period's nudges.
    pub nudges: Vec<ShownNudge>,
    /// Tension beside breaks, of all days.
    pub link: Link,
    /// The period's rows, open ones too, in the order of their due times.
    pub rows: Vec<Instance>,
    /// Where those rows are from, if others than this machine's are among them.
    pub origins: Origins,
    /// What those rows offered, by instance and in order; older rows have none.
    pub offers: Vec<Offer>,
    /// What other programs recorded of the period; of all time, whatever there is.
    pub imported: Vec<ImportedDays>,
    /// Today's shape.
    pub today: Vec<Span>,
    /// The names of the library's exercises by id.
    pub names: BTreeMap<String, String>,
}

impl Review {
    /// The period's own days.
    #[must_use]
    pub fn own_days(&self) -> &[Day] {
        let first = self.days.partition_point(|day| day.day < self.from);
        &self.days[first..]
    }

    /// Countable instances from which on this period shows a percentage.
    #[must_use]
    pub fn least(&self) -> u32 {
        match self.period.length {
            PeriodLength::Day => LEAST_A_DAY,
            PeriodLength::Week
            | PeriodLength::Month
            | PeriodLength::TwelveWeeks
            | PeriodLength::Year
            | PeriodLength::All => LEAST_A_WEEK,
        }
    }

    /// The period's nudges that were answered like this.
    #[must_use]
    pub fn nudges_answered(&self, answer: Action) -> usize {
        self.nudges.iter().filter(|nudge| nudge.answer == Some(answer)).count()
    }

    /// The days of the period on which something was said to a check-in, with their mean tension.
    #[must_use]
    pub fn tension(&self) -> BTreeMap<NaiveDate, f64> {
        tension_by_day(&self.check_ins)
    }

    /// Compliance pooled over the days from `from` to `to`, both included.
    #[must_use]
    pub fn pooled(&self, from: NaiveDate, to: NaiveDate) -> Share {
        let days = self.days.iter().filter(|day| (from..=to).contains(&day.day));
        days.fold(Share::default(), |sum, day| sum + day.summary.counts.compliance())
    }
}
