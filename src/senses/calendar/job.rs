//! What the sense asks of the short-lived process that reads calendars, and what it hears back. Owns these two forms;
//! never reads anything itself. Addresses are secrets: they go in by a pipe and never come out again.

use crate::engine::event::Meeting;
use crate::engine::moment::Stamp;
use crate::parts::calendar::Trouble;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::path::PathBuf;

/// The longest job or answer, in bytes: thousands of meetings.
// It is held in the memory of the app that stays; a reader gone wild must not fill it.
pub const LONGEST: u64 = 4 << 20;

/// A calendar's address on the net. Who knows it can read the calendar, so that it is never printed.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Address(pub String);

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Address(..)")
    }
}

/// One reading of all calendars.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Job {
    /// Files and folders, absolute.
    pub paths: Vec<PathBuf>,
    /// `https:` addresses, and `http:` ones of this machine.
    pub addresses: Vec<Address>,
    /// All busy events count, not only those with other people or a link to a call.
    pub all_busy: bool,
    /// Titles may leave the process, for the menu.
    pub titles: bool,
    /// The person's own mail addresses.
    pub me: Vec<String>,
    /// The folder for copies of what was fetched; without one nothing is fetched.
    pub cache: Option<PathBuf>,
    /// An address is asked again after this many seconds at the earliest.
    pub every_s: u64,
    /// How many seconds one address may take.
    pub patience_s: u64,
}

/// What was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// When.
    pub at: Stamp,
    /// Each path, then each address, in the order of the job.
    pub sources: Vec<CalendarRead>,
    /// After how many seconds an address may be asked again; none without addresses.
    pub next_s: Option<u64>,
}

/// One calendar as it was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarRead {
    /// The file's name or the address's host, never more.
    pub name: String,
    /// Its meetings; none if it could not be read.
    #[serde(with = "titled")]
    pub meetings: Option<Vec<Meeting>>,
    /// What is wrong, and what to do about it; there may be meetings all the same.
    pub trouble: Option<Trouble>,
}

/// Meetings with their titles, which are written nowhere but on this pipe.
mod titled {
    use super::Meeting;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    #[derive(Serialize, Deserialize)]
    struct Titled {
        #[serde(flatten)]
        meeting: Meeting,
        #[serde(rename = "called")]
        title: Option<String>,
    }

    #[expect(clippy::ref_option, reason = "the form that serde calls")]
    pub(super) fn serialize<S: Serializer>(all: &Option<Vec<Meeting>>, to: S) -> Result<S::Ok, S::Error> {
        let titled = |meeting: &Meeting| Titled { title: meeting.title.clone(), meeting: meeting.clone() };
        all.as_ref().map(|all| all.iter().map(titled).collect::<Vec<_>>()).serialize(to)
    }

    pub(super) fn deserialize<'a, D: Deserializer<'a>>(from: D) -> Result<Option<Vec<Meeting>>, D::Error> {
        let plain = |titled: Titled| Meeting { title: titled.title, ..titled.meeting };
        Ok(Option::<Vec<Titled>>::deserialize(from)?.map(|all| all.into_iter().map(plain).collect()))
    }
}
