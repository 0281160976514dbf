//! Facade of the outputs: tray and notifications. Owns what they can say back, and which system's adapters are built; each
//! performs what it is told and passes on what the person answers. Never decides, never writes.

#[cfg(any(target_os = "macos", test))]
mod copies;
#[cfg(not(target_os = "linux"))]
mod elsewhere;
pub mod icon;
#[cfg(target_os = "linux")]
mod linux;
mod offer;
#[cfg(any(target_os = "macos", test))]
mod permission;
mod reporter;
mod service;
#[cfg(any(windows, test))]
mod toast;
mod tray;

#[cfg(not(target_os = "linux"))]
use elsewhere as system;
#[cfg(target_os = "linux")]
use linux as system;

pub use service::{BusCall, BusError, BusFact, BusNews, BusReply};
pub(crate) use system::unregister;
pub use system::{Desktop, Outputs};

use crate::engine::event::{Action, Dismissal};
use crate::engine::notice::NoticeKind;
use crate::engine::view::MenuAction;
use crate::parts::Report;
use crate::parts::outputs::Buttons;
use std::path::PathBuf;
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
    /// The icon can be put up, or may be missing: [`Outputs::put_tray`] is to be called, on the main thread.
    PutTray,
    /// Another program asks this, and waits for the answer to this number: [`Outputs::answer_bus`].
    Asked(u64, BusCall),
    /// How an output is doing; a report for a part replaces the one before.
    Part(Report),
}

/// Where an output speaks to: called from the output's own thread, never blocks.
pub type Tell = Arc<dyn Fn(Answer) + Send + Sync>;

/// Tells where the answers of a notification are that are not on it, given where this desktop puts them; nothing where they
/// are on it. The sentences are of whoever starts the outputs.
pub type HowToAnswer = fn(NoticeKind, &[Action], Buttons) -> String;

/// The files of a picture, by their whole paths.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The picture itself.
    pub file: PathBuf,
    /// The app's icon, for a service that shows a picture in its full size only beside one.
    pub icon: PathBuf,
}
