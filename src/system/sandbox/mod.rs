//! The sandbox that the app may run in, a Flatpak. Owns how that is known, and the app's id there; what the sandbox hides
//! is for each part to say, which sees it.

#[cfg(unix)] // Windows has nothing that asks
#[cfg_attr(target_os = "linux", path = "linux.rs")]
#[cfg_attr(not(target_os = "linux"), path = "elsewhere.rs")]
mod platform;

#[cfg(target_os = "linux")]
pub(crate) use platform::entry;
#[cfg(unix)]
pub(crate) use platform::flatpak;
