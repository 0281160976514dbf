//! Record read back: the ledger as it is beside a running app or without one, and which time counts for it.
//! Owns that choice, and how a day is written as a scenario; never writes into it.

use crate::engine::moment::{Stamp, day_of};
use crate::ledger::{Entry, EntryKind, History, Ledger, LedgerError, Whose};
use crate::review::{Asked, days_needed};
use crate::settings::Settings;
use crate::shell::cli::Day;
use crate::shell::clock::{Anchor, Timeline};
use crate::shell::ipc::{Condition, client};
use crate::shell::paths::Paths;
use crate::shell::sync::{catch_up, meant};
use crate::shell::{files, output};
use crate::system::clock::{wall, zone_name};
use crate::text::{ledger as text, merge, reasons};
use chrono::{Days, NaiveDate};
use serde::Deserialize;

/// Record and the time that counts for it.
pub(crate) struct Past {
    pub ledger: Ledger,
    pub settings: Settings,
    /// The app's wall clock.
    pub now: Stamp,
    /// Up to when the record knows: now while the app runs, otherwise the last time it wrote.
    pub until: Stamp,
    /// How the running app is, if one runs.
    pub status: Option<Condition>,
}

impl Past {
    /// The same for a command in a terminal: what the running app could not record is said there.
    pub(crate) fn open_for_command(paths: &Paths, whose: Whose) -> Result<Result<Self, Option<Condition>>, String> {
        let opened = Self::open(paths, whose)?;
        let status = opened.as_ref().map_or_else(Option::as_ref, |past| past.status.as_ref());
        if let Some(why) = status.and_then(|status| status.not_recorded.as_ref()) {
            output::problem(&text::not_recorded(why));
        }
        Ok(opened)
    }

    /// None where nothing was recorded yet. For whoever is to read more than this machine's own record, what others wrote while
    /// no app ran here is taken in first.
    pub(crate) fn open(paths: &Paths, whose: Whose) -> Result<Result<Self, Option<Condition>>, String> {
        let settings = files::settings(paths)?.settings;
        // Asked first, the running app puts right what is wrong with the file. What others write it takes in by itself.
        let status = client::status(paths);
        if status.is_none() && whose != Whose::This {
            catch_up(paths, &settings);
        }
        let ledger = match Ledger::open_read_only(&paths.ledger) {
            Err(LedgerError::Missing { .. }) => return Ok(Err(status)),
            other => other.map_err(|error| text::error(&error))?,
        };
        let memory = ledger.memory().map_err(|error| text::error(&error))?;
        let anchor = memory.as_deref().and_then(last_anchor);
        let (now, until) = match anchor {
            None if status.is_some() => (wall(), wall()),
            None => (wall(), ledger.last_entry().map_err(|error| text::error(&error))?.unwrap_or_else(wall)),
            Some(anchor) if status.is_some() => {
                let now = Timeline::start(anchor.speed, Some(&anchor)).now().local;
                (now, now)
            }
            // Without its app a fast clock stands where it stood; the system's shows another day.
            Some(anchor) if anchor.speed > 1 => (anchor.at.local, anchor.at.local),
            Some(anchor) => (wall(), anchor.at.local),
        };
        Ok(Ok(Self { ledger, settings, now, until, status }))
    }

    pub(crate) fn day(&self, day: Day) -> NaiveDate {
        let today = day_of(self.now, self.settings.rules.day_starts);
        match day {
            Day::Back(days) => today.checked_sub_days(Days::new(days)).unwrap_or(today),
            Day::Date(date) => date,
        }
    }

    /// Whose record is meant: all machines', or that of the one that is named, by its name or the beginning of its id.
    ///
    /// # Errors
    /// One sentence, where no machine is meant.
    pub(crate) fn whose(&self, machine: Option<&str>) -> Result<Whose, String> {
        let name = match machine {
            None | Some("all") => return Ok(Whose::All),
            Some("this") => return Ok(Whose::This),
            Some(name) => name,
        };
        let all = self.ledger.machines().map_err(|error| text::error(&error))?;
        let machine = meant(name, &all).ok_or_else(|| merge::no_machine(name, &all))?;
        Ok(if machine.this { Whose::This } else { Whose::Other(machine.id) })
    }

    /// As much of the record as this review needs.
    pub(crate) fn history(&self, asked: &Asked<'_>) -> Result<History, LedgerError> {
        match days_needed(asked) {
            Some(days) => self.ledger.history_of(days, self.until, asked.day_starts),
            None => self.ledger.history_by(Whose::All, self.until),
        }
    }

    /// The same of one machine.
    pub(crate) fn history_by(&self, asked: &Asked<'_>, whose: Whose) -> Result<History, LedgerError> {
        if whose == Whose::All { self.history(asked) } else { self.ledger.history_by(whose, self.until) }
    }

    /// A day as a scenario, a line each, without names and titles; none of a day of which nothing is known.
    pub(crate) fn scenario(&self, day: NaiveDate) -> Result<Option<Vec<String>>, String> {
        Ok(as_scenario(&self.ledger.journal(day).map_err(|error| text::error(&error))?))
    }
}

/// Whose record is to be read where this machine is named, before it is known which there are: this one's, or more than that.
pub(crate) fn reach(machine: Option<&str>) -> Whose {
    if machine == Some("this") { Whose::This } else { Whose::All }
}

