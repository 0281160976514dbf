//! The icon where it belongs to the main thread. Owns when it is put up, whether the system has it, and the report of that.
//!
//! It is put up by a message of its own: macOS allows no icon before the loop runs, and a message is taken in only then. On
//! Windows the taskbar may not be there yet, or be too busy to answer, while a session begins: it is asked again 1, 2, 4 ...
//! 64 s later, then with each new view. A taskbar that starts anew is told by tray-icon itself, which hears of it.

use crate::engine::view::TrayText;
use crate::outputs::reporter::Reporter;
use crate::outputs::tray::StatusItem;
use crate::outputs::{Answer, Tell};
use crate::parts::outputs::{Advice, Says};
use crate::parts::{PartId, Report};
use crate::system::main_loop;
use std::fmt;
use std::thread;
use std::time::Duration;
use tray_icon::menu::Menu;

/// How often it is tried again by time alone: the last time after 64 s.
// A taskbar that starts with the session is up within a minute; after that a new view is reason enough to try.
const TRIES: u32 = 7;
/// What shows the icon, by the name that the system gives it.
const MEANS: &str = super::TRAY;

/// The tray icon. Dropping it takes the icon away.
pub(super) struct Tray {
    item: StatusItem,
    /// The loop runs: it may be put up.
    put: bool,
    tell: Tell,
    tries: u32,
    reporter: Reporter,
    /// What was replaced while a menu was open: perhaps it is that one.
    open: Vec<Menu>,
}

impl fmt::Debug for Tray {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Tray").field("put", &self.put).field("reporter", &self.reporter).finish_non_exhaustive()
    }
}

impl Tray {
    pub(super) fn new(tell: Tell) -> Self {
        tell(Answer::PutTray);
        let (item, reporter) = (StatusItem::new(tell.clone()), Reporter::new(tell.clone()));
        Self { item, put: false, tell, tries: 0, reporter, open: Vec::new() }
    }

    /// Shows this.
    pub(super) fn show(&mut self, view: TrayText) {
        // With its last handle a menu is destroyed, and Windows does that under the pointer too.
        if main_loop::menu_is_open() {
            self.open.push(self.item.menu());
        } else {
            self.open.clear();
        }
        let drawn = self.item.draw(view).is_ok();
        if self.put {
            self.keep_up(drawn && self.tries == 0);
        }
    }

    /// Puts it up, if it is not.
    pub(super) fn put(&mut self) {
        self.put = true;
        if self.item.has_view() {
            self.keep_up(false);
        }
    }

    /// Puts it up anew, unless the system has it: that is asked where it is not sure.
    fn keep_up(&mut self, sure: bool) {
        let there = self.item.is_up() && (sure || self.item.confirm().is_ok());
        if there || self.put_up() {
            self.tries = 0;
            self.reporter.report(Report::works(PartId::Tray, MEANS, Says::IconShown));
        } else {
            self.later();
            self.reporter.report(Report::not_here(PartId::Tray, Says::NoTaskbar, Advice::NoTaskbar));
        }
    }

    /// A new one; false if the system does not have it.
    fn put_up(&mut self) -> bool {
        self.item.take_down();
        self.item.put_up().and_then(|()| self.item.confirm()).is_ok()
    }

    fn later(&mut self) {
        if self.tries >= TRIES {
            return;
        }
        let (tell, wait) = (self.tell.clone(), Duration::from_secs(1 << self.tries));
        self.tries += 1;
        let ask = move || {
            thread::sleep(wait);
            tell(Answer::PutTray);
        };
        // Where the system gives no thread, the next view tries.
        drop(thread::Builder::new().name("unhunch-tray".into()).stack_size(64 * 1024).spawn(ask));
    }
}
