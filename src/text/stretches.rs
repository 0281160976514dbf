//! What the review says of the time at the desk and its stretches. It tells what was, and never warns.

use super::review::duration;

/// The longest stretch of the period.
pub const LONGEST: &str = "longest stretch";
/// The longest stretch of an ordinary day.
pub const USUAL: &str = "usual longest";

/// The time at the desk, and on how many days.
#[must_use]
pub fn at_the_desk(seconds: u32, days: usize) -> String {
    if days > 1 {
        format!("{} in all, on {days} days", duration(seconds))
    } else {
        format!("{} in all", duration(seconds))
    }
}

/// The stretches of a period.
#[must_use]
pub fn stretches(count: u32, median_s: Option<u32>, over_60min: u32, over_90min: u32) -> String {
    let what = if count == 1 { "stretch" } else { "stretches" };
    let median = median_s.filter(|_| count > 1).map(|s| format!(", median {}", duration(s))).unwrap_or_default();
    format!("{count} {what}{median}; {over_60min} over 60 min, {over_90min} over 90 min")
}

/// How much of the longest stretch was calls and meetings.
#[must_use]
pub fn longest_calls(calls_s: u32) -> String {
    format!("{} of the longest were calls and meetings.", duration(calls_s))
}
