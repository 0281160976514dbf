//! What is said of a text of days: why it is none, and what did not come as it expects. Pure.

use super::list;
use crate::engine::moment::Stamp;

texts! {
    /// `start` stands behind other lines.
    pub start_too_late: "scenario-start-too-late";
    /// `start` has too few words or too many.
    pub start: "scenario-start";
}

/// What stands behind `start` is no time.
#[must_use]
pub fn start_time(word: &str, because: &str) -> String {
    text!("scenario-start-time", word, because)
}

/// A zone belongs here.
#[must_use]
pub fn no_zone(word: &str) -> String {
    text!("scenario-no-zone", word)
}

/// A time belongs behind so many days.
#[must_use]
pub fn no_days_ahead(word: &str) -> String {
    text!("scenario-no-days-ahead", word)
}

/// A length of time belongs here.
#[must_use]
pub fn no_length(word: &str) -> String {
    text!("scenario-no-length", word)
}

/// A time of day belongs here.
#[must_use]
pub fn no_time(word: &str) -> String {
    text!("scenario-no-time", word)
}

/// On or off belongs here.
#[must_use]
pub fn no_switch(word: &str) -> String {
    text!("scenario-no-switch", word)
}

/// A key with its value belongs here.
#[must_use]
pub fn no_setting(word: &str) -> String {
    text!("scenario-no-setting", word)
}

/// A time and another one belong here.
#[must_use]
pub fn no_span(word: &str) -> String {
    text!("scenario-no-span", word)
}

/// A step of the clock belongs here.
#[must_use]
pub fn no_step(word: &str) -> String {
    text!("scenario-no-step", word)
}

texts! {
    /// A time stands alone.
    pub nothing_to_do: "scenario-nothing-to-do";
}

/// The line begins with nothing that is known.
#[must_use]
pub fn unknown(words: &str) -> String {
    text!("scenario-unknown", words)
}

/// A token of the engine's is not known, as its reader says.
#[must_use]
pub fn no_token(because: &str) -> String {
    text!("scenario-no-token", because)
}

/// A meeting has several marks.
#[must_use]
pub fn marks(words: &str) -> String {
    text!("scenario-marks", words)
}

texts! {
    /// The time is before that of the line before.
    pub backwards: "scenario-backwards";
    /// A meeting's times are not there on its day.
    pub no_such_times: "scenario-no-such-times";
}

/// Something else came than was expected.
#[must_use]
pub fn other_came(expected: &str, at: Stamp, came: &[String]) -> String {
    let at = second(at);
    match came {
        [] => text!("scenario-nothing-came", expected, at),
        came => text!("scenario-other-came", expected, at, came = list(came)),
    }
}

/// So many came where nothing should have.
#[must_use]
pub fn noise(until: Stamp, came: usize) -> String {
    text!("scenario-noise", until = second(until), came)
}

/// As the days themselves write it.
fn second(at: Stamp) -> String {
    at.format("%H:%M:%S").to_string()
}
