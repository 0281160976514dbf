//! A guide from *Start* to its end, as a screen reader's user has it.

use super::{Beside, GUIDED, WHOLE, desktop, exercise, taken};
use crate::harness::{App, Desktop, SOON, WINDOW, now, until};
use serde_json::Value;

#[test]
fn from_the_prompt_to_done() {
    let desktop = desktop(GUIDED);
    let session = desktop.session();
    let person = desktop.person();
    let app = App::start(session);
    desktop.until_popup(WHOLE);
    desktop.answer("Start");
    desktop.until_window();
    let beside = Beside { desktop, app, _person: Some(person), began: now() };
    let session = beside.session();
    let shown = exercise(session);
    beside.desktop.until_window_says(&shown.name);
    let texts = until("a cue of the exercise", WINDOW, || {
        let texts = beside.desktop.window_texts();
        shown.steps.iter().any(|step| texts.iter().any(|text| text.contains(step))).then_some(texts)
    });
    assert!(texts.iter().any(|text| text.starts_with("Time left: ")), "{texts:?}");
    for button in ["Done", "Swap", "Hurts", "Close"] {
        beside.desktop.until_button(button);
    }
    beside.desktop.until_no_popup();
    beside.until_it_counts();
    beside.desktop.press("Done");
    let row = taken(session);
    assert_eq!((&row["evidence"], &row["exercise"]), (&"claimed".into(), &shown.id.into()), "{row}");
    beside.until_nothing_stays();
}

#[test]
fn to_its_end() {
    let beside = Beside::open();
    let row = taken(beside.session());
    assert_eq!(row["evidence"], "guided", "{row}");
    beside.until_nothing_stays();
}

#[test]
fn closed_it_leaves_the_break_to_the_person() {
    let beside = Beside::alone();
    let session = beside.session();
    beside.desktop.press("Close");
    beside.until_nothing_stays();
    assert_eq!(session.status()["state"], "break");
    beside.until_it_counts();
    session.tell(&["done"]);
    assert_eq!(taken(session)["evidence"], "observed", "nobody touched anything");
}

/// What a break offered, and what became of each.
fn offers(row: &Value) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap_or_else(|| panic!("a word: {row}")).to_owned();
    let all = row["offers"].as_array().expect("the offers").iter();
    all.map(|offer| (text(&offer["exercise"]), text(&offer["result"]))).collect()
}

#[test]
fn swapped_it_shows_another_exercise_and_the_first_stays_in_the_record() {
    let beside = Beside::open();
    let session = beside.session();
    let first = exercise(session);
    beside.desktop.until_window_says(&first.name);
    beside.desktop.press("Swap");
    let second = until("another exercise", SOON, || Some(exercise(session)).filter(|second| second.id != first.id));
    beside.desktop.until_window_says(&second.name);
    assert!(!beside.desktop.window_texts().iter().any(|text| text.contains(&first.name)), "the first is gone");
    beside.until_it_counts();
    beside.desktop.press("Done");
    assert_eq!(offers(&taken(session)), [(first.id, "swapped".to_owned()), (second.id, "completed".to_owned())]);
}

#[test]
fn what_hurts_is_hidden_and_stays_in_the_record() {
    let beside = Beside::open();
    let session = beside.session();
    let first = exercise(session);
    beside.desktop.press("Hurts");
    let second = until("another exercise", SOON, || Some(exercise(session)).filter(|second| second.id != first.id));
    beside.desktop.until_window_says(&second.name);
    assert_eq!(session.status()["hidden"][0]["id"], first.id.as_str());
    beside.until_it_counts();
    beside.desktop.press("Done");
    assert_eq!(offers(&taken(session)), [(first.id, "hurt".to_owned()), (second.id, "completed".to_owned())]);
}

/// Closed, the window can be had back in each of these ways for as long as its break runs.
fn is_had_back(ways: [&dyn Fn(&Desktop); 2]) {
    let slow = GUIDED.replace("\"110s\"", "\"410s\"").replace("\"100s\"", "\"400s\"");
    let beside = Beside::on(desktop(&slow), false);
    for back in ways {
        beside.desktop.press("Close");
        beside.until_nothing_stays();
        assert_eq!(beside.session().status()["state"], "break", "the break goes on");
        back(&beside.desktop);
        beside.desktop.until_window();
    }
    assert_eq!(beside.session().processes().len(), 2, "the app and one window");
}

#[test]
fn closed_it_is_had_back_over_the_bus() {
    is_had_back([&|desktop| desktop.session().choose(&["Show the guide"]), &|desktop| desktop.session().activate()]);
}

#[test]
fn closed_it_is_had_back_with_the_mouse() {
    is_had_back([&|desktop| desktop.click_menu(&["Show the guide"]), &Desktop::click_icon]);
}

#[test]
fn asked_for_again_it_is_one_window() {
    let beside = Beside::open();
    let session = beside.session();
    let windows = session.processes();
    assert_eq!(windows.len(), 2, "the app and its window");
    session.tell(&["guide"]);
    beside.until_it_counts();
    assert_eq!(session.processes(), windows, "no second process");
    beside.desktop.until_window();
    beside.desktop.press("Done");
    taken(session);
    beside.until_nothing_stays();
    // The next break opens a new one.
    session.tell(&["guide"]);
    beside.desktop.until_window();
    beside.desktop.press("Close");
    beside.until_nothing_stays();
}
