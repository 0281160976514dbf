//! The simulated world: its clocks and what its senses would say. Owns simulated time; never decides.

use super::line::Act;
use super::trouble::Trouble;
use crate::engine::event::{Device, Elsewhere, Event, Fact, Mark, Meeting};
use crate::engine::moment::{Moment, next_offset_change};
use crate::zones::Zone;
use chrono::{DateTime, Days, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

/// What a day looks like from outside the app.
#[derive(Clone, Debug)]
pub(super) struct World {
    pub(super) elapsed: Duration,
    asleep: Duration,
    utc: DateTime<Utc>,
    pub(super) zone: Zone,
    pub(super) sleeping: bool,
    /// Nothing known yet, or input since, or no input since.
    pub(super) input: Option<Result<(), Duration>>,
    pub(super) locked: bool,
    pub(super) facts: BTreeSet<Fact>,
    pub(super) calls: BTreeMap<Device, Option<String>>,
    pub(super) meetings: Vec<Meeting>,
    pub(super) notifications: bool,
}

impl World {
    pub(super) fn new(utc: DateTime<Utc>, zone: Zone) -> Self {
        Self {
            elapsed: Duration::ZERO,
            asleep: Duration::ZERO,
            utc,
            zone,
            sleeping: false,
            input: None,
            locked: false,
            facts: BTreeSet::new(),
            calls: BTreeMap::new(),
            meetings: Vec::new(),
            notifications: true,
        }
    }

    pub(super) fn now(&self) -> Moment {
        Moment { elapsed: self.elapsed, asleep: self.asleep, local: self.zone.local(self.utc) }
    }

    /// Lets time pass up to this point of the elapsed clock.
    pub(super) fn pass(&mut self, to: Duration) {
        let span = to.saturating_sub(self.elapsed);
        self.elapsed = self.elapsed.max(to);
        self.utc += TimeDelta::from_std(span).unwrap_or_default();
        if self.sleeping {
            self.asleep += span;
        }
    }

    /// Steps the wall clock; the elapsed clock goes on as if nothing had happened.
    pub(super) fn step(&mut self, ahead: bool, by: Duration) {
        let by = TimeDelta::from_std(by).unwrap_or_default();
        self.utc = if ahead { self.utc + by } else { self.utc - by };
    }

    /// The point of the elapsed clock at which the wall clock will first show this time, so many days on.
    pub(super) fn when(&self, days: u64, time: NaiveTime) -> Option<Duration> {
        let date = self.zone.local(self.utc).date_naive() + Days::new(days);
        let at = self.zone.instant(date.and_time(time), self.utc)?;
        Some(self.elapsed + (at - self.utc).to_std().ok()?)
    }

    /// The point of the elapsed clock at which the zone's offset next changes, if it does before `limit`.
    pub(super) fn offset_changes(&self, limit: Duration) -> Option<Duration> {
        let until = self.utc + TimeDelta::from_std(limit.saturating_sub(self.elapsed)).ok()?;
        let at = next_offset_change(self.utc, until, |at| self.zone.offset(at))?;
        Some(self.elapsed + (at - self.utc).to_std().ok()?)
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "everything else changes nothing around the app")]
    /// Changes the world as a line says, and gives what the senses make of it.
    pub(super) fn change(&mut self, act: &Act) -> Event {
        match act.clone() {
            Act::Active => {
                self.input = Some(Ok(()));
                Event::Active
            }
            Act::Idle(ago) => {
                let since = self.elapsed.saturating_sub(ago);
                self.input = Some(Err(since));
                Event::Idle { since }
            }
            Act::Lock(on) => {
                // Unlocking takes a hand on the keys.
                if self.locked && !on {
                    self.input = Some(Ok(()));
                }
                self.locked = on;
                Event::Locked(on)
            }
            Act::Wake { announced } => {
                self.sleeping = false;
                if announced { Event::Sleeping(false) } else { Event::Tick }
            }
            Act::Desktop { fact, on } => {
                self.facts.remove(&fact);
                self.facts.extend(on.then_some(fact));
                Event::Desktop { fact, on }
            }
            Act::Call { device, on, program } => {
                self.calls.remove(&device);
                if on {
                    self.calls.insert(device, program.clone());
                }
                Event::Call { device, on, program }
            }
            Act::NoMeetings => {
                self.meetings.clear();
                Event::Meetings(Vec::new())
            }
            Act::Clock { ahead, by } => {
                self.step(ahead, by);
                Event::Tick
            }
            Act::Zone(zone) => {
                self.zone = Zone::Named(zone);
                Event::Zone(self.zone.name())
            }
            Act::Elsewhere { name, news, ahead, ago } => {
                let (now, ago) = (self.now().local, TimeDelta::from_std(ago).unwrap_or_default());
                let said = if ahead { now + ago } else { now - ago };
                Event::Elsewhere(Box::new(Elsewhere { machine: name.clone(), name, said, news }))
            }
            Act::Notifications(up) => {
                self.notifications = up;
                Event::Notifications { up }
            }
            other => said(other),
        }
    }

    /// A meeting of today or of a day after; one that ends at an earlier time than it begins goes on over midnight.
    pub(super) fn meeting(
        &mut self,
        days: u64,
        (from, to): (NaiveTime, NaiveTime),
        mark: Mark,
    ) -> Result<Event, Trouble> {
        let local = self.now().local;
        let day = local.date_naive() + Days::new(days);
        let last = if to <= from { day + Days::new(1) } else { day };
        let stamp = |at: NaiveDateTime| at.and_local_timezone(*local.offset()).single();
        let (Some(start), Some(end)) = (stamp(day.and_time(from)), stamp(last.and_time(to))) else {
            return Err(Trouble::NoSuchTimes);
        };
        // One that begins when another does is the same one: made longer, or called off.
        self.meetings.retain(|m| m.start != start);
        self.meetings.push(Meeting { start, end, mark, title: None });
        Ok(Event::Meetings(self.meetings.clone()))
    }

    /// What the senses report when a process starts and asks them.
    pub(super) fn reports(&self) -> Vec<Event> {
        let mut all = Vec::new();
        all.extend(self.zone.name().map(|name| Event::Zone(Some(name))));
        all.extend(self.input.map(|input| match input {
            Ok(()) => Event::Active,
            Err(since) => Event::Idle { since },
        }));
        all.push(Event::Locked(self.locked));
        for device in Device::ALL {
            let on = self.calls.contains_key(&device);
            all.push(Event::Call { device, on, program: self.calls.get(&device).cloned().flatten() });
        }
        all.push(Event::Meetings(self.meetings.clone()));
        all.extend(Fact::ALL.map(|fact| Event::Desktop { fact, on: self.facts.contains(&fact) }));
        all.push(Event::Notifications { up: self.notifications });
        all
    }
}

#[expect(clippy::wildcard_enum_match_arm, reason = "`run` plays everything else itself")]
/// What a line says to the app without changing the world around it.
fn said(act: Act) -> Event {
    match act {
        Act::Click(action) => Event::Click(action),
        Act::Dismiss(how) => Event::Dismissed(how),
        Act::Guide(says) => Event::Guide(says),
        Act::Ask(request) => Event::Ask(request),
        Act::Sense { sense, up } => Event::Sense { sense, up },
        Act::SenseOff(sense) => Event::SenseOff(sense),
        _ => Event::Tick,
    }
}
