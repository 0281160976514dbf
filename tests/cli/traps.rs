//! What lies where a file belongs and is none, what is far too much, and what was killed before it could clean up.

use crate::house::{FAST, House, names, until};
use rusqlite::Connection;
use serde_json::json;
use std::fmt::Write;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::{Command, Stdio};

const NO_FILE: &str = "no file, but a folder, a pipe or a device";

fn pipe(path: &Path) {
    fs::create_dir_all(path.parent().expect("a folder")).expect("made");
    assert!(Command::new("mkfifo").arg(path).status().expect("runs").success());
}

#[test]
fn a_day_is_read_from_a_file_and_has_an_end() {
    let house = House::new();
    pipe(&house.path("day"));
    for what in ["day", "/dev/zero", "."] {
        let said = house.run(&["simulate", what]);
        assert!(said.code == 2 && said.err.contains(NO_FILE), "{what}: {said:?}");
    }
    let mut endless = house.command(&["simulate", "-"]);
    let zero = fs::File::open("/dev/zero").expect("opened");
    let said = endless.stdin(zero).output().expect("the program runs");
    assert_eq!(said.status.code(), Some(2));
}

#[test]
fn nothing_waits_for_a_pipe_in_place_of_the_ledger() {
    let house = House::with(FAST);
    for end in ["", "-wal"] {
        let path = house.ledger().with_file_name(format!("ledger.db{end}"));
        pipe(&path);
        let app = house.start();
        let part = house.part("ledger");
        assert!(part["state"] == "failed" && part["says"].to_string().contains(NO_FILE), "{part}");
        assert_eq!(house.run(&["check-in", "sore"]).code, 5);
        let review = house.run(&["review", "all"]);
        assert_ne!(review.code, -1, "{review:?}");
        fs::remove_file(&path).expect("removed");
        until("it is written", || (house.part("ledger")["state"] == "works").then_some(()));
        assert_eq!(house.record()["check_ins"]["sore"], json!(1));
        app.quit();
        fs::remove_dir_all(house.path("data")).expect("removed");
    }
}

#[test]
fn a_pipe_that_takes_the_place_of_the_ledger_loses_nothing() {
    let house = House::with(FAST);
    let app = house.start();
    house.prompted();
    assert_eq!(house.run(&["skip"]).code, 0);
    for trap in ["pipe", "device"] {
        for end in ["", "-wal", "-shm"] {
            let _ = fs::remove_file(house.ledger().with_file_name(format!("ledger.db{end}")));
        }
        if trap == "pipe" {
            pipe(&house.ledger());
        } else {
            symlink("/dev/zero", house.ledger()).expect("linked");
        }
        house.run(&["check-in", "sore"]);
        until("it is written anew", || (house.run(&["check-in", "loose"]).code == 0).then_some(()));
        assert_eq!(house.record()["skipped"], json!(1), "{trap}");
    }
    app.quit();
}

#[test]
fn whatever_counts_for_nothing_as_a_whole_is_a_failure() {
    let house = House::with(&format!("{FAST}calendar.sources = [\"~/calendar\"]\n"));
    let own = |name: &str| house.settings().with_file_name(name);
    let state = |part: &str| house.part(part)["state"].clone();
    pipe(&house.path("calendar"));
    for name in ["exercises.toml", "nudges.toml", "breathing.toml"] {
        fs::create_dir(own(name)).expect("made");
        let app = house.start();
        assert_eq!(state("library"), "failed", "{name}");
        until("the calendar is looked at", || (state("calendar") == "failed").then_some(()));
        assert_eq!(house.run(&["doctor"]).code, 1);
        app.quit();
        let alone = house.run(&["doctor", "--json"]);
        assert!(alone.out.contains("failed"), "{name}: {alone:?}");
        fs::remove_dir(own(name)).expect("removed");
    }
    fs::remove_file(house.settings()).expect("removed");
    fs::create_dir(house.settings()).expect("made");
    let app = house.start();
    assert_eq!(state("settings"), "failed");
    assert_eq!(house.run(&["doctor"]).code, 1);
    app.quit();
}

#[test]
fn a_change_between_the_first_reading_and_the_first_look_is_not_missed() {
    let house = House::with("nonsense = 1\n");
    // Whoever opens the record waits while another program writes in it: meanwhile the settings are read.
    fs::create_dir_all(house.ledger().parent().expect("a folder")).expect("made");
    let other = Connection::open(house.ledger()).expect("made");
    other.execute_batch("BEGIN EXCLUSIVE").expect("locked");
    let mut app = house.command(&[]);
    let err = fs::File::create(house.path("err")).expect("made");
    let mut app = app.stdout(Stdio::null()).stderr(err).spawn().expect("the program runs");
    until("the settings are read", || house.printed("err").contains("nonsense").then_some(()));
    house.write_settings(FAST);
    drop(other);
    until("the app answers", || (house.run(&["status"]).code == 0).then_some(()));
    until("the new settings count", || (house.part("settings")["says"] == "every line counts").then_some(()));
    house.prompted();
    assert_eq!(house.run(&["quit"]).code, 0);
    app.wait().expect("ended");
}

