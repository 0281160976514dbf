//! The calendars that the person names: files, folders, addresses. Owns what is asked of the process that reads them and
//! what is known from one reading to the next, alike on every system. PURE.

pub(in crate::senses) mod announcer;
pub mod job;
pub mod known;

use job::Job;
use std::path::PathBuf;
use std::time::Duration;

/// The hidden command of the process that reads.
pub const COMMAND: &str = "read-calendars";

/// How deep below a folder calendars may lie: `collection/event.ics`, and a folder for the account above.
pub const DEPTH: u32 = 3;

/// What reading may take beside the patience for one address.
// Years of a full calendar take seconds, on a busy machine with a slow disk some more.
const READING: Duration = Duration::from_mins(1);

/// What the sense needs to know.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendars {
    /// What is to be read.
    pub job: Job,
    /// Our own program, which does the reading.
    pub program: PathBuf,
    /// A reading may take this long, instead of a minute beside the patience for one address.
    pub deadline: Option<Duration>,
}

impl Calendars {
    /// How long one reading may take.
    pub(in crate::senses) fn patience(&self) -> Duration {
        self.deadline.unwrap_or(READING.saturating_add(Duration::from_secs(self.job.patience_s)))
    }
}

/// Whether a file in a folder is a calendar by its name.
#[must_use]
pub fn is_calendar(name: &[u8]) -> bool {
    !name.starts_with(b".") && name.len() > 4 && name[name.len() - 4..].eq_ignore_ascii_case(b".ics")
}
