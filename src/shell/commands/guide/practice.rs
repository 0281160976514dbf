//! An exercise or a breathing pattern by itself, without a break. Owns finding it and its clock; records nothing.

use crate::shell::paths::Paths;
use crate::shell::{Exit, say};

/// Shows it in a window, or in the terminal where none can open.
pub(in crate::shell::commands) fn practice(_paths: &Paths, _id: &str) -> Exit {
    say::problem("not yet");
    Exit::Refused
}
