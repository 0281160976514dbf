//! Do-not-disturb of real notification daemons: dunst and Xfce's under an X server, SwayNotificationCenter and mako under
//! sway; GNOME's setting in a real dconf. What a stand-in plays is in `dnd_doubles`.

use crate::dnd_doubles::stand_in;
use crate::harness::{BOUND, Bus, Listener, Program, SOON, X, alone, appears, eventually, nowhere, owned};
use crate::inhibitors::fact;
use crate::sway::{Sway, unprivileged};
use rustix::process::{Pid, Signal as Kill, kill_process};
use std::process::Command;
use std::time::{Duration, Instant};
use unhunch::engine::event::{Fact, Sense};
use unhunch::parts::PartState;
use unhunch::senses::Signal;
use unhunch::senses::Surroundings;
use unhunch::text::parts::ReportText;
use zbus::blocking::Connection;
use zbus::zvariant::Value;

pub(crate) const NAME: &str = "org.freedesktop.Notifications";
pub(crate) const PATH: &str = "/org/freedesktop/Notifications";
const PROPERTIES: &str = "org.freedesktop.DBus.Properties";

fn around(address: &str) -> Surroundings {
    Surroundings { session_bus: address.into(), ..nowhere() }
}

pub(crate) fn ear(address: &str) -> Listener {
    Listener::start(&[Sense::Dnd], Duration::from_mins(1), around(address))
}

/// The next report that the daemon works, and what it says.
pub(crate) fn works(ear: &Listener, says: &str) -> ReportText {
    let report = ear.report("dnd", PartState::Works);
    assert_eq!(report.says, says, "{report:?}");
    report
}

/// dunst on a bus and an X server of its own.
pub(crate) struct Dunst {
    bus: Bus,
    x: X,
    program: Program,
    conn: Connection,
}

impl Dunst {
    fn start(display: u8) -> Self {
        let (bus, x) = (Bus::start(), X::start(display));
        let program = Self::spawn(&bus, &x);
        let conn = bus.connect();
        eventually("dunst", || owned(&conn, NAME).then_some(()));
        Self { bus, x, program, conn }
    }

    pub(crate) fn spawn(bus: &Bus, x: &X) -> Program {
        let mut command = Command::new("dunst");
        command.args(["-conf", "/dev/null"]).env("DISPLAY", &x.name).env_remove("WAYLAND_DISPLAY");
        Program::start(command.env("DBUS_SESSION_BUS_ADDRESS", &bus.address).env("HOME", bus.home()))
    }

    fn pause(&self, on: bool) {
        let with = ("org.dunstproject.cmd0", "paused", Value::from(on));
        self.conn.call_method(Some(NAME), PATH, Some(PROPERTIES), "Set", &with).unwrap();
    }

    fn signal(&self, signal: Kill) {
        kill_process(Pid::from_child(&self.program.0), signal).unwrap();
    }
}

#[test]
fn dunsts_pause_is_heard_at_once_and_over_a_restart() {
    let _alone = alone();
    let mut dunst = Dunst::start(61);
    dunst.pause(true);
    let ear = ear(&dunst.bus.address);
    let report = works(&ear, "on");
    assert!(report.means.starts_with("dunst 1."), "{report:?}");
    assert_eq!(fact(&ear), (Fact::Dnd, true), "what was on before counts");
    for on in [false, true] {
        let switched = Instant::now();
        dunst.pause(on);
        assert_eq!(fact(&ear), (Fact::Dnd, on));
        assert!(switched.elapsed() < SOON, "{:?}", switched.elapsed());
    }
    dunst.program.kill();
    let report = ear.report("dnd", PartState::NotHere);
    assert!(report.says.contains("no notification daemon"), "{report:?}");
    assert_eq!(fact(&ear), (Fact::Dnd, false));
    dunst.program = Dunst::spawn(&dunst.bus, &dunst.x);
    works(&ear, "off");
    dunst.pause(true);
    assert_eq!(fact(&ear), (Fact::Dnd, true));
}

#[test]
fn a_frozen_daemon_is_told_and_taken_up_when_it_answers_again() {
    let _alone = alone();
    let dunst = Dunst::start(62);
    dunst.pause(true);
    dunst.signal(Kill::STOP);
    let ear = ear(&dunst.bus.address);
    let report = ear.report("dnd", PartState::Failed);
    assert!(!report.says.is_empty() && !report.advice.is_empty(), "{report:?}");
    dunst.signal(Kill::CONT);
    works(&ear, "on");
    assert_eq!(fact(&ear), (Fact::Dnd, true));
}

#[test]
fn xfces_daemon_is_heard_by_its_settings() {
    let _alone = alone();
    let (bus, x) = (Bus::start(), X::start(63));
    let own = |command: &mut Command| {
        command.env("DBUS_SESSION_BUS_ADDRESS", &bus.address).env("HOME", bus.home()).env("DISPLAY", &x.name);
        command.env("XDG_CONFIG_HOME", bus.home().join("config")).env("XDG_CACHE_HOME", bus.home().join("cache"));
        Program::start(command.env("XDG_RUNTIME_DIR", bus.home()).env_remove("WAYLAND_DISPLAY"))
    };
    let conn = bus.connect();
    let _xfconf = own(&mut Command::new("/usr/lib/x86_64-linux-gnu/xfce4/xfconf/xfconfd"));
    eventually("xfconfd", || owned(&conn, "org.xfce.Xfconf").then_some(()));
    let _daemon = own(&mut Command::new("/usr/lib/x86_64-linux-gnu/xfce4/notifyd/xfce4-notifyd"));
    eventually("xfce4-notifyd", || owned(&conn, NAME).then_some(()));
    let ear = ear(&bus.address);
    let report = works(&ear, "off");
    assert!(report.means.starts_with("Xfce Notify Daemon"), "{report:?}");
    for on in ["true", "false"] {
        let switch = ["-c", "xfce4-notifyd", "-p", "/do-not-disturb", "-n", "-t", "bool", "-s", on];
        own(Command::new("xfconf-query").args(switch)).done();
        assert_eq!(fact(&ear), (Fact::Dnd, on == "true"));
    }
    own(Command::new("xfconf-query").args(["-c", "xfce4-notifyd", "-p", "/another", "-n", "-t", "bool", "-s", "true"]))
        .done();
    ear.silence(Duration::from_millis(300));
}

