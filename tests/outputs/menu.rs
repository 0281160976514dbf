//! The icon and its menu as a tray host sees them: over D-Bus.

use crate::desk::{Desk, Probe};
use std::collections::BTreeMap;
use zbus::blocking::Connection;
use zbus::zvariant::{OwnedValue, Structure, Value};

const MENU: &str = "com.canonical.dbusmenu";

/// One line of the menu.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Item {
    pub(crate) id: i32,
    pub(crate) text: String,
    pub(crate) enabled: bool,
}

/// An icon on the bus.
pub(crate) struct Icon {
    connection: Connection,
    name: String,
}

/// The icons of this process, as the bus knows them.
pub(crate) fn items(desk: &Desk, probe: &Probe) -> Vec<Icon> {
    let connection = desk.connection();
    let bus = "org.freedesktop.DBus";
    let names = connection.call_method(Some(bus), "/", Some(bus), "ListNames", &()).unwrap();
    let names: Vec<String> = names.body().deserialize().unwrap();
    let prefix = format!("org.kde.StatusNotifierItem-{}-", probe.process.id());
    let ours = names.into_iter().filter(|name| name.starts_with(&prefix));
    ours.map(|name| Icon { connection: connection.clone(), name }).collect()
}

type Layout = (u32, (i32, BTreeMap<String, OwnedValue>, Vec<OwnedValue>));

impl Icon {
    /// All lines, top to bottom, those of submenus after their own.
    pub(crate) fn layout(&self) -> Vec<Item> {
        let reply = self
            .connection
            .call_method(Some(&*self.name), "/MenuBar", Some(MENU), "GetLayout", &(0, -1, Vec::<&str>::new()))
            .unwrap();
        let (_, (_, _, children)): Layout = reply.body().deserialize().unwrap();
        let mut items = Vec::new();
        for child in &children {
            walk(child, &mut items);
        }
        items
    }

    pub(crate) fn click(&self, text: &str) {
        let layout = self.layout();
        let item = layout.iter().find(|item| item.text == text).unwrap_or_else(|| panic!("{text} in {layout:#?}"));
        let body = (item.id, "clicked", Value::from(0), 0_u32);
        self.connection.call_method(Some(&*self.name), "/MenuBar", Some(MENU), "Event", &body).unwrap();
    }

    pub(crate) fn property(&self, name: &str) -> OwnedValue {
        let interface = "org.freedesktop.DBus.Properties";
        let body = ("org.kde.StatusNotifierItem", name);
        let reply =
            self.connection.call_method(Some(&*self.name), "/StatusNotifierItem", Some(interface), "Get", &body);
        reply.unwrap().body().deserialize().unwrap()
    }

    pub(crate) fn text(&self, name: &str) -> String {
        self.property(name).try_into().unwrap()
    }

    /// The pixels of the icon.
    pub(crate) fn pixels(&self) -> Vec<u8> {
        let pictures: Vec<(i32, i32, Vec<u8>)> = self.property("IconPixmap").try_into().unwrap();
        let [(width, height, pixels)] = pictures.try_into().unwrap();
        assert_eq!(pixels.len(), usize::try_from(width * height * 4).unwrap());
        pixels
    }

    /// As a left click does.
    pub(crate) fn activate(&self) {
        let interface = "org.kde.StatusNotifierItem";
        let body = (0, 0);
        self.connection
            .call_method(Some(&*self.name), "/StatusNotifierItem", Some(interface), "Activate", &body)
            .unwrap();
    }
}

fn walk(value: &Value<'_>, items: &mut Vec<Item>) {
    let value = if let Value::Value(inner) = value { inner } else { value };
    let fields = <&Structure<'_>>::try_from(value).unwrap().fields();
    let Value::Dict(properties) = &fields[1] else { panic!("no properties in {value:?}") };
    let property = |name: &str| {
        let mut found = properties.iter().filter(|(key, _)| **key == Value::from(name));
        found.next().map(|(_, value)| if let Value::Value(inner) = value { &**inner } else { value })
    };
    let text = match property("label") {
        Some(Value::Str(text)) => text.replace("__", "_"),
        Some(_) | None => String::new(),
    };
    let enabled = property("enabled") != Some(&Value::from(false));
    items.push(Item { id: fields[0].try_clone().unwrap().try_into().unwrap(), text, enabled });
    if let Value::Array(children) = &fields[2] {
        for child in children.iter() {
            walk(child, items);
        }
    }
}
