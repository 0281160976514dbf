//! The report that a person can attach when something does not work: versions, how each part is doing, what is set, the last
//! day. Owns what is in it and in which order. It is shown or kept where the person wants it, and sent nowhere.

mod names;
mod privacy;

use crate::engine::moment::day_of;
use crate::ledger::Whose;
use crate::settings::{self, Origin};
use crate::shell::past::Past;
use crate::shell::paths::Paths;
use crate::shell::{doctor, files};
use crate::system::clock::wall;
use crate::system::machine;
use crate::text::{about as text, parts as form};
use names::Names;

/// Columns of the list of parts.
const COLUMNS: usize = 100;

/// The report as text. What cannot be found out is said in its place: something is wrong where one is wanted.
pub(crate) fn report(paths: &Paths) -> String {
    let settings = files::load(&paths.settings).map(|loaded| loaded.text).unwrap_or_default();
    let past = Past::open(paths, Whose::This).ok().and_then(Result::ok);
    let names = Names::of(paths, &settings, past.as_ref());
    let told = [
        versions(),
        parts(paths),
        [vec![text::report_settings()], set(&settings)].concat().join("\n"),
        [text::report_day(), day(past.as_ref())].join("\n"),
    ];
    let told = names.left_out(&told.join("\n\n"));
    // The last line says it to whoever reads the report before sending it on.
    format!("{told}\n\n{}\n", text::report_end())
}

/// The app, the system, the session.
fn versions() -> String {
    let (desktop, session) = machine::session();
    let lines = [
        Some(text::version()),
        Some(text::report_system(machine::system().as_deref(), &machine::kernel())),
        desktop.map(|desktop| text::report_desktop(&desktop)),
        session.map(|session| text::report_session(&session)),
        Some(text::report_displays(&machine::displays())),
        Some(text::report_language(crate::text::language())),
    ];
    lines.into_iter().flatten().collect::<Vec<_>>().join("\n")
}

/// Each sense and output as `doctor` has it.
fn parts(paths: &Paths) -> String {
    let (running, parts) = match doctor::parts(paths) {
        Ok(known) => known,
        Err(problem) => return problem,
    };
    let parts: Vec<_> = parts.into_iter().map(|part| (privacy::without_files(part.report), part.since)).collect();
    let parts: Vec<_> = parts.iter().map(|(report, since)| (report, *since)).collect();
    let list = form::list(&parts, COLUMNS, wall());
    if running { list } else { format!("{}\n{list}", text::report_not_running()) }
}

/// The settings that differ from the defaults, a line each.
fn set(settings: &str) -> Vec<String> {
    let own = settings::show(settings).into_iter().filter(|shown| shown.origin != Origin::Default);
    let line = |shown: settings::Shown| {
        let value = if privacy::may_be_read(shown.kind) { shown.toml } else { text::report_left_out() };
        format!("  {} = {value}", shown.key)
    };
    let lines: Vec<String> = own.map(line).collect();
    if lines.is_empty() { vec![text::report_no_settings()] } else { lines }
}

/// The last day that anything is known of, as a scenario.
fn day(past: Option<&Past>) -> String {
    let lines = past.and_then(|past| {
        let last = past.ledger.last_entry().ok()??;
        past.scenario(day_of(last, past.settings.rules.day_starts)).ok()?
    });
    let lines = lines.map(|lines| lines.iter().map(|line| privacy::settings_line(line)).collect::<Vec<_>>().join("\n"));
    lines.unwrap_or_else(text::report_no_day)
}
