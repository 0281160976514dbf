//! Starting with the person's session. Owns where and in which form the system keeps that.

#[cfg_attr(target_os = "linux", path = "linux.rs")]
#[cfg_attr(target_os = "macos", path = "macos.rs")]
#[cfg_attr(windows, path = "windows.rs")]
mod platform;

pub(crate) use platform::{off, on, place, standing};

use std::path::PathBuf;

/// What the system makes of it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// The app starts with the session.
    On,
    /// There is no entry, or it is switched off.
    Off,
    /// It names what is no program: the system passes over it without a word.
    Gone(PathBuf),
}
