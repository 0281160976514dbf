//! The file while it is open: removed, replaced, cut short, written into, held by others. Nothing that was committed and is
//! still anywhere is lost.

use crate::{at, home, keep, row};
use rusqlite::Connection;
use std::fs::{self, OpenOptions};
use std::path::{Path, PathBuf};
use unhunch::engine::effect::Record;
use unhunch::engine::instance::{Instance, Outcome};
use unhunch::ledger::{Ledger, LedgerError, Standing, Step, aside};

/// What somebody does to the file at a path.
type Does = fn(&Path);

fn taken(id: u64, reminder: &str) -> Instance {
    Instance { outcome: Some(Outcome::Taken), ..row(id, reminder, at("2026-01-05T10:00:00+01:00")) }
}

fn ids(ledger: &Ledger) -> Vec<u64> {
    let today = at("2026-01-05T10:00:00+01:00").date_naive();
    ledger.instances(today, today).unwrap().iter().map(|row| row.id).collect()
}

fn beside(path: &Path, end: &str) -> PathBuf {
    path.with_extension(format!("db{end}"))
}

/// Puts the ledger back and opens it again.
fn put_back(ledger: Ledger, path: &Path) -> Option<PathBuf> {
    ledger.rescue().unwrap();
    ledger.give_way().unwrap();
    Ledger::reopen(path).unwrap().kept
}

#[cfg(unix)] // elsewhere nobody can remove a file that is open
#[test]
fn a_ledger_that_was_removed_is_written_anew() {
    let all: [(&str, Does); 4] = [
        ("file", |path| fs::remove_file(path).unwrap()),
        ("log", |path| fs::remove_file(beside(path, "-wal")).unwrap()),
        ("files", |path| ["", "-wal", "-shm"].iter().for_each(|end| fs::remove_file(beside(path, end)).unwrap())),
        ("folder", |path| fs::remove_dir_all(path.parent().unwrap()).unwrap()),
    ];
    for (what, remove) in all {
        let (_home, path) = home();
        let mut ledger = Ledger::open(&path).unwrap().ledger;
        keep(&mut ledger, &taken(1, "movement")).unwrap();
        assert_eq!(ledger.standing(), Standing::Same);
        remove(&path);
        assert_eq!(ledger.standing(), Standing::Gone, "{what}");
        assert_eq!(put_back(ledger, &path), None, "{what}");
        let mut ledger = Ledger::reopen(&path).unwrap().ledger;
        keep(&mut ledger, &taken(2, "eyes")).unwrap();
        assert_eq!(ledger.standing(), Standing::Same);
        drop(ledger);
        assert_eq!(ids(&Ledger::open(&path).unwrap().ledger), [1, 2], "{what}");
    }
}

#[cfg(unix)] // elsewhere nobody can replace a file that is open
#[test]
fn of_a_ledger_that_was_replaced_both_count() {
    let (_home, path) = home();
    let backup = path.with_file_name("backup.db");
    let mut ledger = Ledger::open(&path).unwrap().ledger;
    let mut other = Ledger::open(&backup).unwrap().ledger;
    for id in [1, 2] {
        keep(&mut ledger, &taken(id, "movement")).unwrap();
        keep(&mut other, &taken(id + 1, "movement")).unwrap();
    }
    keep(&mut other, &row(4, "eyes", at("2026-01-05T10:00:00+01:00"))).unwrap();
    drop(other);
    fs::rename(&backup, &path).unwrap();
    assert_eq!(ledger.standing(), Standing::Gone);
    assert_eq!(put_back(ledger, &path), Some(path.with_file_name("ledger.replaced-1.db")));
    assert_eq!(ids(&Ledger::open(&path).unwrap().ledger), [1, 2, 3], "what is open elsewhere is not open here");
    assert_eq!(aside::unseen(&path).len(), 1);
}

