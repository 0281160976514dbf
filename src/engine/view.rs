//! The tray as data. Owns its states and its menu; never draws. Equal views are not drawn twice.

use super::event::Request;
use serde::{Deserialize, Serialize};

/// What the tray shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrayView {
    /// The state, which names the icon.
    pub state: TrayState,
    /// The ring, 0 to 12 twelfths: of the way to the next break, or of the running one.
    pub progress: u8,
    /// One or two lines for the tooltip.
    pub tooltip: String,
    /// The menu, top to bottom.
    pub menu: Vec<MenuItem>,
}

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

/// Something that the person should know of until it is put right. The engine has none: who shows the tray adds them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attention {
    /// One short line, for tooltip, menu and status.
    pub line: String,
    /// What choosing the line does, if anything.
    pub action: Option<MenuAction>,
}

impl TrayView {
    /// The same view with these lines under the first one.
    #[must_use]
    pub fn with(mut self, attention: &[Attention]) -> Self {
        for (at, said) in attention.iter().enumerate() {
            self.tooltip = format!("{}\n{}", self.tooltip, said.line);
            let item = match &said.action {
                Some(action) => MenuItem::Item(said.line.clone(), action.clone()),
                None => MenuItem::Label(said.line.clone()),
            };
            self.menu.insert(self.menu.len().min(at + 1), item);
        }
        self
    }
}

/// One line of the menu.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MenuItem {
    /// A line that only says something.
    Label(String),
    /// A line that does something.
    Item(String, MenuAction),
    /// Lines behind a line.
    Submenu(String, Vec<MenuItem>),
    /// A rule between lines.
    Separator,
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

/// What `unhunch status --json` prints. Times are RFC 3339 with offset.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Status {
    /// The tray's state.
    pub state: TrayState,
    /// One sentence: what is next and when, or why it is quiet and until when.
    pub text: String,
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

/// An exercise that is not offered now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hidden {
    /// Its id.
    pub id: String,
    /// When it may be offered again; none is when the person shows it again.
    pub until: Option<String>,
}
