//! Problems of library files as values: where, and what does not fit. They go over the socket as they are. Owns no
//! sentence; those are told from these values.

pub use super::laid::How;

use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// Name of the library's own, of a key or a file.
// One that came over the socket is owned.
pub type Name = Cow<'static, str>;

/// One thing wrong with a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Problem {
    /// The file's name; with its folders if it is one of the project's own.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong.
    pub wrong: Wrong,
}

/// What is wrong with a file, or with something in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Wrong {
    /// It is no TOML, as the reader says.
    NotToml(String),
    /// It is of a later form; the one that is read.
    OtherSchema(i64),
    /// It is not read at all; those that are.
    NoSuchFile(Vocabulary),
    /// A list that it cannot have; those that it can.
    NoSuchList {
        /// The list that it has.
        name: String,
        /// Those that it can have.
        known: Vocabulary,
    },
    /// An entry is left out.
    Entry {
        /// Its id, where it has one.
        id: Option<String>,
        /// Why.
        because: Because,
    },
    /// A text and a fact of the project's own files do not meet.
    Apart {
        /// The entry.
        id: String,
        /// The text's key; `other.3` is that of the third cue.
        text: String,
        /// How they do not meet.
        how: How,
        /// The file in which the one or the other is not.
        other: Name,
    },
    /// Texts of an entry without facts.
    NoFacts {
        /// List and id.
        id: Name,
        /// Where its facts should be.
        facts: Name,
    },
}

impl Problem {
    /// Whether nothing of the file counts.
    #[must_use]
    pub fn whole(&self) -> bool {
        matches!(self.wrong, Wrong::NotToml(_) | Wrong::OtherSchema(_) | Wrong::NoSuchFile(_))
    }
}

/// Why an entry is left out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Because {
    /// It has not the form, as the reader says.
    Form(String),
    /// Its id came before in the same file.
    Twice,
    /// A list is not a list of entries.
    NoEntries(Name),
    /// The id has other letters, or too many.
    Id,
    /// A text is empty, too long or of several lines.
    Line {
        /// The text's key.
        field: Name,
        /// The letters that it may have.
        most: usize,
    },
    /// A number is out of its range.
    Number {
        /// Its key.
        field: Name,
        /// The least that it takes.
        least: u32,
        /// The most that it takes.
        most: u32,
    },
    /// A word is not in the vocabulary.
    Word {
        /// The list that it stands in.
        field: Name,
        /// The word.
        word: String,
        /// The vocabulary.
        known: Vocabulary,
    },
    /// A list of words is empty.
    NoWord(Name),
    /// There is no occasion under this key.
    NoOccasion(Name),
    /// There are not three to five cues.
    Cues,
    /// There are not as many times as cues.
    TimeForEach,
    /// A time has both a length and a count, or neither, or is too short.
    LengthOrCount,
    /// A question has both a scale and options, or neither.
    ScaleOrOptions,
    /// A phase of a breath is too short or too long.
    Phases,
    /// Repetitions, holds and sides take longer than the seconds; what they take.
    TooShort(u32),
    /// The times of the cues do not make up the seconds; what they make up.
    NotByTiming(f64),
    /// A pattern that no phases pace has breaths a minute.
    NotPaced,
    /// Cycles do not make up the seconds.
    Cycles {
        /// What they make up.
        seconds: f64,
        /// How many.
        cycles: u32,
        /// The seconds of one.
        cycle: f64,
    },
    /// Cycles do not make up the breaths a minute; what they make up.
    PerMinute(f64),
    /// It says wrongly whether the breath is held; whether it is.
    Holds(bool),
}

/// Vocabulary of a place: the words that fit there.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Vocabulary {
    /// The library's own.
    // Not copied: a file of megabytes may be wrong in each of its lines, and each would have a copy.
    #[serde(skip_deserializing)]
    Ours(&'static [&'static str]),
    /// As it came over the socket.
    Told(Vec<String>),
}

impl Vocabulary {
    /// The words.
    #[must_use]
    pub fn words(&self) -> Vec<&str> {
        match self {
            Self::Ours(words) => words.to_vec(),
            Self::Told(words) => words.iter().map(String::as_str).collect(),
        }
    }
}

impl PartialEq for Vocabulary {
    fn eq(&self, other: &Self) -> bool {
        self.words() == other.words()
    }
}

impl From<&'static [&'static str]> for Vocabulary {
    fn from(words: &'static [&'static str]) -> Self {
        Self::Ours(words)
    }
}
