//! What keeps the screen awake: GNOME's real session manager under an X server of its own, with a mocked logind
//! (python-dbusmock's template). A stand-in played by the test itself: the interface of other power managers. KDE's is in
//! `inhibitors_kde`.

use crate::harness::{BOUND, Bus, Listener, Program, SOON, X, alone, eventually, nowhere, owned};
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};
use unhunch::engine::event::{Device, Fact, Sense};
use unhunch::parts::PartState;
use unhunch::senses::Signal;
use unhunch::text::parts::ReportText;
use zbus::blocking::Connection;
use zbus::zvariant::Value;

const SESSION: &str = "org.gnome.SessionManager";
const SESSION_PATH: &str = "/org/gnome/SessionManager";
pub(crate) const POWER: &str = "org.freedesktop.PowerManagement";
pub(crate) const INHIBIT: &str = "org.freedesktop.PowerManagement.Inhibit";
pub(crate) const INHIBIT_PATH: &str = "/org/freedesktop/PowerManagement/Inhibit";
pub(crate) const LOGIND: &str = "org.freedesktop.login1";
const LOGIND_PATH: &str = "/org/freedesktop/login1";
const MANAGER: &str = "org.freedesktop.login1.Manager";
const MOCK: &str = "org.freedesktop.DBus.Mock";

/// Both senses that inhibitors feed.
pub(crate) const BOTH: &[Sense] = &[Sense::Awake, Sense::Presenting];

pub(crate) fn mock(bus: &Bus, template: &str, name: &str) -> Program {
    let mut command = Command::new("/usr/bin/python3");
    command.args(["-m", "dbusmock", "--system", "--template", template]);
    let mock = Program::start(command.env("DBUS_SYSTEM_BUS_ADDRESS", &bus.address));
    let conn = bus.connect();
    eventually(name, || owned(&conn, name).then_some(()));
    mock
}

/// GNOME's real session manager, with one program to run: one that ends with the bus.
pub(crate) struct Gnome {
    pub(crate) bus: Bus,
    program: Program,
    conn: Connection,
    _logind: Program,
    pub(crate) x: X,
}

impl Gnome {
    /// On this display, from 61 to 69.
    pub(crate) fn start(display: u8) -> Self {
        let bus = Bus::start();
        let logind = mock(&bus, "logind", LOGIND);
        let x = X::start(display);
        let data = bus.home().join("data");
        write(
            &data.join("gnome-session/sessions/test.session"),
            "[GNOME Session]\nName=test\nRequiredComponents=keep\n",
        );
        write(
            &data.join("applications/keep.desktop"),
            "[Desktop Entry]\nType=Application\nName=keep\nExec=dbus-monitor --session type=error\n",
        );
        let program = Self::spawn(&bus, &x);
        let conn = bus.connect();
        eventually(SESSION, || owned(&conn, SESSION).then_some(()));
        Self { bus, program, conn, _logind: logind, x }
    }

    fn spawn(bus: &Bus, x: &X) -> Program {
        let mut command = Command::new("/usr/libexec/gnome-session-binary");
        command.args(["--builtin", "--session=test"]).env("DISPLAY", &x.name).env("GSETTINGS_BACKEND", "memory");
        command.env("XDG_DATA_HOME", bus.home().join("data")).env("XDG_CONFIG_HOME", bus.home().join("config"));
        command.env("HOME", bus.home()).env("XDG_RUNTIME_DIR", bus.home());
        command.env("DBUS_SESSION_BUS_ADDRESS", &bus.address).env("DBUS_SYSTEM_BUS_ADDRESS", &bus.address);
        Program::start(command.env_remove("WAYLAND_DISPLAY").env_remove("SESSION_MANAGER"))
    }

    /// A program that holds the session until it is killed.
    pub(crate) fn hold(&self, program: &str, reason: &str, what: &str) -> Program {
        let mut command = Command::new("gnome-session-inhibit");
        command.args(["--app-id", program, "--reason", reason, "--inhibit", what, "--inhibit-only"]);
        Program::start(command.env("DBUS_SESSION_BUS_ADDRESS", &self.bus.address))
    }

    fn ear(&self, wanted: &[Sense]) -> Listener {
        let mut around = nowhere();
        around.session_bus.clone_from(&self.bus.address);
        Listener::start(wanted, Duration::from_mins(1), around)
    }
}

