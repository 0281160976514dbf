//! `unhunch doctor`: how each part is doing, once or at every change. Owns asking the running app, and what can be told
//! without it.

use crate::engine::moment::Stamp;
use crate::ledger::{Ledger, LedgerError, aside};
use crate::parts::{Advice, FileProblem, Means, PartId, PartState, Report, Says, own};
use crate::settings::Problem;
use crate::shell::answer::no_answer;
use crate::shell::ipc::client::{self, NoAnswer, Over};
use crate::shell::ipc::{Call, Changed, PartStatus, Reply};
use crate::shell::paths::Paths;
use crate::shell::resident::aside_report;
use crate::shell::{Exit, files, output};
use crate::system::clock::wall;
use crate::text::parts::{self as form, ReportText};
use crate::text::{cli, doctor as text, files as of_files};
use serde::Serialize;
use serde_json::json;

/// Columns where the output is no terminal.
const COLUMNS: usize = 100;

/// Answer of `doctor --json`.
#[derive(Debug, Serialize)]
struct DoctorJson {
    running: bool,
    parts: Vec<One>,
}

/// A part in words.
#[derive(Debug, Serialize)]
struct One {
    #[serde(flatten)]
    told: ReportText,
    since: Option<Stamp>,
}

impl From<&PartStatus> for One {
    fn from(part: &PartStatus) -> Self {
        Self { told: ReportText::from(&part.report), since: part.since }
    }
}

impl DoctorJson {
    fn of(running: bool, parts: &[PartStatus]) -> Self {
        Self { running, parts: parts.iter().map(One::from).collect() }
    }
}

/// How each part is doing, in order, and whether an app runs; without one, what can be found out alone.
///
/// # Errors
/// One sentence, where the running app does not say it.
pub(crate) fn parts(paths: &Paths) -> Result<(bool, Vec<PartStatus>), String> {
    asked(paths, &Call::Parts)
}

fn asked(paths: &Paths, call: &Call) -> Result<(bool, Vec<PartStatus>), String> {
    match client::call(paths, call) {
        Ok(Reply::Parts(parts)) => Ok((true, in_order(parts))),
        Ok(Reply::Refused(why)) => Err(why.sentence()),
        Err(NoAnswer::Trouble(why) | NoAnswer::Unknown(why)) => Err(why),
        Ok(
            Reply::Status(_) | Reply::All(_) | Reply::NotRecorded(_) | Reply::Changed(_) | Reply::Told(_) | Reply::Done,
        ) => Err(cli::not_understood()),
        Err(NoAnswer::NotRunning) => Ok((false, in_order(alone(paths)))),
    }
}

/// Says how each part is doing; without a running app what can be found out alone.
pub(crate) fn run(paths: &Paths, json: bool) -> Exit {
    let (running, parts) = match asked(paths, if json { &Call::Parts } else { &Call::Doctor }) {
        Ok(known) => known,
        Err(problem) => {
            output::problem(&problem);
            return Exit::Refused;
        }
    };
    let fails = parts.iter().any(|part| part.report.state == PartState::Failed);
    if json {
        output::data(&serde_json::to_string_pretty(&DoctorJson::of(running, &parts)).unwrap_or_default());
    } else {
        output::line(&list(&parts));
        if !running {
            output::problem(&text::alone());
        }
    }
    match (running, fails) {
        (false, _) => Exit::NotRunning,
        (true, true) => Exit::Refused,
        (true, false) => Exit::Done,
    }
}

/// The person has seen what was set aside of the record; an app that runs looks again.
pub(crate) fn seen(paths: &Paths) -> Result<String, String> {
    let seen =
        aside::seen(&paths.ledger).map_err(|error| cli::unwritable(&paths.ledger, &of_files::because(&error)))?;
    let _ = client::call(paths, &Call::Parts);
    Ok(text::seen(seen))
}

