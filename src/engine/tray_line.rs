//! The one line of tray and status, as a value: what is next and when, or why it is quiet and until when. Owns the list;
//! never its words (`text::menu` has them). Nothing in it is finer than it is told, so that a line that reads the same is
//! the same. It goes to the command line as JSON: a variant keeps its name.

use super::instance::Hold;
use super::seconds;
use chrono::{NaiveDateTime, NaiveTime, Timelike};
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// From this length on only whole minutes are told.
const MINUTES: Duration = Duration::from_mins(5);

/// The one line of tray and status.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "a field says by its name what of the line it is")]
pub enum TrayLine {
    /// A break is running, until then if it has a guide, and what else asks for quiet.
    OnABreak { until: Option<NaiveTime>, quiet: Vec<Quiet> },
    /// Why it is quiet, what waits, and whether the body has waited for long.
    Quiet { quiet: Vec<Quiet>, waits: Option<String>, overdue: bool },
    /// The time that the person gave a meeting is over.
    MeetingOver,
    /// A break is snoozed.
    Snoozed { reminder: String, until: NaiveTime },
    /// A break waits for quiet to settle.
    Owed { reminder: String, at: NaiveTime },
    /// A break is due and no notification can say so.
    Undeliverable { reminder: String },
    /// A break waits for its answer.
    Due { reminder: String },
    /// The next break and when it falls due.
    Next { reminder: String, at: NaiveTime },
    /// The next break while desk time stands still.
    Waiting {
        reminder: String,
        #[serde(with = "seconds")]
        left: Duration,
    },
    /// Nothing is configured.
    NoBreaks,
}

/// A hold that is on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quiet {
    /// Which.
    pub hold: Hold,
    /// Until when, if that is known.
    pub until: Option<Until>,
    /// A meeting's title, for the menu alone; what the person calls the other machine.
    pub title: Option<String>,
}

/// A time of day within a week, and how its day is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Until {
    /// The local time.
    pub at: NaiveDateTime,
    /// How its day is told.
    pub day: Day,
}

/// How a day is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Day {
    /// Not at all: it is this one.
    Today,
    /// As the next one.
    Tomorrow,
    /// By its name.
    Named,
}

impl Until {
    /// This time as it is told now.
    pub(super) fn told(at: NaiveDateTime, now: NaiveDateTime) -> Self {
        let day = match (at.date() - now.date()).num_days() {
            ..=0 => Day::Today,
            1 => Day::Tomorrow,
            _ => Day::Named,
        };
        Self { at: at.date().and_time(minute(at.time())), day }
    }

    /// The same for the beginning of working hours: any day but this one by its name.
    pub(super) fn begin(at: NaiveDateTime, now: NaiveDateTime) -> Self {
        let day = if at.date() == now.date() { Day::Today } else { Day::Named };
        Self { day, ..Self::told(at, now) }
    }
}

/// A time of day as finely as it is told.
pub(super) fn minute(at: NaiveTime) -> NaiveTime {
    NaiveTime::from_hms_opt(at.hour(), at.minute(), 0).unwrap_or(at)
}

/// A length as finely as it is told.
pub(super) fn told(span: Duration) -> Duration {
    let seconds = span.as_secs();
    Duration::from_secs(if span < MINUTES { seconds } else { seconds - seconds % 60 })
}
