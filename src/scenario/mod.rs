//! Days as text (the language of tests, replays, bug reports and `why`). Owns the reading and writing of that text and
//! the simulated world it plays in: clocks, senses, a screen. PURE but for the ledger it may be given; never sleeps.
//!
//! One line an input or an expectation; see `unhunch simulate --help`. Beside what every scenario may rely on, a real
//! day needs these to be replayed exactly: times with milliseconds (`09:00:00.250`); `idle 45s`, the last input was 45 s
//! ago; `awake on|off`, whatever keeps the screen awake; `watching on|off`, a video that does; `fullscreen on|off`, the
//! window in use; `call on connection`, a call without a device; `meetings none`, an empty calendar; `sense mic off`, a
//! sense that the person switched off. A meeting away from any device is `meet 45m`, `meet until 15:00` or
//! `meet done`; at its end comes the effect `ask meeting`, which `click now|later|more` answers. `pause meeting` is
//! `pause call`. `guide` asks for the guide's window, and `guide failed` says that none could open; `exercises hide ID`
//! and `exercises show ID` are the person's own list.
//!
//! What the person sees can be expected too, although it is not printed: `guide exercise ID`, `guide breath ID`,
//! `guide free` and `guide closed` are what the guide's window is told, and `shown KIND TEXT` is a notification (`prompt`,
//! `guide`, `nudge`, `breath`, `check-in`, `question` or `word`) with its words.

mod expect;
mod line;
mod parse;
mod print;
mod run;
mod seen;
mod world;

pub use line::Wrong;
pub use print::{Printed, decision_words, input_lines};
pub use run::{Failure, Keep, Options, Report, simulate};