/// Says how each part is doing, then each change, until it is interrupted or the app ends.
pub(crate) fn watch(paths: &Paths, json: bool) -> Exit {
    let on = |reply| match reply {
        Reply::Parts(parts) => present(&in_order(parts), json),
        Reply::Changed(changed) => change(*changed, json),
        Reply::Status(_) | Reply::All(_) | Reply::Refused(_) | Reply::NotRecorded(_) | Reply::Told(_) | Reply::Done => {
            true
        }
    };
    match client::watch(paths, &Call::WatchParts, on) {
        Ok(Over::Enough) => Exit::Done,
        Ok(Over::Ended) => {
            if json {
                output::data(&json!({ "running": false }).to_string())
            } else {
                output::line(&cli::ended())
            };
            Exit::Done
        }
        Err(none) => no_answer(&none),
    }
}

fn present(parts: &[PartStatus], json: bool) -> bool {
    if json {
        return output::data(&serde_json::to_string(&DoctorJson::of(true, parts)).unwrap_or_default());
    }
    output::line(&list(parts)) && output::line(&format!("\n{}", form::watching()))
}

/// A line for each thing that changed; whether somebody still reads.
fn change(changed: Changed, json: bool) -> bool {
    /// A part with the time of its change.
    #[derive(Serialize)]
    struct PartChange {
        at: String,
        #[serde(flatten)]
        part: One,
    }
    let Changed { at, parts, quiet } = changed;
    let time = at.to_rfc3339();
    let line = |part: &PartStatus| {
        if json {
            output::data(
                &serde_json::to_string(&PartChange { at: time.clone(), part: part.into() }).unwrap_or_default(),
            )
        } else {
            output::line(&form::change(at, &part.report))
        }
    };
    let told = in_order(parts).iter().all(line);
    let quiet = quiet.is_none_or(|holds| {
        let object = || json!({ "at": time, "quiet": holds }).to_string();
        if json { output::data(&object()) } else { output::line(&form::quiet(at, &holds)) }
    });
    told && quiet
}

fn in_order(mut parts: Vec<PartStatus>) -> Vec<PartStatus> {
    parts.sort_by_key(|part| part.report.part);
    parts
}

fn list(parts: &[PartStatus]) -> String {
    let parts: Vec<_> = parts.iter().map(|part| (&part.report, part.since)).collect();
    form::list(&parts, output::columns().unwrap_or(COLUMNS), wall())
}

fn alone(paths: &Paths) -> Vec<PartStatus> {
    [ledger(paths), library(paths), settings(paths)].map(|report| PartStatus { report, since: None }).into()
}

fn ledger(paths: &Paths) -> Report {
    let file = Means::file(&paths.ledger);
    let unseen = aside::unseen(&paths.ledger);
    if !unseen.is_empty() {
        return aside_report(file, &unseen);
    }
    let problem = |error: &LedgerError| own::Says::Ledger(error.clone());
    match Ledger::open_read_only(&paths.ledger).and_then(|ledger| ledger.memory()) {
        Ok(_) => Report::works(PartId::Ledger, file, Says::Nothing),
        Err(error @ LedgerError::Missing { .. }) => Report::not_here(PartId::Ledger, problem(&error), Advice::Nothing),
        Err(error) => Report::failed(PartId::Ledger, file, problem(&error), Advice::Nothing),
    }
}

fn library(paths: &Paths) -> Report {
    let (library, wrong) = files::own_library(paths).library();
    let mut report = wrong.report(library.content.exercises.len());
    if wrong.whole.is_none() {
        report.advice = first(wrong.all.first().cloned());
    }
    report
}

fn settings(paths: &Paths) -> Report {
    let file = Means::file(&paths.settings);
    let failed = |problem| Report::failed(PartId::Settings, file.clone(), own::Says::Problem(problem), Advice::Nothing);
    match files::load(&paths.settings) {
        Err(problem) => failed(problem),
        Ok(loaded) => {
            let problem = loaded.problems.first().map(|p| FileProblem::in_settings(&paths.settings, p.clone()));
            match problem {
                Some(whole) if loaded.broken => Report { advice: own::Advice::CheckSettings.into(), ..failed(whole) },
                one => {
                    let says = own::Says::Settings(Problem::count(&loaded.problems));
                    Report { advice: first(one), ..Report::works(PartId::Settings, file, says) }
                }
            }
        }
    }
}

/// The first thing that is wrong is what to do something about.
fn first(problem: Option<FileProblem>) -> Advice {
    problem.map_or(Advice::Nothing, |problem| own::Advice::Problem(problem).into())
}
