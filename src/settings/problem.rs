//! Problems of a settings text as values: where, and what does not fit. They go over the socket as they are. Owns no
//! sentence; `text::settings` has them.

use super::keys;
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// One thing wrong with a settings text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// The line it is in, from 1; 0 if it is not in a file (a command line).
    pub line: usize,
    /// What is wrong.
    pub wrong: Wrong,
    /// How many more of which no more is said: of very many, the last one stands for the rest.
    pub more: usize,
}

impl Problem {
    /// One thing, on this line.
    #[must_use]
    pub fn at(line: usize, wrong: Wrong) -> Self {
        Self { line, wrong, more: 0 }
    }

    /// Whether none of the text counts.
    #[must_use]
    pub fn whole(&self) -> bool {
        matches!(self.wrong, Wrong::NotToml(_) | Wrong::NotUtf8)
    }

    /// The keys that it is about: each could be put right.
    #[must_use]
    pub fn keys(&self) -> Vec<String> {
        match &self.wrong {
            Wrong::Unknown { key, .. }
            | Wrong::Astray { key, .. }
            | Wrong::Group { key, .. }
            | Wrong::Name { key, .. }
            | Wrong::Value { key, .. }
            | Wrong::NotSet(key)
            | Wrong::NoPlace(key) => vec![key.clone()],
            Wrong::NoEvery(name) => vec![keys::BREAK_LASTS.key.named(name)],
            Wrong::NoLasts { name, .. } => vec![keys::BREAK_EVERY.key.named(name)],
            Wrong::LastsTooLong { name, .. } => {
                vec![keys::BREAK_LASTS.key.named(name), keys::BREAK_EVERY.key.named(name)]
            }
            Wrong::SameName(name) => vec![keys::NUDGE_EVERY.key.named(name)],
            Wrong::HeadsUpTooLong { .. } => vec![keys::HEADS_UP.name().to_owned()],
            Wrong::LeaveTooLong { .. } => vec![keys::LEAVE_AFTER.name().to_owned()],
            Wrong::MinimumTooLong { .. } => vec![keys::MINIMUM.name().to_owned()],
            Wrong::NotToml(_) | Wrong::NotUtf8 | Wrong::Counted => Vec::new(),
        }
    }

    /// How many things these are.
    #[must_use]
    pub fn count(problems: &[Self]) -> usize {
        problems.iter().map(|problem| 1 + problem.more).sum()
    }
}

/// What is wrong with a settings text, or with a key or value in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Wrong {
    /// It is no TOML, as the reader says.
    NotToml(String),
    /// It has bytes that are no text.
    NotUtf8,
    /// There is no such key; the known one that is written most alike, if any is near.
    Unknown {
        /// The key.
        key: String,
        /// The other one.
        near: Option<String>,
    },
    /// A known key stands under a section to which it does not belong.
    Astray {
        /// The key as it is there.
        key: String,
        /// As it is known.
        known: String,
    },
    /// A group of keys is used as if it were a key.
    Group {
        /// Its name.
        key: String,
        /// The keys in it.
        inside: Vec<String>,
    },
    /// A break or nudge cannot be called so.
    Name {
        /// The key.
        key: String,
        /// The name.
        name: String,
        /// The letters that one may have.
        most: usize,
    },
    /// A value does not fit its key, which says what does.
    Value {
        /// The key.
        key: String,
        /// The value as it is there; none where that may hold a secret.
        shown: Option<String>,
        /// The part of it that does not fit, if that is known.
        part: Option<String>,
    },
    /// A break has no rhythm.
    NoEvery(String),
    /// A break has no length; what is used.
    NoLasts {
        /// The break.
        name: String,
        /// Its length.
        used: Duration,
    },
    /// A break is longer than its rhythm.
    LastsTooLong {
        /// The break.
        name: String,
        /// Its length.
        lasts: Duration,
        /// Its rhythm.
        every: Duration,
        /// What is used.
        used: Duration,
    },
    /// A nudge has a break's name.
    SameName(String),
    /// A heads-up would come before the break before.
    HeadsUpTooLong {
        /// Its length.
        shown: Duration,
        /// The shortest rhythm.
        every: Duration,
        /// What is used.
        used: Duration,
    },
    /// Leaving is noticed later than being away.
    LeaveTooLong {
        /// The one.
        shown: Duration,
        /// The other.
        away: Duration,
        /// What is used.
        used: Duration,
    },
    /// No break reaches the minimum.
    MinimumTooLong {
        /// The minimum.
        shown: Duration,
        /// The longest break.
        longest: Duration,
    },
    /// A known key has no value.
    NotSet(String),
    /// The text's own form leaves no place for a key.
    NoPlace(String),
    /// One of so many that it is only counted.
    Counted,
}
