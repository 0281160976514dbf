//! One due moment of one break: the row that the ledger keeps. Owns its form and its vocabulary;
//! never decides an outcome (`break_` does) and never counts (the ledger's figures do).

use super::moment::Stamp;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One instance of one break, from due to its outcome.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Instance {
    /// Unique in one ledger; grows with time.
    pub id: u64,
    /// The name of the break.
    pub reminder: String,
    /// When it was due.
    pub due: Stamp,
    /// The zone's IANA name then, where one was known.
    pub zone: Option<String>,
    /// The day it belongs to, fixed when it was due.
    pub day: NaiveDate,
    /// When it was first shown.
    pub first_prompt: Option<Stamp>,
    /// When the break began.
    pub start: Option<Stamp>,
    /// When the break ended.
    pub end: Option<Stamp>,
    /// How it ended; open until then, and then fixed.
    pub outcome: Option<Outcome>,
    /// How a taken break is known.
    pub evidence: Option<Evidence>,
    /// Seconds really away from input during the break.
    pub away_s: u32,
    /// Times it was shown.
    pub prompts: u32,
    /// Times it was snoozed.
    pub snoozes: u32,
    /// Seconds spent snoozed.
    pub snoozed_s: u32,
    /// Seconds from the first prompt to the answer, holds and locked time left out.
    pub response_s: Option<u32>,
    /// The holds it lay in while open, with their seconds. `elsewhere` stands only in a row that closed as natural because
    /// the body rested at another machine, and is how long it did.
    pub holds: BTreeMap<Hold, u32>,
    /// The exercise offered.
    pub exercise: Option<String>,
    /// What became of the exercise.
    pub result: Option<ExerciseResult>,
    /// Whether it was ever shown.
    pub delivery: Delivery,
    /// Skipped because it was ended before the minimum and not resumed.
    pub short: bool,
    /// Why it was cancelled.
    pub cancelled: Option<CancelReason>,
    /// The person corrected the outcome afterwards.
    pub edited: bool,
}

impl Instance {
    /// One that has just fallen due and was never shown.
    #[must_use]
    pub fn fell_due(id: u64, reminder: &str, due: Stamp, day: NaiveDate, zone: Option<String>) -> Self {
        Self {
            id,
            reminder: reminder.to_owned(),
            due,
            zone,
            day,
            first_prompt: None,
            start: None,
            end: None,
            outcome: None,
            evidence: None,
            away_s: 0,
            prompts: 0,
            snoozes: 0,
            snoozed_s: 0,
            response_s: None,
            holds: BTreeMap::new(),
            exercise: None,
            result: None,
            delivery: Delivery::NotYet,
            short: false,
            cancelled: None,
            edited: false,
        }
    }
}

/// One exercise that an instance offered, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// The instance.
    pub instance: u64,
    /// Its place among the instance's offers, from 1.
    pub n: u32,
    /// The exercise.
    pub exercise: String,
    /// When it was first on screen.
    pub at: Stamp,
    /// What became of it; none is nothing, or not yet.
    pub result: Option<ExerciseResult>,
}

/// How an instance ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "LEDGER's table: the words are defined in the ledger's docs")]
pub enum Outcome {
    Taken,
    Natural,
    Skipped,
    Missed,
    Excused,
    Cancelled,
}

impl Outcome {
    /// The token for it, in the ledger and in every output.
    #[must_use]
    pub fn token(self) -> &'static str {
        match self {
            Outcome::Taken => "taken",
            Outcome::Natural => "natural",
            Outcome::Skipped => "skipped",
            Outcome::Missed => "missed",
            Outcome::Excused => "excused",
            Outcome::Cancelled => "cancelled",
        }
    }
}

/// How a taken break is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Evidence {
    /// Idle, lock or sleep was seen for long enough.
    Observed,
    /// The guide ran to its end.
    Guided,
    /// A click alone.
    Claimed,
}

impl Evidence {
    /// The token for it, in the ledger and in every output.
    #[must_use]
    pub fn token(self) -> &'static str {
        match self {
            Evidence::Observed => "observed",
            Evidence::Guided => "guided",
            Evidence::Claimed => "claimed",
        }
    }
}

/// Whether an instance was ever on screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Delivery {
    /// Nothing has tried to show it yet.
    #[default]
    NotYet,
    /// It was shown.
    Shown,
    /// It should have been shown and could not be.
    NotDelivered,
}

/// What became of the exercise offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the words are LEDGER's")]
pub enum ExerciseResult {
    Completed,
    Swapped,
    Skipped,
    Hurt,
}

/// Why an instance was cancelled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CancelReason {
    /// The app was not running for longer than the response window.
    NotRunning,
    /// Working hours ended after it had been shown.
    HoursEnded,
    /// It could not be shown.
    NotDelivered,
    /// Its break was taken out of the settings.
    Removed,
}

/// One reason to stay quiet now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Hold {
    /// The session is locked.
    Locked,
    /// The machine is asleep.
    Asleep,
    /// The person asked for quiet.
    Paused,
    /// Outside working hours.
    Hours,
    /// A microphone or camera is in use.
    Call,
    /// A calendar event is on.
    Meeting,
    /// The screen is shared or presented.
    Presenting,
    /// The desktop's do-not-disturb is on.
    Dnd,
    /// The person is at another machine of theirs.
    Elsewhere,
}

impl Hold {
    /// The token for it, in scenarios, the ledger and JSON.
    #[must_use]
    pub fn token(self) -> &'static str {
        match self {
            Hold::Locked => "locked",
            Hold::Asleep => "asleep",
            Hold::Paused => "paused",
            Hold::Hours => "hours",
            Hold::Call => "call",
            Hold::Meeting => "meeting",
            Hold::Presenting => "presenting",
            Hold::Dnd => "dnd",
            Hold::Elsewhere => "elsewhere",
        }
    }
}

/// What a stretch of the day was; the first that applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the words are LEDGER's")]
pub enum SpanKind {
    NotRunning,
    Asleep,
    Locked,
    /// Away without input.
    Idle,
    Call,
    Meeting,
    Paused,
    /// At the desk.
    Active,
}

impl SpanKind {
    /// The token for it in the ledger and in JSON.
    #[must_use]
    pub fn token(self) -> &'static str {
        match self {
            SpanKind::NotRunning => "not-running",
            SpanKind::Asleep => "asleep",
            SpanKind::Locked => "locked",
            SpanKind::Idle => "idle",
            SpanKind::Call => "call",
            SpanKind::Meeting => "meeting",
            SpanKind::Paused => "paused",
            SpanKind::Active => "active",
        }
    }
}
