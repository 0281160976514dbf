//! Parts of the desktop that freeze, die, come late or are not there at all.

use crate::harness::{App, BRISK, Daemon, Desktop, SOON, Session, now, until};
use rustix::process::Signal;
use std::time::Duration;

#[test]
fn frozen_daemon_does_not_stop_the_app() {
    let desktop = Desktop::with(Daemon::Dunst);
    let session = desktop.session();
    session.settings(BRISK);
    let _person = desktop.person();
    desktop.daemon().1.signal(Signal::STOP);
    let _app = App::start(session);
    until("the break to be due", SOON, || (session.status()["state"] == "due").then_some(()));
    let asked = now();
    session.tell(&["skip"]);
    assert!(asked.elapsed() < Duration::from_secs(1), "the app answers while the daemon does not");
    assert_eq!(session.until_closed(SOON)["outcome"], "skipped");
    desktop.daemon().1.signal(Signal::CONT);
    // The next one is shown by the daemon that came round.
    desktop.until_popup(Duration::from_secs(20));
}

#[test]
fn prompt_comes_again_after_the_daemon_was_killed() {
    let mut desktop = Desktop::with(Daemon::Dunst);
    desktop.session().settings(BRISK);
    let _person = desktop.person();
    let _app = App::start(desktop.session());
    desktop.until_popup(SOON);
    desktop.kill_daemon();
    desktop.start_daemon(Daemon::Xfce);
    desktop.until_popup(SOON);
    desktop.answer("Skip");
    let rows = until("the answer", SOON, || Some(desktop.session().breaks()).filter(|rows| rows.len() == 1));
    assert_eq!(rows[0]["outcome"], "skipped", "one instance all along: {rows:?}");
}

#[test]
fn prompt_is_shown_when_a_daemon_appears() {
    let mut desktop = Desktop::empty();
    desktop.start_panel();
    desktop.session().settings(BRISK);
    let _person = desktop.person();
    let _app = App::start(desktop.session());
    until("the break to be due", SOON, || (desktop.session().status()["state"] == "due").then_some(()));
    desktop.start_daemon(Daemon::Dunst);
    desktop.until_popup(SOON);
    desktop.answer("Skip");
    assert_eq!(desktop.session().until_closed(SOON)["outcome"], "skipped");
}

#[test]
fn without_a_desktop_the_terminal_does() {
    let session = Session::bare();
    session.settings(BRISK);
    let mut app = App::start(&session);
    until("the prompt", SOON, || (session.status()["state"] == "due").then_some(()));
    session.tell(&["skip"]);
    assert_eq!(session.until_closed(SOON)["outcome"], "skipped");
    session.tell(&["quit"]);
    assert!(app.running.wait(SOON).success());
    let said = std::fs::read_to_string(session.log()).expect("what the app said");
    assert!(said.contains("Time to move"), "the prompt is in the terminal: {said}");
}

/// Where the bus alone restarts, everything on it starts anew: the icon and the prompt are back at once, not with the
/// next prompt, and it is the same break.
#[test]
fn bus_restarted_with_panel_and_daemon() {
    let mut desktop = Desktop::with(Daemon::Dunst);
    desktop.session().settings(&BRISK.replace("ask_again = \"1min\"", "ask_again = \"60min\""));
    let _person = desktop.person();
    let mut app = App::start(desktop.session());
    desktop.until_popup(SOON);
    desktop.restart_bus();
    desktop.session().until_icon();
    desktop.until_popup(SOON);
    assert!(app.running.ended().is_none(), "the display is there, so the session goes on");
    desktop.answer("Skip");
    assert_eq!(desktop.session().until_closed(SOON)["id"], 1, "the same break all along");
}
