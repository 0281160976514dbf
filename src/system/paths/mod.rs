//! The folders that the system has for a person's files. Owns how each is found; never knows what is in them, and makes
//! none.

#[cfg_attr(target_os = "linux", path = "linux.rs")]
#[cfg_attr(not(target_os = "linux"), path = "elsewhere.rs")]
mod platform;

#[cfg(target_os = "linux")]
pub(in crate::system) use platform::folder;
#[cfg(target_os = "linux")]
pub(crate) use platform::session;
pub(crate) use platform::{cache, data, downloads, runtime, shared_temp};
