//! Calls, sharing, full screen, do-not-disturb and meetings by the programs that people use for them: the whole way from
//! the desktop's own sign to the notification that goes, the break that is owed afterwards, and the record.

use crate::harness::{App, BRISK, Browser, Daemon, Desktop, Running, SOON, Session, Sound, until};
use serde_json::Value;
use std::time::Duration;

/// A microphone is believed after 5 s and let go of after 15 s: real time, however fast the app's day goes.
const BELIEVED: Duration = Duration::from_secs(20);
const LET_GO: Duration = Duration::from_secs(40);

/// A slower day than `BRISK`, so that a prompt is still open when a call is believed: at 12 s of real time the answer
/// window of a prompt would have lasted 4 minutes.
fn day(desktop: &Desktop) {
    desktop.session().settings(&BRISK.replace("clock.speed = 60", "clock.speed = 20"));
}

/// A desktop with a person on it, on which the app has just prompted.
fn prompted(desktop: &Desktop) -> (Running, App) {
    day(desktop);
    let person = desktop.person();
    let app = App::start(desktop.session());
    desktop.until_popup(Duration::from_secs(30));
    (person, app)
}

fn holds(session: &Session) -> Vec<String> {
    let status = session.status();
    let words = status["holds"].as_array().expect("the holds").iter();
    words.map(|word| word.as_str().expect("a word").to_owned()).collect()
}

fn until_held(session: &Session, hold: &str, on: bool, bound: Duration) {
    let what = format!("{hold} to be {}", if on { "on" } else { "off" });
    until(&what, bound, || (holds(session).iter().any(|word| word == hold) == on).then_some(()));
}

/// The owed prompt comes back and is skipped; its row, which must have lain in this hold.
fn owed(desktop: &Desktop, hold: &str) -> Value {
    desktop.until_popup(Duration::from_secs(30));
    let session = desktop.session();
    let why = session.tell(&["why"]);
    assert!(why.contains("prompt movement owed"), "the prompt is told as owed:\n{why}");
    desktop.answer("Skip");
    let row = session.until_closed(SOON);
    assert_eq!((&row["outcome"], &row["reminder"]), (&"skipped".into(), &"movement".into()), "{row}");
    assert!(row["holds"][hold].as_u64().is_some_and(|seconds| seconds > 0), "{row}");
    row
}

#[test]
fn a_call_takes_the_prompt_down_and_the_break_is_owed() {
    let desktop = Desktop::with(Daemon::Dunst);
    let session = desktop.session();
    let _sound = Sound::start(session);
    let (_person, _app) = prompted(&desktop);
    let call = session.recorder();
    until_held(session, "call", true, BELIEVED);
    desktop.until_no_popup();
    drop(call);
    until_held(session, "call", false, LET_GO);
    owed(&desktop, "call");
}

#[test]
fn a_browsers_call_and_its_sharing_keep_the_app_quiet() {
    let desktop = Desktop::with(Daemon::Dunst);
    let session = desktop.session();
    let _sound = Sound::start(session);
    let browser = Browser::open(&desktop);
    let (_person, _app) = prompted(&desktop);
    browser.press("m", "page calls");
    until_held(session, "call", true, BELIEVED);
    desktop.until_no_popup();
    let why = session.tell(&["why"]);
    assert!(why.contains("hromium"), "the program is named:\n{why}");
    assert!(!why.contains("page"), "no title is kept:\n{why}");
    browser.press("s", "page shares");
    browser.press("u", "page shares no more");
    browser.press("h", "page hung up");
    until_held(session, "call", false, LET_GO);
    owed(&desktop, "call");
}

#[test]
fn do_not_disturb_is_heard_from_the_daemon_that_runs() {
    let desktop = Desktop::with(Daemon::Dunst);
    let session = desktop.session();
    let (_person, _app) = prompted(&desktop);
    let paused = |on: &str| {
        let done = session.command("dunstctl").args(["set-paused", on]).status();
        assert!(done.is_ok_and(|done| done.success()), "dunstctl answers");
    };
    paused("true");
    until_held(session, "dnd", true, SOON);
    paused("false");
    until_held(session, "dnd", false, SOON);
    owed(&desktop, "dnd");
}
