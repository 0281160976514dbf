//! What is asked for and told of the record as a whole: taking out, deleting.

use crate::review::extract::ExtractForm;
use chrono::NaiveDate;
use std::path::PathBuf;

/// The first and the last day; none means everything.
pub type DayExtent = Option<(NaiveDate, NaiveDate)>;

/// What is asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum DataOrder {
    /// What there is to take out and to delete is to be told.
    Look,
    /// It is to be taken out into a file.
    TakeOut(ExtractForm, DayExtent),
    /// What would be deleted.
    Plan(DayExtent),
    /// It is to be deleted, after all that was asked.
    Delete(DayExtent),
    /// This folder is to be opened.
    OpenFolder(PathBuf),
}

/// What is told.
#[derive(Clone, Debug, PartialEq)]
pub enum DataUpdate {
    /// What there is.
    Holds {
        /// Something was recorded that can be taken out.
        record: bool,
        /// There is something that can be deleted: that, or the journal.
        anything: bool,
    },
    /// It is in this file.
    Kept {
        /// What is in it, and where.
        text: String,
        /// The folder of the file.
        folder: PathBuf,
    },
    /// What would be deleted.
    Would(String),
    /// It is deleted.
    Deleted(String),
    /// It was not done, or not all of it.
    Refused(String),
}

impl DataUpdate {
    /// Whether the record may be another than before.
    #[must_use]
    pub fn changes(&self) -> bool {
        !matches!(self, Self::Holds { .. })
    }
}
