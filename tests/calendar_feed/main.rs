//! Calendars from where they lie to the engine's door: real files, a real server on this machine, the program's own
//! reading process. Only the readers that hang, crash or shout are fakes, because the real one does not.
#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "a test whose surroundings fail has failed")]
#![expect(clippy::disallowed_methods, reason = "these tests measure real time, and their meetings are near it")]
#![expect(clippy::wildcard_enum_match_arm, reason = "each looks for one signal and passes over all others")]

mod addresses;
mod home;
mod readers;
mod sense;
mod server;
mod tls;
#[path = "../common/until.rs"]
mod until;
