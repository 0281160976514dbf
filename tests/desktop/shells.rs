//! The one window on the two desktops that most people have: GNOME's shell as it comes, without a tray, and KDE's KWin on
//! both kinds of display. A person who never opens a terminal gets to it and about in it, and the desktop knows it as ours.

use crate::harness::{
    App, Banner, GnomeShell, KnownWindow, Kwin, Running, SOON, Session, WINDOW, installed, now, until,
};
use std::process::Command;
use std::time::Duration;
use unhunch::engine::view::MenuLabel;
use unhunch::text::{attention, menu, rail, welcome};
use unhunch::windows::main::MainPage;

/// How long a shell may take to learn of an entry that has just been written; GNOME's looks every few seconds.
const ENTRY: Duration = Duration::from_secs(30);

fn title(page: MainPage) -> String {
    rail::title(&page.name())
}

/// Waits until the desktop has the window with this title, and it is as it is to be.
fn until_window(windows: impl Fn() -> Vec<KnownWindow>, title: &str, is: impl Fn(&KnownWindow) -> bool) -> KnownWindow {
    until(title, WINDOW, || KnownWindow::find(&windows(), title).filter(&is))
}

/// Nobody has used the app here before.
fn new_here(session: &Session) {
    std::fs::remove_file(session.settings_file()).expect("the settings of whoever has been here");
}

/// A window that comes over ours.
fn another(session: &Session, command: &mut Command, title: &str, windows: impl Fn() -> Vec<KnownWindow>) -> Running {
    let other = Running::start(command, &session.log());
    let in_front = |window: &KnownWindow| window.focused && window.title.starts_with(title);
    until("the other window", WINDOW, || windows().iter().any(in_front).then_some(()));
    other
}

#[test]
fn gnome_from_the_first_start_to_each_way_in() {
    if !installed(&["gnome-shell", "gjs", "foot"]) {
        return;
    }
    let shell = GnomeShell::start();
    let session = shell.session();
    let reader = shell.reader();
    let press = |label: &str| {
        let found = || reader.widgets("unhunch").into_iter().find(|widget| widget.name == label);
        reader.press(&until(label, WINDOW, found));
    };
    let window = |title: &str, is: fn(&KnownWindow) -> bool| until_window(|| shell.windows(), title, is);
    new_here(session);
    let begun = now();
    let app = App::start(session);

    // The welcome says how it is opened here; the notification that says it as well does not lie on it.
    window(&welcome::title(), |window| window.focused);
    until("how it is opened", WINDOW, || {
        reader.widgets("unhunch").iter().any(|widget| widget.name == welcome::no_icon()).then_some(())
    });
    until("the shell to know it", ENTRY, || {
        let known = KnownWindow::find(&shell.windows(), &welcome::title())?;
        (known.entry == "unhunch.desktop" && known.icon == "unhunch").then_some(())
    });
    let told = |banner: &Banner| banner.says("Unhunch is running");
    shell.stay(Duration::from_secs(32).saturating_sub(begun.elapsed()));
    assert!(!told(&shell.banner()), "{:?}", shell.banner());
    press("Not now");
    shell.until("the notification, once the welcome has gone", SOON, |banner| told(banner).then_some(()));
    shell.click("Open Unhunch");

    // By the keyboard, and by a screen reader.
    window(&title(MainPage::Today), |window| window.focused && window.entry == "unhunch.desktop");
    let widgets = until("the page", WINDOW, || {
        let widgets = reader.widgets("unhunch");
        widgets.iter().any(|widget| widget.name == menu::label(&MenuLabel::Start)).then_some(widgets)
    });
    let no_icon = attention::no_icon();
    assert!(widgets.iter().all(|widget| widget.name != no_icon), "nobody who is here need be told how to get here");
    shell.keys(&["Control_L", "2"]);
    window(&title(MainPage::Review), |window| window.focused);
    press(&MainPage::Settings.name());
    window(&title(MainPage::Settings), |window| window.focused);

    // Where another window is in front the shell says that there is something to see, and its dash leads there.
    let _other = another(session, &mut session.command("foot"), "foot", || shell.windows());
    assert_eq!(session.ask(&["open", "learn"]).code, 0);
    window(&title(MainPage::Learn), |window| window.focused || window.wanted);
    shell.choose_app("unhunch.desktop");
    window(&title(MainPage::Learn), |window| window.focused);

    // Closed, nothing of it stays; chosen among the applications it is there again.
    shell.keys(&["Control_L", "w"]);
    until("the window to go", WINDOW, || (session.processes() == [app.running.pid()]).then_some(()));
    until("the shell to have none of it", SOON, || (shell.windows().len() == 1).then_some(()));
    shell.choose_app("unhunch.desktop");
    window(&title(MainPage::Today), |window| window.focused);
}

/// A new window has the focus. One that is open already comes to the front where that can be; else KWin marks it.
fn kwin(kwin: &Kwin, comes: fn(&KnownWindow) -> bool) {
    let session = kwin.session();
    new_here(session);
    let _app = App::start(session);
    let window = |title: &str, is: fn(&KnownWindow) -> bool| until_window(|| kwin.windows(), title, is);
    let first = window(&welcome::title(), |window| window.focused);
    assert_eq!(first.name, "unhunch");
    assert!(session.entry().exists(), "its icon is found there");
    assert_eq!(session.ask(&["launcher", "open"]).code, 0);
    window(&title(MainPage::Today), |window| window.focused);
    // foot does not bear a screen without a size in millimetres, as this one.
    let _other = another(session, session.unhunch().args(["guide", "chin-tuck"]), "Chin tuck", || kwin.windows());
    assert_eq!(session.ask(&["open", "review"]).code, 0);
    window(&title(MainPage::Review), comes);
}

#[test]
fn kwin_on_wayland() {
    if installed(&["kwin_wayland"]) {
        let desktop = Kwin::wayland();
        kwin(&desktop, |window| window.wanted && window.entry == "unhunch");
    }
}

#[test]
fn kwin_on_x11() {
    if installed(&["kwin_x11"]) {
        let desktop = Kwin::x11();
        kwin(&desktop, |window| window.focused);
    }
}
