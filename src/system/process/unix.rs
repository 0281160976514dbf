//! Processes by POSIX: their ids, their ends and their signals.

use super::Ended;
use rustix::io::Errno;
use rustix::process::{Pid, WaitId, WaitIdOptions, test_kill_process, waitid};
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::iterator::Signals;
use std::io;
use std::os::unix::process::CommandExt;
use std::process::{Child, Command};
use std::thread;

/// Has the command appear under this name in lists of processes.
pub(crate) fn named(command: &mut Command, name: &str) {
    command.arg0(name);
}

/// Has the command lead a group of its own: what is done to it reaches all that it starts, and what is typed in our terminal
/// does not reach it.
pub(crate) fn apart(command: &mut Command) {
    command.process_group(0);
}

/// Whether there is no process of this id any more.
pub(crate) fn is_over(process: u32) -> bool {
    let process = i32::try_from(process).ok().and_then(Pid::from_raw);
    // Any other error, such as that it is not ours, is about a process that is there.
    process.is_some_and(|process| test_kill_process(process) == Err(Errno::SRCH))
}

/// The end of a process, to be waited for beside whoever holds it: it is reaped by them, so that its number is never
/// another's when it is killed.
pub(crate) struct Ending(Pid);

impl Ending {
    /// Of this process.
    ///
    /// # Errors
    /// Never here; elsewhere when the system gives no handle.
    #[expect(clippy::unnecessary_wraps, reason = "a handle must be asked for elsewhere")]
    pub(crate) fn of(child: &Child) -> io::Result<Self> {
        Ok(Self(Pid::from_child(child)))
    }

    /// Waits for it; none where the system does not say how it ended.
    pub(crate) fn wait(self) -> Option<Ended> {
        let ended = waitid(WaitId::Pid(self.0), WaitIdOptions::EXITED | WaitIdOptions::NOWAIT).ok().flatten()?;
        Some(Ended { status: ended.exit_status(), signal: ended.terminating_signal() })
    }
}

/// Hears SIGTERM, SIGINT and SIGHUP, which end the app in order, until `tell` has had enough.
///
/// # Errors
/// When they cannot be heard.
pub(crate) fn hear_end(tell: impl Fn() -> bool + Send + 'static) -> io::Result<()> {
    let mut signals = Signals::new([SIGTERM, SIGINT, SIGHUP])?;
    let hear = move || {
        for _ in signals.forever() {
            if !tell() {
                return;
            }
        }
    };
    thread::Builder::new().name("signals".into()).stack_size(64 * 1024).spawn(hear).map(drop)
}
