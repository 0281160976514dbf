//! Exit codes: 0 done, 1 refused or not so, 2 wrong usage, 3 not running; and what each command says. 4 is in `socket`.

use crate::house::{FAST, House, until};
use serde_json::json;
use std::process::Stdio;

#[test]
fn without_an_app_its_commands_say_so_and_the_others_work() {
    let house = House::new();
    for command in [
        "status",
        "guide",
        "start",
        "done",
        "skip",
        "snooze",
        "pause",
        "meeting",
        "resume",
        "check-in sore",
        "quit",
        "doctor",
    ] {
        let said = house.run(&command.split(' ').collect::<Vec<_>>());
        assert_eq!(said.code, 3, "{command}: {said:?}");
        assert!(said.err.contains("not running"), "{said:?}");
    }
    for command in [&["review"][..], &["why"], &["config", "show"], &["config", "check"], &["exercises"], &["man"]] {
        assert_eq!(house.run(command).code, 0, "{command:?}");
    }
    assert_eq!(house.run(&["log", "--scenario"]).code, 1);
    assert_eq!(house.run(&["review", "--json"]).code, 0);
}

#[test]
fn wrong_usage_is_told_from_help() {
    let house = House::new();
    let wrong: [&[&str]; 11] = [
        &["dance"],
        &["pause", "soon"],
        &["pause", "until", "noon"],
        &["meeting", "call"],
        &["why", "25:99"],
        &["review", "decade"],
        &["config", "set", "goal"],
        &["log"],
        &["check-in"],
        &["check-in", "fine"],
        &["symptoms", "--list", "--json"],
    ];
    for arguments in wrong {
        let said = house.run(arguments);
        assert_eq!(said.code, 2, "{arguments:?}: {said:?}");
        assert!(!said.err.is_empty());
    }
    for arguments in [&["--help"][..], &["--version"], &["pause", "--help"]] {
        let said = house.run(arguments);
        assert_eq!(said.code, 0);
        assert!(!said.out.is_empty() && said.err.is_empty(), "{said:?}");
    }
}

#[test]
fn a_pause_is_said_in_every_way_and_ended() {
    let house = House::with(FAST);
    let app = house.start();
    for how in [
        &["pause"][..],
        &["pause", "2h"],
        &["pause", "45", "min"],
        &["pause", "1h", "30m"],
        &["pause", "until", "15:00"],
        &["pause", "until", "24:00"],
        &["pause", "day"],
    ] {
        let said = house.run(how);
        assert!(said.code == 0 && said.out.contains("paused"), "{how:?}: {said:?}");
    }
    assert_eq!(house.run(&["resume"]).code, 0);
    let refused = house.run(&["resume"]);
    assert!(refused.code == 1 && !refused.err.is_empty(), "{refused:?}");
    assert_eq!(house.run(&["done"]).code, 1);
    app.quit();
}

#[test]
fn a_meeting_is_said_in_every_way_and_ended() {
    let house = House::with(FAST);
    let app = house.start();
    for how in [&["meeting"][..], &["meeting", "until", "15:00"], &["meeting", "1h", "30m"], &["meeting", "12h"]] {
        let said = house.run(how);
        // A clock time may lie further away than a meeting lasts at most.
        let far = how.contains(&"15:00") && said.code == 1 && said.err.contains("12 h");
        assert!(far || (said.code == 0 && said.out.contains("in a meeting until")), "{how:?}: {said:?}");
    }
    assert_eq!(house.json(&["status", "--json"])["holds"], json!(["meeting"]));
    let paused = house.run(&["pause", "meeting"]);
    assert!(paused.code == 0 && paused.out.contains("paused"), "{paused:?}");
    let said = house.run(&["meeting", "done"]);
    assert!(said.code == 0 && !said.out.contains("meeting"), "{said:?}");
    let refused = house.run(&["meeting", "done"]);
    assert!(refused.code == 1 && refused.err.contains("unhunch meeting 45m"), "{refused:?}");
    assert_eq!(house.run(&["meeting", "13h"]).code, 1);
    app.quit();
}

