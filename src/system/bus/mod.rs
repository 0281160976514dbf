//! Connections to the message buses of a Linux desktop (D-Bus). Owns where a bus is, connecting to it and the time that
//! takes at most; what is said on it is its users'. Other systems have none.

#[cfg(target_os = "linux")]
#[path = "linux.rs"]
mod platform;

#[cfg(target_os = "linux")]
pub(crate) mod portal;

#[cfg(target_os = "linux")]
pub(crate) use platform::{ANSWER, QUEUE, Unreachable, connect, drive, open, session, session_address, system_address};
