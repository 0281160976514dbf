//! Calls, sharing, full screen, do-not-disturb and meetings by the programs that people use for them: the whole way from
//! the desktop's own sign to the notification that goes, the break that is owed afterwards, and the record.

use crate::harness::{App, BRISK, Browser, Daemon, Desktop, Gnome, Running, SOON, Session, Sound, away, until};
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
    let _gnome = Gnome::start(session);
    let browser = Browser::open(&desktop);
    let (_person, _app) = prompted(&desktop);
    browser.press("m", "page calls");
    until_held(session, "call", true, BELIEVED);
    desktop.until_no_popup();
    let why = session.tell(&["why"]);
    assert!(why.contains("hromium"), "the program is named:\n{why}");
    assert!(!why.contains("page"), "no title is kept:\n{why}");
    assert!(session.tell(&["doctor"]).contains("in use by Chromium"), "doctor says who");
    browser.press("s", "page shares");
    until_held(session, "presenting", true, SOON);
    browser.press("u", "page shares no more");
    until_held(session, "presenting", false, SOON);
    assert!(holds(session).contains(&"call".to_owned()), "the call goes on without the sharing");
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
    away();
    paused("false");
    until_held(session, "dnd", false, SOON);
    owed(&desktop, "dnd");
}

/// A window that fills the screen is quiet only while something keeps the screen awake.
#[test]
fn a_full_screen_window_with_a_film_is_presenting() {
    let desktop = Desktop::with(Daemon::Dunst);
    let session = desktop.session();
    let _gnome = Gnome::start(session);
    let terminal = Running::start(session.command("xterm").args(["-fullscreen", "-e", "cat"]), &session.log());
    until("the terminal", SOON, || desktop.screen().framed("xterm").pop());
    let (_person, _app) = prompted(&desktop);
    assert!(holds(session).is_empty(), "work that fills the screen holds nothing");
    let mut film = session.command("gnome-session-inhibit");
    film.args(["--app-id", "player", "--reason", "Playing video", "--inhibit", "idle", "--inhibit-only"]);
    let film = Running::start(&mut film, &session.log());
    until_held(session, "presenting", true, SOON);
    // The record counts holds in whole seconds: one that ended at once would not be in it.
    away();
    drop(terminal);
    until_held(session, "presenting", false, SOON);
    drop(film);
    owed(&desktop, "presenting");
}

/// A calendar file with one meeting that is on, which is then called off.
#[test]
#[expect(clippy::disallowed_methods, reason = "a calendar's meeting is at a real time")]
fn a_meeting_of_the_calendar_holds_until_it_is_called_off() {
    let desktop = Desktop::with(Daemon::Dunst);
    let session = desktop.session();
    let (_person, _app) = prompted(&desktop);
    let file = session.path("work.ics");
    let calendar = |status: &str| {
        let now = chrono::Utc::now();
        // The app's day goes faster than the calendar's: six hours are enough for the test.
        let [from, to] = [-1, 6].map(|hours| (now + chrono::TimeDelta::hours(hours)).format("%Y%m%dT%H%M%SZ"));
        format!(
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:{from}\r\n\
             DTSTART:{from}\r\nDTEND:{to}\r\nSUMMARY:Secret plans\r\nSTATUS:{status}\r\n\
             ATTENDEE:mailto:a@example.org\r\nATTENDEE:mailto:b@example.org\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        )
    };
    session.write(&file, &calendar("CONFIRMED"));
    session.tell(&["config", "set", "calendar.sources", file.to_str().unwrap()]);
    until_held(session, "meeting", true, SOON);
    desktop.until_no_popup();
    session.write(&file, &calendar("CANCELLED"));
    until_held(session, "meeting", false, Duration::from_secs(20));
    owed(&desktop, "meeting");
    let told = session.tell(&["why"]) + &session.tell(&["doctor"]) + &session.tell(&["log", "--scenario"]);
    assert!(!told.contains("Secret plans"), "{told}");
}

/// In a meeting away from any device: one question when its time is over.
#[test]
fn a_meeting_of_the_persons_own_asks_once_when_it_is_over() {
    let desktop = Desktop::with(Daemon::Xfce);
    let session = desktop.session();
    let (_person, _app) = prompted(&desktop);
    session.tell(&["meeting", "3m"]);
    until_held(session, "meeting", true, SOON);
    desktop.until_no_popup();
    desktop.until_popup(Duration::from_secs(30));
    let texts = desktop.popup_texts();
    for label in ["Break now", "Later", "30 min more"] {
        assert!(texts.iter().any(|text| text.starts_with(label)), "{texts:?}");
    }
    desktop.answer("Break now");
    until("the break to run", SOON, || (session.status()["state"] == "break").then_some(()));
}

/// The microphone's sense is switched off in the middle of a call.
#[test]
fn a_sense_that_is_switched_off_in_a_call_lifts_it() {
    let desktop = Desktop::with(Daemon::Dunst);
    let session = desktop.session();
    let _sound = Sound::start(session);
    day(&desktop);
    let _app = App::start(session);
    let _call = session.recorder();
    until_held(session, "call", true, BELIEVED);
    session.tell(&["config", "set", "sense.mic", "false"]);
    until_held(session, "call", false, SOON);
    assert!(
        session.json(&["doctor", "--json"])["parts"]
            .as_array()
            .unwrap()
            .iter()
            .any(|part| { part["part"] == "mic" && part["state"] == "off" })
    );
    session.tell(&["config", "unset", "sense.mic"]);
    until_held(session, "call", true, BELIEVED);
}
