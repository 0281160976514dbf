//! The notification on screen: what it says, and answering it as a person does.

use super::a11y::Widget;
use super::desktop::{Daemon, Desktop};
use super::process::{SOON, until};
use super::screen::{Rect, click, hands};
use super::session::Session;
use std::time::Duration;

const DUNST: &str = "[global]
origin = top-right
offset = 20x60
width = 400
height = 300
show_age_threshold = -1
idle_threshold = 0
mouse_left_click = do_action
mouse_middle_click = close_current
mouse_right_click = close_all
dmenu = /usr/bin/dmenu -p answer
";

const XFCE: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<channel name="xfce4-notifyd" version="1.0">
  <property name="do-fadeout" type="bool" value="false"/>
  <property name="do-slideout" type="bool" value="false"/>
  <property name="initial-opacity" type="double" value="1.0"/>
</channel>
"#;

/// Writes the settings of the daemons.
pub(super) fn settings(session: &Session) {
    session.write(&session.config().join("dunst/dunstrc"), DUNST);
    session.write(&session.config().join("xfce4/xfconf/xfce-perchannel-xml/xfce4-notifyd.xml"), XFCE);
}

impl Desktop {
    /// Where the popups are, one place each.
    pub(crate) fn popups(&self) -> Vec<Rect> {
        self.screen().windows(self.daemon().0.name())
    }

    /// Waits for the one popup, and for it to have found its place: dunst maps its window before it moves it there.
    pub(crate) fn until_popup(&self, bound: Duration) -> Rect {
        let mut before = Vec::new();
        let popups = until("a notification on screen", bound, || {
            let now = self.popups();
            let steady = !now.is_empty() && now == before;
            before.clone_from(&now);
            steady.then_some(now)
        });
        assert_eq!(popups.len(), 1, "one notification at a time");
        popups[0]
    }

    /// Waits until no popup is there.
    pub(crate) fn until_no_popup(&self) {
        until("the notification to go", SOON, || self.popups().is_empty().then_some(()));
    }

    /// The texts of the popup and its buttons, top to bottom (not dunst's, which paints its own).
    pub(crate) fn popup_texts(&self) -> Vec<String> {
        assert_ne!(self.daemon().0, Daemon::Dunst, "dunst's text cannot be read");
        let widgets = self.reader().widgets(self.daemon().0.name());
        widgets.into_iter().filter(|w| !w.name.is_empty()).map(|w| w.name).collect()
    }

    /// Where to click for the action that begins with `label` (not in dunst).
    pub(crate) fn popup_button(&self, label: &str) -> (i32, i32) {
        let button = |w: &Widget| w.is_button() && w.name.starts_with(label);
        let what = format!("the button {label}");
        until(&what, SOON, || self.reader().widgets(self.daemon().0.name()).into_iter().find(button)).place.centre()
    }

    /// Chooses the action that begins with `label`, with the mouse and, for dunst, with the keys.
    pub(crate) fn answer(&self, label: &str) {
        match self.daemon().0 {
            Daemon::Xfce | Daemon::Mate | Daemon::Lxqt => click(self.session(), self.popup_button(label), 1),
            Daemon::Dunst => {
                click(self.session(), self.until_popup(SOON).centre(), 1);
                until("the list of actions", SOON, || self.screen().windows("dmenu").pop());
                hands(self.session(), &["type", &format!("#{label}")]);
                hands(self.session(), &["key", "Return"]);
                until("the list of actions to go", SOON, || self.screen().windows("dmenu").is_empty().then_some(()));
            }
        }
    }

    /// Closes the popup without a choice.
    pub(crate) fn close_popup(&self) {
        let place = self.until_popup(SOON);
        let button = if self.daemon().0 == Daemon::Dunst { 2 } else { 1 };
        click(self.session(), (place.x + 6, place.y + 6), button);
        self.until_no_popup();
    }
}
