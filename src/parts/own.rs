//! What can be told of what the shell keeps: settings, library, record, socket, clock, terminal, the guide's window.

use super::FileProblem;
use crate::ledger::LedgerError;
use crate::ledger::aside::Aside;
use crate::system::files::Trouble;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What such a part says now.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Says {
    /// So many lines of the settings do not count.
    Settings(usize),
    /// The library: exercises, and entries that are left out.
    Library {
        /// How many.
        exercises: usize,
        /// How many.
        left_out: usize,
    },
    /// A library file of the person's own counts for nothing: what is wrong, and where.
    LibraryFailed(FileProblem),
    /// What is wrong with a file, and where.
    Problem(FileProblem),
    /// Why the record is of no use.
    Ledger(LedgerError),
    /// Files of the record were set aside.
    Aside(Vec<Aside>),
    /// So many records did not fit what is there.
    Refused(usize),
    /// What the engine remembered could not be read; the record is whole.
    Anew,
    /// The socket listens.
    Listens,
    /// There is no socket; the system's own words.
    NoSocket(String),
    /// So many times faster than life.
    Speed(u32),
    /// Prompts are in the terminal; whether keys answer them.
    Prompts {
        /// They do.
        keys: bool,
    },
    /// The guide's window.
    Guide(Guide),
    /// The folder that machines share is read and written; so many others have written into it.
    Shared(usize),
    /// It is not there.
    NoSharedFolder,
    /// It, or a file in it, cannot be read or written.
    SharedTrouble(Trouble),
}

/// What is told of the guide's window.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Guide {
    /// None was needed yet.
    NotYet,
    /// The last one opened.
    Shown,
    /// The last one ended although nobody closed it.
    Died(WindowEnd),
    /// None opens.
    Failed(WindowEnd),
    /// The person wants the guide in notifications.
    InNotification,
    /// There is nothing that a window could open on.
    WithoutDisplay,
}

/// How the process of a window ended that nobody closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WindowEnd {
    /// By its own word.
    Failed(WindowFailure),
    /// With these last words of what it is made of.
    Words(String),
    /// Without a word.
    Ended {
        /// Its status, if it ended by itself.
        status: Option<i32>,
        /// The signal that ended it.
        signal: Option<i32>,
    },
    /// It never began; the system's own words.
    NotStarted(String),
    /// It showed nothing in time.
    TooSlow,
}

/// Why a window did not open, or broke.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WindowFailure {
    /// Nothing names a display.
    NotNamed,
    /// The displays that are named do not answer.
    Silent,
    /// The display's libraries broke; their words, if they had any.
    Broke(Option<String>),
    /// In the system's words.
    System(String),
}

/// What can be done about such a part.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Advice {
    /// The command that says what is wrong with settings and library.
    CheckSettings,
    /// What is wrong with a file, and where.
    Problem(FileProblem),
    /// The record waits in memory.
    LedgerWaits,
    /// What is to be told in the shared folder waits for it.
    SharedWaits,
    /// The record is of a newer version or of another program, and is left alone.
    LedgerLeft,
    /// A file was set aside and is to be seen.
    Seen,
    /// There is no socket.
    NoSocket,
    /// The clock runs fast.
    Fast,
    /// The tray cannot come back into a process that gave it up.
    TrayAgain,
    /// No window of the guide opens.
    Guide,
    /// A sense of calls that has not changed on so many days with meetings.
    Deaf {
        /// It is that of the camera.
        camera: bool,
        /// When it last did.
        changed: Option<NaiveDate>,
        /// How many.
        days: u32,
    },
}
