//! Problems of a text of figures as values: where, and what does not fit. Owns no sentence; `text::figures` has them.

/// One thing wrong with a text of figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong.
    pub wrong: Wrong,
}

/// What is wrong with a text of figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// It is no TOML, as the reader says.
    NotToml(String),
    /// A key of its top is not read.
    Key(Because),
    /// A figure has not the form, as the reader says.
    Form(String),
    /// A figure is left out.
    Figure {
        /// Its id.
        id: String,
        /// Why.
        because: Because,
    },
}

/// Why a figure is left out. Numbers are as they are told.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Because {
    /// Its id came before.
    Twice,
    /// No exercise has its id.
    NoExercise,
    /// A key is not read.
    NoKey {
        /// The key.
        key: String,
        /// Those that are.
        known: Vec<String>,
    },
    /// A word is not known.
    NoWord {
        /// The key that it stands under.
        key: String,
        /// The word.
        word: String,
        /// Those that are.
        known: Vec<&'static str>,
    },
    /// Something else than numbers, or more than these.
    NotNumbers {
        /// The key that it stands under.
        key: String,
        /// How many it takes.
        most: usize,
    },
    /// Something else than a place or a direction, under this key.
    NotAPlace(String),
    /// Frames or times do not fit together.
    Frames,
    /// A cue is beyond the exercise's steps; how many those are.
    NoCue(usize),
    /// The body rests otherwise than the exercise says.
    OtherPosture,
    /// The exercise's equipment, or the chair of who sits, is not there.
    LacksThing,
    /// A hand or foot does not get where it should be.
    Misses {
        /// The frame.
        frame: usize,
        /// Which.
        joint: &'static str,
        /// By how much.
        value: String,
    },
    /// A joint goes beyond its range.
    TooFar {
        /// The frame.
        frame: usize,
        /// Which.
        joint: &'static str,
        /// How far.
        value: String,
        /// Its range begins here.
        least: String,
        /// And ends here.
        most: String,
    },
    /// The body goes through something.
    Through {
        /// The frame.
        frame: usize,
        /// What.
        what: &'static str,
        /// How deep.
        by: String,
    },
    /// Nothing carries the body in this frame.
    Floats(usize),
    /// The hips are not on the seat in this frame.
    OffTheSeat(usize),
    /// A forearm or hand is inside the trunk.
    ArmInTrunk {
        /// The frame.
        frame: usize,
        /// How much of the way to its middle, in percent.
        deep: String,
    },
}

impl Because {
    pub(super) fn no_word<const N: usize>(key: &str, word: &str, known: [&'static str; N]) -> Self {
        Self::NoWord { key: key.to_owned(), word: word.to_owned(), known: known.into() }
    }

    pub(super) fn not_a_place(key: &str) -> Self {
        Self::NotAPlace(key.to_owned())
    }

    pub(super) fn too_far(frame: usize, joint: &'static str, [value, least, most]: [f32; 3]) -> Self {
        if joint == "hand" || joint == "foot" {
            return Self::Misses { frame, joint, value: format!("{value:.1}") };
        }
        let [value, least, most] = [value, least, most].map(|angle| format!("{angle:.0}"));
        Self::TooFar { frame, joint, value, least, most }
    }

    pub(super) fn through(frame: usize, what: &'static str, by: f32) -> Self {
        Self::Through { frame, what, by: format!("{by:.1}") }
    }
}
