//! The text of calendars to what happens when, and which of it is a meeting. PURE. Owns iCalendar (RFC 5545) as it is found
//! in the wild, and the one policy of what counts; never reads a file, a clock or the network, and never decides what a
//! meeting does to a break.
//!
//! Everything read is hostile until shown otherwise: sizes, counts and steps are bounded, so that no text can make it
//! panic, hang or grow without end.

mod clock;
mod event;
mod file;
mod links;
mod names;
mod policy;
mod property;
mod rule;
mod series;
mod services;
mod shape;
mod text;

use crate::zones::Zone;
use chrono::{DateTime, NaiveDate, Utc};
use std::collections::BTreeSet;
use std::sync::Arc;

pub use policy::{LONGEST, Policy, WhyNot, meetings, verdict};

/// The most bytes of one calendar that are read.
pub const MOST_BYTES: usize = 16 * 1024 * 1024;
/// The most occurrences that one calendar may have in a window.
pub const MOST_OCCURRENCES: usize = 20_000;

/// From an instant to another one, which is not in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// An occurrence belongs if it starts here or later ...
    pub from: DateTime<Utc>,
    /// ... and before this.
    pub to: DateTime<Utc>,
}

/// When an occurrence is: at instants, or on whole days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Extent {
    /// From an instant to another one, never earlier.
    Timed {
        /// The first instant.
        start: DateTime<Utc>,
        /// The first instant after it; the same if it has no length.
        end: DateTime<Utc>,
    },
    /// Whole days, wherever one is.
    Days {
        /// The first day.
        start: NaiveDate,
        /// The first day after it.
        end: NaiveDate,
    },
}

impl Extent {
    /// The instant at which it begins where the clock is of this zone.
    #[must_use]
    pub fn begins(&self, local: &Zone) -> DateTime<Utc> {
        match self {
            Extent::Timed { start, .. } => *start,
            Extent::Days { start, .. } => clock::Clock::Of(local.clone()).instant((*start).into()),
        }
    }
}

/// One time that an event happens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// The event's own name in its calendar; all occurrences of a series share it.
    pub uid: String,
    /// When.
    pub span: Extent,
    /// What it is called.
    pub title: Option<String>,
    /// What the policy needs.
    pub facts: Arc<Facts>,
}

/// What a calendar says of an event beside its time.
#[expect(clippy::struct_excessive_bools, reason = "independent things that a calendar says")]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// It takes no time: `TRANSP:TRANSPARENT`, or Outlook's "free".
    pub free: bool,
    /// The person is away or works elsewhere: Outlook's "out of office" and "working elsewhere".
    pub away: bool,
    /// It was called off.
    pub cancelled: bool,
    /// It is not certain yet.
    pub tentative: bool,
    /// Who asks, by mail address in small letters.
    pub organizer: Option<String>,
    /// Whose calendar it is, where the calendar is named by a mail address.
    pub owner: Option<String>,
    /// Who is asked to come, the first 1000 of them; rooms and devices are not among them.
    pub attendees: Vec<Attendee>,
    /// It names a place on the net where people meet.
    pub link: bool,
}

/// Somebody who is asked to come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attendee {
    /// The mail address, in small letters, without `mailto:`.
    pub address: String,
    /// What they answered.
    pub answer: Answer,
}

/// What an attendee answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Nothing yet.
    Open,
    /// Yes.
    Accepted,
    /// Perhaps.
    Tentative,
    /// No.
    Declined,
}

/// Why a text is no calendar; `text::calendar` has the sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// It has more than [`MOST_BYTES`].
    TooLong,
    /// Nothing in it begins a calendar.
    NoCalendar,
    /// More than [`MOST_OCCURRENCES`] in the window.
    TooMany,
}

/// What was read of a calendar.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// What happens in the window, by start, then uid.
    pub occurrences: Vec<Occurrence>,
    /// Events left out: their time cannot be read, or their rules ask for more work than any real calendar does.
    pub left_out: usize,
    /// Zones of times in the window that nobody knows, the first few by name: their times are told on the clock of whoever
    /// is there, or by the offset that stands in the name.
    pub unknown_zones: BTreeSet<String>,
}

/// What happens in the window. Days begin at the midnights of `local`, which also is the zone of times that name none.
///
/// # Errors
/// The text is no calendar, or beyond all bounds.
pub fn occurrences(text: &[u8], window: &Window, local: &Zone) -> Result<Vec<Occurrence>, Problem> {
    read(text, window, local).map(|reading| reading.occurrences)
}

/// The same, with what was left out.
///
/// # Errors
/// The text is no calendar, or beyond all bounds.
pub fn read(text: &[u8], window: &Window, local: &Zone) -> Result<Reading, Problem> {
    if text.len() > MOST_BYTES {
        return Err(Problem::TooLong);
    }
    let file = event::read(&text::plain(text))?;
    let mut reading = series::expand(&file, window, local)?;
    reading.left_out += file.left_out;
    Ok(reading)
}

/// The sides of a window that a calendar can be read for: years from 1 to 9999.
fn sane(window: &Window) -> Option<Window> {
    let [first, last] = [-62_135_596_800, 253_402_300_799].map(|at| DateTime::from_timestamp(at, 0));
    Some(Window { from: window.from.clamp(first?, last?), to: window.to.clamp(first?, last?) })
}
