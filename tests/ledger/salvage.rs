//! What can be read of a damaged file is carried over: every row on a page that is still there, and no more is said to be
//! lost than is.

use crate::{at, home, row, span};
use chrono::TimeDelta;
use rusqlite::Connection;
use std::fs;
use std::path::Path;
use unhunch::engine::effect::Record;
use unhunch::engine::event::Action;
use unhunch::engine::instance::{Instance, Offer, Outcome, SpanKind};
use unhunch::ledger::{Entry, EntryKind, Ledger, Step, aside};

const TABLES: [&str; 7] = ["instance", "offer", "span", "check_in", "nudge", "journal", "memory"];
const PAGE: u64 = 4096;

/// Some months of everything, with a memory that needs pages of its own.
fn months(path: &Path) {
    let mut ledger = Ledger::open(path).unwrap().ledger;
    let kinds = [SpanKind::Active, SpanKind::Idle];
    for n in 0..900u32 {
        let at = at("2026-01-05T10:00:00+01:00") + TimeDelta::hours(i64::from(n));
        let (id, day) = (u64::from(n) + 1, at.date_naive());
        let instance = Instance { outcome: Some(Outcome::Taken), ..row(id, "movement", at) };
        let records = [
            Record::Instance(Box::new(instance)),
            Record::Offer(Offer { instance: id, n: 1, exercise: "chin-tuck".into(), at, result: None }),
            Record::Span { kind: kinds[n as usize % 2], from: at },
            Record::CheckIn { at, day, answer: Action::Sore },
            Record::Nudge { at, day, reminder: "posture".into(), line: "Sit tall.".into(), answer: None },
        ];
        let entry = Entry { at, day, kind: EntryKind::Decision, text: "w\u{e4}rm".repeat(9), reason: None };
        let memory = "state ".repeat(2_000);
        ledger.commit(&Step { records: &records, journal: &[entry], memory: Some(&memory) }).unwrap();
    }
    ledger
        .commit(&Step { records: &[span(SpanKind::Active, "2027-01-01T00:00:00+00:00")], ..Step::default() })
        .unwrap();
}

fn count(connection: &Connection, sql: &str) -> i64 {
    connection.query_row(sql, [], |row| row.get(0)).unwrap()
}

/// For each table how many rows lie on pages up to this one.
fn on_pages(path: &Path, last: u64) -> Vec<i64> {
    let connection = Connection::open(path).unwrap();
    let on = |table: &&str| {
        // Rows of a table without numbers lie on inner pages too.
        let leafs = if matches!(*table, "offer" | "nudge") { "" } else { "AND pagetype = 'leaf'" };
        let sql = "SELECT coalesce(sum(ncell), 0) FROM dbstat WHERE name =";
        count(&connection, &format!("{sql} '{table}' {leafs} AND pageno <= {last}"))
    };
    TABLES.iter().map(on).collect()
}

fn rows(path: &Path) -> Vec<i64> {
    let connection = Connection::open(path).unwrap();
    TABLES.iter().map(|table| count(&connection, &format!("SELECT count(*) FROM {table}"))).collect()
}

#[test]
fn of_a_file_cut_short_every_row_is_carried_over_whose_page_is_there() {
    for (part, of) in [(1, 2), (1, 10), (9, 10), (0, 1)] {
        let (_home, path) = home();
        months(&path);
        let all = rows(&path);
        let pages = fs::metadata(&path).unwrap().len() / PAGE;
        let left = (pages * part / of).max(1);
        let mut there = on_pages(&path, left);
        fs::OpenOptions::new().write(true).open(&path).unwrap().set_len(left * PAGE).unwrap();
        let opened = Ledger::open(&path).unwrap();
        assert!(opened.kept.is_some());
        drop(opened);
        let carried = rows(&path);
        // The memory's row is whole only with the pages that it goes on to.
        let memory = there.len() - 1;
        there[memory] = carried[memory];
        assert_eq!(carried, there, "{left} of {pages} pages");
        let [told] = &aside::unseen(&path)[..] else { panic!("one file") };
        assert_eq!(told.salvaged.carried, carried.iter().map(|rows| u64::try_from(*rows).unwrap()).sum::<u64>());
        let lost: i64 = all.iter().zip(&carried).map(|(all, carried)| all - carried).sum();
        assert!(told.salvaged.lost.is_none_or(|said| said == u64::try_from(lost).unwrap()), "{told:?}, lost {lost}");
        assert!(left < pages && lost > 0);
    }
}

#[test]
fn around_spoilt_pages_every_row_is_carried_over_and_what_they_lead_to() {
    let (_home, path) = home();
    months(&path);
    let all = rows(&path);
    let mut bytes = fs::read(&path).unwrap();
    let inner: Vec<i64> = {
        let connection = Connection::open(&path).unwrap();
        let sql = "SELECT pageno FROM dbstat WHERE pagetype = 'internal' AND name IN ('instance', 'journal', 'span', 'check_in')";
        let mut statement = connection.prepare(sql).unwrap();
        statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    };
    assert!(inner.len() >= 2, "{inner:?}");
    for page in inner {
        let begin = usize::try_from((page - 1) * 4096).unwrap();
        bytes[begin..begin + 4096].fill(0xa5);
    }
    fs::write(&path, bytes).unwrap();
    assert!(Ledger::open(&path).unwrap().kept.is_some());
    assert_eq!(rows(&path), all, "only what leads to the rows is gone");
    assert_eq!(aside::unseen(&path).len(), 1);
}
