//! Do-not-disturb of daemons that the test itself plays, by name and properties: GNOME Shell, Plasma, and a mako that is newer
//! than the installed one.

use crate::dnd::{NAME, PATH, ear, works};
use crate::harness::{Bus, alone};
use crate::inhibitors::fact;
use unhunch::engine::event::Fact;
use zbus::blocking::Connection;

/// A daemon by its name, with the properties of KDE's.
struct Named {
    name: &'static str,
    vendor: &'static str,
    inhibited: bool,
}

#[zbus::interface(name = "org.freedesktop.Notifications")]
impl Named {
    #[zbus(name = "GetServerInformation")]
    fn information(&self) -> (&str, &str, &str, &str) {
        (self.name, self.vendor, "5.27", "1.2")
    }

    #[zbus(property, name = "Inhibited")]
    fn inhibited(&self) -> bool {
        self.inhibited
    }
}

pub(crate) fn stand_in(bus: &Bus, name: &'static str, vendor: &'static str) -> Connection {
    let conn = bus.connect();
    conn.object_server().at(PATH, Named { name, vendor, inhibited: false }).unwrap();
    conn.request_name(NAME).unwrap();
    conn
}

#[test]
fn plasmas_word_is_heard() {
    let _alone = alone();
    let bus = Bus::start();
    let conn = stand_in(&bus, "Plasma", "KDE");
    let ear = ear(&bus.address);
    assert_eq!(works(&ear, "off").means, "Plasma 5.27");
    let daemon = conn.object_server().interface::<_, Named>(PATH).unwrap();
    for on in [true, false] {
        let mut now = daemon.get_mut();
        now.inhibited = on;
        zbus::block_on(now.inhibited_changed(daemon.signal_emitter())).unwrap();
        drop(now);
        assert_eq!(fact(&ear), (Fact::Dnd, on));
    }
}

/// mako's own interface since 1.8.
struct Mako {
    modes: Vec<String>,
}

#[zbus::interface(name = "fr.emersion.Mako")]
impl Mako {
    #[zbus(property(emits_changed_signal = "invalidates"), name = "Modes")]
    fn modes(&self) -> Vec<String> {
        self.modes.clone()
    }
}

#[test]
fn makos_modes_are_heard() {
    let _alone = alone();
    let bus = Bus::start();
    let conn = stand_in(&bus, "mako", "emersion");
    conn.object_server().at("/fr/emersion/Mako", Mako { modes: vec!["default".into()] }).unwrap();
    let ear = ear(&bus.address);
    works(&ear, "off");
    let mako = conn.object_server().interface::<_, Mako>("/fr/emersion/Mako").unwrap();
    for on in [true, false] {
        let mut now = mako.get_mut();
        now.modes = if on { vec!["default".into(), "do-not-disturb".into()] } else { vec!["away".into()] };
        // It says that they changed, not what they are.
        zbus::block_on(now.modes_invalidate(mako.signal_emitter())).unwrap();
        drop(now);
        assert_eq!(fact(&ear), (Fact::Dnd, on));
    }
}
