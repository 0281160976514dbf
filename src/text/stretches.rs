//! What the review says of the time at the desk and its stretches. It tells what was, and never warns.

use super::review::duration;

texts! {
    /// The longest stretch of the period.
    pub longest: "stretches-longest";
    /// The longest stretch of an ordinary day.
    pub usual: "stretches-usual";
}

/// The time at the desk, and on how many days.
#[must_use]
pub fn at_the_desk(seconds: u32, days: usize) -> String {
    if days > 1 {
        text!("stretches-at-the-desk-on-days", length = duration(seconds), days)
    } else {
        text!("stretches-at-the-desk", length = duration(seconds))
    }
}

/// The stretches of a period.
#[must_use]
pub fn stretches(count: u32, median_s: Option<u32>, over_60min: u32, over_90min: u32) -> String {
    match median_s.filter(|_| count > 1) {
        Some(median) => text!("stretches-several", count, median = duration(median), over_60min, over_90min),
        None => text!("stretches-stretches", count, over_60min, over_90min),
    }
}

/// How much of the longest stretch was calls and meetings.
#[must_use]
pub fn longest_calls(calls_s: u32) -> String {
    text!("stretches-longest-calls", length = duration(calls_s))
}
