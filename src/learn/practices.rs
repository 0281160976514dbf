//! The practices that the two sources name, and what the app does with each. Owns the form of the table and of its
//! references; what they point at is proved by tests.

use super::reference::{Reference, Target};
use super::{Block, Run};
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
    #[serde(rename = "where", with = "super::reference")]
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

    fn heading(self) -> String {
        match self {
            Group::Signs => text::group_signs(),
            Group::Causes => text::group_causes(),
            Group::Ideas => text::group_ideas(),
            Group::Movement => text::group_movement(),
            Group::Habits => text::group_habits(),
            Group::Care => text::group_care(),
            Group::Articles => text::group_articles(),
        }
    }
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

/// All practices, in the order of the articles.
#[must_use]
pub fn practices() -> Vec<Practice> {
    // A test holds that each reads.
    csv::Reader::from_reader(TABLE.as_bytes()).deserialize().filter_map(Result::ok).collect()
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
    let mut blocks = vec![Block::Paragraph(vec![Run::plain(text::counts(all.len(), nothing))])];
    for group in Group::ALL {
        blocks.push(Block::Heading(group.heading()));
        blocks.extend(all.iter().filter(|practice| practice.kind.group() == group).cloned().map(Block::Practice));
    }
    blocks
}
