//! Hearing that a person's file has changed.

#[cfg_attr(target_os = "linux", path = "linux.rs")]
#[cfg_attr(not(target_os = "linux"), path = "elsewhere.rs")]
mod platform;

#[cfg(target_os = "linux")]
pub(crate) mod kernel;
pub(crate) use platform::{Watch, start};
