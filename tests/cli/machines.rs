//! Two machines of one person that share a folder, each the running app in a home of its own: a break on one counts on the
//! other, each tells both records, what was deleted goes, and a folder that is not there is waited for.

use crate::house::{House, names, until};
use crate::merge::record;
use serde_json::Value;
use std::fs;
use std::path::Path;

/// A minute is six seconds; clocks of two that were started a minute apart are still near enough to believe each other.
const SLOWER: &str = "clock.speed = 60\nbreak.movement.every = \"2min\"\nbreak.movement.lasts = \"30s\"\nminimum = \"5s\"\n\
    nudge.posture.every = \"0s\"\nanswer.within = \"4h\"\ncheck_in.most = 0\nsettle = \"0s\"\n";
const PART: &str = "two machines";

fn sharing(folder: &Path) -> House {
    let hour = std::time::SystemTime::UNIX_EPOCH.elapsed().expect("after 1970").as_secs() / 3600;
    let starts = format!("day.starts = \"{:02}:00\"\n", (hour + 12) % 24);
    House::with(&format!("{SLOWER}{starts}sync.folder = '{}'\n", folder.display()))
}

/// Waits until the part is in this state and says this.
fn says(house: &House, state: &str, says: &str) {
    until(says, || {
        let part = house.part(PART);
        (part["state"] == state && part["says"].as_str().is_some_and(|told| told.contains(says))).then_some(())
    });
}

/// All lines in the folder.
fn told(folder: &Path) -> String {
    let all = names(folder).into_iter().filter_map(|name| fs::read_to_string(folder.join(name)).ok());
    all.collect()
}

#[cfg(unix)] // where a folder can be taken away while it is watched
#[test]
fn a_break_on_one_machine_counts_on_the_other_and_both_tell_both_records() {
    let shared = tempfile::tempdir().expect("a folder");
    let folder = shared.path().join("stick/unhunch");
    let (desk, laptop) = (sharing(&folder), sharing(&folder));
    let (here, there) = (desk.start(), laptop.start());
    says(&desk, "failed", "not there");
    assert!(!folder.exists(), "where a stick belongs nothing is made");
    fs::create_dir_all(&folder).expect("made");
    says(&desk, "works", "1 other machine");
    says(&laptop, "works", "1 other machine");
    laptop.prompted();
    assert_eq!(desk.run(&["start"]).code, 0);
    until("a break that was taken", || (desk.record()["taken"] == 1).then_some(()));
    let own = || laptop.json(&["review", "all", "--json", "--breaks", "--machine", "this"]);
    let row = until("the same break on the other machine", || {
        own()["breaks"].as_array().and_then(|all| all.iter().find(|it| it["outcome"] == "natural").cloned())
    });
    assert!(row["holds"]["elsewhere"].as_u64().is_some_and(|lasted| lasted > 0), "{row}");
    for house in [&desk, &laptop] {
        let all = until("the record of both", || {
            let all = house.record();
            let both = all["machines"].as_array().is_some_and(|all| all.len() == 2);
            (both && all["taken"] == 1 && all["natural"] == 0).then_some(all)
        });
        assert_eq!((&all["taken"], &all["natural"]), (&Value::from(1), &Value::from(0)), "{all}");
    }
    // A file that was lost comes back, and so does what happened while the folder was away.
    fs::rename(&folder, shared.path().join("stick/away")).expect("taken away");
    says(&laptop, "failed", "not there");
    laptop.prompted();
    assert_eq!(laptop.run(&["skip"]).code, 0);
    fs::create_dir(&folder).expect("made anew");
    says(&laptop, "works", "1 other machine");
    until("what was told before", || told(&folder).contains("\"taken\"").then_some(()));
    until("both on the desk", || (desk.record()["skipped"].as_u64() >= Some(1)).then_some(()));
    here.quit();
    there.quit();
}