#[cfg(unix)] // elsewhere nobody can remove a file that is open
#[test]
fn until_it_can_be_put_back_the_open_one_keeps_all() {
    let (_home, path) = home();
    let folder = path.parent().unwrap();
    let mut ledger = Ledger::open(&path).unwrap().ledger;
    keep(&mut ledger, &taken(1, "movement")).unwrap();
    fs::remove_dir_all(folder).unwrap();
    fs::write(folder, "a file where the folder was").unwrap();
    for _ in 0..2 {
        assert_eq!(ledger.standing(), Standing::Gone);
        assert!(ledger.rescue().is_err());
    }
    fs::remove_file(folder).unwrap();
    put_back(ledger, &path);
    assert_eq!(ids(&Ledger::open(&path).unwrap().ledger), [1]);
}

#[test]
fn a_kill_on_the_way_back_loses_nothing() {
    let (_home, path) = home();
    let mut ledger = Ledger::open(&path).unwrap().ledger;
    keep(&mut ledger, &taken(1, "movement")).unwrap();
    drop(ledger);
    fs::rename(&path, beside(&path, ".rescued")).unwrap();
    let mut between = Ledger::open(&path.with_file_name("between.db")).unwrap().ledger;
    keep(&mut between, &taken(2, "movement")).unwrap();
    drop(between);
    fs::rename(path.with_file_name("between.db"), &path).unwrap();
    let opened = Ledger::open(&path).unwrap();
    assert_eq!((ids(&opened.ledger), opened.kept.is_some()), (vec![1, 2], true));
    // Nothing was carried over yet from a file that was set aside, when the next opening comes.
    let (_home, path) = home();
    let mut ledger = Ledger::open(&path).unwrap().ledger;
    keep(&mut ledger, &taken(1, "movement")).unwrap();
    ledger.give_up().unwrap();
    assert_eq!(aside::seen(&path).unwrap(), 1);
    assert_eq!(ids(&Ledger::open(&path).unwrap().ledger), [1]);
    assert_eq!(aside::unseen(&path), [], "seen is seen");
}

#[test]
fn what_was_written_into_it_or_cut_off_it_is_noticed_and_what_is_in_its_log_is_carried_over() {
    let damages: [(&str, Does); 3] = [
        ("nonsense", |path| fill(path, 0x5a)),
        ("one page", |path| cut(path, 4096)),
        ("nothing left", |path| cut(path, 0)),
    ];
    for (what, damage) in damages {
        let (_home, path) = home();
        drop(Ledger::open(&path).unwrap());
        let mut ledger = Ledger::open(&path).unwrap().ledger;
        (1..=20).for_each(|id| keep(&mut ledger, &taken(id, "movement")).unwrap());
        assert_eq!(ledger.standing(), Standing::Same);
        damage(&path);
        assert_eq!(ledger.standing(), Standing::Spoilt, "{what}");
        ledger.give_up().unwrap();
        let mut ledger = Ledger::reopen(&path).unwrap().ledger;
        assert_eq!(aside::unseen(&path).len(), 1, "{what}");
        assert_eq!(ids(&ledger), (1..=20).collect::<Vec<_>>(), "{what}");
        keep(&mut ledger, &taken(21, "movement")).unwrap();
    }
}

#[test]
fn of_a_spoilt_log_what_is_in_memory_is_written_anew_and_more_is_said_to_be_lost() {
    let damages: [Does; 2] = [|path| fill(&beside(path, "-wal"), 0x5a), |path| cut(&beside(path, "-wal"), 0)];
    for damage in damages {
        for (rows, standing) in [(20, Standing::Gone), (1_500, Standing::Spoilt)] {
            let (_home, path) = home();
            drop(Ledger::open(&path).unwrap());
            let mut ledger = Ledger::open(&path).unwrap().ledger;
            let all: Vec<Record> = (1..=rows).map(|id| Record::Instance(Box::new(taken(id, "movement")))).collect();
            ledger.commit(&Step { records: &all, ..Step::default() }).unwrap();
            assert_eq!(ledger.standing(), Standing::Same);
            damage(&path);
            assert_eq!(ledger.standing(), standing, "{rows}");
            if standing == Standing::Gone {
                assert_eq!(put_back(ledger, &path), None);
                assert_eq!(ids(&Ledger::open(&path).unwrap().ledger), (1..=rows).collect::<Vec<_>>());
            } else {
                ledger.give_up().unwrap();
                drop(Ledger::reopen(&path).unwrap());
                let [told] = &aside::unseen(&path)[..] else { panic!("one file") };
                assert_eq!(told.salvaged.lost, None, "nobody knows what was in there");
            }
        }
    }
}

