//! The app's own windows, each of a process of its own: finding them, reading them as a screen reader does, and pressing
//! what is in them.

use super::a11y::Widget;
use super::desktop::Desktop;
use super::process::until;
use super::screen::{Rect, click, hands};
use super::session::Session;
use rustix::process::Pid;
use std::time::Duration;

/// How long a window may take on a slow machine that others use as well.
pub(crate) const WINDOW: Duration = Duration::from_secs(30);

impl Session {
    /// The app's processes in this home, whoever started them, the oldest first; but for the one that draws the figures,
    /// which comes and goes by itself.
    pub(crate) fn processes(&self) -> Vec<Pid> {
        let home = format!("HOME={}", self.path("").display());
        let home = home.trim_end_matches('/').as_bytes();
        let ours = |pid: &Pid| {
            let of = format!("/proc/{}", pid.as_raw_nonzero());
            let is_app = std::fs::read_link(format!("{of}/exe")).is_ok_and(|exe| exe.ends_with("unhunch"));
            let words = |of: &str| std::fs::read(format!("{of}/cmdline")).unwrap_or_default();
            let has = |all: &[u8], wanted: &[u8]| all.split(|&b| b == 0).any(|one| one == wanted);
            let at_home = std::fs::read(format!("{of}/environ")).is_ok_and(|all| has(&all, home));
            // Before it becomes what it was started for, a process looks like the one that starts it.
            let stat = std::fs::read_to_string(format!("{of}/stat")).unwrap_or_default();
            let parent = stat.rsplit(')').next().and_then(|rest| rest.split_whitespace().nth(1));
            let begun = parent.is_none_or(|parent| words(&format!("/proc/{parent}")) != words(&of));
            is_app && at_home && begun && !has(&words(&of), b"draw-figures")
        };
        let all = std::fs::read_dir("/proc").expect("the processes").flatten();
        let number = |name: std::ffi::OsString| name.to_str()?.parse().ok().and_then(Pid::from_raw);
        let mut found: Vec<Pid> = all.filter_map(|one| number(one.file_name())).filter(ours).collect();
        found.sort_by_key(|pid| pid.as_raw_nonzero());
        found
    }
}

impl Desktop {
    /// The places of the app's windows.
    pub(crate) fn own_windows(&self) -> Vec<Rect> {
        self.screen().framed("unhunch")
    }

    /// Waits for the app's one window.
    pub(crate) fn until_window(&self) -> Rect {
        let windows = until("a window of the app", WINDOW, || Some(self.own_windows()).filter(|all| !all.is_empty()));
        assert_eq!(windows.len(), 1, "one window at a time");
        windows[0]
    }

    /// Waits until the app has no window.
    pub(crate) fn until_no_window(&self) {
        until("the window to go", WINDOW, || self.own_windows().is_empty().then_some(()));
    }

    /// What a screen reader reads in the app's window.
    pub(crate) fn window_widgets(&self) -> Vec<Widget> {
        self.reader().widgets("unhunch")
    }

    /// The texts of the window.
    pub(crate) fn window_texts(&self) -> Vec<String> {
        self.window_widgets().into_iter().map(|widget| widget.name).filter(|name| !name.is_empty()).collect()
    }

    /// Waits until the window says `text` somewhere.
    pub(crate) fn until_window_says(&self, text: &str) {
        let what = format!("{text:?} in the window");
        until(&what, WINDOW, || self.window_texts().iter().any(|name| name.contains(text)).then_some(()));
    }

    /// Waits for the window's button that begins with `label`, in its place.
    pub(crate) fn until_button(&self, label: &str) -> Widget {
        let button = |w: &Widget| w.is_button() && w.name.starts_with(label) && w.place.width > 0;
        let what = format!("the button {label} in the window");
        until(&what, WINDOW, || self.window_widgets().into_iter().find(button))
    }

    /// Chooses what has this label, whatever it is, as a screen reader's user does.
    pub(crate) fn choose(&self, label: &str) {
        self.reader().press(&self.until_control(label));
    }

    /// Presses the button as a screen reader's user does.
    pub(crate) fn press(&self, label: &str) {
        self.reader().press(&self.until_button(label));
    }

    /// Clicks on the button with the mouse.
    pub(crate) fn click_button(&self, label: &str) {
        click(self.session(), self.until_button(label).place.centre(), 1);
    }

    /// Types a key into whatever has the focus.
    pub(crate) fn key(&self, key: &str) {
        hands(self.session(), &["key", key]);
    }
}
