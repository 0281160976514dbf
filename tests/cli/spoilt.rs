//! A ledger that is taken away or spoilt while the app has it open: put right, and what cannot be is said.

use crate::house::{FAST, House};
use crate::record::{beside, from_elsewhere, said};
use std::path::Path;

/// What somebody does to the ledger's files.
type Does = fn(&Path);

fn all_of(ledger: &Path, does: fn(&Path)) {
    for end in ["", "-wal", "-shm"] {
        does(&beside(ledger, end));
    }
}

fn remove(file: &Path) {
    std::fs::remove_file(file).expect("removed");
}

/// Writes nonsense over a file, which stays the same file.
fn nonsense(file: &Path) {
    let length = std::fs::metadata(file).expect("there").len();
    std::fs::write(file, vec![0x5a; usize::try_from(length).expect("small")]).expect("written");
}

fn cut(file: &Path) {
    std::fs::OpenOptions::new().write(true).open(file).and_then(|file| file.set_len(0)).expect("cut");
}

/// Whether each way leaves what was answered before it somewhere, and the way.
const WAYS: [(&str, bool, Does); 11] = [
    ("the file removed", true, remove),
    ("all files removed", true, |ledger| all_of(ledger, remove)),
    ("the log removed", true, |ledger| remove(&beside(ledger, "-wal"))),
    ("the index removed", true, |ledger| remove(&beside(ledger, "-shm"))),
    ("the folder removed", true, |ledger| {
        std::fs::remove_dir_all(ledger.parent().expect("a folder")).expect("removed");
    }),
    ("a backup put there", true, |ledger| {
        let backup = beside(ledger, "-backup");
        std::fs::copy(ledger, &backup).and_then(|_| std::fs::rename(&backup, ledger)).expect("restored");
    }),
    ("the file cut", false, cut),
    ("the index cut", true, |ledger| cut(&beside(ledger, "-shm"))),
    ("nonsense over the file", false, nonsense),
    ("nonsense over file and log", false, |ledger| {
        nonsense(ledger);
        nonsense(&beside(ledger, "-wal"));
    }),
    ("nonsense over the log", false, |ledger| nonsense(&beside(ledger, "-wal"))),
];

#[test]
fn a_ledger_taken_away_or_spoilt_while_it_runs_is_put_right_and_what_cannot_be_is_said() {
    for (way, stays, does) in WAYS {
        let house = House::with(FAST);
        let app = house.start();
        let skip = |already: i64| {
            house.prompted();
            assert_eq!(house.run(&["skip"]).code, 0, "{way}");
            let now = house.record()["skipped"].as_i64().expect("a number");
            assert_eq!(now, already + 1, "{way}: the review has what was answered");
            now
        };
        let before = skip(skip(0));
        assert_eq!(before, 2);
        does(&house.ledger());
        // Nothing was written since: whoever looks finds what was answered, or hears that it is lost.
        let kept = house.record()["skipped"].as_i64().expect("a number");
        assert!(kept == before || !stays, "{way}: {kept}");
        let part = house.part("ledger");
        let told = part["state"] == "failed" && part["says"].as_str().is_some_and(|says| says.contains("damaged"));
        assert!(told || kept == before, "{way}: {kept}, {part}");
        assert_eq!(house.run(&["check-in", "sore"]).code, 0, "{way}");
        let after = skip(skip(kept));
        assert_eq!(said(from_elsewhere(&house, &[])).0, 0, "{way}: the lock is there again");
        app.kill();
        assert_eq!(house.record()["skipped"], after, "{way}");
        house.start().quit();
        let ledger = rusqlite::Connection::open(house.ledger()).expect("opened");
        let felt: i64 = ledger.query_row("SELECT count(*) FROM check_in", [], |row| row.get(0)).expect("counted");
        assert_eq!(felt, 1, "{way}");
    }
}
