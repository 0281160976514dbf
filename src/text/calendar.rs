//! What is said of calendars: what of them counts, why the rest does not, and what is wrong with a text. Pure.

use super::clock;
use super::formats::weekday;
use crate::calendar::{LONGEST, MOST_BYTES, MOST_OCCURRENCES, Problem, WhyNot};
use crate::engine::event::Mark;
use crate::engine::moment::Stamp;
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeSet;
use std::path::Path;

/// Why an occurrence is no meeting.
#[must_use]
pub fn why_not(why: WhyNot) -> String {
    match why {
        WhyNot::AllDay => text!("calendar-why-not-all-day"),
        WhyNot::Cancelled => text!("calendar-why-not-cancelled"),
        WhyNot::Declined => text!("calendar-why-not-declined"),
        WhyNot::Free => text!("calendar-why-not-free"),
        WhyNot::Away => text!("calendar-why-not-away"),
        WhyNot::NoLength => text!("calendar-why-not-no-length"),
        WhyNot::TooLong => text!("calendar-why-not-too-long", hours = LONGEST.num_hours()),
        WhyNot::Alone => text!("calendar-why-not-alone"),
    }
}

/// How a meeting is marked, where that is worth saying.
#[must_use]
pub fn mark(mark: Mark) -> String {
    if mark == Mark::Tentative { text!("calendar-mark") } else { String::new() }
}

texts! {
    /// Above the events that do not count.
    pub others: "calendar-others";
    /// There is nothing at all.
    pub nothing: "calendar-nothing";
    /// There is something, but no meeting.
    pub no_meetings: "calendar-no-meetings";
    /// An event without a title.
    pub untitled: "calendar-untitled";
}

/// The time of an event: "Fri 2026-01-09 09:00 - 10:00".
#[must_use]
pub fn times(start: Stamp, end: Stamp) -> String {
    let (first, last) = (start.date_naive(), end.date_naive());
    let (from, to) = (clock(start), clock(end));
    if first == last {
        text!("calendar-times", day = day(first), from, to)
    } else {
        text!("calendar-times-over-days", day = day(first), from, last = day(last), to)
    }
}

/// The days of an event that has whole days for a time.
#[must_use]
pub fn days(first: NaiveDate, last: NaiveDate) -> String {
    if last > first {
        text!("calendar-days", first = day(first), last = day(last))
    } else {
        text!("calendar-all-day", day = day(first))
    }
}

/// A day of any year, in columns.
fn day(day: NaiveDate) -> String {
    text!("calendar-day", weekday = weekday(day.weekday().num_days_from_monday() as usize), date = day.to_string())
}

/// A file or folder that cannot be read; `why` goes on from its name ("is not there").
#[must_use]
pub fn unreadable(path: &Path, why: &str) -> String {
    text!("calendar-unreadable", path = path.display().to_string(), why)
}

/// What is wrong with a text that should be a calendar.
#[must_use]
pub fn problem(file: &Path, problem: Problem) -> String {
    let file = file.display().to_string();
    match problem {
        Problem::TooLong => text!("calendar-problem-too-long", file, megabytes = MOST_BYTES / 1024 / 1024),
        Problem::NoCalendar => {
            text!("calendar-problem-no-calendar", file)
        }
        Problem::TooMany => text!("calendar-problem-too-many", file, most = MOST_OCCURRENCES),
    }
}

/// Some events could not be taken in.
#[must_use]
pub fn left_out(file: &Path, count: usize) -> String {
    text!("calendar-left-out", file = file.display().to_string(), count)
}

/// Times in zones that nobody knows.
#[must_use]
pub fn unknown_zones(file: &Path, zones: &BTreeSet<String>) -> String {
    text!("calendar-unknown-zones", file = file.display().to_string(), zones = super::feed::unknown_zones(zones))
}

texts! {
    /// Nothing to read.
    pub no_source: "calendar-no-source";
}

/// A folder without calendars.
#[must_use]
pub fn empty_folder(folder: &Path) -> String {
    text!("calendar-empty-folder", folder = folder.display().to_string())
}

texts! {
    /// The end is not after the beginning.
    pub backwards: "calendar-backwards";
}
