//! What the desktop says of how windows are to look. Owns asking it, once and for a bounded time. Only processes with a
//! window ask.

#[cfg_attr(target_os = "linux", path = "linux.rs")]
#[cfg_attr(target_os = "macos", path = "macos.rs")]
#[cfg_attr(windows, path = "windows.rs")]
mod platform;

pub(crate) use platform::ask;

/// The desktop's answer; what it does not say is as if it were not so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Appearance {
    /// Light on dark.
    pub dark: bool,
    /// Nothing is to move that need not.
    pub still: bool,
}
