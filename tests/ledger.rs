//! The ledger's file through its own front door: what survives, what is refused, who may read it, and the invariants
//! over random histories.

use chrono::{DateTime, NaiveDate, TimeDelta};
use proptest::prelude::*;
use rusqlite::Connection;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use unhunch::engine::effect::Record;
use unhunch::engine::event::Action;
use unhunch::engine::instance::{CancelReason, Delivery, Evidence, ExerciseResult, Hold, Instance, Outcome, SpanKind};
use unhunch::engine::moment::Stamp;
use unhunch::ledger::figures::Counts;
use unhunch::ledger::{Entry, EntryKind, Ledger, LedgerError, Step};

fn at(text: &str) -> Stamp {
    DateTime::parse_from_rfc3339(text).unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn row(id: u64, reminder: &str, due: Stamp) -> Instance {
    Instance {
        id,
        reminder: reminder.into(),
        due,
        zone: Some("Europe/Berlin".into()),
        day: due.date_naive(),
        first_prompt: None,
        start: None,
        end: None,
        outcome: None,
        evidence: None,
        away_s: 0,
        prompts: 0,
        snoozes: 0,
        snoozed_s: 0,
        response_s: None,
        holds: BTreeMap::new(),
        exercise: None,
        result: None,
        delivery: Delivery::NotYet,
        short: false,
        cancelled: None,
        edited: false,
    }
}

fn keep(ledger: &mut Ledger, row: &Instance) -> Result<(), LedgerError> {
    ledger.commit(&Step { records: &[Record::Instance(Box::new(row.clone()))], ..Step::default() })
}

fn span(kind: SpanKind, from: &str) -> Record {
    Record::Span { kind, from: at(from) }
}

fn home() -> (tempfile::TempDir, PathBuf) {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("data/unhunch/ledger.db");
    (home, path)
}

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
fn check_ins_nudges_and_journal_come_back() {
    let mut ledger = Ledger::in_memory().unwrap();
    let (now, today) = (at("2026-01-05T10:00:00+01:00"), day("2026-01-05"));
    let nudge = |answer| Record::Nudge { at: now, day: today, reminder: "posture".into(), line: "feet".into(), answer };
    let records =
        [Record::CheckIn { at: now, day: today, answer: Action::Tight }, nudge(None), nudge(Some(Action::Shifted))];
    let line = |kind, text: &str, day| Entry { at: now, day, kind, text: text.into(), why: String::new() };
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

#[cfg(unix)]
#[test]
fn nobody_else_can_read_it() {
    use std::os::unix::fs::PermissionsExt;
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let (_home, path) = home();
    for round in 0..2 {
        let mut ledger = Ledger::open(&path).unwrap().ledger;
        ledger.commit(&Step { memory: Some("{}"), ..Step::default() }).unwrap();
        for end in ["db", "db-wal", "db-shm"] {
            assert_eq!(mode(&path.with_extension(end)), 0o600, "{end}, round {round}");
        }
        assert_eq!(mode(path.parent().unwrap()), 0o700);
        drop(ledger);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
    }
}

#[test]
fn a_kill_loses_nothing_that_was_committed() {
    let (home, path) = home();
    let mut ledger = Ledger::open(&path).unwrap().ledger;
    for n in 0..300u64 {
        let due = at("2026-01-05T10:00:00+01:00") + TimeDelta::hours(i64::try_from(n).unwrap());
        let mut it = row(n + 1, "movement", due);
        it.outcome = Some(Outcome::Taken);
        keep(&mut ledger, &it).unwrap();
        if n % 37 == 0 {
            let killed = home.path().join(format!("killed-{n}.db"));
            for end in ["", "-wal"] {
                fs::copy(format!("{}{end}", path.display()), format!("{}{end}", killed.display())).unwrap();
            }
            let again = Ledger::open(&killed).unwrap();
            assert_eq!((again.ledger.next_id().unwrap(), again.kept), (n + 2, None));
        }
    }
}

#[test]
fn a_reader_stands_beside_the_app_and_cannot_write() {
    let (_home, path) = home();
    assert!(matches!(Ledger::open_read_only(&path), Err(LedgerError::Missing { .. })));
    let mut ledger = Ledger::open(&path).unwrap().ledger;
    let mut reader = Ledger::open_read_only(&path).unwrap();
    keep(&mut ledger, &row(1, "movement", at("2026-01-05T10:00:00+01:00"))).unwrap();
    assert_eq!(reader.next_id().unwrap(), 2);
    assert!(reader.commit(&Step { memory: Some("x"), ..Step::default() }).is_err());
    keep(&mut ledger, &row(2, "eyes", at("2026-01-05T10:00:00+01:00"))).unwrap();
    drop(ledger);
    drop(reader);
    assert_eq!(Ledger::open_read_only(&path).unwrap().next_id().unwrap(), 3);
}

#[test]
fn a_file_of_a_newer_version_or_of_another_program_is_left_alone() {
    let (_home, path) = home();
    drop(Ledger::open(&path).unwrap());
    Connection::open(&path).unwrap().pragma_update(None, "user_version", 99).unwrap();
    let before = fs::read(&path).unwrap();
    let error = Ledger::open(&path).unwrap_err();
    assert!(matches!(error, LedgerError::Newer { found: 99, known: 1, .. }), "{error}");
    assert!(matches!(Ledger::open_read_only(&path), Err(LedgerError::Newer { .. })));
    assert_eq!(fs::read(&path).unwrap(), before);

    let other = path.with_file_name("other.db");
    Connection::open(&other).unwrap().execute_batch("CREATE TABLE bookmarks (url TEXT)").unwrap();
    let before = fs::read(&other).unwrap();
    assert!(matches!(Ledger::open(&other), Err(LedgerError::Foreign { .. })));
    assert_eq!(fs::read(&other).unwrap(), before);
}

/// Opens a damaged file twice: each is kept under a name of its own, byte for byte, and a working ledger stands there.
fn is_kept(damage: impl Fn(&Path)) {
    let (_home, path) = home();
    for n in 1..=2 {
        {
            let mut ledger = Ledger::open(&path).unwrap().ledger;
            for id in 1..200 {
                let mut it = row(id, "movement", at("2026-01-05T10:00:00+01:00"));
                it.outcome = Some(Outcome::Taken);
                keep(&mut ledger, &it).unwrap();
            }
        }
        damage(&path);
        let before = fs::read(&path).ok();
        let opened = Ledger::open(&path).unwrap();
        let kept = opened.kept.expect("told of");
        assert_eq!(kept.file_name().unwrap().to_str().unwrap(), format!("ledger.damaged-{n}.db"));
        assert_eq!(fs::read(&kept).ok(), before);
        assert_eq!(opened.ledger.next_id().unwrap(), 1, "a new one");
        drop(opened.ledger);
        assert_eq!(Ledger::open(&path).unwrap().kept, None);
    }
}

#[test]
fn a_file_that_is_no_database_is_kept() {
    is_kept(|path| fs::write(path, "dear diary, ".repeat(100)).unwrap());
}

#[test]
fn a_file_cut_short_is_kept() {
    is_kept(|path| {
        let bytes = fs::read(path).unwrap();
        fs::write(path, &bytes[..bytes.len() / 2]).unwrap();
    });
}

#[test]
fn a_file_with_a_spoilt_page_is_kept() {
    is_kept(|path| {
        let mut bytes = fs::read(path).unwrap();
        let middle = bytes.len() / 4096 / 2 * 4096;
        bytes[middle..middle + 4096].fill(0xa5);
        fs::write(path, bytes).unwrap();
    });
}

#[test]
fn a_log_without_its_file_is_kept() {
    is_kept(|path| {
        fs::remove_file(path).unwrap();
        fs::write(path.with_extension("db-wal"), "what was not yet in the file").unwrap();
    });
    let (_home, path) = home();
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path.with_extension("db-wal"), "log").unwrap();
    assert!(Ledger::open(&path).unwrap().kept.is_some());
    assert_eq!(fs::read(path.with_file_name("ledger.damaged-1.db-wal")).unwrap(), b"log");
}

#[test]
fn a_folder_that_cannot_be_used_is_one_sentence_and_what_to_do() {
    let home = tempfile::tempdir().unwrap();
    fs::write(home.path().join("data"), "a file").unwrap();
    let error = Ledger::open(&home.path().join("data/ledger.db")).unwrap_err();
    assert!(matches!(error, LedgerError::File(_) | LedgerError::Sql(_)), "{error:?}");
    assert!(error.to_string().contains(". "), "{error}");
}

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
            Err(error) => assert!(late, "{error}"),
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
