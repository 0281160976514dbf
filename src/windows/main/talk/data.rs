//! What is asked for and told of the record and the files as a whole: taking out, deleting.

/// What is asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum DataOrder {}

/// What is told.
#[derive(Clone, Debug, PartialEq)]
pub enum DataUpdate {}
