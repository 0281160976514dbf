//! The app's time. Owns what the clocks of the system (`system::clock`, the only reader) mean for the app: a timeline that counts
//! sleep, never runs backwards and goes on over restarts. Never decides anything.
//!
//! With `clock.speed` N every real second is N seconds of the app: elapsed time, sleep and wall time alike.
//! A wall-clock step keeps its own size at every speed. While the pace is real, a second is a second at every speed, and a
//! fast day goes on from where its own clock stands.

use crate::engine::moment::{Moment, Stamp};
use crate::system::clock::{Raw, boot_id, read, system_zone};
use chrono::{DateTime, FixedOffset, NaiveTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// Where a fresh timeline begins.
// Not at nothing, so that what was before the start can be told.
const BEGINNING: Duration = Duration::from_hours(30 * 24);
/// A difference between two clocks below this is no sleep.
// They cannot be read at one instant.
const JITTER: Duration = Duration::from_millis(500);

/// Where a boot has no name, it is the same one if it began at the same moment by the wall clock, within so much.
// Another one began later by all the time that the one before had run, which is longer than that when a state is saved. A wall
// clock that is set right meanwhile by more than this makes it another: then the time not running counts as off.
const SAME_BEGINNING: TimeDelta = TimeDelta::seconds(10);

/// Where the timeline was when the state was last saved; goes on from there after a restart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Anchor {
    /// The boot that `raw` belongs to.
    pub boot_id: String,
    /// The system's clocks then.
    pub raw: Raw,
    /// The app's time then.
    pub at: Moment,
    /// The speed then.
    pub speed: u32,
}

/// The app's time as a function of the system's clocks.
#[derive(Clone, Debug)]
pub(crate) struct Timeline {
    boot_id: String,
    origin: Raw,
    base: Moment,
    speed: u32,
    /// The speed, or 1 while the pace is real.
    pace: u32,
    slept: Duration,
    zone: fn(DateTime<Utc>) -> FixedOffset,
}

impl Timeline {
    /// A timeline from now on, in the system's zone, going on from `past` if there was one.
    pub(crate) fn start(speed: u32, past: Option<&Anchor>) -> Self {
        Self::from(speed, boot_id(), read(), past, system_zone)
    }

    fn from(
        speed: u32,
        boot_id: String,
        raw: Raw,
        past: Option<&Anchor>,
        zone: fn(DateTime<Utc>) -> FixedOffset,
    ) -> Self {
        let speed = speed.max(1);
        let mut base = Moment { elapsed: BEGINNING, asleep: Duration::ZERO, local: local(raw.wall, zone) };
        if let Some(past) = past {
            let (gap, slept) = gap(past, &boot_id, &raw);
            base.elapsed = past.at.elapsed.saturating_add(gap.saturating_mul(speed));
            base.asleep = past.at.asleep.saturating_add(slept.saturating_mul(speed));
            // A fast clock goes on from what it showed itself; a real one shows the system's time.
            if speed > 1 && past.speed > 1 {
                base.local = local(past.at.local.to_utc() + delta(gap.saturating_mul(speed)), zone);
            }
        }
        Self { boot_id, origin: raw, base, speed, pace: speed, slept: raw.slept, zone }
    }

    /// Lets a fast clock show this time of day now; a real one shows what it shows.
    pub(crate) fn begin_at(&mut self, time: NaiveTime) {
        if self.speed > 1
            && let Some(local) = self.base.local.with_time(time).earliest()
        {
            self.base.local = local;
        }
    }

    /// Now.
    pub(crate) fn now(&mut self) -> Moment {
        self.moment(read())
    }

    /// The app's time when the system's clocks show this.
    fn moment(&mut self, raw: Raw) -> Moment {
        if raw.slept > self.slept.saturating_add(JITTER) {
            self.slept = raw.slept;
        }
        let passed = raw.boot.saturating_sub(self.origin.boot);
        let slept = self.slept.saturating_sub(self.origin.slept);
        let scaled = passed.saturating_mul(self.pace);
        let wall = if self.speed == 1 {
            raw.wall
        } else {
            let stepped = (raw.wall - self.origin.wall) - delta(passed);
            self.base.local.to_utc() + delta(scaled) + stepped
        };
        Moment {
            elapsed: self.base.elapsed.saturating_add(scaled),
            asleep: self.base.asleep.saturating_add(slept.saturating_mul(self.pace)),
            local: local(wall, self.zone),
        }
    }

