//! What the short-lived commands that the running app starts for itself may take of the machine. Owns these bounds;
//! never starts one.

use rustix::process::{Resource, Rlimit, Signal};

/// What a child may have of the machine's memory: the largest calendar that is read takes a part of it.
const MEMORY: u64 = 4 << 30;

/// Last in line for the processor, with bounded memory, and gone with the app. Where the system refuses one of these, the
/// work is as good without.
pub(crate) fn give_way() {
    let _ = rustix::process::set_parent_process_death_signal(Some(Signal::KILL));
    let _ = rustix::process::nice(19);
    let _ = rustix::process::setrlimit(Resource::As, Rlimit { current: Some(MEMORY), maximum: Some(MEMORY) });
    let _ = rustix::process::setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) });
}
