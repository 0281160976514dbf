//! How long a look back takes over ten years: 30,000 instances and 300,000 spans, the record that the window's limits are
//! for, of one machine and of two. `UNHUNCH_RECORD=FILE cargo bench --bench review` writes that record into a file and
//! measures nothing; with `UNHUNCH_MACHINES=2` it is one of two machines.

#![expect(clippy::expect_used, reason = "a benchmark that cannot go on has failed")]

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, TimeDelta};
use std::path::Path;
use std::sync::LazyLock;
use std::time::{SystemTime, UNIX_EPOCH};
use unhunch::engine::content::Content;
use unhunch::engine::effect::Record;
use unhunch::engine::event::Action;
use unhunch::engine::instance::{Delivery, Evidence, ExerciseResult, Instance, Offer, Outcome, SpanKind};
use unhunch::engine::moment::Stamp;
use unhunch::ledger::{Fact, History, Joined, Ledger, Step, Tells, Whose};
use unhunch::review::{self, Asked, Period, PeriodLength};

const STARTS: NaiveTime = NaiveTime::from_hms_opt(4, 0, 0).expect("a time");
const DAYS: u64 = 3652;
const A_DAY: u64 = 12;
const SPANS_A_DAY: u64 = 116;

static CONTENT: LazyLock<Content> = LazyLock::new(|| unhunch::library::content("en", &[]).0.content);

fn main() {
    if let Some(file) = std::env::var_os("UNHUNCH_RECORD") {
        let mut ledger = Ledger::open(Path::new(&file)).expect("a file").ledger;
        fill(&mut ledger);
        if std::env::var("UNHUNCH_MACHINES").is_ok_and(|machines| machines == "2") {
            meet(&mut ledger);
        }
        return;
    }
    divan::main();
}

/// Yesterday: an app that reads this record lives today.
#[expect(clippy::disallowed_methods, reason = "the record is for an app of today")]
fn last_day() -> NaiveDate {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).expect("after 1970");
    DateTime::from_timestamp(i64::try_from(now.as_secs()).expect("seconds"), 0).expect("a time").date_naive()
        - Days::new(1)
}

fn at(day: NaiveDate, minute: u64) -> Stamp {
    let minutes = i64::try_from(minute).expect("minutes of a day");
    let time = day.and_time(NaiveTime::MIN) + TimeDelta::minutes(480 + minutes);
    DateTime::from_naive_utc_and_offset(
        time - TimeDelta::hours(1),
        chrono::FixedOffset::east_opt(3600).expect("a zone"),
    )
}

/// Ten years of working days, always the same.
fn fill(ledger: &mut Ledger) {
    let first = last_day() - Days::new(DAYS - 1);
    let mut id = 0;
    for day in
        first.iter_days().take_while(|day| *day <= last_day()).filter(|day| day.weekday().number_from_monday() < 6)
    {
        let number = u64::from(day.num_days_from_ce().unsigned_abs());
        let mut records = spans(day);
        for nth in 0..A_DAY {
            id += 1;
            records.extend(instance(id, day, nth, number));
        }
        let answer = [Action::Loose, Action::Tight, Action::Sore][usize::try_from(number % 3).unwrap_or(0)];
        records.push(Record::CheckIn { at: at(day, 300), day, answer });
        ledger.commit(&Step { records: &records, ..Step::default() }).expect("kept");
    }
    ledger.digest(last_day() - Days::new(1), STARTS).expect("digested");
}

/// Another machine with as long a record, at which the person was on the same days.
fn meet(ledger: &mut Ledger) {
    let mut other = Ledger::in_memory().expect("a ledger");
    fill(&mut other);
    let machine = other.own_machine().expect("read").expect("made").0.id;
    let extent = other.own_extent(STARTS).expect("read").expect("days");
    let days = other.own_days(extent, at(last_day(), 560), STARTS).expect("read");
    let fact = |(day, state)| Fact { machine, revision: 1, tells: Tells::Day(day, Box::new(state)) };
    ledger.join(&Joined::of(days.into_iter().map(fact))).expect("joined");
    ledger.digest(last_day() - Days::new(1), STARTS).expect("digested");
}

