//! The app's time. Owns what the clocks of the system (`raw`, the only reader) mean for the app: a timeline that counts
//! sleep, never runs backwards and goes on over restarts. Never decides anything.
//!
//! With `clock.speed` N every real second is N seconds of the app: elapsed time, sleep and wall time alike.
//! A wall-clock step keeps its own size at every speed.

mod raw;

use crate::engine::moment::{Moment, Stamp};
use chrono::{DateTime, FixedOffset, NaiveTime, TimeDelta, Utc};
pub(crate) use raw::{Deadline, Raw, wall, zone_name};
use raw::{boot_id, read, system_zone};
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// A fresh timeline begins here, so that what was before the start can be told.
const BEGINNING: Duration = Duration::from_hours(30 * 24);
/// Two clocks cannot be read at one instant; a difference below this is no sleep.
const JITTER: Duration = Duration::from_millis(500);

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
            if speed > 1 && past.speed > 1 {
                base.local = local(past.at.local.to_utc() + delta(gap.saturating_mul(speed)), zone);
            }
        }
        Self { boot_id, origin: raw, base, speed, slept: raw.slept, zone }
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
        let scaled = passed.saturating_mul(self.speed);
        let wall = if self.speed == 1 {
            raw.wall
        } else {
            let stepped = (raw.wall - self.origin.wall) - delta(passed);
            self.base.local.to_utc() + delta(scaled) + stepped
        };
        Moment {
            elapsed: self.base.elapsed.saturating_add(scaled),
            asleep: self.base.asleep.saturating_add(slept.saturating_mul(self.speed)),
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

    /// How long to wait, really, for this much of the app's time; never too short.
    pub(crate) fn real(&self, app: Duration) -> Duration {
        let nanos = app.as_nanos().div_ceil(u128::from(self.speed));
        Duration::from_nanos(u64::try_from(nanos).unwrap_or(u64::MAX))
    }

    /// How much of the app's time this much real time is.
    pub(crate) fn scaled(&self, real: Duration) -> Duration {
        real.saturating_mul(self.speed)
    }

    /// The first point of `elapsed` after `now` and up to `until` at which the local offset changes
    /// (daylight saving): wall times told before it do not hold after it.
    pub(crate) fn transition(&self, now: &Moment, until: Duration) -> Option<Duration> {
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
    if past.boot_id == boot_id && !boot_id.is_empty() && raw.boot >= past.raw.boot {
        let slept = raw.slept.saturating_sub(past.raw.slept);
        (raw.boot.saturating_sub(past.raw.boot), if slept > JITTER { slept } else { Duration::ZERO })
    } else {
        let off = (raw.wall - past.raw.wall).to_std().unwrap_or_default();
        (off, off)
    }
}

fn delta(duration: Duration) -> TimeDelta {
    TimeDelta::from_std(duration).unwrap_or(TimeDelta::MAX)
}

fn local(utc: DateTime<Utc>, zone: fn(DateTime<Utc>) -> FixedOffset) -> Stamp {
    utc.with_timezone(&zone(utc))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Offset;

    fn raw(boot: u64, slept: u64, wall: &str) -> Raw {
        Raw {
            boot: Duration::from_secs(boot),
            slept: Duration::from_secs(slept),
            wall: wall.parse().expect("a time in UTC"),
        }
    }

    fn utc(_: DateTime<Utc>) -> FixedOffset {
        Utc.fix()
    }

    fn berlin(at: DateTime<Utc>) -> FixedOffset {
        // Summer time there in 2026.
        let time = |text: &str| text.parse::<DateTime<Utc>>().expect("a time in UTC");
        let summer = time("2026-03-29T01:00:00Z")..time("2026-10-25T01:00:00Z");
        FixedOffset::east_opt(if summer.contains(&at) { 7200 } else { 3600 }).expect("an offset")
    }

    fn line(speed: u32, at: Raw, past: Option<&Anchor>) -> Timeline {
        Timeline::from(speed, "this".into(), at, past, utc)
    }

    #[test]
    fn sleep_counts_and_a_wall_step_does_not() {
        let mut line = line(1, raw(100, 10, "2026-01-05T08:00:00Z"), None);
        let before = line.moment(raw(100, 10, "2026-01-05T08:00:00Z"));
        let after = line.moment(raw(160, 40, "2026-01-05T06:00:00Z"));
        assert_eq!(after.elapsed, before.elapsed + Duration::from_mins(1));
        assert_eq!(after.asleep, before.asleep + Duration::from_secs(30));
        assert_eq!(after.local.to_rfc3339(), "2026-01-05T06:00:00+00:00");
    }

    #[test]
    fn reading_two_clocks_one_after_the_other_is_no_sleep() {
        let mut line = line(1, raw(100, 10, "2026-01-05T08:00:00Z"), None);
        let mut later = raw(101, 10, "2026-01-05T08:00:01Z");
        later.slept += Duration::from_micros(300);
        assert_eq!(line.moment(later).asleep, Duration::ZERO);
    }

    #[test]
    fn the_same_boot_goes_on_exactly() {
        let mut first = line(1, raw(100, 0, "2026-01-05T08:00:00Z"), None);
        let at = first.moment(raw(100, 0, "2026-01-05T08:00:00Z"));
        let saved = Anchor { boot_id: "this".into(), raw: raw(100, 0, "2026-01-05T08:00:00Z"), at, speed: 1 };
        let now = raw(250, 50, "2026-01-05T12:00:00Z");
        let again = line(1, now, Some(&saved)).moment(now);
        assert_eq!(again.elapsed, at.elapsed + Duration::from_secs(150));
        assert_eq!(again.asleep, at.asleep + Duration::from_secs(50));
        assert_eq!(again.local.to_rfc3339(), "2026-01-05T12:00:00+00:00");
    }

    #[test]
    fn a_new_boot_is_a_long_sleep_and_never_goes_back() {
        let mut first = line(1, raw(9000, 0, "2026-01-05T08:00:00Z"), None);
        let at = first.moment(raw(9000, 0, "2026-01-05T08:00:00Z"));
        let saved = Anchor { boot_id: "other".into(), raw: raw(9000, 0, "2026-01-05T08:00:00Z"), at, speed: 1 };
        let now = raw(20, 0, "2026-01-05T09:00:00Z");
        let next = line(1, now, Some(&saved)).moment(now);
        let hour = Duration::from_hours(1);
        assert_eq!((next.elapsed, next.asleep), (at.elapsed + hour, at.asleep + hour));
        let wrong = raw(20, 0, "2025-01-01T00:00:00Z");
        let back = line(1, wrong, Some(&saved)).moment(wrong);
        assert_eq!((back.elapsed, back.asleep), (at.elapsed, at.asleep));
    }

    #[test]
    fn a_fast_clock_scales_time_sleep_and_wall_but_not_a_step() {
        let mut line = line(60, raw(100, 0, "2026-01-05T09:00:00Z"), None);
        let before = line.moment(raw(100, 0, "2026-01-05T09:00:00Z"));
        let hour = line.moment(raw(160, 1, "2026-01-05T09:01:00Z"));
        assert_eq!(hour.elapsed, before.elapsed + Duration::from_hours(1));
        assert_eq!(hour.asleep, before.asleep + Duration::from_mins(1));
        assert_eq!(hour.local.to_rfc3339(), "2026-01-05T10:00:00+00:00");
        let stepped = line.moment(raw(160, 1, "2026-01-05T11:01:00Z"));
        assert_eq!(stepped.local.to_rfc3339(), "2026-01-05T12:00:00+00:00");
        assert_eq!(line.real(Duration::from_hours(1)), Duration::from_mins(1));
        assert_eq!(line.real(Duration::from_nanos(1)), Duration::from_nanos(1));
        assert_eq!(line.scaled(Duration::from_mins(1)), Duration::from_hours(1));
    }

    #[test]
    fn a_fast_clock_keeps_its_own_day_over_a_restart_and_leaves_it_with_the_speed() {
        let mut first = line(60, raw(100, 0, "2026-01-05T09:00:00Z"), None);
        let then = raw(160, 0, "2026-01-05T09:01:00Z");
        let saved = Anchor { boot_id: "this".into(), raw: then, at: first.moment(then), speed: 60 };
        let now = raw(170, 0, "2026-01-05T09:01:10Z");
        assert_eq!(line(60, now, Some(&saved)).moment(now).local.to_rfc3339(), "2026-01-05T10:10:00+00:00");
        assert_eq!(line(1, now, Some(&saved)).moment(now).local.to_rfc3339(), "2026-01-05T09:01:10+00:00");
    }

    #[test]
    fn daylight_saving_is_found_to_the_millisecond() {
        let start = raw(100, 0, "2026-03-28T20:00:00Z");
        let mut line = Timeline::from(1, "this".into(), start, None, berlin);
        let now = line.moment(start);
        let at = line.transition(&now, now.elapsed + Duration::from_hours(20)).expect("the clocks change that night");
        assert_eq!(at.saturating_sub(now.elapsed).as_secs(), 5 * 3600);
        assert_eq!(line.transition(&now, now.elapsed + Duration::from_hours(4)), None);
    }

    #[test]
    fn the_real_clocks_run_forward() {
        let (mut line, one) = (Timeline::start(1, None), read());
        let (first, second) = (line.now(), line.now());
        assert!(second.elapsed >= first.elapsed && read().boot >= one.boot);
        assert_eq!(line.anchor().speed, 1);
    }
}
