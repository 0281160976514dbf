//! The system that the app runs on: one facade a thing, behind it a file a system. Owns what differs between systems and
//! is no sense and no output; knows nothing of breaks, settings or the record.
//!
//! A facade says which of its files counts (`cfg`), and nobody else does. What a system does not have says so in its file.

pub(crate) mod appearance;
pub(crate) mod autostart;
pub(crate) mod bus;
pub(crate) mod choose;
pub(crate) mod clock;
pub(crate) mod display;
pub mod files;
pub(crate) mod ipc;
pub(crate) mod launcher;
pub(crate) mod machine;
pub(crate) mod main_loop;
pub(crate) mod memory;
pub(crate) mod open;
pub(crate) mod paths;
pub(crate) mod process;
pub(crate) mod sandbox;
pub(crate) mod sound;
pub(crate) mod terminal;
pub(crate) mod watch;
