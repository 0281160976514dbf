//! What a screen reader sees: the widgets of the GTK programs, with their texts and places.

use super::screen::Rect;
use super::session::Session;
use std::time::Duration;
use zbus::blocking::{Connection, Proxy, connection::Builder};
use zbus::zvariant::OwnedObjectPath;

/// One widget.
#[derive(Clone, Debug)]
pub(crate) struct Widget {
    pub(crate) role: String,
    pub(crate) name: String,
    pub(crate) place: Rect,
}

/// The accessibility bus.
#[derive(Debug)]
pub(crate) struct Reader {
    bus: Connection,
}

impl Reader {
    /// Connects to the bus that the launcher on the session's bus has started.
    pub(crate) fn open(session: &Session) -> Self {
        let launcher = Proxy::new(session.bus(), "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus").unwrap();
        let address: String = launcher.call("GetAddress", &()).expect("the accessibility bus");
        let bus = Builder::address(address.as_str()).unwrap().method_timeout(Duration::from_secs(5)).build().unwrap();
        Self { bus }
    }

    /// All widgets of the program called `program`; empty if it is not there, or is just leaving.
    pub(crate) fn widgets(&self, program: &str) -> Vec<Widget> {
        let root = ("org.a11y.atspi.Registry".to_owned(), "/org/a11y/atspi/accessible/root".to_owned());
        let mut seen = Vec::new();
        for child in self.children(&root) {
            if self.text(&child, "Name").is_some_and(|name| name == program) {
                self.walk(&child, &mut seen);
            }
        }
        seen
    }

    fn walk(&self, at: &(String, String), seen: &mut Vec<Widget>) {
        let role = self.proxy(at, "Accessible").call("GetRoleName", &()).ok();
        let place = self.proxy(at, "Component").call::<_, _, (i32, i32, i32, i32)>("GetExtents", &(0_u32)).ok();
        if let (Some(role), Some(name), Some((x, y, width, height))) = (role, self.text(at, "Name"), place) {
            seen.push(Widget { role, name, place: Rect { x, y, width, height } });
        }
        for child in self.children(at) {
            self.walk(&child, seen);
        }
    }

    fn children(&self, at: &(String, String)) -> Vec<(String, String)> {
        let found = self.proxy(at, "Accessible").call::<_, _, Vec<(String, OwnedObjectPath)>>("GetChildren", &());
        found.unwrap_or_default().into_iter().map(|(bus, path)| (bus, path.to_string())).collect()
    }

    fn text(&self, at: &(String, String), property: &str) -> Option<String> {
        self.proxy(at, "Accessible").get_property(property).ok()
    }

    fn proxy<'p>(&self, at: &'p (String, String), interface: &str) -> Proxy<'p> {
        let interface = format!("org.a11y.atspi.{interface}");
        zbus::blocking::proxy::Builder::new(&self.bus)
            .destination(at.0.as_str())
            .and_then(|b| b.path(at.1.as_str()))
            .and_then(|b| b.interface(interface))
            .map(|b| b.cache_properties(zbus::proxy::CacheProperties::No))
            .and_then(zbus::blocking::proxy::Builder::build)
            .expect("a widget's address")
    }
}
