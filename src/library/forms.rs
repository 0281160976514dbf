//! The forms of the library's entries that the engine does not know. Owns their fields; checks nothing.

use super::form::{Entry, Form};
use super::practice::Practice;
use crate::engine::content::{Exercise, Nudge, Occasion, Pattern};
use serde::{Deserialize, Serialize};

/// A question of a check-in, answered on a scale or by one of its options.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckInQuestion {
    /// Stable key.
    pub id: String,
    /// The question.
    pub text: String,
    /// The ends of the scale, in words; none if there are options.
    pub scale: Option<String>,
    /// The answers to choose from; empty if there is a scale.
    #[serde(default)]
    pub options: Vec<String>,
    /// Who names it.
    #[serde(default)]
    pub source: Vec<String>,
}

/// One reflective prompt as its file has it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Prompt {
    pub id: String,
    pub text: String,
    pub skill: String,
    pub when: Vec<Occasion>,
    #[serde(default)]
    #[expect(dead_code, reason = "allowed in the file, not kept")]
    source: Vec<String>,
}

/// One if-then plan as its file has it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Plan {
    pub id: String,
    pub text: String,
    #[serde(default)]
    #[expect(dead_code, reason = "allowed in the file, not kept")]
    source: Vec<String>,
}

/// One wind-down line as its file has it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WindDown {
    pub id: String,
    pub text: String,
    #[serde(default)]
    #[expect(dead_code, reason = "allowed in the file, not kept")]
    source: Vec<String>,
}

macro_rules! forms {
    ($($form:ty: $list:literal, $texts:expr, $marked:expr;)*) => {$(
        impl Form for $form {
            const LIST: &'static str = $list;
            const TEXTS: &'static [&'static str] = &$texts;
            const MARKED: &'static [&'static str] = &$marked;
        }
    )*};
}

// Each list with the texts that its entries have, and those that they have where the facts say so.
forms! {
    Exercise: "exercise", ["name", "steps", "why", "caution"], [];
    Pattern: "pattern", ["name", "steps", "why", "caution"], [];
    Nudge: "nudge", ["text"], [];
    Prompt: "prompt", ["text", "skill"], [];
    CheckInQuestion: "checkin", ["text"], ["scale", "options"];
    Plan: "plan", ["text"], [];
    WindDown: "winddown", ["text"], [];
    Tier: "tier", ["title", "text"], [];
    Flag: "flag", ["text"], ["own_text"];
    Auto: "auto", [], [];
    Practice: "practice", ["says", "does"], [];
}

macro_rules! entries {
    ($($form:ty)*) => {$(
        impl Entry for $form {
            fn id(&self) -> &str {
                &self.id
            }
        }
    )*};
}

entries! { Exercise Pattern Nudge Prompt CheckInQuestion Plan WindDown }

/// The notices that go with any text about symptoms, as their file has them.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Notices {
    pub notice_title: String,
    pub notice: String,
    pub stop_line: String,
    pub first_run: String,
}

/// Warning signs, what to say about them, and the notices that go with any such text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RedFlags {
    /// The notice's title.
    pub notice_title: String,
    /// The notice: shown with every text about symptoms. Lines end where the file's do.
    pub notice: String,
    /// The one line shown with every exercise.
    pub stop_line: String,
    /// What a newcomer is asked once.
    pub first_run: String,
    /// How urgent, most urgent first.
    pub tiers: Vec<Tier>,
    /// The signs.
    pub flags: Vec<Flag>,
    /// What may be told from the record alone; opens only `soon` or `mind`.
    pub autos: Vec<Auto>,
}

impl RedFlags {
    /// The notice as one paragraph.
    #[must_use]
    pub fn notice_in_one(&self) -> String {
        self.notice.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// What is said at this tier.
    #[must_use]
    pub fn tier(&self, id: TierId) -> Option<&Tier> {
        self.tiers.iter().find(|tier| tier.id == id)
    }
}

/// How urgent a warning sign is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the words are the library's own vocabulary")]
pub enum TierId {
    Emergency,
    Urgent,
    Soon,
    Mind,
}

/// What is said and done at one tier.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tier {
    /// Which.
    pub id: TierId,
    /// The title.
    pub title: String,
    /// What the app does, for those who build it.
    pub action: String,
    /// What the person reads.
    pub text: String,
}

/// One warning sign.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Flag {
    /// Stable key.
    pub id: String,
    /// How urgent.
    pub tier: TierId,
    /// The sign.
    pub text: String,
    /// Said instead of the tier's text.
    pub own_text: Option<String>,
    /// Who lists it.
    pub source: Vec<String>,
}

/// One gentle hint from the record.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Auto {
    /// Stable key.
    pub id: String,
    /// When, in words.
    pub rule: String,
    /// The tier it opens.
    pub opens: TierId,
}
