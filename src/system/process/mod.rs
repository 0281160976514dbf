//! Processes: this one, those that it starts, and whether another is there. Owns what a short-lived command may take of the
//! machine, how an end is heard of, and the system's wish that the app ends; never decides which process is started.

pub(crate) mod bounded;
#[cfg_attr(unix, path = "group/unix.rs")]
#[cfg_attr(windows, path = "group/windows.rs")]
mod group;
#[cfg_attr(target_os = "linux", path = "linux.rs")]
#[cfg_attr(target_os = "macos", path = "macos.rs")]
#[cfg_attr(windows, path = "windows.rs")]
mod platform;
#[cfg(unix)]
mod unix;

#[cfg(windows)]
pub(crate) use platform::{Ending, apart, hear_end, is_over, named, windowless_starter};
pub(crate) use platform::{bound_to_parent, give_way, keep_streams, known_as, own_program, without_console};
#[cfg(unix)]
pub(crate) use unix::{Ending, apart, hear_end, is_over, named};

use std::ffi::OsString;
use std::io;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;

/// How a process ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Ended {
    /// What it said itself.
    pub status: Option<i32>,
    /// The signal that ended it.
    pub signal: Option<i32>,
}

/// Starts one of our own commands, which goes its own way; `ended` hears of its end.
///
/// # Errors
/// When it cannot be started.
pub(crate) fn ourselves(arguments: &[OsString], ended: impl FnOnce(ExitStatus) + Send + 'static) -> io::Result<()> {
    let mut command = own_command();
    command.args(arguments);
    spawn(command, ended)
}

/// This program, to be started anew with nothing of a terminal of its own.
pub(crate) fn own_command() -> Command {
    let mut command = Command::new(own_program());
    without_console(&mut command);
    command
}

/// Starts the app, which lies beside this program, with what this one was given, and leaves it to itself.
///
/// # Errors
/// When it is not there, or cannot be started.
pub(crate) fn start_beside(app: &str) -> io::Result<()> {
    let mut command = Command::new(own_program().with_file_name(app).with_extension(std::env::consts::EXE_EXTENSION));
    without_console(&mut command);
    quiet(command.args(std::env::args_os().skip(1))).map(drop)
}

/// Starts a program that goes its own way. A thread waits for its end, so that nothing of it stays.
///
/// # Errors
/// When it cannot be started.
pub(crate) fn spawn(mut command: Command, ended: impl FnOnce(ExitStatus) + Send + 'static) -> io::Result<()> {
    let mut child = quiet(&mut command)?;
    reaper(move || {
        if let Ok(status) = child.wait() {
            ended(status);
        }
    })
}

/// Starts it with nothing to read and nobody to talk to.
///
/// # Errors
/// When it cannot be started.
pub(crate) fn quiet(command: &mut Command) -> io::Result<Child> {
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn()
}

/// A thread with little stack, for waiting.
///
/// # Errors
/// When the system gives none.
fn reaper(wait: impl FnOnce() + Send + 'static) -> io::Result<()> {
    thread::Builder::new().name("reaper".into()).stack_size(64 * 1024).spawn(wait).map(drop)
}
