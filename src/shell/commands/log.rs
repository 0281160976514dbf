//! `unhunch log --scenario`: a day of the journal as a scenario that plays it again. Owns the step from its entries to lines.

use crate::ledger::EntryKind;
use crate::shell::Exit;
use crate::shell::answer::handed_on;
use crate::shell::cli::Day;
use crate::shell::past::Past;
use crate::shell::paths::Paths;
use crate::system::clock::zone_name;
use crate::text::{cli as text, ledger, reasons};

/// `unhunch log --scenario`.
pub(super) fn run(paths: &Paths, day: Day) -> Exit {
    handed_on(scenario_of(paths, day))
}

fn scenario_of(paths: &Paths, day: Day) -> Result<String, String> {
    let Ok(past) = Past::open(paths)? else { return Err(text::nothing_recorded()) };
    let day = past.day(day);
    let journal = past.ledger.journal(day).map_err(|error| ledger::error(&error))?;
    let first = journal.first().ok_or_else(|| text::nothing_decided(day, None))?;
    let zone = journal.iter().find_map(|entry| entry.text.strip_prefix("zone ").map(String::from)).or_else(zone_name);
    let zone = zone.map(|zone| format!(" zone {zone}")).unwrap_or_default();
    let mut lines = vec![format!("start {}{zone}", first.at.to_rfc3339())];
    let mut date = first.at.date_naive();
    for entry in &journal {
        let later = (entry.at.date_naive() - date).num_days();
        date = date.max(entry.at.date_naive());
        let ahead = if later > 0 { format!("+{later}d ") } else { String::new() };
        let time = entry.at.format("%H:%M:%S%.3f");
        lines.push(match entry.kind {
            // The line `start` says it.
            EntryKind::Input if entry.text == "run" && lines.len() == 1 => continue,
            EntryKind::Input if entry.text.starts_with("settings") && lines.len() == 1 => entry.text.clone(),
            EntryKind::Input => format!("{ahead}{time} {}", entry.text),
            EntryKind::Decision => {
                format!("# {time} {}  ({})", reasons::decided(entry), reasons::told(entry.reason.as_ref()))
            }
        });
    }
    Ok(lines.join("\n"))
}
