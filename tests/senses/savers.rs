//! Screen savers on the session bus, played by the test itself (stand-ins with the real names and interfaces).

use crate::harness::{Bus, Listener, alone, nowhere};
use std::time::Duration;
use unhunch::engine::event::Sense;
use unhunch::parts::PartState;
use zbus::blocking::Connection;

struct Saver {
    active: bool,
}

#[zbus::interface(name = "org.xfce.ScreenSaver")]
impl Saver {
    #[zbus(name = "GetActive")]
    fn active(&self) -> bool {
        self.active
    }
}

fn saver(bus: &Bus, active: bool) -> Connection {
    let conn = bus.connect();
    conn.object_server().at("/org/xfce/ScreenSaver", Saver { active }).unwrap();
    conn.request_name("org.xfce.ScreenSaver").unwrap();
    conn
}

fn say(conn: &Connection, interface: &str, path: &str, active: bool) {
    conn.emit_signal(None::<&str>, path, interface, "ActiveChanged", &active).unwrap();
}

fn ear(bus: &Bus) -> Listener {
    let mut around = nowhere();
    around.session_bus.clone_from(&bus.address);
    let senses = &[Sense::Lock];
    Listener::start(senses, Duration::from_mins(1), around)
}

#[test]
fn a_saver_that_is_active_at_the_start_counts_and_one_that_dies_does_not() {
    let _alone = alone();
    let bus = Bus::start();
    let xfce = saver(&bus, true);
    let ear = ear(&bus);
    let report = ear.report("lock", PartState::Works);
    assert_eq!(report.means, "org.xfce.ScreenSaver");
    assert!(ear.locked());
    say(&xfce, "org.xfce.ScreenSaver", "/org/xfce/ScreenSaver", false);
    assert!(!ear.locked());
    say(&xfce, "org.xfce.ScreenSaver", "/org/xfce/ScreenSaver", true);
    assert!(ear.locked());
    drop(xfce);
    ear.report("lock", PartState::NotHere);
    assert!(!ear.locked());
}

#[test]
fn a_saver_that_comes_later_is_heard_and_each_by_its_own_name() {
    let _alone = alone();
    let bus = Bus::start();
    let ear = ear(&bus);
    ear.report("lock", PartState::NotHere);
    let xfce = saver(&bus, false);
    ear.report("lock", PartState::Works);
    assert!(!ear.locked());
    for name in ["freedesktop", "gnome", "mate", "cinnamon"] {
        let conn = bus.connect();
        let interface = format!("org.{name}.ScreenSaver");
        let path = format!("/org/{name}/ScreenSaver");
        // Answers every question, this one by an error: a saver without `GetActive` is not active.
        let _answers = conn.object_server();
        conn.request_name(interface.as_str()).unwrap();
        say(&conn, &interface, &path, true);
        assert!(ear.locked(), "{name}");
        say(&conn, &interface, &path, false);
        assert!(!ear.locked(), "{name}");
    }
    drop(xfce);
}
