//! What is said of reading calendars: which ones, what is wrong with one, and what to do. Pure.

use super::clock;
use crate::engine::moment::Stamp;
use crate::parts::calendar::{Advice, ReaderEnd, Says, Why, Wrong};
use crate::plain::harmless;
use std::collections::BTreeSet;

/// An address of which there is no copy.
#[must_use]
pub fn not_fetched(host: &str) -> String {
    format!("The calendar at {host} was not fetched yet. Start Unhunch, which fetches it.")
}

/// What the calendars say.
#[must_use]
pub fn says(says: &Says) -> String {
    let listed = |all: &[Wrong]| all.iter().map(wrong).collect::<Vec<_>>();
    match says {
        Says::NoSources => "no calendar is named in the settings".into(),
        Says::Unread(all) => listed(all).join("; "),
        Says::Read { calendars, ahead, at, wrong } => {
            let plural = |n: usize, one: &str| format!("{n} {one}{}", if n == 1 { "" } else { "s" });
            let meetings = plural(*ahead, "meeting");
            let mut told = vec![format!("{}, {meetings} in the next two days", plural(*calendars, "calendar"))];
            told.extend(at.map(|at| format!("read at {}", clock(at))));
            told.extend(listed(wrong));
            told.join("; ")
        }
    }
}

fn wrong(wrong: &Wrong) -> String {
    match wrong {
        Wrong::Calendar { name, why: what, copy } => {
            let copy = copy.map(|at| format!(" (as it was on {})", at.format("%a %H:%M"))).unwrap_or_default();
            format!("{name} {}{copy}", why(what))
        }
        Wrong::Reader(ReaderEnd::Slow) => reader_failed("reading took too long and was ended"),
        Wrong::Reader(ReaderEnd::Loud) => reader_failed("reading gave more than can be"),
        Wrong::Reader(ReaderEnd::Foreign(words)) => reader_failed(words),
        Wrong::Unwatched(why) => format!("changes of the files are not heard ({why}), so they are read twice a day"),
    }
}

fn reader_failed(why: &str) -> String {
    format!("reading did not work ({why})")
}

/// What is wrong with one calendar; goes on from its name.
#[must_use]
pub fn why(why: &Why) -> String {
    match why {
        Why::NoFile => "is neither a file nor a folder".into(),
        Why::NotThere => "is not there".into(),
        Why::TooLong => "has more than 16 MB".into(),
        Why::TooMany => "has more than 20,000 calendar files or 64 MB of them".into(),
        Why::NoCalendar => "is no calendar".into(),
        Why::TooFull => "has more events in three days than any real calendar".into(),
        Why::TooSlow => "did not answer in time".into(),
        Why::NoHost => "was not found; is this computer online?".into(),
        Why::Astray => "sends to an address that is not followed".into(),
        Why::BadPacking => "sent something that cannot be unpacked".into(),
        Why::NoCache => "has no folder for a copy".into(),
        Why::ReaderLost => "could not be read to its end".into(),
        Why::Status(code) => status(*code),
        Why::NotHttp => unreached("it does not speak HTTP as it should"),
        Why::ProxyRefuses => unreached("the proxy refuses"),
        Why::Nameless => unreached("an error that has no name"),
        Why::Connection(words) => unreached(words),
        Why::System(words) => format!("cannot be read ({words})"),
        Why::NoCopy(words) => format!("has a copy that cannot be written ({words})"),
        Why::LeftOut(name, 1) => format!("holds {name}, which is no calendar"),
        Why::LeftOut(_, files) => format!("holds {files} files that are no calendars"),
        Why::UnknownZones(zones) => unknown_zones(zones),
        Why::Crowded(left_out, from) => crowded(*left_out, *from),
        Why::Legacy(words) => words.clone(),
    }
}

fn status(code: u16) -> String {
    match code {
        401 | 403 => format!("does not let us read it ({code})"),
        404 | 410 => format!("has no such calendar any more ({code})"),
        429 => "wants to be asked less often (429)".into(),
        500.. => format!("has trouble of its own ({code})"),
        _ => format!("gave an answer that is no calendar ({code})"),
    }
}

fn unreached(why: &str) -> String {
    format!("cannot be reached ({why})")
}

pub(super) fn unknown_zones(zones: &BTreeSet<String>) -> String {
    let plain = |zone: &String| harmless(zone).chars().take(60).collect::<String>();
    let named: Vec<String> = zones.iter().map(|zone| format!("\"{}\"", plain(zone))).collect();
    let (one, are) = if named.len() == 1 { ("a zone", "is") } else { ("zones", "are") };
    format!("has times in {one} that {are} not known ({}), so that they may be told hours off", named.join(", "))
}

fn crowded(left_out: usize, from: Stamp) -> String {
    let meetings = if left_out == 1 { "1 meeting is".to_owned() } else { format!("{left_out} meetings are") };
    format!("has more meetings than are kept at once: {meetings} taken in later, from {} on", from.format("%a %H:%M"))
}

/// What a person can do.
#[must_use]
pub fn advice(advice: Advice) -> &'static str {
    match advice {
        Advice::NoSources => {
            "`unhunch config set calendar.sources ~/work.ics` names one: a file, a folder of .ics files, or an https:// \
             address."
        }
        Advice::Reader => {
            "It is tried again by itself; if this stays, take one calendar after the other out of `calendar.sources` to \
             find the one that does it."
        }
        Advice::Missing => "Put it there, or name another one with `unhunch config set calendar.sources`.",
        Advice::Unreadable => "See that you may read it, and that it is an iCalendar file (.ics).",
        Advice::Fetch => "It is asked again by itself; if this stays, open the address in a browser.",
        Advice::Gone => {
            "Copy the calendar's secret address (iCal) anew from its settings on the web into `calendar.sources`."
        }
        Advice::Cache => "Free disk space, or see that you may write there; nothing is fetched until then.",
        Advice::Zone => "Choose another zone for these events in the program that keeps the calendar.",
        Advice::Crowded => "Look in the calendar for an event that repeats too often.",
    }
}
