//! A program and all that it starts, as one, by a process group. Owns how they are asked to end and ended together; never
//! decides when.

use rustix::process::{Pid, Signal, kill_process_group};
use std::process::Child;

/// A child that stands [`apart`](crate::system::process::apart) and all that it starts, as one.
pub(crate) struct Group(Pid);

impl Group {
    /// The one that this child leads.
    pub(crate) fn of(child: &Child) -> Self {
        Self(Pid::from_child(child))
    }

    /// Asks all of it to end. The child is not reaped yet, so that the number is still its own.
    pub(crate) fn ask_to_end(&self) {
        let _ = kill_process_group(self.0, Signal::TERM);
    }

    /// Ends all of it; the child is not reaped yet either.
    pub(crate) fn end(&self, _leader: &mut Child) {
        let _ = kill_process_group(self.0, Signal::KILL);
    }
}
