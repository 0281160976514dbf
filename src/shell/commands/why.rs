//! `unhunch why`: what was decided around a time, and for what reason. Owns which decisions those are.

use crate::ledger::{Entry, EntryKind, Whose};
use crate::shell::Exit;
use crate::shell::answer::told;
use crate::shell::cli::Day;
use crate::shell::past::Past;
use crate::shell::paths::Paths;
use crate::text::{cli as text, ledger, reasons};
use chrono::{NaiveTime, TimeDelta};

/// What belongs to "around" a time.
const AROUND: TimeDelta = TimeDelta::minutes(30);

/// `unhunch why`.
pub(super) fn run(paths: &Paths, time: Option<NaiveTime>, day: Day) -> Exit {
    told(decisions(paths, time, day))
}

fn decisions(paths: &Paths, time: Option<NaiveTime>, day: Day) -> Result<String, String> {
    let past = match Past::open_for_command(paths, Whose::This)? {
        Ok(past) => past,
        Err(status) => return Ok(text::nothing_decided_yet(status.as_ref().map(|now| &now.status))),
    };
    let (asked, day) = (day, past.day(day));
    let starts = past.settings.rules.day_starts;
    let journal = past.ledger.journal(day).map_err(|error| ledger::error(&error))?;
    let mut decided: Vec<&Entry> = journal.iter().filter(|entry| entry.kind == EntryKind::Decision).collect();
    if let Some(time) = time {
        // A time before the day's start is of the night that ends the day.
        let date = if time < starts { day.succ_opt().unwrap_or(day) } else { day };
        let wanted = date.and_time(time);
        decided.retain(|entry| (entry.at.naive_local() - wanted).abs() <= AROUND);
    }
    if decided.is_empty() && time.is_none() && asked == Day::Back(0) {
        return Ok(text::nothing_decided_yet(past.status.as_ref().map(|now| &now.status)));
    }
    if decided.is_empty() {
        return Ok(text::nothing_decided(day, time));
    }
    let line = |entry: &&Entry| {
        let (decided, reason) = (reasons::decided(entry), reasons::told(entry.reason.as_ref()));
        format!("{}  {decided:<44}  {reason}", entry.at.format("%H:%M:%S"))
    };
    Ok(decided.iter().map(line).collect::<Vec<_>>().join("\n"))
}
