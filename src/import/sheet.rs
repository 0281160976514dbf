//! The sheet that a reader fills in: days as they come, and what was left out. Owns what a day can have at most.

use super::{Days, Reading};
use crate::ledger::{ImportedDay, Program};
use chrono::{Datelike, NaiveDate};
use serde::Serialize;
use std::collections::BTreeMap;

/// No day has more breaks: one every 17 s.
const MOST_BREAKS: u32 = 5_000;
/// No day is longer, the one on which the clocks go back included.
const LONGEST_DAY_S: u32 = 25 * 60 * 60;
/// None of these programs is older: Workrave, the oldest, is of 2002.
const FIRST_YEAR: i32 = 2000;
/// So many are named; of the others it is said how many they are.
const NAMED: usize = 5;

/// Lines or rows that were left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unread {
    /// How many.
    pub count: usize,
    /// The first of them.
    pub first: Vec<LeftOut>,
}

/// A line or a row that was left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct LeftOut {
    /// Its number, from 1.
    pub line: usize,
    /// Why.
    #[serde(rename = "why")]
    pub flaw: Flaw,
}

/// What is wrong with a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Flaw {
    /// It is nothing that the program is known to write.
    Unknown,
    /// A number or a time is none, or is missing.
    Number,
    /// It tells of more than a day can have.
    TooMuch,
    /// It is of a day that none of these programs can have seen.
    TooEarly,
    /// It is of a day that is still to come.
    Future,
    /// It is of no day.
    NoDay,
}

/// Days that fill, line by line.
pub(super) struct Sheet {
    program: Program,
    today: NaiveDate,
    days: BTreeMap<NaiveDate, ImportedDay>,
    unread: Unread,
}

impl Sheet {
    pub(super) fn new(program: Program, days: &Days<'_>) -> Self {
        Self { program, today: days.today, days: BTreeMap::new(), unread: Unread::default() }
    }

    /// This day, to be written on.
    pub(super) fn day(&mut self, day: NaiveDate) -> Result<&mut ImportedDay, Flaw> {
        if day > self.today {
            return Err(Flaw::Future);
        }
        if day.year() < FIRST_YEAR {
            return Err(Flaw::TooEarly);
        }
        Ok(self.days.entry(day).or_insert_with(|| ImportedDay::new(self.program, day)))
    }

    /// A line that changes nothing where something is wrong with it.
    pub(super) fn note(&mut self, line: usize, done: Result<(), Flaw>) {
        let Err(flaw) = done else { return };
        self.unread.count += 1;
        if self.unread.first.len() < NAMED {
            self.unread.first.push(LeftOut { line, flaw });
        }
    }

    pub(super) fn done(self) -> Reading {
        // A day of which nothing counts is none: Entracte tells of pauses as well.
        let days = self.days.into_values().filter(|day| day.figures().iter().any(Option::is_some)).collect();
        Reading { program: self.program, days, unread: self.unread }
    }
}

/// A count of breaks, as far as a day can have so many.
pub(super) fn breaks(count: i64) -> Result<u32, Flaw> {
    within(count, MOST_BREAKS)
}

/// Seconds of a day.
pub(super) fn seconds(count: i64) -> Result<u32, Flaw> {
    within(count, LONGEST_DAY_S)
}

fn within(count: i64, most: u32) -> Result<u32, Flaw> {
    let count = u32::try_from(count).map_err(|_| if count < 0 { Flaw::Number } else { Flaw::TooMuch })?;
    if count > most { Err(Flaw::TooMuch) } else { Ok(count) }
}

/// One more of something that a day can have so often.
pub(super) fn one_more(of: &mut Option<u32>) -> Result<(), Flaw> {
    *of = Some(breaks(i64::from(of.unwrap_or(0)) + 1)?);
    Ok(())
}

/// So many seconds more.
pub(super) fn add_seconds(of: &mut Option<u32>, more: i64) -> Result<(), Flaw> {
    *of = Some(seconds(i64::from(of.unwrap_or(0)).saturating_add(more))?);
    Ok(())
}
