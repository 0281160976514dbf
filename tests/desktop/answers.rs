//! A prompt comes, and a click on each of its actions does what it says and is in the record.

use crate::harness::{App, BRISK, Daemon, Desktop, SOON, until};

/// A desktop on which the app has just prompted, with a person who is there.
fn prompted(daemon: Daemon) -> (Desktop, App, crate::harness::Running) {
    let desktop = Desktop::with(daemon);
    desktop.session().settings(BRISK);
    let person = desktop.person();
    let app = App::start(desktop.session());
    desktop.until_popup(SOON);
    assert_eq!(desktop.session().status()["state"], "due");
    (desktop, app, person)
}

fn skip(daemon: Daemon) {
    let (desktop, _app, _person) = prompted(daemon);
    desktop.answer("Skip");
    desktop.until_no_popup();
    let row = desktop.session().until_closed(SOON);
    assert_eq!(row["outcome"], "skipped", "{row}");
    assert_eq!(row["reminder"], "movement");
    assert_eq!(row["snoozes"], 0);
}

fn snooze(daemon: Daemon) {
    let (desktop, _app, _person) = prompted(daemon);
    desktop.answer("Snooze");
    desktop.until_no_popup();
    // The same instance is prompted again when the snooze is over.
    desktop.until_popup(SOON);
    desktop.answer("Skip");
    let row = desktop.session().until_closed(SOON);
    assert_eq!((&row["outcome"], &row["snoozes"]), (&"skipped".into(), &1.into()), "{row}");
}

fn start(daemon: Daemon) {
    let (desktop, _app, _person) = prompted(daemon);
    desktop.answer("Start");
    let session = desktop.session();
    until("the break to run", SOON, || (session.status()["state"] == "break").then_some(()));
    let row = session.until_closed(SOON);
    assert_eq!(row["outcome"], "taken", "{row}");
    assert_eq!(row["evidence"], "guided", "the guide ran to its end: {row}");
}

#[test]
fn skip_in_xfce() {
    skip(Daemon::Xfce);
}

#[test]
fn skip_in_dunst() {
    skip(Daemon::Dunst);
}

#[test]
fn snooze_in_xfce() {
    snooze(Daemon::Xfce);
}

#[test]
fn snooze_in_dunst() {
    snooze(Daemon::Dunst);
}

#[test]
fn start_in_xfce() {
    start(Daemon::Xfce);
}

#[test]
fn start_in_dunst() {
    start(Daemon::Dunst);
}

#[test]
fn the_popup_says_what_to_do_and_how_to_answer() {
    let (desktop, _app, _person) = prompted(Daemon::Xfce);
    let texts = until("the popup's buttons", SOON, || Some(desktop.popup_texts()).filter(|texts| texts.len() >= 5));
    assert_eq!(texts[0], "Time to move");
    assert_eq!(texts[2..], ["Start", "Snooze 1 min", "Skip"]);
    let exercise = desktop.session().status()["exercise"].as_str().expect("an exercise").to_owned();
    let known = desktop.session().tell(&["exercises", "show", &exercise]);
    let first = texts[1].split(',').next().expect("a first line");
    assert!(known.contains(first), "the popup names its exercise: {texts:?}, {known}");
}

#[test]
fn closing_without_a_choice_is_no_answer() {
    let (desktop, _app, _person) = prompted(Daemon::Xfce);
    desktop.close_popup();
    assert_eq!(desktop.session().status()["state"], "due", "it stays in the tray");
    // Shown once more, and can be answered.
    desktop.until_popup(SOON);
    desktop.answer("Skip");
    let row = desktop.session().until_closed(SOON);
    assert_eq!(row["outcome"], "skipped", "{row}");
}
