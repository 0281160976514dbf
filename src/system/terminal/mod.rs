//! The terminal as the system has it. Owns its width, whether it shows all letters, its keys one by one, and the end of one
//! that nobody types into; never knows
//! what a key means.

#[cfg_attr(unix, path = "unix.rs")]
#[cfg_attr(windows, path = "windows.rs")]
mod platform;

pub(crate) use platform::{Keys, all_letters, columns, let_go};
