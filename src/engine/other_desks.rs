//! What is known of the person's other machines. Owns what is believed of each and for how long, and the stretches that may
//! still turn out to have been desk time; never counts any (`desk` does) and never closes a break. Of a person with one
//! machine nothing is kept.

use super::moment::{Moment, Stamp};
use super::news::{Elsewhere, News};
use super::stretches::Stretches;
use chrono::TimeDelta;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::time::Duration;

/// A machine that says it is in use is believed for this long. It says so again every 5 min, so that one word may be lost.
const BELIEVED: Duration = Duration::from_mins(10);
/// So far apart two clocks may be. What is said for a later time than that is not believed at all.
const APART: TimeDelta = TimeDelta::minutes(10);
/// What lies further back than this is no news: an hour at the desk is what breaks are about.
const BACK: Duration = Duration::from_hours(1);
/// More machines than this nobody works at; what others say is passed over.
const MOST: usize = 16;
/// Characters of a machine's name that are kept.
const NAME: usize = 64;

/// All of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct OtherDesks {
    machines: BTreeMap<String, Machine>,
    /// When nobody was seen here, and no time has counted so far.
    gaps: Stretches,
    /// What of such time has counted since, because another machine was in use.
    filled: Stretches,
    /// The point of the elapsed clock from which each break and nudge counts, by its name.
    begun: BTreeMap<String, Duration>,
}

/// One machine.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Machine {
    name: String,
    /// When it was in use.
    // What an app from before kept of all of them together is an hour's at most, and goes.
    #[serde(default)]
    used: Stretches,
    /// The last word of use or absence, by that machine's clock.
    said: Option<Stamp>,
    /// The last break or rest.
    rested: Option<Stamp>,
    /// The last break that was skipped or missed.
    declined: Option<Stamp>,
    /// The last point at which it was in use, as far as is known.
    last: Duration,
    /// It is in use.
    working: Option<Working>,
}

/// A machine that is in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Working {
    /// Since when it has been, without a word of absence in between.
    since: Duration,
    /// When its last word came.
    heard: Duration,
    /// Until when that is believed.
    until: Duration,
    /// Not for work, but for a break.
    resting: bool,
}

/// Another machine at which the person is now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct At {
    pub(super) name: String,
    /// Since when it has been in use.
    pub(super) since: Duration,
    /// Until when that is believed without another word.
    pub(super) until: Duration,
    /// Not at work, but on a break.
    pub(super) resting: bool,
}

impl OtherDesks {
    /// Nothing is known of any other machine.
    pub(super) fn none(&self) -> bool {
        self.machines.is_empty()
    }

    /// The keys of those of which anything is known.
    pub(super) fn keys(&self) -> impl Iterator<Item = &str> {
        self.machines.keys().map(String::as_str)
    }

    /// Takes in what was said. True if something follows from it: it is new, and not from too long ago.
    pub(super) fn hear(&mut self, told: &Elsewhere, now: &Moment) -> bool {
        if told.news == News::Gone {
            self.machines.remove(&told.machine);
            if self.none() {
                *self = Self::default();
            }
            return false;
        }
        let full = self.machines.len() >= MOST && !self.machines.contains_key(&told.machine);
        if full || told.said > now.local + APART {
            return false;
        }
        let said = now.at(told.said).min(now.elapsed);
        self.forget(now.elapsed);
        let fresh = now.local - told.said < TimeDelta::hours(1) + APART;
        let machine = self.machines.entry(told.machine.clone()).or_insert_with(Machine::unheard);
        machine.name = told.name.chars().take(NAME).collect();
        match &told.news {
            News::Working { .. } | News::Away { .. } | News::Resting { .. } if !fresh => false,
            News::Working { used } => {
                let new = machine.used(told.said, said);
                if new {
                    machine.believe(said.saturating_sub(*used), said, false, now.elapsed);
                }
                machine.used.add(said.saturating_sub(*used), said);
                true
            }
            News::Away { idle: ago, used } | News::Resting { since: ago, used } => {
                let last = said.saturating_sub(*ago);
                let new = machine.used(told.said, last);
                if new && matches!(told.news, News::Resting { .. }) {
                    machine.believe(last, said, true, now.elapsed);
                } else if new {
                    machine.working = None;
                }
                machine.used.add(last.saturating_sub(*used), last);
                true
            }
            News::Break { .. } | News::Rest { .. } => newer(&mut machine.rested, told.said) && fresh,
            News::Declined { .. } => newer(&mut machine.declined, told.said) && fresh,
            News::Gone => false,
        }
    }

