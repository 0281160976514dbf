//! Steps: the next sensible value above or below one, and what somebody means who types one. Pure. Owns which steps are
//! sensible; what a setting takes is its kind's.

use crate::settings::{Kind, clock, length, length_text};
use crate::text::adjust as text;
use chrono::{NaiveTime, TimeDelta};
use std::time::Duration;

/// Lengths that people choose, in seconds.
const LENGTHS: [u64; 43] = [
    1, 2, 3, 5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 300, 360, 420, 480, 600, 720, 900, 1200, 1500, 1800, 2100,
    2400, 2700, 3000, 3300, 3600, 4500, 5400, 6300, 7200, 9000, 10_800, 12_600, 14_400, 18_000, 21_600, 28_800, 43_200,
    86_400,
];
/// Times of day are this far apart.
const CLOCK: TimeDelta = TimeDelta::minutes(30);
/// A number without a unit is in seconds where what stands there now is shorter than this.
const SHORT: Duration = Duration::from_mins(2);

/// What has a next value above and below.
enum Scale {
    Length { least: u64, most: u64, off: bool },
    Count { least: u32, most: u32 },
    Clock { off: bool },
}

impl Scale {
    fn of(kind: Kind) -> Option<Self> {
        match kind {
            Kind::Length { least, most, off } => Some(Self::Length { least, most, off }),
            Kind::Count { least, most } => Some(Self::Count { least, most }),
            Kind::Clock { off } => Some(Self::Clock { off }),
            Kind::Switch
            | Kind::Choice(_)
            | Kind::Hours
            | Kind::Words(_)
            | Kind::Ids
            | Kind::Sources
            | Kind::Mails
            | Kind::Command
            | Kind::Folder
            | Kind::Name { .. } => None,
        }
    }
}

/// The next value above or below this one; none where there is none. `usual` is what a setting begins with that is off.
pub(super) fn step(kind: Kind, value: &str, usual: &str, up: bool) -> Option<String> {
    match Scale::of(kind)? {
        Scale::Length { least, most, off } => {
            // What is the person's own has no usual length.
            let usual = length::read(usual).unwrap_or_default().as_secs();
            let now = length::read(value)?.as_secs();
            let next = match (now, up) {
                // Off begins with the usual length.
                (0, true) if off => Some(usual.max(least)),
                (_, true) => LENGTHS.into_iter().find(|step| *step > now),
                (_, false) => LENGTHS.into_iter().rev().find(|step| (least..now).contains(step)).or(Some(0)),
            };
            let fits = |next: &u64| *next != now && ((least..=most).contains(next) || (off && *next == 0));
            next.filter(fits).map(|seconds| length_text(Duration::from_secs(seconds)))
        }
        Scale::Count { least, most } => {
            // Few numbers one by one, many by fives and tens.
            let by = match most {
                0..=20 => 1,
                21..=100 => 5,
                101.. => 10,
            };
            let now: u32 = value.parse().ok()?;
            let next = if up { now / by * by + by } else { now.saturating_sub(1) / by * by };
            let next = next.clamp(least, most);
            (next != now).then(|| next.to_string())
        }
        Scale::Clock { .. } => {
            let from =
                clock::time(value).or_else(|| clock::time(usual)).or_else(|| NaiveTime::from_hms_opt(22, 0, 0))?;
            let next = match (value.is_empty(), up) {
                (true, _) => from,
                (false, true) => from.overflowing_add_signed(CLOCK).0,
                (false, false) => from.overflowing_sub_signed(CLOCK).0,
            };
            Some(next.format("%H:%M").to_string())
        }
    }
}

/// What a setting is set to that is to be off, where it can be.
pub(super) fn off(kind: Kind) -> Option<String> {
    match Scale::of(kind)? {
        Scale::Length { off: true, .. } => Some(length_text(Duration::ZERO)),
        Scale::Clock { off: true } => Some(String::new()),
        Scale::Length { .. } | Scale::Clock { .. } | Scale::Count { .. } => None,
    }
}

/// What somebody means who typed this, in the settings' plain words; it may be wrong. A number without a unit has that of
/// the value that stood there.
pub(super) fn meant(kind: Kind, typed: &str, value: &str) -> String {
    let typed = typed.trim();
    if typed.is_empty() || typed.to_lowercase() == text::off().to_lowercase() {
        return off(kind).unwrap_or_else(|| typed.to_owned());
    }
    match Scale::of(kind) {
        Some(Scale::Length { .. }) if typed.bytes().all(|byte| byte.is_ascii_digit()) => {
            let short = length::read(value).is_some_and(|now| !now.is_zero() && now < SHORT);
            format!("{typed}{}", if short { "s" } else { "min" })
        }
        Some(Scale::Length { .. }) => typed.to_lowercase(),
        Some(Scale::Clock { .. }) => typed.replace('.', ":"),
        Some(Scale::Count { .. }) | None => typed.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::find;

    fn stepped(key: &str, value: &str, up: bool) -> Option<String> {
        step(find(key).unwrap().kind, value, if key == "break.eyes.every" { "" } else { "60min" }, up)
    }

    #[test]
    fn steps_are_those_that_people_choose_and_stay_within_what_is_allowed() {
        for (key, value, less, more) in [
            ("lull.wait", "2min", "90s", "3min"),
            ("lull.wait", "0s", "", "1s"),
            ("heads_up", "0s", "", ""),
            ("heads_up", "5s", "0s", "10s"),
            ("break.movement.every", "60min", "55min", "75min"),
            ("break.movement.every", "1min", "0s", "90s"),
            ("snooze.length", "1min", "", "90s"),
            ("snooze.length", "60min", "55min", ""),
            ("goal", "60", "55", "65"),
            ("goal", "1", "", "5"),
            ("goal", "97", "95", "100"),
            ("snooze.most", "0", "", "1"),
            ("day.starts", "00:00", "23:30", "00:30"),
            ("break.eyes.every", "20min", "15min", "25min"),
            ("bedtime", "22:45", "22:15", "23:15"),
        ] {
            let told = [false, true].map(|up| stepped(key, value, up).unwrap_or_default());
            assert_eq!(told, [less, more], "{key} = {value}");
        }
    }

    #[test]
    fn a_number_alone_has_the_unit_of_what_stood_there() {
        let meant = |key: &str, typed, value| meant(find(key).unwrap().kind, typed, value);
        assert_eq!(meant("lull.wait", "5", "2min"), "5min");
        assert_eq!(meant("lull.length", "8", "5s"), "8s");
        assert_eq!(meant("heads_up", " Off ", "10s"), "0s");
        assert_eq!(meant("heads_up", "5", "0s"), "5min");
        assert_eq!(meant("bedtime", "22.30", ""), "22:30");
        assert_eq!(meant("bedtime", "off", "22:30"), "");
        assert_eq!(meant("lull.wait", "1 Min", "2min"), "1 min");
    }
}
