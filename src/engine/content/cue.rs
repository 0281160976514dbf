//! One cue of an exercise as the data have it: its time, what the figure does meanwhile, and what it says at other times.
//! Owns that form.

use serde::{Deserialize, Serialize};

/// What a figure does while a cue stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Does {
    /// It goes into the cue's pose; what is counted it makes that often.
    #[default]
    Follows,
    /// It stays in the pose, and so does the person: the time is counted down.
    Holds,
    /// It goes on and on.
    Moves,
    /// It goes round in the poses of its cue alone, from the pose before them, in which they end again: on and on, or as
    /// often as is counted.
    Repeats,
    /// It goes back to where its movement begins.
    Returns,
}

/// The time of one cue: its seconds, or a count and a pace.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Timing {
    /// Seconds that it stands; 0 is by count and pace.
    pub s: f32,
    /// How often it is done while it stands.
    pub times: u8,
    /// Seconds of one time.
    pub pace: f32,
    /// What the figure does meanwhile.
    pub figure: Does,
    /// It comes again in each repetition.
    pub round: bool,
    /// What it says on the other side, if not the same.
    pub other: Option<String>,
    /// What it says the last time.
    pub last: Last,
}

/// A cue the last time that it comes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "String")]
pub enum Last {
    /// It says what it always says.
    #[default]
    Same,
    /// It says this.
    Says(String),
    /// It is left out.
    Nothing,
}

impl Last {
    /// What it says then, if not the same.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Last::Says(text) => Some(text),
            Last::Same | Last::Nothing => None,
        }
    }
}

impl From<String> for Last {
    /// As a file has it: an empty text is none.
    fn from(text: String) -> Self {
        if text.is_empty() { Last::Nothing } else { Last::Says(text) }
    }
}

impl Timing {
    /// Seconds that it stands.
    #[must_use]
    pub fn lasts(&self) -> f32 {
        if self.times == 0 { self.s } else { f32::from(self.times) * self.pace }
    }
}