fn write(path: &Path, text: &str) {
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, text).unwrap();
}

pub(crate) fn fact(ear: &Listener) -> (Fact, bool) {
    ear.pick("a fact", |signal| match signal {
        Signal::Desktop { fact, on } => Some((*fact, *on)),
        _ => None,
    })
    .1
}

pub(crate) fn says(ear: &Listener, part: &str, what: &str) {
    ear.pick(what, |signal| match signal {
        Signal::Part(report) if report.part.token() == part && ReportText::from(report).says.contains(what) => Some(()),
        _ => None,
    });
}

fn call(ear: &Listener, bound: Duration) -> (Instant, bool, Option<String>) {
    let call = ear.pick_within(bound, |signal| match signal {
        Signal::Call { device: Device::Connection, on, program } => Some((*on, program.clone())),
        _ => None,
    });
    let (at, (on, program)) = call.unwrap();
    (at, on, program)
}

#[test]
fn gnomes_session_tells_films_shares_and_calls_apart() {
    let _alone = alone();
    let mut gnome = Gnome::start(61);
    let ear = gnome.ear(BOTH);
    let report = ear.report("presenting", PartState::Works);
    assert_eq!(report.says, "the screen is not shared");
    let report = ear.report("awake", PartState::Works);
    assert_eq!(
        (report.means.as_str(), report.says.as_str()),
        ("the session manager", "nothing keeps the screen awake")
    );

    let mut film = gnome.hold("/usr/bin/chromium", "Video Wake Lock", "idle");
    says(&ear, "awake", "Chromium keeps the screen awake");
    assert_eq!([fact(&ear), fact(&ear)], [(Fact::Awake, true), (Fact::Watching, true)]);
    let killed = Instant::now();
    film.kill();
    assert_eq!([fact(&ear), fact(&ear)], [(Fact::Awake, false), (Fact::Watching, false)]);
    assert!(killed.elapsed() < SOON, "{:?}", killed.elapsed());

    let mut share = gnome.hold("chromium", "Native desktop capture", "idle");
    says(&ear, "presenting", "the screen is shared");
    assert_eq!([fact(&ear), fact(&ear)], [(Fact::Presenting, true), (Fact::Awake, true)]);
    share.kill();
    assert_eq!([fact(&ear), fact(&ear)], [(Fact::Presenting, false), (Fact::Awake, false)]);

    let _music = gnome.hold("rhythmbox", "Playing", "suspend");
    let _burning = gnome.hold("brasero", "Burning a disc", "logout:suspend");
    let begin = Instant::now();
    let mut connected = gnome.hold("chromium", "WebRTC has active PeerConnections", "suspend");
    let (at, on, program) = call(&ear, BOUND);
    assert!(on && at - begin >= Duration::from_secs(5), "{:?}", at - begin);
    assert_eq!(program.as_deref(), Some("chromium"));
    let begin = Instant::now();
    connected.kill();
    let (at, on, _) = call(&ear, Duration::from_secs(20));
    assert!(!on && at - begin >= Duration::from_secs(15), "{:?}", at - begin);
    ear.silence(Duration::from_millis(300));

    gnome.program.kill();
    let report = ear.report("awake", PartState::NotHere);
    assert!(!report.says.is_empty() && !report.advice.is_empty(), "{report:?}");
}

