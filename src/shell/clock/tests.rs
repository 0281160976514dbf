//! The timeline, with clocks that a test sets.

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
fn a_real_pace_within_a_fast_day_moves_nothing() {
    let mut line = line(60, raw(100, 0, "2026-01-05T09:00:00Z"), None);
    assert!(!line.pace_from(false, raw(110, 0, "2026-01-05T09:00:10Z")), "as it was");
    let before = line.moment(raw(110, 0, "2026-01-05T09:00:10Z"));
    assert!(line.pace_from(true, raw(110, 0, "2026-01-05T09:00:10Z")));
    assert_eq!(line.moment(raw(110, 0, "2026-01-05T09:00:10Z")), before);
    let real = line.moment(raw(140, 0, "2026-01-05T09:00:40Z"));
    assert_eq!(real.elapsed, before.elapsed + Duration::from_secs(30));
    assert_eq!(real.local, before.local + TimeDelta::seconds(30));
    assert_eq!((line.real(Duration::from_mins(1)), line.pace()), (Duration::from_mins(1), 1));
    assert!(line.pace_from(false, raw(140, 0, "2026-01-05T09:00:40Z")));
    let fast = line.moment(raw(141, 0, "2026-01-05T09:00:41Z"));
    assert_eq!(fast.elapsed, real.elapsed + Duration::from_mins(1));
    assert_eq!(fast.local, real.local + TimeDelta::seconds(60));
    assert_eq!(fast.asleep, Duration::ZERO);
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
fn a_boot_without_a_name_is_the_one_that_began_at_the_same_moment() {
    let then = raw(100, 0, "2026-01-05T08:00:00Z");
    let anchor = |at| Anchor { boot_id: String::new(), raw: then, at, speed: 1 };
    let after = |now: Raw| {
        let at = Timeline::from(1, String::new(), then, None, utc).moment(then);
        let next = Timeline::from(1, String::new(), now, Some(&anchor(at)), utc).moment(now);
        [(next.elapsed, at.elapsed), (next.asleep, at.asleep)].map(|(next, at)| next.saturating_sub(at).as_secs())
    };
    assert_eq!(after(raw(220, 0, "2026-01-05T08:02:00Z")), [120, 0], "not running is no sleep");
    assert_eq!(after(raw(220, 50, "2026-01-05T08:02:03Z")), [120, 50], "the wall clock was set by a little");
    assert_eq!(after(raw(20, 0, "2026-01-05T08:02:00Z")), [120, 120], "started anew");
    assert_eq!(after(raw(130, 0, "2026-01-05T09:00:00Z")), [3600, 3600], "started anew longer ago than the first ran");
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
