//! The terminal as the system has it. Owns its width, whether it shows all letters, and its keys one by one; never knows
//! what a key means.

#[cfg_attr(unix, path = "unix.rs")]
#[cfg_attr(windows, path = "windows.rs")]
mod platform;

pub(crate) use platform::{Keys, all_letters, columns};
