//! What is said of reading calendars: which ones, what is wrong with one, and what to do. Pure.

use super::formats::{clock_of_short_weekday, series};
use super::{clock, files, list};
use crate::engine::moment::Stamp;
use crate::parts::calendar::{Advice, ReaderEnd, Says, Why, Wrong};
use crate::plain::harmless;
use std::collections::BTreeSet;

/// An address of which there is no copy.
#[must_use]
pub fn not_fetched(host: &str) -> String {
    text!("feed-not-fetched", host)
}

/// What the calendars say.
#[must_use]
pub fn says(says: &Says) -> String {
    match says {
        Says::NoSources => text!("feed-no-sources"),
        Says::Unread(all) => series(all.iter().map(wrong)),
        Says::Read { calendars, ahead, at, wrong: all } => {
            let read = text!("feed-read", calendars = *calendars, meetings = *ahead);
            let at = at.map(|at| text!("feed-read-at", at = clock(at)));
            series([read].into_iter().chain(at).chain(all.iter().map(wrong)))
        }
    }
}

fn wrong(wrong: &Wrong) -> String {
    match wrong {
        Wrong::Calendar { name, why: what, copy: None } => text!("feed-wrong", name = name.as_str(), what = why(what)),
        Wrong::Calendar { name, why: what, copy: Some(at) } => {
            text!("feed-wrong-copy", name = name.as_str(), what = why(what), at = clock_of_short_weekday(*at))
        }
        Wrong::Reader(ReaderEnd::Slow) => reader_failed(text!("feed-reader-slow")),
        Wrong::Reader(ReaderEnd::Loud) => reader_failed(text!("feed-reader-loud")),
        Wrong::Reader(ReaderEnd::Foreign(words)) => reader_failed(words.clone()),
        Wrong::Unwatched(why) => text!("feed-unwatched", why = why.as_str()),
    }
}

fn reader_failed(why: String) -> String {
    text!("feed-reader-failed", why)
}

/// What is wrong with one calendar; goes on from its name.
#[must_use]
pub fn why(why: &Why) -> String {
    match why {
        Why::NoFile => text!("feed-why-no-file"),
        Why::NotThere => text!("feed-why-not-there"),
        Why::TooLong => text!("feed-why-too-long"),
        Why::TooMany => text!("feed-why-too-many"),
        Why::NoCalendar => text!("feed-why-no-calendar"),
        Why::TooFull => text!("feed-why-too-full"),
        Why::TooSlow => text!("feed-why-too-slow"),
        Why::NoHost => text!("feed-why-no-host"),
        Why::Astray => text!("feed-why-astray"),
        Why::BadPacking => text!("feed-why-bad-packing"),
        Why::NoCache => text!("feed-why-no-cache"),
        Why::ReaderLost => text!("feed-why-reader-lost"),
        Why::Status(code) => status(*code),
        Why::NotHttp => unreached(text!("feed-unreached-not-http")),
        Why::ProxyRefuses => unreached(text!("feed-unreached-proxy")),
        Why::Nameless => unreached(text!("feed-unreached-nameless")),
        Why::Connection(words) => unreached(words.clone()),
        Why::Unreadable(trouble) => text!("feed-why-unreadable", why = files::trouble(trouble)),
        Why::NoCopy(trouble) => text!("feed-why-no-copy", why = files::trouble(trouble)),
        Why::LeftOut(name, 1) => text!("feed-why-left-out-one", name = name.as_str()),
        Why::LeftOut(_, files) => text!("feed-why-left-out", files = *files),
        Why::UnknownZones(zones) => unknown_zones(zones),
        Why::Crowded(left_out, from) => crowded(*left_out, *from),
        Why::Legacy(words) => words.clone(),
    }
}

fn status(code: u16) -> String {
    match code {
        401 | 403 => text!("feed-why-forbidden", code),
        404 | 410 => text!("feed-why-gone", code),
        429 => text!("feed-why-asked-too-often", code),
        500.. => text!("feed-why-server-trouble", code),
        _ => text!("feed-why-other-answer", code),
    }
}

fn unreached(why: String) -> String {
    text!("feed-why-unreached", why)
}

pub(super) fn unknown_zones(zones: &BTreeSet<String>) -> String {
    let plain = |zone: &String| harmless(zone).chars().take(60).collect::<String>();
    let named = list(zones.iter().map(|zone| format!("\"{}\"", plain(zone))));
    text!("feed-why-unknown-zones", count = zones.len(), zones = named)
}

fn crowded(left_out: usize, from: Stamp) -> String {
    text!("feed-why-crowded", meetings = left_out, from = clock_of_short_weekday(from))
}

/// What a person can do.
#[must_use]
pub fn advice(advice: Advice) -> String {
    match advice {
        Advice::NoSources => text!("feed-advice-no-sources"),
        Advice::Reader => text!("feed-advice-reader"),
        Advice::Missing => text!("feed-advice-missing"),
        Advice::Unreadable => text!("feed-advice-unreadable"),
        Advice::Fetch => text!("feed-advice-fetch"),
        Advice::Gone => text!("feed-advice-gone"),
        Advice::Cache => text!("feed-advice-cache"),
        Advice::Zone => text!("feed-advice-zone"),
        Advice::Crowded => text!("feed-advice-crowded"),
    }
}
