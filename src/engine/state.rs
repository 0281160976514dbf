//! Everything the engine knows, as one value that survives a restart. Owns its form; never interprets it.

use super::break_::Break;
use super::choose::History;
use super::desk::Desk;
use super::event::Action;
use super::holds::Holds;
use super::instance::SpanKind;
use super::moment::{Moment, Stamp};
use super::other_desks::OtherDesks;
use super::presence::Presence;
use super::rules::Rules;
use super::status::Hidden;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;
use std::time::Duration;

/// What survives a restart. Opaque but for when it was taken.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Memory {
    /// When it was taken.
    pub at: Moment,
    pub(super) state: State,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct State {
    pub(super) desk: Desk,
    pub(super) presence: Presence,
    pub(super) holds: Holds,
    pub(super) breaks: Vec<Break>,
    pub(super) nudges: Vec<NudgeState>,
    pub(super) today: Today,
    pub(super) history: History,
    pub(super) check_ins: BTreeMap<NaiveDate, Vec<Action>>,
    /// When an appointment was last suggested.
    pub(super) advised: Option<NaiveDate>,
    /// What is on screen; never more than one thing.
    pub(super) screen: OnScreen,
    /// The breath before a call that is on screen, or along.
    // Memories of earlier versions lack what came later, here and below: a field that is missing must not cost all
    // countdowns.
    #[serde(default)]
    pub(super) breath: Option<Breath>,
    /// The question at the end of a meeting, until it is answered or moot.
    #[serde(default)]
    pub(super) question: Option<MeetingQuestion>,
    /// *Later*: no break comes before this.
    #[serde(default)]
    pub(super) later: Option<Duration>,
    /// A check-in waits for its turn until then: later nobody would know which break it is about.
    #[serde(default)]
    pub(super) check_in_until: Option<Duration>,
    /// When the last check-in was answered.
    #[serde(default)]
    pub(super) checked: Option<Stamp>,
    /// The gentle red flag waits for a moment at which it can be shown.
    #[serde(default)]
    pub(super) advice_waits: bool,
    /// Nudges shown so far: the lines take turns.
    pub(super) nudge_seq: usize,
    /// Notifications can be shown.
    pub(super) deliverable: bool,
    pub(super) zone: Option<String>,
    pub(super) next_id: u64,
    /// When the state was last told to be saved.
    pub(super) saved: Duration,
    pub(super) span: Option<SpanKind>,
    /// What is known of the person's other machines; whoever has none has no word of it in the memory.
    #[serde(default, skip_serializing_if = "OtherDesks::none")]
    pub(super) other_desks: OtherDesks,
}

/// A nudge's countdown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct NudgeState {
    pub(super) name: String,
    /// Desk-clock mark from which the next one is counted.
    pub(super) from: Duration,
}

/// Breath before a call, offered or along.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Breath {
    /// The pattern's id.
    pub(super) pattern: String,
    /// When it ends at the latest: its meeting begins.
    pub(super) until: Duration,
    /// When the person began to breathe along, and when the pattern ends.
    pub(super) along: Option<(Duration, Duration)>,
}

/// Question at the end of a meeting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct MeetingQuestion {
    /// It is on screen.
    pub(super) shown: bool,
    /// The desk clock when it was first shown.
    pub(super) mark: Option<Duration>,
}

/// The one thing that is on screen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum OnScreen {
    #[default]
    Empty,
    /// This break's prompt.
    Prompt(String),
    /// This break's guide.
    Guide(String),
    /// A nudge: its name, its line and when it was shown.
    Nudge(String, String, Stamp),
    /// A breath before a call, until then.
    Breath(Duration),
    /// A check-in, until then.
    CheckIn(Duration),
    /// The question at the end of a meeting.
    Question,
    /// Something that asks for nothing. Memories that a ledger keeps have it by its former name.
    #[serde(rename = "Word")]
    Info,
}

/// What has been done today; begun anew at the day's boundary.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Today {
    pub(super) day: NaiveDate,
    /// Taken and natural.
    pub(super) done: u32,
    /// All that count: taken, natural, skipped, missed.
    pub(super) of: u32,
    pub(super) nudges: u32,
    pub(super) breaths: u32,
    pub(super) check_ins: u32,
    pub(super) wound_down: bool,
    pub(super) reflected: bool,
    /// Meetings before which a breath was offered or let go.
    pub(super) breathed: BTreeSet<Stamp>,
}

impl Memory {
    /// The exercises that were hidden when it was taken and still are at this time.
    #[must_use]
    pub fn hidden(&self, now: Stamp) -> Vec<Hidden> {
        self.state.history.hidden(now)
    }

    /// An exercise may be offered again; whether it was hidden until this time. For a person who asks while no engine runs.
    pub fn unhide(&mut self, id: &str, now: Stamp) -> bool {
        self.state.history.set_hidden(id, false, now.timestamp())
    }

    /// The day that its counts are of.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.state.today.day
    }

    /// The person deleted these days, and this is done and counts on its [`Self::today`] now. For when no engine runs.
    pub fn forget(&mut self, days: RangeInclusive<NaiveDate>, counts: (u32, u32), now: Stamp) {
        self.state.forget(days, counts, now);
    }
}

impl State {
    /// Nothing that was only known of these days is known any more. What was chosen stays: what is hidden is hidden.
    pub(super) fn forget(&mut self, days: RangeInclusive<NaiveDate>, (done, of): (u32, u32), now: Stamp) {
        (self.today.done, self.today.of) = (done, of);
        self.check_ins.retain(|day, _| !days.contains(day));
        self.checked = self.checked.filter(|at| !days.contains(&at.date_naive()));
        self.advised = self.advised.filter(|day| !days.contains(day));
        self.history.forget(&days, now);
    }

    pub(super) fn new(now: &Moment, rules: &Rules) -> Self {
        Self {
            desk: Desk::default(),
            presence: Presence::default(),
            holds: Holds::default(),
            breaks: Vec::new(),
            nudges: Vec::new(),
            today: Today { day: now.day(rules.day_starts), ..Today::default() },
            history: History::default(),
            check_ins: BTreeMap::new(),
            advised: None,
            screen: OnScreen::Empty,
            breath: None,
            question: None,
            later: None,
            check_in_until: None,
            checked: None,
            advice_waits: false,
            nudge_seq: 0,
            deliverable: true,
            zone: None,
            next_id: 1,
            saved: now.elapsed,
            span: None,
            other_desks: OtherDesks::default(),
        }
    }
}
