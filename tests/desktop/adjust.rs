//! What a person adjusts in the window: the rhythm, a value that does not fit, a file that is changed by hand meanwhile, an
//! exercise that is not wanted for a while.

use crate::harness::{App, Daemon, Desktop, SOON, Session, WINDOW, Widget, until};
use serde_json::Value;
use std::fs;
use std::time::Duration;
use unhunch::text::gallery;

/// A desktop on which the app runs with these settings, and a screen reader looks on.
fn running(settings: &str) -> (Desktop, App) {
    let desktop = Desktop::with(Daemon::Dunst);
    let session = desktop.session();
    session.set_screen_reader();
    session.settings(settings);
    let app = App::start(session);
    session.until_icon();
    (desktop, app)
}

fn kept(session: &Session) -> String {
    fs::read_to_string(session.settings_file()).expect("a settings file")
}

fn until_kept(session: &Session, text: &str) {
    until(&format!("the settings {text:?}"), SOON, || (kept(session) == text).then_some(()));
}

/// What counts of a setting.
fn counts(session: &Session, key: &str) -> String {
    session.tell(&["config", "get", key]).trim().to_owned()
}

#[test]
fn by_mouse_another_rhythm_and_a_value_that_does_not_fit() {
    let (desktop, _app) = running("# mine\n");
    let session = desktop.session();
    let next = session.status()["next"].clone();
    desktop.click_menu(&["Settings"]);
    desktop.click_on("Active: every 30 min, 5 min long");
    until_kept(session, "# mine\npreset = \"active\"\n");
    assert_eq!(["break.movement.every", "break.movement.lasts"].map(|key| counts(session, key)), ["30min", "5min"]);
    until("the next break to come sooner", SOON, || (session.status()["next"].as_str() < next.as_str()).then_some(()));
    until("the card to be chosen", WINDOW, || {
        desktop.until_control("Active: every 30 min, 5 min long").is_checked().then_some(())
    });

    desktop.click_on("Prompts");
    desktop.type_into("Wait for a lull", "2 days");
    desktop.key("Return");
    desktop.until_window_says("It takes a time from 0 s to 30 min");
    assert_eq!((kept(session).contains("lull"), counts(session, "lull.wait").as_str()), (false, "2min"));
    desktop.type_into("Wait for a lull", "5 min");
    desktop.key("Return");
    until_kept(session, "# mine\npreset = \"active\"\nlull.wait = \"5min\"\n");
    assert_eq!(counts(session, "lull.wait"), "5min");
    until("nothing to be wrong any more", WINDOW, || {
        (!desktop.window_texts().iter().any(|text| text.contains("It takes a time"))).then_some(())
    });
}

#[test]
fn a_change_by_hand_is_seen_at_once_and_a_mistake_beside_one_stays_as_it_is() {
    let before = "# mine\ngoal = 70 # a good week\nlull.wiat = \"3min\"\n\n# the rest\nlull.wait = \"1min\"\n";
    let (desktop, _app) = running(before);
    let session = desktop.session();
    session.tell(&["open", "settings", "prompts"]);
    desktop.until_window_says("Line 3:  lull.wiat");
    desktop.until_value("Wait for a lull", "1 min");
    // In an editor, beside the open page.
    let by_hand = before.replace("\"1min\"", "\"10min\"").replace("# mine", "# still mine");
    session.settings(&by_hand);
    desktop.until_value("Wait for a lull", "10 min");
    desktop.press("Less: Wait for a lull");
    let after = by_hand.replace("\"10min\"", "\"8min\"");
    until_kept(session, &after);
    desktop.until_window_says("Wait for a lull: 8 min");
    desktop.until_window_says("Line 3:  lull.wiat");
    assert_eq!(counts(session, "lull.wait"), "8min");
    assert_eq!(session.ask(&["config", "check"]).code, 1, "the mistake is told elsewhere too");
    desktop.press("Undo");
    until_kept(session, &by_hand);
    desktop.press("Take it out: Line 3");
    until_kept(session, &by_hand.replace("lull.wiat = \"3min\"\n", ""));
    until("nothing to be wrong any more", WINDOW, || {
        (!desktop.window_texts().iter().any(|text| text.contains("lull.wiat"))).then_some(())
    });
}