    /// What to save so that a restart goes on from here.
    pub(crate) fn anchor(&mut self) -> Anchor {
        let raw = read();
        Anchor { boot_id: self.boot_id.clone(), raw, at: self.moment(raw), speed: self.speed }
    }

    /// From now on the clock runs at this speed.
    pub(crate) fn set_speed(&mut self, speed: u32) {
        if speed.max(1) != self.speed {
            let anchor = self.anchor();
            *self = Self::from(speed, self.boot_id.clone(), anchor.raw, Some(&anchor), self.zone);
        }
    }

    /// While `real`, the clock runs as fast as life, whatever its speed. Whether that is new.
    pub(crate) fn set_pace(&mut self, real: bool) -> bool {
        self.pace_from(real, read())
    }

    fn pace_from(&mut self, real: bool, raw: Raw) -> bool {
        let pace = if real { 1 } else { self.speed };
        let new = pace != self.pace;
        if new {
            self.base = self.moment(raw);
            (self.origin, self.slept, self.pace) = (raw, self.slept.max(raw.slept), pace);
        }
        new
    }

    /// How many seconds of the app a real one is now.
    pub(crate) fn pace(&self) -> u32 {
        self.pace
    }

    /// How long to wait, really, for this much of the app's time; never too short.
    pub(crate) fn real(&self, app: Duration) -> Duration {
        // Rounded down it would wake a moment before its time, find nothing to do, and wait again.
        let nanos = app.as_nanos().div_ceil(u128::from(self.pace));
        Duration::from_nanos(u64::try_from(nanos).unwrap_or(u64::MAX))
    }

    /// How much of the app's time this much real time is.
    pub(crate) fn scaled(&self, real: Duration) -> Duration {
        real.saturating_mul(self.pace)
    }

    /// The first point of `elapsed` after `now` and up to `until` at which the local offset changes
    /// (daylight saving): wall times told before it do not hold after it.
    pub(crate) fn transition(&self, now: &Moment, until: Duration) -> Option<Duration> {
        // No zone goes to another offset and back within half a day.
        const STRIDE: Duration = Duration::from_hours(12);
        let offset = |at: Duration| (self.zone)(now.stamp(at).to_utc());
        let (mut before, here) = (now.elapsed, offset(now.elapsed));
        while before < until {
            let after = before.saturating_add(STRIDE).min(until);
            if offset(after) != here {
                return Some(bisect(before, after, |at| offset(at) != here));
            }
            before = after;
        }
        None
    }
}

/// The first point, to the millisecond, at which `changed` holds; it does at `after` and not at `before`.
fn bisect(mut before: Duration, mut after: Duration, changed: impl Fn(Duration) -> bool) -> Duration {
    while after.saturating_sub(before) > Duration::from_millis(1) {
        let middle = before + (after.saturating_sub(before)) / 2;
        if changed(middle) { after = middle } else { before = middle }
    }
    after
}

/// The real time since `past`, and the part of it in which the machine was asleep or off.
fn gap(past: &Anchor, boot_id: &str, raw: &Raw) -> (Duration, Duration) {
    if is_same_boot(past, boot_id, raw) {
        let slept = raw.slept.saturating_sub(past.raw.slept);
        (raw.boot.saturating_sub(past.raw.boot), if slept > JITTER { slept } else { Duration::ZERO })
    } else {
        // Another boot: its clocks begin anew, and only the wall clock tells how long the machine was off.
        let off = (raw.wall - past.raw.wall).to_std().unwrap_or_default();
        (off, off)
    }
}

fn is_same_boot(past: &Anchor, boot_id: &str, raw: &Raw) -> bool {
    let passed = delta(raw.boot.saturating_sub(past.raw.boot));
    let alike = (raw.wall - past.raw.wall - passed).abs() <= SAME_BEGINNING;
    past.boot_id == boot_id && raw.boot >= past.raw.boot && (alike || !boot_id.is_empty())
}

fn delta(duration: Duration) -> TimeDelta {
    TimeDelta::from_std(duration).unwrap_or(TimeDelta::MAX)
}

fn local(utc: DateTime<Utc>, zone: fn(DateTime<Utc>) -> FixedOffset) -> Stamp {
    utc.with_timezone(&zone(utc))
}

#[cfg(test)]
mod tests;
