//! Days as text (the language of tests, replays, bug reports and `why`). Owns the reading and writing of that text and
//! the simulated world it plays in: clocks, senses, a screen. PURE but for the ledger it may be given; never sleeps.
#![doc = include_str!("scenario.md")]

mod elsewhere;
mod expect;
mod inputs;
mod line;
mod options;
mod parse;
mod print;
mod run;
mod seen;
mod trouble;
mod world;

pub use inputs::input_lines;
pub use options::{Findings, Keep, Options};
pub use print::{Printed, decision_words};
pub use run::simulate;
pub use trouble::{Failure, Missed, Trouble, WordKind, Wrong};
