//! How things are, as `unhunch status` tells it. Owns that form; what is in it is `tray`'s.

use super::tray_line::TrayLine;
use super::view::TrayState;
use serde::{Deserialize, Serialize};

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
    // An app that still runs from before an update leaves out what came later.
    #[serde(default)]
    pub hidden: Vec<Hidden>,
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
