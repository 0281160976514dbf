//! What `doctor` says of the parts that the shell owns, and around its list; the form of its lines is `parts`'s. Pure.

use crate::engine::moment::Stamp;
use crate::parts::PartState;
use crate::parts::own::{Advice, Guide, Says, WindowEnd};
use chrono::NaiveDate;

/// What such a part says.
#[must_use]
pub fn says(says: &Says) -> String {
    match says {
        Says::Settings(problems) => settings(*problems),
        Says::Library { exercises, left_out } => library(*exercises, *left_out),
        Says::LibraryFailed(problem) => format!("a file of your own counts for nothing: {problem}"),
        Says::Problem(problem) => problem.clone(),
        Says::Refused(records) => refused(*records),
        Says::Anew => {
            "the state of the last run could not be read, so countdowns began anew; the record is whole".into()
        }
        Says::Listens => "listens".into(),
        Says::NoSocket(why) => super::cli::no_socket(why),
        Says::Speed(1) => "real time".into(),
        Says::Speed(speed) => format!("{speed} times faster than life"),
        Says::Prompts { keys: true } => "prompts here, answered by single keys".into(),
        Says::Prompts { keys: false } => "prompts are printed, answered by `unhunch` from elsewhere".into(),
        Says::Guide(guide) => self::guide(guide),
    }
}

fn settings(problems: usize) -> String {
    match problems {
        0 => "every line counts".into(),
        1 => "1 line does not count".into(),
        more => format!("{more} lines do not count"),
    }
}

fn library(exercises: usize, left_out: usize) -> String {
    match left_out {
        0 => format!("{exercises} exercises"),
        1 => format!("{exercises} exercises, 1 entry left out"),
        more => format!("{exercises} exercises, {more} entries left out"),
    }
}

fn refused(records: usize) -> String {
    let what = if records == 1 { "1 record".into() } else { format!("{records} records") };
    format!("{what} did not fit what is there and stands in the journal instead; all others are written")
}

fn guide(guide: &Guide) -> String {
    match guide {
        Guide::NotYet => "opens when a break starts".into(),
        Guide::Shown => "it opened".into(),
        Guide::Died(end) => format!("the last one closed by itself: {}", ended(end)),
        Guide::Failed(end) => ended(end),
        Guide::InNotification => "the notification shows the steps, as set".into(),
        Guide::WithoutDisplay => "no display, so the steps are shown as notifications or in the terminal".into(),
    }
}

/// How the process of a window ended.
#[must_use]
pub fn ended(end: &WindowEnd) -> String {
    match end {
        WindowEnd::Words(words) => words.clone(),
        WindowEnd::Ended { signal: Some(signal), .. } => format!("its process was ended by signal {signal}"),
        WindowEnd::Ended { status: Some(status), .. } => format!("its process ended with status {status}"),
        WindowEnd::Ended { .. } => "its process ended".into(),
        WindowEnd::NotStarted(why) => format!("its process could not be started ({why})"),
        WindowEnd::TooSlow => "no window appeared within 3 s".into(),
    }
}

/// What a person can do about such a part.
#[must_use]
pub fn advice(advice: &Advice) -> String {
    match advice {
        Advice::CheckSettings => "`unhunch config check` says what is wrong; everything else counts.".into(),
        Advice::Problem(problem) => problem.clone(),
        Advice::LedgerWaits => {
            "Unhunch goes on and keeps everything in memory; it is written as soon as that works. Free disk space or \
             mend the file."
                .into()
        }
        Advice::Seen => {
            "All that follows is recorded as ever. Keep that file if you want it looked into; `unhunch doctor --seen` \
             ends this line."
                .into()
        }
        Advice::NoSocket => {
            "Answer in the tray or the notification; start Unhunch again to try once more.".into()
        }
        Advice::Fast => "Set clock.speed to 1 for real days.".into(),
        Advice::TrayAgain => "Start Unhunch again to have the tray back.".into(),
        Advice::Guide => {
            "The steps are shown without it. `unhunch guide` tries again; `unhunch config set guide.where notification` \
             leaves the window out."
                .into()
        }
        Advice::Deaf { camera, changed, days } => deaf(*camera, *changed, *days),
    }
}

fn deaf(camera: bool, changed: Option<NaiveDate>, days: u32) -> String {
    let never = changed.map_or_else(|| "It has never changed".into(), |day| format!("It has not changed since {day}"));
    let with = if camera { "use a camera" } else { "take calls" };
    format!(
        "{never}, on {days} days with meetings: if you {with} on this machine, it may be deaf; see `unhunch doctor --watch`."
    )
}

/// The person has seen what was set aside.
#[must_use]
pub fn seen(files: usize) -> &'static str {
    if files == 0 { "There was nothing to see: no file was set aside." } else { "Good. It is not mentioned any more." }
}

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
        let mic = deaf(false, day, 30);
        assert!(mic.contains("since 2026-01-05, on 30 days") && mic.contains("if you take calls"), "{mic}");
        let camera = deaf(true, None, 31);
        assert!(camera.contains("never changed, on 31 days") && camera.contains("if you use a camera"), "{camera}");
    }
}
