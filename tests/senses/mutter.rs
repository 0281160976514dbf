//! Idle on GNOME's real compositor, without a screen. Its input comes by its remote desktop interface.

use crate::harness::{Bus, IDLE, Listener, Program, SOON, alone, eventually, nowhere, owned};
use std::os::unix::fs::PermissionsExt;
use std::process::Command;
use std::time::{Duration, Instant};
use unhunch::parts::PartState;
use unhunch::senses::Surroundings;
use zbus::blocking::Connection;
use zbus::zvariant::OwnedObjectPath;

const REMOTE: &str = "org.gnome.Mutter.RemoteDesktop";
const SESSION: &str = "org.gnome.Mutter.RemoteDesktop.Session";
const MONITOR: &str = "org.gnome.Mutter.IdleMonitor";
/// The key `a`, as the kernel numbers keys.
const KEY_A: u32 = 30;

pub(crate) struct Mutter {
    pub(crate) bus: Bus,
    pub(crate) conn: Connection,
    keyboard: OwnedObjectPath,
    program: Program,
}

impl Mutter {
    pub(crate) fn start() -> Self {
        let bus = Bus::start();
        let conn = bus.connect();
        let program = Self::spawn(&bus);
        let mut mutter = Self { bus, conn, keyboard: OwnedObjectPath::try_from("/").unwrap(), program };
        mutter.ready();
        mutter
    }

    fn spawn(bus: &Bus) -> Program {
        let home = bus.home();
        std::fs::set_permissions(&home, PermissionsExt::from_mode(0o700)).unwrap();
        let mut command = Command::new("mutter");
        command.args(["--headless", "--wayland", "--no-x11", "--wayland-display", "wayland-m"]);
        command.args(["--virtual-monitor", "640x480"]);
        command.env("XDG_RUNTIME_DIR", &home).env("HOME", &home);
        command.env("DBUS_SESSION_BUS_ADDRESS", &bus.address);
        command.env("DBUS_SYSTEM_BUS_ADDRESS", &bus.address);
        command.env("GSETTINGS_BACKEND", "memory");
        command.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY");
        Program::start(&mut command)
    }

    /// Waits for it and makes it a keyboard.
    fn ready(&mut self) {
        for name in [REMOTE, MONITOR] {
            eventually(name, || owned(&self.conn, name).then_some(()));
        }
        let made =
            self.conn.call_method(Some(REMOTE), "/org/gnome/Mutter/RemoteDesktop", Some(REMOTE), "CreateSession", &());
        self.keyboard = made.unwrap().body().deserialize().unwrap();
        self.remote("Start", &());
    }

    fn remote<B>(&self, method: &str, with: &B)
    where
        B: serde::Serialize + zbus::zvariant::DynamicType,
    {
        let path = self.keyboard.as_str();
        let done = self.conn.call_method(Some(REMOTE), path, Some(SESSION), method, with);
        done.unwrap_or_else(|error| panic!("{method}: {error}"));
    }

    fn key(&self) {
        for down in [true, false] {
            self.remote("NotifyKeyboardKeycode", &(KEY_A, down));
        }
    }

    pub(crate) fn around(&self) -> Surroundings {
        let mut around = nowhere();
        around.wayland = Some(self.bus.home().join("wayland-m"));
        around.session_bus.clone_from(&self.bus.address);
        around
    }

    fn ear(&self, threshold: Duration) -> Listener {
        Listener::start(IDLE, threshold, self.around())
    }
}

fn works(ear: &Listener) {
    let report = ear.report("idle", PartState::Works);
    assert_eq!(report.means, "GNOME's idle monitor");
}

#[test]
fn an_absence_is_said_on_time_and_a_new_threshold_at_once() {
    let _alone = alone();
    let mutter = Mutter::start();
    mutter.key();
    let threshold = Duration::from_millis(1500);
    let ear = mutter.ear(threshold);
    ear.active();
    for _ in 0..3 {
        let (_, ago) = ear.idle();
        assert!(ago >= threshold && ago < threshold + SOON, "{ago:?}");
        let before = Instant::now();
        mutter.key();
        let late = ear.active() - before;
        eprintln!("return said {late:?} after the key");
        assert!(late < SOON, "{late:?}");
    }
    ear.senses.watch(Duration::from_mins(1));
    ear.silence(Duration::from_millis(600));
    let asked = Instant::now();
    ear.senses.watch(Duration::from_millis(300));
    let (at, ago) = ear.idle();
    assert!(at - asked < SOON, "{:?}", at - asked);
    assert!(ago >= Duration::from_millis(600), "{ago:?}");
    ear.senses.watch(Duration::from_mins(1));
    mutter.key();
    ear.active();
}

#[test]
fn a_monitor_that_restarts_is_taken_up_again() {
    let _alone = alone();
    let mut mutter = Mutter::start();
    mutter.key();
    let ear = mutter.ear(Duration::from_millis(500));
    works(&ear);
    mutter.program.kill();
    ear.report("idle", PartState::Failed);
    mutter.program = Mutter::spawn(&mutter.bus);
    mutter.ready();
    works(&ear);
    ear.idle();
    mutter.key();
    ear.active();
}
