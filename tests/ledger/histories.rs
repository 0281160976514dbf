//! LEDGER's invariants over random histories, through the real store.

use crate::{at, day, keep, row};
use chrono::TimeDelta;
use proptest::prelude::*;
use unhunch::engine::effect::Record;
use unhunch::engine::instance::{Instance, Outcome, SpanKind};
use unhunch::engine::moment::Stamp;
use unhunch::ledger::figures::Counts;
use unhunch::ledger::{Ledger, Step};

/// One move of a random history.
#[derive(Clone, Debug)]
enum Move {
    Open(usize),
    Close(usize, Outcome),
    Reopen(usize),
    Change(usize, Outcome),
    Correct(usize, Outcome),
    Second(usize),
}

fn moves() -> impl Strategy<Value = Vec<Move>> {
    let outcome = prop::sample::select(vec![
        Outcome::Taken,
        Outcome::Natural,
        Outcome::Skipped,
        Outcome::Missed,
        Outcome::Excused,
        Outcome::Cancelled,
    ]);
    let one = prop_oneof![
        4 => (0..3usize).prop_map(Move::Open),
        4 => (0..3usize, outcome.clone()).prop_map(|(n, outcome)| Move::Close(n, outcome)),
        1 => any::<usize>().prop_map(Move::Reopen),
        1 => (any::<usize>(), outcome.clone()).prop_map(|(n, outcome)| Move::Change(n, outcome)),
        1 => (any::<usize>(), outcome).prop_map(|(n, outcome)| Move::Correct(n, outcome)),
        1 => (0..3usize).prop_map(Move::Second),
    ];
    prop::collection::vec(one, 1..60)
}

/// Plays the history against the store and a plain list beside it; both must agree after every move.
struct Play {
    ledger: Ledger,
    rows: Vec<Instance>,
    now: Stamp,
}

const REMINDERS: [&str; 3] = ["movement", "eyes", "walk"];

impl Play {
    fn open_row(&self, n: usize) -> Option<usize> {
        self.rows.iter().position(|row| row.reminder == REMINDERS[n] && row.outcome.is_none())
    }

    fn closed_row(&self, n: usize) -> Option<usize> {
        let closed: Vec<usize> = (0..self.rows.len()).filter(|&i| self.rows[i].outcome.is_some()).collect();
        (!closed.is_empty()).then(|| closed[n % closed.len()])
    }

    fn step(&mut self, one: &Move) {
        self.now += TimeDelta::minutes(10);
        match *one {
            Move::Open(n) if self.open_row(n).is_none() => {
                let it = row(self.ledger.next_id().unwrap(), REMINDERS[n], self.now);
                keep(&mut self.ledger, &it).unwrap();
                self.rows.push(it);
            }
            Move::Close(n, outcome) => {
                if let Some(i) = self.open_row(n) {
                    self.rows[i].outcome = Some(outcome);
                    keep(&mut self.ledger, &self.rows[i]).unwrap();
                }
            }
            Move::Second(n) if self.open_row(n).is_some() => {
                let it = row(self.ledger.next_id().unwrap(), REMINDERS[n], self.now);
                assert!(keep(&mut self.ledger, &it).is_err(), "two open rows of one break");
            }
            Move::Reopen(n) => self.change(n, None),
            Move::Change(n, outcome) => self.change(n, Some(outcome)),
            Move::Correct(n, outcome) => self.correct(n, outcome),
            Move::Open(_) | Move::Second(_) => {}
        }
    }

    fn change(&mut self, n: usize, outcome: Option<Outcome>) {
        let Some(i) = self.closed_row(n) else { return };
        let refused = keep(&mut self.ledger, &Instance { outcome, ..self.rows[i].clone() }).is_err();
        assert_eq!(refused, outcome != self.rows[i].outcome && !self.rows[i].edited);
    }

    fn correct(&mut self, n: usize, outcome: Outcome) {
        let Some(i) = self.closed_row(n) else { return };
        let late = self.now - self.rows[i].due > TimeDelta::hours(24);
        match self.ledger.correct(self.rows[i].id, outcome, self.now) {
            Ok(corrected) => {
                assert!(!late);
                self.rows[i] = corrected;
            }
            Err(error) => assert!(late, "{error:?}"),
        }
    }

    fn agree(&self) {
        let stored = self.ledger.instances(day("2026-01-01"), day("2026-12-31")).unwrap();
        assert_eq!(stored, self.rows);
        let counts = Counts::of(&stored);
        let sum = |outcomes: &[Outcome]| {
            u32::try_from(stored.iter().filter(|row| row.outcome.is_some_and(|is| outcomes.contains(&is))).count())
                .unwrap()
        };
        let due = [Outcome::Taken, Outcome::Natural, Outcome::Skipped, Outcome::Missed, Outcome::Excused];
        assert_eq!(counts.due(), sum(&due), "due = T + N + K + M + X");
        let closed = stored.iter().filter(|row| row.outcome.is_some()).count();
        assert_eq!((counts.due() + counts.cancelled) as usize, closed, "due + C = closed");
        for reminder in REMINDERS {
            let open = stored.iter().filter(|row| row.reminder == reminder && row.outcome.is_none()).count();
            assert!(open <= 1, "at most one open for each break");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_histories_keep_the_invariants(history in moves()) {
        let now = at("2026-01-05T08:00:00+00:00");
        let mut play = Play { ledger: Ledger::in_memory().unwrap(), rows: Vec::new(), now };
        for one in &history {
            play.step(one);
            play.agree();
        }
    }

    #[test]
    fn random_spans_never_overlap_and_never_leave_a_gap(points in prop::collection::vec((0..600i64, 0..8usize), 1..40)) {
        const KINDS: [SpanKind; 8] = [SpanKind::NotRunning, SpanKind::Asleep, SpanKind::Locked, SpanKind::Idle,
            SpanKind::Call, SpanKind::Meeting, SpanKind::Paused, SpanKind::Active];
        let zero = at("2026-01-05T08:00:00+00:00");
        let mut ledger = Ledger::in_memory().unwrap();
        let mut minutes: Vec<Option<SpanKind>> = vec![None; 700];
        for (minute, kind) in points {
            let from = zero + TimeDelta::minutes(minute);
            ledger.commit(&Step { records: &[Record::Span { kind: KINDS[kind], from }], ..Step::default() }).unwrap();
            minutes[usize::try_from(minute).unwrap()..].fill(Some(KINDS[kind]));
        }
        let spans = ledger.spans(zero, zero + TimeDelta::minutes(700)).unwrap();
        prop_assert!(spans.windows(2).all(|two| two[0].to == two[1].from && two[0].kind != two[1].kind));
        for (minute, expected) in minutes.iter().enumerate() {
            let then = zero + TimeDelta::minutes(i64::try_from(minute).unwrap());
            let found = spans.iter().find(|span| span.from <= then && then < span.to).map(|span| span.kind);
            prop_assert_eq!(found, *expected, "minute {}", minute);
        }
    }
}
