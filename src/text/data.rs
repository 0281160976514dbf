//! What is said of taking out and deleting the record. Pure.

use super::formats::{capital, range};
use chrono::NaiveDate;
use std::path::Path;

/// A break as an event of a calendar.
#[must_use]
pub fn break_event(name: &str, outcome: &str) -> String {
    text!("data-break-event", name = capital(name), outcome)
}

texts! {
    /// A check-in as an event of a calendar.
    pub felt_loose: "data-felt-loose";
    /// The same.
    pub felt_tight: "data-felt-tight";
    /// The same.
    pub felt_sore: "data-felt-sore";
    /// The last day that is named comes before the first one.
    pub backwards: "data-backwards";
}

/// Nothing is recorded of these days.
#[must_use]
pub fn nothing(from: NaiveDate, to: NaiveDate) -> String {
    text!("data-nothing", days = range(from, to))
}

/// It is in this file now: how many breaks of how many days.
#[must_use]
pub fn kept(file: &Path, breaks: usize, days: usize) -> String {
    text!("data-kept", file = file.display().to_string(), breaks, days)
}

/// A file of this name is there already, on the command line.
#[must_use]
pub fn file_there(file: &Path) -> String {
    text!("data-file-there", file = file.display().to_string())
}

/// The file could not be written.
#[must_use]
pub fn not_kept(file: &Path, why: &str) -> String {
    text!("data-not-kept", file = file.display().to_string(), why)
}