#[test]
fn a_check_in_is_told_set_right_and_in_the_review() {
    // At life's speed, because an answer is set right by the clock.
    let house = House::with("");
    let app = house.start();
    for feeling in ["sore", "tight", "loose"] {
        let said = house.run(&["check-in", feeling]);
        assert!(said.code == 0 && said.out.starts_with(&format!("Noted for today: {feeling}.")), "{said:?}");
    }
    let said = json!({"loose": 1, "tight": 0, "sore": 0});
    assert_eq!(house.record()["check_ins"], said, "one answer, set right twice");
    app.kill();
    let app = house.start();
    assert_eq!(house.run(&["check-in", "sore"]).code, 0);
    assert_eq!(house.record()["check_ins"], json!({"loose": 0, "tight": 0, "sore": 1}), "also by the next run");
    assert!(house.run(&["review", "today"]).out.contains("Tension     1 sore"));
    app.quit();
    assert!(house.run(&["log", "--scenario"]).out.contains(" check-in tight\n"));
}

#[test]
fn a_break_is_started_taken_and_set_right() {
    let house = House::with(FAST);
    let app = house.start();
    assert_eq!(house.run(&["start"]).code, 0);
    until("the guide has run to its end", || (house.record()["taken"] == json!(1)).then_some(()));
    let id = house.record()["breaks"][0]["id"].to_string();
    app.quit();
    for _ in 0..2 {
        let said = house.run(&["review", "correct", &id, "skipped"]);
        assert_eq!(said.code, 0, "{said:?}");
    }
    assert_eq!(house.record()["breaks"][0]["outcome"], "skipped");
    assert_eq!(house.run(&["review", "correct", "4711", "taken"]).code, 1);
}

#[test]
fn simulated_days_hold_or_not_or_are_no_days() {
    let house = House::new();
    let holds = "settings lull.wait=0s nudge.posture.every=0min\n08:00:00 active\n09:00:00 expect prompt movement\n";
    let said = house.run_with(&["simulate", "-"], holds);
    assert!(said.code == 0 && said.out.contains("09:00:00 prompt movement"), "{said:?}");
    let fails = house.run_with(&["simulate", "-"], "08:00:00 active\n08:30:00 expect taken movement\n");
    assert!(fails.code == 1 && fails.err.contains("line 2"), "{fails:?}");
    let wrong = house.run_with(&["simulate", "-"], "08:00:00 dance\n");
    assert!(wrong.code == 2 && wrong.err.contains("line 1"), "{wrong:?}");
    assert_eq!(house.run(&["simulate", "nowhere.txt"]).code, 2);
    let kept = house.run_with(&["simulate", "-", "--json", "--why", "--tray", "--ledger", "sim.db"], holds);
    assert_eq!(kept.code, 0, "{kept:?}");
    let lines: Vec<serde_json::Value> =
        kept.out.lines().map(|line| serde_json::from_str(line).expect("a JSON line")).collect();
    assert!(lines.iter().any(|line| line["effect"] == "prompt" && line["reminder"] == "movement"));
    assert!(house.path("sim.db").exists());
}

/// Written to a real file by one process and read by another: what hurt and was undone says nothing any more.
#[test]
fn a_hurt_and_its_undo_are_kept_line_by_line() {
    let day = |said: &str| {
        let house = House::new();
        let ledger = house.ledger();
        let text = format!(
            "settings lull.wait=0s nudge.posture.every=0min check_in.most=0\n08:00:00 active\n09:00:10 click start\n\
             09:02:00 guide hurt\n{said}09:03:10 expect taken movement\n"
        );
        let kept = house.run_with(&["simulate", "-", "--ledger", ledger.to_str().expect("a path")], &text);
        assert_eq!(kept.code, 0, "{kept:?}");
        let row = house.record()["breaks"][0].clone();
        let offers = row["offers"].as_array().expect("offers").clone();
        let results: Vec<(String, String)> = offers
            .iter()
            .map(|one| {
                (one["exercise"].as_str().unwrap_or("none").into(), one["result"].as_str().unwrap_or("none").into())
            })
            .collect();
        (row["exercise"].clone(), results)
    };
    let line = |id: &str, result: &str| (id.to_owned(), result.to_owned());
    let (first, next, other) = ("scapular-retraction", "wrist-extensor-stretch", "seated-figure-four");
    let (row, lines) = day("");
    assert_eq!(
        (&row, lines),
        (&first.into(), vec![line(first, "completed"), line(next, "hurt"), line(other, "completed")])
    );
    let (row, lines) = day("09:02:02 guide undo\n");
    let undone = vec![line(first, "completed"), line(next, "none"), line(other, "none"), line(next, "completed")];
    assert_eq!((&row, lines), (&first.into(), undone));
}

