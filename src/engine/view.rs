//! The tray as data. Owns its states and its menu; never draws, and never says what a line is called (`text::menu` does).
//! Equal views are not drawn twice.

use super::event::Request;
use super::tray_line::TrayLine;
use chrono::NaiveTime;
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// What the tray shows; its lines are values until `text` has said them.
#[derive(Clone, Debug, PartialEq, Eq)]
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
#[derive(Clone, Debug, PartialEq, Eq)]
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
#[derive(Clone, Debug, PartialEq, Eq)]
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MenuAction {
    /// Ask the engine.
    Ask(Request),
    /// Show the guide of the running break.
    Guide,
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
    /// End the app.
    Quit,
}

/// What `unhunch status --json` prints, its line as a value until `text` has said it. Times are RFC 3339 with offset.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Status<T = TrayLine> {
    /// The tray's state.
    pub state: TrayState,
    /// What is next and when, or why it is quiet and until when.
    pub text: T,
    /// The ring, 0 to 12.
    pub progress: u8,
    /// The next or open break.
    pub reminder: Option<String>,
    /// When it falls due if the person stays; none while time stands still.
    pub next: Option<String>,
    /// The open instance, if there is one.
    pub instance: Option<u64>,
    /// The exercise offered or being done.
    pub exercise: Option<String>,
    /// The holds that are on, by their words.
    pub holds: Vec<String>,
    /// When a pause ends, if one is on and its end is known.
    pub paused_until: Option<String>,
    /// At the desk now.
    pub present: bool,
    /// Snoozes left to the open instance.
    pub snoozes_left: u32,
    /// Today: taken and natural.
    pub today_done: u32,
    /// Today: all that count.
    pub today_of: u32,
    /// The exercises that the person hid or turned down, in the order of their ids; those of the settings are not here.
    #[serde(default)]
    pub hidden: Vec<Hidden>,
    /// What the person should know of until it is put right, a line each.
    #[serde(default)]
    pub attention: Vec<String>,
    /// Why what was answered last is not in the record yet, if it is not.
    #[serde(default)]
    pub not_recorded: Option<String>,
}

impl<T> Status<T> {
    /// The same with its line said.
    #[must_use]
    pub fn told<U>(&self, say: impl FnOnce(&T) -> U) -> Status<U> {
        Status {
            state: self.state,
            text: say(&self.text),
            progress: self.progress,
            reminder: self.reminder.clone(),
            next: self.next.clone(),
            instance: self.instance,
            exercise: self.exercise.clone(),
            holds: self.holds.clone(),
            paused_until: self.paused_until.clone(),
            present: self.present,
            snoozes_left: self.snoozes_left,
            today_done: self.today_done,
            today_of: self.today_of,
            hidden: self.hidden.clone(),
            attention: self.attention.clone(),
            not_recorded: self.not_recorded.clone(),
        }
    }
}

/// An exercise that is not offered now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hidden {
    /// Its id.
    pub id: String,
    /// When it may be offered again; none is when the person shows it again.
    pub until: Option<String>,
}
