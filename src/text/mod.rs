//! Every sentence that a person sees, in plain words. PURE. Owns the wording and the way times and lengths are told;
//! never decides which sentence is called for.
//!
//! The tone: invite, never scold; "shift", never "sit straight"; no promise and no diagnosis.

pub mod attention;
pub mod beside;
pub mod calendar;
pub mod calls;
pub mod charts;
pub mod cli;
pub mod desktop;
pub mod did_you_mean;
pub mod doctor;
pub mod exercises;
pub mod feed;
pub mod figures;
pub mod files;
pub mod fullscreen;
pub mod guide;
pub mod launcher;
pub mod learn;
pub mod ledger;
pub mod library;
pub mod menu;
pub mod notices;
pub mod outputs;
pub mod parts;
pub mod plain;
pub mod reasons;
pub mod refusals;
pub mod review;
pub mod senses;
pub mod settings;
pub mod setup;
pub mod stretches;
pub mod symptoms;
pub mod tension;
pub mod terminal;
pub mod windows;

use crate::engine::moment::Stamp;
use std::time::Duration;

/// A time of day as people say it: "10:42".
#[must_use]
pub fn clock(at: Stamp) -> String {
    at.format("%H:%M").to_string()
}

/// A time of day within a week, told from `now`: "10:42", "tomorrow 10:42", "Sunday 10:42".
#[must_use]
pub fn clock_of_day(at: Stamp, now: Stamp) -> String {
    match (at.date_naive() - now.date_naive()).num_days() {
        ..=0 => clock(at),
        1 => format!("tomorrow {}", clock(at)),
        _ => at.format("%A %H:%M").to_string(),
    }
}

/// A length as people say it: "40 s", "3 min", "1 h 20 min".
#[must_use]
pub fn length(span: Duration) -> String {
    let s = span.as_secs();
    match (s / 3600, s % 3600 / 60, s % 60) {
        (0, 0, s) => format!("{s} s"),
        (0, m, 0) => format!("{m} min"),
        (0, m, s) if m < 5 => format!("{m} min {s} s"),
        (0, m, _) => format!("{m} min"),
        (h, 0, _) => format!("{h} h"),
        (h, m, _) => format!("{h} h {m} min"),
    }
}

/// A small number as a word: "two".
#[must_use]
pub fn number(n: usize) -> String {
    let words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    words.get(n).map_or_else(|| n.to_string(), |word| (*word).to_owned())
}

/// A word at the beginning of a sentence.
#[must_use]
pub fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// How many lines end within these bytes of a text: for the number of a line that a person is told.
#[must_use]
pub fn line_ends(text: &str, bytes: std::ops::Range<usize>) -> usize {
    let bytes = text.as_bytes().get(bytes.start..bytes.end.min(text.len())).unwrap_or_default();
    bytes.split(|&b| b == b'\n').count() - 1
}
