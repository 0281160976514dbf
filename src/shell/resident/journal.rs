//! What came in, in the words of a scenario, so that a day can be played again. Owns what the engine sees only in its
//! clocks: sleep that nobody announced, steps of the wall clock, a process that was not there. Never records a title.

use crate::engine::effect::Decision;
use crate::engine::event::{Event, Meeting};
use crate::engine::moment::{Moment, Stamp, day_of};
use crate::ledger::{Entry, EntryKind};
use crate::scenario;
use crate::settings;
use chrono::{NaiveTime, TimeDelta};
use std::time::Duration;

/// Less sleep than this is none.
// It is the clocks' own inaccuracy, as it is to the engine.
const NAP: Duration = Duration::from_secs(1);
/// A wall clock that is off by less was not stepped.
// It was only led, as time services do with small differences.
const STEP: TimeDelta = TimeDelta::seconds(5);

/// Where the clocks were at the last line.
#[derive(Clone, Debug)]
pub(super) struct Journal {
    last: Moment,
    /// The calendar as last told: the lines name days by today, so that each day needs its own.
    meetings: Vec<Meeting>,
    /// The sleep was announced and the wake was not yet.
    asleep: bool,
}

impl Journal {
    /// A journal that begins now.
    pub(super) fn new(now: Moment) -> Self {
        Self { last: now, meetings: Vec::new(), asleep: false }
    }

    /// The lines of a start: how the process before ended, what the clocks alone tell of the time between, and that this runs.
    pub(super) fn of_start(before: Moment, killed: bool, now: &Moment, starts: NaiveTime) -> Vec<Entry> {
        let mut lines: Vec<Entry> = killed.then(|| input(before.local, starts, "kill".into())).into_iter().collect();
        lines.extend(Self::new(before).clocks(now, starts));
        lines.push(input(now.local, starts, "run".into()));
        lines
    }

    /// Whether the last line was of another day than this.
    pub(super) fn new_day(&self, now: &Moment, starts: NaiveTime) -> bool {
        self.last.day(starts) != now.day(starts)
    }

    /// The lines of an event, after those of what the clocks alone tell.
    pub(super) fn lines(&mut self, event: &Event, now: &Moment, starts: NaiveTime) -> Vec<Entry> {
        let mut lines = self.clocks(now, starts);
        let told = scenario::input_lines(event, now);
        lines.extend(told.into_iter().map(|text| input(now.local, starts, text)));
        if let Event::Sleeping(on) = event {
            self.asleep = *on;
        }
        if let Event::Meetings(meetings) = event {
            self.meetings.clone_from(meetings);
        }
        self.last = *now;
        lines
    }

    /// The calendar that is known already, for the beginning of a day.
    pub(super) fn known(&self) -> Option<Event> {
        (!self.meetings.is_empty()).then(|| Event::Meetings(self.meetings.clone()))
    }

    fn clocks(&self, now: &Moment, starts: NaiveTime) -> Vec<Entry> {
        let mut lines = Vec::new();
        let slept = now.asleep.saturating_sub(self.last.asleep);
        if slept >= NAP && !self.asleep {
            lines.push(input(now.stamp(now.elapsed.saturating_sub(slept)), starts, "sleep unannounced".into()));
            lines.push(input(now.local, starts, "wake unannounced".into()));
        }
        let step = now.local - self.last.stamp(now.elapsed);
        if step.abs() >= STEP {
            let sign = if step < TimeDelta::zero() { '-' } else { '+' };
            let before = self.last.stamp(now.elapsed);
            lines.push(input(before, starts, format!("clock {sign}{}s", step.num_seconds().abs())));
        }
        lines
    }
}

/// A line that came in.
pub(super) fn input(at: Stamp, starts: NaiveTime, text: String) -> Entry {
    Entry { at, day: day_of(at, starts), kind: EntryKind::Input, text, reason: None }
}

/// A line that was decided.
pub(super) fn decision(decision: &Decision, starts: NaiveTime) -> Entry {
    Entry {
        at: decision.at,
        day: day_of(decision.at, starts),
        kind: EntryKind::Decision,
        text: scenario::decision_words(&decision.what),
        reason: Some(decision.why.clone()),
    }
}

/// The person's settings as a line: what differs from the defaults.
pub(super) fn settings_line(text: &str) -> Option<String> {
    let pairs: Vec<String> = settings::show(text)
        .into_iter()
        // The calendars' addresses are secrets, and what they lead to is told as meetings. No program is run when a day is
        // played again, and what other machines said is told as such.
        .filter(|shown| shown.origin != settings::Origin::Default)
        .filter(|shown| !["calendar.", "hook.", "sync."].iter().any(|group| shown.key.starts_with(group)))
        .map(|shown| format!("{}={}", shown.key, quoted(&shown.plain)))
        .collect();
    (!pairs.is_empty()).then(|| format!("settings {}", pairs.join(" ")))
}

