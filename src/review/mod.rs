//! Looking back: from the record to what a person reads or another program takes. PURE: never reads the file, a clock or
//! the terminal; `now` is an argument. The figures are `ledger::figures`'s; here they are chosen, laid out and printed.

mod csv;
mod json;
mod period;
mod terminal;
#[cfg(test)]
mod tests;

pub use csv::csv;
pub use json::{Json, json};
pub use period::{Asked, Day, Period, Review, Said, look_back};
pub use terminal::text;

pub use crate::style::Style;
