//! Reasons of before they were kept as values: they are told as they were written, whatever way they came.

use crate::{at, day, home};
use rusqlite::Connection;
use std::fs;
use std::path::Path;
use unhunch::engine::reason::Reason;
use unhunch::ledger::{Entry, EntryKind, Ledger, LedgerError, Step};
use unhunch::text::reasons;

const SENTENCES: [&str; 4] = [
    "50 min at the desk since the last break",
    "Zoom \"beta\" {uses} the microphone or camera",
    "you said so after 2 min 10 s; input went on meanwhile",
    "the ledger refused it: {\"skipped\"",
];

/// A ledger as the version before wrote it.
fn of_before(path: &Path) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    let old = Connection::open(path).unwrap();
    for migration in [
        include_str!("../../src/ledger/migrations/1-rows.sql"),
        include_str!("../../src/ledger/migrations/2-offers.sql"),
    ] {
        old.execute_batch(migration).unwrap();
    }
    let sql =
        "INSERT INTO journal (at_utc, at_offset, day, kind, text, why) VALUES (?1, 3600, '2026-01-05', ?2, ?3, ?4)";
    let lines = [("input", "active", "")].into_iter();
    let lines = lines.chain(SENTENCES.iter().map(|why| ("decision", "due movement", *why)));
    for (n, (kind, text, why)) in lines.enumerate() {
        let at = 1_767_603_600_000 + i64::try_from(n).unwrap();
        old.execute(sql, (at, kind, text, why)).unwrap();
    }
    old.execute_batch("PRAGMA user_version = 2; PRAGMA application_id = 0x556e6875;").unwrap();
}

fn told(ledger: &Ledger) -> Vec<String> {
    let journal = ledger.journal(day("2026-01-05")).unwrap();
    journal.iter().map(|entry| reasons::told(entry.reason.as_ref())).collect()
}

#[test]
fn a_journal_of_sentences_is_explained_letter_for_letter_and_goes_on_in_values() {
    let (_home, path) = home();
    of_before(&path);
    assert!(matches!(Ledger::open_read_only(&path), Err(LedgerError::Older { .. })), "a reader repairs nothing");
    let mut ledger = Ledger::open(&path).unwrap().ledger;
    let at = at("2026-01-05T10:00:00+01:00");
    let reason = Reason::Snoozed { until: at, left: 1 };
    let entry = |kind, reason| Entry { at, day: day("2026-01-05"), kind, text: "x".into(), reason };
    let journal = [entry(EntryKind::Decision, Some(reason.clone())), entry(EntryKind::Input, None)];
    ledger.commit(&Step { journal: &journal, ..Step::default() }).unwrap();
    let before = [[""].as_slice(), &SENTENCES].concat();
    let all = [before.as_slice(), &["you snoozed it until 10:00, 1 left", ""]].concat();
    assert_eq!(told(&ledger), all);
    let read = ledger.journal(day("2026-01-05")).unwrap();
    assert_eq!(read[0].reason, None, "an input has none");
    assert_eq!(read[1].reason, Some(Reason::Legacy(SENTENCES[0].into())));
    assert_eq!(read[5].reason, Some(reason));
    drop(ledger);
    let raw = Connection::open(&path).unwrap();
    let kept = |n: i64| raw.query_row("SELECT reason FROM journal WHERE id = ?1", [n], |row| row.get::<_, String>(0));
    assert_eq!(kept(2).unwrap(), SENTENCES[0], "old lines are not written anew");
    assert_eq!(kept(6).unwrap(), r#"{"snoozed":{"until":"2026-01-05T10:00:00+01:00","left":1}}"#);
    assert_eq!(told(&Ledger::open_read_only(&path).unwrap()), all);
}

#[test]
fn a_damaged_journal_of_sentences_is_carried_over() {
    let (_home, path) = home();
    of_before(&path);
    let mut bytes = fs::read(&path).unwrap();
    let last = bytes.len() - 4096;
    bytes.truncate(last);
    fs::write(&path, bytes).unwrap();
    let opened = Ledger::open(&path).unwrap();
    assert!(opened.kept.is_some(), "it was set aside");
    assert_eq!(told(&opened.ledger), [[""].as_slice(), &SENTENCES].concat());
}

#[test]
fn a_value_that_this_version_does_not_know_is_not_lost() {
    let (_home, path) = home();
    drop(Ledger::open(&path).unwrap());
    let later = r#"{"moon":{"phase":"full"}}"#;
    let sql = "INSERT INTO journal (at_utc, at_offset, day, kind, text, reason) VALUES (0, 0, '2026-01-05', 'decision', 'x', ?1)";
    Connection::open(&path).unwrap().execute(sql, [later]).unwrap();
    assert_eq!(told(&Ledger::open(&path).unwrap().ledger), [later]);
}
