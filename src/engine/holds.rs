//! The reasons to be quiet, as a set: one ending never ends another. Owns the set, the pause and the settle time;
//! never prompts and never withdraws.

use super::event::{Device, Fact, Meeting, Pause, Sense};
use super::instance::Hold;
use super::moment::{Moment, Stamp};
use super::rules::{Fullscreen, Rules};
use chrono::{NaiveDateTime, NaiveTime};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

/// A pause *until the call ends* never lasts longer than this (BEHAVIOUR 4.3).
const CALL_PAUSE_MOST: Duration = Duration::from_hours(4);

/// When a pause ends by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum PauseEnd {
    /// At this point of the elapsed clock.
    At(Duration),
    /// When the wall clock shows this.
    Local(NaiveDateTime),
    /// When neither call nor meeting is on, at this point at the latest.
    Call(Duration),
}

impl PauseEnd {
    pub(super) fn new(pause: Pause, now: &Moment, day_starts: NaiveTime) -> Self {
        match pause {
            Pause::For(span) => Self::At(now.elapsed + span),
            // A length goes by the clock that never jumps. A clock time stays one: over a change of the clocks it is
            // over when the clock on the wall shows it.
            Pause::Until(local) => Self::Local(local),
            Pause::Call => Self::Call(now.elapsed + CALL_PAUSE_MOST),
            // At one in the morning the day is still yesterday's, and ends the same morning.
            Pause::Day => Self::Local((now.day(day_starts) + chrono::Days::new(1)).and_time(day_starts)),
        }
    }

    /// For how long it has been over; none if it is not.
    pub(super) fn over_by(self, now: &Moment) -> Option<Duration> {
        match self {
            Self::At(at) | Self::Call(at) => now.elapsed.checked_sub(at),
            Self::Local(local) => (now.local.naive_local() - local).to_std().ok(),
        }
    }

    /// When it will be over, if time alone decides; the latest otherwise.
    pub(super) fn deadline(self, now: &Moment) -> Duration {
        match self {
            Self::At(at) | Self::Call(at) => at,
            Self::Local(local) => match (local - now.local.naive_local()).to_std() {
                Ok(ahead) => now.elapsed + ahead,
                Err(_) => now.elapsed,
            },
        }
    }
}

/// What the desktop and the person say, and the set of holds that follows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Holds {
    /// Devices in use since when, by which program.
    pub(super) calls: BTreeMap<Device, (Duration, Option<String>)>,
    /// Devices that are still said to be in use and are no longer believed, until they are let go.
    #[serde(default)]
    pub(super) doubted: BTreeSet<Device>,
    /// Since when a connection has been on without a microphone or camera.
    #[serde(default)]
    pub(super) alone: Option<Duration>,
    pub(super) meetings: Vec<Meeting>,
    /// The end of the meeting that the person told of.
    #[serde(default)]
    pub(super) meet: Option<PauseEnd>,
    /// What the desktop says of itself.
    #[serde(default)]
    pub(super) facts: BTreeSet<Fact>,
    pub(super) pause: Option<PauseEnd>,
    /// The holds that are on, as last decided.
    pub(super) on: BTreeSet<Hold>,
    /// When the set became empty.
    pub(super) ended: Option<Duration>,
    /// A call or meeting was among the holds since the set was last empty.
    pub(super) after_call: bool,
    /// Senses that are lost now.
    pub(super) lost: BTreeSet<Sense>,
    /// Senses that have said anything since the start.
    #[serde(default)]
    pub(super) worked: BTreeSet<Sense>,
}

impl Holds {
    /// The holds that ought to be on now.
    pub(super) fn wanted(
        &self,
        now: &Moment,
        rules: &Rules,
        (locked, asleep, elsewhere): (bool, bool, bool),
    ) -> BTreeSet<Hold> {
        let weigh = rules.weigh;
        let says = |fact| self.facts.contains(&fact);
        let filled = match weigh.fullscreen {
            Fullscreen::Awake => says(Fact::Fullscreen) && (says(Fact::Awake) || says(Fact::Watching)),
            Fullscreen::Hold => says(Fact::Fullscreen),
            Fullscreen::Ignore => false,
        };
        let local = now.local.naive_local();
        [
            (Hold::Locked, locked),
            (Hold::Asleep, asleep),
            (Hold::Paused, self.pause.is_some()),
            (Hold::Hours, !rules.hours.contain(local)),
            (Hold::Call, weigh.call && !self.calls.is_empty()),
            // The person's own word counts where the calendar's meetings do not.
            (Hold::Meeting, self.meet.is_some() || (weigh.meeting && self.meeting_now(now).is_some())),
            // Whoever ignores presenting is not kept quiet by a full screen either.
            (Hold::Presenting, weigh.presenting && (says(Fact::Presenting) || filled)),
            (Hold::Dnd, weigh.dnd && says(Fact::Dnd)),
            (Hold::Elsewhere, elsewhere),
        ]
        .into_iter()
        .filter_map(|(hold, on)| on.then_some(hold))
        .collect()
    }

