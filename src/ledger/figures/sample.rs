//! Rows and days for the tests of the figures and of the review. Monday is 5 January 2026.

use crate::engine::content::{Equipment, Exercise, Kind, Occasion, Posture};
use crate::engine::event::Action;
use crate::engine::instance::{CancelReason, Delivery, Evidence, ExerciseResult, Hold, Instance, Outcome, SpanKind};
use crate::engine::moment::Stamp;
use crate::ledger::{CheckIn, History, ShownNudge, Span};
use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, TimeDelta};

/// Days begin at 04:00.
pub(crate) const DAY_STARTS: NaiveTime = NaiveTime::from_hms_opt(4, 0, 0).unwrap();

/// A time of that Monday.
pub(crate) fn time(hhmm: &str) -> Stamp {
    DateTime::parse_from_rfc3339(&format!("2026-01-05T{hhmm}:00+01:00")).unwrap()
}

/// A row due at 10:00 that was never shown.
pub(crate) fn closed(outcome: Outcome) -> Instance {
    let (due, zone) = (time("10:00"), Some("Europe/Berlin".into()));
    Instance { outcome: Some(outcome), ..Instance::fell_due(1, "movement", due, due.date_naive(), zone) }
}

/// The same row, shown.
pub(crate) fn delivered(row: Instance) -> Instance {
    Instance { prompts: row.snoozes + 1, first_prompt: Some(row.due), delivery: Delivery::Shown, ..row }
}

/// A call so many minutes after that row's due time.
pub(crate) fn call_at(from: i64, to: i64) -> Span {
    let minutes = |minutes| time("10:00") + TimeDelta::minutes(minutes);
    Span { kind: SpanKind::Call, from: minutes(from), to: minutes(to) }
}

/// A day's shape: kinds with their minutes.
pub(crate) fn shape(from: &str, kinds: &[(SpanKind, i64)]) -> Vec<Span> {
    let mut at = time(from);
    let span = |&(kind, minutes): &(SpanKind, i64)| {
        let from = at;
        at += TimeDelta::minutes(minutes);
        Span { kind, from, to: at }
    };
    kinds.iter().map(span).collect()
}

/// Three exercises.
pub(crate) fn library() -> Vec<Exercise> {
    let exercise = |id: &str, name: &str, areas: &[&str]| Exercise {
        id: id.into(),
        name: name.into(),
        areas: areas.iter().copied().map(str::to_owned).collect(),
        kind: Kind::Stretch,
        posture: Posture::Seated,
        equipment: Equipment::None,
        seconds: 60,
        hold_s: 5,
        reps: 5,
        sides: 1,
        steps: vec!["Sit tall.".into()],
        timing: Vec::new(),
        both: false,
        why: "It eases the neck.".into(),
        caution: "Gently.".into(),
        avoid: vec![],
        discreet: true,
        when: vec![Occasion::Hourly],
        source: vec![],
    };
    vec![
        exercise("chin-tuck", "Chin tuck", &["neck"]),
        exercise("doorway", "Doorway chest stretch", &["chest", "shoulders"]),
        exercise("wrist-circles", "Wrist circles", &["wrists"]),
    ]
}

/// Now, in [`three_weeks`]: the afternoon of their last Friday.
pub(crate) fn now() -> Stamp {
    time("16:40") + TimeDelta::days(18)
}

/// Three working weeks until [`now`], the same every time: hourly breaks, a lunch, a call on most days, and afternoons in
/// which 15:00 rarely works out.
pub(crate) fn three_weeks() -> History {
    let mut made = Made { history: History::default(), luck: 24 };
    for ahead in 0..19 {
        let monday = NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
        let day = monday + Days::new(ahead);
        if day.weekday().num_days_from_monday() < 5 {
            made.day(TimeDelta::days(i64::try_from(ahead).unwrap()));
        }
    }
    let mut history = made.history;
    history.rows.retain(|row| row.due < now());
    history.spans.retain(|span| span.from < now());
    history.spans.last_mut().unwrap().to = now();
    history
}

struct Made {
    history: History,
    luck: u32,
}

