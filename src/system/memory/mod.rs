//! The weight of the resident process. Owns what is handed back to the system once the start is over; never touches
//! anything that is in use.

#[cfg_attr(all(target_os = "linux", target_env = "gnu"), path = "linux.rs")]
#[cfg_attr(not(all(target_os = "linux", target_env = "gnu")), path = "elsewhere.rs")]
mod platform;

pub(crate) use platform::{Code, share_one_pool};
