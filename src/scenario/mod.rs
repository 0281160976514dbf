//! Days as text (the language of tests, replays, bug reports and `why`). Owns the reading and writing of that text and
//! the simulated world it plays in: clocks, senses, a screen. PURE but for the ledger it may be given; never sleeps.
//!
//! One line an input or an expectation; see `unhunch simulate --help`. Beside what every scenario may rely on, times may
//! carry milliseconds (`09:00:00.250`), `idle 45s` says that the last input was 45 s ago, `watching on|off` is a video that
//! keeps the screen awake, `awake on|off` whatever keeps it awake, `fullscreen on|off` the window in use, `call on
//! connection` a call without a device, and `meetings none` empties the calendar: a real day needs these to be replayed
//! exactly. A meeting away from any device is `meet 45m`, `meet until 15:00` or `meet done`; at its end comes the effect
//! `ask meeting`, which `click now|later|more` answers. `pause meeting` is `pause call`.

mod expect;
mod line;
mod parse;
mod print;
mod run;
mod world;
mod zone;

pub use line::Wrong;
pub use print::{Printed, decision_words, input_lines};
pub use run::{Failure, Keep, Options, Report, simulate};