/// Whether it is hidden, as the running app and the list of exercises have it.
fn is_hidden(session: &Session, id: &str) -> bool {
    let one_of = |all: &Value| all.as_array().and_then(|all| all.iter().find(|one| one["id"] == id)).cloned();
    let by_the_app = one_of(&session.status()["hidden"]).is_some();
    let listed = one_of(&session.json(&["exercises", "--json"])).expect("it is shipped");
    let hides = |why: &Value| why["reason"] == "hidden" || why["reason"] == "hurt";
    let by_the_list = listed["against"].as_array().is_some_and(|all| all.iter().any(hides));
    assert_eq!(by_the_app, by_the_list, "{listed}");
    by_the_app
}

#[test]
fn an_exercise_is_hidden_found_among_the_hidden_and_shown_again() {
    let (desktop, _app) = running("");
    let session = desktop.session();
    let name = "Chin tuck (cervical retraction)";
    let tile = |it: &Widget| it.is_button() && it.name.starts_with(name);
    session.tell(&["open", "exercises"]);
    desktop.until_window_says(&gallery::search());
    desktop.type_into(&gallery::search(), "chin tuck");
    desktop.click_widget(name, tile);
    desktop.click_on(&gallery::hide());
    desktop.until_window_says(&gallery::is_hidden(name));
    until("it to be hidden", SOON, || is_hidden(session, "chin-tuck").then_some(()));

    desktop.press(&gallery::back());
    until("it to be gone from what fits", WINDOW, || (!desktop.window_widgets().iter().any(tile)).then_some(()));
    desktop.choose(&gallery::hidden());
    desktop.reader().press(&desktop.until_widget(name, tile));
    desktop.press(&gallery::show());
    desktop.until_window_says(&gallery::shown(name, &[]));
    until("it to be offered again", SOON, || (!is_hidden(session, "chin-tuck")).then_some(()));
    desktop.until_button(&gallery::hide());
    desktop.press(&gallery::back());
    desktop.choose(&gallery::fitting());
    assert!(desktop.until_widget(name, tile).name.ends_with("fits"));
}

/// A day that goes a minute a second, with a break seldom enough to be left alone.
const FAST: &str = "clock.speed = 60
break.movement.every = \"2h\"
break.movement.lasts = \"8min\"
guide.where = \"notification\"
check_in.most = 0
";

#[test]
fn by_keyboard_alone_a_break_a_setting_a_story_and_out() {
    let (desktop, app) = running(FAST);
    let session = desktop.session();
    session.tell(&["open"]);
    desktop.until_window();
    desktop.tab_to("Start break now");
    desktop.key("space");
    until("the break", SOON, || (session.status()["state"] == "break").then_some(()));
    // Two minutes of the app's time, which is enough for a break.
    std::thread::sleep(Duration::from_secs(2));
    desktop.tab_to("Break done");
    desktop.key("space");
    until("the break to be taken", SOON, || session.breaks().iter().any(|row| row["outcome"] == "taken").then_some(()));

    // Through the rail, in which the open page's tab is the one stop.
    desktop.key("ctrl+2");
    // Not the window itself, whose name begins so, too, and which has the keyboard while nothing in it does.
    desktop.tab_to_widget("Review", |it| it.name == "Review");
    for page in ["Exercises", "Settings"] {
        desktop.key("Down");
        desktop.until_focus_on(page);
    }
    desktop.tab_to("More: Movement: Every");
    desktop.key("space");
    until_kept(session, &FAST.replace("\"2h\"", "\"2h30min\""));

    desktop.key("ctrl+1");
    desktop.tab_to_widget("the break on the timeline", |it| it.is_button() && it.name.contains("taken"));
    desktop.key("Return");
    desktop.until_window_says("It was taken");
    desktop.key("ctrl+w");
    desktop.until_no_window();
    until("the window's process to end", WINDOW, || (session.processes() == [app.running.pid()]).then_some(()));
}
