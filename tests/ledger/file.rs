//! The file: who may read it, what survives a kill, and what becomes of a damaged, newer or foreign one.

use crate::{at, home, keep, row};
use chrono::TimeDelta;
use rusqlite::Connection;
use std::fs;
use std::path::Path;
use unhunch::engine::effect::Record;
use unhunch::engine::instance::{Instance, Outcome};
use unhunch::ledger::{Ledger, LedgerError, Step, aside};

#[cfg(unix)] // where files have modes
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
    assert!(matches!(error, LedgerError::Newer { found: 99, known: 1..99, .. }), "{error:?}");
    assert!(matches!(Ledger::open_read_only(&path), Err(LedgerError::Newer { .. })));
    assert_eq!(fs::read(&path).unwrap(), before);

    let other = path.with_file_name("other.db");
    Connection::open(&other).unwrap().execute_batch("CREATE TABLE bookmarks (url TEXT)").unwrap();
    let before = fs::read(&other).unwrap();
    assert!(matches!(Ledger::open(&other), Err(LedgerError::Foreign { .. })));
    assert_eq!(fs::read(&other).unwrap(), before);
}

#[test]
fn a_file_of_before_the_offers_is_brought_up_to_date_with_all_that_is_in_it() {
    let (_home, path) = home();
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    let old = Connection::open(&path).unwrap();
    old.execute_batch(include_str!("../../src/ledger/migrations/1-rows.sql")).unwrap();
    old.execute_batch(
        "INSERT INTO instance VALUES (4, 'movement', 1767603600000, 0, NULL, '2026-01-05', NULL, NULL, NULL, NULL, NULL,
         NULL, 'missed', NULL, 0, 1, 0, 0, NULL, '{}', 'chin-tuck', NULL, 'shown', 0, NULL, 0);
         PRAGMA user_version = 1; PRAGMA application_id = 0x556e6875;",
    )
    .unwrap();
    drop(old);
    assert!(matches!(Ledger::open_read_only(&path), Err(LedgerError::Older { .. })), "a reader repairs nothing");
    let ledger = Ledger::open(&path).unwrap().ledger;
    let history = ledger.history(at("2026-02-01T00:00:00+00:00")).unwrap();
    assert_eq!((history.rows.len(), history.rows[0].id, history.offers.len()), (1, 4, 0));
    assert_eq!(history.rows[0].exercise.as_deref(), Some("chin-tuck"));
}

/// Opens a damaged file twice: each is kept under a name of its own, byte for byte, and a working ledger stands there.
fn is_kept(some: Option<bool>, damage: impl Fn(&Path)) {
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
        let (told, carried) = (aside::unseen(&path), opened.ledger.next_id().unwrap() > 1);
        assert_eq!((told.len(), &told[0].file), (1, &kept));
        assert_eq!(told[0].salvaged.carried > 0, carried, "{told:?}");
        assert!(some.is_none_or(|some| some == (told[0].salvaged.carried > 100)), "{told:?}");
        assert_eq!(aside::seen(&path).unwrap(), 1);
        assert_eq!(aside::unseen(&path), []);
        drop(opened.ledger);
        assert_eq!(Ledger::open(&path).unwrap().kept, None);
    }
}

#[test]
fn a_file_that_is_no_database_is_kept() {
    is_kept(Some(false), |path| fs::write(path, "dear diary, ".repeat(100)).unwrap());
}

#[test]
fn a_file_cut_short_is_kept() {
    is_kept(None, |path| {
        let bytes = fs::read(path).unwrap();
        fs::write(path, &bytes[..bytes.len() - 3 * 4096]).unwrap();
    });
}

#[test]
fn a_file_with_a_spoilt_page_is_kept() {
    is_kept(Some(true), spoil);
}

#[test]
fn damage_found_while_in_use_is_kept_too() {
    let (_home, path) = home();
    let mut ledger = Ledger::open(&path).unwrap().ledger;
    let taken = |id| Instance { outcome: Some(Outcome::Taken), ..row(id, "movement", at("2026-01-05T10:00:00+01:00")) };
    let records: Vec<Record> = (1..20_000).map(|id| Record::Instance(Box::new(taken(id)))).collect();
    ledger.commit(&Step { records: &records, ..Step::default() }).unwrap();
    drop(ledger);
    assert!(fs::metadata(&path).unwrap().len() > 1 << 20);
    spoil(&path);
    let opened = Ledger::open(&path).unwrap();
    assert_eq!(opened.kept, None, "too large to be checked at every start");
    assert!(matches!(opened.ledger.check(), Err(LedgerError::Damaged(_))));
    let today = at("2026-01-05T10:00:00+01:00").date_naive();
    let error = opened.ledger.instances(today, today).unwrap_err();
    assert!(matches!(error, LedgerError::Damaged(_)), "{error:?}");
    opened.ledger.give_up().unwrap();
    let opened = Ledger::reopen(&path).unwrap();
    assert_eq!(opened.kept, Some(path.with_file_name("ledger.damaged-1.db")));
    opened.ledger.check().unwrap();
    let [told] = &aside::unseen(&path)[..] else { panic!("one file") };
    let there = opened.ledger.instances(today, today).unwrap().len();
    assert_eq!(told.salvaged.carried, u64::try_from(there).unwrap());
    assert_eq!(told.salvaged.lost, Some(u64::try_from(19_999 - there).unwrap()));
    assert!((19_000..19_999).contains(&there), "all but a page of {there}");
}

/// Fills a page in the middle with nonsense.
fn spoil(path: &Path) {
    let mut bytes = fs::read(path).unwrap();
    let middle = bytes.len() / 4096 / 2 * 4096;
    bytes[middle..middle + 4096].fill(0xa5);
    fs::write(path, bytes).unwrap();
}

#[test]
fn a_log_without_its_file_is_kept() {
    is_kept(Some(false), |path| {
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
    assert!(unhunch::text::ledger::error(&error).contains(". "), "{error:?}");
}