    /// The machine at which the person is, if the last sign of them here was at `sign`: one that is in use, and said so
    /// later than that. The last to say so goes first.
    pub(super) fn at(&self, sign: Duration, now: Duration) -> Option<At> {
        let machines = self.machines.values().filter_map(|m| Some((m, m.working?)));
        let there = machines.filter(|(_, w)| w.until > now && w.heard >= sign).max_by_key(|(_, w)| w.heard);
        there.map(|(m, w)| At { name: m.name.clone(), since: w.since, until: w.until, resting: w.resting })
    }

    /// Whoever has not been heard of for so long is not believed any more. Until then the person may have been there, if
    /// the last sign of them here was at `sign`.
    pub(super) fn outdate(&mut self, sign: Option<Duration>, now: Duration) {
        for machine in self.machines.values_mut() {
            if let Some(old) = machine.working.take_if(|w| w.until <= now)
                && !old.resting
                && sign.is_some_and(|sign| sign <= old.heard)
            {
                machine.last = machine.last.max(old.until);
            }
        }
    }

    /// From when until when any of them was in use between two points, as far as is known `now`.
    pub(super) fn used_within(&self, from: Duration, to: Duration, now: Duration) -> Option<(Duration, Duration)> {
        let within = |(a, b): (Duration, Duration)| Some((a.max(from), b.min(to))).filter(|(a, b)| a < b);
        let all = self.machines.values().flat_map(|machine| {
            // Its word that it is not any more may be on the way.
            let still = machine.working.filter(|w| !w.resting && w.until > now).map(|w| (w.since, now));
            machine.used.iter().chain(still).filter_map(within)
        });
        all.reduce(|(a, b), (c, d)| (a.min(c), b.max(d)))
    }

    /// The last point at which any of them was in use.
    pub(super) fn last(&self) -> Duration {
        self.machines.values().map(|m| m.last).max().unwrap_or_default()
    }

    /// Nobody was seen here in this time.
    pub(super) fn unseen(&mut self, from: Duration, to: Duration) {
        if !self.none() {
            self.gaps.add(from, to);
            self.forget(to);
        }
    }

    fn forget(&mut self, now: Duration) {
        let back = now.saturating_sub(BACK);
        let used = self.machines.values_mut().map(|machine| &mut machine.used);
        for all in [&mut self.gaps, &mut self.filled].into_iter().chain(used) {
            all.forget(back);
        }
    }

    /// What of the time in which nobody was seen here another machine was in use; each stretch is given once.
    pub(super) fn fill(&mut self) -> Vec<(Duration, Duration)> {
        if self.gaps.is_empty() {
            return Vec::new();
        }
        let gaps = &mut self.gaps;
        let stretches: Vec<_> = self.machines.values().flat_map(|machine| gaps.take(&machine.used)).collect();
        for &(from, to) in &stretches {
            self.filled.add(from, to);
        }
        stretches
    }

    /// How much of the time after `from` counted because another machine was in use.
    pub(super) fn filled_after(&self, from: Duration) -> Duration {
        self.filled.after(from)
    }

    /// A break or nudge counts anew from this point on.
    pub(super) fn begin(&mut self, name: &str, at: Duration) {
        if !self.none() {
            self.begun.insert(name.to_owned(), at);
        }
    }

    /// Since when a break or nudge has counted, as far as is known.
    pub(super) fn begun(&self, name: &str) -> Duration {
        self.begun.get(name).copied().unwrap_or_default()
    }
}

impl Machine {
    /// It was in use until `last`. True if this is the newest word of it.
    fn used(&mut self, told: Stamp, last: Duration) -> bool {
        self.last = self.last.max(last);
        newer(&mut self.said, told)
    }

    /// It says that the person is there, since `since`.
    fn believe(&mut self, since: Duration, said: Duration, resting: bool, now: Duration) {
        // By a clock that is behind it was said longer ago than it was.
        let until = (now + BELIEVED).min(said + BELIEVED + BELIEVED);
        // The last word of absence may have been lost: what it says itself of the time before counts.
        let since = self.working.filter(|before| before.resting == resting).map_or(since, |before| before.since);
        self.working = Some(Working { since, heard: now, until, resting }).filter(|working| working.until > now);
    }

    fn unheard() -> Self {
        Self {
            name: String::new(),
            used: Stretches::default(),
            said: None,
            rested: None,
            declined: None,
            last: Duration::ZERO,
            working: None,
        }
    }
}

/// Whether it was said later than the last one, which it then is.
fn newer(last: &mut Option<Stamp>, said: Stamp) -> bool {
    let newer = last.is_none_or(|last| last < said);
    if newer {
        *last = Some(said);
    }
    newer
}
