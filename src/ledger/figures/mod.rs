//! The figures over the record. PURE over rows, spans and check-ins: never reads the file, never reads a clock, never
//! changes a row. Sums are pooled over a period; rates of days are never averaged.

mod counts;
mod desk;
mod exercises;
mod grid;
#[cfg(test)]
pub(crate) mod sample;
mod streak;
mod summary;
mod tension;
mod union;

pub use counts::{Counts, Share};
pub(crate) use counts::{LEAST_A_DAY, LEAST_A_WEEK};
pub use desk::{Desk, Stretch, desk, stretches, tracked};
pub use exercises::{Exercises, Tally, exercises};
pub use grid::{Grid, Suggestion, wilson_upper};
pub(crate) use streak::RECENT_DAYS;
pub use streak::{Streak, Weight, streak, weigh};
pub use summary::{Calls, Summary, percentile};
pub use tension::{LINK, Link, PAIRED_DAYS, link, spearman, tension_by_day};
pub use union::{one_rest, union};
