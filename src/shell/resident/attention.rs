//! What needs the person's attention until it is put right: in tooltip, menu and `status` for as long as it lasts, and once
//! as a notification. Owns the list, one line a matter, and what of it was not said yet; never what is wrong.

use super::Resident;
use crate::engine::view::TrayText;
use crate::engine::view::{MenuAction, MenuItem, Status};
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
}

/// Something that the person should know of until it is put right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Attention {
    /// One short line, for tooltip, menu and status.
    pub line: String,
    /// What choosing the line does, if anything.
    pub action: Option<MenuAction>,
}

/// The same view with these lines under the first one.
fn with(mut view: TrayText, attention: &[Attention]) -> TrayText {
    for (at, told) in attention.iter().enumerate() {
        view.tooltip = format!("{}\n{}", view.tooltip, told.line);
        let item = match &told.action {
            Some(action) => MenuItem::Item(told.line.clone(), action.clone()),
            None => MenuItem::Label(told.line.clone()),
        };
        view.menu.insert(view.menu.len().min(at + 1), item);
    }
    view
}

/// One matter's line, and the sentence of its one notification: a title, and what to do after a line break.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Concern {
    /// In tooltip, menu and `status`.
    pub shown: Attention,
    /// In the notification.
    pub told: String,
}

impl Concern {
    /// From the line and the sentence, as `text` gives them.
    pub(super) fn new((line, told): (String, String), action: Option<MenuAction>) -> Self {
        Self { shown: Attention { line, action }, told }
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
    /// How this matter stands from now on. Only what is new, or is another now, is told once more.
    pub(super) fn set(&mut self, matter: Matter, concern: Option<Concern>) {
        if self.on.get(&matter) == concern.as_ref() {
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

    fn shown(&self) -> Vec<Attention> {
        self.on.values().map(|concern| concern.shown.clone()).collect()
    }

    /// The next sentence that was not told yet, which is told with this.
    fn tell(&mut self) -> Option<String> {
        if !self.deliverable {
            return None;
        }
        let matter = self.untold.pop_first()?;
        self.on.get(&matter).map(|concern| concern.told.clone())
    }
}

impl Resident {
    /// How things are, with what needs attention.
    pub(super) fn status(&self) -> Status {
        let attention = self.reports.attention.on.values().map(|concern| concern.shown.line.clone()).collect();
        Status { attention, not_recorded: self.store.not_recorded().map(str::to_owned), ..self.engine.status() }
    }

    /// Draws the tray as the engine wants it, with what needs attention.
    pub(super) fn draw(&mut self) {
        self.reports.attention.changed = false;
        if let Some(view) = &self.view {
            self.screen.draw(with(menu::tray(view), &self.reports.attention.shown()));
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

    fn concern(line: &str) -> Concern {
        Concern { shown: Attention { line: line.into(), action: None }, told: format!("{line}!") }
    }

    #[test]
    fn each_is_told_once_and_shown_until_it_is_put_right() {
        let mut list = Attentions::default();
        list.set(Matter::Library, Some(concern("b")));
        list.set(Matter::Settings, Some(concern("a")));
        assert_eq!(list.tell(), None, "nothing can be told yet, and nothing is lost by asking");
        list.deliverable(true);
        assert_eq!([list.tell(), list.tell(), list.tell()], [Some("a!".into()), Some("b!".into()), None]);
        list.set(Matter::Settings, Some(concern("a")));
        assert_eq!(list.tell(), None, "the same again is not told again");
        list.set(Matter::Settings, Some(concern("c")));
        assert_eq!(list.shown().iter().map(|one| one.line.as_str()).collect::<Vec<_>>(), ["c", "b"]);
        list.set(Matter::Settings, None);
        assert_eq!((list.tell(), list.shown().len()), (None, 1));
    }
}
