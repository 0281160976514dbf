//! Answer of a command: what is printed, and the exit code that goes with it. Owns those pairs, the same for every command.

use super::ipc::Reply;
use super::ipc::client::NoAnswer;
use super::{Exit, output};
use crate::ledger::LedgerError;
use crate::text::{commands, ledger as not_well};

/// Prints what another program may read as it is, or a problem and its exit code.
pub(crate) fn handed_on(done: Result<String, String>) -> Exit {
    match done {
        Ok(text) => {
            output::data(&text);
            Exit::Done
        }
        Err(problem) => told(Err(problem)),
    }
}

/// Says how it went: a sentence, or a problem and its exit code.
pub(crate) fn told(done: Result<String, String>) -> Exit {
    match done {
        Ok(sentence) => {
            output::line(&sentence);
            Exit::Done
        }
        Err(problem) => {
            output::problem(&problem);
            Exit::Refused
        }
    }
}

/// The command was used in a wrong way, and why.
pub(crate) fn misused(problem: &str) -> Exit {
    output::problem(problem);
    Exit::Usage
}

/// It belongs into the record, which cannot be written, and why.
pub(crate) fn not_recorded(why: &LedgerError) -> Exit {
    output::problem(&not_well::not_recorded(why));
    Exit::NotRecorded
}

/// Prints what the running app says to a request.
pub(crate) fn print(answer: Result<Reply, NoAnswer>) -> Exit {
    match answer {
        Ok(Reply::Status(status)) => {
            output::line(&status.sentence());
            status.not_recorded.map_or(Exit::Done, |why| not_recorded(&why))
        }
        Ok(Reply::Told(told)) => {
            output::line(&told.sentence());
            Exit::Done
        }
        Ok(Reply::NotRecorded(why)) => not_recorded(&why),
        Ok(Reply::Refused(why)) => {
            output::problem(&why.by_command());
            Exit::Refused
        }
        Ok(Reply::Done | Reply::All(_) | Reply::Parts(_) | Reply::Changed(_)) => Exit::Done,
        Err(none) => no_answer(&none),
    }
}

/// Says why there is no answer.
pub(crate) fn no_answer(none: &NoAnswer) -> Exit {
    let look = if matches!(none, NoAnswer::Unknown(_)) { format!(" {}", commands::look()) } else { String::new() };
    output::problem(&format!("{none}{look}"));
    match none {
        NoAnswer::NotRunning => Exit::NotRunning,
        NoAnswer::Trouble(_) => Exit::Refused,
        NoAnswer::Unknown(_) => Exit::Unknown,
    }
}
