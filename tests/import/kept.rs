//! Imported days in the ledger: the same again adds nothing, a longer file what is new, and each import can be taken back.

use crate::{day, many, rest};
use chrono::NaiveTime;
use unhunch::ledger::{ImportGain, ImportId, Ledger, Program, all_days};

const FIRST: ImportId = ImportId(1);
const SECOND: ImportId = ImportId(2);

fn gain(new: usize, more: usize, known: usize) -> ImportGain {
    ImportGain { new, more, known }
}

#[test]
fn the_same_again_changes_nothing_and_a_longer_file_adds() {
    let mut ledger = Ledger::in_memory().unwrap();
    let short = [rest(Program::Workrave, "2026-01-05", 3, 2), rest(Program::Workrave, "2026-01-06", 1, 0)];
    let long = [
        rest(Program::Workrave, "2026-01-05", 3, 2),
        rest(Program::Workrave, "2026-01-06", 4, 3),
        rest(Program::Workrave, "2026-01-07", 1, 1),
    ];
    let ever = || (*all_days().start(), *all_days().end());
    let there = |ledger: &Ledger| ledger.imported(ever().0, ever().1).unwrap();
    assert_eq!(ledger.would_import(&short).unwrap(), gain(2, 0, 0));
    assert!(there(&ledger).is_empty(), "nothing was written");
    assert_eq!(ledger.import(FIRST, &short).unwrap(), gain(2, 0, 0));
    assert_eq!(ledger.import(SECOND, &short).unwrap(), gain(0, 0, 2));
    assert_eq!(ledger.last_import(Program::Workrave).unwrap(), Some(FIRST), "the second one added nothing");
    assert_eq!(ledger.import(SECOND, &long).unwrap(), gain(1, 1, 1));
    assert_eq!(there(&ledger), long);
    assert_eq!(ledger.import(ImportId(3), &short).unwrap(), gain(0, 0, 2), "an older file takes nothing away");
    assert_eq!(ledger.take_back(SECOND).unwrap(), 2);
    assert_eq!(there(&ledger), short, "as it was before");
    assert_eq!((ledger.take_back(FIRST).unwrap(), ledger.take_back(FIRST).unwrap()), (2, 0));
    assert!(there(&ledger).is_empty());
}

#[test]
fn programs_stand_apart_and_a_day_that_is_told_twice_is_one() {
    let mut ledger = Ledger::in_memory().unwrap();
    let all = [
        rest(Program::Workrave, "2026-01-05", 3, 2),
        rest(Program::Entracte, "2026-01-05", 1, 1),
        rest(Program::Workrave, "2026-01-05", 2, 2),
    ];
    assert_eq!(ledger.import(FIRST, &all).unwrap(), gain(2, 0, 0));
    let on = day("2026-01-05");
    assert_eq!(ledger.imported(on, on).unwrap(), all[..2]);
}

#[test]
fn deleted_days_take_imported_ones_with_them() {
    let mut ledger = Ledger::in_memory().unwrap();
    ledger
        .import(FIRST, &[rest(Program::Workrave, "2026-01-05", 3, 2), rest(Program::Workrave, "2026-01-06", 1, 1)])
        .unwrap();
    let days = day("2026-01-05")..=day("2026-01-05");
    assert_eq!(ledger.erasable(&days).unwrap().days, 1);
    ledger.erase(&days, NaiveTime::MIN, None).unwrap();
    assert_eq!(ledger.imported(day("2000-01-01"), day("2030-01-01")).unwrap().len(), 1);
}

#[test]
fn a_damaged_ledger_gives_them_up_to_the_new_one() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("ledger.db");
    let mut ledger = Ledger::open(&path).unwrap().ledger;
    let all = many(3000);
    ledger.import(FIRST, &all).unwrap();
    drop(ledger);
    let mut bytes = std::fs::read(&path).unwrap();
    // The first page alone says where the tables are.
    bytes[100..3000].fill(0xAA);
    std::fs::write(&path, bytes).unwrap();
    let opened = Ledger::open(&path).unwrap();
    assert!(opened.kept.is_some());
    let there = opened.ledger.imported(*all_days().start(), *all_days().end()).unwrap();
    assert!(there.len() > 2900, "{} of {}", there.len(), all.len());
    assert!(there.iter().all(|it| all.contains(it)));
}