    /// The meeting that is on now, the one that ends last.
    pub(super) fn meeting_now(&self, now: &Moment) -> Option<&Meeting> {
        // Of two that overlap it is quiet until the later end.
        self.counting().filter(|m| m.start <= now.local && now.local < m.end).max_by_key(|m| m.end)
    }

    /// A meeting of the calendar is on, or one that the person told of.
    pub(super) fn in_meeting(&self, now: &Moment) -> bool {
        self.meet.is_some() || self.meeting_now(now).is_some()
    }

    /// When the meeting that is on ends, whoever told of it; the later end counts.
    pub(super) fn meeting_end(&self, now: &Moment) -> Option<Stamp> {
        let own = self.meet.map(|end| now.stamp(end.deadline(now)));
        self.meeting_now(now).map(|m| m.end).max(own)
    }

    /// How much of the `span` after `now` lies in meetings; those of the calendar only if they count.
    pub(super) fn meeting_time(&self, now: &Moment, span: Duration, calendar: bool) -> Duration {
        let (from, to) = (now.elapsed, now.elapsed.saturating_add(span));
        let known = self.counting().filter(|_| calendar).map(|m| (now.at(m.start), now.at(m.end)));
        let own = self.meet.map(|end| (from, end.deadline(now)));
        let mut all: Vec<_> = known.chain(own).map(|(a, b)| (a.clamp(from, to), b.clamp(from, to))).collect();
        all.sort_unstable();
        // Meetings overlap, and no minute counts twice.
        let mut reached = from;
        let parts = all.into_iter().map(|(a, b)| {
            let part = b.saturating_sub(a.max(reached));
            reached = reached.max(b);
            part
        });
        parts.sum()
    }

    /// Meetings that make the app quiet: not free, cancelled, declined or all-day.
    pub(super) fn counting(&self) -> impl Iterator<Item = &Meeting> {
        self.meetings.iter().filter(|m| m.counts())
    }

    /// A microphone or camera is in use, or a program is connected to a call.
    pub(super) fn in_call(&self) -> bool {
        !self.calls.is_empty()
    }

    /// Someone may be in the call that is on. A connection alone says nothing of whoever is `away` already: messengers
    /// hold such connections, and take them up again by themselves.
    pub(super) fn talking(&self, away: bool) -> bool {
        if away { self.calls.keys().any(|device| *device != Device::Connection) } else { self.in_call() }
    }

    /// Something asks for quiet.
    pub(super) fn quiet(&self) -> bool {
        !self.on.is_empty()
    }

    /// Nothing asks for quiet, and nothing has for long enough.
    pub(super) fn settled(&self, now: Duration, settle: Duration) -> bool {
        !self.quiet() && self.settles_at(settle).is_none_or(|at| at <= now)
    }

    /// When the quiet after the last hold is over.
    pub(super) fn settles_at(&self, settle: Duration) -> Option<Duration> {
        self.ended.map(|ended| ended + settle)
    }

    /// Whether the pause that is on is over now.
    pub(super) fn pause_over(&self, now: &Moment) -> bool {
        match self.pause {
            None => false,
            Some(end @ (PauseEnd::At(_) | PauseEnd::Local(_))) => end.deadline(now) <= now.elapsed,
            Some(PauseEnd::Call(latest)) => latest <= now.elapsed || !(self.in_call() || self.in_meeting(now)),
        }
    }

    /// The program whose call is on, if it is known.
    pub(super) fn program(&self) -> Option<String> {
        self.calls.values().find_map(|(_, program)| program.clone())
    }
}
