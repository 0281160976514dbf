//! The icon in the panel: what it shows, its menu over the bus and under a real mouse, and that there is one of it.

use crate::harness::{App, BRISK, Daemon, Desktop, SOON, Session, until};
use unhunch::engine::view::MenuLabel;
use unhunch::text::locale::{self, Language};
use unhunch::text::menu;

fn state(session: &Session, wanted: &str) {
    let what = format!("the state {wanted}");
    until(&what, SOON, || (session.status()["state"] == wanted).then_some(()));
}

/// Chooses every line that can be chosen without leaving the desk, by `choose`.
fn walk(desktop: &Desktop, choose: impl Fn(&[&str])) {
    let session = desktop.session();
    session.settings(BRISK);
    let _person = desktop.person();
    let mut app = App::start(session);
    desktop.until_popup(SOON);
    choose(&["Snooze"]);
    desktop.until_no_popup();
    desktop.until_popup(SOON);
    choose(&["Skip"]);
    let row = session.until_closed(SOON);
    assert_eq!((&row["outcome"], &row["snoozes"]), (&"skipped".into(), &1.into()), "{row}");
    choose(&["Pause", "Until tomorrow"]);
    state(session, "paused");
    choose(&["Resume"]);
    until("the pause to end", SOON, || (session.status()["state"] != "paused").then_some(()));
    choose(&["Start break now"]);
    state(session, "break");
    choose(&["Break done"]);
    until("the break to end", SOON, || (session.status()["state"] != "break").then_some(()));
    choose(&["Quit"]);
    assert!(app.running.wait(SOON).success(), "an orderly end");
    until("the icon to go", SOON, || session.icons().is_empty().then_some(()));
}

#[test]
fn menu_over_the_bus() {
    let desktop = Desktop::with(Daemon::Dunst);
    walk(&desktop, |labels| desktop.session().choose(labels));
}

#[test]
fn menu_under_the_mouse() {
    let desktop = Desktop::with(Daemon::Xfce);
    walk(&desktop, |labels| desktop.click_menu(labels));
}

#[test]
fn tooltip_and_menu_say_what_is_next() {
    let desktop = Desktop::with(Daemon::Dunst);
    let session = desktop.session();
    let _app = App::start(session);
    session.until_icon();
    let text = session.status()["text"].as_str().expect("a text").to_owned();
    let (title, body) = session.tooltip();
    assert!(title.contains(&text) || body.contains(&text), "{text:?} in {title:?}, {body:?}");
    let menu = session.menu();
    assert!(menu.iter().any(|entry| entry.label == text && !entry.enabled), "{text:?} in {menu:?}");
    assert!(menu.iter().any(|entry| entry.label == "No breaks yet today"), "{menu:?}");
}

/// A mistake in the settings is said where it is seen: in the tooltip, the menu and one notification.
#[test]
fn a_mistake_in_the_settings_is_said_where_it_is_seen() {
    let desktop = Desktop::with(Daemon::Xfce);
    let session = desktop.session();
    session.settings("goal = 60\nnonsense = 3\n");
    let _app = App::start(session);
    session.until_icon();
    let told = "Settings: line 2 does not count";
    until("the notification", SOON, || {
        let shown = !desktop.popups().is_empty();
        (shown && desktop.popup_texts().iter().any(|text| text.contains(told))).then_some(())
    });
    until("the tooltip", SOON, || {
        let (title, body) = session.tooltip();
        (title.contains(told) || body.contains(told)).then_some(())
    });
    assert!(session.menu().iter().any(|entry| entry.label == told && entry.enabled), "{:?}", session.menu());
    session.settings("goal = 60\n");
    until("it to be mended", SOON, || session.menu().iter().all(|entry| entry.label != told).then_some(()));
    let (title, body) = session.tooltip();
    assert!(!title.contains(told) && !body.contains(told), "{title:?} {body:?}");
}

/// What the tray shows stays the same value, and reads otherwise.
#[test]
fn another_language_is_drawn_at_once() {
    let desktop = Desktop::with(Daemon::Dunst);
    let session = desktop.session();
    let _app = App::start(session);
    session.until_icon();
    let line = || session.status()["text"].as_str().expect("a text").to_owned();
    let english = line();
    session.settings("language = \"en-XA\"\n");
    until("the tooltip in it", SOON, || {
        let (line, (title, body)) = (line(), session.tooltip());
        (line != english && (title.contains(&line) || body.contains(&line))).then_some(())
    });
    let none_yet = locale::within(Language::Pseudo, || menu::label(&MenuLabel::Today { done: 0, of: 0 }));
    assert!(session.menu().iter().any(|entry| entry.label == none_yet), "{none_yet:?} in {:?}", session.menu());
}

#[test]
fn panel_killed_and_started_again() {
    let mut desktop = Desktop::with(Daemon::Dunst);
    let _app = App::start(desktop.session());
    desktop.session().until_icon();
    desktop.kill_panel();
    desktop.start_panel();
    desktop.session().until_icon();
    desktop.session().choose(&["Pause", "Until tomorrow"]);
    state(desktop.session(), "paused");
}

#[test]
fn panel_started_later() {
    let mut desktop = Desktop::empty();
    desktop.start_daemon(Daemon::Dunst);
    let _app = App::start(desktop.session());
    desktop.start_panel();
    desktop.session().until_icon();
    desktop.session().choose(&["Pause", "Until tomorrow"]);
    state(desktop.session(), "paused");
}
