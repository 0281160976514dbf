//! What keeps the screen awake on KDE: its real power management under an X server of its own, with a mocked logind and UPower
//! (python-dbusmock's templates). A stand-in played by the test itself: that of Plasma 6.5, which the installed one is older
//! than.

use crate::harness::{Bus, Listener, Program, X, alone, eventually, nowhere, owned};
use crate::inhibitors::{BOTH, INHIBIT, INHIBIT_PATH, LOGIND, POWER, fact, mock, says};
use std::process::Command;
use std::time::Duration;
use unhunch::engine::event::Fact;
use unhunch::parts::PartState;

const KDE: &str = "org.kde.Solid.PowerManagement";

#[test]
fn kdes_real_power_management_is_heard() {
    let _alone = alone();
    let bus = Bus::start();
    let (_logind, _upower) = (mock(&bus, "logind", LOGIND), mock(&bus, "upower", "org.freedesktop.UPower"));
    let x = X::start(64);
    let mut command = Command::new("/usr/lib/x86_64-linux-gnu/libexec/org_kde_powerdevil");
    command.env("DISPLAY", &x.name).env("HOME", bus.home()).env("XDG_RUNTIME_DIR", bus.home());
    command.env("XDG_CONFIG_HOME", bus.home().join("config")).env_remove("WAYLAND_DISPLAY");
    command.env("DBUS_SESSION_BUS_ADDRESS", &bus.address).env("DBUS_SYSTEM_BUS_ADDRESS", &bus.address);
    let mut kde = Program::start(&mut command);
    let conn = bus.connect();
    eventually(KDE, || (owned(&conn, KDE) && owned(&conn, POWER)).then_some(()));

    let mut around = nowhere();
    around.session_bus.clone_from(&bus.address);
    let ear = Listener::start(BOTH, Duration::from_mins(1), around);
    let report = ear.report("awake", PartState::Works);
    assert_eq!(report.means, "KDE's power management");
    let holder = bus.connect();
    let with = ("chromium", "Video Wake Lock");
    holder.call_method(Some(POWER), INHIBIT_PATH, Some(INHIBIT), "Inhibit", &with).unwrap();
    says(&ear, "awake", "Chromium keeps the screen awake");
    assert_eq!([fact(&ear), fact(&ear)], [(Fact::Awake, true), (Fact::Watching, true)]);
    drop(holder);
    assert_eq!([fact(&ear), fact(&ear)], [(Fact::Awake, false), (Fact::Watching, false)]);
    let holder = bus.connect();
    let with = ("chromium", "Native desktop capture");
    holder.call_method(Some(POWER), INHIBIT_PATH, Some(INHIBIT), "Inhibit", &with).unwrap();
    assert_eq!([fact(&ear), fact(&ear)], [(Fact::Presenting, true), (Fact::Awake, true)]);
    kde.kill();
    ear.report("presenting", PartState::NotHere);
    assert_eq!(fact(&ear), (Fact::Presenting, false));
    ear.report("awake", PartState::NotHere);
    assert_eq!(fact(&ear), (Fact::Awake, false));
}

/// KDE's policy agent as it is since Plasma 6.5.
struct Agent {
    rows: Vec<(String, String, String, String, u32)>,
}

#[zbus::interface(name = "org.kde.Solid.PowerManagement.PolicyAgent")]
impl Agent {
    #[zbus(property, name = "ActiveInhibitions")]
    fn active(&self) -> Vec<(String, String, String, String, u32)> {
        self.rows.clone()
    }
}

#[test]
fn the_newer_form_of_kdes_list_tells_screen_from_suspend() {
    let _alone = alone();
    let bus = Bus::start();
    let mut around = nowhere();
    around.session_bus.clone_from(&bus.address);
    let ear = Listener::start(BOTH, Duration::from_mins(1), around);
    ear.report("awake", PartState::NotHere);
    let conn = bus.connect();
    let path = "/org/kde/Solid/PowerManagement/PolicyAgent";
    conn.object_server().at(path, Agent { rows: vec![] }).unwrap();
    conn.request_name(KDE).unwrap();
    ear.report("awake", PartState::Works);
    let agent = conn.object_server().interface::<_, Agent>(path).unwrap();
    let rows = |rows: &[(&str, &str)]| {
        let mut now = agent.get_mut();
        let row = |(what, why): &(&str, &str)| {
            ((*what).to_owned(), "firefox".to_owned(), (*why).to_owned(), "block".to_owned(), 3)
        };
        now.rows = rows.iter().map(row).collect();
        zbus::block_on(now.active_inhibitions_changed(agent.signal_emitter())).unwrap();
    };
    rows(&[("sleep", "Downloading"), ("idle", "video-playing")]);
    assert_eq!([fact(&ear), fact(&ear)], [(Fact::Awake, true), (Fact::Watching, true)]);
    rows(&[("sleep", "video-playing")]);
    assert_eq!([fact(&ear), fact(&ear)], [(Fact::Awake, false), (Fact::Watching, false)]);
}