/// A day's journal as a scenario.
fn as_scenario(journal: &[Entry]) -> Option<Vec<String>> {
    let first = journal.first()?;
    let zone = journal.iter().find_map(|entry| entry.text.strip_prefix("zone ").map(String::from)).or_else(zone_name);
    let zone = zone.map(|zone| format!(" zone {zone}")).unwrap_or_default();
    let mut lines = vec![format!("start {}{zone}", first.at.to_rfc3339())];
    let mut date = first.at.date_naive();
    for (n, entry) in journal.iter().enumerate() {
        let time = entry.at.format("%H:%M:%S%.3f");
        // On one instant a scenario takes what comes in before what falls due. Here it was the other way round.
        if n > 0 && entry.kind == EntryKind::Input && decided_before(&journal[..n], entry.at) {
            lines.push(format!("{time} tick"));
        }
        lines.push(match entry.kind {
            // The line `start` says it.
            EntryKind::Input if entry.text == "run" && lines.len() == 1 => continue,
            EntryKind::Input if entry.text.starts_with("settings") && lines.len() == 1 => entry.text.clone(),
            EntryKind::Input => {
                // A remark between them leaves the day where it was.
                let later = (entry.at.date_naive() - date).num_days();
                date = date.max(entry.at.date_naive());
                let ahead = if later > 0 { format!("+{later}d ") } else { String::new() };
                format!("{ahead}{time} {}", entry.text)
            }
            EntryKind::Decision => {
                format!("# {time} {}  ({})", reasons::decided(entry), reasons::told(entry.reason.as_ref()))
            }
        });
    }
    Some(lines)
}

/// Whether something was decided at this time before anything came in at it.
fn decided_before(entries: &[Entry], at: Stamp) -> bool {
    let then = entries.iter().rev().take_while(|entry| entry.at == at);
    then.last().is_some_and(|first| first.kind == EntryKind::Decision)
}

/// Where the clock of the app that keeps a ledger was when it last wrote. None for a memory that cannot be read.
fn last_anchor(memory: &str) -> Option<Anchor> {
    #[derive(Deserialize)]
    struct Clock {
        clock: Anchor,
    }
    serde_json::from_str::<Clock>(memory).ok().map(|saved| saved.clock)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{Options, Printed, simulate};
    use std::path::Path;
    use std::sync::Arc;

    /// What is decided on a day, and its journal.
    fn played(day: &str) -> (Vec<Printed>, Vec<Entry>) {
        let content = Arc::new(crate::text::library::content(&[]).0.content);
        let (mut decided, mut journal) = (Vec::new(), Vec::<Entry>::new());
        let settings = day.lines().find(|line| line.starts_with("settings ")).map(str::to_owned);
        let mut keep = |at: &Stamp, inputs: &[String], printed: &[Printed]| {
            let entry =
                |kind, text: &String| Entry { at: *at, day: at.date_naive(), kind, text: text.clone(), reason: None };
            for text in inputs {
                // As the app writes it when it starts: what was before was killed, and which settings there are.
                if text == "run"
                    && let Some(last) = journal.last().map(|entry| entry.at)
                {
                    journal.push(Entry { at: last, ..entry(EntryKind::Input, &"kill".to_owned()) });
                }
                journal.push(entry(EntryKind::Input, text));
                journal.extend(settings.iter().filter(|_| text == "run").map(|text| entry(EntryKind::Input, text)));
            }
            journal.extend(printed.iter().map(|it| entry(EntryKind::Decision, &it.words)));
            decided.extend_from_slice(printed);
        };
        let report = simulate(
            day,
            Options {
                settings: String::new(),
                content,
                first_id: 1,
                tray: false,
                print: &mut |_| {},
                keep: &mut |at, _, inputs, printed| keep(at, inputs, printed),
            },
        );
        let report = report.unwrap_or_else(|wrong| panic!("line {} of\n{day}\n{}", wrong.line, wrong.why.sentence()));
        assert_eq!(report.failures, []);
        (decided, journal)
    }

    #[test]
    fn a_day_with_another_machine_is_decided_in_the_same_way_when_its_journal_is_played() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios/elsewhere");
        let mut days = 0;
        for file in std::fs::read_dir(folder).expect("a folder").flatten() {
            let text = std::fs::read_to_string(file.path()).expect("a day");
            let (decided, journal) = played(&text);
            let again = as_scenario(&journal).expect("a journal").join("\n");
            // The last thing that came in ends the journal; what the day waits for comes after it.
            let end = decided.last().map(|it| it.at).max(journal.last().map(|it| it.at)).expect("something");
            let again = format!("{again}\n{} tick", end.format("%H:%M:%S%.3f"));
            assert_eq!(played(&again).0, decided, "{}\n{again}", file.path().display());
            days += 1;
        }
        assert!(days > 20, "{days}");
    }

    #[test]
    fn a_day_that_goes_past_midnight_is_played_again_whatever_was_decided_first() {
        let entry = |at: &str, kind, text: &str| Entry {
            at: at.parse().expect("a time"),
            day: "2026-01-05".parse().expect("a day"),
            kind,
            text: text.into(),
            reason: None,
        };
        let journal = [
            entry("2026-01-05T23:50:00+00:00", EntryKind::Input, "active"),
            entry("2026-01-06T00:10:00+00:00", EntryKind::Decision, "due movement"),
            entry("2026-01-06T00:20:00+00:00", EntryKind::Input, "skip"),
            entry("2026-01-06T00:30:00+00:00", EntryKind::Input, "idle"),
        ];
        let lines = as_scenario(&journal).expect("a day");
        assert_eq!(
            lines[1..],
            ["23:50:00.000 active", "# 00:10:00.000 due movement  ()", "+1d 00:20:00.000 skip", "00:30:00.000 idle"]
        );
    }
}