fn quoted(value: &str) -> String {
    if value.is_empty() || value.contains(char::is_whitespace) { format!("\"{value}\"") } else { value.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::event::Mark;

    fn at(seconds: u64, asleep: u64, wall: &str) -> Moment {
        Moment {
            elapsed: Duration::from_secs(seconds),
            asleep: Duration::from_secs(asleep),
            local: wall.parse().expect("a time"),
        }
    }

    fn texts(journal: &mut Journal, event: &Event, now: &Moment) -> Vec<String> {
        journal.lines(event, now, NaiveTime::MIN).into_iter().map(|entry| entry.text).collect()
    }

    #[test]
    fn sleep_is_told_once_whoever_noticed_it() {
        let mut journal = Journal::new(at(100, 0, "2026-01-05T09:00:00Z"));
        let woke = at(700, 540, "2026-01-05T09:10:00Z");
        assert_eq!(texts(&mut journal, &Event::Active, &woke), ["sleep unannounced", "wake unannounced", "active"]);
        assert_eq!(texts(&mut journal, &Event::Sleeping(true), &woke), ["sleep"]);
        let again = at(1300, 1100, "2026-01-05T09:20:00Z");
        assert_eq!(texts(&mut journal, &Event::Sleeping(false), &again), ["wake"]);
        assert_eq!(texts(&mut journal, &Event::Active, &again), ["active"]);
    }

    #[test]
    fn a_start_tells_of_the_sleep_before_it() {
        let (before, now) = (at(100, 0, "2026-01-05T09:00:00Z"), at(1900, 1500, "2026-01-05T09:30:00Z"));
        let lines = |killed| Journal::of_start(before, killed, &now, NaiveTime::MIN);
        let told = |killed| -> Vec<String> {
            lines(killed).iter().map(|line| format!("{} {}", line.at.format("%H:%M:%S"), line.text)).collect()
        };
        let slept = ["09:05:00 sleep unannounced", "09:30:00 wake unannounced", "09:30:00 run"];
        assert_eq!(told(true), [&["09:00:00 kill"], &slept[..]].concat());
        assert_eq!(told(false), slept);
    }

    #[test]
    fn a_step_of_the_wall_clock_is_told_and_a_slow_correction_is_not() {
        let mut journal = Journal::new(at(100, 0, "2026-01-05T09:00:00Z"));
        assert_eq!(texts(&mut journal, &Event::Tick, &at(160, 0, "2026-01-05T09:01:01Z")), [""; 0]);
        assert_eq!(texts(&mut journal, &Event::Tick, &at(170, 0, "2026-01-05T11:01:11Z")), ["clock +7200s"]);
        assert_eq!(texts(&mut journal, &Event::Tick, &at(180, 0, "2026-01-05T10:01:21Z")), ["clock -3600s"]);
    }

    #[test]
    fn meetings_are_told_by_the_days_around_now_and_again_on_the_next_day() {
        let meeting = |start: &str, end: &str| {
            let at = |text: &str| format!("2026-01-{text}:00Z").parse().expect("a time");
            Meeting { start: at(start), end: at(end), mark: Mark::Busy, title: None }
        };
        let mut journal = Journal::new(at(100, 0, "2026-01-05T09:00:00Z"));
        assert_eq!(journal.known(), None);
        let all = Event::Meetings(vec![
            meeting("04T23:00", "05T01:00"),
            meeting("04T23:00", "05T10:30"),
            meeting("05T23:30", "06T00:30"),
            meeting("06T09:00", "06T10:00"),
            meeting("07T09:00", "07T10:00"),
        ]);
        let lines = texts(&mut journal, &all, &at(3700, 0, "2026-01-05T10:00:00Z"));
        let left = ["meeting 00:00-10:30 busy", "meeting 23:30-00:30 busy", "meeting tomorrow 09:00-10:00 busy"];
        assert_eq!(lines, [&["meetings none"], &left[..]].concat());
        assert_eq!(journal.known(), Some(all));
    }

    #[test]
    fn settings_are_told_by_what_differs() {
        assert_eq!(settings_line(""), None);
        assert_eq!(settings_line("hook.free = [\"/bin/true\"]"), None);
        assert_eq!(settings_line("sync.folder = \"/home/anna/shared\""), None);
        assert_eq!(settings_line("calendar.sources = [\"https://example.org/secret\"]"), None);
        let line = settings_line("goal = 70\nhours = \"Mon-Fri 09:00-17:00\"").expect("something differs");
        assert!(
            line.starts_with("settings ") && line.contains("goal=70") && line.contains("hours=\"Mon-Fri 09:00-17:00\""),
            "{line}"
        );
    }
}
