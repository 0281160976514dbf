//! Record read back: the ledger as it is beside a running app or without one, and which time counts for it.
//! Owns that choice; never writes.

use crate::engine::moment::{Stamp, day_of};
use crate::ledger::{Ledger, LedgerError};
use crate::settings::Settings;
use crate::shell::cli::Day;
use crate::shell::clock::{Anchor, Timeline};
use crate::shell::ipc::{Condition, client};
use crate::shell::paths::Paths;
use crate::shell::{files, output};
use crate::system::clock::wall;
use crate::text::ledger as text;
use chrono::{Days, NaiveDate};
use serde::Deserialize;

/// Record and the time that counts for it.
pub(crate) struct Past {
    pub ledger: Ledger,
    pub settings: Settings,
    /// The app's wall clock.
    pub now: Stamp,
    /// Up to when the record knows: now while the app runs, otherwise the last time it wrote.
    pub until: Stamp,
    /// How the running app is, if one runs.
    pub status: Option<Condition>,
}

impl Past {
    /// None where nothing was recorded yet. What the running app could not record is said.
    pub(crate) fn open(paths: &Paths) -> Result<Result<Self, Option<Condition>>, String> {
        let settings = files::settings(paths)?.settings;
        // Asked first, the running app puts right what is wrong with the file.
        let status = client::status(paths);
        if let Some(why) = status.as_ref().and_then(|status| status.not_recorded.as_ref()) {
            output::problem(&text::not_recorded(why));
        }
        let ledger = match Ledger::open_read_only(&paths.ledger) {
            Err(LedgerError::Missing { .. }) => return Ok(Err(status)),
            other => other.map_err(|error| text::error(&error))?,
        };
        let memory = ledger.memory().map_err(|error| text::error(&error))?;
        let anchor = memory.as_deref().and_then(last_anchor);
        let (now, until) = match anchor {
            None if status.is_some() => (wall(), wall()),
            None => (wall(), ledger.last_entry().map_err(|error| text::error(&error))?.unwrap_or_else(wall)),
            Some(anchor) if status.is_some() => {
                let now = Timeline::start(anchor.speed, Some(&anchor)).now().local;
                (now, now)
            }
            // Without its app a fast clock stands where it stood; the system's shows another day.
            Some(anchor) if anchor.speed > 1 => (anchor.at.local, anchor.at.local),
            Some(anchor) => (wall(), anchor.at.local),
        };
        Ok(Ok(Self { ledger, settings, now, until, status }))
    }

    pub(crate) fn day(&self, day: Day) -> NaiveDate {
        let today = day_of(self.now, self.settings.rules.day_starts);
        match day {
            Day::Back(days) => today.checked_sub_days(Days::new(days)).unwrap_or(today),
            Day::Date(date) => date,
        }
    }
}

/// Where the clock of the app that keeps a ledger was when it last wrote. None for a memory that cannot be read.
fn last_anchor(memory: &str) -> Option<Anchor> {
    #[derive(Deserialize)]
    struct Clock {
        clock: Anchor,
    }
    serde_json::from_str::<Clock>(memory).ok().map(|saved| saved.clock)
}
