//! The tray as data. Owns its states and its menu; never draws, and never says what a line is called (`text::menu` does).
//! Equal views are not drawn twice.

use super::event::Request;
use super::tray_line::TrayLine;
use chrono::NaiveTime;
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// What the tray shows; its lines are values until `text` has said them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrayView<T = TrayLine, L = MenuLabel> {
    /// The state, which names the icon.
    pub state: TrayState,
    /// The ring, 0 to 12 twelfths: of the way to the next break, or of the running one.
    pub progress: u8,
    /// One or two lines for the tooltip.
    pub tooltip: T,
    /// The menu, top to bottom.
    pub menu: Vec<MenuItem<L>>,
}

/// The tray as a person reads it, once `text` has said it.
pub type TrayText = TrayView<String, String>;

/// The state of the tray; each has its source in `icons/`, by this name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TrayState {
    /// On the way to the next break.
    Counting,
    /// A break is due or prompted.
    Due,
    /// A break is snoozed.
    Snoozed,
    /// A break is being taken.
    Break,
    /// Quiet, because something holds.
    Held,
    /// Quiet, because the person asked.
    Paused,
    /// Held for so long that the body should know.
    Overdue,
}

impl TrayState {
    /// All of them.
    pub const ALL: [TrayState; 7] = [
        TrayState::Counting,
        TrayState::Due,
        TrayState::Snoozed,
        TrayState::Break,
        TrayState::Held,
        TrayState::Paused,
        TrayState::Overdue,
    ];

    /// The token for it: the icon's file name and `status --json`.
    #[must_use]
    pub fn token(self) -> &'static str {
        match self {
            TrayState::Counting => "counting",
            TrayState::Due => "due",
            TrayState::Snoozed => "snoozed",
            TrayState::Break => "break",
            TrayState::Held => "held",
            TrayState::Paused => "paused",
            TrayState::Overdue => "overdue",
        }
    }
}

/// One line of the menu.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MenuItem<L = MenuLabel> {
    /// A line that only says something.
    Label(L),
    /// A line that does something.
    Item(L, MenuAction),
    /// Lines behind a line.
    Submenu(L, Vec<MenuItem<L>>),
    /// A rule between lines.
    Separator,
}

/// What a line of the menu says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MenuLabel {
    /// How things are.
    Line(TrayLine),
    /// Begins a break.
    Start,
    /// Ends the running break.
    Done,
    /// The guide of the running break, in front.
    Guide,
    /// Snoozes what is due for so long.
    Snooze(Duration),
    /// Skips what is due.
    Skip,
    /// The pauses to choose from.
    Pause,
    /// Ends a pause.
    Resume,
    /// So many minutes.
    ForMinutes(u64),
    /// A pause until a call ends.
    UntilCallEnds,
    /// A pause until a meeting ends, then.
    UntilMeetingEnds(NaiveTime),
    /// A pause until both are over.
    UntilBothEnd,
    /// A pause for the rest of the day.
    UntilTomorrow,
    /// The person's own meeting, by its length.
    InAMeeting,
    /// The person's own meeting is over.
    MeetingDone,
    /// Today's figures.
    Today {
        /// Taken and natural.
        done: u32,
        /// All that count.
        of: u32,
    },
    /// Shows the main window.
    Open,
    /// Shows the record.
    Review,
    /// Shows the pages to read.
    Learn,
    /// Opens the settings.
    Settings,
    /// Shows today's decisions.
    Why,
    /// Ends the app.
    Quit,
}

/// What a line of the menu does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MenuAction {
    /// Ask the engine.
    Ask(Request),
    /// Show the guide of the running break.
    Guide,
    /// Show the main window.
    Open,
    /// Show the review.
    Review,
    /// Show the pages to read.
    Learn,
    /// Open the settings file.
    Settings,
    /// What was set aside of the record has been seen.
    Seen,
    /// Show today's decisions.
    Why,
    /// Ask the first questions again.
    Welcome,
    /// End the app.
    Quit,
}
