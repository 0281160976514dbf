//! Leaving and coming back, by real input, on X11 and on Wayland.

use crate::harness::{App, BRISK, Daemon, Desktop, Running, SOON, Session, Sway, away, until};

/// The person leaves while prompted, stays away for longer than the minimum, and comes back.
fn leave_and_return(session: &Session, person: Running, come_back: impl FnOnce() -> Running) {
    drop(person);
    until("the break to begin by leaving", SOON, || (session.status()["state"] == "break").then_some(()));
    away();
    let _person = come_back();
    let row = session.until_closed(SOON);
    assert_eq!((&row["outcome"], &row["evidence"]), (&"taken".into(), &"observed".into()), "{row}");
    let seconds = row["away_s"].as_u64().expect("seconds away");
    assert!((60..600).contains(&seconds), "{row}");
}

#[test]
fn leaving_while_prompted_is_a_taken_break_on_x11() {
    let desktop = Desktop::with(Daemon::Dunst);
    let session = desktop.session();
    session.settings(BRISK);
    let person = desktop.person();
    let _app = App::start(session);
    desktop.until_popup(SOON);
    leave_and_return(session, person, || desktop.person());
    desktop.until_no_popup();
}

#[test]
fn leaving_while_prompted_is_a_taken_break_on_wayland() {
    let sway = Sway::start();
    let session = sway.session();
    session.settings(BRISK);
    let person = sway.person();
    let _app = App::start(session);
    until("the prompt", SOON, || (session.status()["state"] == "due").then_some(()));
    leave_and_return(session, person, || sway.person());
}

#[test]
fn a_long_absence_before_the_break_is_natural_or_starts_the_time_again() {
    let desktop = Desktop::with(Daemon::Dunst);
    let session = desktop.session();
    // An hour to the break, a minute for it here; the person leaves at once for more than five.
    session.settings("clock.speed = 60\ncheck_in.most = 0\nnudge.posture.every = \"0s\"\nlull.wait = \"0s\"\n");
    let person = desktop.person();
    let _app = App::start(session);
    let before = session.status();
    assert!(before["next"].is_string(), "{before}");
    drop(person);
    until("the absence to be seen", SOON, || (!session.status()["present"].as_bool()?).then_some(()));
    let _person = desktop.person();
    let after = until("the return", SOON, || Some(session.status()).filter(|s| s["present"] == true));
    assert!(after["next"].as_str() > before["next"].as_str(), "the hour begins again: {before}, {after}");
    assert!(session.breaks().is_empty(), "less than half an hour is no break of its own");
}
