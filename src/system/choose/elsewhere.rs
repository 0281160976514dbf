//! Where no dialogue is asked for yet: a path is typed, or dropped on the window.

use super::{NoDialogue, Wanted};
use std::path::PathBuf;

/// Whether there is such a dialogue.
pub(crate) const OFFERED: bool = false;

/// Asks for nothing.
///
/// # Errors
/// Always.
pub(crate) fn choose(_wanted: Wanted, _title: &str) -> Result<Option<PathBuf>, NoDialogue> {
    Err(NoDialogue)
}
