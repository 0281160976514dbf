//! Rewriting the settings file: what every command and page changes there goes this one way. Owns that the running app has
//! taken a change up before it is said to count; what is written is its caller's.

use super::files::{self, Change, Loaded};
use super::ipc::client::{self, NoAnswer};
use super::ipc::{Call, Reply};
use super::paths::{Paths, fingerprint};
use crate::settings::Problem;
use crate::text::files as said;
use std::ffi::OsStr;

/// Changes the settings file, and has the running app take it up before anything is said to count.
///
/// # Errors
/// One sentence, and what to do.
pub(crate) fn rewrite(paths: &Paths, how: impl FnOnce(&Loaded) -> Result<String, Problem>) -> Result<Change, String> {
    let done = files::change(&paths.settings, how)?;
    taken_up(paths, &done.text).map(|()| done)
}

/// Has the running app take up what stands in the settings file now. Where none runs it counts from the next start on.
///
/// # Errors
/// Why it has not.
pub(crate) fn taken_up(paths: &Paths, text: &str) -> Result<(), String> {
    let which = fingerprint(OsStr::new(text));
    match client::call(paths, &Call::TakeUp(which)) {
        Ok(Reply::Refused(why)) => Err(said::not_taken_up(&paths.settings, &why.sentence())),
        Err(NoAnswer::Trouble(why)) => Err(said::not_taken_up(&paths.settings, &why)),
        Ok(_) | Err(_) => Ok(()),
    }
}
