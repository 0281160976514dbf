//! Three working weeks of a record, made by the app itself up to now: the break of two o'clock skipped on each day, one week
//! with a reminder that no other has, and a break skipped two hours ago.

use crate::harness::Session;
use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use std::fmt::Write;

/// What the breaks of the marked week are called.
pub(super) const MARK: &str = "zebra";
/// What each day begins with, and the breaks due on it, that of two o'clock among them.
const BEGINS: NaiveTime = NaiveTime::from_hms_opt(8, 0, 0).expect("a time");
const DUE: [(u32, u32); 8] = [(9, 0), (10, 4), (11, 8), (12, 12), (13, 16), (14, 20), (15, 21), (16, 25)];
const SKIPPED: u32 = 14;

/// What is in it that a test looks for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Weeks {
    /// The last Tuesday before today.
    pub(super) tuesday: NaiveDate,
    /// Monday and Friday of the marked week.
    pub(super) marked: (NaiveDate, NaiveDate),
    /// When the break fell due that was skipped two hours ago.
    pub(super) recent: DateTime<Utc>,
    /// Whether that was today, which it was not in the first hours of a day.
    pub(super) is_of_today: bool,
    /// The day it is, as the app counts days.
    pub(super) today: NaiveDate,
}

impl Weeks {
    /// Makes them the session's record, in which the app does not run yet.
    pub(super) fn write(session: &Session) -> Self {
        let weeks = Self::until(now());
        let (days, ledger) = (session.path("days.txt"), session.data().join("unhunch/ledger.db"));
        session.write(&days, &weeks.told());
        std::fs::create_dir_all(ledger.parent().expect("a folder")).expect("a folder in the home");
        let [days, ledger] = [days, ledger].map(|path| path.to_str().expect("text").to_owned());
        session.tell(&["simulate", "--ledger", &ledger, &days]);
        weeks
    }

    fn until(now: DateTime<Utc>) -> Self {
        let (today, recent) = (day_of(now), now - TimeDelta::hours(2));
        let before = |weekday: u32| {
            (1..=7).map(|back| today - Days::new(back)).find(|day| day.weekday().num_days_from_monday() == weekday)
        };
        let this_week = today - Days::new(today.weekday().num_days_from_monday().into());
        let monday = this_week - Days::new(14);
        Self {
            tuesday: before(1).expect("a Tuesday"),
            marked: (monday, monday + Days::new(4)),
            recent,
            is_of_today: day_of(recent) == today,
            today,
        }
    }

    /// All of it in the language of days.
    fn told(self) -> String {
        let first = self.today - Days::new(21);
        let days = first
            .iter_days()
            .take_while(|day| *day < self.today)
            .filter(|day| day.weekday().num_days_from_monday() < 5);
        let recent = self.recent.naive_utc();
        let begun = recent - TimeDelta::hours(1);
        let last = [(begun, "unlock"), (begun, "active"), (recent + TimeDelta::minutes(1), "click skip")];
        let lines = days.flat_map(|day| self.day(day)).chain(last.map(|(at, word)| (at, word.to_owned())));
        let end = (recent + TimeDelta::minutes(2), "lock".to_owned());
        let mut told = format!(
            "start {first}T00:00:00+00:00 zone UTC\nsettings lull.wait=0s nudge.posture.every=0min check_in.most=0\n"
        );
        let mut before = first;
        for (at, word) in lines.chain([end]) {
            let ahead = (at.date() - before).num_days();
            let ahead = if ahead > 0 { format!("+{ahead}d ") } else { String::new() };
            let _ = writeln!(told, "{ahead}{} {word}", at.format("%H:%M:%S"));
            before = at.date();
        }
        told
    }

    /// One day at the desk.
    fn day(self, day: NaiveDate) -> Vec<(NaiveDateTime, String)> {
        let begins = day.and_time(BEGINS);
        let mut lines = vec![(begins, "unlock".to_owned()), (begins, "active".to_owned())];
        let rhythm = |off: &str, on: &str| {
            format!("settings break.{off}.every=0min break.{on}.every=60min break.{on}.lasts=3min")
        };
        if day == self.marked.0 {
            lines.push((begins, rhythm("movement", MARK)));
        }
        if day == self.marked.0 + Days::new(7) {
            lines.push((begins, rhythm(MARK, "movement")));
        }
        for (hour, minute) in DUE {
            let due = day.and_hms_opt(hour, minute, 0).expect("a time");
            let after = |minutes| due + TimeDelta::minutes(minutes);
            if hour == SKIPPED {
                lines.push((after(1), "click skip".to_owned()));
            } else {
                lines.extend([(after(1), "click start".to_owned()), (after(4), "click done".to_owned())]);
            }
        }
        lines.push((day.and_hms_opt(17, 20, 0).expect("a time"), "lock".to_owned()));
        lines
    }
}

/// The day to which a time belongs.
fn day_of(at: DateTime<Utc>) -> NaiveDate {
    (at - TimeDelta::hours(4)).date_naive()
}

#[expect(clippy::disallowed_methods, reason = "the app that reads it lives today")]
fn now() -> DateTime<Utc> {
    Utc::now()
}
