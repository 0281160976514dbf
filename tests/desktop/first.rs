//! The first start on a desktop: the questions come once, in a window, and nothing depends on their being answered.

use crate::harness::{App, Daemon, Desktop, SOON, WINDOW, until};
use std::time::Duration;

/// A desktop on which nobody has used the app before, and a screen reader listens.
fn new_here() -> Desktop {
    let desktop = Desktop::with(Daemon::Xfce);
    desktop.session().set_screen_reader();
    std::fs::remove_file(desktop.session().settings_file()).expect("the settings of whoever has been here");
    desktop
}

#[test]
fn the_questions_come_once_and_can_be_left() {
    let desktop = new_here();
    let session = desktop.session();
    let mut app = App::start(session);
    desktop.until_window_says("What is at hand");
    // Stands nowhere in it: the name of the frame.
    desktop.until_window_says("What fits you");
    session.until_icon();
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
fn answers_become_settings_while_the_app_runs() {
    let desktop = new_here();
    let session = desktop.session();
    let _app = App::start(session);
    desktop.until_window_says("What is at hand");
    desktop.choose("A resistance band");
    while !desktop.window_texts().iter().any(|text| text.starts_with("Save")) {
        let before = desktop.window_texts();
        desktop.press("Next");
        until("the next question", SOON, || (desktop.window_texts() != before).then_some(()));
    }
    desktop.press("Save");
    desktop.until_window_says("That is all");
    desktop.press("Close");
    desktop.until_no_window();
    let kept = std::fs::read_to_string(session.settings_file()).expect("a settings file");
    assert!(kept.contains("exercise.equipment") && kept.contains("band"), "{kept}");
    assert!(session.tell(&["config", "show", "exercise.equipment"]).contains("band"));
}
