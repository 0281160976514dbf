//! Why a request is refused, as a value. Owns the list; never its sentences (`text::refusals` has them).
//!
//! It goes to the command line as JSON. A variant keeps its name for ever; a new one, or a new field with a default, may
//! come.

use super::moment::Stamp;
use super::seconds;
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// Why a request is refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Refusal {
    /// *Done* without a running break.
    NoBreakRunning,
    /// *Skip* or *snooze* with nothing due.
    NothingDue,
    /// *Resume* without a pause.
    NotPaused,
    /// *Start* or *snooze* during a break.
    AlreadyOnABreak,
    /// *Guide* in a break that has lasted its time.
    BreakLongEnough,
    /// *Start* with no breaks configured.
    NoBreaks,
    /// A second snooze on top of the first.
    AlreadySnoozed {
        /// Until when the first one lasts.
        until: Stamp,
    },
    /// The snoozes are used up.
    SnoozesSpent,
    /// The settings allow no snooze at all, or a snooze would last too long.
    NoSnooze,
    /// *Pause until the call ends* without one.
    NoCall,
    /// A pause that would be over already.
    AlreadyPast,
    /// *Meeting done* without a meeting that the person told of.
    NoOwnMeeting,
    /// A meeting that would be over already.
    MeetingPast,
    /// A meeting beyond all bounds.
    MeetingTooLong {
        /// The longest that there is.
        #[serde(with = "seconds")]
        most: Duration,
    },
    /// An exercise that the library does not have.
    NoExercise {
        /// What was asked for.
        id: String,
    },
    /// An exercise that the settings hide.
    HiddenBySettings {
        /// Which.
        id: String,
    },
    /// An exercise that is hidden as asked.
    HiddenAlready {
        /// Which.
        id: String,
    },
    /// An exercise that is shown as asked.
    ShownAlready {
        /// Which.
        id: String,
    },
}
