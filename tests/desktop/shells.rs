//! The one window on the two desktops that most people have: GNOME's shell as it comes, without a tray, and KDE's KWin on
//! both kinds of display. A person who never opens a terminal gets to it and about in it, and the desktop knows it as ours.

use crate::harness::{
    App, Banner, ENTRY, GnomeShell, KnownWindow, Kwin, Reader, Running, SOON, Session, WINDOW, Widget, installed, now,
    until,
};
use std::process::Command;
use std::time::Duration;
use unhunch::engine::view::MenuLabel;
use unhunch::text::{attention, menu, rail, welcome};
use unhunch::windows::main::MainPage;

/// The app's entry, as GNOME's shell calls it.
const ENTRY_ID: &str = "unhunch.desktop";

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

/// Somebody at GNOME's shell, with keys and a screen reader.
struct Person {
    shell: GnomeShell,
    reader: Reader,
}

impl Person {
    /// None where the shell is not installed.
    fn sits_down() -> Option<Self> {
        installed(&["gnome-shell", "gjs", "foot"]).then(|| {
            let shell = GnomeShell::start();
            Self { reader: shell.reader(), shell }
        })
    }

    fn session(&self) -> &Session {
        self.shell.session()
    }

    fn window(&self, title: &str, is: fn(&KnownWindow) -> bool) -> KnownWindow {
        until_window(|| self.shell.windows(), title, is)
    }

    fn in_front(&self, title: &str) {
        self.window(title, |window| window.focused);
    }

    /// Waits until a window of ours says this.
    fn hears(&self, text: &str) -> Vec<Widget> {
        let says = |all: &Vec<Widget>| all.iter().any(|widget| widget.name == text);
        until(text, WINDOW, || Some(self.reader.widgets("unhunch")).filter(says))
    }

    /// Presses what has a label that begins so.
    fn press(&self, label: &str) {
        let found = || self.reader.widgets("unhunch").into_iter().find(|widget| widget.name.starts_with(label));
        self.reader.press(&until(label, WINDOW, found));
    }
}

#[test]
fn gnome_tells_whoever_is_new_how_the_window_is_opened() {
    let Some(person) = Person::sits_down() else { return };
    let (session, shell) = (person.session(), &person.shell);
    new_here(session);
    let begun = now();
    let _app = App::start(session);
    person.in_front(&welcome::title());
    person.hears(&welcome::no_icon());
    until("the shell to know it", ENTRY, || {
        let known = KnownWindow::find(&shell.windows(), &welcome::title())?;
        (known.entry == ENTRY_ID && known.icon == "unhunch").then_some(())
    });
    // The notification that says the same does not lie on it.
    let told = |banner: &Banner| banner.says("Unhunch is running");
    shell.stay(Duration::from_secs(32).saturating_sub(begun.elapsed()));
    assert!(!told(&shell.banner()), "{:?}", shell.banner());
    person.press("Not now");
    shell.until("the notification, once the welcome has gone", SOON, |banner| told(banner).then_some(()));
    shell.click("Open Unhunch");
    person.window(&title(MainPage::Today), |window| window.focused && window.entry == ENTRY_ID);
    let no_icon = attention::no_icon();
    let all = person.hears(&menu::label(&MenuLabel::Start));
    assert!(all.iter().all(|widget| widget.name != no_icon), "nobody who is here need be told how to get here");
}

#[test]
fn gnome_leads_to_the_window_and_about_in_it() {
    let Some(person) = Person::sits_down() else { return };
    let (session, shell) = (person.session(), &person.shell);
    session.tell(&["launcher", "on"]);
    let app = App::start(session);
    shell.choose_app(ENTRY_ID);
    person.in_front(&title(MainPage::Today));

    // A break with its guide; another rhythm; by the keyboard and by a screen reader.
    person.press(&menu::label(&MenuLabel::Start));
    until("the guide in front", WINDOW, || {
        shell.windows().iter().any(|w| w.focused && w.title != title(MainPage::Today)).then_some(())
    });
    person.press("Done");
    until("the break to end", SOON, || (session.status()["state"] != "break").then_some(()));
    person.in_front(&title(MainPage::Today));
    // A window that has just got the focus hears no key in its first moment.
    until("the page Review", WINDOW, || {
        shell.keys(&["Control_L", "2"]);
        std::thread::sleep(Duration::from_millis(500));
        KnownWindow::find(&shell.windows(), &title(MainPage::Review))
    });
    person.press(&MainPage::Settings.name());
    person.in_front(&title(MainPage::Settings));
    person.press("Active");
    until("the rhythm", SOON, || session.tell(&["config", "show", "preset"]).contains("active").then_some(()));

    // Where another window is in front the shell says that there is something to see, and its dash leads there.
    let _other = another(session, &mut session.command("foot"), "foot", || shell.windows());
    assert_eq!(session.ask(&["open", "learn"]).code, 0);
    person.window(&title(MainPage::Learn), |window| window.focused || window.wanted);
    shell.choose_app(ENTRY_ID);
    person.in_front(&title(MainPage::Learn));

    // Closed, nothing of it stays.
    shell.keys(&["Control_L", "w"]);
    until("the window to go", WINDOW, || (session.processes() == [app.running.pid()]).then_some(()));
    until("the shell to have none of it", SOON, || (shell.windows().len() == 1).then_some(()));
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
