//! What is written comes back, and what must not change does not.

use crate::{at, day, home, keep, row, span};
use chrono::TimeDelta;
use std::collections::BTreeMap;
use std::fs;
use unhunch::engine::effect::Record;
use unhunch::engine::event::Action;
use unhunch::engine::instance::{CancelReason, Delivery, Evidence, ExerciseResult, Hold, Instance, Offer};
use unhunch::engine::instance::{Outcome, SpanKind};
use unhunch::ledger::{Entry, EntryKind, Ledger, LedgerError, Step};
use unhunch::text::reasons::told;

#[test]
fn a_full_row_comes_back_as_it_was() {
    let (_home, path) = home();
    let mut full = row(7, "movement", at("2026-01-05T10:00:00+01:00"));
    full.first_prompt = Some(at("2026-01-05T10:00:05+01:00"));
    full.start = Some(at("2026-01-05T09:01:00+00:00"));
    full.end = Some(at("2026-01-05T09:04:00.250+00:00"));
    full.outcome = Some(Outcome::Taken);
    full.evidence = Some(Evidence::Guided);
    (full.away_s, full.prompts, full.snoozes, full.snoozed_s, full.response_s) = (150, 2, 1, 300, Some(40));
    full.holds = BTreeMap::from([(Hold::Call, 600), (Hold::Dnd, 3)]);
    full.exercise = Some("chin-tuck".into());
    full.result = Some(ExerciseResult::Completed);
    full.delivery = Delivery::Shown;
    let mut cancelled = row(8, "eyes", at("2026-01-05T10:30:00+01:00"));
    cancelled.outcome = Some(Outcome::Cancelled);
    cancelled.cancelled = Some(CancelReason::HoursEnded);
    cancelled.zone = None;
    {
        let mut ledger = Ledger::open(&path).unwrap().ledger;
        keep(&mut ledger, &full).unwrap();
        keep(&mut ledger, &cancelled).unwrap();
    }
    let ledger = Ledger::open(&path).unwrap().ledger;
    let rows = ledger.instances(day("2026-01-05"), day("2026-01-05")).unwrap();
    assert_eq!(rows, [full, cancelled]);
    assert_eq!(rows[0].start.unwrap().offset().local_minus_utc(), 0, "each time keeps its own offset");
    assert_eq!(ledger.next_id().unwrap(), 9);
}

#[test]
fn days_before_1970_are_in_the_history() {
    let mut ledger = Ledger::in_memory().unwrap();
    let old = row(1, "movement", at("1969-12-31T23:59:00+01:00"));
    keep(&mut ledger, &old).unwrap();
    let spans = [
        span(SpanKind::Active, "1969-12-31T22:00:00+01:00"),
        span(SpanKind::NotRunning, "1969-12-31T23:00:00+01:00"),
        span(SpanKind::Active, "1970-01-01T03:00:00+01:00"),
    ];
    ledger.commit(&Step { records: &spans, ..Step::default() }).unwrap();
    let history = ledger.history(at("1970-01-01T05:00:00+01:00")).unwrap();
    assert_eq!((history.rows, history.spans.len()), (vec![old], 3));
}

#[test]
fn a_step_is_written_as_a_whole_or_not_at_all() {
    let mut ledger = Ledger::in_memory().unwrap();
    let due = at("2026-01-05T10:00:00+01:00");
    keep(&mut ledger, &row(1, "movement", due)).unwrap();
    let second = Record::Instance(Box::new(row(2, "movement", due)));
    let step = Step {
        records: &[span(SpanKind::Active, "2026-01-05T09:00:00+01:00"), second],
        memory: Some("new"),
        journal: &[],
    };
    assert!(matches!(ledger.commit(&step), Err(LedgerError::Sql(_))), "two open rows of one break");
    assert_eq!(ledger.memory().unwrap(), None);
    assert_eq!(ledger.spans(due, due + TimeDelta::hours(1)).unwrap(), []);
    assert_eq!(ledger.next_id().unwrap(), 2);
}

#[test]
fn a_record_that_breaks_a_rule_is_set_apart_and_the_rest_is_written() {
    let mut ledger = Ledger::in_memory().unwrap();
    let due = at("2026-01-05T10:00:00+01:00");
    let skipped = Instance { outcome: Some(Outcome::Skipped), ..row(1, "movement", due) };
    keep(&mut ledger, &skipped).unwrap();
    let taken = Instance { outcome: Some(Outcome::Taken), ..skipped.clone() };
    let beyond = row(u64::MAX, "eyes", due);
    let fits = row(2, "eyes", due);
    let records = [&taken, &beyond, &fits].map(|row| Record::Instance(Box::new(row.clone())));
    let step = Step { records: &records, memory: Some("new"), journal: &[] };
    assert!(ledger.commit(&step).is_err_and(|error| error.breaks_a_rule()));
    assert_eq!(ledger.commit_what_fits(&step).unwrap(), 2);
    assert_eq!(ledger.instances(due.date_naive(), due.date_naive()).unwrap(), [skipped, fits]);
    assert_eq!(ledger.memory().unwrap().as_deref(), Some("new"));
    let apart = ledger.journal(due.date_naive()).unwrap();
    assert_eq!(apart.len(), 2);
    assert!(
        apart.iter().any(|line| line.text.contains("Taken") && told(line.reason.as_ref()).contains("never changes")),
        "{apart:?}"
    );
}

