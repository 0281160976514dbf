//! What is said of calendars: what of them counts, why the rest does not, and what is wrong with a text. Pure.

use crate::calendar::{LONGEST, MOST_BYTES, MOST_OCCURRENCES, Problem, WhyNot};
use crate::engine::event::Mark;
use std::collections::BTreeSet;
use std::path::Path;

/// Why an occurrence is no meeting.
#[must_use]
pub fn why_not(why: WhyNot) -> String {
    match why {
        WhyNot::AllDay => "it is on whole days".into(),
        WhyNot::Cancelled => "it was called off".into(),
        WhyNot::Declined => "you declined it".into(),
        WhyNot::Free => "it is marked as free time".into(),
        WhyNot::Away => "you are marked as away or elsewhere".into(),
        WhyNot::NoLength => "it has no length".into(),
        WhyNot::TooLong => format!("it is longer than {} hours", LONGEST.num_hours()),
        WhyNot::Alone => "nobody else is in it, and it has no link to a call".into(),
    }
}

/// How a meeting is marked, where that is worth saying.
#[must_use]
pub fn mark(mark: Mark) -> &'static str {
    if mark == Mark::Tentative { " (tentative)" } else { "" }
}

/// Above the events that do not count.
pub const OTHERS: &str = "Not meetings:";
/// There is nothing at all.
pub const NOTHING: &str = "The calendar has nothing then.";
/// There is something, but no meeting.
pub const NO_MEETINGS: &str = "No meetings.";

/// An event with whole days for a time.
pub const ALL_DAY: &str = "all day";
/// An event without a title.
pub const UNTITLED: &str = "(no title)";

/// A file or folder that cannot be read; `why` goes on from its name ("is not there").
#[must_use]
pub fn unreadable(path: &Path, why: &str) -> String {
    format!("{} {why}. Name a calendar file (.ics) or a folder of them that you may read.", path.display())
}

/// What is wrong with a text that should be a calendar.
#[must_use]
pub fn problem(file: &Path, problem: Problem) -> String {
    let file = file.display();
    match problem {
        Problem::TooLong => format!(
            "{file} is larger than {} MB, which is more than is read of a calendar. Export less of it, such as this year.",
            MOST_BYTES / 1024 / 1024
        ),
        Problem::NoCalendar => {
            format!("{file} is no calendar: nothing in it begins one. Check that it is an iCalendar file (.ics).")
        }
        Problem::TooMany => format!(
            "{file} has more than {MOST_OCCURRENCES} events in that time. Ask for less time, or look for an event that repeats too often."
        ),
    }
}

/// Some events could not be taken in.
#[must_use]
pub fn left_out(file: &Path, count: usize) -> String {
    let events = if count == 1 { "1 event".to_owned() } else { format!("{count} events") };
    format!(
        "{}: {events} or their rules could not be read and are left out. Look at them in the program that wrote the calendar.",
        file.display()
    )
}

/// Times in zones that nobody knows.
#[must_use]
pub fn unknown_zones(file: &Path, zones: &BTreeSet<String>) -> String {
    format!(
        "{} {}. Choose another zone for these events in the program that wrote the calendar.",
        file.display(),
        super::feed::unknown_zones(zones)
    )
}

/// Nothing to read.
pub const NO_SOURCE: &str =
    "No calendar is named. Name a file or a folder (`unhunch calendar FILE.ics`), or set `calendar.sources`.";

/// A folder without calendars.
#[must_use]
pub fn empty_folder(folder: &Path) -> String {
    format!("{} holds no calendar. Name a folder with .ics files.", folder.display())
}

/// The end is not after the beginning.
pub const BACKWARDS: &str = "The time asked for ends before it begins. Give a `--to` that is later than `--from`.";
