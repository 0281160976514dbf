//! What is wrong with a text of days, and what did not come as it expects. Owns these values; the wording of their
//! sentences is `text`'s.

use crate::engine::moment::Stamp;
use crate::settings;
use crate::text::{scenario as text, settings as text_of_settings};

/// A text that is no scenario: which line, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// The line, from 1.
    pub line: usize,
    /// Why.
    pub why: Trouble,
}

/// What is wrong with a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// `start` stands behind other lines.
    StartTooLate,
    /// `start` has too few words or too many.
    Start,
    /// It is not the time of a `start`, as the reader of times says.
    StartTime {
        /// What stands there.
        word: String,
        /// Why.
        because: String,
    },
    /// A word is not of the kind that belongs in its place.
    No(WordKind, String),
    /// A time stands alone.
    NothingToDo,
    /// It begins with nothing that is known.
    Unknown(String),
    /// A token of the engine's is not known, as its reader says.
    NoToken(String),
    /// A meeting has several marks.
    Marks(String),
    /// The time is before that of the line before.
    Backwards,
    /// A meeting's times are not there on its day.
    NoSuchTimes,
    /// What settings do not take.
    Settings(settings::Problem),
}

impl Trouble {
    /// What is wrong, and what to write.
    #[must_use]
    pub fn sentence(&self) -> String {
        match self {
            Self::StartTooLate => text::start_too_late(),
            Self::Start => text::start(),
            Self::StartTime { word, because } => text::start_time(word, because),
            Self::No(kind, word) => kind.missed(word),
            Self::NothingToDo => text::nothing_to_do(),
            Self::Unknown(words) => text::unknown(words),
            Self::NoToken(because) => text::no_token(because),
            Self::Marks(words) => text::marks(words),
            Self::Backwards => text::backwards(),
            Self::NoSuchTimes => text::no_such_times(),
            Self::Settings(problem) => text_of_settings::problem(problem),
        }
    }
}

/// A kind of word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordKind {
    /// A zone's name.
    Zone,
    /// A number of days with a time behind it.
    DaysAhead,
    /// A length of time.
    Length,
    /// A time of day.
    Time,
    /// On or off.
    Switch,
    /// A key with its value.
    Setting,
    /// From a time to another.
    Span,
    /// A step of the clock.
    Step,
}

impl WordKind {
    fn missed(self, word: &str) -> String {
        match self {
            Self::Zone => text::no_zone(word),
            Self::DaysAhead => text::no_days_ahead(word),
            Self::Length => text::no_length(word),
            Self::Time => text::no_time(word),
            Self::Switch => text::no_switch(word),
            Self::Setting => text::no_setting(word),
            Self::Span => text::no_span(word),
            Self::Step => text::no_step(word),
        }
    }
}

/// An expectation that did not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The line, from 1.
    pub line: usize,
    /// What did not come, or came.
    pub missed: Missed,
}

/// How an expectation did not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missed {
    /// Something else came.
    Other {
        /// What was expected.
        expected: String,
        /// When.
        at: Stamp,
        /// What came.
        came: Vec<String>,
    },
    /// It was not silent.
    Noise {
        /// Until when it should have been.
        until: Stamp,
        /// How many came.
        came: usize,
    },
}

impl Missed {
    /// What was expected, and what came.
    #[must_use]
    pub fn sentence(&self) -> String {
        match self {
            Self::Other { expected, at, came } => text::other_came(expected, *at, came),
            Self::Noise { until, came } => text::noise(*until, *came),
        }
    }
}
