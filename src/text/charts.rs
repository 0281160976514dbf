//! What stands at the review's sections and charts: their names, and days, hours and lengths of time in them.

use super::review::{day, duration};
use crate::engine::instance::SpanKind;
use crate::ledger::figures::Share;
use chrono::{NaiveDate, NaiveTime};

/// What a section of the review is called by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Heading {
    Today,
    Day(NaiveDate),
    ThisWeek,
    ThisMonth,
    AllTime,
    Timeline,
    Streak,
    Prompts,
    Desk,
    Weeks,
    Hours,
    Exercises,
    Nudges,
    Tension,
}

/// The name of a section.
#[must_use]
pub fn heading(of: Heading) -> String {
    match of {
        Heading::Today => "Today".into(),
        Heading::Day(date) => day(date),
        Heading::ThisWeek => "This week".into(),
        Heading::ThisMonth => "This month".into(),
        Heading::AllTime => "All time".into(),
        Heading::Timeline => "Timeline".into(),
        Heading::Streak => "Streak".into(),
        Heading::Prompts => "Prompts".into(),
        Heading::Desk => "At the desk".into(),
        Heading::Weeks => "Weeks".into(),
        Heading::Hours => "Hours".into(),
        Heading::Exercises => "Exercises".into(),
        Heading::Nudges => "Nudges".into(),
        Heading::Tension => "Tension".into(),
    }
}

/// How long a kind of time went on: "desk 7 h 20 min".
#[must_use]
pub fn spent(kind: SpanKind, seconds: u32) -> String {
    let name = match kind {
        SpanKind::Active => "desk",
        SpanKind::Call => "call",
        SpanKind::Meeting => "meeting",
        SpanKind::Paused => "paused",
        SpanKind::Idle | SpanKind::Locked | SpanKind::Asleep => "away",
        SpanKind::NotRunning => "not running",
    };
    format!("{name} {}", duration(seconds))
}

/// "3/4".
#[must_use]
pub fn part_of(share: Share) -> String {
    format!("{}/{}", share.part, share.of)
}

/// All days of the week in one row.
#[must_use]
pub fn all_weekdays() -> String {
    "all".into()
}

/// One or two letters for a weekday, 0 (Monday) to 6.
#[must_use]
pub fn weekday_letters(day: usize, letters: usize) -> String {
    let name = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"].get(day).copied().unwrap_or_default();
    name.chars().take(letters).collect()
}

/// "09:00".
#[must_use]
pub fn clock(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

/// "5 Jan".
#[must_use]
pub fn day_of_month(date: NaiveDate) -> String {
    date.format("%-d %b").to_string()
}

/// "Jan 2026".
#[must_use]
pub fn month(date: NaiveDate) -> String {
    date.format("%b %Y").to_string()
}

/// "Fri 9 Jan, 09:00 to 11:20"; of the day that is looked at its times alone.
#[must_use]
pub fn stretch(date: Option<NaiveDate>, from: NaiveTime, to: NaiveTime) -> String {
    let date = date.map(|date| day(date) + ", ").unwrap_or_default();
    format!("{date}{} to {}", clock(from), clock(to))
}
