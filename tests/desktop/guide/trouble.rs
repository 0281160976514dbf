//! The guide when its window is killed, the app is killed, or no window can open.

use super::{Beside, GUIDED, WHOLE, desktop, taken};
use crate::harness::{App, Desktop, Running, SOON, WINDOW, now, until, xvfb};
use rustix::process::{Signal, kill_process};
use std::time::Duration;

/// A window that does not open within 3 s is none; the rest is for a slow machine to show the notification.
const PATIENCE: Duration = Duration::from_secs(5);

/// What a person is told, once.
const TOLD: &str = "could not open";

#[test]
fn a_killed_window_leaves_the_break_and_comes_not_back() {
    let beside = Beside::alone();
    let session = beside.session();
    let app = beside.app.running.pid();
    let window = *session.processes().iter().find(|pid| **pid != app).expect("the window's process");
    kill_process(window, Signal::KILL).expect("it is there");
    beside.until_nothing_stays();
    assert_eq!(session.status()["state"], "break");
    beside.until_it_counts();
    assert_eq!(session.processes(), [app], "no second window");
    session.tell(&["done"]);
    taken(session);
}

#[test]
fn a_window_ends_with_the_app_and_comes_back_with_it() {
    let mut beside = Beside::alone();
    kill_process(beside.app.running.pid(), Signal::KILL).expect("it is there");
    beside.app.running.wait(SOON);
    beside.desktop.until_no_window();
    until("every process to end", WINDOW, || beside.session().processes().is_empty().then_some(()));
    beside.app = App::start(beside.session());
    beside.desktop.until_window();
    assert_eq!(beside.session().status()["state"], "break");
    // From here: the time between the two starts may be told by a clock that is no faster than the wall's.
    beside.began = now();
    beside.until_it_counts();
    beside.desktop.press("Done");
    taken(beside.session());
    beside.until_nothing_stays();
}

#[test]
fn a_window_that_opens_beside_a_record_that_is_held_ends_the_command_with_its_own_code() {
    let desktop = desktop(GUIDED);
    let session = desktop.session();
    let _app = App::start(session);
    let other = rusqlite::Connection::open(session.data().join("unhunch/ledger.db")).expect("opened");
    other.execute_batch("BEGIN IMMEDIATE").expect("held");
    let guide = session.ask(&["guide"]);
    assert!(guide.code == 5 && guide.err.contains("Not recorded: "), "{guide:?}");
    desktop.until_window();
    other.execute_batch("ROLLBACK").expect("let go");
}

/// With this in the app's environment no window opens: the notification shows the cues instead, the person is told once, and `doctor` names it.
fn without_a_window(desktop: &Desktop, (variable, value): (&str, &str), why: &str) {
    let session = desktop.session();
    let _person = desktop.person();
    let mut app = session.unhunch();
    app.env(variable, value);
    let _app = App { running: Running::start(&mut app, &session.log()) };
    until("the app to answer", SOON, || (session.ask(&["status"]).code == 0).then_some(()));
    let clicked = now();
    session.tell(&["start"]);
    let texts = until("the guide in the notification", SOON, || {
        let texts = desktop.popup_texts();
        texts.iter().any(|text| text.contains(" left)")).then_some(texts)
    });
    let took = clicked.elapsed();
    assert!(took < PATIENCE, "{took:?}");
    assert!(desktop.own_windows().is_empty());
    assert!(texts.iter().any(|text| text.contains(TOLD)), "the person is told why: {texts:?}");
    until("the next step, without that", WHOLE, || {
        let texts = desktop.popup_texts();
        (texts.iter().any(|text| text.contains(" left)")) && !texts.iter().any(|text| text.contains(TOLD)))
            .then_some(())
    });
    let part = session.part("guide");
    assert!(part["state"] == "failed" && part["says"].as_str().is_some_and(|says| says.contains(why)), "{part}");
    taken(session);
    assert_eq!(session.processes().len(), 1, "nothing of the window stays");
}

#[test]
fn without_opengl_the_notification_guides() {
    without_a_window(&desktop(GUIDED), ("__EGL_VENDOR_LIBRARY_DIRS", "/nonexistent"), "No window could open");
}

#[test]
fn without_a_driver_the_notification_guides() {
    without_a_window(&desktop(GUIDED), ("LIBGL_DRIVERS_PATH", "/nonexistent"), "No window could open");
}

#[test]
fn on_a_display_that_hangs_the_notification_guides() {
    let desktop = desktop(GUIDED);
    let session = desktop.session();
    let mut server = session.command("Xvfb");
    let mut server = Running::start_piped(xvfb::ask(&mut server, "1280x1024"), &session.log());
    let display = server.display();
    server.signal(Signal::STOP);
    without_a_window(&desktop, ("DISPLAY", &display), "does not answer");
}
