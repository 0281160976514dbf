//! What stands at the review's sections and charts: their names, and days, hours and lengths of time in them.

pub use super::formats::{date as day_of_month, month_of_year as month, time as clock};
use super::formats::{day, range, rounded as duration};
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
    TwelveWeeks,
    ThisYear,
    AllTime,
    Month(NaiveDate),
    Year(i32),
    Range(NaiveDate, NaiveDate),
    Timeline,
    Streak,
    Prompts,
    Desk,
    Weeks,
    Hours,
    Reminders,
    Exercises,
    Nudges,
    Tension,
    Imported,
}

/// The name of a section.
#[must_use]
pub fn heading(of: Heading) -> String {
    match of {
        Heading::Today => text!("charts-heading-today"),
        Heading::Day(date) => day(date),
        Heading::ThisWeek => text!("charts-heading-this-week"),
        Heading::ThisMonth => text!("charts-heading-this-month"),
        Heading::TwelveWeeks => text!("charts-heading-twelve-weeks"),
        Heading::ThisYear => text!("charts-heading-this-year"),
        Heading::Month(date) => month(date),
        Heading::Year(year) => year.to_string(),
        Heading::Range(from, to) => range(from, to),
        Heading::AllTime => text!("charts-heading-all-time"),
        Heading::Timeline => text!("charts-heading-timeline"),
        Heading::Streak => text!("charts-heading-streak"),
        Heading::Prompts => text!("charts-heading-prompts"),
        Heading::Desk => text!("charts-heading-desk"),
        Heading::Weeks => text!("charts-heading-weeks"),
        Heading::Hours => text!("charts-heading-hours"),
        Heading::Reminders => text!("charts-heading-reminders"),
        Heading::Exercises => text!("charts-heading-exercises"),
        Heading::Nudges => text!("charts-heading-nudges"),
        Heading::Tension => text!("charts-heading-tension"),
        Heading::Imported => text!("charts-heading-imported"),
    }
}

/// How long a kind of time went on: "desk 7 h 20 min".
#[must_use]
pub fn spent(kind: SpanKind, seconds: u32) -> String {
    let name = match kind {
        SpanKind::Active => text!("charts-spent-active"),
        SpanKind::Call => text!("charts-spent-call"),
        SpanKind::Meeting => text!("charts-spent-meeting"),
        SpanKind::Paused => text!("charts-spent-paused"),
        SpanKind::Idle | SpanKind::Locked | SpanKind::Asleep => text!("charts-spent-away"),
        SpanKind::NotRunning => text!("charts-spent-not-running"),
    };
    text!("charts-spent", kind = name, length = duration(seconds))
}

/// "3/4".
#[must_use]
pub fn part_of(share: Share) -> String {
    format!("{}/{}", share.part, share.of)
}

/// All days of the week in one row.
#[must_use]
pub fn all_weekdays() -> String {
    text!("charts-all-weekdays")
}

/// One or two letters for a weekday, 0 (Monday) to 6.
#[must_use]
pub fn weekday_letters(day: usize, letters: usize) -> String {
    let name = text!("charts-weekday", day);
    name.chars().take(letters).collect()
}

/// "Fri 9 Jan, 09:00 to 11:20"; of the day that is looked at its times alone.
#[must_use]
pub fn stretch(day: Option<&str>, from: NaiveTime, to: NaiveTime) -> String {
    let (from, to) = (clock(from), clock(to));
    match day {
        Some(day) => text!("charts-stretch-of-day", day, from, to),
        None => text!("charts-stretch", from, to),
    }
}
