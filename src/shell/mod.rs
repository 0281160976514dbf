//! The shell: everything between the system and the pure rooms. Owns the command line, the loop, the only clock reader,
//! paths, the talk between processes and the terminal; never decides what happens to a break.

mod answer;
mod appearance;
mod backend;
mod calendars;
mod cli;
mod clock;
mod commands;
mod correction;
mod demo;
mod dialogue;
mod doctor;
mod erase;
mod exercises;
mod extract;
mod files;
mod hooks;
mod import;
mod ipc;
mod open;
mod output;
mod past;
mod paths;
mod picture_cache;
mod removal;
mod report;
mod resident;
mod rewrite;
mod sync;
mod terminal;

use crate::system::process;
use cli::{Cli, Place};
use paths::Paths;
use std::process::ExitCode;

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Exit {
    /// Done.
    Done,
    /// It was refused, or what was asked for is not so.
    Refused,
    /// The command or a text given to it is wrong.
    Usage,
    /// There is no running app to ask.
    NotRunning,
    /// The running app had the request and did not answer: whether it was done is unknown.
    Unknown,
    /// It was done and is not in the record yet.
    NotRecorded,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        match exit {
            Exit::Done => ExitCode::SUCCESS,
            Exit::Refused => ExitCode::from(1),
            Exit::Usage => ExitCode::from(2),
            Exit::NotRunning => ExitCode::from(3),
            Exit::Unknown => ExitCode::from(4),
            Exit::NotRecorded => ExitCode::from(5),
        }
    }
}

/// Starts the app beside this program, as the person's menu and the session want it on Windows: with no console.
#[must_use]
pub fn start_without_console() -> ExitCode {
    process::keep_streams();
    // There is nobody to read why.
    if process::start_beside("unhunch").is_ok() { Exit::Done.into() } else { Exit::Refused.into() }
}

/// Reads the command line and does what it says.
#[must_use]
pub fn main() -> ExitCode {
    process::keep_streams();
    if let Ok(cli) = Cli::of_process() {
        return commands::run(cli).into();
    }
    // Only what is told of a call needs the texts, and the language in which the settings want them.
    let paths = Paths::find(Cli::home(std::env::args_os()).as_deref());
    output::speak(&paths.map(|paths| files::language(&paths)).unwrap_or_default());
    match cli::told(Place::Terminal).try_get_matches() {
        Ok(_) => Exit::Done.into(),
        Err(error) => {
            // Help and version are errors to clap as well, with a code of their own.
            let error = error.apply();
            output::usage(&error);
            if error.use_stderr() { Exit::Usage.into() } else { Exit::Done.into() }
        }
    }
}
