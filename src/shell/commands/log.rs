//! `unhunch log --scenario`: a day of the journal as a scenario that plays it again. Owns the step from its entries to lines.

use crate::ledger::Whose;
use crate::shell::Exit;
use crate::shell::answer::handed_on;
use crate::shell::cli::Day;
use crate::shell::past::Past;
use crate::shell::paths::Paths;
use crate::text::cli as text;

/// `unhunch log --scenario`.
pub(super) fn run(paths: &Paths, day: Day) -> Exit {
    handed_on(scenario_of(paths, day))
}

fn scenario_of(paths: &Paths, day: Day) -> Result<String, String> {
    let Ok(past) = Past::open_for_command(paths, Whose::This)? else { return Err(text::nothing_recorded()) };
    let day = past.day(day);
    let lines = past.scenario(day)?.ok_or_else(|| text::nothing_decided(day, None))?;
    Ok(lines.join("\n"))
}