#[test]
fn a_storm_of_inhibitors_is_survived_and_what_was_there_before_counts() {
    let _alone = alone();
    let gnome = Gnome::start(62);
    let storm = gnome.bus.connect();
    for n in 0..150_u32 {
        let with = (format!("program {n}"), 0_u32, "meeting ".repeat(5_000), 8_u32);
        storm.call_method(Some(SESSION), SESSION_PATH, Some(SESSION), "Inhibit", &with).unwrap();
    }
    let ear = gnome.ear(&[Sense::Awake]);
    let report = ear.report("awake", PartState::Works);
    assert!(report.says.starts_with("Program") && report.says.len() < 100, "{report:?}");
    assert_eq!(fact(&ear), (Fact::Awake, true));
    for n in 0..150_u32 {
        let with = (format!("more {n}"), 0_u32, "meeting", 8_u32);
        storm.call_method(Some(SESSION), SESSION_PATH, Some(SESSION), "Inhibit", &with).unwrap();
    }
    drop(storm);
    assert_eq!(fact(&ear), (Fact::Awake, false));
    let listed = gnome.conn.call_method(Some(SESSION), SESSION_PATH, Some(SESSION), "GetInhibitors", &()).unwrap();
    let left: Vec<zbus::zvariant::OwnedObjectPath> = listed.body().deserialize().unwrap();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn only_a_wanted_sense_is_told() {
    let _alone = alone();
    let gnome = Gnome::start(63);
    let ear = gnome.ear(&[Sense::Presenting]);
    ear.report("presenting", PartState::Works);
    let _share = gnome.hold("chromium", "Native desktop capture", "idle");
    let _call = gnome.hold("chromium", "WebRTC has active PeerConnections", "suspend");
    let heard = ear.pick("a word", |signal| match signal {
        Signal::Part(report) if ["presenting", "clocks"].contains(&report.part.token()) => None,
        Signal::Part(report) if report.state == PartState::Off => None,
        other => Some(other.clone()),
    });
    assert_eq!(heard.1, Signal::Desktop { fact: Fact::Presenting, on: true });
    ear.silence(Duration::from_secs(6));
}

/// The interface of power managers.
struct PowerManager {
    any: bool,
}

#[zbus::interface(name = "org.freedesktop.PowerManagement.Inhibit")]
impl PowerManager {
    #[zbus(name = "HasInhibit")]
    fn any(&self) -> bool {
        self.any
    }
}

#[test]
fn a_power_manager_tells_the_bare_fact() {
    let _alone = alone();
    let bus = Bus::start();
    let conn = bus.connect();
    conn.object_server().at(INHIBIT_PATH, PowerManager { any: false }).unwrap();
    conn.request_name(POWER).unwrap();
    let mut around = nowhere();
    around.session_bus.clone_from(&bus.address);
    let ear = Listener::start(BOTH, Duration::from_mins(1), around);
    assert_eq!(ear.report("awake", PartState::Works).means, "the power manager");
    let manager = conn.object_server().interface::<_, PowerManager>(INHIBIT_PATH).unwrap();
    for any in [true, false] {
        manager.get_mut().any = any;
        conn.emit_signal(None::<&str>, INHIBIT_PATH, INHIBIT, "HasInhibitChanged", &any).unwrap();
        assert_eq!(fact(&ear), (Fact::Awake, any));
    }
}

#[test]
fn logind_tells_what_is_held_without_the_desktop() {
    let _alone = alone();
    let bus = Bus::start();
    let mut logind = mock(&bus, "logind", LOGIND);
    let conn = bus.connect();
    let me = rustix::process::geteuid().as_raw();
    let property = (MANAGER, "BlockInhibited", Value::from(""));
    conn.call_method(Some(LOGIND), LOGIND_PATH, Some(MOCK), "AddProperty", &property).unwrap();
    let list = |rows: &str| {
        let code = format!("ret = dbus.Array([{rows}], signature='(ssssuu)')").replace("ME", &me.to_string());
        let method = (MANAGER, "ListInhibitors", "", "a(ssssuu)", code);
        conn.call_method(Some(LOGIND), LOGIND_PATH, Some(MOCK), "AddMethod", &method).unwrap();
        let change = std::collections::BTreeMap::from([("BlockInhibited", Value::from(rows))]);
        conn.call_method(Some(LOGIND), LOGIND_PATH, Some(MOCK), "UpdateProperties", &(MANAGER, change)).unwrap();
    };
    list("('sleep', 'NetworkManager', 'x', 'delay', 0, 1)");
    let mut around = nowhere();
    around.system_bus.clone_from(&bus.address);
    let ear = Listener::start(&[Sense::Awake], Duration::from_mins(1), around);
    assert_eq!(ear.report("awake", PartState::Works).means, "logind");
    list("('idle', 'make', 'a long build', 'block', ME, 1)");
    says(&ear, "awake", "Make keeps the screen awake");
    assert_eq!(fact(&ear), (Fact::Awake, true));
    logind.kill();
    ear.report("awake", PartState::NotHere);
    assert_eq!(fact(&ear), (Fact::Awake, false));
}
