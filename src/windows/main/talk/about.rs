//! What the page About asks for and is told.

use std::path::PathBuf;

/// What is asked for on the page About.
#[derive(Clone, Debug, PartialEq)]
pub enum AboutOrder {
    /// What there is to tell.
    Look,
    /// The text for a fault report.
    Report,
    /// That text is to be kept in a file.
    KeepReport(String),
    /// This folder is to be opened.
    OpenFolder(PathBuf),
}

/// What the page About is told.
#[derive(Clone, Debug, PartialEq)]
pub enum AboutUpdate {
    /// What there is to tell.
    Facts(Box<AboutFacts>),
    /// The text for a fault report.
    Report(String),
    /// It is in a file of this folder, as the text says.
    Kept(String, PathBuf),
}

/// What there is to tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AboutFacts {
    /// What is kept, each with where.
    pub places: Vec<KeptPlace>,
    /// The health notice: its title and its text.
    pub notice: (String, String),
}

/// Something that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptPlace {
    /// What.
    pub name: String,
    /// In which file or folder.
    pub path: PathBuf,
    /// The folder that shows it.
    pub folder: PathBuf,
}