fn spans(day: NaiveDate) -> Vec<Record> {
    let kinds =
        [SpanKind::Active, SpanKind::Idle, SpanKind::Active, SpanKind::Call, SpanKind::Active, SpanKind::Locked];
    let one = |nth: u64| Record::Span {
        kind: kinds[usize::try_from(nth % 6).unwrap_or(0)],
        from: at(day, nth * 540 / SPANS_A_DAY) + TimeDelta::seconds(i64::try_from(nth % 4).unwrap_or(0)),
    };
    let end = Record::Span { kind: SpanKind::NotRunning, from: at(day, 545) };
    (0..SPANS_A_DAY).map(one).chain([end]).collect()
}

fn instance(id: u64, day: NaiveDate, nth: u64, number: u64) -> Vec<Record> {
    let due = at(day, 30 + nth * 42);
    let outcomes =
        [Outcome::Taken, Outcome::Taken, Outcome::Natural, Outcome::Skipped, Outcome::Missed, Outcome::Excused];
    let outcome = outcomes[usize::try_from((number * 5 + nth) % 6).unwrap_or(0)];
    let taken = outcome == Outcome::Taken;
    let exercise = usize::try_from(id).ok().and_then(|n| CONTENT.exercises.get(n % CONTENT.exercises.len()));
    let exercise = exercise.filter(|_| taken).map(|it| it.id.clone());
    let reminder = ["movement", "eyes"][usize::try_from(nth % 2).unwrap_or(0)];
    let row = Instance {
        first_prompt: Some(due + TimeDelta::minutes(1)),
        start: taken.then(|| due + TimeDelta::minutes(2)),
        end: Some(due + TimeDelta::minutes(5)),
        outcome: Some(outcome),
        evidence: taken.then_some(Evidence::Observed),
        response_s: taken.then_some(12),
        exercise: exercise.clone(),
        result: taken.then_some(ExerciseResult::Completed),
        delivery: Delivery::Shown,
        ..Instance::fell_due(id, reminder, due, day, Some("Europe/Berlin".into()))
    };
    let offer = exercise.map(|exercise| {
        Record::Offer(Offer { instance: id, n: 1, exercise, at: due, result: Some(ExerciseResult::Completed) })
    });
    [Record::Instance(Box::new(row))].into_iter().chain(offer).collect()
}

fn look(ledger: &Ledger, period: Period) -> usize {
    let now = at(last_day(), 560);
    let asked = Asked { period, now, day_starts: STARTS, goal: 60, exercises: &CONTENT.exercises };
    let history: History = match review::days_needed(&asked) {
        Some(days) => ledger.history_of(days, now, STARTS),
        None => ledger.history_by(Whose::All, now),
    }
    .expect("read");
    serde_json::to_string(&review::json(&review::look_back(history, &asked), false)).expect("told").len()
}

fn bench(bencher: divan::Bencher<'_, '_>, machines: usize, period: Period) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut ledger = Ledger::open(&folder.path().join("ledger.db")).expect("a ledger").ledger;
    fill(&mut ledger);
    if machines > 1 {
        meet(&mut ledger);
    }
    bencher.bench_local(|| look(&ledger, divan::black_box(period)));
}

#[divan::bench(args = [1, 2])]
fn week(bencher: divan::Bencher<'_, '_>, machines: usize) {
    bench(bencher, machines, Period::now(PeriodLength::Week));
}

#[divan::bench(args = [1, 2], sample_count = 20)]
fn all(bencher: divan::Bencher<'_, '_>, machines: usize) {
    bench(bencher, machines, Period::now(PeriodLength::All));
}
