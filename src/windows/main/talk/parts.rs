//! What the page Settings asks for and is told of the parts that touch the world: senses, notifications, the icon.

use crate::parts::Report;

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartsOrder {
    /// Each change is to be told from now on, the present first.
    Watch,
    /// Nobody looks any more.
    Leave,
    /// A notification is to be shown as a break's is.
    ShowNotice,
}

/// What is told.
#[derive(Clone, Debug, PartialEq)]
pub enum PartsUpdate {
    /// How these are now; one that was told of before is as it is told here.
    Are(Vec<PartTold>),
    /// The app does not run, and nothing is known.
    NotRunning,
    /// A notification is on its way to the screen.
    NoticeShown,
}

/// How a part is doing.
#[derive(Clone, Debug, PartialEq)]
pub struct PartTold {
    /// How.
    pub report: Report,
    /// Since when, where the app was there to see it.
    pub since: Option<String>,
}
