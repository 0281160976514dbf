//! What is said on the page Review of the main window, beside what the review itself says. Pure.

use super::formats::time;
use crate::ledger::figures::Suggestion;
use chrono::NaiveTime;

texts! {
    /// A day.
    pub day: "lookback-day";
    /// A week.
    pub week: "lookback-week";
    /// A month.
    pub month: "lookback-month";
    /// Twelve weeks.
    pub twelve_weeks: "lookback-twelve-weeks";
    /// A year.
    pub year: "lookback-year";
    /// All there is.
    pub all: "lookback-all";
    /// To the period before.
    pub earlier: "lookback-earlier";
    /// To the period after.
    pub later: "lookback-later";
    /// To the period that goes on now.
    pub now: "lookback-now";
    /// To any day, by a calendar.
    pub any_day: "lookback-any-day";
    /// To the month before in it.
    pub month_before: "lookback-month-before";
    /// To the month after.
    pub month_after: "lookback-month-after";
    /// The figures of the charts in place of these.
    pub tables: "lookback-tables";
    /// Before the record was read.
    pub reading: "lookback-reading";
    /// What the cells show.
    pub cells: "lookback-cells";
    /// A day had enough breaks.
    pub mark_enough: "lookback-mark-enough";
    /// It had some.
    pub mark_some: "lookback-mark-some";
    /// It had none.
    pub mark_none: "lookback-mark-none";
    /// It counts neither way.
    pub mark_not_counted: "lookback-mark-not-counted";
    /// It is to come.
    pub mark_to_come: "lookback-mark-to-come";
}

/// Rows of the record that cannot be read.
#[must_use]
pub fn left_out(rows: usize) -> String {
    text!("lookback-left-out", rows)
}

/// The hour that is worth moving, with its numbers.
#[must_use]
pub fn suggestion(it: Suggestion) -> String {
    let hour = hour_begins(it.hour);
    text!("lookback-suggestion", hour, part = it.done.part, of = it.done.of)
}

/// What keeps that hour free would do.
#[must_use]
pub fn keep_free(hour: usize) -> String {
    text!("lookback-keep-free", from = hour_begins(hour), to = hour_begins((hour + 1) % 24))
}

/// It does.
#[must_use]
pub fn kept_free(hour: usize) -> String {
    text!("lookback-kept-free", from = hour_begins(hour), to = hour_begins((hour + 1) % 24))
}

/// What a column of figures is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Column {
    All,
    Area,
    Breaks,
    Count,
    Day,
    Due,
    Ended,
    Goal,
    Length,
    Month,
    More,
    Reminder,
    Stretch,
    Tension,
    Week,
    Weekday,
    When,
}

/// What stands above a column of figures.
#[must_use]
pub fn column(of: Column) -> String {
    match of {
        Column::All => text!("lookback-head-all"),
        Column::Area => text!("lookback-head-area"),
        Column::Breaks => text!("lookback-head-breaks"),
        Column::Count => text!("lookback-head-count"),
        Column::Day => text!("lookback-head-day"),
        Column::Due => text!("lookback-head-due"),
        Column::Ended => text!("lookback-head-ended"),
        Column::Goal => text!("lookback-head-goal"),
        Column::Length => text!("lookback-head-length"),
        Column::Month => text!("lookback-head-month"),
        Column::More => text!("lookback-head-more"),
        Column::Reminder => text!("lookback-head-reminder"),
        Column::Stretch => text!("lookback-head-stretch"),
        Column::Tension => text!("lookback-head-tension"),
        Column::Week => text!("lookback-head-week"),
        Column::Weekday => text!("lookback-head-weekday"),
        Column::When => text!("lookback-head-when"),
    }
}

/// "60 %".
#[must_use]
pub fn percent(percent: u32) -> String {
    text!("lookback-percent", percent)
}

/// An hour as the name of a column: "09".
#[must_use]
pub fn hour(hour: usize) -> String {
    text!("lookback-hour", hour = format!("{hour:02}"))
}

/// An hour as it begins: "09:00".
#[must_use]
pub fn hour_begins(hour: usize) -> String {
    let hour = u32::try_from(hour).ok().and_then(|hour| NaiveTime::from_hms_opt(hour, 0, 0));
    time(hour.unwrap_or_default())
}

/// A figure and where it stands: "Mon 5 Jan: 4 of 6 (67 %)".
#[must_use]
pub fn cell(place: &str, figure: &str) -> String {
    text!("lookback-cell", place, figure)
}

/// A day's tension beside its breaks.
#[must_use]
pub fn tense(mean: f64, breaks: &str) -> String {
    text!("lookback-tense", mean = format!("{mean:.1}"), breaks)
}
