//! What macOS alone knows of processes.

use rustix::process::{Resource, Rlimit};
use std::path::PathBuf;
use std::process::Command;

/// Last in line for the processor. A bound on memory is not kept here, and a child that waits ends with the talk.
pub(crate) fn give_way() {
    let _ = rustix::process::nice(19);
    let _ = rustix::process::setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) });
}

/// There is no such bond here: the end of the talk between the two is what ends this one.
pub(crate) fn bound_to_parent() {}

/// Nothing: only Windows asks which app a process belongs to.
pub(crate) fn known_as(_app: &str) {}

/// Nothing: a child has only what it is given to read and write.
pub(crate) fn keep_streams() {}

/// Nothing: only Windows opens a window for a program that could print.
pub(crate) fn without_console(_command: &mut Command) {}

/// This program, by its path.
pub(crate) fn own_program() -> PathBuf {
    std::env::current_exe().unwrap_or_else(|_| "unhunch".into())
}
