//! The guide of the break that runs, told by the running app over its socket. Owns that talk; never decides when the break
//! is over.

use crate::shell::paths::Paths;
use crate::shell::{Exit, say};

/// Shows the running break's guide, and starts a break if none runs. `opened` says that the running app opened it.
pub(in crate::shell::commands) fn beside(_paths: &Paths, _opened: bool) -> Exit {
    say::problem("not yet");
    Exit::Refused
}