#[test]
fn very_many_mistakes_are_counted_and_few_are_said() {
    let mut many = FAST.to_owned();
    (0..100_000).for_each(|n| writeln!(many, "key{n} = 1").expect("written"));
    let house = House::with(&many);
    let own = house.settings().with_file_name("nudges.toml");
    fs::write(own, "[[nudge]]\nid = \"mine\"\n".repeat(20_000)).expect("written");
    let app = house.start();
    assert_eq!(house.part("settings")["says"], "100000 lines do not count");
    assert!(house.part("library")["says"].as_str().expect("text").contains("20000 entries left out"));
    let told = house.printed("err");
    assert!(told.lines().count() < 250 && told.len() < 50_000, "{} lines", told.lines().count());
    assert!(told.contains("99900 more do not count") && told.contains("19900 more do not count"), "{told}");
    let status = house.run(&["status"]).out;
    assert!(status.contains("100000 lines do not count, the first is line 7"), "{status}");
    assert_eq!(house.run(&["config", "check"]).out.lines().count(), 200);
    house.prompted();
    app.quit();
}

#[test]
fn a_killed_demo_leaves_its_folder_to_the_next_start_and_one_that_runs_keeps_it() {
    let house = House::with(FAST);
    let temp = house.path("tmp");
    fs::create_dir(&temp).expect("made");
    let demo = || {
        let before = names(&temp);
        let mut command = house.command(&["demo"]);
        let child = command.env("TMPDIR", &temp).stdout(Stdio::null()).spawn().expect("the program runs");
        let home = until("its folder", || names(&temp).into_iter().find(|name| !before.contains(name)));
        let path = temp.join(home).display().to_string();
        until("it answers", || (house.run(&["--home", &path, "status"]).code == 0).then_some(()));
        (child, path)
    };
    let ((mut killed, left), (mut running, used)) = (demo(), demo());
    killed.kill().expect("killed");
    killed.wait().expect("ended");
    assert!(Path::new(&left).exists());
    house.start_with(&[("TMPDIR", temp.to_str().expect("text"))]).quit();
    assert!(!Path::new(&left).exists() && Path::new(&used).exists());
    running.kill().expect("killed");
    running.wait().expect("ended");
    let (mut last, own) = demo();
    assert!(!Path::new(&used).exists());
    assert_eq!(house.run(&["--home", &own, "quit"]).code, 0);
    last.wait().expect("ended");
    assert_eq!(names(&temp), Vec::<String>::new());
}

/// The code of the app that is in memory now, in kB.
fn code(process: u32) -> u64 {
    let maps = fs::read_to_string(format!("/proc/{process}/smaps")).expect("the process is there");
    let mut ours = false;
    let kept = maps.lines().filter_map(|line| {
        let is_mapping = line.split(' ').next().is_some_and(|first| first.contains('-'));
        if is_mapping {
            ours = line.contains(" r-xp ") && line.ends_with(env!("CARGO_BIN_EXE_unhunch"));
        }
        line.strip_prefix("Rss:")?.trim().strip_suffix(" kB")?.parse::<u64>().ok().filter(|_| ours)
    });
    kept.sum()
}

#[test]
#[expect(clippy::disallowed_methods, reason = "the calendar is of today")]
fn a_calendar_full_of_meetings_keeps_the_app_as_light_as_any() {
    let house = House::with("nudge.posture.every = \"0s\"\ncheck_in.most = 0\ncalendar.sources = [\"~/full.ics\"]\n");
    let begin = chrono::Utc::now() - chrono::TimeDelta::minutes(10);
    let every = |n: i32| (begin + chrono::TimeDelta::seconds(40) * n).format("%Y%m%dT%H%M%SZ").to_string();
    let all: Vec<String> = (0..10_000).map(every).collect();
    let text = format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:{}\r\nDURATION:PT20S\r\nSUMMARY:Many\r\n\
         ATTENDEE:mailto:a@example.org\r\nATTENDEE:mailto:b@example.org\r\nRDATE:{}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
        all[0],
        all.join(",")
    );
    fs::write(house.path("full.ics"), text).expect("written");
    let app = house.start();
    let says = || house.part("calendar")["says"].as_str().unwrap_or_default().to_owned();
    until("the calendar is read", || says().contains("150 meetings").then_some(()));
    let mut most = 0;
    until("its code is handed back between two meetings", || {
        let now = code(app.id());
        most = most.max(now);
        (now < most / 3).then_some(())
    });
    app.quit();
}
