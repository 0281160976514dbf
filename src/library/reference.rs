//! References from a practice to something of the app. Owns their form in the table; what they point at is proved by tests.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serializer};

/// Something of the app, by what it is and its id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// What it is.
    pub target: Target,
    /// Its id: of the library, of a page, a settings key, or a command (its words joined by `/`).
    pub id: String,
}

/// What a reference can point at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// An exercise that comes in breaks as the app is set up at first.
    Break,
    /// An exercise that does not, and is done when the person likes.
    Exercise,
    /// A breathing pattern that is offered before meetings.
    Breath,
    /// A breathing pattern that is not, and is paced when the person likes.
    Pattern,
    /// A nudge's line.
    Nudge,
    /// A question to think about.
    Reflection,
    /// An if-then plan.
    Plan,
    /// A line of the wind-down.
    WindDown,
    /// A warning sign.
    Sign,
    /// What is said to warning signs of one urgency.
    Tier,
    /// A page to read.
    Page,
    /// A setting.
    Setting,
    /// A command.
    Command,
}

impl Target {
    /// All of them.
    pub const ALL: [Target; 13] = [
        Target::Break,
        Target::Exercise,
        Target::Breath,
        Target::Pattern,
        Target::Nudge,
        Target::Reflection,
        Target::Plan,
        Target::WindDown,
        Target::Sign,
        Target::Tier,
        Target::Page,
        Target::Setting,
        Target::Command,
    ];

    /// The token for it in the table.
    #[must_use]
    pub fn token(self) -> &'static str {
        match self {
            Target::Break => "break",
            Target::Exercise => "exercise",
            Target::Breath => "breath",
            Target::Pattern => "pattern",
            Target::Nudge => "nudge",
            Target::Reflection => "reflection",
            Target::Plan => "plan",
            Target::WindDown => "wind-down",
            Target::Sign => "sign",
            Target::Tier => "tier",
            Target::Page => "page",
            Target::Setting => "setting",
            Target::Command => "command",
        }
    }
}

impl std::fmt::Display for Reference {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}", self.target.token(), self.id)
    }
}

/// References as words.
pub(super) fn serialize<S: Serializer>(all: &[Reference], to: S) -> Result<S::Ok, S::Error> {
    to.collect_seq(all.iter().map(ToString::to_string))
}

/// The same read again.
pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Reference>, D::Error> {
    let one = |word: &String| {
        let (kind, id) = word.split_once(':')?;
        let target = Target::ALL.into_iter().find(|target| target.token() == kind)?;
        Some(Reference { target, id: id.to_owned() })
    };
    let words = Vec::<String>::deserialize(from)?;
    words.iter().map(|word| one(word).ok_or_else(|| D::Error::custom(word))).collect()
}