#[test]
fn sways_daemon_is_heard_and_another_one_that_takes_its_place() {
    let _alone = alone();
    let sway = Sway::start();
    let home = sway.home.path();
    let own = |command: &mut Command, bus: &str| {
        command.env("DBUS_SESSION_BUS_ADDRESS", bus).env("HOME", home).env("XDG_RUNTIME_DIR", home);
        command.env("XDG_CONFIG_HOME", home.join("config")).env("WAYLAND_DISPLAY", "wayland-1").env_remove("DISPLAY");
        // swaync takes back a switch that it cannot store.
        Program::start(command.env("GSETTINGS_BACKEND", "memory"))
    };
    let socket = home.join("bus");
    let address = format!("unix:path={}", socket.display());
    std::fs::write(
        home.join("bus.conf"),
        format!(
            "<busconfig><type>session</type><listen>{address}</listen><policy context='default'>\
             <allow user='*'/><allow send_destination='*' eavesdrop='true'/><allow eavesdrop='true'/><allow own='*'/></policy></busconfig>"
        ),
    )
    .unwrap();
    let mut bus = unprivileged("dbus-daemon");
    bus.args(["--nofork", "--nosyslog", "--nopidfile", "--config-file"]).arg(home.join("bus.conf"));
    let _bus = own(&mut bus, &address);
    appears(&socket);
    let conn = zbus::blocking::connection::Builder::address(address.as_str()).unwrap();
    let conn = conn.method_timeout(BOUND).build().unwrap();
    let mut daemon = own(&mut unprivileged("swaync"), &address);
    eventually("swaync", || owned(&conn, "org.erikreider.swaync.cc").then_some(()));
    eventually("its notifications", || owned(&conn, NAME).then_some(()));
    let ear = ear(&address);
    let report = works(&ear, "off");
    assert!(report.means.starts_with("SwayNotificationCenter 0."), "{report:?}");
    for on in [true, false, true] {
        let (name, path) = ("org.erikreider.swaync.cc", "/org/erikreider/swaync/cc");
        conn.call_method(Some(name), path, Some(name), "SetDnd", &on).unwrap();
        assert_eq!(fact(&ear), (Fact::Dnd, on));
    }
    daemon.kill();
    ear.report("dnd", PartState::NotHere);
    assert_eq!(fact(&ear), (Fact::Dnd, false));
    let _mako = own(&mut unprivileged("mako"), &address);
    // 1.7 has no property of its modes.
    let report = ear.pick("mako", |signal| match signal {
        Signal::Part(report) => Some(ReportText::from(report)).filter(|told| told.says.starts_with("mako ")),
        _ => None,
    });
    assert_eq!(report.1.state, PartState::NotHere);
}

#[test]
fn gnomes_setting_is_read_from_dconf_when_it_is_written() {
    let _alone = alone();
    let bus = Bus::start();
    let conn = stand_in(&bus, "gnome-shell", "GNOME");
    let home = bus.home().join("config");
    let own = |command: &mut Command| {
        command.env("DBUS_SESSION_BUS_ADDRESS", &bus.address).env("HOME", bus.home());
        Program::start(command.env("XDG_CONFIG_HOME", &home).env("XDG_RUNTIME_DIR", bus.home()))
    };
    let _dconf = own(&mut Command::new("/usr/libexec/dconf-service"));
    eventually("dconf", || owned(&conn, "ca.desrt.dconf").then_some(()));
    let mut around = around(&bus.address);
    around.config_home = Some(home.clone());
    let ear = Listener::start(&[Sense::Dnd], Duration::from_mins(1), around);
    assert_eq!(works(&ear, "off").means, "gnome-shell 5.27");
    let key = ["org.gnome.desktop.notifications", "show-banners"];
    for banners in ["false", "true"] {
        own(Command::new("gsettings").arg("set").args(key).arg(banners)).done();
        assert_eq!(fact(&ear), (Fact::Dnd, banners == "false"));
    }
    own(Command::new("gsettings").arg("set").args(key).arg("false")).done();
    assert_eq!(fact(&ear), (Fact::Dnd, true));
    own(Command::new("dconf").args(["reset", "-f", "/org/gnome/desktop/notifications/"])).done();
    assert_eq!(fact(&ear), (Fact::Dnd, false));
    own(Command::new("gsettings").args(["set", "org.gnome.desktop.interface", "clock-format", "24h"])).done();
    ear.silence(Duration::from_millis(500));
}

#[test]
fn a_daemon_without_it_is_named() {
    let _alone = alone();
    let bus = Bus::start();
    let _conn = stand_in(&bus, "Some\nVery Very Very Very Very Very Very Very Long Name", "");
    let report = ear(&bus.address).report("dnd", PartState::NotHere);
    assert!(report.says.starts_with("Some Very") && report.says.len() < 90, "{report:?}");
    assert!(report.says.ends_with("has no do-not-disturb that we can read"), "{report:?}");
    let report = Listener::start(&[Sense::Dnd], BOUND, nowhere()).report("dnd", PartState::NotHere);
    assert!(!report.says.is_empty() && !report.advice.is_empty(), "{report:?}");
}
