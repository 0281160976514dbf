//! What is asked for and told of other programs' records: what is there, what would come of it, bringing it in.

use std::path::PathBuf;

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportOrder {
    /// What lies where other programs keep what they record.
    Look,
    /// A file is to be chosen.
    Choose,
    /// What is in this file, as it is typed or dropped.
    Read(String),
    /// These files are to be brought in, after it was told what would come of it.
    BringIn(Vec<PathBuf>),
    /// An import is to be taken back.
    TakeBack(ImportTicket),
}

/// An import, by what its doer knows it by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ImportTicket(pub i64);

/// What is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportUpdate {
    /// What could be brought in, and what could not be read, a sentence each.
    Offers(Vec<ImportOffer>, Vec<String>),
    /// There is nothing, or it was not done, and why.
    Refused(String),
    /// This file was chosen.
    Chosen(String),
    /// It was done, or taken back.
    Changed,
}

/// The records of one program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportOffer {
    /// What is in them and what would come of it, a sentence or two each.
    pub told: Vec<String>,
    /// What to bring in; nothing where all is known already.
    pub files: Vec<PathBuf>,
    /// What the button is called for those who do not see beside what it stands.
    pub name: String,
}
