//! Starting with the person's session. Owns where and in which form the system keeps that.

#[cfg_attr(target_os = "linux", path = "linux.rs")]
#[cfg_attr(target_os = "macos", path = "macos.rs")]
#[cfg_attr(windows, path = "windows.rs")]
mod platform;

#[cfg(target_os = "linux")]
mod portal;

pub(crate) use platform::{off, on, place, standing};

use std::io;
use std::path::PathBuf;

/// By this the app knows that the session starts it.
// Where it runs already, nobody has asked to see its window.
const AT_LOGIN: &str = "--at-login";

/// Why it is not switched.
#[cfg_attr(not(target_os = "linux"), expect(dead_code, reason = "there are no portals"))]
#[derive(Debug)]
pub(crate) enum Trouble {
    /// Its place cannot be read or written.
    Unkept(io::Error),
    /// The desktop's portal, or the person whom it asked, said no.
    Refused,
    /// The desktop has no portal that answers.
    NoPortal,
}

impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Self {
        Self::Unkept(error)
    }
}

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