impl Made {
    /// A number under `below`, from a small linear generator.
    fn luck(&mut self, below: u32) -> u32 {
        self.luck = self.luck.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.luck >> 16) % below
    }

    fn day(&mut self, ahead: TimeDelta) {
        self.span(SpanKind::Active, time("08:50") + ahead);
        for due in ["09:50", "10:52", "11:55", "14:05", "15:07", "16:10", "17:12"] {
            let outcome = match (due, self.luck(10)) {
                ("10:52", ..4) => Outcome::Excused,
                ("15:07", ..8) => Outcome::Skipped,
                (_, ..4) | ("15:07", _) => Outcome::Taken,
                (_, 4..6) => Outcome::Natural,
                (_, 6..8) => Outcome::Skipped,
                (_, 8) => Outcome::Missed,
                _ => Outcome::Taken,
            };
            let outcome = if due == "17:12" && self.luck(4) == 0 { Outcome::Cancelled } else { outcome };
            self.instance(time(due) + ahead, outcome);
            if due == "11:55" {
                self.span(SpanKind::Locked, time("12:25") + ahead);
                self.span(SpanKind::Active, time("13:05") + ahead);
            }
        }
        self.span(SpanKind::Asleep, time("17:40") + ahead);
        let day = (time("10:00") + ahead).date_naive();
        let answer = [Action::Loose, Action::Tight, Action::Tight, Action::Sore][self.luck(4) as usize];
        for (at, answer) in [("10:20", Some(Action::Shifted)), ("13:35", None), ("15:35", Some(Action::Fine))] {
            let (reminder, line) = ("posture".into(), "Feet on the floor?".into());
            self.history.nudges.push(ShownNudge { at: time(at) + ahead, day, reminder, line, answer });
        }
        self.history.check_ins.push(CheckIn { at: time("16:20") + ahead, day, answer });
    }

    fn span(&mut self, kind: SpanKind, from: Stamp) {
        if let Some(last) = self.history.spans.last_mut() {
            last.to = from;
        }
        self.history.spans.push(Span { kind, from, to: from });
    }

    fn instance(&mut self, due: Stamp, outcome: Outcome) {
        let id = self.history.rows.len() as u64 + 1;
        let exercise = Some(library()[self.luck(3) as usize].id.clone());
        let snoozes = self.luck(3) / 2;
        let mut row = Instance { id, due, day: due.date_naive(), snoozes, ..closed(outcome) };
        let later = |minutes: u32| due + TimeDelta::minutes(i64::from(minutes));
        match outcome {
            Outcome::Taken => {
                let (start, lasts) = (later(1 + 5 * snoozes), 2 + self.luck(3));
                row = Instance { exercise, ..delivered(row) };
                (row.start, row.end) = (Some(start), Some(start + TimeDelta::minutes(i64::from(lasts))));
                row.evidence = Some([Evidence::Observed, Evidence::Guided, Evidence::Claimed][self.luck(3) as usize]);
                row.result = (row.evidence == Some(Evidence::Guided)).then_some(ExerciseResult::Completed);
                row.away_s = lasts * 55;
                row.response_s = Some(20 + self.luck(60));
            }
            Outcome::Natural => {
                row.snoozes = 0;
                row.away_s = (6 + self.luck(8)) * 60;
                row.end = Some(due + TimeDelta::seconds(i64::from(row.away_s)));
                row.start = Some(due);
                self.span(SpanKind::Idle, due);
                self.span(SpanKind::Active, row.end.unwrap());
            }
            Outcome::Skipped => {
                row = Instance { exercise, response_s: Some(8), ..delivered(row) };
                row.result = Some(ExerciseResult::Skipped);
            }
            Outcome::Missed => row = Instance { exercise, snoozes: 0, ..delivered(row) },
            Outcome::Excused => {
                row.snoozes = 0;
                row.holds = [(Hold::Call, 48 * 60)].into();
                self.span(SpanKind::Call, later(0) - TimeDelta::minutes(20));
                self.span(SpanKind::Active, later(48));
            }
            Outcome::Cancelled => {
                row = Instance { snoozes: 0, cancelled: Some(CancelReason::HoursEnded), ..delivered(row) };
            }
        }
        self.history.rows.push(row);
    }
}
