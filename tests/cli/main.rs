//! The real program in a home of its own, without a desktop: what it prints, its exit codes, its files, its socket.

#![cfg(unix)] // a person's terminal, its signals, and files with modes
#![expect(clippy::expect_used, reason = "what goes wrong in a helper fails the test")]

#[path = "../common/until.rs"]
mod until;

mod answers;
#[cfg(feature = "desktop")] // it needs a bus
mod bus;
mod delete;
mod disk;
mod doctor;
mod exercises;
mod export;
mod failing;
mod files;
mod guide;
mod hooks;
mod house;
mod import;
mod language;
mod launcher;
mod learn;
mod life;
mod looking_back;
mod merge;
mod neighbour;
mod picture_cache;
mod record;
mod report;
#[cfg(target_os = "linux")]
mod sandbox;
mod session;
mod setup;
mod socket;
mod symptoms;
mod terminal;
mod translated;
mod traps;
mod uninstall;
mod versions;
mod width;
