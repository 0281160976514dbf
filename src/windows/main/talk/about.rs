//! What the page About asks for and is told.

/// What is asked for on the page About.
#[derive(Clone, Debug, PartialEq)]
pub enum AboutOrder {}

/// What the page About is told.
#[derive(Clone, Debug, PartialEq)]
pub enum AboutUpdate {}
