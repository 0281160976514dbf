//! The practices that the two sources name, and what the app does with each. Owns the form of the table and of its
//! references; what they point at is proved by tests.

use super::{Block, Span};
use crate::text::learn as text;
use serde::{Deserialize, Serialize};

/// The table as it is shipped.
const TABLE: &str = include_str!("../../config/practices.csv");

/// One practice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Practice {
    /// A and a number for the first article, B and a number for the second.
    pub id: String,
    /// Which article, 1 or 2.
    pub article: u8,
    /// The lines of the article.
    pub line: String,
    /// What sort of thing it is.
    #[serde(rename = "type")]
    pub kind: Kind,
    /// What the article says, in our own words.
    pub says: String,
    /// What the app really does with it, or "Nothing, because ...".
    pub does: String,
    /// Where that is to be found.
    #[serde(rename = "where", with = "references")]
    pub at: Vec<Reference>,
}

/// What sort of thing a practice is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the words say it")]
pub enum Kind {
    Advice,
    Barrier,
    Claim,
    Dose,
    Environment,
    Exercise,
    Habit,
    Idea,
    Location,
    Mechanism,
    #[serde(rename = "mental tool")]
    MentalTool,
    Practice,
    Principle,
    Promotion,
    Question,
    Resource,
    Safety,
    Sign,
    Term,
    Timing,
    Treatment,
    Trigger,
    Warning,
}

/// The groups in which the practices are told, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// What a person may notice, and where.
    Signs,
    /// What brings it on.
    Causes,
    /// How it is thought to work.
    Ideas,
    /// Exercises, and how much of them.
    Movement,
    /// What one can do besides, and in which spirit.
    Habits,
    /// Care by others, and when.
    Care,
    /// What is about the articles themselves.
    Articles,
}

impl Group {
    const ALL: [Group; 7] =
        [Group::Signs, Group::Causes, Group::Ideas, Group::Movement, Group::Habits, Group::Care, Group::Articles];
}

impl Kind {
    fn group(self) -> Group {
        match self {
            Kind::Sign | Kind::Location | Kind::Question => Group::Signs,
            Kind::Trigger | Kind::Environment => Group::Causes,
            Kind::Term | Kind::Mechanism | Kind::Idea | Kind::Timing => Group::Ideas,
            Kind::Exercise | Kind::Dose => Group::Movement,
            Kind::Practice | Kind::Principle | Kind::MentalTool | Kind::Habit | Kind::Barrier => Group::Habits,
            Kind::Treatment | Kind::Advice | Kind::Warning | Kind::Safety => Group::Care,
            Kind::Claim | Kind::Resource | Kind::Promotion => Group::Articles,
        }
    }
}

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

mod references {
    use super::{Reference, Target};
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub(super) fn serialize<S: Serializer>(all: &[Reference], to: S) -> Result<S::Ok, S::Error> {
        let words: Vec<String> = all.iter().map(ToString::to_string).collect();
        words.serialize(to)
    }

    /// References with blanks between them.
    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Reference>, D::Error> {
        let text = String::deserialize(from)?;
        let one = |word: &str| {
            let (kind, id) = word.split_once(':')?;
            let target = Target::ALL.into_iter().find(|target| target.token() == kind)?;
            Some(Reference { target, id: id.to_owned() })
        };
        text.split_whitespace().map(|word| one(word).ok_or_else(|| D::Error::custom(word))).collect()
    }
}

/// All practices, in the order of the articles.
#[must_use]
pub fn practices() -> Vec<Practice> {
    csv::Reader::from_reader(TABLE.as_bytes()).deserialize().filter_map(Result::ok).collect() // a test holds that each reads
}

/// The table as it is shipped: CSV, the first line names the columns.
#[must_use]
pub fn csv() -> &'static str {
    TABLE
}

/// The table as JSON, with the sorts of things that answer each practice.
#[must_use]
pub fn json() -> serde_json::Value {
    let one = |practice: &Practice| {
        let mut value = serde_json::json!(practice);
        value["actions"] = practice.actions().into();
        value
    };
    practices().iter().map(one).collect()
}

impl Practice {
    /// The sorts of things that answer it, each once; none where the app does nothing.
    #[must_use]
    pub fn actions(&self) -> Vec<&'static str> {
        let mut targets: Vec<Target> = self.at.iter().map(|reference| reference.target).collect();
        targets.sort();
        targets.dedup();
        targets.into_iter().map(Target::token).collect()
    }
}

/// The table as the pieces of a page: what the counts are, then group by group.
pub(super) fn blocks() -> Vec<Block> {
    let all = practices();
    let nothing = all.iter().filter(|practice| practice.at.is_empty()).count();
    let mut blocks = vec![Block::Paragraph(vec![Span::plain(text::counts(all.len(), nothing))])];
    for group in Group::ALL {
        blocks.push(Block::Heading(text::group(group).into()));
        blocks.extend(all.iter().filter(|practice| practice.kind.group() == group).cloned().map(Block::Practice));
    }
    blocks
}
