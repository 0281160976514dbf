//! `doctor`: the list, JSON, the changes as they come, the exit codes.

use crate::house::{FAST, House, started, until};
use serde_json::Value;
use std::io::{BufRead, BufReader, Lines};
use std::process::{Child, ChildStdout, Stdio};

/// How it ends when all works that can: wine has no notifications, and that is told.
const ALL_WORKS: i32 = if cfg!(windows) { 1 } else { 0 };

/// `doctor --watch`, line by line.
struct Watch {
    child: Child,
    lines: Lines<BufReader<ChildStdout>>,
}

impl Watch {
    fn start(house: &House, arguments: &[&str]) -> Self {
        let mut command = house.command(&[&["doctor", "--watch"], arguments].concat());
        let mut child = started(|| command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn());
        let lines = BufReader::new(child.stdout.take().expect("a pipe")).lines();
        Self { child, lines }
    }

    fn next(&mut self) -> Option<String> {
        self.lines.next().map(|line| line.expect("text"))
    }

    /// The next line with this in it; the end of the stream is a failure.
    fn until(&mut self, what: &str) -> String {
        loop {
            let line = self.next().unwrap_or_else(|| panic!("the stream ended before `{what}`"));
            if line.contains(what) {
                return line;
            }
        }
    }

    fn json(&mut self) -> Value {
        serde_json::from_str(&self.next().expect("a line")).expect("a JSON line")
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What is wrong with the settings is in `status`, made while it runs or there at the start, and gone once it is mended.
#[test]
fn a_mistake_in_the_settings_is_told_by_status_until_it_is_mended() {
    let house = House::with(&format!("{FAST}nonsense = 3\n"));
    let app = house.start();
    let told = "Settings: line 7 does not count";
    assert_eq!(house.attention(), [told]);
    assert!(house.run(&["status"]).out.lines().any(|line| line == told), "{:?}", house.run(&["status"]));
    house.write_settings(FAST);
    until("it is mended", || house.attention().is_empty().then_some(()));
    house.write_settings("not = [toml");
    let told = "Settings cannot be read: what counted before goes on";
    until("the file as a whole", || (house.attention() == [told]).then_some(()));
    let own = house.settings().with_file_name("exercises.toml");
    std::fs::write(&own, "[[exercise]]\nid = 3\n").expect("written");
    until("the own library", || (house.attention().len() == 2).then_some(()));
    app.quit();
}

#[test]
fn the_list_has_the_senses_first_and_a_line_a_part() {
    let house = House::with(FAST);
    let app = house.start();
    let said = house.run(&["doctor"]);
    assert!(said.code == ALL_WORKS && said.err.is_empty(), "{said:?}");
    let at = |what: &str| said.out.find(what).unwrap_or_else(|| panic!("{what}: {}", said.out));
    let shows = if cfg!(unix) { "\n  terminal " } else { "\n  tray " };
    let order = ["What Unhunch senses        since\n  idle ", "\n  lock ", "\n  sleep ", "\nWhat it shows", shows];
    let order =
        [&order[..], &["\nWhat it keeps", "\n  settings ", "\n  library ", "\n  ledger ", "\n  commands "]].concat();
    assert!(order.iter().map(|what| at(what)).is_sorted(), "{}", said.out);
    let clock = said.out.lines().find(|line| line.starts_with("  clock ")).expect("the clock");
    assert!(clock.split_whitespace().nth(2).is_some_and(|since| since.contains(':')), "{clock}");
    let long = |line: &&str| line.chars().count() > 100 && line.split_whitespace().all(|word| word.len() < 60);
    assert_eq!(said.out.lines().find(long), None);
    app.quit();
}

#[test]
fn json_has_the_same_parts_in_the_same_order() {
    let house = House::with(FAST);
    let app = house.start();
    let told = house.json(&["doctor", "--json"]);
    assert_eq!(told["running"], true);
    let parts = told["parts"].as_array().expect("a list");
    let names: Vec<&str> = parts.iter().filter_map(|part| part["part"].as_str()).collect();
    assert_eq!(names[..3], ["idle", "lock", "sleep"]);
    for part in parts {
        for key in ["part", "state", "means", "says", "advice", "since"] {
            assert!(part[key].is_string(), "{key}: {part}");
        }
    }
    app.quit();
}

#[cfg(unix)] // where notifications that are not there are none that fail
#[test]
fn what_fails_is_told_by_the_exit_code_once_it_works_again_too() {
    let house = House::with(FAST);
    let app = house.start();
    assert_eq!(house.run(&["doctor"]).code, 0);
    house.write_settings("goal = [\n");
    until("the settings fail", || (house.part("settings")["state"] == "failed").then_some(()));
    let said = house.run(&["doctor"]);
    assert!(said.code == 1 && said.out.contains("settings       failed "), "{said:?}");
    assert_eq!(house.run(&["doctor", "--json"]).code, 1);
    house.write_settings(FAST);
    until("the settings work", || (house.part("settings")["state"] == "works").then_some(()));
    assert_eq!(house.run(&["doctor"]).code, 0);
    app.quit();
}

#[test]
fn without_an_app_it_tells_what_it_can_and_watches_nothing() {
    let house = House::new();
    let said = house.run(&["doctor"]);
    assert!(
        said.code == 3 && said.out.contains("What it keeps\n  settings ") && !said.out.contains("senses"),
        "{said:?}"
    );
    let told = house.run(&["doctor", "--json"]);
    let object: Value = serde_json::from_str(&told.out).expect("JSON");
    assert!(told.code == 3 && object["running"] == false && object["parts"][0]["part"] == "settings", "{told:?}");
    let watch = house.run(&["doctor", "--watch"]);
    assert!(watch.code == 3 && watch.out.is_empty() && watch.err.contains("not running"), "{watch:?}");
}

#[test]
fn a_watcher_sees_the_list_then_each_change_of_a_part_and_of_the_quiet_then_the_end() {
    let house = House::with(FAST);
    let app = house.start();
    let mut watch = Watch::start(&house, &[]);
    assert_eq!(watch.next().as_deref(), Some("What Unhunch senses        since"));
    watch.until("Changes from here on");
    assert!(watch.next().expect("the present").ends_with("  not quiet"));
    house.write_settings(&format!("{FAST}sense.lock = false\n"));
    let off = watch.until("lock");
    assert!(off.contains("  lock           off       switched off in the settings"), "{off}");
    // What only says something else is a change as well.
    house.write_settings(&format!("{FAST}sense.lock = false\ngoal = 900\n"));
    let says = watch.until("settings");
    assert!(says.contains("works") && says.contains("1 line does not count"), "{says}");
    assert_eq!(house.run(&["pause", "2h"]).code, 0);
    watch.until("  quiet: paused");
    assert_eq!(house.run(&["resume"]).code, 0);
    watch.until("  not quiet");
    app.quit();
    watch.until("Unhunch has ended.");
    assert_eq!(watch.next(), None);
    assert!(watch.child.wait().expect("ended").success());
}

#[test]
fn a_watcher_that_is_a_program_reads_an_object_a_line() {
    let house = House::with(FAST);
    let app = house.start();
    let mut watch = Watch::start(&house, &["--json"]);
    let first = watch.json();
    assert!(first["running"] == true && first["parts"][0]["part"] == "idle", "{first}");
    let quiet = watch.json();
    assert!(quiet["quiet"].as_array().is_some_and(Vec::is_empty) && quiet["at"].is_string(), "{quiet}");
    assert_eq!(house.run(&["config", "set", "sense.lock", "false"]).code, 0);
    let off = until("the lock sense is off", || Some(watch.json()).filter(|line| line["part"] == "lock"));
    assert!(off["state"] == "off" && off["at"].is_string(), "{off}");
    app.kill();
    let mut last = watch.json();
    while let Some(line) = watch.next() {
        last = serde_json::from_str(&line).expect("JSON");
    }
    assert_eq!(last["running"], false);
}

#[test]
fn watchers_are_so_many_and_the_place_of_one_that_left_is_free() {
    let house = House::with(FAST);
    let app = house.start();
    let mut watches: Vec<Watch> = (0..8).map(|_| Watch::start(&house, &["--json"])).collect();
    for watch in &mut watches {
        watch.json();
    }
    let refused = house.run(&["doctor", "--watch"]);
    assert!(refused.code == 1 && refused.out.is_empty(), "{refused:?}");
    drop(watches.pop());
    until("a place is free", || {
        let mut watch = Watch::start(&house, &["--json"]);
        watch.next().filter(|line| line.contains("running"))
    });
    app.quit();
}

#[test]
fn switching_a_sense_off_and_on_disturbs_no_other() {
    let house = House::with(FAST);
    let app = house.start();
    let of = |name: &str| (house.part(name)["state"].clone(), house.part(name)["since"].clone());
    let (idle, sleep, (lock, _)) = (of("idle"), of("sleep"), of("lock"));
    assert_eq!(house.run(&["config", "set", "sense.lock", "false"]).code, 0);
    until("the lock sense is off", || (of("lock").0 == "off").then_some(()));
    assert_eq!(house.run(&["config", "unset", "sense.lock"]).code, 0);
    until("it is asked again", || (of("lock").0 == lock).then_some(()));
    assert_eq!((of("idle"), of("sleep")), (idle, sleep));
    let failed = house.printed("err");
    let failed: Vec<&str> = failed.lines().filter(|line| !line.contains("notifications: ")).collect();
    assert_eq!(failed, Vec::<&str>::new(), "nothing failed, so nothing is said");
    app.quit();
    let log = house.run(&["log", "--scenario"]).out;
    assert!(lock != "not-here" || log.matches("sense lock").count() == 1, "it was not here before either: {log}");
}

#[test]
fn what_was_heard_of_calls_is_kept_with_the_memory_and_an_older_memory_still_counts() {
    let house = House::with(FAST);
    house.start().quit();
    let open = || rusqlite::Connection::open(house.ledger()).expect("the ledger");
    let memory = || -> Value {
        let text: String = open().query_row("SELECT text FROM memory", [], |row| row.get(0)).expect("a memory");
        serde_json::from_str(&text).expect("JSON")
    };
    let keep = |memory: &Value| {
        open().execute("UPDATE memory SET text = ?1", [memory.to_string()]).expect("written");
    };
    let mut older = memory();
    assert!(older.as_object_mut().expect("an object").remove("heard").is_some());
    keep(&older);
    let app = house.start();
    assert_eq!(house.part("ledger")["says"], "", "the state of the last run could be read");
    app.quit();
    let mut silent = memory();
    let mic = serde_json::json!({ "changed": null, "days": 7, "last": "2026-01-05", "told": false });
    silent["heard"]["senses"]["mic"] = mic.clone();
    keep(&silent);
    house.start().quit();
    assert_eq!(memory()["heard"]["senses"]["mic"], mic);
}
