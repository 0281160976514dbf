//! Days that are deleted: no row of them, no byte of them, and what stays is as it was.

use crate::{at, day, home, keep, row, span};
use std::fs;
use std::path::Path;
use unhunch::engine::effect::Record;
use unhunch::engine::event::Action;
use unhunch::engine::instance::{Instance, Offer, Outcome, SpanKind};
use unhunch::engine::moment::Stamp;
use unhunch::ledger::{Entry, EntryKind, Erased, Ledger, LedgerError, Step, all_days};

/// What nobody else would write: it is found in the file as long as it is there.
fn secret(n: u32, table: &str) -> String {
    format!("zqx-{table}-{n}-xqz")
}

fn entry(at: Stamp, text: String) -> Entry {
    Entry { at, day: at.date_naive(), kind: EntryKind::Decision, text, reason: None }
}

/// A week of days with something in every table.
fn fill(path: &Path) -> Ledger {
    let mut ledger = Ledger::open(path).unwrap().ledger;
    for n in 1..=7u32 {
        let due = at(&format!("2026-01-{n:02}T10:00:00+01:00"));
        for minute in 0..20 {
            let id = u64::from(n * 100 + minute);
            let due = due + chrono::TimeDelta::minutes(i64::from(minute));
            let own = Instance {
                outcome: Some(Outcome::Taken),
                exercise: Some(secret(n, "exercise")),
                ..row(id, &secret(n, "instance"), due)
            };
            let offer = Offer { instance: id, n: 1, exercise: secret(n, "offer"), at: due, result: None };
            let records = [
                Record::Instance(Box::new(own)),
                Record::Offer(offer),
                Record::CheckIn { at: due, day: due.date_naive(), answer: Action::Tight },
                Record::Nudge {
                    at: due,
                    day: due.date_naive(),
                    reminder: secret(n, "nudge"),
                    line: secret(n, "line"),
                    answer: None,
                },
            ];
            let journal = [entry(due, secret(n, "journal"))];
            ledger.commit(&Step { records: &records, journal: &journal, memory: Some("{}") }).unwrap();
        }
        let spans = [
            span(SpanKind::Active, &format!("2026-01-{n:02}T09:30:00+01:00")),
            span(SpanKind::Call, &format!("2026-01-{n:02}T11:00:00+01:00")),
            span(SpanKind::Idle, &format!("2026-01-{n:02}T18:00:00+01:00")),
        ];
        ledger.commit(&Step { records: &spans, ..Step::default() }).unwrap();
    }
    ledger
}

/// The secrets of this day that any file of the folder still holds.
fn found(path: &Path, n: u32) -> Vec<String> {
    let tables = ["instance", "exercise", "offer", "nudge", "line", "journal"];
    let files = fs::read_dir(path.parent().unwrap()).unwrap().map(|entry| entry.unwrap().path());
    let all: Vec<(String, Vec<u8>)> =
        files.map(|file| (file.display().to_string(), fs::read(&file).unwrap())).collect();
    let has = |bytes: &[u8], word: &str| bytes.windows(word.len()).any(|at| at == word.as_bytes());
    let words = tables.map(|table| secret(n, table));
    all.iter()
        .flat_map(|(file, bytes)| {
            words.iter().filter(|word| has(bytes, word)).map(move |word| format!("{word} in {file}"))
        })
        .collect()
}

