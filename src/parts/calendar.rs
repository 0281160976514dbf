//! What can be told of the calendars, and what can be wrong with one. Names files by their last name and addresses by
//! their host, because the rest of an address is a secret.

use super::{Means, PartState, Report};
use crate::engine::event::Sense;
use crate::engine::moment::Stamp;
use crate::system::files;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What the calendars say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Says {
    /// The person named none.
    NoSources,
    /// They are read.
    Read {
        /// How many there are.
        calendars: usize,
        /// How many meetings are still to come.
        ahead: usize,
        /// When they were read.
        at: Option<Stamp>,
        /// What is wrong.
        wrong: Vec<Wrong>,
    },
    /// None of them can be read.
    Unread(Vec<Wrong>),
}

/// Something that is wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Wrong {
    /// With one calendar; with the time of the copy that counts meanwhile, if one does.
    Calendar {
        /// Its name.
        name: String,
        /// What.
        why: Why,
        /// The copy's time.
        copy: Option<Stamp>,
    },
    /// The reading process ended badly.
    Reader(ReaderEnd),
    /// Changes of files are not heard; the system's own words.
    Unwatched(String),
}

/// How the reading process ended badly.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReaderEnd {
    /// It took too long and was ended.
    Slow,
    /// It said too much.
    Loud,
    /// In the system's words.
    Foreign(String),
}

/// What is wrong with one calendar, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trouble {
    /// What is wrong.
    pub why: Why,
    /// What to do.
    pub advice: Advice,
}

/// What is wrong with one calendar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// It is neither a file nor a folder.
    NoFile,
    /// Nothing has that name.
    NotThere,
    /// A file or an answer beyond the limit.
    TooLong,
    /// A folder beyond the limits.
    TooMany,
    /// A text that is no calendar.
    NoCalendar,
    /// A calendar with too much in three days.
    TooFull,
    /// No answer within the time.
    TooSlow,
    /// No such host.
    NoHost,
    /// A redirect to where we do not follow.
    Astray,
    /// An answer that cannot be unpacked.
    BadPacking,
    /// Nowhere to keep copies.
    NoCache,
    /// Its reading ended badly.
    ReaderLost,
    /// The server says no, by this code.
    Status(u16),
    /// The connection does not speak HTTP as it should.
    NotHttp,
    /// The proxy refuses.
    ProxyRefuses,
    /// The connection failed, and nobody says how.
    Nameless,
    /// The connection or its encryption failed; the system's own words.
    Connection(String),
    /// It could not be read.
    Unreadable(files::Trouble),
    /// A copy could not be written.
    NoCopy(files::Trouble),
    /// Files of a folder that do not count: the first one's name, and how many.
    LeftOut(String, usize),
    /// Times in zones that nobody knows.
    UnknownZones(BTreeSet<String>),
    /// More meetings than are kept at once: how many are taken in later, and from when on.
    Crowded(usize, Stamp),
    /// As a version before this one wrote it beside a copy.
    #[serde(untagged)]
    Legacy(String),
}

/// What can be done about a calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "each is about what its name says")]
pub enum Advice {
    NoSources,
    Reader,
    Missing,
    Unreadable,
    Fetch,
    Gone,
    Cache,
    Zone,
    Crowded,
}

/// The person named no calendar.
#[must_use]
pub fn no_sources() -> Report {
    let report = Report::not_here(Sense::Calendar, Says::NoSources, Advice::NoSources);
    Report { state: PartState::Off, ..report }
}

/// How the calendars are: how many, how many meetings are still to come, when they were read, and what is wrong.
#[must_use]
pub fn read(calendars: usize, ahead: usize, at: Option<Stamp>, wrong: Vec<Wrong>, advice: Option<Advice>) -> Report {
    let report = Report::works(Sense::Calendar, Means::Reader, Says::Read { calendars, ahead, at, wrong });
    Report { advice: advice.map(Into::into).unwrap_or_default(), ..report }
}

/// None of the calendars can be read.
#[must_use]
pub fn unread(wrong: Vec<Wrong>, advice: Option<Advice>) -> Report {
    let advice: super::Advice = advice.map(Into::into).unwrap_or_default();
    Report::failed(Sense::Calendar, Means::Reader, Says::Unread(wrong), advice)
}
