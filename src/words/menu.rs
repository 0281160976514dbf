//! The words of the tray and of `status`.

use super::{capital, clock, length};
use crate::engine::instance::Hold;
use crate::engine::moment::Stamp;
use chrono::{NaiveDate, NaiveDateTime};
use std::time::Duration;

/// Begins a break.
pub const START: &str = "Start break now";
/// Ends the running break.
pub const DONE: &str = "Break done";
/// Skips what is due.
pub const SKIP: &str = "Skip";
/// The pauses to choose from.
pub const PAUSE: &str = "Pause";
/// Ends a pause.
pub const RESUME: &str = "Resume";
/// A pause by what is on.
pub const UNTIL_CALL_ENDS: &str = "Until the call ends";
/// A pause for the rest of the day.
pub const UNTIL_TOMORROW: &str = "Until tomorrow";
/// Shows the record.
pub const REVIEW: &str = "Review";
/// Opens the settings.
pub const SETTINGS: &str = "Settings";
/// Shows today's decisions.
pub const WHY: &str = "Why?";
/// Ends the app.
pub const QUIT: &str = "Quit";

/// Snoozes what is due.
#[must_use]
pub fn snooze(span: Duration) -> String {
    format!("Snooze {}", length(span))
}

/// A pause by the clock.
#[must_use]
pub fn for_minutes(minutes: u64) -> String {
    format!("For {minutes} min")
}

/// Today's figures.
#[must_use]
pub fn today(done: u32, of: u32) -> String {
    if of == 0 { "No breaks yet today".into() } else { format!("{done} of {of} taken today") }
}

/// The next break and when it falls due.
#[must_use]
pub fn next(name: &str, at: Stamp) -> String {
    format!("Next: {name} at {}", clock(at))
}

/// Desk time stands still.
#[must_use]
pub fn waiting(name: &str, left: Duration) -> String {
    format!("Next: {name} after {} more at the desk", length(left))
}

/// A break waits for its answer.
#[must_use]
pub fn due(name: &str) -> String {
    format!("{} is due", capital(name))
}

/// A break is due and no notification can say so.
#[must_use]
pub fn undeliverable(name: &str) -> String {
    format!("{} is due (notifications are not available)", capital(name))
}

/// A break waits for quiet to settle.
#[must_use]
pub fn owed(name: &str, at: Stamp) -> String {
    format!("{} comes at {}", capital(name), clock(at))
}

/// A break is snoozed.
#[must_use]
pub fn snoozed(name: &str, until: Stamp) -> String {
    format!("{} is snoozed until {}", capital(name), clock(until))
}

/// A break is running.
#[must_use]
pub fn on_a_break(until: Option<Stamp>) -> String {
    until.map_or_else(|| "On a break".into(), |at| format!("On a break until {}", clock(at)))
}

/// Nothing is configured.
#[must_use]
pub fn no_breaks() -> String {
    "No breaks are set".into()
}

/// Why it is quiet, what waits, and whether the body has waited for long.
#[must_use]
pub fn quiet(holds: &[String], waiting: Option<&str>, overdue: bool) -> String {
    let because = format!("Quiet: {}", holds.join(", "));
    match (waiting, overdue) {
        (Some(name), true) => format!("{because}. {} is overdue", capital(name)),
        (Some(name), false) => format!("{because}. {} waits", capital(name)),
        (None, _) => because,
    }
}

/// A hold, and until when if that is known.
#[must_use]
pub fn hold(hold: Hold, until: Option<Stamp>) -> String {
    let words = match hold {
        Hold::Locked => "screen locked",
        Hold::Asleep => "asleep",
        Hold::Paused => "paused",
        Hold::Hours => "outside working hours",
        Hold::Call => "in a call",
        Hold::Meeting => "in a meeting",
        Hold::Presenting => "presenting",
        Hold::Dnd => "do not disturb",
    };
    until.map_or_else(|| words.into(), |at| format!("{words} until {}", clock(at)))
}

/// Outside working hours, and when they begin.
#[must_use]
pub fn hours(begin: Option<NaiveDateTime>, today: NaiveDate) -> String {
    let words = hold(Hold::Hours, None);
    match begin {
        Some(at) if at.date() == today => format!("{words} until {}", at.format("%H:%M")),
        Some(at) => format!("{words} until {}", at.format("%A %H:%M")),
        None => words,
    }
}
