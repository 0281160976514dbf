//! Looking back: review, why, log. Owns reading the record beside a running app or without one; the figures and their
//! form are `review`'s.

use super::request::not_recorded;
use super::{handed_on, no_answer, picture, told};
use crate::engine::instance::Outcome;
use crate::engine::moment::{Stamp, day_of};
use crate::engine::view::Status;
use crate::ledger::{Entry, EntryKind, Ledger, LedgerError};
use crate::review::{self, Asked};
use crate::settings::Settings;
use crate::shell::cli::{Day, Period, ReviewForm};
use crate::shell::clock::{Timeline, wall, zone_name};
use crate::shell::ipc::client::{self, NoAnswer};
use crate::shell::ipc::single::Single;
use crate::shell::ipc::{Call, Reply};
use crate::shell::paths::Paths;
use crate::shell::resident::last_anchor;
use crate::shell::terminal::keys;
use crate::shell::{Exit, files, output};
use crate::style::Style;
use crate::text::{cli as text, ledger as not_well, review as review_words};
use chrono::{Days, NaiveDate, NaiveTime, TimeDelta};
use serde::Serialize;

/// The review where no terminal says how wide it is.
const WIDTH: usize = 80;
/// What belongs to "around" a time.
const AROUND: TimeDelta = TimeDelta::minutes(30);

/// What `review --json` prints.
#[derive(Serialize)]
struct Told {
    #[serde(flatten)]
    review: review::Json,
    /// Why what was answered last is not in there, as `status` has it.
    not_recorded: Option<String>,
}

/// The record and the time that counts for it.
struct Past {
    ledger: Ledger,
    settings: Settings,
    /// The app's wall clock.
    now: Stamp,
    /// Up to when the record knows: now while the app runs, otherwise the last time it wrote.
    until: Stamp,
    /// How the running app is, if one runs.
    status: Option<Status>,
}

impl Past {
    /// None where nothing was recorded yet. What the running app could not record is said.
    fn open(paths: &Paths) -> Result<Result<Self, Option<Status>>, String> {
        let settings = files::load(&paths.settings)?.settings;
        // Asked first, the running app puts right what is wrong with the file.
        let status = client::status(paths);
        if let Some(why) = status.as_ref().and_then(|status| status.not_recorded.as_ref()) {
            output::problem(&not_well::not_recorded(why));
        }
        let ledger = match Ledger::open_read_only(&paths.ledger) {
            Err(LedgerError::Missing { .. }) => return Ok(Err(status)),
            other => other.map_err(|error| error.to_string())?,
        };
        let memory = ledger.memory().map_err(|error| error.to_string())?;
        let anchor = memory.as_deref().and_then(last_anchor);
        let (now, until) = match anchor {
            None if status.is_some() => (wall(), wall()),
            None => (wall(), ledger.last_entry().map_err(|error| error.to_string())?.unwrap_or_else(wall)),
            Some(anchor) if status.is_some() => {
                let now = Timeline::start(anchor.speed, Some(&anchor)).now().local;
                (now, now)
            }
            Some(anchor) if anchor.speed > 1 => (anchor.at.local, anchor.at.local),
            Some(anchor) => (wall(), anchor.at.local),
        };
        Ok(Ok(Self { ledger, settings, now, until, status }))
    }

    fn day(&self, day: Day) -> NaiveDate {
        let today = day_of(self.now, self.settings.rules.day_starts);
        match day {
            Day::Back(days) => today.checked_sub_days(Days::new(days)).unwrap_or(today),
            Day::Date(date) => date,
        }
    }
}

/// `unhunch review`.
pub(super) fn review(paths: &Paths, form: &ReviewForm) -> Exit {
    let done = print_review(paths, form);
    hold(form.hold);
    done
}

/// Prints a review of the record.
pub(crate) fn print_review(paths: &Paths, form: &ReviewForm) -> Exit {
    match written_review(paths, form) {
        Ok(text) => {
            if form.json || form.csv {
                output::data(&text);
            } else {
                output::text(&text);
            }
            Exit::Done
        }
        Err(problem) => {
            output::problem(&problem);
            Exit::Refused
        }
    }
}

fn written_review(paths: &Paths, form: &ReviewForm) -> Result<String, String> {
    let past = match Past::open(paths)? {
        Ok(past) => past,
        Err(status) => Past {
            ledger: Ledger::in_memory().map_err(|error| error.to_string())?,
            settings: files::load(&paths.settings)?.settings,
            now: wall(),
            until: wall(),
            status,
        },
    };
    let (library, _) = files::own_library(paths).library();
    let history = past.ledger.history(past.until).map_err(|error| error.to_string())?;
    if past.ledger.unread() > 0 {
        output::problem(&review_words::left_out(past.ledger.unread()));
    }
    let period = match form.period {
        Period::Day(Day::Back(0)) => review::Period::Today,
        Period::Day(day) => review::Period::Day(past.day(day)),
        Period::Week => review::Period::Week,
        Period::Month => review::Period::Month,
        Period::All => review::Period::All,
    };
    let (starts, goal) = (past.settings.rules.day_starts, past.settings.goal);
    let asked = Asked { period, now: past.now, day_starts: starts, goal, exercises: &library.content.exercises };
    let review = review::look_back(&history, &asked);
    Ok(if form.json {
        let not_recorded = past.status.and_then(|status| status.not_recorded);
        let told = Told { review: review::json(&review, form.breaks), not_recorded };
        serde_json::to_string_pretty(&told).map_err(|error| error.to_string())?
    } else if form.csv {
        review::csv(&review)
    } else {
        let text =
            review::text(&review, &Style { colour: output::colours(), width: output::columns().unwrap_or(WIDTH) });
        let favourite = review.exercises.favourite();
        let favourite = favourite.and_then(|id| library.content.exercises.iter().find(|exercise| exercise.id == id));
        match favourite
            .and_then(|exercise| Some((exercise, picture::in_terminal(exercise, past.settings.look.who.at(past.now))?)))
        {
            Some((exercise, picture)) => format!("{text}\n{picture}{}\n", review_words::favourite(&exercise.name)),
            None => text,
        }
    })
}

