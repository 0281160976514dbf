//! All that can go out. A closed list, like the events. Owns the form of what is decided;
//! never performs anything.

use super::event::{Action, Sense};
use super::guide_view::GuideView;
use super::instance::{CancelReason, Evidence, Hold, Instance, Offer, Outcome, SpanKind};
use super::moment::Stamp;
use super::notice::Notice;
pub use super::reason::Answered;
use super::reason::Reason;
use super::refusal::Refusal;
use super::view::TrayView;
use chrono::NaiveDate;
use std::time::Duration;

/// Everything the engine can want done. The shell writes `Record`s and the memory in one transaction
/// before it performs any other effect of the same step.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Something was decided, for this reason: for the journal, `why` and `simulate`.
    Decided(Decision),
    /// Something to keep in the ledger.
    Record(Record),
    /// The state must be on disk before anything else of this step is done.
    Save,
    /// Put this notification on screen, in place of the one before.
    Show(Box<Notice>),
    /// Take the notification off the screen.
    Withdraw,
    /// Show this in the guide window, or close it.
    Guide(Option<GuideView>),
    /// Draw the tray like this.
    Tray(Box<TrayView>),
    /// Tell me of this much time without input, at once if it has already passed, and of every return.
    Watch(Duration),
    /// The request of this step is refused, for the person who asked.
    Refused(Refusal),
}

/// Something to keep.
#[derive(Clone, Debug, PartialEq)]
pub enum Record {
    /// This row as it is now (insert or replace by id).
    Instance(Box<Instance>),
    /// This line of what an instance offered, as it is now (insert or replace by instance and place).
    Offer(Offer),
    /// From `from` on the day is of this kind; what was written for later than `from` is void.
    Span {
        /// What it is from now on.
        kind: SpanKind,
        /// Since when.
        from: Stamp,
    },
    /// An answer to a check-in.
    CheckIn {
        /// When.
        at: Stamp,
        /// The day it counts for.
        day: NaiveDate,
        /// `loose`, `tight` or `sore`.
        answer: Action,
    },
    /// What a person said to a nudge.
    Nudge {
        /// When.
        at: Stamp,
        /// The day it counts for.
        day: NaiveDate,
        /// The nudge's name in the settings.
        reminder: String,
        /// The line shown.
        line: String,
        /// `shifted`, `fine`, or none yet.
        answer: Option<Action>,
    },
}

/// What was decided, when, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Decision {
    /// When: a backdated decision is still told at the time it was made.
    pub at: Stamp,
    /// What.
    pub what: What,
    /// The reason.
    pub why: Reason,
}

/// Everything the engine can decide. `scenario` prints the words of SCENARIO for each.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the field names are SCENARIO's words")]
pub enum What {
    Due {
        reminder: String,
        instance: u64,
    },
    HeadsUp {
        reminder: String,
    },
    Prompt {
        reminder: String,
        instance: u64,
        owed: bool,
        again: bool,
        exercise: String,
    },
    Withdraw {
        reminder: String,
        instance: u64,
    },
    Started {
        reminder: String,
        instance: u64,
        by_leaving: bool,
    },
    Snoozed {
        reminder: String,
        instance: u64,
        until: Stamp,
    },
    Held {
        reminder: String,
        instance: u64,
    },
    Short {
        reminder: String,
        instance: u64,
    },
    Unanswered {
        reminder: String,
        instance: u64,
    },
    Undelivered {
        reminder: String,
        instance: u64,
    },
    Nudge {
        reminder: String,
        line: String,
    },
    Breath {
        pattern: String,
    },
    CheckIn,
    AskMeeting,
    MeetingAnswered(Answered),
    WindDown {
        line: String,
    },
    Reflect {
        line: String,
    },
    Announce(Announcement),
    Closed {
        reminder: String,
        instance: u64,
        outcome: Outcome,
        evidence: Option<Evidence>,
        away_s: u32,
        short: bool,
        because: Option<CancelReason>,
    },
    Hold(Hold),
    Free(Hold),
    Dropped {
        reminder: String,
    },
    Reset {
        reminder: String,
    },
    Hidden {
        exercise: String,
    },
    Unhidden {
        exercise: String,
    },
}

/// A word to the person that asks for nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Announcement {
    /// A pause ended by itself.
    PauseEnded,
    /// A sense is lost; its hold is lifted.
    SenseLost(Sense),
    /// A call was on for longer than it can be believed; it counts no longer.
    CallTooLong,
    /// Sore on most days of three weeks: worth an appointment.
    SeeSomeone,
}
