//! The app on a real desktop: the unmodified binary on an X server of its own, with a panel, a notification daemon
//! and real clicks. Run by `cargo test --release --features desktop --test desktop`; `.ci/run` installs what it needs.
//!
//! `harness` owns the desktop and everything a person can do on it; the other files are the tests, one subject each.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test says by panicking what went wrong")]
#![expect(clippy::print_stderr, reason = "a failed test shows what the desktop looked like")]
#![expect(clippy::disallowed_types, reason = "what the interface macro writes")]

mod adjust;
mod answers;
mod calls;
mod desktops;
mod first;
mod front;
mod guide;
mod harness;
mod kills;
mod picture_cache;
mod presence;
mod proof;
mod reminders;
mod shells;
mod surroundings;
mod today;
mod tray;
mod trouble;
mod two_machines;
mod week;
