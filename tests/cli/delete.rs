//! Days deleted by the command: asked before, by the running app or alone, and nothing of them is left.

use crate::house::{FAST, House, until};
use std::path::Path;

fn bytes_of(folder: &Path, word: &str) -> usize {
    let files = std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("read").path());
    let all = files.filter(|file| file.is_file()).map(|file| std::fs::read(file).expect("read"));
    all.map(|bytes| bytes.windows(word.len()).filter(|at| *at == word.as_bytes()).count()).sum()
}

/// A reminder whose name is found in the file wherever its rows are.
const OWN: &str = "clock.speed = 600\nbreak.movement.every = \"0s\"\nbreak.zqx-own.every = \"10min\"\nbreak.zqx-own.lasts = \"1min\"\n\
    nudge.posture.every = \"0s\"\nanswer.within = \"4h\"\ncheck_in.most = 0\nsettle = \"0s\"\n";

#[test]
fn nothing_is_deleted_without_a_yes_and_wrong_calls_are_told() {
    let house = House::with(FAST);
    assert_eq!(house.run(&["delete", "--all", "--yes"]).code, 1, "there is nothing");
    let app = house.start();
    house.prompted();
    assert_eq!(house.run(&["skip"]).code, 0);
    let asked = house.run_with(&["delete", "--all"], "no\n");
    assert!(asked.code == 2 && asked.out.contains("cannot be undone") && asked.err.contains("--yes"), "{asked:?}");
    for wrong in
        [&["delete"][..], &["delete", "--from", "today"], &["delete", "--all", "--from", "today", "--to", "today"]]
    {
        assert_eq!(house.run(wrong).code, 2, "{wrong:?}");
    }
    let none = house.run(&["delete", "--from", "2001-02-03", "--to", "2001-02-04", "--yes"]);
    assert!(none.code == 1 && none.err.contains("Nothing is recorded"), "{none:?}");
    assert_eq!(house.record()["skipped"], 1);
    app.quit();
}

#[test]
fn the_running_app_deletes_today_forgets_it_and_goes_on() {
    let house = House::with(OWN);
    let app = house.start();
    for _ in 0..3 {
        house.prompted();
        assert_eq!(house.run(&["skip"]).code, 0);
    }
    assert_eq!(house.run(&["check-in", "sore"]).code, 0);
    let before = house.record();
    let last =
        before["breaks"].as_array().expect("rows").iter().filter_map(|row| row["id"].as_u64()).max().expect("a row");
    let deleted = house.run(&["delete", "--all", "--yes"]);
    assert!(deleted.code == 0 && deleted.out.contains("Deleted: "), "{deleted:?}");
    let status = house.json(&["status", "--json"]);
    assert!(status["not_recorded"].is_null(), "{status}");
    let record = house.record();
    assert_eq!((&record["skipped"], &record["check_ins"]["sore"]), (&0.into(), &0.into()), "{record}");
    house.prompted();
    assert_eq!(house.run(&["skip"]).code, 0);
    let record = house.record();
    let ids: Vec<u64> =
        record["breaks"].as_array().expect("rows").iter().filter_map(|row| row["id"].as_u64()).collect();
    assert!(
        !ids.is_empty() && ids.iter().all(|id| *id > last || record["breaks"].as_array().expect("rows").len() <= 2),
        "{ids:?}, {last}"
    );
    assert_eq!(house.part("ledger")["says"], "");
    let day = house.run(&["log", "--scenario"]);
    assert!(day.code == 0 && day.out.lines().nth(1).is_some_and(|line| line.starts_with("settings")), "{day:?}");
    app.quit();
}

#[test]
fn alone_it_leaves_no_byte_in_the_folder_and_no_set_aside_file() {
    let house = House::with(OWN);
    let app = house.start();
    house.prompted();
    assert_eq!(house.run(&["skip"]).code, 0);
    app.quit();
    house.write_settings(FAST);
    // The break that was open is cancelled when its reminder is gone.
    let app = house.start();
    house.prompted();
    app.quit();
    let ledger = house.ledger();
    let folder = ledger.parent().expect("a folder");
    let aside = folder.join("ledger.damaged-1.db");
    std::fs::copy(&ledger, &aside).expect("copied");
    std::fs::write(folder.join("ledger.damaged-1.db.note"), "{\"carried\":1,\"lost\":0,\"seen\":true}")
        .expect("written");
    assert!(bytes_of(folder, "zqx-own") > 2);
    let some = house.run(&["delete", "--from", "2001-02-03", "--to", "today", "--yes"]);
    assert_eq!(some.code, 0, "{some:?}");
    assert!(aside.exists(), "it goes with everything");
    let asked = house.run(&["delete", "--all"]);
    assert!(asked.out.contains("set aside"), "{asked:?}");
    assert_eq!(house.run(&["delete", "--all", "--yes"]).code, 0);
    assert!(!aside.exists());
    assert_eq!(bytes_of(folder, "zqx-own"), 0);
    let app = house.start();
    until("it goes on", || (house.run(&["status"]).code == 0).then_some(()));
    app.quit();
}
