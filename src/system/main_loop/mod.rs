//! Loop of the main thread: one message after the other, and how long to wait for the next. Owns the waiting; what a
//! message means is the loop's who runs it.

#[cfg_attr(target_os = "linux", path = "linux.rs")]
#[cfg_attr(not(target_os = "linux"), path = "elsewhere.rs")]
mod platform;

#[cfg(target_os = "macos")]
mod macos;
#[cfg(target_os = "macos")]
use macos::in_background;
#[cfg(windows)]
mod windows;
#[cfg(windows)]
use windows::in_background;

pub(crate) use platform::{Inbox, Sender, channel, live};

use std::time::Duration;

/// How long to wait for the next message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wait {
    /// Until there is one.
    Forever,
    /// For this long; then it is [`Woken::Due`].
    AtMost(Duration),
    /// There is none to come: the loop ends.
    End,
}

/// What ended a wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Woken<M> {
    /// A message.
    By(M),
    /// Its time was over.
    Due,
}
