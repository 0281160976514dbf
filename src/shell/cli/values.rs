//! Days, times and lengths as a person says them on the command line. Owns their form; never asks a clock.

use crate::engine::event::{Feeling, Meet, Pause};
use crate::ledger::Program;
use crate::settings::{self, HookEvent};
use crate::text::arguments as text;
use crate::windows::main::MainPage;
use crate::zones::{Named, Zone};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use clap::builder::{PossibleValuesParser, TypedValueParser};
use std::time::Duration;

/// A day as a person says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Day {
    /// So many days back from today's day key.
    Back(u64),
    /// This one.
    Date(NaiveDate),
}

impl std::str::FromStr for Day {
    type Err = String;

    fn from_str(said: &str) -> Result<Self, Self::Err> {
        match said {
            "today" => Ok(Day::Back(0)),
            "yesterday" => Ok(Day::Back(1)),
            date => date.parse().map(Day::Date).map_err(|_| text::bad_day()),
        }
    }
}

/// How far to look back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Period {
    /// From Monday on.
    Week,
    /// From the first of the month on.
    Month,
    /// All there is.
    All,
    /// One day.
    Day(Day),
}

impl std::str::FromStr for Period {
    type Err = String;

    fn from_str(said: &str) -> Result<Self, Self::Err> {
        match said {
            "week" => Ok(Period::Week),
            "month" => Ok(Period::Month),
            "all" => Ok(Period::All),
            day => day.parse().map(Period::Day).map_err(|_| text::bad_period()),
        }
    }
}

pub(super) fn time_of_day(said: &str) -> Result<NaiveTime, String> {
    settings::clock::time(said).ok_or_else(text::bad_time_of_day)
}

/// How it feels: one of three words, which completions know.
/// A program whose record can be brought in.
pub(super) fn program() -> impl TypedValueParser<Value = Program> {
    PossibleValuesParser::new(Program::ALL.map(Program::token))
        .try_map(|said| Program::ALL.into_iter().find(|program| program.token() == said).ok_or_else(text::bad_program))
}

pub(super) fn feeling() -> impl TypedValueParser<Value = Feeling> {
    let words = [("loose", Feeling::Loose), ("tight", Feeling::Tight), ("sore", Feeling::Sore)];
    PossibleValuesParser::new(words.map(|(word, _)| word)).try_map(move |said| {
        words.iter().find(|(word, _)| *word == said).map(|(_, feeling)| *feeling).ok_or_else(text::bad_feeling)
    })
}

/// What programs can be run at, by its token.
pub(super) fn hook_event() -> impl TypedValueParser<Value = HookEvent> {
    PossibleValuesParser::new(HookEvent::ALL.map(HookEvent::token))
        .try_map(|said| HookEvent::ALL.into_iter().find(|event| event.token() == said).ok_or_else(text::bad_event))
}

/// A page of the main window, by its token.
pub(super) fn main_page() -> impl TypedValueParser<Value = MainPage> {
    PossibleValuesParser::new(MainPage::ALL.map(MainPage::token))
        .try_map(|said| MainPage::with_token(&said).ok_or_else(text::bad_page))
}

/// A date, or an instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Point {
    /// The midnight at which this day begins.
    Day(NaiveDate),
    /// This very instant.
    At(DateTime<Utc>),
}

impl std::str::FromStr for Point {
    type Err = String;

    fn from_str(said: &str) -> Result<Self, Self::Err> {
        let at = || DateTime::parse_from_rfc3339(said).map(|at| Point::At(at.to_utc()));
        said.parse().map(Point::Day).or_else(|_| at()).map_err(|_| text::bad_point())
    }
}

pub(super) fn zone(said: &str) -> Result<Zone, String> {
    Named::find(said).map(Zone::Named).ok_or_else(text::bad_zone)
}

/// How long a pause is to be, as a person says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PauseEnd {
    /// What the engine knows.
    Known(Pause),
    /// Until the app's wall clock next shows this.
    Until(NaiveTime),
}

/// What the person says of a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MeetingEnd {
    /// What the engine knows.
    Known(Meet),
    /// It lasts until the app's wall clock next shows this.
    Until(NaiveTime),
}

