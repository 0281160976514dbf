//! What machines of one person tell each other, line by line. PURE: a text comes in, values go out. Owns the form of a
//! line, its seal, and what is passed over; what counts of several accounts is `ledger::Joined`'s.
//!
//! A file is text, a JSON object a line, each for itself: nothing depends on the order of lines, on the name of a file or on
//! the lines beside. A line that was cut, or written by half, has no valid seal and is left out; it is read when it is
//! whole. What a later version tells is passed over and counted.
//!
//! ```text
//! {"unhunch":1,"machine":"00..2a","revision":1764291000000,"kind":"day","day":"2026-11-28","state":{...},"sum":"1a2b3c4d"}
//! ```
//!
//! | kind | its keys | what it tells |
//! | --- | --- | --- |
//! | `machine` | `name` | what the machine is called |
//! | `day` | `day`, `state` | all of one day of that machine, in place of what was told of it before |
//! | `erased` | `first`, `last` | these days were deleted: what was told of them up to this revision is void |
//!
//! `sum` is always last: the CRC-32 of what stands before its comma. Any other kind is a [`Line::Other`], with its
//! keys, for whoever knows it: to tell something new, give it a kind of its own ([`other`]).

mod line;

pub use line::{Line, Unread, lines, other, told, told_day};