#[test]
fn an_empty_step_touches_nothing() {
    let (_home, path) = home();
    let mut ledger = Ledger::open(&path).unwrap().ledger;
    ledger.commit(&Step { memory: Some("{}"), ..Step::default() }).unwrap();
    let wal = path.with_extension("db-wal");
    let before = fs::read(&wal).unwrap();
    ledger.commit(&Step::default()).unwrap();
    assert_eq!(fs::read(&wal).unwrap(), before);
}

#[test]
fn the_next_instance_may_open_in_the_step_that_closes_the_one_before() {
    let mut ledger = Ledger::in_memory().unwrap();
    let due = at("2026-01-05T10:00:00+01:00");
    let mut first = row(1, "movement", due);
    keep(&mut ledger, &first).unwrap();
    let second = row(2, "movement", due + TimeDelta::hours(1));
    first.outcome = Some(Outcome::Excused);
    let records = [second.clone(), first.clone()].map(|row| Record::Instance(Box::new(row)));
    ledger.commit(&Step { records: &records, ..Step::default() }).unwrap();
    assert_eq!(ledger.instances(first.day, first.day).unwrap(), [first, second]);
}

#[test]
fn an_outcome_never_changes_but_by_a_correction() {
    let mut ledger = Ledger::in_memory().unwrap();
    let due = at("2026-01-05T10:00:00+01:00");
    let mut it = row(1, "movement", due);
    assert!(matches!(ledger.correct(1, Outcome::Taken, due), Err(LedgerError::NoSuchRow(1))));
    keep(&mut ledger, &it).unwrap();
    assert!(matches!(ledger.correct(1, Outcome::Taken, due), Err(LedgerError::StillOpen(1))));
    it.outcome = Some(Outcome::Missed);
    keep(&mut ledger, &it).unwrap();
    for other in [Some(Outcome::Taken), None] {
        assert!(keep(&mut ledger, &Instance { outcome: other, ..it.clone() }).is_err(), "{other:?}");
    }
    let corrected = ledger.correct(1, Outcome::Taken, due + TimeDelta::hours(24)).unwrap();
    assert_eq!((corrected.outcome, corrected.evidence), (Some(Outcome::Taken), Some(Evidence::Claimed)));
    assert!(corrected.edited);
    it.result = Some(ExerciseResult::Hurt);
    keep(&mut ledger, &it).unwrap();
    let kept = ledger.instance(1).unwrap().unwrap();
    assert_eq!(
        kept,
        Instance { result: it.result, ..corrected },
        "what the app adds later leaves the correction alone"
    );
    let late = due + TimeDelta::hours(24) + TimeDelta::seconds(1);
    assert!(matches!(ledger.correct(1, Outcome::Skipped, late), Err(LedgerError::TooLate { id: 1, .. })));
}

#[test]
fn rows_without_a_memory_are_closed_as_cancelled() {
    let mut ledger = Ledger::in_memory().unwrap();
    let due = at("2026-01-05T10:00:00+01:00");
    keep(&mut ledger, &row(1, "movement", due)).unwrap();
    assert_eq!(ledger.cancel_open(due + TimeDelta::hours(2)).unwrap(), 1);
    assert_eq!(ledger.instance(1).unwrap().unwrap().cancelled, Some(CancelReason::NotRunning));
    keep(&mut ledger, &row(2, "movement", due)).unwrap();
}

