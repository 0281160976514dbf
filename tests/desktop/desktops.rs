//! The desktops that most people have, from their own parts: a prompt comes, stands until it is answered by a real click,
//! and the record has it. One that is not installed is skipped, and says so; `.ci/run` has them all.

use crate::harness::{App, BRISK, Banner, Desktop, GnomeShell, KnownWindow, SOON, Session, WINDOW, installed, until};
use std::time::Duration;

/// Longer than any service shows what it takes for an ordinary notification.
const STANDS: Duration = Duration::from_secs(10);

fn taken_by_a_click(session: &Session) {
    let row = session.until_closed(SOON);
    assert_eq!((&row["outcome"], &row["evidence"]), (&"taken".into(), &"guided".into()), "{row}");
}

/// On a desktop of popups with buttons that a screen reader sees.
fn by_popup(desktop: &Desktop) {
    let session = desktop.session();
    session.settings(BRISK);
    let _person = desktop.person();
    let _app = App::start(session);
    session.until_icon();
    let place = desktop.until_popup(SOON);
    std::thread::sleep(STANDS);
    assert_eq!(desktop.popups(), [place], "it stands");
    assert_eq!(session.status()["state"], "due");
    desktop.answer("Start");
    until("the break to run", SOON, || (session.status()["state"] == "break").then_some(()));
    desktop.popup_button("Done");
    taken_by_a_click(session);
}

#[test]
fn mate() {
    if installed(&["mate-panel", "marco", "mate-settings-daemon"]) {
        by_popup(&Desktop::mate());
    }
}

#[test]
fn lxqt() {
    if installed(&["lxqt-panel", "lxqt-notificationd", "openbox"]) {
        by_popup(&Desktop::lxqt());
    }
}

/// GNOME folds what is not critical after 4 s, and draws no buttons on what replaces another.
#[test]
fn gnome() {
    if !installed(&["gnome-shell", "gjs"]) {
        return;
    }
    let shell = GnomeShell::start();
    let session = shell.session();
    session.settings(&BRISK.replace("clock.speed = 60", "clock.speed = 20"));
    let _app = App::start(session);
    let prompted = |banner: &Banner| ["Start", "Skip"].iter().all(|label| banner.has(label)).then_some(());
    shell.until("the prompt", Duration::from_secs(20), prompted);
    shell.stay(STANDS);
    prompted(&shell.banner()).expect("it stands with its buttons");
    shell.click("Start");
    let step = |banner: &Banner| banner.has("Done").then(|| banner.texts.clone());
    let first = shell.until("the first step", SOON, step);
    shell.until("another step, with its buttons", SOON, |banner| step(banner).filter(|texts| *texts != first));
    assert_eq!(session.status()["state"], "break");
    shell.until("the end of the break", SOON, |_| (session.status()["state"] != "break").then_some(()));
    taken_by_a_click(session);
}

/// Without the extension there is no tray: it is said once, and the applications menu leads to the app.
#[test]
fn gnome_without_a_tray() {
    if !installed(&["gnome-shell", "gjs"]) {
        return;
    }
    let shell = GnomeShell::start();
    let session = shell.session();
    let told = |banner: &Banner| banner.says("Unhunch is running").then(|| banner.clone());
    let mut app = App::start(session);
    let banner = shell.until("the word that there is no icon", Duration::from_secs(50), told);
    assert!(banner.says("open Unhunch among your applications") && session.entry().exists(), "{banner:?}");
    shell.stay(STANDS);
    assert!(told(&shell.banner()).is_some(), "it stands until it was read");
    shell.click("Open Unhunch");
    shell.until("it to go", SOON, |banner| told(banner).is_none().then_some(()));
    let window = until("the window", WINDOW, || KnownWindow::find(&shell.windows(), "Today - Unhunch"));
    let owner = (window.entry.as_str(), window.name.as_str(), window.icon.as_str());
    assert_eq!(owner, ("unhunch.desktop", "Unhunch", "unhunch"), "with the name and the icon of its entry");
    assert_eq!(session.ask(&["launcher", "open"]).code, 0, "once more, as the applications menu does it");
    session.tell(&["quit"]);
    assert!(app.running.wait(SOON).success());
    let _app = App::start(session);
    let end = crate::harness::now() + Duration::from_secs(35);
    shell.until("the same time again", Duration::from_mins(1), |banner| {
        assert!(told(banner).is_none(), "it is told once");
        (crate::harness::now() >= end).then_some(())
    });
}
