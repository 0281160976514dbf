//! Leaving and coming back, by real input, on X11 and on Wayland.

use crate::harness::{App, BRISK, Daemon, Desktop, Running, SOON, Session, Sway, away, until};
use zbus::blocking::connection::Builder;

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

/// A screen saver that is active, played by the test with a real one's name.
struct Saver;

#[zbus::interface(name = "org.xfce.ScreenSaver")]
impl Saver {
    #[zbus(name = "GetActive")]
    #[expect(clippy::unused_self, reason = "the form of a method on the bus")]
    fn active(&self) -> bool {
        true
    }
}

#[test]
fn a_sense_that_is_switched_off_lifts_its_hold_at_once_and_disturbs_no_other() {
    let desktop = Desktop::empty();
    let session = desktop.session();
    let saver = Builder::address(session.bus_address().as_str()).expect("an address");
    let saver = saver.serve_at("/org/xfce/ScreenSaver", Saver).expect("served");
    let _saver = saver.name("org.xfce.ScreenSaver").expect("a name").build().expect("on the bus");
    let locked = || session.status()["holds"].as_array().expect("a list").contains(&"locked".into());
    let until_locked = |on| until("the hold", SOON, || (locked() == on).then_some(()));
    let _app = App::start(session);
    until_locked(true);
    until("the idle sense", SOON, || (session.part("idle")["state"] == "works").then_some(()));
    let idle = session.part("idle");
    session.tell(&["config", "set", "sense.lock", "false"]);
    until_locked(false);
    assert_eq!(session.part("lock")["state"], "off");
    assert_eq!(session.part("idle"), idle);
    session.tell(&["config", "unset", "sense.lock"]);
    until_locked(true);
    assert_eq!((&session.part("lock")["state"], session.part("idle")), (&"works".into(), idle));
    let log = session.tell(&["log", "--scenario"]);
    assert!(log.contains("sense lock off\n") && !log.contains("announce lock lost"), "{log}");
    let said = std::fs::read_to_string(session.log()).unwrap_or_default();
    assert!(!said.contains("lock:"), "nothing is called a failure: {said}");
}
