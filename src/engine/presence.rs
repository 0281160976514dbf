//! Present or away. Owns what is known of input, lock and sleep, and the absence that follows from it;
//! never counts time (`desk`) and never closes a break (`outcome`).

use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::time::Duration;

/// What is known of the person's input.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Input {
    /// Nothing yet: nobody has been seen since the start.
    #[default]
    Unseen,
    /// Input goes on since this point of the elapsed clock, as far as is known.
    Active(Duration),
    /// The last input was at this point.
    Idle(Duration),
}

/// An absence that is going on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Absence {
    /// The last input before it.
    pub(super) since: Duration,
    /// Locked or asleep, not merely without input.
    pub(super) certain: bool,
    /// How much of it lay in meetings without a call: the person sat elsewhere, which is no rest.
    pub(super) unrest: Duration,
    /// Breaks and nudges that it has already served.
    pub(super) served: BTreeSet<String>,
    /// The person was at another machine meanwhile: what they rest is that machine's to record.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(super) elsewhere: bool,
    /// Asleep or off in it, this machine heard nothing of the others: their word is waited for until then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) heard: Option<Duration>,
}

/// An absence that is over, and of which the other machines have not been heard.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Unheard {
    pub(super) absence: Absence,
    /// When the person came back.
    pub(super) back: Duration,
}

impl Absence {
    /// An absence noticed now; what of it lay in a meeting that began at `meeting` is no rest.
    pub(super) fn new(since: Duration, certain: bool, meeting: Option<Duration>, now: Duration) -> Self {
        let unrest = meeting.map_or(Duration::ZERO, |m| now.saturating_sub(m.max(since)));
        Self { since, certain, unrest, served: BTreeSet::new(), elsewhere: false, heard: None }
    }

    /// The person was at another machine until `last`: rest begins anew there.
    pub(super) fn rest_from(&mut self, last: Duration, now: Duration) {
        if last > self.since {
            self.since = last;
            self.unrest = self.unrest.min(now.saturating_sub(last));
            self.served.clear();
            self.elsewhere = true;
        }
    }

    /// Whether what it was worth is not known yet.
    pub(super) fn waits(&self, now: Duration) -> bool {
        self.heard.is_some_and(|at| now < at)
    }

    /// How much rest it has been so far.
    pub(super) fn rest(&self, now: Duration) -> Duration {
        now.saturating_sub(self.since).saturating_sub(self.unrest)
    }
}

/// All that is known of the person's being there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Presence {
    pub(super) input: Input,
    /// The idle sense is lost: input is presumed.
    pub(super) blind: bool,
    pub(super) locked: bool,
    pub(super) asleep: bool,
    /// When a call, a video or a lock last ended: the person was there then, whatever the input says.
    pub(super) stirred: Duration,
    pub(super) absence: Option<Absence>,
    /// The one before, while it waits for word of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) unheard: Option<Unheard>,
    /// Since when a meeting without a call has been on: whoever is not at the desk then sits elsewhere.
    pub(super) meeting: Option<Duration>,
}

impl Presence {
    /// Certainly away: locked or asleep.
    pub(super) fn gone(&self) -> bool {
        self.locked || self.asleep
    }

    /// Since when there has been no sign of the person, by input alone; none while a call or video goes on.
    pub(super) fn quiet_since(&self, occupied: bool) -> Option<Duration> {
        match self.input {
            // The end of a call, of a film or of a lock is a sign of the person, although no key was touched.
            Input::Idle(since) if !occupied => Some(since.max(self.stirred)),
            Input::Idle(_) | Input::Active(_) | Input::Unseen => None,
        }
    }

    /// Time without input, calls or not; none while input goes on or is not known.
    pub(super) fn idle_for(&self, now: Duration) -> Option<Duration> {
        match self.input {
            Input::Idle(since) => Some(now.saturating_sub(since)),
            Input::Active(_) | Input::Unseen => None,
        }
    }

    /// Whether the person counts as being at the desk.
    pub(super) fn at_desk(&self) -> bool {
        !self.gone() && self.absence.is_none() && (self.blind || self.input != Input::Unseen)
    }

    /// The time of not running was neither presence nor absence: an idle stretch goes on as if it had not been.
    pub(super) fn skip(&mut self, gap: Duration) {
        if let Input::Idle(since) = &mut self.input {
            *since += gap;
        }
        if let Some(absence) = &mut self.absence {
            absence.since += gap;
        }
    }
}
