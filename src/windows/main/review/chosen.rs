//! What can be chosen on the page Review. Owns this list; what comes of it is the page's.

use super::super::talk::SettingsChange;
use chrono::NaiveDate;

/// What was chosen in a chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Chosen {
    /// A day.
    Day(NaiveDate),
    /// A break, by its number.
    Break(u64),
    /// What is suggested.
    Change(SettingsChange),
}
