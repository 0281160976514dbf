//! Hearing that a person's file has changed, or any file in a folder.

#[cfg_attr(target_os = "linux", path = "linux.rs")]
#[cfg_attr(not(target_os = "linux"), path = "elsewhere.rs")]
mod platform;

#[cfg(not(target_os = "linux"))]
#[cfg_attr(target_os = "macos", path = "macos.rs")]
#[cfg_attr(windows, path = "windows.rs")]
mod folders;
#[cfg(not(target_os = "linux"))]
pub(crate) use folders::TOLD_BY;

#[cfg(target_os = "linux")]
pub(crate) mod kernel;
#[cfg(target_os = "linux")]
pub(crate) use kernel::TOLD_BY;
pub(crate) use platform::{Watch, start, start_in};