#[test]
fn a_log_that_others_have_emptied_in_order_is_none_that_is_spoilt() {
    let (_home, path) = home();
    let mut ledger = Ledger::open(&path).unwrap().ledger;
    for id in 1..=3 {
        keep(&mut ledger, &taken(id, "movement")).unwrap();
        assert_eq!(ledger.standing(), Standing::Same);
        let other = Connection::open(&path).unwrap();
        other.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
        assert_eq!(ledger.standing(), Standing::Same, "{id}");
    }
    drop(ledger);
    assert_eq!(ids(&Ledger::open(&path).unwrap().ledger), [1, 2, 3]);
}

#[cfg(unix)] // elsewhere nobody can cut a file that is mapped
#[test]
fn an_index_of_the_log_that_is_cut_short_or_spoilt_is_made_anew() {
    let damages: [(&str, Does); 2] = [("cut", |path| cut(path, 0)), ("nonsense", |path| fill(path, 0x5a))];
    for (what, damage) in damages {
        let (_home, path) = home();
        let mut ledger = Ledger::open(&path).unwrap().ledger;
        for id in 1..=4 {
            keep(&mut ledger, &taken(id, "movement")).unwrap();
            damage(&beside(&path, "-shm"));
            assert_eq!(ledger.standing(), Standing::Same, "{what}");
            assert_eq!(ids(&ledger), (1..=id).collect::<Vec<_>>(), "{what}");
        }
        damage(&beside(&path, "-shm"));
        // Closing it touches the index, too.
        drop(ledger);
        assert_eq!(ids(&Ledger::open(&path).unwrap().ledger), [1, 2, 3, 4], "{what}");
    }
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a bound for waiting, not a time that means something")]
fn another_writer_is_hardly_waited_for_by_a_commit_or_by_a_running_apps_opening() {
    let (_home, path) = home();
    let mut ledger = Ledger::open(&path).unwrap().ledger;
    ledger.hurry().unwrap();
    let other = Connection::open(&path).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let begun = std::time::Instant::now();
    let it = row(1, "movement", at("2026-01-05T10:00:00+01:00"));
    assert!(matches!(keep(&mut ledger, &it), Err(LedgerError::Sql(_))));
    assert!(begun.elapsed() < std::time::Duration::from_millis(700));
    other.execute_batch("ROLLBACK").unwrap();
    keep(&mut ledger, &it).unwrap();
    drop(ledger);
    other.execute_batch("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; CREATE TABLE t (c)").unwrap();
    let begun = std::time::Instant::now();
    assert!(matches!(Ledger::reopen(&path), Err(LedgerError::Sql(_))));
    assert!(begun.elapsed() < std::time::Duration::from_millis(700));
    other.execute_batch("ROLLBACK").unwrap();
    drop(other);
    Ledger::reopen(&path).unwrap();
}

fn fill(path: &Path, with: u8) {
    let length = usize::try_from(fs::metadata(path).unwrap().len()).unwrap();
    // Not made anew: the same file is open.
    fs::write(path, vec![with; length]).unwrap();
}

fn cut(path: &Path, length: u64) {
    OpenOptions::new().write(true).open(path).unwrap().set_len(length).unwrap();
}
