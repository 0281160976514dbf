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
/// The guide of the running break, in front.
pub const GUIDE: &str = "Show the guide";
/// Skips what is due.
pub const SKIP: &str = "Skip";
/// The pauses to choose from.
pub const PAUSE: &str = "Pause";
/// Ends a pause.
pub const RESUME: &str = "Resume";
/// A pause for the rest of the day.
pub const UNTIL_TOMORROW: &str = "Until tomorrow";
/// The person's own meeting, by its length.
pub const IN_A_MEETING: &str = "I'm in a meeting";
/// The person's own meeting is over.
pub const MEETING_DONE: &str = "The meeting is over";
/// Shows the record.
pub const REVIEW: &str = "Review";
/// Shows the pages to read.
pub const LEARN: &str = "Learn";
/// Opens the settings.
pub const SETTINGS: &str = "Settings";
/// Shows today's decisions.
pub const WHY: &str = "Why?";
/// Ends the app.
pub const QUIT: &str = "Quit";

/// Cells of a meeting's title that are shown, at most.
const TITLE: usize = 40;

/// A pause until what is on ends: a call, a meeting with its end, or both.
#[must_use]
pub fn until_it_ends(call: bool, meeting: Option<Stamp>) -> String {
    match (call, meeting) {
        (true, Some(_)) => "Until call and meeting are over".into(),
        (false, Some(end)) => format!("Until the meeting ends ({})", clock(end)),
        (_, None) => "Until the call ends".into(),
    }
}

/// In a meeting, until when, and which if the person lets the calendar say.
#[must_use]
pub fn meeting(end: Option<&str>, title: Option<&str>) -> String {
    let words = hold(Hold::Meeting, end);
    match title.map(short_title).filter(|title| !title.is_empty()) {
        Some(title) => format!("{words}: {title}"),
        None => words,
    }
}

/// A title in one short line that cannot steer what shows it: no control characters, no marks of direction.
fn short_title(title: &str) -> String {
    // More than can be shown need not be looked at.
    let plain: String = title.chars().take(TITLE * 10).map(|c| if crate::plain::steers(c) { ' ' } else { c }).collect();
    let words = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.chars().count() <= TITLE {
        return words;
    }
    let cut: String = words.chars().take(TITLE - 1).collect();
    format!("{}\u{2026}", cut.trim_end())
}

/// The time that the person gave a meeting is over.
#[must_use]
pub fn meeting_over() -> String {
    "The time of your meeting is over".into()
}

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

/// A break is running, and what else asks for quiet.
#[must_use]
pub fn on_a_break(until: Option<Stamp>, holds: &[String]) -> String {
    let words = until.map_or_else(|| "On a break".into(), |at| format!("On a break until {}", clock(at)));
    if holds.is_empty() { words } else { format!("{words}. {}", quiet(holds, None, false)) }
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
pub fn hold(hold: Hold, until: Option<&str>) -> String {
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
    until.map_or_else(|| words.into(), |at| format!("{words} until {at}"))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_short_and_steers_nothing() {
        let end = "10:45";
        assert_eq!(meeting(Some(end), Some("Budget")), "in a meeting until 10:45: Budget");
        let steering = "\u{202e}a\u{2066}b\u{1b}[2J\n\tc\u{200f}\u{feff}";
        assert_eq!(meeting(Some(end), Some(steering)), "in a meeting until 10:45: a b [2J c");
        assert_eq!(meeting(Some(end), Some("\u{202e} \n")), "in a meeting until 10:45");
        let long = short_title(&"abcd ".repeat(10_000));
        assert_eq!((long.chars().count(), long.ends_with("abcd\u{2026}")), (40, true), "{long}");
    }
}
