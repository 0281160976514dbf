//! Programs of the person's own are run when something happens, once it is stored, and tried out by a command.

use crate::house::{FAST, House, until};
use serde_json::{Value, json};

/// A shell, and how it is given a script.
const SHELL: [&str; 2] = if cfg!(windows) { [r"C:\windows\system32\cmd.exe", "/c"] } else { ["/bin/sh", "-c"] };
/// Goes to a folder.
const GO_TO: &str = if cfg!(windows) { "cd /d" } else { "cd" };
/// Between two commands.
const THEN: &str = if cfg!(windows) { "&" } else { ";" };
/// Passes on what it reads.
const COPY: &str = if cfg!(windows) { "more" } else { "cat" };
/// A program that ends well, and one that does not.
const DOES: &str = if cfg!(windows) { r"C:\windows\system32\cmd.exe,/c,exit,0" } else { "/bin/true" };
const FAILS: &str = if cfg!(windows) { r"C:\windows\system32\cmd.exe,/c,exit,1" } else { "/bin/false" };

/// A variable of a script.
fn variable(name: &str) -> String {
    if cfg!(windows) { format!("%{name}%") } else { format!("${name}") }
}

/// The settings with this script named for an event; what it writes is in the file `told` of the house.
fn with_hook(house: &House, event: &str, script: &str) -> String {
    let script = format!("{GO_TO} {}{THEN} {script}", house.path("").display());
    format!("{FAST}hook.{event} = {}\n", json!([SHELL[0], SHELL[1], script]))
}

/// What a program was told so far, an object a line.
fn told(house: &House) -> Vec<Value> {
    let text = house.printed("told");
    text.lines().filter_map(|line| serde_json::from_str(line).ok()).collect()
}

#[cfg(unix)] // where a prompt is printed; wine has nothing that shows one
#[test]
fn a_program_is_told_of_a_prompt_and_its_row_is_in_the_record_by_then() {
    let house = House::new();
    // What the record has of it is looked up by the program itself.
    let look = format!(
        "cat >> told; HOME={home} XDG_DATA_HOME={data} {program} review all --json --breaks > seen; echo $UNHUNCH_BREAK >> env",
        home = house.path("").display(),
        data = house.path("data").display(),
        program = env!("CARGO_BIN_EXE_unhunch"),
    );
    house.write_settings(&with_hook(&house, "prompt", &look));
    let app = house.start();
    house.prompted();
    until("the program has ended", || {
        (house.part("hooks")["says"] != "1 program is named; it was not run yet").then_some(())
    });
    let all = told(&house);
    assert_eq!((&all[0]["event"], &all[0]["break"]), (&json!("prompt"), &json!("movement")), "{all:?}");
    assert!(all[0]["exercise"].is_string() && all[0]["at"].is_string(), "{all:?}");
    assert!(house.printed("env").starts_with("movement\n"));
    let seen: Value = serde_json::from_str(&house.printed("seen")).expect("JSON");
    assert_eq!(seen["breaks"][0]["id"], all[0]["instance"], "{seen}");
    let part = house.part("hooks");
    assert_eq!(
        (&part["state"], &part["says"]),
        (&json!("works"), &json!("the last one ran when a break was prompted"))
    );
    app.quit();
}

#[test]
fn quiet_begins_and_ends_once_and_a_break_that_is_skipped_is_told() {
    let house = House::new();
    let keep = format!("{COPY} >> told");
    let one = with_hook(&house, "quiet", &keep);
    let more = ["free", "skipped"].map(|event| with_hook(&house, event, &keep).replace(FAST, ""));
    house.write_settings(&format!("{one}{}", more.concat()));
    let app = house.start();
    house.prompted();
    assert_eq!(house.run(&["skip"]).code, 0);
    until("it was told", || (told(&house).len() == 1).then_some(()));
    assert_eq!(house.run(&["pause", "4h"]).code, 0);
    until("it was told", || (told(&house).len() == 2).then_some(()));
    assert_eq!(house.run(&["resume"]).code, 0);
    until("it was told", || (told(&house).len() == 3).then_some(()));
    let all = told(&house);
    let events: Vec<&str> = all.iter().filter_map(|one| one["event"].as_str()).collect();
    assert_eq!(events, ["skipped", "quiet", "free"]);
    assert_eq!(
        (&all[0]["outcome"], &all[1]["holds"], &all[2]["holds"]),
        (&json!("skipped"), &json!(["paused"]), &json!(["paused"]))
    );
    app.quit();
}

