//! Looking back: from the record to what a person reads or another program takes. PURE: never reads the file, a clock or
//! the terminal; `now` is an argument. The figures are `ledger::figures`'s; here they are chosen (`calendar`, `look_back`), put into
//! an order (`model`) and printed.

mod calendar;
mod csv;
pub mod extract;
mod imported;
mod json;
mod look_back;
pub mod model;
mod period;
pub mod terminal;
#[cfg(test)]
mod tests;

pub use calendar::{Period, PeriodLength};
pub use csv::csv;
pub use imported::ImportedDays;
pub use json::{Json, json};
pub use look_back::{days_needed, look_back};
pub use period::{Asked, CheckInCounts, Day, Review};

pub use crate::style::Style;
