//! `unhunch symptoms`: the lists, the questions, and what a yes does. Nothing else is changed, and no answer is kept.

use crate::house::House;
#[cfg(unix)]
use crate::house::until;
#[cfg(unix)]
use crate::terminal::{read, terminal};
use serde_json::json;
#[cfg(unix)]
use std::io::Write;

const NOTICE: &str = "This is not medical advice.";

/// The words of a page, wherever its lines break.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Answers the questions with these lines; what is said, as text.
fn answer(house: &House, lines: &str) -> String {
    let said = house.run_with(&["symptoms"], lines);
    assert!(said.code == 0 && said.err.is_empty(), "{said:?}");
    let out = words(&said.out);
    assert!(out.starts_with(NOTICE) && out.ends_with("None of your answers was kept."), "{out}");
    out
}

fn setting(house: &House, key: &str) -> String {
    house.run(&["config", "show", key]).out.trim().to_owned()
}

#[test]
fn the_lists_are_shown_with_the_notice_and_nothing_is_asked() {
    let house = House::new();
    let page = house.run(&["symptoms", "--list"]);
    let out = words(&page.out);
    assert!(page.code == 0 && out.starts_with(NOTICE) && out.contains("does not examine you, diagnose"), "{page:?}");
    let told = house.json(&["symptoms", "--json"]);
    assert!(told["notice"].as_str().expect("text").contains("Please do not delay"), "{told}");
    let tiers = told["tiers"].as_array().expect("a list");
    let ids: Vec<&str> = tiers.iter().filter_map(|tier| tier["id"].as_str()).collect();
    assert_eq!(ids, ["emergency", "urgent", "soon", "mind"]);
    let signs: Vec<_> = tiers.iter().flat_map(|tier| tier["flags"].as_array().expect("a list")).collect();
    assert_eq!(signs.len(), 29);
    for sign in signs {
        let text = sign["text"].as_str().expect("text");
        assert!(out.contains(text), "{text}");
    }
    assert!(page.out.lines().all(|line| line.chars().count() <= 90));
}

#[test]
fn whoever_names_nothing_changes_nothing_and_leaves_no_trace() {
    let house = House::new();
    let out = answer(&house, "\n\nnone\n\n");
    assert!(out.contains("You named none of these."), "{out}");
    for lines in ["", "q\n", "\n\nq\n"] {
        assert!(!answer(&house, lines).contains("You named none"), "{lines:?}");
    }
    assert!(!house.settings().exists() && !house.ledger().exists());
}

#[test]
fn an_emergency_comes_first_and_makes_it_quiet_only_with_a_yes() {
    let house = House::with("");
    let app = house.start();
    let out = answer(&house, "1, 2\nn\n");
    assert!(out.contains("Please get emergency help now") && out.contains("Call your local emergency number"), "{out}");
    assert!(!out.contains("Have you noticed any of these?"), "everything else can wait: {out}");
    assert_eq!(house.json(&["status", "--json"])["state"], "counting");
    assert_eq!(house.run(&["start"]).code, 0);
    assert_eq!(house.json(&["status", "--json"])["state"], "break");
    assert!(answer(&house, "1\ny\n").contains("quiet until tomorrow"));
    let status = house.json(&["status", "--json"]);
    assert_eq!((&status["state"], &status["holds"]), (&json!("paused"), &json!(["paused"])), "{status}");
    app.quit();
    assert!(answer(&house, "1\ny\n").contains("Unhunch is not running"));
    let log = house.run(&["log", "--scenario"]).out;
    assert!(log.contains(" pause day\n") && !log.contains("chest"), "only the pause: {log}");
}

#[test]
fn thoughts_of_harming_oneself_have_words_of_their_own() {
    let house = House::new();
    let out = answer(&house, "9\nn\n");
    assert!(out.contains("You deserve help right now."), "{out}");
    assert!(!out.contains("Do not wait to see whether a stretch helps."), "{out}");
}

#[test]
fn urgent_signs_leave_easy_things_until_they_are_turned_back_on() {
    let house = House::new();
    let out = answer(&house, "\n1 3\nno\n\n\n");
    assert!(out.contains("Please speak to a doctor or urgent-care line today"), "{out}");
    assert_eq!(setting(&house, "exercise.easy_only"), "false");
    let out = answer(&house, "\n1\nyes\n\n\n");
    assert!(out.contains("`unhunch config set exercise.easy_only false` turns the rest on again"), "{out}");
    assert_eq!(setting(&house, "exercise.easy_only"), "true");
    assert!(answer(&house, "\n1\n\n\n").contains("are offered already"));
    let listed = house.run(&["simulate", "-"]);
    assert_eq!(listed.code, 0);
    assert_eq!(house.run(&["config", "set", "exercise.easy_only", "false"]).code, 0);
    assert_eq!(setting(&house, "exercise.easy_only"), "false");
}

#[test]
fn sore_areas_are_spared_beside_those_that_are_already() {
    let house = House::with("# mine\nexercise.avoid = [\"knee\"]\n");
    let out = answer(&house, "\n\n2\n\n\n");
    assert!(out.contains("Worth booking an appointment") && setting(&house, "exercise.avoid") == "knee", "{out}");
    let out = answer(&house, "\n\n2\nNeck, lower back\n\n");
    assert!(out.contains("Exercises that load knee, lower back, neck are left out"), "{out}");
    let text = std::fs::read_to_string(house.settings()).expect("the settings");
    assert_eq!(text, "# mine\nexercise.avoid = [\"knee\", \"low-back\", \"neck\"]\n");
}

#[test]
fn a_heavy_mind_is_asked_no_more_questions() {
    let house = House::with("reflect.at = \"17:00\"\n");
    let out = answer(&house, "\n\n\n2\ny\n");
    assert!(out.contains("You do not have to carry this alone") && out.contains("that is an emergency"), "{out}");
    assert_eq!(setting(&house, "reflect.at"), "");
    let out = answer(&house, "\n\n\n2\n");
    assert!(out.contains("a slow breath or a short walk") && !out.contains("[y/N]"), "nothing is on: {out}");
}

#[test]
fn a_wrong_answer_is_named_and_nothing_is_done() {
    let house = House::new();
    for lines in ["10\n", "0\n", "yes\n", "1,x\n", "\n\n1\nnose\n"] {
        let said = house.run_with(&["symptoms"], lines);
        assert!(said.code == 2 && said.err.contains("is none of these"), "{lines:?}: {said:?}");
    }
    assert!(!house.settings().exists());
}

#[cfg(unix)] // a terminal, which is a file there
#[test]
fn in_a_terminal_a_wrong_answer_is_asked_for_again() {
    let house = House::new();
    let (mut ours, theirs) = terminal();
    let twin = || theirs.try_clone().expect("a handle");
    let mut command = house.command(&["symptoms"]);
    let mut asked = command.stdin(twin()).stdout(twin()).stderr(twin()).spawn().expect("started");
    let screen = read(ours.try_clone().expect("a handle"));
    let mut seen = String::new();
    for (line, then) in [("maybe\n", "is none of these"), ("\n", "Have you noticed"), ("q\n", "was kept.")] {
        ours.write_all(line.as_bytes()).expect("typed");
        until(then, || {
            seen.extend(screen.try_iter());
            seen.contains(then).then_some(())
        });
    }
    assert!(until("the end", || asked.try_wait().expect("asked")).success());
}
