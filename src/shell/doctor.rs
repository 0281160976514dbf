//! `unhunch doctor`: how each part is doing. Owns asking the running app, and what can be told without it.

use crate::ledger::{Ledger, LedgerError};
use crate::parts::Report;
use crate::shell::ipc::client::{self, NoAnswer};
use crate::shell::ipc::{Call, Part, Reply};
use crate::shell::paths::Paths;
use crate::shell::{Exit, files, say};
use crate::words::{cli, doctor as words};
use serde::Serialize;

/// What `--json` prints.
#[derive(Debug, Serialize)]
struct Told {
    running: bool,
    parts: Vec<Part>,
}

/// Says how each part is doing; without a running app what can be found out alone.
pub(crate) fn run(paths: &Paths, json: bool) -> Exit {
    let (running, parts) = match client::call(paths, &Call::Doctor) {
        Ok(Reply::Parts(parts)) => (true, parts),
        Ok(Reply::Refused(why)) | Err(NoAnswer::Trouble(why)) => {
            say::problem(&why);
            return Exit::Refused;
        }
        Ok(Reply::Status(_) | Reply::Done) => return Exit::Refused,
        Err(NoAnswer::NotRunning) => (false, alone(paths)),
    };
    if json {
        say::line(&serde_json::to_string_pretty(&Told { running, parts }).unwrap_or_default());
    } else {
        for part in &parts {
            say::line(&words::line(&part.report, part.since));
        }
        if !running {
            say::problem(words::ALONE);
        }
    }
    if running { Exit::Done } else { Exit::NotRunning }
}

fn alone(paths: &Paths) -> Vec<Part> {
    [ledger(paths), library(paths), settings(paths)].map(|report| Part { report, since: None }).into()
}

fn ledger(paths: &Paths) -> Report {
    let file = paths.ledger.display().to_string();
    match Ledger::open_read_only(&paths.ledger).and_then(|ledger| ledger.memory()) {
        Ok(_) => Report::works("ledger", file, ""),
        Err(error @ LedgerError::Missing { .. }) => Report::not_here("ledger", error.to_string(), ""),
        Err(error) => Report::failed("ledger", file, error.to_string(), ""),
    }
}

fn library(paths: &Paths) -> Report {
    let (library, wrong) = files::own_library(paths).library();
    let mut report = Report::works("library", "", words::library(library.content.exercises.len(), wrong.len()));
    report.advice = wrong.first().cloned().unwrap_or_default();
    report
}

fn settings(paths: &Paths) -> Report {
    let file = paths.settings.display().to_string();
    match files::load(&paths.settings) {
        Err(problem) => Report::failed("settings", file, problem, ""),
        Ok(loaded) if loaded.broken => {
            let first = loaded.problems.first().map(|p| cli::problem_at(&paths.settings, p.line, &p.text));
            Report::failed("settings", file, first.unwrap_or_default(), words::CHECK_SETTINGS)
        }
        Ok(loaded) => {
            let mut report = Report::works("settings", file, words::settings(loaded.problems.len()));
            let first = loaded.problems.first().map(|p| cli::problem_at(&paths.settings, p.line, &p.text));
            report.advice = first.unwrap_or_default();
            report
        }
    }
}
