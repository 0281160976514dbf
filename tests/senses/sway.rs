//! Idle on a real compositor with real key presses. It refuses root, so it runs as `nobody` where the tests are root.

use crate::harness::{IDLE, Listener, Program, SOON, alone, appears, eventually, nowhere};
use std::os::unix::fs::{PermissionsExt, chown};
use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, Instant};
use unhunch::parts::PartState;

const NOBODY: u32 = 65534;

pub(crate) struct Sway {
    pub(crate) home: tempfile::TempDir,
    program: Program,
}

impl Sway {
    pub(crate) fn start() -> Self {
        let home = tempfile::tempdir().unwrap();
        std::fs::write(home.path().join("config"), "xwayland disable\n").unwrap();
        std::fs::set_permissions(home.path(), PermissionsExt::from_mode(0o700)).unwrap();
        if rustix::process::geteuid().is_root() {
            chown(home.path(), Some(NOBODY), Some(NOBODY)).unwrap();
        }
        let mut command = unprivileged("sway");
        command.arg("-c").arg(home.path().join("config"));
        command.env("XDG_RUNTIME_DIR", home.path());
        command.env("HOME", home.path());
        command.env("SWAYSOCK", home.path().join("sway"));
        command.env("WLR_BACKENDS", "headless");
        command.env("WLR_LIBINPUT_NO_DEVICES", "1");
        command.env("WLR_RENDERER", "pixman");
        command.env_remove("WAYLAND_DISPLAY").env_remove("DISPLAY");
        let program = Program::start(&mut command);
        let sway = Self { home, program };
        appears(&sway.socket());
        sway
    }

    pub(crate) fn socket(&self) -> PathBuf {
        self.home.path().join("wayland-1")
    }

    /// Kills it at once.
    pub(crate) fn kill(&mut self) {
        self.program.kill();
    }

    /// A command to it.
    pub(crate) fn say(&self, command: &str) {
        let mut message = unprivileged("swaymsg");
        Program::start(message.arg("-s").arg(self.home.path().join("sway")).arg(command)).done();
    }

    /// Opens a terminal by this name and waits for its window.
    pub(crate) fn open(&self, name: &str) -> Program {
        let mut command = unprivileged("foot");
        command.args(["--config", "/dev/null", "--app-id", name, "cat"]);
        command.env("XDG_RUNTIME_DIR", self.home.path()).env("HOME", self.home.path());
        let program = Program::start(command.env("WAYLAND_DISPLAY", "wayland-1"));
        eventually("the terminal's window", || {
            let mut tree = unprivileged("swaymsg");
            let tree = tree.arg("-s").arg(self.home.path().join("sway")).args(["-t", "get_tree", "-r"]).output();
            String::from_utf8(tree.unwrap().stdout).unwrap().contains(&format!("\"app_id\": \"{name}\"")).then_some(())
        });
        program
    }

    fn key(&self) {
        let mut command = unprivileged("wtype");
        command.arg("a").env("XDG_RUNTIME_DIR", self.home.path());
        Program::start(command.env("WAYLAND_DISPLAY", "wayland-1")).done();
    }

    fn ear(&self, threshold: Duration) -> Listener {
        let mut around = nowhere();
        around.wayland = Some(self.socket());
        // An X server that is there too must not be asked.
        around.x11 = Some(":79".into());
        let ear = Listener::start(IDLE, threshold, around);
        let report = ear.report("idle", PartState::Works);
        assert!(report.means.starts_with("Wayland "), "{report:?}");
        eprintln!("{}", report.means);
        ear.active();
        ear
    }
}

pub(crate) fn unprivileged(program: &str) -> Command {
    if !rustix::process::geteuid().is_root() {
        return Command::new(program);
    }
    let mut command = Command::new("setpriv");
    let id = NOBODY.to_string();
    command.args(["--reuid", &id, "--regid", &id, "--clear-groups", program]);
    command
}

#[test]
fn an_absence_is_said_on_time_and_the_return_at_once() {
    let _alone = alone();
    let sway = Sway::start();
    let threshold = Duration::from_millis(1500);
    let ear = sway.ear(threshold);
    sway.key();
    for _ in 0..3 {
        let after = Instant::now();
        let (at, ago) = ear.idle();
        let late = at - after;
        assert!(ago >= threshold && ago < threshold + SOON, "{ago:?}");
        assert!(late > threshold / 2 && late < threshold + SOON, "{late:?}");
        let before = Instant::now();
        sway.key();
        let late = ear.active() - before;
        eprintln!("return said {late:?} after the key's program was started");
        assert!(late < SOON, "{late:?}");
    }
}

#[test]
fn a_known_absence_answers_a_shorter_threshold_at_once_and_a_longer_one_in_its_time() {
    let _alone = alone();
    let sway = Sway::start();
    let ear = sway.ear(Duration::from_millis(500));
    let (first, _) = ear.idle();
    ear.silence(Duration::from_millis(300));
    let asked = Instant::now();
    ear.senses.watch(Duration::from_millis(200));
    let (at, ago) = ear.idle();
    assert!(at - asked < SOON, "{:?}", at - asked);
    assert!(ago >= Duration::from_millis(800), "{ago:?}");
    ear.senses.watch(Duration::from_secs(2));
    let (at, ago) = ear.idle();
    assert!(ago >= Duration::from_secs(2) && ago < Duration::from_secs(2) + SOON, "{ago:?}");
    let since = at - first;
    assert!(since < Duration::from_millis(1700), "{since:?}: not two seconds anew");
    ear.senses.watch(Duration::from_mins(1));
    sway.key();
    ear.active();
    ear.senses.watch(Duration::from_millis(300));
    ear.idle();
    sway.key();
    ear.active();
}

#[test]
fn a_threshold_of_twenty_milliseconds_works() {
    let _alone = alone();
    let sway = Sway::start();
    let ear = sway.ear(Duration::from_mins(1));
    ear.senses.watch(Duration::from_millis(20));
    ear.idle();
    for _ in 0..5 {
        sway.key();
        ear.active();
        ear.idle();
    }
}

#[test]
fn a_dead_compositor_is_reported_and_the_process_lives() {
    let _alone = alone();
    let mut sway = Sway::start();
    let ear = sway.ear(Duration::from_mins(1));
    sway.program.kill();
    let report = ear.report("idle", PartState::Failed);
    assert!(report.says.contains("tried again in 1 s"), "{report:?}");
    ear.report("idle", PartState::Failed);
}
