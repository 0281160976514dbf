//! What needs the person's attention until it is put right: in tooltip, menu and `status` for as long as it lasts, and once
//! as a notification. Owns the list, one line a matter, and what of it was not said yet; never what is wrong.

use super::Resident;
use crate::engine::status::Status;
use crate::engine::view::{MenuAction, MenuItem, TrayText};
use crate::ledger::aside::Aside;
use crate::text::attention::{self, Instead};
use crate::text::{ledger, menu};
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
}

/// The same view with a line for each of these under the first one; choosing a line may do something.
fn with<'a>(mut view: TrayText, concerns: impl Iterator<Item = &'a Concern>) -> TrayText {
    for (at, concern) in concerns.enumerate() {
        let (line, _) = concern.said();
        view.tooltip = format!("{}\n{line}", view.tooltip);
        let item = match concern.action() {
            Some(action) => MenuItem::Item(line, action),
            None => MenuItem::Label(line),
        };
        view.menu.insert(view.menu.len().min(at + 1), item);
    }
    view
}

/// How a matter stands, as a value: it is said in the language that counts when it is shown.
#[derive(Clone, Debug)]
pub(super) enum Concern {
    /// Why answers are not in the record yet.
    Unrecorded(String),
    /// Files of the record that were set aside.
    SetAside(Vec<Aside>),
    /// Lines of the settings that do not count, and how many more.
    Lines(Vec<usize>, usize),
    /// The settings file cannot be read.
    Unreadable(Instead),
    /// So many entries of the person's own library files are left out.
    Entries(usize),
}

impl Concern {
    /// Its line, and the sentence of its one notification: a title, and what to do after a line break.
    fn said(&self) -> (String, String) {
        match self {
            Self::Unrecorded(why) => ledger::waits(why),
            Self::SetAside(files) => ledger::set_aside(files),
            Self::Lines(lines, more) => attention::settings(lines, *more),
            Self::Unreadable(instead) => attention::no_settings(*instead),
            Self::Entries(count) => attention::library(*count),
        }
    }

    fn action(&self) -> Option<MenuAction> {
        match self {
            Self::SetAside(_) => Some(MenuAction::Seen),
            Self::Lines(..) | Self::Unreadable(_) => Some(MenuAction::Settings),
            Self::Unrecorded(_) | Self::Entries(_) => None,
        }
    }
}

/// The list.
#[derive(Debug, Default)]
pub(super) struct Attentions {
    on: BTreeMap<Matter, Concern>,
    untold: BTreeSet<Matter>,
    changed: bool,
    /// Notifications can be shown.
    deliverable: bool,
}

impl Attentions {
    /// How this matter stands from now on. Only what is new, or reads otherwise now, is told once more.
    pub(super) fn set(&mut self, matter: Matter, concern: Option<Concern>) {
        if self.on.get(&matter).map(Concern::said) == concern.as_ref().map(Concern::said) {
            return;
        }
        self.changed = true;
        self.untold.remove(&matter);
        self.on.remove(&matter);
        if let Some(concern) = concern {
            self.untold.insert(matter);
            self.on.insert(matter, concern);
        }
    }

    /// Whether notifications can be shown.
    pub(super) fn deliverable(&mut self, up: bool) {
        self.deliverable = up;
    }

    /// The same, as it was told last.
    pub(super) fn is_deliverable(&self) -> bool {
        self.deliverable
    }

    /// A line for each, in their order.
    fn lines(&self) -> Vec<String> {
        self.on.values().map(|concern| concern.said().0).collect()
    }

    /// The next sentence that was not told yet, which is told with this.
    fn tell(&mut self) -> Option<String> {
        if !self.deliverable {
            return None;
        }
        let matter = self.untold.pop_first()?;
        self.on.get(&matter).map(|concern| concern.said().1)
    }
}

impl Resident {
    /// How things are, with what needs attention.
    pub(super) fn status(&self) -> Status {
        Status {
            attention: self.reports.attention.lines(),
            not_recorded: self.store.not_recorded().map(str::to_owned),
            ..self.engine.status()
        }
    }

    /// Draws the tray as the engine wants it, with what needs attention.
    pub(super) fn draw(&mut self) {
        self.reports.attention.changed = false;
        if let Some(view) = &self.view {
            self.screen.draw(with(menu::tray(view), self.reports.attention.on.values()));
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
        if let Some(sentence) = self.reports.attention.tell() {
            self.say(&sentence);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_is_told_once_and_shown_until_it_is_put_right() {
        let mut list = Attentions::default();
        let (settings, library) = (|line| Concern::Lines(vec![line], 0), Concern::Entries(2));
        let told = |concern: &Concern| Some(concern.said().1);
        list.set(Matter::Library, Some(library.clone()));
        list.set(Matter::Settings, Some(settings(4)));
        assert_eq!(list.tell(), None, "nothing can be told yet, and nothing is lost by asking");
        list.deliverable(true);
        assert_eq!([list.tell(), list.tell(), list.tell()], [told(&settings(4)), told(&library), None]);
        list.set(Matter::Settings, Some(settings(4)));
        assert_eq!(list.tell(), None, "the same again is not told again");
        list.set(Matter::Settings, Some(settings(9)));
        assert_eq!(list.lines(), [settings(9).said().0, library.said().0]);
        list.set(Matter::Settings, None);
        assert_eq!((list.tell(), list.lines().len()), (None, 1));
    }
}