#[test]
fn one_that_fails_is_said_by_doctor_and_naming_another_counts_at_once() {
    let house = House::new();
    assert_eq!(house.run(&["config", "set", "hook.skipped", FAILS]).code, 0);
    let settings = std::fs::read_to_string(house.settings()).expect("written");
    house.write_settings(&format!("{FAST}{settings}"));
    let app = house.start();
    house.prompted();
    assert_eq!(house.run(&["skip"]).code, 0);
    until("it failed", || (house.part("hooks")["state"] == "failed").then_some(()));
    let part = house.part("hooks");
    assert_eq!(part["says"], "the last one, when a break was skipped, did not do its work: it ended with status 1");
    assert!(part["advice"].as_str().is_some_and(|advice| advice.contains("`unhunch hook try skipped`")), "{part}");
    assert_eq!(house.run(&["config", "set", "hook.skipped", DOES]).code, 0);
    assert_eq!(house.part("hooks")["says"], "1 program is named; it was not run yet");
    assert_eq!(house.run(&["config", "unset", "hook.skipped"]).code, 0);
    let part = house.part("hooks");
    assert_eq!((&part["state"], &part["says"]), (&json!("off"), &json!("none is named")));
    app.quit();
}

#[test]
fn a_program_is_tried_out_with_an_example() {
    let house = House::new();
    let none = house.run(&["hook", "try", "prompt"]);
    assert!(
        none.code == 1 && none.err.contains("No program is named for this. `unhunch config set hook.prompt"),
        "{none:?}"
    );
    let [event, example] = ["UNHUNCH_EVENT", "UNHUNCH_EXAMPLE"].map(variable);
    let script = format!("echo {event} {example}{THEN} {COPY}");
    house.write_settings(&with_hook(&house, "prompt", &script));
    let tried = house.run(&["hook", "try", "prompt"]);
    assert_eq!(tried.code, 0, "{tried:?}");
    let mut lines = tried.out.lines();
    assert_eq!(lines.next().map(str::trim), Some("prompt 1"));
    let object: Value = serde_json::from_str(lines.next().expect("a line")).expect("JSON");
    assert_eq!((&object["example"], &object["break"]), (&json!(true), &json!("movement")));
    assert!(lines.next().is_some_and(|said| said.starts_with(&format!("{} did its work in ", SHELL[0]))), "{tried:?}");
    house.write_settings(&with_hook(&house, "free", &format!("echo trouble>&2{THEN} exit 3")));
    let tried = house.run(&["hook", "try", "free"]);
    assert!(
        tried.code == 1 && tried.out.trim() == "trouble" && tried.err.contains("it ended with status 3"),
        "{tried:?}"
    );
    assert_eq!(house.run(&["hook", "try", "never"]).code, 2);
}

#[test]
fn what_cannot_be_a_program_is_refused_and_its_words_are_kept_as_they_are() {
    // A whole path on each system.
    const PROGRAM: &str = if cfg!(windows) { "C:/bin/a" } else { "/bin/a" };
    let house = House::new();
    let number = format!("[\"{PROGRAM}\", 2]");
    let escape = format!("{PROGRAM},x\u{1b}");
    for wrong in ["notify", "./notify", "[1]", &number, &escape] {
        assert_eq!(house.run(&["config", "set", "hook.free", wrong]).code, 1, "{wrong}");
    }
    assert_eq!(house.run(&["config", "set", "hook.free", &format!("{PROGRAM},x,x")]).code, 0);
    assert_eq!(house.run(&["config", "show", "hook.free"]).out, format!("[\"{PROGRAM}\", \"x\", \"x\"]\n"));
    assert_eq!(house.run(&["config", "set", "hook.free", "[\"~/a\", \"b,c\", \"\"]"]).code, 0);
    let shown = house.run(&["config", "show", "hook.free"]).out;
    assert_eq!(house.run(&["config", "set", "hook.free", shown.trim()]).code, 0);
    assert_eq!(house.run(&["config", "show", "hook.free"]).out, "[\"~/a\", \"b,c\", \"\"]\n");
}
