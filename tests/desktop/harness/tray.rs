//! The tray: the icons that programs have registered, their menus over the bus, and a real hand on the panel.

use super::desktop::Desktop;
use super::process::{SOON, nap, until};
use super::screen::{Rect, click, hands};
use super::session::Session;
use std::collections::BTreeMap;
use zbus::blocking::{Proxy, proxy};
use zbus::zvariant::{OwnedObjectPath, OwnedValue, Value};

/// The padding above and below the entries of a GTK menu, and the height of a rule, in pixels.
const PADDING: i32 = 4;
const RULE: i32 = 1;
/// No entry is as low as this.
const LOW: i32 = 12;
/// A place where no menu, icon or notification is.
const BESIDE: (i32, i32) = (640, 300);

/// One entry of a menu.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    id: i32,
    pub(crate) label: String,
    pub(crate) enabled: bool,
    pub(crate) rule: bool,
    pub(crate) below: Vec<Entry>,
}

/// A tooltip as it is sent: an icon by name, by pixels, a title and a text.
type Tooltip = (String, Vec<(i32, i32, Vec<u8>)>, String, String);
/// An entry as it is sent: its id, its properties, and those below it.
type Layout = (i32, BTreeMap<String, OwnedValue>, Vec<OwnedValue>);

/// Whether a panel shows icons.
pub(super) fn has_host(session: &Session) -> bool {
    watcher(session).get_property("IsStatusNotifierHostRegistered").unwrap_or(false)
}

fn watcher(session: &Session) -> Proxy<'static> {
    uncached(session, "org.kde.StatusNotifierWatcher", "/StatusNotifierWatcher", "org.kde.StatusNotifierWatcher")
}

fn uncached(session: &Session, name: &str, path: &str, interface: &str) -> Proxy<'static> {
    proxy::Builder::new(session.bus())
        .destination(name.to_owned())
        .and_then(|b| b.path(path.to_owned()))
        .and_then(|b| b.interface(interface.to_owned()))
        .map(|b| b.cache_properties(zbus::proxy::CacheProperties::No))
        .and_then(proxy::Builder::build)
        .expect("an address on the bus")
}

impl Session {
    /// The icons registered with the panel: the bus name and the path of each. None while there is no panel.
    pub(crate) fn icons(&self) -> Vec<(String, String)> {
        let found: Vec<String> = watcher(self).get_property("RegisteredStatusNotifierItems").unwrap_or_default();
        let split = |item: &String| item.find('/').map(|at| (item[..at].to_owned(), item[at..].to_owned()));
        found.iter().filter_map(split).collect()
    }

    /// Waits for the one icon.
    pub(crate) fn until_icon(&self) -> (String, String) {
        let icons = until("an icon in the tray", SOON, || Some(self.icons()).filter(|seen| !seen.is_empty()));
        assert_eq!(icons.len(), 1, "one icon: {icons:?}");
        icons[0].clone()
    }

    /// The icon's tooltip: its title and its text.
    pub(crate) fn tooltip(&self) -> (String, String) {
        let (name, path) = self.until_icon();
        let item = uncached(self, &name, &path, "org.kde.StatusNotifierItem");
        let tip: OwnedValue = item.get_property("ToolTip").expect("a tooltip");
        let tip: Tooltip = tip.try_into().expect("the form of a tooltip");
        (tip.2, tip.3)
    }

    /// The icon's menu.
    pub(crate) fn menu(&self) -> Vec<Entry> {
        let layout: (u32, Layout) = self.dbusmenu().call("GetLayout", &(0, -1, Vec::<&str>::new())).expect("a menu");
        children(layout.1.2)
    }

    /// Chooses the entry behind these labels (each by how it begins), over the bus.
    pub(crate) fn choose(&self, labels: &[&str]) {
        let mut entries = self.menu();
        let mut chosen = None;
        for label in labels {
            let at = position(&entries, label);
            chosen = Some(entries[at].id);
            entries = entries.swap_remove(at).below;
        }
        let event = (chosen.expect("a label"), "clicked", Value::from(0), 0_u32);
        // As a panel tells it: what comes of it is seen, and after *Quit* there may be nobody left to answer.
        self.dbusmenu().call_noreply("Event", &event).expect("the menu takes a click");
    }

    /// A click on the icon, as the panel tells it over the bus.
    pub(crate) fn activate(&self) {
        let (name, path) = self.until_icon();
        let item = uncached(self, &name, &path, "org.kde.StatusNotifierItem");
        item.call::<_, _, ()>("Activate", &(0, 0)).expect("the icon takes a click");
    }

    fn dbusmenu(&self) -> Proxy<'static> {
        let (name, path) = self.until_icon();
        let item = uncached(self, &name, &path, "org.kde.StatusNotifierItem");
        let menu: OwnedObjectPath = item.get_property("Menu").expect("the icon has a menu");
        uncached(self, &name, menu.as_str(), "com.canonical.dbusmenu")
    }
}

fn position(entries: &[Entry], label: &str) -> usize {
    let found = entries.iter().position(|entry| entry.label.starts_with(label));
    found.unwrap_or_else(|| panic!("no entry {label:?} among {entries:?}"))
}

