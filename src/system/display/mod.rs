//! The display that a window opens on. Owns asking those that there are whether they answer, what panels leave free, and
//! whether a window is on the screen; draws nothing.

#[cfg_attr(target_os = "linux", path = "linux.rs")]
#[cfg_attr(not(target_os = "linux"), path = "elsewhere.rs")]
mod platform;

pub(crate) use platform::{Display, WindowManager};

/// Why there is no display to open on.
#[cfg_attr(not(target_os = "linux"), expect(dead_code, reason = "there the one display answers"))]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoDisplay {
    /// Nothing names one.
    NotNamed,
    /// Those that are named do not answer.
    Silent,
}

/// A part of the screen, in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Area {
    pub x: i32,
    pub y: i32,
    pub width: i32,
    pub height: i32,
}
