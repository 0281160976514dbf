//! Loop of the main thread: one message after the other, and how long to wait for the next. Owns the waiting; what a
//! message means is the loop's who runs it.

#[cfg_attr(target_os = "linux", path = "linux.rs")]
#[cfg_attr(not(target_os = "linux"), path = "elsewhere.rs")]
mod platform;

#[cfg(any(not(target_os = "linux"), test))]
mod alarm;
#[cfg(target_os = "macos")]
mod macos;
#[cfg(target_os = "macos")]
use macos as menus;
#[cfg(windows)]
mod windows;
#[cfg(windows)]
use windows as menus;

#[cfg(not(target_os = "linux"))]
pub(crate) use menus::menu_is_open;
#[cfg(not(target_os = "linux"))]
use menus::{can_be_told, in_background, leave_menu};

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
