//! The front door: the icon, its menu and the applications menu lead to one window, of which nothing stays.

use crate::harness::{App, BRISK, Daemon, Desktop, Running, Session, Sway, WINDOW, until};
use unhunch::text::rail;
use unhunch::windows::main::MainPage;

/// A desktop with a panel and a screen reader, on which the app runs.
fn running() -> (Desktop, App) {
    let desktop = Desktop::with(Daemon::Dunst);
    desktop.session().set_screen_reader();
    let app = App::start(desktop.session());
    desktop.session().until_icon();
    (desktop, app)
}

/// Waits for the one window, on this page.
fn until_page(desktop: &Desktop, page: MainPage) {
    desktop.until_window();
    desktop.until_window_says(&rail::title(&page.name()));
}

fn processes(session: &Session, count: usize) {
    until(&format!("{count} processes"), WINDOW, || (session.processes().len() == count).then_some(()));
}

#[test]
fn the_menu_opens_one_window_turns_its_page_and_nothing_of_it_stays() {
    let (desktop, _app) = running();
    let session = desktop.session();
    for (line, page) in [
        ("Open Unhunch", MainPage::Today),
        ("Review", MainPage::Review),
        ("Learn", MainPage::Learn),
        ("Settings", MainPage::Settings),
        ("Why?", MainPage::Today),
    ] {
        session.choose(&[line]);
        until_page(&desktop, page);
        assert_eq!(session.processes().len(), 2, "the app and one window: {line}");
    }
    desktop.key("ctrl+w");
    desktop.until_no_window();
    processes(session, 1);
}

#[test]
fn a_click_on_the_icon_and_a_start_from_the_applications_menu_lead_there_too() {
    let (desktop, mut app) = running();
    let session = desktop.session();
    desktop.click_icon();
    until_page(&desktop, MainPage::Today);
    session.choose(&["Settings"]);
    until_page(&desktop, MainPage::Settings);
    assert_eq!(session.ask(&["launcher", "open"]).code, 0);
    until_page(&desktop, MainPage::Today);
    desktop.key("ctrl+w");
    desktop.until_no_window();
    processes(session, 1);
    // The session has started it once more, and nobody has asked to see it. A window would be there before this is answered.
    assert_eq!(session.ask(&["--at-login"]).code, 0);
    assert_eq!(session.processes().len(), 1);
    // Nobody reads what this one prints.
    let second = session.ask(&[]);
    let text = session.status()["text"].as_str().expect("a text").to_owned();
    assert!(second.code == 0 && second.out.contains(&text), "{second:?}");
    until_page(&desktop, MainPage::Today);
    processes(session, 2);
    assert!(app.running.ended().is_none(), "the first goes on");
}

#[test]
fn while_a_break_runs_the_icon_shows_its_guide() {
    let (desktop, _app) = running();
    let session = desktop.session();
    session.choose(&["Start break now"]);
    desktop.until_button("Done");
    desktop.press("Close");
    desktop.until_no_window();
    desktop.click_icon();
    desktop.until_button("Done");
    processes(session, 2);
}

/// Whoever opened it, the app or a command, and whichever of them has ended since.
#[test]
fn a_window_that_was_open_before_the_app_is_the_one_that_it_opens() {
    let desktop = Desktop::with(Daemon::Dunst);
    let session = desktop.session();
    session.set_screen_reader();
    let _window = Running::start(session.unhunch().args(["open", "learn"]), &session.log());
    until_page(&desktop, MainPage::Learn);
    assert_eq!(session.ask(&["open", "about"]).code, 0);
    until_page(&desktop, MainPage::About);
    processes(session, 1);
    let app = App::start(session);
    session.until_icon();
    session.choose(&["Review"]);
    until_page(&desktop, MainPage::Review);
    processes(session, 2);
    session.tell(&["quit"]);
    drop(app);
    assert_eq!(session.ask(&["open", "learn"]).code, 0);
    until_page(&desktop, MainPage::Learn);
    processes(session, 1);
    assert_eq!(session.ask(&["uninstall"]).code, 0);
    processes(session, 0);
}

/// A page is turned to in a window that is hidden, and the window comes to the front.
#[test]
fn a_window_that_is_minimized_comes_back() {
    let (desktop, _app) = running();
    let session = desktop.session();
    session.choose(&["Open Unhunch"]);
    until_page(&desktop, MainPage::Today);
    crate::harness::hands(session, &["getactivewindow", "windowminimize"]);
    desktop.until_no_window();
    session.choose(&["Review"]);
    until_page(&desktop, MainPage::Review);
    processes(session, 2);
}

#[test]
fn where_no_window_opens_a_sentence_says_so() {
    let desktop = Desktop::with(Daemon::Xfce);
    let session = desktop.session();
    // Nothing can be drawn with: no driver has this name.
    let mut command = session.unhunch();
    command.env("LIBGL_DRIVERS_PATH", "/nonexistent");
    let _app = Running::start(&mut command, &session.log());
    session.until_icon();
    session.choose(&["Review"]);
    until("the sentence", WINDOW, || {
        let shown = !desktop.popups().is_empty();
        (shown && desktop.popup_texts().iter().any(|text| text.contains("window could not open"))).then_some(())
    });
}

/// Docks and task switchers know the window by this, as the entry in the applications menu says it.
#[test]
fn wayland_knows_it_by_its_app_id() {
    let sway = Sway::start();
    let session = sway.session();
    session.settings(BRISK);
    let _app = App::start(session);
    assert_eq!(session.ask(&["open", "review"]).code, 0);
    until("the window", WINDOW, || sway.has_window("unhunch").then_some(()));
    assert!(!sway.floats("unhunch"), "it is no dialog");
}