/// `unhunch review correct`.
pub(super) fn correct(paths: &Paths, id: u64, outcome: Outcome) -> Exit {
    told(match client::call(paths, &Call::Correct { id, outcome }) {
        Ok(Reply::NotRecorded(why)) => return not_recorded(&why),
        Ok(Reply::Refused(why)) | Err(NoAnswer::Trouble(why)) => Err(why),
        Ok(Reply::Done | Reply::Status(_) | Reply::Told(_) | Reply::Parts(_) | Reply::Changed(_)) => {
            Ok(text::corrected(id, outcome.token()))
        }
        Err(none @ NoAnswer::Unknown(_)) => return no_answer(&none),
        Err(NoAnswer::NotRunning) => match correct_alone(paths, id, outcome) {
            Ok(Err(error)) if !error.is_refusal() => return not_recorded(&error.to_string()),
            done => done.and_then(|done| done.map_err(|error| error.to_string())),
        },
    })
}

fn correct_alone(paths: &Paths, id: u64, outcome: Outcome) -> Result<Result<String, LedgerError>, String> {
    let now = Past::open(paths)?.map_or_else(|_| wall(), |past| past.now);
    let alone = Single::acquire(paths).map_err(|error| error.to_string())?;
    let _alone = alone.ok_or_else(text::busy)?;
    let done = Ledger::open(&paths.ledger).and_then(|opened| {
        let mut ledger = opened.ledger;
        ledger.correct(id, outcome, now)
    });
    Ok(done.map(|_| text::corrected(id, outcome.token())))
}

/// `unhunch why`.
pub(super) fn why(paths: &Paths, time: Option<NaiveTime>, day: Day, wait: bool) -> Exit {
    let done = told(decisions(paths, time, day));
    hold(wait);
    done
}

fn decisions(paths: &Paths, time: Option<NaiveTime>, day: Day) -> Result<String, String> {
    let past = match Past::open(paths)? {
        Ok(past) => past,
        Err(status) => return Ok(text::nothing_decided_yet(status.as_ref())),
    };
    let (asked, day) = (day, past.day(day));
    let starts = past.settings.rules.day_starts;
    let journal = past.ledger.journal(day).map_err(|error| error.to_string())?;
    let mut decided: Vec<&Entry> = journal.iter().filter(|entry| entry.kind == EntryKind::Decision).collect();
    if let Some(time) = time {
        // A time before the day's start is of the night that ends the day.
        let date = if time < starts { day.succ_opt().unwrap_or(day) } else { day };
        let wanted = date.and_time(time);
        decided.retain(|entry| (entry.at.naive_local() - wanted).abs() <= AROUND);
    }
    if decided.is_empty() && time.is_none() && asked == Day::Back(0) {
        return Ok(text::nothing_decided_yet(past.status.as_ref()));
    }
    if decided.is_empty() {
        let about = time.map(|time| format!(" around {}", time.format("%H:%M"))).unwrap_or_default();
        return Ok(text::nothing_decided(&format!("{day}{about}")));
    }
    let line = |entry: &&Entry| format!("{}  {:<44}  {}", entry.at.format("%H:%M:%S"), entry.text, entry.why);
    Ok(decided.iter().map(line).collect::<Vec<_>>().join("\n"))
}

/// `unhunch log --scenario`.
pub(super) fn log(paths: &Paths, day: Day) -> Exit {
    handed_on(scenario_of(paths, day))
}

fn scenario_of(paths: &Paths, day: Day) -> Result<String, String> {
    let Ok(past) = Past::open(paths)? else { return Err(text::nothing_decided("that day")) };
    let day = past.day(day);
    let journal = past.ledger.journal(day).map_err(|error| error.to_string())?;
    let first = journal.first().ok_or_else(|| text::nothing_decided(&day.to_string()))?;
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
            EntryKind::Input if entry.text == "run" && lines.len() == 1 => continue,
            EntryKind::Input if entry.text.starts_with("settings") && lines.len() == 1 => entry.text.clone(),
            EntryKind::Input => format!("{ahead}{time} {}", entry.text),
            EntryKind::Decision => format!("# {time} {}  ({})", entry.text, entry.why),
        });
    }
    Ok(lines.join("\n"))
}

/// Keeps a window open until a key is pressed.
fn hold(wait: bool) {
    if wait {
        output::line(&format!("\n{}", text::PRESS_A_KEY));
        keys::wait_for_one();
    }
}
