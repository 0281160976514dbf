//! Formats: how times, lengths, days and small numbers are told. Pure. Owns their forms; never which is called for.

use crate::engine::moment::Stamp;
use crate::engine::tray_line::{Day, Until};
use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};
use std::time::Duration;

/// A time of day as people say it: "10:42".
#[must_use]
pub fn clock(at: Stamp) -> String {
    time(at.time())
}

/// A time of day as the clock on the wall has it.
#[must_use]
pub fn time(at: NaiveTime) -> String {
    text!("formats-clock", hour = format!("{:02}", at.hour()), minute = format!("{:02}", at.minute()))
}

/// A time of day within a week: "10:42", "tomorrow 10:42", "Sunday 10:42".
#[must_use]
pub fn clock_of_day(until: Until) -> String {
    let at = until.at.time();
    match until.day {
        Day::Today => time(at),
        Day::Tomorrow => text!("formats-tomorrow", clock = time(at)),
        Day::Named => clock_of_weekday(until.at.date(), at),
    }
}

/// A time of a day of this week: "Sunday 10:42".
#[must_use]
pub fn clock_of_weekday(day: NaiveDate, at: NaiveTime) -> String {
    let weekday = weekday_name(day.weekday().num_days_from_monday() as usize);
    text!("formats-day-and-clock", day = weekday, clock = time(at))
}

/// The same, shorter: "Sun 10:42".
#[must_use]
pub fn clock_of_short_weekday(at: Stamp) -> String {
    text!("formats-day-and-clock", day = weekday_of(at.date_naive()), clock = clock(at))
}

/// A weekday, 0 (Monday) to 6: "Friday".
#[must_use]
pub fn weekday_name(day: usize) -> String {
    text!("formats-weekday", day)
}

/// Three letters for a weekday, 0 (Monday) to 6: "Fri".
#[must_use]
pub fn weekday(day: usize) -> String {
    text!("formats-weekday-short", day)
}

fn weekday_of(day: NaiveDate) -> String {
    weekday(day.weekday().num_days_from_monday() as usize)
}

/// A length as people say it: "40 s", "3 min", "1 h 20 min".
#[must_use]
pub fn length(span: Duration) -> String {
    let s = span.as_secs();
    match (s / 3600, s % 3600 / 60, s % 60) {
        (0, 0, seconds) => text!("formats-seconds", seconds),
        (0, minutes, seconds @ 1..) if minutes < 5 => text!("formats-minutes-seconds", minutes, seconds),
        (0, minutes, _) => text!("formats-minutes", minutes),
        (hours, 0, _) => text!("formats-hours", hours),
        (hours, minutes, _) => text!("formats-hours-minutes", hours, minutes),
    }
}

/// A length to the minute, however short it is: "45 s", "12 min", "1 h 5 min".
#[must_use]
pub fn rounded(seconds: u32) -> String {
    let minutes = (seconds + 30) / 60;
    match (seconds, minutes / 60, minutes % 60) {
        (0..=59, ..) => text!("formats-seconds", seconds),
        (_, 0, minutes) => text!("formats-minutes", minutes),
        (_, hours, 0) => text!("formats-hours", hours),
        (_, hours, minutes) => text!("formats-hours-minutes", hours, minutes),
    }
}

/// A day: "9 Jan".
#[must_use]
pub fn date(day: NaiveDate) -> String {
    text!("formats-date", day = day.day(), month = month(day))
}

/// A day with its weekday: "Fri 9 Jan".
#[must_use]
pub fn day(day: NaiveDate) -> String {
    text!("formats-weekday-and-date", weekday = weekday_of(day), date = date(day))
}

/// A day of any year: "9 Jan 2026".
#[must_use]
pub fn dated(day: NaiveDate) -> String {
    text!("formats-date-year", date = date(day), year = day.year())
}

/// A month: "Jan 2026".
#[must_use]
pub fn month_of_year(day: NaiveDate) -> String {
    text!("formats-month-year", month = month(day), year = day.year())
}

/// From a day to another: "5 to 11 Jan 2026", "29 Dec 2025 to 4 Jan 2026".
#[must_use]
pub fn range(from: NaiveDate, to: NaiveDate) -> String {
    if from == to {
        return text!("formats-weekday-and-date", weekday = weekday_of(to), date = dated(to));
    }
    let from = match from.year() == to.year() {
        true if from.month() == to.month() => from.day().to_string(),
        true => date(from),
        false => dated(from),
    };
    text!("formats-range", from, to = dated(to))
}

/// Three letters for a month.
fn month(day: NaiveDate) -> String {
    text!("formats-month-short", month = day.month())
}

/// A small number as a word: "two".
#[must_use]
pub fn number(n: usize) -> String {
    text!("formats-number", n)
}

/// Several things in one line: "neck, jaw".
#[must_use]
pub fn list<T: AsRef<str>>(all: impl IntoIterator<Item = T>) -> String {
    joined(all, |list, next| text!("formats-list", list, next))
}

/// Several findings in one line: "on; read at 09:05".
#[must_use]
pub fn series<T: AsRef<str>>(all: impl IntoIterator<Item = T>) -> String {
    joined(all, |list, next| text!("formats-series", list, next))
}

fn joined<T: AsRef<str>>(all: impl IntoIterator<Item = T>, and: impl Fn(String, &str) -> String) -> String {
    let mut all = all.into_iter();
    let first = all.next().map(|first| first.as_ref().to_owned()).unwrap_or_default();
    all.fold(first, |list, next| and(list, next.as_ref()))
}

/// One of several things: "neck, jaw or hip".
#[must_use]
pub fn either<T: AsRef<str>>(all: &[T]) -> String {
    ending(all, |list, last| text!("formats-or", list, last))
}

/// All of several things: "neck, jaw and hip".
#[must_use]
pub fn every<T: AsRef<str>>(all: &[T]) -> String {
    ending(all, |list, last| text!("formats-and", list, last))
}

fn ending<T: AsRef<str>>(all: &[T], end: impl Fn(String, &str) -> String) -> String {
    match all {
        [some @ .., last] if !some.is_empty() => end(list(some), last.as_ref()),
        few => list(few),
    }
}

/// A word at the beginning of a sentence.
#[must_use]
pub fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