/// Reads `45m`, `until 15:00`, `done`, or nothing.
///
/// # Errors
/// What is allowed.
pub(crate) fn meeting(words: &[String]) -> Result<MeetingEnd, String> {
    let words: Vec<&str> = words.iter().flat_map(|word| word.split_whitespace()).collect();
    match words.as_slice() {
        [] => Some(MeetingEnd::Known(Meet::For(Duration::from_mins(30)))),
        ["done"] => Some(MeetingEnd::Known(Meet::Done)),
        ["until", time] => settings::clock::end(time).map(MeetingEnd::Until),
        length => span(&length.join(" ")).map(|span| MeetingEnd::Known(Meet::For(span))),
    }
    .ok_or_else(|| crate::text::cli::bad_meeting(&words.join(" ")))
}

/// Reads `30m`, `until 15:00`, `call`, `meeting`, `day`, or nothing.
///
/// # Errors
/// What is allowed.
pub(crate) fn how_long(words: &[String]) -> Result<PauseEnd, String> {
    let words: Vec<&str> = words.iter().flat_map(|word| word.split_whitespace()).collect();
    match words.as_slice() {
        [] => Some(PauseEnd::Known(Pause::For(Duration::from_mins(30)))),
        ["call" | "meeting"] => Some(PauseEnd::Known(Pause::Call)),
        ["day"] => Some(PauseEnd::Known(Pause::Day)),
        ["until", time] => settings::clock::end(time).map(PauseEnd::Until),
        length => span(&length.join(" ")).map(|span| PauseEnd::Known(Pause::For(span))),
    }
    .ok_or_else(|| crate::text::cli::bad_pause(&words.join(" ")))
}

/// A length as the settings take it, or minutes as a bare number; more than nothing and at most a day.
fn span(said: &str) -> Option<Duration> {
    let bare = said.bytes().all(|b| b.is_ascii_digit());
    let span = settings::length::read(said).or_else(|| settings::length::read(&format!("{said}m")).filter(|_| bare))?;
    // Whatever is said ends by itself, within a day.
    (!span.is_zero() && span <= Duration::from_hours(24)).then_some(span)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Result<PauseEnd, String> {
        how_long(&text.split('|').filter(|word| !word.is_empty()).map(String::from).collect::<Vec<_>>())
    }

    #[test]
    fn pauses_as_people_say_them() {
        let minutes = |m| Ok(PauseEnd::Known(Pause::For(Duration::from_mins(m))));
        assert_eq!(said(""), minutes(30));
        assert_eq!(said("45"), minutes(45));
        assert_eq!(said("1h30m"), minutes(90));
        assert_eq!(said("15min"), minutes(15));
        assert_eq!(said("call"), Ok(PauseEnd::Known(Pause::Call)));
        assert_eq!(said("meeting"), Ok(PauseEnd::Known(Pause::Call)));
        let three = NaiveTime::from_hms_opt(15, 0, 0).expect("a time");
        assert_eq!(said("until|15:00"), Ok(PauseEnd::Until(three)));
        assert_eq!(said("until 15:00"), Ok(PauseEnd::Until(three)));
        assert_eq!((said("45|min"), said("1h|30m"), said("1|h|30|min")), (minutes(45), minutes(90), minutes(90)));
        assert_eq!(said("until|24:00"), Ok(PauseEnd::Until(NaiveTime::MIN)));
        for wrong in [
            "0m",
            "25h",
            "soon",
            "until",
            "until|noon",
            "m",
            "30x",
            "-5m",
            "99999999999999999999h",
            "5m|5m",
            "30m|1h",
            "until|25:00",
        ] {
            assert!(said(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn meetings_as_people_say_them() {
        let said = |text: &str| meeting(&text.split_whitespace().map(String::from).collect::<Vec<_>>());
        let minutes = |m| Ok(MeetingEnd::Known(Meet::For(Duration::from_mins(m))));
        assert_eq!((said(""), said("45m"), said("90")), (minutes(30), minutes(45), minutes(90)));
        assert_eq!(said("done"), Ok(MeetingEnd::Known(Meet::Done)));
        assert_eq!(said("until 15:00"), Ok(MeetingEnd::Until(NaiveTime::from_hms_opt(15, 0, 0).expect("a time"))));
        for wrong in ["call", "0m", "until", "45m done"] {
            assert!(said(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn days_as_people_say_them() {
        assert_eq!("yesterday".parse(), Ok(Day::Back(1)));
        assert_eq!("2026-01-31".parse(), Ok(Day::Date(NaiveDate::from_ymd_opt(2026, 1, 31).expect("a date"))));
        assert!("31.1.".parse::<Day>().is_err());
    }
}