#[test]
fn no_byte_of_a_deleted_day_is_left_in_the_folder_and_every_other_is() {
    let (_home, path) = home();
    let mut ledger = fill(&path);
    assert!((1..=7).all(|n| found(&path, n).len() >= 6), "what is not there could not be missed");
    let days = day("2026-01-03")..=day("2026-01-05");
    assert_eq!(ledger.erasable(&days).unwrap(), Erased { breaks: 60, days: 3 });
    let erased = ledger.erase(&days, chrono::NaiveTime::MIN, None).unwrap();
    assert_eq!(erased, Erased { breaks: 60, days: 3 });
    ledger.wipe().unwrap();
    for n in 1..=7 {
        let there = found(&path, n);
        assert_eq!(there.is_empty(), (3..=5).contains(&n), "{there:?}");
    }
    assert_eq!(ledger.standing(), unhunch::ledger::Standing::Same, "the app takes its own writing for nobody else's");
    keep(&mut ledger, &row(9000, "movement", at("2026-01-08T10:00:00+01:00"))).unwrap();
    drop(ledger);
    let history = Ledger::open(&path).unwrap().ledger.history(at("2026-01-08T12:00:00+01:00")).unwrap();
    assert_eq!(
        (history.rows.len(), history.check_ins.len(), history.nudges.len(), history.offers.len()),
        (81, 80, 80, 80)
    );
    assert!((3..=5).all(|n| found(&path, n).is_empty()));
}

#[test]
fn the_time_before_and_after_is_what_it_was_and_the_time_between_is_unknown() {
    let (_home, path) = home();
    let mut ledger = fill(&path);
    let until = at("2026-01-08T00:00:00+01:00");
    let before = ledger.history(until).unwrap().spans;
    ledger.erase(&(day("2026-01-03")..=day("2026-01-05")), chrono::NaiveTime::MIN, None).unwrap();
    let after = ledger.history(until).unwrap().spans;
    let (begins, ends) = (at("2026-01-03T00:00:00+01:00"), at("2026-01-06T00:00:00+01:00"));
    let kind = |spans: &[unhunch::ledger::Span], at: Stamp| {
        spans.iter().find(|span| span.from <= at && at < span.to).map(|span| span.kind)
    };
    let mut now = at("2026-01-01T10:00:00+01:00");
    while now < until {
        let between = begins <= now && now < ends;
        let wanted = if between { Some(SpanKind::NotRunning) } else { kind(&before, now) };
        assert_eq!(kind(&after, now), wanted, "{now}");
        now += chrono::TimeDelta::minutes(30);
    }
    assert!(after.windows(2).all(|two| two[0].kind != two[1].kind && two[0].to == two[1].from));
}

#[test]
fn an_open_break_stays_and_everything_else_goes_with_everything() {
    let (_home, path) = home();
    let mut ledger = fill(&path);
    let open = row(9000, "movement", at("2026-01-07T12:00:00+01:00"));
    keep(&mut ledger, &open).unwrap();
    let now = at("2026-01-07T12:30:00+01:00");
    ledger.erase(&all_days(), chrono::NaiveTime::MIN, Some(now)).unwrap();
    ledger.wipe().unwrap();
    let history = ledger.history(now + chrono::TimeDelta::minutes(1)).unwrap();
    assert_eq!(history.rows, [open]);
    assert_eq!((history.check_ins.len(), history.nudges.len(), history.offers.len()), (0, 0, 0));
    assert_eq!(history.spans.len(), 1, "what is so now is told from now on");
    assert_eq!(history.spans[0].from, now);
    assert!((1..=7).all(|n| found(&path, n).is_empty()));
    assert_eq!(ledger.erasable(&all_days()).unwrap(), Erased::default());
}

#[test]
fn whoever_reads_meanwhile_holds_the_bytes_until_the_next_try() {
    let (_home, path) = home();
    let mut ledger = fill(&path);
    let reader = rusqlite::Connection::open(&path).unwrap();
    reader.execute_batch("BEGIN; SELECT count(*) FROM instance").unwrap();
    let _: i64 = reader.query_row("SELECT count(*) FROM instance", [], |row| row.get(0)).unwrap();
    let days = day("2026-01-03")..=day("2026-01-03");
    ledger.erase(&days, chrono::NaiveTime::MIN, None).unwrap();
    assert!(matches!(ledger.wipe(), Err(LedgerError::Held | LedgerError::Sql(_))));
    reader.execute_batch("COMMIT").unwrap();
    ledger.erase(&days, chrono::NaiveTime::MIN, None).unwrap();
    ledger.wipe().unwrap();
    assert!(found(&path, 3).is_empty());
}
