//! What the page Exercises asks for and is told.

/// What is asked for on the page Exercises.
#[derive(Clone, Debug, PartialEq)]
pub enum ExercisesOrder {}

/// What the page Exercises is told.
#[derive(Clone, Debug, PartialEq)]
pub enum ExercisesUpdate {}
