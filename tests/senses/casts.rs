//! Screen casts on a real PipeWire: a real compositor's, and nodes that look like one.

use crate::harness::{Bus, Listener, Program, alone, appears, eventually, nowhere, owned};
use crate::mutter::Mutter;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;
use unhunch::engine::event::{Fact, Sense};
use unhunch::parts::PartState;
use unhunch::senses::Signal;
use unhunch::senses::Surroundings;
use zbus::blocking::Connection;
use zbus::zvariant::{OwnedObjectPath, Value};

const CAST: &str = "org.gnome.Mutter.ScreenCast";
const SESSION: &str = "org.gnome.Mutter.ScreenCast.Session";

/// The next word on a shared screen.
fn shared(ear: &Listener) -> bool {
    let shared = |signal: &Signal| match signal {
        Signal::Desktop { fact: Fact::Presenting, on } => Some(*on),
        _ => None,
    };
    ear.pick("a word on a shared screen", shared).1
}

/// Nothing is said of a shared screen for a while.
fn no_word(ear: &Listener) {
    let word = |signal: &Signal| matches!(signal, Signal::Desktop { .. }).then(|| signal.clone());
    if let Ok((_, signal)) = ear.pick_within(Duration::from_millis(500), word) {
        panic!("{signal:?}");
    }
}

/// PipeWire with its session manager, in a folder of the test's own.
pub(crate) struct PipeWire {
    pub(crate) server: Program,
    _manager: Program,
    home: PathBuf,
}

impl PipeWire {
    pub(crate) fn start(bus: &Bus) -> Self {
        let home = bus.home();
        let program = |name: &str| {
            let mut command = Command::new(name);
            command.env("XDG_RUNTIME_DIR", &home).env("HOME", &home).env_remove("PIPEWIRE_REMOTE");
            Program::start(command.env("DBUS_SESSION_BUS_ADDRESS", &bus.address))
        };
        let server = program("pipewire");
        appears(&home.join("pipewire-0"));
        let pipewire = Self { server, _manager: program("wireplumber"), home: home.clone() };
        eventually("the session manager", || pipewire.says(&["ls", "Client"]).contains("WirePlumber").then_some(()));
        pipewire
    }

    pub(crate) fn around(&self) -> Surroundings {
        Surroundings { pipewire: Some(self.home.join("pipewire-0")), ..nowhere() }
    }

    fn command(&self, name: &str) -> Command {
        let mut command = Command::new("timeout");
        command.args(["20", name]).env("XDG_RUNTIME_DIR", &self.home).stdin(std::process::Stdio::null());
        command
    }

    /// What PipeWire's own tool says.
    fn says(&self, args: &[&str]) -> String {
        String::from_utf8(self.command("pw-cli").args(args).output().unwrap().stdout).unwrap()
    }

    fn has(&self, node: &str) {
        eventually(node, || self.says(&["ls", "Node"]).contains(node).then_some(()));
    }

    /// Makes a node that plays a part; it stays until it is ended by its name.
    fn play(&self, name: &str, class: &str, more: &str) {
        let properties = format!(
            "{{ factory.name=support.null-audio-sink node.name={name} media.class={class} object.linger=true {more} }}"
        );
        self.says(&["create-node", "adapter", &properties]);
        self.has(name);
    }

    fn end(&self, name: &str) {
        self.says(&["destroy", name]);
    }
}

/// Starts a cast as a portal does, and gives what ends it.
fn cast(conn: &Connection) -> impl Fn() {
    eventually("the casts' name", || owned(conn, CAST).then_some(()));
    let none = BTreeMap::<&str, Value<'_>>::new();
    let made = conn.call_method(Some(CAST), "/org/gnome/Mutter/ScreenCast", Some(CAST), "CreateSession", &none);
    let session: OwnedObjectPath = made.unwrap().body().deserialize().unwrap();
    conn.call_method(Some(CAST), session.as_str(), Some(SESSION), "RecordMonitor", &("", &none)).unwrap();
    conn.call_method(Some(CAST), session.as_str(), Some(SESSION), "Start", &()).unwrap();
    let conn = conn.clone();
    move || {
        conn.call_method(Some(CAST), session.as_str(), Some(SESSION), "Stop", &()).unwrap();
    }
}

