//! A program and all that it starts, as one. Owns how they are asked to end and ended together; never decides when.

#[cfg_attr(unix, path = "unix.rs")]
#[cfg_attr(windows, path = "windows.rs")]
mod platform;

pub(crate) use platform::Group;
