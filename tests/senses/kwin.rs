//! A full screen as KDE's real compositor tells it: a real window, made full by KWin's own shortcut.

use crate::fullscreen::{ear, full, last};
use crate::harness::{Bus, Program, alone, eventually, nowhere, owned};
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::Command;
use unhunch::parts::PartState;
use unhunch::senses::Surroundings;
use zbus::blocking::Connection;

const KWIN: &str = "org.kde.KWin";
const SCRIPTING: &str = "org.kde.kwin.Scripting";
const SHORTCUTS: &str = "org.kde.kglobalaccel";

struct Kwin {
    _program: Program,
    conn: Connection,
    bus: Bus,
}

impl Kwin {
    fn start() -> Self {
        let bus = Bus::start();
        let home = bus.home();
        std::fs::set_permissions(&home, PermissionsExt::from_mode(0o700)).unwrap();
        // The installed one carries a capability, which not every place lets it have; a copy has none.
        let own = home.join("kwin_wayland");
        std::fs::copy("/usr/bin/kwin_wayland", &own).unwrap();
        let mut command = Command::new(own);
        command.args(["--virtual", "--width", "640", "--height", "480", "--no-lockscreen", "--no-kactivities"]);
        let program = Program::start(Self::dress(command.args(["--socket", "wayland-k"]), &bus));
        let kwin = Self { _program: program, conn: bus.connect(), bus };
        for name in [KWIN, SHORTCUTS] {
            eventually(name, || owned(&kwin.conn, name).then_some(()));
        }
        kwin
    }

    /// Gives the command this desktop to run on.
    fn dress<'a>(command: &'a mut Command, bus: &Bus) -> &'a mut Command {
        command.env("XDG_RUNTIME_DIR", bus.home()).env("HOME", bus.home());
        command.env("DBUS_SESSION_BUS_ADDRESS", &bus.address).env("DBUS_SYSTEM_BUS_ADDRESS", &bus.address);
        command.env("LIBGL_ALWAYS_SOFTWARE", "1").env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY")
    }

    fn socket(&self) -> PathBuf {
        self.bus.home().join("wayland-k")
    }

    fn around(&self) -> Surroundings {
        Surroundings { wayland: Some(self.socket()), session_bus: self.bus.address.clone(), ..nowhere() }
    }

    /// Opens a window, which takes the focus.
    fn open(&self) -> Program {
        let mut command = Command::new(env!("CARGO_BIN_EXE_unhunch"));
        command.args(["guide", "chin-tuck"]);
        Program::start(Self::dress(&mut command, &self.bus).env("WAYLAND_DISPLAY", self.socket()))
    }

    /// What the key for a full screen does.
    fn toggle(&self) {
        let component = Some("org.kde.kglobalaccel.Component");
        let key = &"Window Fullscreen";
        self.conn.call_method(Some(SHORTCUTS), "/component/kwin", component, "invokeShortcut", key).unwrap();
    }

    /// The name of the script that somebody of ours has loaded.
    fn script(&self) -> Option<String> {
        let bus = Some("org.freedesktop.DBus");
        let names = self.conn.call_method(bus, "/org/freedesktop/DBus", bus, "ListNames", &()).unwrap();
        let names: Vec<String> = names.body().deserialize().unwrap();
        names.into_iter().map(|name| format!("unhunch{name}")).find(|script| self.has(script))
    }

    /// Whether a script by this name is loaded.
    fn has(&self, script: &str) -> bool {
        let reply = self.conn.call_method(Some(KWIN), "/Scripting", Some(SCRIPTING), "isScriptLoaded", &script);
        // It is on the bus a little before its scripting.
        reply.is_ok_and(|reply| reply.body().deserialize().unwrap())
    }
}

#[test]
fn kwin_tells_it_by_a_script() {
    let _alone = alone();
    let kwin = Kwin::start();
    let ear = ear(kwin.around());
    let report = ear.report("fullscreen", PartState::Works);
    assert!(report.means.starts_with("KWin"), "{report:?}");
    let mut window = kwin.open();
    // The shortcut does nothing until the window is there.
    eventually("a full screen", || {
        kwin.toggle();
        last(&ear).filter(|on| *on)
    });
    for on in [false, true] {
        kwin.toggle();
        assert_eq!(full(&ear), on);
    }
    window.kill();
    assert!(!full(&ear), "its window is closed");
}

#[test]
fn a_script_whose_app_was_killed_goes_by_itself() {
    let _alone = alone();
    let kwin = Kwin::start();
    let mut app = Command::new(env!("CARGO_BIN_EXE_unhunch"));
    app.arg("--home").arg(kwin.bus.home().join("unhunch"));
    let mut app = Program::start(Kwin::dress(&mut app, &kwin.bus).env("WAYLAND_DISPLAY", kwin.socket()));
    let script = eventually("the app's script", || kwin.script());
    app.kill();
    let _window = kwin.open();
    eventually("the script to go", || {
        kwin.toggle();
        (!kwin.has(&script)).then_some(())
    });
}
