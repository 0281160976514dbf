//! The first start on a desktop: the welcome comes once, in a window, nothing depends on its being answered, and it leads to
//! the first break.

use crate::harness::{App, Daemon, Desktop, SOON, WINDOW, until};
use std::time::Duration;
use unhunch::text::welcome;

/// A desktop on which nobody has used the app before, and a screen reader listens.
fn new_here() -> Desktop {
    let desktop = Desktop::with(Daemon::Xfce);
    desktop.session().set_screen_reader();
    std::fs::remove_file(desktop.session().settings_file()).expect("the settings of whoever has been here");
    desktop
}

/// Does this until the last page is there, and waits for each page.
fn to_the_end(desktop: &Desktop, next: impl Fn()) {
    while !desktop.window_texts().iter().any(|text| text == "That is all") {
        let before = desktop.window_texts();
        next();
        until("the next page", SOON, || (desktop.window_texts() != before).then_some(()));
    }
}

/// The break that runs is ended in its guide: so early it was only tried, and leaves nothing.
fn ended(desktop: &Desktop, done: impl Fn()) {
    let session = desktop.session();
    until("the break to run", SOON, || (session.status()["state"] == "break").then_some(()));
    desktop.until_button("Done");
    done();
    desktop.until_no_window();
    until("the break to end", SOON, || (session.status()["state"] != "break").then_some(()));
    assert!(session.breaks().is_empty());
}

#[test]
fn the_questions_come_once_and_can_be_left() {
    let desktop = new_here();
    let session = desktop.session();
    let mut app = App::start(session);
    desktop.until_window_says(&welcome::what());
    desktop.until_window_says(&welcome::icon("linux"));
    session.until_icon();
    assert!(session.entry().exists(), "it is among the applications, where a dock looks for a window's icon");
    desktop.press("Not now");
    desktop.until_no_window();
    until("the window's process to end", WINDOW, || (session.processes() == [app.running.pid()]).then_some(()));
    assert!(!session.settings_file().exists(), "what is left changes nothing");
    session.tell(&["quit"]);
    assert!(app.running.wait(SOON).success());
    let app = App::start(session);
    session.until_icon();
    // As long as the first window took, at the least.
    let end = crate::harness::now() + Duration::from_secs(3);
    while crate::harness::now() < end {
        assert_eq!(session.processes(), [app.running.pid()], "no window is opened again");
        std::thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn by_mouse_from_the_first_start_to_the_first_break() {
    let desktop = new_here();
    let session = desktop.session();
    let _app = App::start(session);
    desktop.until_window_says("Your first break comes at");
    desktop.click_button("Next");
    desktop.until_window_says("What is at hand");
    desktop.choose("A resistance band");
    to_the_end(&desktop, || {
        let save = desktop.window_texts().iter().any(|text| text == "Save");
        desktop.click_button(if save { "Save" } else { "Next" });
    });
    let kept = std::fs::read_to_string(session.settings_file()).expect("a settings file");
    assert!(kept.contains("exercise.equipment") && kept.contains("band"), "{kept}");
    assert!(session.tell(&["config", "show", "exercise.equipment"]).contains("band"));
    desktop.choose(&welcome::autostart());
    until("the entry", SOON, || session.config().join("autostart/unhunch.desktop").exists().then_some(()));
    desktop.click_button("Close");
    desktop.until_no_window();
    desktop.click_menu(&["Start break now"]);
    ended(&desktop, || desktop.click_button("Done"));
}

#[test]
fn by_keyboard_alone_from_the_first_start_to_what_can_be_tried() {
    let desktop = new_here();
    let session = desktop.session();
    let app = App::start(session);
    desktop.until_window_says(&welcome::what());
    to_the_end(&desktop, || desktop.key("Return"));
    assert!(!session.settings_file().exists(), "every answer stayed as it was");
    desktop.key("t");
    until("the guide beside it", WINDOW, || (desktop.own_windows().len() == 2).then_some(()));
    // The one in front closes first; a window that has just come up hears no key in its first moment.
    until("both to go", WINDOW, || {
        desktop.key("Escape");
        std::thread::sleep(Duration::from_millis(200));
        desktop.own_windows().is_empty().then_some(())
    });
    until("their processes to end", WINDOW, || (session.processes() == [app.running.pid()]).then_some(()));
    assert!(session.breaks().is_empty(), "what is only tried is not recorded");
}