fn children(values: Vec<OwnedValue>) -> Vec<Entry> {
    values.into_iter().filter_map(|value| entry(unpack(value.into()))).collect()
}

/// Entries below others come as variants.
fn unpack(value: Value<'static>) -> Layout {
    let value = if let Value::Value(inner) = value { *inner } else { value };
    let Value::Structure(fields) = value else { panic!("no entry of a menu: {value:?}") };
    let fields = <[Value<'_>; 3]>::try_from(fields.into_fields());
    let Ok([Value::I32(id), Value::Dict(properties), Value::Array(below)]) = fields else {
        panic!("an entry of a menu has other fields");
    };
    let below = below.iter().map(|value| value.try_to_owned().expect("no file descriptors")).collect();
    (id, properties.try_into().expect("the form of an entry"), below)
}

/// One entry; none if it is hidden.
fn entry((id, properties, below): Layout) -> Option<Entry> {
    let text = |key: &str| properties.get(key).and_then(|v| String::try_from(v.clone()).ok()).unwrap_or_default();
    let truth = |key: &str| properties.get(key).and_then(|v| bool::try_from(v.clone()).ok()).unwrap_or(true);
    // An underscore marks the key to press for an entry; two are one.
    let label = text("label").replace("__", "\0").replace('_', "").replace('\0', "_");
    let entry =
        Entry { id, label, enabled: truth("enabled"), rule: text("type") == "separator", below: children(below) };
    truth("visible").then_some(entry)
}

impl Desktop {
    /// A left click on the icon in the panel with the mouse, once the panel has drawn it.
    pub(crate) fn click_icon(&self) {
        self.open_menu();
        // Under the pointer the icon shows a tooltip in time, which is a window as the menu is.
        hands(self.session(), &["mousemove", &BESIDE.0.to_string(), &BESIDE.1.to_string()]);
        self.close_menus();
        let panel = self.panel_place().expect("a panel");
        click(self.session(), (panel.x + 17, panel.y + 16), 1);
    }

    /// Opens the menu by a right click on the icon in the panel and chooses the entry behind these labels with the mouse.
    pub(crate) fn click_menu(&self, labels: &[&str]) {
        let mut entries = self.session().menu();
        let mut menu = self.open_menu();
        for (depth, label) in labels.iter().enumerate() {
            let at = position(&entries, label);
            assert!(entries[at].enabled, "{label} can be chosen");
            click(self.session(), (menu.x + 20, row(menu, &entries, at)), 1);
            entries = entries.swap_remove(at).below;
            if depth + 1 < labels.len() {
                menu = self.until_menus(depth + 2);
            }
        }
        self.until_menus_gone();
    }

    /// Opens the menu by a right click on the icon, which is the first thing in the panel; its place.
    pub(crate) fn open_menu(&self) -> Rect {
        self.session().until_icon();
        let panel = self.panel_place().expect("a panel");
        let rows = i32::try_from(self.session().menu().iter().filter(|entry| !entry.rule).count()).expect("a menu");
        // The panel draws an icon a moment after it was registered; a click before that opens nothing, or the panel's own menu.
        until("the menu of the icon", SOON, || {
            click(self.session(), (panel.x + 17, panel.y + 16), 3);
            let shown = || self.menus().pop();
            let menu = (0..50).find_map(|_| shown().or_else(|| nap(shown)))?;
            let own = menu.height < rows * LOW;
            if own {
                self.close_menus();
            }
            (!own).then_some(())
        });
        self.until_menus(1)
    }

    /// The menus that are open, the deepest last.
    pub(crate) fn menus(&self) -> Vec<Rect> {
        self.screen().windows("wrapper-2.0")
    }

    fn until_menus(&self, count: usize) -> Rect {
        let what = format!("{count} open menus");
        let menus = until(&what, SOON, || Some(self.menus()).filter(|menus| menus.len() == count));
        menus[count - 1]
    }

    /// Closes the menu that is open. One that has just opened does not hear keys yet, and one that did not get the keyboard
    /// hears none: a click beside it closes that.
    fn close_menus(&self) {
        until("the menu to close", SOON, || {
            let gone = || self.menus().is_empty().then_some(());
            let soon = || (0..20).find_map(|_| nap(gone));
            self.key("Escape");
            soon().or_else(|| {
                click(self.session(), BESIDE, 1);
                soon()
            })
        });
    }

    fn until_menus_gone(&self) {
        until("the menu to close", SOON, || self.menus().is_empty().then_some(()));
    }
}

/// The height on screen of the middle of the entry at `at`.
fn row(menu: Rect, entries: &[Entry], at: usize) -> i32 {
    let count = |part: &[Entry], rule: bool| i32::try_from(part.iter().filter(|e| e.rule == rule).count()).unwrap();
    let line = (menu.height - 2 * PADDING - RULE * count(entries, true)) / count(entries, false);
    menu.y + PADDING + RULE * count(&entries[..at], true) + line * count(&entries[..at], false) + line / 2
}
