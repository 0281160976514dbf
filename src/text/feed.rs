//! What is said of reading calendars: which ones, what is wrong with one, and what to do. Pure. Names files by their
//! last name and addresses by their host, because the rest of an address is a secret.

use super::clock;
use crate::plain::harmless;
use crate::engine::moment::Stamp;
use crate::parts::{PartState, Report};
use std::collections::BTreeSet;

/// An address of which there is no copy.
#[must_use]
pub fn not_fetched(host: &str) -> String {
    format!("The calendar at {host} was not fetched yet. Start Unhunch, which fetches it.")
}

/// The part's name.
pub const PART: &str = "calendar";

/// How calendars are read.
const MEANS: &str = "a process of its own for each reading";

/// What to do when reading does not work at all.
pub const READER_ADVICE: &str = "It is tried again by itself; if this stays, take one calendar after the other out of \
                                 `calendar.sources` to find the one that does it.";

/// What to do about a file that is not there.
pub const MISSING_ADVICE: &str = "Put it there, or name another one with `unhunch config set calendar.sources`.";

/// What to do about a file that cannot be read.
pub const UNREADABLE_ADVICE: &str = "See that you may read it, and that it is an iCalendar file (.ics).";

/// What to do about an address that cannot be fetched.
pub const FETCH_ADVICE: &str = "It is asked again by itself; if this stays, open the address in a browser.";

/// What to do about an address that is refused.
pub const GONE_ADVICE: &str =
    "Copy the calendar's secret address (iCal) anew from its settings on the web into `calendar.sources`.";

/// What to do when copies cannot be kept.
pub const CACHE_ADVICE: &str = "Free disk space, or see that you may write there; nothing is fetched until then.";

/// Something that is neither a file nor a folder.
pub const NO_FILE: &str = "is neither a file nor a folder";
/// Nothing has that name.
pub const NOT_THERE: &str = "is not there";
/// A file or answer beyond the limit.
pub const TOO_LONG: &str = "has more than 16 MB";
/// A folder beyond the limits.
pub const TOO_MANY: &str = "has more than 20,000 calendar files or 64 MB of them";
/// A text that is no calendar.
pub const NO_CALENDAR: &str = "is no calendar";
/// A calendar with too much in three days.
pub const TOO_FULL: &str = "has more events in three days than any real calendar";
/// No answer within the time.
pub const TOO_SLOW: &str = "did not answer in time";
/// No such host.
pub const NO_HOST: &str = "was not found; is this computer online?";
/// A redirect to where we do not follow.
pub const ASTRAY: &str = "sends to an address that is not followed";
/// An answer that cannot be unpacked.
pub const BAD_PACKING: &str = "sent something that cannot be unpacked";
/// Nowhere to keep copies.
pub const NO_CACHE: &str = "has no folder for a copy";

/// What to do about times in a zone that is not known.
pub const ZONE_ADVICE: &str = "Choose another zone for these events in the program that keeps the calendar.";

/// What to do about more meetings than anybody has.
pub const CROWDED_ADVICE: &str = "Look in the calendar for an event that repeats too often.";

/// The person named no calendar.
#[must_use]
pub fn no_sources() -> Report {
    Report {
        part: PART.into(),
        state: PartState::Off,
        means: String::new(),
        says: "no calendar is named in the settings".into(),
        advice: "`unhunch config set calendar.sources ~/work.ics` names one: a file, a folder of .ics files, or an \
                 https:// address."
            .into(),
    }
}

/// How the calendars are: how many, how many meetings are still to come, when they were read, and what is wrong.
#[must_use]
pub fn read(calendars: usize, ahead: usize, at: Option<Stamp>, wrong: &[String], advice: &str) -> Report {
    let plural = |n: usize, one: &str| format!("{n} {one}{}", if n == 1 { "" } else { "s" });
    let mut says = format!("{}, {} in the next two days", plural(calendars, "calendar"), plural(ahead, "meeting"));
    if let Some(at) = at {
        says = format!("{says}; read at {}", clock(at));
    }
    for what in wrong {
        says = format!("{says}; {what}");
    }
    Report { advice: advice.into(), ..Report::works(PART, MEANS, says) }
}

/// None of the calendars can be read.
#[must_use]
pub fn unread(wrong: &[String], advice: &str) -> Report {
    Report::failed(PART, MEANS, wrong.join("; "), advice)
}

/// A calendar and what is wrong with it; with the time of the copy that counts meanwhile, if one does.
#[must_use]
pub fn wrong(name: &str, why: &str, copy: Option<Stamp>) -> String {
    let copy = copy.map(|at| format!(" (as it was on {})", at.format("%a %H:%M"))).unwrap_or_default();
    format!("{name} {why}{copy}")
}

/// Changes of files are not heard.
#[must_use]
pub fn unwatched(why: &str) -> String {
    format!("changes of the files are not heard ({why}), so they are read twice a day")
}

/// The reading process did not come to an end.
pub const READER_SLOW: &str = "reading took too long and was ended";

/// A reading of one calendar ended badly.
pub const READER_LOST: &str = "could not be read to its end";

/// The reading process said too much.
pub const READER_LOUD: &str = "reading gave more than can be";

/// The reading process ended badly.
#[must_use]
pub fn reader_failed(why: &str) -> String {
    format!("reading did not work ({why})")
}

/// The server says no.
#[must_use]
pub fn status(code: u16) -> String {
    match code {
        401 | 403 => format!("does not let us read it ({code})"),
        404 | 410 => format!("has no such calendar any more ({code})"),
        429 => "wants to be asked less often (429)".into(),
        500.. => format!("has trouble of its own ({code})"),
        _ => format!("gave an answer that is no calendar ({code})"),
    }
}

/// A connection or its encryption failed; the system's own words.
#[must_use]
pub fn connection(why: &str) -> String {
    format!("cannot be reached ({why})")
}

/// Something could not be read or written; the system's own words.
#[must_use]
pub fn system(why: &str) -> String {
    format!("cannot be read ({why})")
}

/// A copy could not be written.
#[must_use]
pub fn no_copy(why: &str) -> String {
    format!("has a copy that cannot be written ({why})")
}

/// Files of a folder that do not count.
#[must_use]
pub fn left_out(name: &str, files: usize) -> String {
    if files == 1 {
        format!("holds {name}, which is no calendar")
    } else {
        format!("holds {files} files that are no calendars")
    }
}

/// A calendar has times in zones that nobody knows; goes on from its name.
#[must_use]
pub fn unknown_zones(zones: &BTreeSet<String>) -> String {
    let plain = |zone: &String| harmless(zone).chars().take(60).collect::<String>();
    let named: Vec<String> = zones.iter().map(|zone| format!("\"{}\"", plain(zone))).collect();
    let (one, are) = if named.len() == 1 { ("a zone", "is") } else { ("zones", "are") };
    format!("has times in {one} that {are} not known ({}), so that they may be told hours off", named.join(", "))
}

/// Meetings of a calendar that are not kept because all calendars together have more than are; goes on from its name.
#[must_use]
pub fn crowded(left_out: usize, from: Stamp) -> String {
    let meetings = if left_out == 1 { "1 meeting is".to_owned() } else { format!("{left_out} meetings are") };
    format!("has more meetings than are kept at once: {meetings} taken in later, from {} on", from.format("%a %H:%M"))
}
