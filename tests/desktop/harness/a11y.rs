//! What a screen reader sees and does: the widgets of programs with their texts, places and states, and acting on them.

use super::screen::Rect;
use super::session::Session;
use std::time::Duration;
use zbus::blocking::{Connection, Proxy, connection::Builder};
use zbus::zvariant::OwnedObjectPath;

/// Where a widget is on the accessibility bus: the program's name there, and its path.
type Address = (String, String);

/// Numbers of AT-SPI: a state, and roles.
const CHECKED: u64 = 4;
const FOCUSED: u64 = 12;
const PRESSED: u64 = 20;
const LABEL: u32 = 29;
const BUTTON: u32 = 43;
const APPLICATION: u32 = 75;

/// One widget.
#[derive(Clone, Debug)]
pub(crate) struct Widget {
    at: Address,
    role: u32,
    states: u64,
    pub(crate) name: String,
    pub(crate) place: Rect,
}

impl Widget {
    /// Whether it is there to be pressed.
    pub(crate) fn is_button(&self) -> bool {
        self.role == BUTTON
    }

    /// Whether the other one is this one, perhaps in another place.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        self.at == other.at
    }

    /// Whether it is only read.
    pub(crate) fn is_label(&self) -> bool {
        self.role == LABEL
    }

    /// Whether keys go to it.
    pub(crate) fn is_focused(&self) -> bool {
        self.states & (1 << FOCUSED) != 0
    }

    /// Whether it is chosen, or on.
    pub(crate) fn is_checked(&self) -> bool {
        self.states & (1 << CHECKED | 1 << PRESSED) != 0
    }
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

    /// Does what a click on the widget does, as a screen reader's user does it.
    pub(crate) fn press(&self, widget: &Widget) {
        let done = self.proxy(&widget.at, "Action").call::<_, _, bool>("DoAction", &(0_i32));
        assert!(matches!(done, Ok(true)), "{widget:?} cannot be pressed: {done:?}");
    }

    /// What stands in a field.
    pub(crate) fn value(&self, field: &Widget) -> Option<String> {
        self.proxy(&field.at, "Text").call("GetText", &(0_i32, -1_i32)).ok()
    }

    fn walk(&self, at: &Address, seen: &mut Vec<Widget>) {
        let role = self.proxy(at, "Accessible").call("GetRole", &()).ok();
        // Programs have no place, and GTK's complain when they are asked for one.
        let has_place = role.is_some_and(|role| role != APPLICATION);
        let place = has_place.then(|| self.proxy(at, "Component").call("GetExtents", &(0_u32)).ok()).flatten();
        let states = self.proxy(at, "Accessible").call::<_, _, Vec<u32>>("GetState", &()).unwrap_or_default();
        let states = states.iter().rev().fold(0, |all, &part| all << 32 | u64::from(part));
        if let (Some(role), Some(name), Some((x, y, width, height))) = (role, self.text(at, "Name"), place) {
            seen.push(Widget { at: at.clone(), states, role, name, place: Rect { x, y, width, height } });
        }
        for child in self.children(at) {
            self.walk(&child, seen);
        }
    }

    fn children(&self, at: &Address) -> Vec<Address> {
        let found = self.proxy(at, "Accessible").call::<_, _, Vec<(String, OwnedObjectPath)>>("GetChildren", &());
        found.unwrap_or_default().into_iter().map(|(bus, path)| (bus, path.to_string())).collect()
    }

    fn text(&self, at: &Address, property: &str) -> Option<String> {
        self.proxy(at, "Accessible").get_property(property).ok()
    }

    fn proxy<'p>(&self, at: &'p Address, interface: &str) -> Proxy<'p> {
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

impl Session {
    /// A screen reader is on from now on: programs other than GTK's show themselves only then.
    pub(crate) fn set_screen_reader(&self) {
        let status = Proxy::new(self.bus(), "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Status").unwrap();
        for part in ["IsEnabled", "ScreenReaderEnabled"] {
            status.set_property(part, true).expect("the launcher is told of a screen reader");
        }
    }
}
