//! What the engine chooses from: exercises, breathing patterns and lines of text as values.
//! Owns their form; never reads them (that is `library`'s) and never shows them.

mod cue;

pub use cue::{Does, Last, Timing};

use serde::{Deserialize, Serialize};

/// What a person may ask to leave alone: areas and conditions. The vocabulary of `Exercise::avoid` and `Fit::avoid`.
pub const AVOID: [&str; 18] = [
    "ankle",
    "balance",
    "breath",
    "dizzy",
    "elbow",
    "eye",
    "heart",
    "high-bp",
    "hip",
    "jaw",
    "knee",
    "low-back",
    "neck",
    "osteoporosis",
    "pregnancy",
    "recent-surgery",
    "shoulder",
    "wrist",
];

/// The library as the engine sees it. Each list is in the order of its ids.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Content {
    /// Exercises to offer in a break.
    pub exercises: Vec<Exercise>,
    /// Breathing patterns.
    pub patterns: Vec<Pattern>,
    /// One-line nudges.
    pub nudges: Vec<Nudge>,
    /// Wind-down lines.
    pub wind_downs: Vec<Line>,
    /// Reflective prompts.
    pub reflections: Vec<Line>,
}

/// One line of text with its id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Stable key, kebab-case.
    pub id: String,
    /// The text, one sentence or two.
    pub text: String,
}

/// One nudge of the library.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Nudge {
    /// Stable key, kebab-case.
    pub id: String,
    /// The line.
    pub text: String,
    /// What it is about.
    pub kind: NudgeKind,
    /// Whose idea it follows.
    #[serde(default)]
    pub source: Vec<String>,
}

/// The sort of a nudge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the words are the library's own vocabulary")]
pub enum NudgeKind {
    Posture,
    Tension,
    Breath,
    Eyes,
    Setup,
    SitStand,
}

/// One exercise of the library.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exercise {
    /// Stable key, kebab-case.
    pub id: String,
    /// The usual field name.
    pub name: String,
    /// Body areas, in the library's vocabulary.
    pub areas: Vec<String>,
    /// What sort of exercise it is.
    pub kind: Kind,
    /// How it is done.
    pub posture: Posture,
    /// What it needs.
    pub equipment: Equipment,
    /// The whole exercise in seconds: all repetitions, sides and changeovers.
    pub seconds: u32,
    /// One hold in seconds; 0 is moving.
    pub hold_s: u32,
    /// Repetitions on each side.
    pub reps: u32,
    /// 1 or 2.
    pub sides: u32,
    /// Three to five short cues.
    pub steps: Vec<String>,
    /// The time of each of the steps, in their order; empty shares the time among them.
    #[serde(default)]
    pub timing: Vec<Timing>,
    /// The cues go through both sides themselves; otherwise the other side is done after the first.
    #[serde(default)]
    pub both: bool,
    /// Why it helps, one line.
    pub why: String,
    /// When not to, or how to back off, one line.
    pub caution: String,
    /// Hidden when the person has ticked one of these.
    pub avoid: Vec<String>,
    /// Unremarkable in an open office.
    pub discreet: bool,
    /// Occasions it fits.
    pub when: Vec<Occasion>,
    /// Who names it.
    #[serde(default)]
    pub source: Vec<String>,
}

/// The sort of an exercise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the words are the library's own vocabulary")]
pub enum Kind {
    Stretch,
    Mobility,
    Strength,
    Breath,
    Walk,
    Eyes,
    #[serde(rename = "body scan")]
    BodyScan,
    Reflection,
}

/// The posture an exercise is done in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the words are the library's own vocabulary")]
pub enum Posture {
    Seated,
    Standing,
    Floor,
}

/// What an exercise needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the words are the library's own vocabulary")]
pub enum Equipment {
    None,
    Wall,
    Band,
    #[serde(rename = "foam roller")]
    FoamRoller,
    Chair,
}

impl Equipment {
    /// The token for it in the library and in the settings.
    #[must_use]
    pub const fn token(self) -> &'static str {
        match self {
            Equipment::None => "none",
            Equipment::Wall => "wall",
            Equipment::Band => "band",
            Equipment::FoamRoller => "foam roller",
            Equipment::Chair => "chair",
        }
    }
}

/// The occasion of a suggestion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the words are the library's own vocabulary")]
pub enum Occasion {
    Hourly,
    PreCall,
    PostCall,
    Tense,
    Typing,
    Eyes,
    Morning,
    WindDown,
    OffHours,
    Practice,
}

/// One paced breathing pattern.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pattern {
    /// Stable key, kebab-case.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// One cycle.
    pub phases: Vec<Phase>,
    /// Cycles by default.
    pub cycles: u32,
    /// Never offer more cycles than this in one go.
    pub max_cycles: u32,
    /// Cycles times their length, rounded.
    pub seconds: u32,
    /// Breaths a minute; 0 is not paced.
    pub per_min: f64,
    /// Contains a breath hold.
    pub holds: bool,
    /// Can be done unnoticed.
    pub discreet: bool,
    /// Occasions it fits.
    #[serde(rename = "use")]
    pub when: Vec<Occasion>,
    /// Short cues.
    pub steps: Vec<String>,
    /// Why it helps, one line.
    pub why: String,
    /// When not to, one line.
    pub caution: String,
    /// Who names it.
    #[serde(default)]
    pub source: Vec<String>,
}

/// One phase of a breath.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phase {
    /// What to do.
    #[serde(rename = "do")]
    pub act: Breath,
    /// For how many seconds.
    pub s: f64,
}

/// What one phase of a breath asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the words are the library's own vocabulary")]
pub enum Breath {
    In,
    TopUp,
    Hold,
    Out,
    Rest,
}
