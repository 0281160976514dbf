//! The charts of a review as figures. Owns what each has; never how it looks.

use crate::engine::instance::{Outcome, SpanKind};
use crate::engine::moment::Stamp;
use crate::ledger::Span;
use crate::ledger::figures::Share;
use chrono::NaiveDate;

/// A chart.
#[derive(Clone, Debug, PartialEq)]
pub enum Chart {
    /// What was had, against the goal.
    Goal(Goal),
    /// The seven days of a week, Monday first.
    Week(Vec<WeekDay>),
    /// Months, the last one last, and the goal in percent.
    Months(Vec<Month>, u8),
    /// A day from its first thing to its last.
    Timeline(Timeline),
    /// Stretches at the desk.
    Stretches(Vec<Stretch>),
    /// Twelve weeks at most or those of a year, the last one last.
    Weeks(Vec<Week>),
    /// Hour by weekday.
    Hours(Hours),
    /// How the breaks of each reminder ended, by their names, and the goal in percent.
    Reminders(Vec<Reminder>, u8),
    /// Areas of the body by how often they were moved, the most first.
    Areas(Vec<Area>),
    /// Tension beside breaks, day by day.
    Tension(Vec<TenseDay>),
}

/// A share that is told in percent from so many on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rate {
    /// The share.
    pub share: Share,
    /// How many it must be of.
    pub least: u32,
}

impl Rate {
    /// In percent; none where it is of too few.
    #[must_use]
    pub fn percent(self) -> Option<u32> {
        self.share.at_least(self.least).and_then(Share::percent)
    }
}

/// What was had, against the goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Goal {
    /// Breaks had.
    pub done: Share,
    /// The goal in percent.
    pub percent: u8,
}

/// A day of a week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WeekDay {
    /// Which.
    pub date: NaiveDate,
    /// The review ends with it.
    pub last: bool,
    /// What it means.
    pub standing: Standing,
    /// Breaks had.
    pub done: Share,
}

/// What a day means for the streak.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nobody knows: it is to come, or nothing was counted yet.
    ToCome,
    /// Enough breaks were had.
    Enough,
    /// Some were.
    Some,
    /// None was.
    None,
    /// It counts neither way.
    NotCounted,
}

/// A month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Month {
    /// Its first day of the period.
    pub from: NaiveDate,
    /// Breaks had.
    pub done: Rate,
}

/// The shape of a day with its breaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline {
    /// The half-hour in which its first thing was.
    pub from: Stamp,
    /// When its last thing was.
    pub to: Stamp,
    /// Where the person was; all that is being away is one kind, `Idle`.
    pub spans: Vec<Span>,
    /// Its breaks, in the order of their due times: the chart's table.
    pub breaks: Vec<TimelineBreak>,
}

impl Timeline {
    /// For how many seconds this kind of time went on between two points.
    #[must_use]
    pub fn seconds(&self, from: Stamp, to: Stamp, kind: SpanKind) -> u32 {
        let inside = |span: &Span| Span { from: span.from.max(from), to: span.to.min(to), ..*span }.seconds();
        self.spans.iter().filter(|span| span.kind == kind).map(inside).sum()
    }
}

/// A break of a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimelineBreak {
    /// Its number in the record.
    pub id: u64,
    /// When it fell due.
    pub due: Stamp,
    /// When it began, or else fell due.
    pub at: Stamp,
    /// Of which reminder.
    pub reminder: String,
    /// Another machine recorded it: its number here is made anew with each reading.
    pub elsewhere: bool,
    /// How it ended; none while it is open.
    pub outcome: Option<Outcome>,
    /// The same in words.
    pub ended: String,
    /// What else is known of it, and on which machine if on another.
    pub detail: String,
}

/// A stretch at the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Which.
    pub name: String,
    /// How long.
    pub seconds: u32,
    /// How long the longest of the chart is.
    pub of: u32,
    /// When it was; nothing where it is of no day.
    pub when: String,
}

/// A week, day by day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Week {
    /// Its Monday.
    pub from: NaiveDate,
    /// Breaks had on each day; none of a day to come.
    pub days: [Option<Rate>; 7],
    /// Breaks had in all of it.
    pub done: Rate,
}

/// Hour by weekday.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hours {
    /// The hours, from the first that has anything to the last.
    pub hours: Vec<usize>,
    /// The weekdays that have anything to tell.
    pub days: Vec<HoursRow>,
    /// All weekdays in one.
    pub all: Vec<Rate>,
}

/// A weekday, hour by hour.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HoursRow {
    /// Which, from 0 (Monday).
    pub weekday: usize,
    /// Breaks had, by the hour in which they fell due.
    pub done: Vec<Rate>,
}

/// A reminder among others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reminder {
    /// Which.
    pub name: String,
    /// Breaks had.
    pub done: Rate,
}

/// An area of the body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Area {
    /// The library's word for it.
    pub word: String,
    /// What it is called.
    pub name: String,
    /// How often it was moved.
    pub count: u32,
    /// How often the first one was.
    pub of: u32,
}

/// A day on which somebody said how it feels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TenseDay {
    /// Which.
    pub date: NaiveDate,
    /// The mean: 0 loose, 1 tight, 2 sore.
    pub mean: f64,
    /// Breaks had.
    pub done: Rate,
}
