//! Programs of the person's own are run when something happens, once it is stored, and tried out by a command.

use crate::house::{FAST, House, until};
use serde_json::{Value, json};

/// The settings with this script named for an event; what it writes is in the file `told` of the house.
fn with_hook(house: &House, event: &str, script: &str) -> String {
    let script = format!("cd {}; {script}", house.path("").display());
    format!("{FAST}hook.{event} = [\"/bin/sh\", \"-c\", {}]\n", json!(script))
}

/// What a program was told so far, an object a line.
fn told(house: &House) -> Vec<Value> {
    let text = house.printed("told");
    text.lines().filter_map(|line| serde_json::from_str(line).ok()).collect()
}

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
    let one = with_hook(&house, "quiet", "cat >> told");
    let more = ["free", "skipped"].map(|event| with_hook(&house, event, "cat >> told").replace(FAST, ""));
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
    assert_eq!(house.run(&["config", "set", "hook.skipped", "/bin/false"]).code, 0);
    let settings = std::fs::read_to_string(house.settings()).expect("written");
    house.write_settings(&format!("{FAST}{settings}"));
    let app = house.start();
    house.prompted();
    assert_eq!(house.run(&["skip"]).code, 0);
    until("it failed", || (house.part("hooks")["state"] == "failed").then_some(()));
    let part = house.part("hooks");
    assert_eq!(part["says"], "the last one, when a break was skipped, did not do its work: it ended with status 1");
    assert!(part["advice"].as_str().is_some_and(|advice| advice.contains("`unhunch hook try skipped`")), "{part}");
    assert_eq!(house.run(&["config", "set", "hook.skipped", "/bin/true"]).code, 0);
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
    house.write_settings(&with_hook(&house, "prompt", "echo $UNHUNCH_EVENT $UNHUNCH_EXAMPLE; cat"));
    let tried = house.run(&["hook", "try", "prompt"]);
    assert_eq!(tried.code, 0, "{tried:?}");
    let mut lines = tried.out.lines();
    assert_eq!(lines.next(), Some("prompt 1"));
    let object: Value = serde_json::from_str(lines.next().expect("a line")).expect("JSON");
    assert_eq!((&object["example"], &object["break"]), (&json!(true), &json!("movement")));
    assert!(lines.next().is_some_and(|said| said.starts_with("/bin/sh did its work in ")), "{tried:?}");
    house.write_settings(&with_hook(&house, "free", "echo trouble >&2; exit 3"));
    let tried = house.run(&["hook", "try", "free"]);
    assert!(tried.code == 1 && tried.out == "trouble\n" && tried.err.contains("it ended with status 3"), "{tried:?}");
    assert_eq!(house.run(&["hook", "try", "never"]).code, 2);
}

#[test]
fn what_cannot_be_a_program_is_refused_and_its_words_are_kept_as_they_are() {
    let house = House::new();
    for wrong in ["notify", "./notify", "[1]", "[\"/bin/a\", 2]", "/bin/a,x\u{1b}"] {
        assert_eq!(house.run(&["config", "set", "hook.free", wrong]).code, 1, "{wrong}");
    }
    assert_eq!(house.run(&["config", "set", "hook.free", "/bin/a,x,x"]).code, 0);
    assert_eq!(house.run(&["config", "show", "hook.free"]).out, "[\"/bin/a\", \"x\", \"x\"]\n");
    assert_eq!(house.run(&["config", "set", "hook.free", "[\"~/a\", \"b,c\", \"\"]"]).code, 0);
    let shown = house.run(&["config", "show", "hook.free"]).out;
    assert_eq!(house.run(&["config", "set", "hook.free", shown.trim()]).code, 0);
    assert_eq!(house.run(&["config", "show", "hook.free"]).out, "[\"~/a\", \"b,c\", \"\"]\n");
}
