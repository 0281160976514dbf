//! What needs the person's attention until it is put right: in tooltip, menu and `status` for as long as it lasts, and once
//! as a notification. Owns the list, one line a matter, and what of it was not said yet; never what is wrong.

use super::Resident;
use crate::engine::view::{MenuItem, TrayText};
use crate::shell::ipc::{Attention, Condition, FullCondition};
use crate::text::menu;
use std::collections::{BTreeMap, BTreeSet};

/// What can need attention, in the order in which it is shown. A new one is one more word here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Matter {
    /// What was answered is not in the record.
    Record,
    /// A file of the record was set aside.
    Aside,
    /// The settings file.
    Settings,
    /// The person's own library files.
    Library,
    /// Notifications.
    Notifications,
    /// The icon.
    Icon,
    /// The senses.
    Senses,
    /// The first questions.
    Welcome,
}

/// The same view with a line for each of them under the first one.
fn with<'a>(mut view: TrayText, attention: impl Iterator<Item = &'a Attention>) -> TrayText {
    for (at, what) in attention.enumerate() {
        let line = what.line();
        view.tooltip = format!("{}\n{line}", view.tooltip);
        let item = match what.action() {
            Some(action) => MenuItem::Item(line, action),
            None => MenuItem::Label(line),
        };
        view.menu.insert(view.menu.len().min(at + 1), item);
    }
    view
}

/// The list.
#[derive(Debug, Default)]
pub(super) struct Attentions {
    on: BTreeMap<Matter, Attention>,
    untold: BTreeSet<Matter>,
    changed: bool,
    /// Notifications can be shown.
    deliverable: bool,
}

impl Attentions {
    /// How this matter stands from now on. Only what is new, or reads otherwise now, is told once more.
    pub(super) fn set(&mut self, matter: Matter, what: Option<Attention>) {
        if self.on.get(&matter).map(Attention::texts) == what.as_ref().map(Attention::texts) {
            return;
        }
        self.changed = true;
        self.untold.remove(&matter);
        self.on.remove(&matter);
        if let Some(what) = what {
            // What the engine or another notification tells has no sentence here.
            if !what.told().is_empty() {
                self.untold.insert(matter);
            }
            self.on.insert(matter, what);
        }
    }

    /// Whether something is the matter with it.
    pub(super) fn is_on(&self, matter: Matter) -> bool {
        self.on.contains_key(&matter)
    }

    /// Whether notifications can be shown.
    pub(super) fn deliverable(&mut self, up: bool) {
        self.deliverable = up;
    }

    /// The same, as it was told last.
    pub(super) fn is_deliverable(&self) -> bool {
        self.deliverable
    }

    /// The next that was not told yet, which is told with this.
    fn tell(&mut self) -> Option<Attention> {
        if !self.deliverable {
            return None;
        }
        let matter = self.untold.pop_first()?;
        self.on.get(&matter).cloned()
    }
}

impl Resident {
    /// How things are, with what needs attention.
    pub(super) fn condition(&self) -> Condition {
        let attention = self.reports.attention.on.values().cloned().collect();
        Condition { status: self.engine.status(), attention, not_recorded: self.store.not_recorded().cloned() }
    }

    /// How things are, with what can be done now.
    pub(super) fn full_condition(&self) -> FullCondition {
        FullCondition { condition: self.condition(), tray: self.view.clone(), meeting: self.engine.next_meeting() }
    }

    /// Draws the tray as the engine wants it, with what needs attention.
    pub(super) fn draw(&mut self) {
        self.reports.attention.changed = false;
        if let Some(view) = &self.view {
            self.screen.draw(with(menu::tray(view), self.reports.attention.on.values()));
        }
    }

    /// What of the parts needs attention: on a desktop, for in a terminal there is neither icon nor notification to miss.
    pub(super) fn attend_parts(&mut self) {
        if self.screen.has_display() {
            self.reports.attend_parts();
        }
    }

    /// Shows what is new in the list. In a terminal a line of standard error has told it already; a notification waits
    /// until nothing on screen waits for an answer.
    pub(super) fn attend(&mut self) {
        if self.reports.attention.changed {
            self.draw();
        }
        if self.screen.is_terminal() || !self.screen.is_free() {
            return;
        }
        if let Some(what) = self.reports.attention.tell() {
            self.say(&what.told());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_is_told_once_and_shown_until_it_is_put_right() {
        let line = |line| Attention::Settings { lines: vec![line], more: 0 };
        let mut list = Attentions::default();
        list.set(Matter::Library, Some(Attention::Library(2)));
        list.set(Matter::Settings, Some(line(4)));
        assert_eq!(list.tell(), None, "nothing can be told yet, and nothing is lost by asking");
        list.deliverable(true);
        assert_eq!([list.tell(), list.tell(), list.tell()], [Some(line(4)), Some(Attention::Library(2)), None]);
        list.set(Matter::Settings, Some(line(4)));
        assert_eq!(list.tell(), None, "the same again is not told again");
        list.set(Matter::Settings, Some(line(7)));
        let shown: Vec<_> = list.on.values().cloned().collect();
        assert_eq!(shown, [line(7), Attention::Library(2)]);
        list.set(Matter::Settings, None);
        assert_eq!((list.tell(), list.on.len()), (None, 1));
    }
}
