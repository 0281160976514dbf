//! Days as text (the language of tests, replays, bug reports and `why`). Owns the reading and writing of that text and
//! the simulated world it plays in: clocks, senses, a screen. PURE but for the ledger it may be given; never sleeps.
//!
//! One line an input or an expectation; see `unhunch simulate --help`. Beside what every scenario may rely on, times may
//! carry milliseconds (`09:00:00.250`), `idle 45s` says that the last input was 45 s ago, `awake on|off` is whatever keeps the screen awake, `fullscreen on|off` the window in use, `call on connection` a call
//! without a device, `watching on|off` is a video
//! that keeps the screen awake, and `meetings none` empties the calendar: a real day needs these to be replayed exactly.

mod line;
mod parse;
mod print;
mod run;
mod world;

pub use line::Wrong;
pub use print::{Printed, decision_words, input_lines};
pub use run::{Failure, Keep, Options, Report, simulate};
