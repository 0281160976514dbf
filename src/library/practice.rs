//! The practices that the two sources name, and what the app does with each. Owns the form of the table and its groups; what
//! its references point at is proved by tests.

use super::reference::{Reference, Target};
use serde::{Deserialize, Serialize};

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
    /// All of them.
    pub const ALL: [Group; 7] =
        [Group::Signs, Group::Causes, Group::Ideas, Group::Movement, Group::Habits, Group::Care, Group::Articles];
}

impl Kind {
    /// Among what it is told.
    #[must_use]
    pub fn group(self) -> Group {
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
