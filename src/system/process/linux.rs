//! What Linux alone knows of processes.

use rustix::process::{Resource, Rlimit, Signal};
use std::path::PathBuf;
use std::process::Command;

/// What a child may have of the machine's memory.
// The largest calendar that is read takes a part of it.
const MEMORY: u64 = 4 << 30;

/// Last in line for the processor, with bounded memory, and gone with the app. Where the system refuses one of these, the
/// work is as good without.
pub(crate) fn give_way() {
    bound_to_parent();
    let _ = rustix::process::nice(19);
    let _ = rustix::process::setrlimit(Resource::As, Rlimit { current: Some(MEMORY), maximum: Some(MEMORY) });
    let _ = rustix::process::setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) });
}

/// However the process that started this one ends, this one goes with it. Where the system refuses, the end of the talk
/// between them is what ends it.
pub(crate) fn bound_to_parent() {
    let _ = rustix::process::set_parent_process_death_signal(Some(Signal::KILL));
}

/// Nothing: only Windows asks which app a process belongs to.
pub(crate) fn known_as(_app: &str) {}

/// Nothing: a child has only what it is given to read and write.
pub(crate) fn keep_streams() {}

/// Nothing: only Windows opens a window for a program that could print.
pub(crate) fn without_console(_command: &mut Command) {}

/// This program. An update takes its file away and may put another in its place; what runs is then still to be had under
/// a name of the system's, and speaks our version of the talk.
pub(crate) fn own_program() -> PathBuf {
    let file = std::env::current_exe().ok().filter(|file| file.exists());
    file.unwrap_or_else(|| "/proc/self/exe".into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_that_was_replaced_is_still_to_be_had() {
        assert!(own_program().exists());
    }
}
