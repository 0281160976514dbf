//! The reminders beside breaks: a click on what they offer is in the record, and nothing more is asked.

use crate::harness::{App, BRISK, Daemon, Desktop, SOON, until};
use serde_json::{Value, json};
use std::time::Duration;

/// A desktop with a person who is there, an app with these settings, and the first notification on screen.
fn spoken_to(daemon: Daemon, settings: &str) -> (Desktop, App, crate::harness::Running) {
    let desktop = Desktop::with(daemon);
    desktop.session().settings(settings);
    let person = desktop.person();
    let app = App::start(desktop.session());
    desktop.until_popup(NEXT);
    (desktop, app, person)
}

fn until_recorded(desktop: &Desktop, key: &str, value: &Value) {
    let review = || desktop.session().json(&["review", "today", "--json"]);
    until(&format!("{value} for {key}"), SOON, || (review()[key] == *value).then_some(()));
}

/// The next reminder has come by then.
const NEXT: Duration = Duration::from_secs(30);
/// A nudge every eight seconds, and no break for hours.
const NUDGES: &str = "clock.speed = 60\nbreak.movement.every = \"8h\"\nnudge.posture.every = \"8min\"\n";

fn nudge(daemon: Daemon) {
    let (desktop, _app, _person) = spoken_to(daemon, NUDGES);
    desktop.answer("Shifted");
    until_recorded(&desktop, "nudges", &json!({"shown": 1, "shifted": 1, "fine": 0}));
    desktop.until_popup(NEXT);
    desktop.answer("Already");
    until_recorded(&desktop, "nudges", &json!({"shown": 2, "shifted": 1, "fine": 1}));
    let said = desktop.session().tell(&["review", "today"]);
    assert!(said.contains("2 shown, 1 shifted, 1 already fine"), "{said}");
    assert!(desktop.session().breaks().is_empty(), "a nudge is no break");
}

fn check_in(daemon: Daemon) {
    let settings = BRISK.replace("check_in.most = 0", "check_in.most = 1");
    let (desktop, _app, _person) = spoken_to(daemon, &settings);
    desktop.answer("Start");
    assert_eq!(desktop.session().until_closed(SOON)["outcome"], "taken");
    desktop.answer("Sore");
    until_recorded(&desktop, "check_ins", &json!({"loose": 0, "tight": 0, "sore": 1}));
}

#[test]
fn nudge_in_xfce() {
    nudge(Daemon::Xfce);
}

#[test]
fn nudge_in_dunst() {
    nudge(Daemon::Dunst);
}

#[test]
fn check_in_in_xfce() {
    check_in(Daemon::Xfce);
}

#[test]
fn check_in_in_dunst() {
    check_in(Daemon::Dunst);
}
