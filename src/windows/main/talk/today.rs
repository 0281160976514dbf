//! What the page Today asks for and is told.

use crate::engine::event::Request;
use crate::engine::view::{MenuAction, TrayState, TrayText};

/// What is asked for on the page Today.
#[derive(Clone, Debug, PartialEq)]
pub enum TodayOrder {
    /// Something for the engine.
    Ask(Request),
    /// What a line of the menu does.
    Choose(MenuAction),
    /// The app is to be started.
    StartApp,
}

/// What the page Today is told.
#[derive(Clone, Debug, PartialEq)]
pub enum TodayUpdate {
    /// How things are; told at every change.
    Now(Box<Overview>),
    /// The app does not run.
    NotRunning,
}

/// How things are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overview {
    /// The tray's state.
    pub state: TrayState,
    /// The ring, 0 to 12 twelfths.
    pub progress: u8,
    /// What is next and when, or why it is quiet and until when.
    pub line: String,
    /// The menu as the tray has it: what can be done now. Empty where the app has drawn none yet.
    pub menu: Option<TrayText>,
    /// What needs the person's attention.
    pub attention: Vec<AttentionLine>,
}

/// One thing that needs the person's attention.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttentionLine {
    /// One short line.
    pub line: String,
    /// What puts it right, if a button can.
    pub action: Option<MenuAction>,
}
