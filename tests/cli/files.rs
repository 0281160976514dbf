//! A person's files: settings that are wrong or change while the app runs, a ledger that is damaged or cannot be written.

use crate::house::{FAST, House, names, until};
use serde_json::json;
#[cfg(target_os = "linux")]
use std::os::unix::fs::PermissionsExt;

#[test]
fn wrong_settings_are_named_with_their_line_and_the_rest_counts() {
    let house = House::with(&format!("{FAST}brake.movement.every = \"5min\"\ngoal = 900\n"));
    let check = house.run(&["config", "check"]);
    assert_eq!(check.code, 1);
    assert!(check.out.contains("line 7") && check.out.contains("line 8"), "{check:?}");
    let app = house.start();
    let told = house.printed("err");
    assert!(told.contains("line 7") && told.contains("line 8"), "{told}");
    assert_eq!(house.part("settings")["state"], "works");
    house.prompted();
    app.quit();
}

#[test]
fn settings_that_are_no_toml_are_kept_and_the_defaults_run() {
    let house = House::with("goal = [\n");
    let app = house.start();
    let of_settings = || {
        let settings = house.settings();
        let name = settings.file_name().expect("a name").to_string_lossy().into_owned();
        let mut there = names(settings.parent().expect("a folder"));
        there.retain(|one| one.starts_with(&name));
        there.into_iter().map(|one| one[name.len()..].to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(of_settings(), ["", ".broken-1"]);
    assert_eq!(house.part("settings")["state"], "failed");
    assert_eq!(house.printed("err").matches("broken-1").count(), 1);
    app.quit();
    let app = house.start();
    assert_eq!(of_settings().len(), 2);
    let set = house.run(&["config", "set", "goal", "70"]);
    assert_eq!(set.code, 1, "{set:?}");
    assert_eq!(std::fs::read_to_string(house.settings()).expect("there"), "goal = [\n");
    app.quit();
}

#[test]
fn a_change_is_taken_up_while_running_and_no_countdown_is_lost() {
    let house = House::with("nudge.posture.every = \"0s\"\nclock.speed = 60\n# mine\n");
    let app = house.start();
    let next = || house.json(&["status", "--json"])["next"].as_str().map(String::from).expect("a time");
    let before = next();
    assert_eq!(house.run(&["config", "set", "break.movement.every", "90min"]).code, 0);
    let after = until("the new rhythm", || Some(next()).filter(|next| *next != before));
    let minutes = |text: &str| chrono::DateTime::parse_from_rfc3339(text).expect("a time").timestamp() / 60;
    assert!((29..=31).contains(&(minutes(&after) - minutes(&before))), "{before} {after}");
    assert!(std::fs::read_to_string(house.settings()).expect("there").contains("# mine"));
    house.write_settings("break.movement.every = \"20min\"\n= broken\n");
    until("it is told", || (house.part("settings")["state"] == "failed").then_some(()));
    assert!((-1..=1).contains(&(minutes(&next()) - minutes(&after))));
    app.quit();
}

#[test]
fn a_library_of_ones_own_is_taken_up_while_running() {
    let house = House::with(FAST);
    let app = house.start();
    assert_eq!(house.run(&["pause", "day"]).code, 0);
    let own = house.settings().with_file_name("nudges.toml");
    std::fs::write(&own, "[[nudge]]\nid = \"mine\"\n").expect("written");
    until("it is told", || house.printed("err").contains("nudges.toml").then_some(()));
    assert!(house.part("library")["says"].as_str().expect("text").contains("left out"));
    assert_eq!(house.json(&["status", "--json"])["state"], "paused");
    app.quit();
}

#[test]
fn a_damaged_ledger_is_kept_beside_a_new_one() {
    let house = House::with(FAST);
    std::fs::create_dir_all(house.ledger().parent().expect("a folder")).expect("made");
    std::fs::write(house.ledger(), "this is no database, and long enough to be looked at as one".repeat(40))
        .expect("written");
    let app = house.start();
    let part = house.part("ledger");
    let says = part["says"].to_string();
    assert!(says.contains("ledger.damaged-1.db") && part["state"] == "failed", "{part}");
    assert!(house.run(&["status"]).out.contains("damaged"));
    assert!(house.ledger().with_file_name("ledger.damaged-1.db").exists());
    house.prompted();
    assert_eq!(house.run(&["skip"]).code, 0);
    assert_eq!(house.record()["skipped"], json!(1));
    app.quit();
    assert!(house.run(&["doctor"]).out.contains("ledger.damaged-1.db"), "the next run and no run say it too");
    let app = house.start();
    assert_eq!(house.part("ledger")["state"], "failed");
    assert_eq!(house.run(&["doctor", "--seen"]).code, 0);
    assert_eq!(house.part("ledger")["state"], "works");
    assert!(!house.run(&["status"]).out.contains("damaged"));
    app.quit();
    assert!(!house.run(&["doctor"]).out.contains("damaged"));
}

#[cfg(target_os = "linux")] // where the record has a folder beside that of the settings
#[test]
fn a_ledger_that_cannot_be_written_stops_nothing_and_nothing_is_lost() {
    let house = House::with(FAST);
    std::fs::write(house.path("data"), "a file where a folder belongs").expect("written");
    let app = house.start();
    assert_eq!(house.part("ledger")["state"], "failed");
    assert_eq!(house.printed("err").matches("ledger:").count(), 1, "{}", house.printed("err"));
    house.prompted();
    let skip = house.run(&["skip"]);
    assert!(skip.code == 5 && skip.err.contains("Not recorded: "), "{skip:?}");
    let feels = house.run(&["check-in", "sore"]);
    assert!(feels.code == 5 && !feels.out.contains("Noted"), "{feels:?}");
    let status = house.run(&["status"]);
    assert!(status.code == 0 && status.out.contains("not recorded"), "{status:?}");
    assert!(house.json(&["status", "--json"])["not_recorded"].is_string());
    std::fs::remove_file(house.path("data")).expect("removed");
    until("it is written, without being asked for anything", || {
        (house.part("ledger")["state"] == "works").then_some(())
    });
    assert_eq!(house.record()["skipped"], json!(1));
    assert!(house.json(&["status", "--json"])["not_recorded"].is_null());
    app.quit();
}

#[cfg(target_os = "linux")] // where the record has a folder beside that of the settings
#[test]
fn an_end_that_loses_answers_says_so() {
    let house = House::with(FAST);
    std::fs::write(house.path("data"), "a file where a folder belongs").expect("written");
    let app = house.start();
    assert_eq!(house.run(&["check-in", "sore"]).code, 5);
    let quit = house.run(&["quit"]);
    assert!(quit.code == 5 && quit.err.contains("not in the record"), "{quit:?}");
    assert!(app.ended().success());
    assert!(house.printed("err").contains("not in the record"));
}

#[cfg(target_os = "linux")] // where files have modes
#[test]
fn what_is_written_is_the_persons_alone() {
    let house = House::new();
    let app = house.start();
    assert_eq!(house.run(&["config", "set", "goal", "70"]).code, 0);
    let mode = |path: std::path::PathBuf| std::fs::metadata(path).expect("there").permissions().mode() & 0o777;
    assert_eq!((mode(house.ledger()), mode(house.settings())), (0o600, 0o600));
    assert_eq!(mode(house.path("run/unhunch")), 0o700);
    assert_eq!((mode(house.socket()), mode(house.path("data/unhunch"))), (0o600, 0o700));
    app.quit();
}
