//! What the page Exercises asks for and is told.

use crate::engine::content::{Exercise, Pattern};
use crate::engine::fit::Unfit;

/// What is asked for on the page Exercises.
#[derive(Clone, Debug, PartialEq)]
pub enum ExercisesOrder {
    /// What there is now, and what of it fits; [`ExercisesUpdate::Gallery`] tells it.
    Look,
    /// A break with the exercise with this id; where no app runs it is shown all the same.
    Try(String),
    /// The exercise with this id is not to be offered.
    Hide(String),
    /// The exercise with this id may be offered again.
    Show(String),
}

/// What the page Exercises is told.
#[derive(Clone, Debug, PartialEq)]
pub enum ExercisesUpdate {
    /// What there is, and what of it fits.
    Gallery(Box<Gallery>),
}

/// What there is, and what of it fits.
#[derive(Clone, Debug, PartialEq)]
pub struct Gallery {
    /// The exercises in the order of their names, then the breathing patterns.
    pub entries: Vec<Entry>,
    /// Title and text of the notice that goes with cautions.
    pub notice: (String, String),
    /// Whether the app runs: only then a break can begin.
    pub running: bool,
}

/// One exercise or breathing pattern.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// What it is.
    pub activity: Activity,
    /// What speaks against it; nothing if it fits.
    pub against: Vec<Unfit>,
}

/// What can be done.
#[derive(Clone, Debug, PartialEq)]
pub enum Activity {
    /// An exercise; its figure is `figures`'.
    Exercise(Box<Exercise>),
    /// A breathing pattern.
    Pattern(Box<Pattern>),
}

impl Activity {
    /// Its stable key.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Self::Exercise(exercise) => &exercise.id,
            Self::Pattern(pattern) => &pattern.id,
        }
    }

    /// What it is called.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Exercise(exercise) => &exercise.name,
            Self::Pattern(pattern) => &pattern.name,
        }
    }

    /// How many seconds it takes.
    #[must_use]
    pub fn seconds(&self) -> u32 {
        match self {
            Self::Exercise(exercise) => exercise.seconds,
            Self::Pattern(pattern) => pattern.seconds,
        }
    }
}