#[test]
fn a_real_cast_counts_while_it_lives_and_a_new_pipewire_is_taken_up() {
    let _alone = alone();
    let mutter = Mutter::start();
    let mut pipewire = PipeWire::start(&mutter.bus);
    let ear = Listener::start(&[Sense::Presenting], Duration::from_mins(1), pipewire.around());
    let report = ear.report("presenting", PartState::Works);
    assert_eq!(report.means, "PipeWire");
    no_word(&ear);
    for _ in 0..2 {
        let end = cast(&mutter.conn);
        assert!(shared(&ear));
        end();
        assert!(!shared(&ear));
    }
    let _cast = cast(&mutter.conn);
    assert!(shared(&ear));
    let late = Listener::start(&[Sense::Presenting], Duration::from_mins(1), pipewire.around());
    assert!(shared(&late), "it was there before us");
    pipewire.server.kill();
    let report = ear.report("presenting", PartState::NotHere);
    assert!(report.says.contains("PipeWire closed the connection"), "{report:?}");
    assert!(!shared(&ear));
    let pipewire = PipeWire::start(&mutter.bus);
    ear.report("presenting", PartState::Works);
    let end = cast(&mutter.conn);
    assert!(shared(&ear));
    end();
    assert!(!shared(&ear));
    drop(pipewire);
}

#[test]
fn a_pipewire_that_starts_later_is_taken_up() {
    let _alone = alone();
    let bus = Bus::start();
    let around = Surroundings { pipewire: Some(bus.home().join("pipewire-0")), ..nowhere() };
    let ear = Listener::start(&[Sense::Presenting], Duration::from_mins(1), around);
    let report = ear.report("presenting", PartState::NotHere);
    assert!(report.says.contains("PipeWire is not running"), "{report:?}");
    let _pipewire = PipeWire::start(&bus);
    ear.report("presenting", PartState::Works);
}

#[test]
fn only_casts_count() {
    let _alone = alone();
    let bus = Bus::start();
    let pipewire = PipeWire::start(&bus);
    let ear = Listener::start(&[Sense::Presenting], Duration::from_mins(1), pipewire.around());
    ear.report("presenting", PartState::Works);
    pipewire.play("silence", "Audio/Source/Virtual", "audio.position=MONO");
    let mut record = pipewire.command("pw-record");
    let _recorder = Program::start(record.arg(bus.home().join("sound.wav")));
    pipewire.has("pw-record");
    pipewire.play("v4l2_input.pci-0000_00", "Video/Source", "media.role=Camera");
    pipewire.play("v4l2loopback", "Video/Source", "");
    pipewire.play("kwin_wayland", "Stream/Output/Video", "");
    pipewire.play("gamescope", "Stream/Output/Video", "");
    no_word(&ear);
    for (name, class) in [
        ("xdpw-stream-AbCdEf", "Video/Source"),
        ("xdg-desktop-portal-hyprland", "Video/Source"),
        ("niri", "Stream/Output/Video"),
    ] {
        pipewire.play(name, class, "");
        assert!(shared(&ear), "{name}");
        pipewire.end(name);
        assert!(!shared(&ear), "{name}");
    }
}

#[test]
fn a_frozen_pipewire_holds_up_nobody() {
    let _alone = alone();
    let bus = Bus::start();
    let pipewire = PipeWire::start(&bus);
    let server = rustix::process::Pid::from_child(&pipewire.server.0);
    rustix::process::kill_process(server, rustix::process::Signal::STOP).unwrap();
    let ear = Listener::start(&[Sense::Presenting, Sense::Sleep], Duration::from_mins(1), pipewire.around());
    ear.pick_within(Duration::from_secs(1), |signal| match signal {
        Signal::Part(report) if report.part.token() == "sleep" => Some(()),
        _ => None,
    })
    .unwrap();
    let report = ear.report("presenting", PartState::NotHere);
    assert!(report.says.contains("no answer"), "{report:?}");
    rustix::process::kill_process(server, rustix::process::Signal::CONT).unwrap();
    ear.report("presenting", PartState::Works);
}
