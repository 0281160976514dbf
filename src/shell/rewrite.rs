//! Rewriting the settings file: what every command and page changes there goes this one way. Owns that the running app has
//! taken a change up before it is said to count, and why one does not; what is written is its caller's.

use super::files::{self, Change, Loaded};
use super::ipc::client::{self, NoAnswer};
use super::ipc::{Call, Refused, Reply};
use super::paths::{Paths, fingerprint};
use crate::parts::FileProblem;
use crate::settings::Problem;
use crate::text::{files as said, mistakes, own_files};
use std::ffi::OsStr;
use std::path::PathBuf;

/// Why a change of the settings does not count.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Unchanged {
    /// What is wrong with the file, or with what was to stand in it.
    File(FileProblem),
    /// This file is changed, and the running app has not taken it up.
    NotTakenUp(PathBuf, Box<Refused>),
    /// The same, as far as anybody knows: it does not answer.
    Unheard(PathBuf, String),
}

impl Unchanged {
    /// Why, and what to do, in a window.
    pub(crate) fn sentence(&self) -> String {
        match self {
            Self::File(problem) => mistakes::of_file(problem),
            Self::NotTakenUp(file, why) => said::not_taken_up(file, &why.sentence()),
            Self::Unheard(file, why) => said::not_taken_up(file, why),
        }
    }

    /// The same on the command line, which names lines, keys and commands.
    pub(crate) fn by_command(&self) -> String {
        match self {
            Self::File(problem) => own_files::problem(problem),
            Self::NotTakenUp(file, why) => said::not_taken_up(file, &why.by_command()),
            Self::Unheard(..) => self.sentence(),
        }
    }
}

/// Changes the settings file, and has the running app take it up before anything is said to count.
///
/// # Errors
/// Why it does not.
pub(crate) fn rewrite(
    paths: &Paths,
    how: impl FnOnce(&Loaded) -> Result<String, Problem>,
) -> Result<Change, Unchanged> {
    let done = files::change(&paths.settings, how).map_err(Unchanged::File)?;
    taken_up(paths, &done.text).map(|()| done)
}

/// Has the running app take up what stands in the settings file now. Where none runs it counts from the next start on.
///
/// # Errors
/// Why it has not.
pub(crate) fn taken_up(paths: &Paths, text: &str) -> Result<(), Unchanged> {
    let which = fingerprint(OsStr::new(text));
    match client::call(paths, &Call::TakeUp(which)) {
        Ok(Reply::Refused(why)) => Err(Unchanged::NotTakenUp(paths.settings.clone(), Box::new(why))),
        Err(NoAnswer::Trouble(why)) => Err(Unchanged::Unheard(paths.settings.clone(), why)),
        Ok(_) | Err(_) => Ok(()),
    }
}
