//! What the page Review asks for and is told.

/// What is asked for on the page Review.
#[derive(Clone, Debug, PartialEq)]
pub enum ReviewOrder {}

/// What the page Review is told.
#[derive(Clone, Debug, PartialEq)]
pub enum ReviewUpdate {}
