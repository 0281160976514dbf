//! What `doctor` says of each part that the shell owns; the form of its lines is `parts`'s. Pure.

use crate::engine::moment::Stamp;
use crate::parts::{PartState, Report};
use chrono::NaiveDate;

/// What becomes of a ledger that cannot be written.
pub const LEDGER_WAITS: &str = "Unhunch goes on and keeps everything in memory; it is written as soon as that works. Free disk space or mend the file.";

/// What to do about a file that was set aside.
pub const SEEN_ADVICE: &str = "All that follows is recorded as ever. Keep that file if you want it looked into; `unhunch doctor --seen` ends this line.";

/// The person has seen what was set aside.
#[must_use]
pub fn seen(files: usize) -> &'static str {
    if files == 0 { "There was nothing to see: no file was set aside." } else { "Good. It is not mentioned any more." }
}

/// Records that break a rule of the ledger were set apart.
#[must_use]
pub fn ledger_refused(records: usize) -> String {
    let what = if records == 1 { "1 record".into() } else { format!("{records} records") };
    format!("{what} did not fit what is there and stands in the journal instead; all others are written")
}

/// The record is whole; what the engine remembered is not.
pub const LEDGER_ANEW: &str =
    "the state of the last run could not be read, so countdowns began anew; the record is whole";

/// Where to see what is wrong.
pub const CHECK_SETTINGS: &str = "`unhunch config check` says what is wrong; everything else counts.";

/// The settings file in a few words.
#[must_use]
pub fn settings(problems: usize) -> String {
    match problems {
        0 => "every line counts".into(),
        1 => "1 line does not count".into(),
        more => format!("{more} lines do not count"),
    }
}

/// The library in a few words.
#[must_use]
pub fn library(exercises: usize, problems: usize) -> String {
    match problems {
        0 => format!("{exercises} exercises"),
        1 => format!("{exercises} exercises, 1 entry left out"),
        more => format!("{exercises} exercises, {more} entries left out"),
    }
}

/// A sense of calls that has not changed on so many days with meetings; `changed`: when it last did.
#[must_use]
pub fn deaf(part: &str, changed: Option<NaiveDate>, days: u32) -> String {
    let never = changed.map_or_else(|| "It has never changed".into(), |day| format!("It has not changed since {day}"));
    let with = if part == "camera" { "use a camera" } else { "take calls" };
    format!(
        "{never}, on {days} days with meetings: if you {with} on this machine, it may be deaf; see `unhunch doctor --watch`."
    )
}

/// The socket listens.
pub const LISTENS: &str = "listens";

/// What to do without a socket.
pub const NO_SOCKET_ADVICE: &str = "Answer in the tray or the notification; start Unhunch again to try once more.";

/// The clock runs as it should.
pub const REAL_TIME: &str = "real time";

/// The clock runs fast.
#[must_use]
pub fn fast(speed: u32) -> String {
    format!("{speed} times faster than life")
}

/// What to do about a fast clock.
pub const FAST_ADVICE: &str = "Set clock.speed to 1 for real days.";

/// Prompts are in the terminal.
#[must_use]
pub fn terminal(keys: bool) -> &'static str {
    if keys {
        "prompts here, answered by single keys"
    } else {
        "prompts are printed, answered by `unhunch` from elsewhere"
    }
}

/// The tray is switched off.
pub const TRAY_OFF: &str = "switched off in the settings";

/// The tray cannot come back into a process that gave it up.
pub const TRAY_AGAIN: &str = "Start Unhunch again to have the tray back.";

/// Nothing is running, so only a part can be told.
pub const ALONE: &str = "Unhunch is not running; this is what can be told without it. Start it with `unhunch`.";

/// The state's word in the list.
#[must_use]
pub fn state(state: PartState) -> &'static str {
    match state {
        PartState::Works => "works",
        PartState::NotHere => "not here",
        PartState::Failed => "failed",
        PartState::Off => "off",
    }
}

/// Since when a part is in its state: the time, with the date where that was not today.
#[must_use]
pub fn since(at: Stamp, today: Stamp) -> String {
    let same = at.date_naive() == today.date_naive();
    if same { super::clock(at) } else { at.format("%Y-%m-%d %H:%M").to_string() }
}

/// A failed part, on standard error.
#[must_use]
pub fn problem(report: &Report) -> String {
    let told: Vec<&str> =
        [report.says.as_str(), report.advice.as_str()].into_iter().filter(|t| !t.is_empty()).collect();
    format!("{}: {}", report.part, told.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_of_another_day_carries_its_date() {
        let at = |text: &str| text.parse::<Stamp>().expect("a time");
        let now = at("2026-01-05T17:00:00+01:00");
        assert_eq!(since(at("2026-01-05T09:14:59+01:00"), now), "09:14");
        assert_eq!(since(at("2026-01-04T17:00:00+01:00"), now), "2026-01-04 17:00");
    }

    #[test]
    fn a_deaf_sense_is_asked_about_not_accused() {
        let day = "2026-01-05".parse().ok();
        let mic = deaf("mic", day, 30);
        assert!(mic.contains("since 2026-01-05, on 30 days") && mic.contains("if you take calls"), "{mic}");
        let camera = deaf("camera", None, 31);
        assert!(camera.contains("never changed, on 31 days") && camera.contains("if you use a camera"), "{camera}");
    }
}
