//! The menu as the tray's crate wants it. Owns the lines and what each does; a menu of the same build is changed in
//! place, so that an open one does not close under the pointer. Never uses check marks: they are unsound here.

use crate::engine::view::{MenuAction, MenuItem};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use tray_icon::menu::{self, IsMenuItem, Menu, PredefinedMenuItem, Submenu};

/// What the lines do, by their ids; read by the thread that hears the clicks.
#[derive(Clone, Default)]
pub(super) struct Actions(Arc<Mutex<BTreeMap<String, MenuAction>>>);

impl Actions {
    /// What the line of this id does; none if it is gone or does nothing.
    pub(super) fn get(&self, id: &str) -> Option<MenuAction> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(id).cloned()
    }

    fn put(&self, id: &str, action: &MenuAction) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(id.to_owned(), action.clone());
    }

    fn clear(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}

enum MenuLine {
    // No check marks: muda counts and borrows theirs without a lock, on our thread and on ksni's at once.
    Text(menu::MenuItem),
    Sub(Submenu, Vec<MenuLine>),
    Rule,
}

/// The menu that is up.
pub(super) struct Lines {
    menu: Menu,
    up: Vec<MenuLine>,
    items: Vec<MenuItem<String>>,
    actions: Actions,
    /// How often it was built: ids of an older build do nothing.
    build: u32,
}

impl Lines {
    pub(super) fn new(actions: Actions) -> Self {
        Self { menu: Menu::new(), up: Vec::new(), items: Vec::new(), actions, build: 0 }
    }

    /// The menu for the crate: the same lines behind another handle.
    pub(super) fn menu(&self) -> Menu {
        self.menu.clone()
    }

    /// Makes the menu say this. True if it was built anew and must be handed over again.
    pub(super) fn set(&mut self, items: Vec<MenuItem<String>>) -> menu::Result<bool> {
        if items == self.items {
            return Ok(false);
        }
        let same = alike(&items, &self.items);
        if same {
            update(&self.up, &self.items, &items, &self.actions);
        } else {
            self.build += 1;
            self.actions.clear();
            let menu = Menu::new();
            self.up = build(&items, &self.build.to_string(), &self.actions, &|item| menu.append(item))?;
            self.menu = menu;
        }
        self.items = items;
        Ok(!same)
    }
}

/// Whether both are built the same: only texts, and what an item does, may differ.
fn alike(one: &[MenuItem<String>], other: &[MenuItem<String>]) -> bool {
    one.len() == other.len()
        && one.iter().zip(other).all(|pair| match pair {
            (MenuItem::Label(_), MenuItem::Label(_))
            | (MenuItem::Item(..), MenuItem::Item(..))
            | (MenuItem::Separator, MenuItem::Separator) => true,
            (MenuItem::Submenu(_, one), MenuItem::Submenu(_, other)) => alike(one, other),
            (MenuItem::Label(_) | MenuItem::Item(..) | MenuItem::Submenu(..) | MenuItem::Separator, _) => false,
        })
}

fn update(lines: &[MenuLine], old: &[MenuItem<String>], new: &[MenuItem<String>], actions: &Actions) {
    for (line, (old, new)) in lines.iter().zip(old.iter().zip(new)) {
        if old == new {
            continue;
        }
        match (line, old, new) {
            (MenuLine::Text(item), _, MenuItem::Label(text)) => item.set_text(shown(text)),
            (MenuLine::Text(item), _, MenuItem::Item(text, action)) => {
                actions.put(item.id().as_ref(), action);
                item.set_text(shown(text));
            }
            (MenuLine::Sub(sub, lines), MenuItem::Submenu(_, old), MenuItem::Submenu(text, new)) => {
                sub.set_text(shown(text));
                update(lines, old, new, actions);
            }
            // The menus are alike, so nothing else can meet.
            (MenuLine::Text(_) | MenuLine::Sub(..) | MenuLine::Rule, _, _) => {}
        }
    }
}

type Append<'a> = &'a dyn Fn(&dyn IsMenuItem) -> menu::Result<()>;

fn build(items: &[MenuItem<String>], path: &str, actions: &Actions, append: Append) -> menu::Result<Vec<MenuLine>> {
    let mut lines = Vec::with_capacity(items.len());
    for (at, item) in items.iter().enumerate() {
        let id = format!("{path}.{at}");
        lines.push(match item {
            MenuItem::Label(text) => {
                let line = menu::MenuItem::with_id(id, shown(text), false, None);
                append(&line)?;
                MenuLine::Text(line)
            }
            MenuItem::Item(text, action) => {
                actions.put(&id, action);
                let line = menu::MenuItem::with_id(id, shown(text), true, None);
                append(&line)?;
                MenuLine::Text(line)
            }
            MenuItem::Submenu(text, items) => {
                let sub = Submenu::with_id(id.clone(), shown(text), true);
                let lines = build(items, &id, actions, &|item| sub.append(item))?;
                append(&sub)?;
                MenuLine::Sub(sub, lines)
            }
            MenuItem::Separator => {
                append(&PredefinedMenuItem::separator())?;
                MenuLine::Rule
            }
        });
    }
    Ok(lines)
}

/// A line's text as the crate reads it.
fn shown(text: &str) -> String {
    // One alone would mark the next letter as a key.
    text.replace('&', "&&")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::event::Request;

    fn items(first: &str, last: MenuAction) -> Vec<MenuItem<String>> {
        vec![
            MenuItem::Label(first.into()),
            MenuItem::Separator,
            MenuItem::Submenu("Pause".into(), vec![MenuItem::Item("15 & more".into(), last)]),
        ]
    }

    #[test]
    fn a_menu_of_the_same_build_is_changed_in_place() {
        let actions = Actions::default();
        let mut lines = Lines::new(actions.clone());
        assert!(lines.set(items("Next break 10:42", MenuAction::Review)).unwrap());
        assert_eq!(actions.get("1.2.0"), Some(MenuAction::Review));
        assert!(!lines.set(items("Next break 10:45", MenuAction::Quit)).unwrap());
        assert_eq!(actions.get("1.2.0"), Some(MenuAction::Quit));
        let MenuLine::Text(label) = &lines.up[0] else { panic!("the first line is text") };
        assert_eq!((label.text().as_str(), label.is_enabled()), ("Next break 10:45", false));
        let MenuLine::Sub(_, below) = &lines.up[2] else { panic!("the third line is a submenu") };
        let MenuLine::Text(item) = &below[0] else { panic!("with text in it") };
        assert_eq!((item.text().as_str(), item.is_enabled()), ("15 && more", true));
    }

    #[test]
    fn a_menu_built_anew_forgets_the_ids_of_the_one_before() {
        let actions = Actions::default();
        let mut lines = Lines::new(actions.clone());
        lines.set(items("a", MenuAction::Review)).unwrap();
        assert!(lines.set(vec![MenuItem::Item("Resume".into(), MenuAction::Ask(Request::Resume))]).unwrap());
        assert_eq!(actions.get("1.2.0"), None);
        assert_eq!(actions.get("2.0"), Some(MenuAction::Ask(Request::Resume)));
        assert!(!lines.set(lines.items.clone()).unwrap());
    }
}
