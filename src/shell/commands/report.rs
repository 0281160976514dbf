//! `unhunch report`: the text for a fault report, printed. It is sent nowhere.

use crate::shell::answer::handed_on;
use crate::shell::paths::Paths;
use crate::shell::{Exit, report};

/// Prints it.
pub(super) fn run(paths: &Paths) -> Exit {
    handed_on(Ok(report::report(paths)))
}