#[test]
fn spans_cut_merge_and_end_where_the_reader_says() {
    let mut ledger = Ledger::in_memory().unwrap();
    let records = [
        span(SpanKind::Active, "2026-01-05T09:00:00+01:00"),
        span(SpanKind::Active, "2026-01-05T09:10:00+01:00"),
        span(SpanKind::Call, "2026-01-05T09:30:00+01:00"),
        span(SpanKind::Active, "2026-01-05T09:50:00+01:00"),
        span(SpanKind::Idle, "2026-01-05T09:40:00+01:00"),
    ];
    ledger.commit(&Step { records: &records, ..Step::default() }).unwrap();
    let read = |from: &str, until: &str| -> Vec<(SpanKind, u32)> {
        let spans = ledger.spans(at(from), at(until)).unwrap();
        assert!(spans.windows(2).all(|two| two[0].to == two[1].from), "no gap, no overlap");
        spans.iter().map(|span| (span.kind, span.seconds() / 60)).collect()
    };
    let all = [(SpanKind::Active, 30), (SpanKind::Call, 10), (SpanKind::Idle, 20)];
    assert_eq!(read("2026-01-05T08:00:00+01:00", "2026-01-05T10:00:00+01:00"), all);
    assert_eq!(read("2026-01-05T09:20:00+01:00", "2026-01-05T10:00:00+01:00"), all, "the first one is whole");
    assert_eq!(read("2026-01-05T09:30:00+01:00", "2026-01-05T09:35:00+01:00"), [(SpanKind::Call, 5)]);
    let back = [span(SpanKind::Active, "2026-01-05T09:20:00+01:00")];
    ledger.commit(&Step { records: &back, ..Step::default() }).unwrap();
    let spans = ledger.spans(at("2026-01-05T08:00:00+01:00"), at("2026-01-05T10:00:00+01:00")).unwrap();
    assert_eq!(spans.len(), 1, "what was written for later is void, and equal neighbours are one");
}

#[test]
fn offers_come_back_in_their_order_and_a_result_joins_its_line() {
    let mut ledger = Ledger::in_memory().unwrap();
    let now = at("2026-01-05T10:00:00+01:00");
    let line = |instance, n, exercise: &str, result| Offer { instance, n, exercise: exercise.into(), at: now, result };
    let records = [
        line(2, 1, "wrist-circles", None),
        line(1, 1, "chin-tuck", None),
        line(1, 1, "chin-tuck", Some(ExerciseResult::Hurt)),
        line(1, 2, "doorway", Some(ExerciseResult::Completed)),
    ];
    let kept = records.clone().map(Record::Offer);
    ledger.commit(&Step { records: &kept, ..Step::default() }).unwrap();
    let [other, _, hurt, done] = records;
    assert_eq!(ledger.history(now).unwrap().offers, [hurt, done, other]);
}

#[test]
fn check_ins_nudges_and_journal_come_back() {
    let mut ledger = Ledger::in_memory().unwrap();
    let (now, today) = (at("2026-01-05T10:00:00+01:00"), day("2026-01-05"));
    let nudge = |answer| Record::Nudge { at: now, day: today, reminder: "posture".into(), line: "feet".into(), answer };
    let records =
        [Record::CheckIn { at: now, day: today, answer: Action::Tight }, nudge(None), nudge(Some(Action::Shifted))];
    let line = |kind, text: &str, day| Entry { at: now, day, kind, text: text.into(), reason: None };
    let journal = [line(EntryKind::Input, "active", today), line(EntryKind::Decision, "due movement", today)];
    ledger.commit(&Step { records: &records, journal: &journal, memory: Some("a") }).unwrap();
    assert_eq!(ledger.check_ins(today, today).unwrap()[0].answer, Action::Tight);
    let nudges = ledger.nudges(today, today).unwrap();
    assert_eq!((nudges.len(), nudges[0].answer), (1, Some(Action::Shifted)), "an answer joins its nudge");
    assert_eq!(ledger.journal(today).unwrap(), journal);

    let later = [line(EntryKind::Input, "tick", day("2026-04-06"))];
    ledger.commit(&Step { journal: &later, memory: Some("b"), records: &[] }).unwrap();
    assert_eq!(ledger.journal(today).unwrap(), [journal[1].clone()], "inputs of 91 days ago are gone, decisions stay");
    assert_eq!(ledger.memory().unwrap().as_deref(), Some("b"));
}

#[test]
fn rows_that_cannot_be_read_are_left_out_and_counted() {
    let (_home, path) = home();
    let mut ledger = Ledger::open(&path).unwrap().ledger;
    for id in 1..=4 {
        let mut row = row(id, "movement", at("2026-01-05T10:00:00+01:00"));
        row.outcome = Some(Outcome::Missed);
        keep(&mut ledger, &row).unwrap();
    }
    drop(ledger);
    let raw = rusqlite::Connection::open(&path).unwrap();
    raw.execute_batch(
        "PRAGMA ignore_check_constraints = ON; DROP TRIGGER IF EXISTS outcome_never_changes;
         UPDATE instance SET holds = 'nope' WHERE id = 1; UPDATE instance SET due_offset = 900000 WHERE id = 2;
         UPDATE instance SET id = 9223372036854775807 WHERE id = 3;",
    )
    .unwrap();
    drop(raw);
    let ledger = Ledger::open(&path).unwrap().ledger;
    let history = ledger.history(at("2026-01-05T12:00:00+01:00")).unwrap();
    assert_eq!((history.rows.len(), ledger.unread()), (2, 2));
    assert_eq!(ledger.next_id().unwrap(), 5, "an id beyond all ids ends no recording");
}
