//! Calendars: the hard cases by library and by command, what counts as a meeting, and texts that nobody should write.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod cases;
mod command;
mod field;
mod hostile;
mod policy;
mod series;
mod watch;
mod wild;