#[test]
fn whatever_tells_all_records_tells_what_another_machine_wrote_while_no_app_ran_here() {
    let shared = tempfile::tempdir().expect("a folder");
    let desks = [0; 3].map(|_| sharing(shared.path()));
    let laptop = sharing(shared.path());
    for desk in &desks {
        record(&desk.ledger(), "desk", &["2026-01-05"]);
    }
    record(&laptop.ledger(), "laptop", &["2026-01-06", "2026-01-07"]);
    let app = laptop.start();
    until("the laptop's days", || told(shared.path()).contains("\"day\":\"2026-01-07\"").then_some(()));
    app.quit();
    let [desk, exports, deletes] = &desks;
    let own = exports.json(&["export", "--machine", "this"]);
    assert_eq!((own["breaks"].as_array().map(Vec::len), &own["machines"]), (Some(1), &serde_json::json!([])), "{own}");
    let all = exports.json(&["export"]);
    assert_eq!(all["breaks"].as_array().map(Vec::len), Some(3), "{all}");
    let asked = deletes.run(&["delete", "--from", "2026-01-06", "--to", "2026-01-07"]);
    assert!(asked.out.contains("2 breaks of 2 days"), "{asked:?}");
    assert_eq!(desk.record()["taken"], 3);
    assert_eq!(desk.record()["taken"], 3, "once");
    // Without the folder the record is what is known.
    fs::remove_dir_all(shared.path()).expect("removed");
    assert_eq!(desk.record()["taken"], 3);
}

#[test]
fn days_that_are_deleted_go_from_the_other_machine_too_and_its_own_stay() {
    let shared = tempfile::tempdir().expect("a folder");
    let (desk, laptop) = (sharing(shared.path()), sharing(shared.path()));
    record(&desk.ledger(), "desk", &["2026-01-05"]);
    // Another order: with the same number and instant they would be one.
    record(&laptop.ledger(), "laptop", &["2026-01-06", "2026-01-05", "2026-01-07"]);
    let delete = |day: &str, more: &[&str]| laptop.run(&[&["delete", "--from", day, "--to", day], more].concat());
    let both = [desk.start(), laptop.start()];
    let taken = |house: &House| house.json(&["review", "all", "--json"])["taken"].as_u64().expect("a number");
    until("both records at both", || (taken(&desk) == 4 && taken(&laptop) == 4).then_some(()));
    let asked = delete("2026-01-06", &[]).out.replace('\n', " ");
    assert!(asked.contains("goes from them too") && !asked.contains("their own records"), "{asked}");
    let asked = delete("2026-01-05", &[]).out.replace('\n', " ");
    assert!(asked.contains("goes from them too") && asked.contains("their own records"), "{asked}");
    assert_eq!(delete("2026-01-05", &["--yes"]).code, 0);
    assert_eq!(taken(&laptop), 2);
    until("the laptop's day to go", || (taken(&desk) == 3).then_some(()));
    let [desk_app, laptop_app] = both;
    laptop_app.quit();
    // While no app runs the command tells it.
    assert_eq!(delete("2026-01-06", &["--yes"]).code, 0);
    assert!(!told(shared.path()).contains("\"day\":\"2026-01-06\""));
    until("the laptop's next day to go", || (taken(&desk) == 2).then_some(()));
    desk_app.quit();
    assert_eq!(desk.json(&["review", "all", "--json", "--machine", "this"])["taken"], 1);
}

#[test]
fn without_a_folder_nothing_is_there_and_what_is_deleted_goes_from_a_folder_too() {
    let shared = tempfile::tempdir().expect("a folder");
    let house = House::with(SLOWER);
    record(&house.ledger(), "", &["2026-01-05", "2026-02-05"]);
    let app = house.start();
    assert_eq!(house.part(PART), Value::Null);
    #[cfg(target_os = "linux")]
    assert!(!threads(app.id()).contains("machines"), "{}", threads(app.id()));
    let folder = shared.path().to_str().expect("text");
    assert_eq!(house.run(&["config", "set", "sync.folder", folder]).code, 0);
    says(&house, "works", "no other machine");
    let has = |day: &str| told(shared.path()).contains(&format!("\"day\":\"{day}\""));
    until("both days", || (has("2026-01-05") && has("2026-02-05")).then_some(()));
    assert_eq!(house.run(&["delete", "--from", "2026-01-05", "--to", "2026-01-05", "--yes"]).code, 0);
    until("one day less", || (!has("2026-01-05") && has("2026-02-05")).then_some(()));
    assert_eq!(house.run(&["config", "unset", "sync.folder"]).code, 0);
    says(&house, "off", "switched off");
    app.quit();
}

/// The names of a process's threads.
#[cfg(target_os = "linux")]
fn threads(process: u32) -> String {
    let tasks = fs::read_dir(format!("/proc/{process}/task")).expect("a process").flatten();
    tasks.filter_map(|task| fs::read_to_string(task.path().join("comm")).ok()).collect()
}