#[test]
fn exercises_are_listed_and_shown() {
    let house = House::new();
    let list = house.run(&["exercises"]).out;
    let first = list.split_whitespace().next().expect("an exercise");
    assert!(house.run(&["exercises", "show", first]).out.contains("1. "));
    assert_eq!(house.run(&["exercises", "show", "nothing"]).code, 2);
}

#[test]
fn an_exercise_is_drawn_into_a_file_and_only_a_picture_is_written_over() {
    let house = House::new();
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("chin.png");
    let name = file.to_str().expect("plain text");
    let draw = |size: &str| house.run(&["exercises", "show", "chin-tuck", "--png", name, "--size", size]);
    assert_eq!(draw("96").code, 0);
    let first = std::fs::read(&file).expect("drawn");
    assert!(first.starts_with(b"\x89PNG\r\n\x1a\n"));
    assert_eq!(draw("120").code, 0);
    assert_ne!(std::fs::read(&file).expect("drawn anew"), first);
    std::fs::write(&file, "a letter").expect("written");
    let refused = draw("96");
    assert!(refused.code == 1 && refused.err.contains("no PNG"), "{}", refused.err);
    assert_eq!(std::fs::read(&file).expect("still there"), b"a letter");
    assert_ne!(house.run(&["exercises", "show", "chin-tuck", "--dark"]).code, 0, "dark needs a picture");
}

#[test]
fn the_person_in_the_picture_is_the_one_that_is_set() {
    let house = House::new();
    let folder = tempfile::tempdir().expect("a folder");
    let draw = |who: &str| {
        let file = folder.path().join(format!("{who}.png"));
        assert_eq!(house.run(&["config", "set", "guide.person", who]).code, 0);
        let name = file.to_str().expect("plain text");
        assert_eq!(house.run(&["exercises", "show", "shrug-and-drop", "--png", name, "--size", "96"]).code, 0);
        std::fs::read(&file).expect("drawn")
    };
    let (bun, grey, daily) = (draw("bun"), draw("grey"), draw("daily"));
    assert_ne!(bun, grey);
    let all = ["crop", "bun", "curls", "bob", "beard", "grey"];
    assert!(all.iter().any(|who| draw(who) == daily), "the day's is one of them");
    let refused = house.run(&["config", "set", "guide.person", "nobody"]);
    assert!(refused.code == 1 && refused.err.contains("curls"), "{}", refused.err);
}

#[cfg(target_os = "linux")] // an entry is a file there
#[test]
fn autostart_is_an_entry_that_comes_and_goes() {
    let house = House::new();
    let entry = house.path("config/autostart/unhunch.desktop");
    assert_eq!(house.run(&["autostart", "status"]).code, 1);
    assert_eq!(house.run(&["autostart", "on"]).code, 0);
    let text = std::fs::read_to_string(&entry).expect("an entry");
    assert!(text.contains("Exec=\"") && text.contains("TryExec=/"), "{text}");
    assert_eq!(house.run(&["autostart", "status"]).code, 0);
    assert_eq!(house.run(&["autostart", "off"]).code, 0);
    assert!(!entry.exists());
    assert_eq!(house.run(&["autostart", "off"]).code, 0);
}

#[test]
fn nobody_reading_any_more_is_no_error() {
    let house = House::new();
    for arguments in [&["exercises"][..], &["man"], &["completions", "bash"], &["config", "show"], &["review"]] {
        let mut command = house.command(arguments);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("started");
        drop(child.stdout.take());
        let output = child.wait_with_output().expect("ended");
        assert!(output.status.success(), "{arguments:?}");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    }
}

#[test]
fn the_man_page_and_the_completions_know_every_command() {
    let house = House::new();
    let (man, bash) = (house.run(&["man"]).out, house.run(&["completions", "bash"]).out);
    for command in [
        "status",
        "pause",
        "meeting",
        "review",
        "why",
        "config",
        "doctor",
        "simulate",
        "autostart",
        "launcher",
        "demo",
        "quit",
    ] {
        assert!(man.contains(command) && bash.contains(command), "{command}");
    }
}
