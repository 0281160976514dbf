//! The outputs: what the person sees. Owns the adapters, one folder a channel; each performs what it is told
//! and passes on what the person answers. Never decides, never writes.

#[cfg(target_os = "linux")]
pub mod bus;
#[cfg(target_os = "linux")]
pub mod notify;
#[cfg(target_os = "linux")]
pub mod tray;

use crate::engine::event::{Action, Dismissal};
use crate::engine::view::MenuAction;
use crate::parts::Report;
use std::sync::Arc;

/// What an output can say back.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// An action of the notification on screen was chosen.
    Click(Action),
    /// The notification on screen went away without a choice.
    Dismissed(Dismissal),
    /// Notifications can be shown from now on, or cannot.
    Notifications {
        /// A daemon is there and answers.
        up: bool,
    },
    /// A line of the tray's menu was chosen.
    Menu(MenuAction),
    /// The tray icon was clicked: show the status.
    TrayClicked,
    /// How an output is doing; a report for a part replaces the one before.
    Part(Report),
}

/// Where an output speaks to: called from the output's own thread, never blocks.
pub type Tell = Arc<dyn Fn(Answer) + Send + Sync>;
