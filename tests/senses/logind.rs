//! Lock and sleep from a mocked logind (python-dbusmock's template, a stand-in) on a bus of the test's own.

use crate::harness::{BOUND, Bus, Listener, Program, alone, eventually, nowhere, owned};
use std::os::unix::net::UnixListener;
use std::process::Command;
use std::time::{Duration, Instant};
use unhunch::engine::event::Sense;
use unhunch::parts::senses::sleep_not_here;
use unhunch::parts::{Cause, PartState};
use unhunch::senses::Signal;
use unhunch::senses::Surroundings;
use zbus::blocking::Connection;
use zbus::zvariant::{OwnedObjectPath, Value};

const NAME: &str = "org.freedesktop.login1";
const PATH: &str = "/org/freedesktop/login1";
const MOCK: &str = "org.freedesktop.DBus.Mock";
const SESSION: &str = "org.freedesktop.login1.Session";

struct Logind {
    conn: Connection,
    program: Program,
    bus: Bus,
}

impl Logind {
    fn start() -> Self {
        let bus = Bus::start();
        let program = Self::spawn(&bus);
        let conn = bus.connect();
        let logind = Self { conn, program, bus };
        logind.ready();
        logind
    }

    fn spawn(bus: &Bus) -> Program {
        let mut command = Command::new("/usr/bin/python3");
        command.args(["-m", "dbusmock", "--system", "--template", "logind"]);
        Program::start(command.env("DBUS_SYSTEM_BUS_ADDRESS", &bus.address))
    }

    fn ready(&self) {
        eventually("logind", || owned(&self.conn, NAME).then_some(()));
    }

    fn call<B>(&self, path: &str, interface: &str, method: &str, with: &B) -> zbus::Message
    where
        B: serde::Serialize + zbus::zvariant::DynamicType,
    {
        let reply = self.conn.call_method(Some(NAME), path, Some(interface), method, with);
        reply.unwrap_or_else(|error| panic!("{method}: {error}"))
    }

    fn session(&self, id: &str, uid: u32, active: bool) {
        let row = (id, "seat0", uid, format!("user{uid}"), active);
        self.call(PATH, MOCK, "AddSession", &row);
    }

    fn lock(&self, id: &str, locked: bool) {
        let path = format!("{PATH}/session/{id}");
        self.call(&path, SESSION, "SetLockedHint", &locked);
    }

    /// The session is over and gone, as after a logout.
    fn remove(&self, id: &str) {
        let path = OwnedObjectPath::try_from(format!("{PATH}/session/{id}")).unwrap();
        self.call(PATH, MOCK, "RemoveObject", &path);
        let with = vec![Value::from(id), Value::from(&*path)];
        let manager = "org.freedesktop.login1.Manager";
        self.call(PATH, MOCK, "EmitSignal", &(manager, "SessionRemoved", "so", with));
    }

    fn set_class(&self, id: &str, class: &str) {
        let path = format!("{PATH}/session/{id}");
        let change = std::collections::BTreeMap::from([("Class", Value::from(class))]);
        self.call(&path, MOCK, "UpdateProperties", &(SESSION, change));
    }

    fn announce(&self, sleeping: bool) {
        let manager = "org.freedesktop.login1.Manager";
        let with = vec![Value::from(sleeping)];
        self.call(PATH, MOCK, "EmitSignal", &(manager, "PrepareForSleep", "b", with));
    }

    /// Who holds sleep back now.
    fn holders(&self) -> Vec<(String, String, String, String)> {
        let reply = self.call(PATH, "org.freedesktop.login1.Manager", "ListInhibitors", &());
        let rows: Vec<(String, String, String, String, u32, u32)> = reply.body().deserialize().unwrap();
        rows.into_iter().map(|(what, who, why, mode, ..)| (what, who, why, mode)).collect()
    }

    fn ear(&self, id: Option<&str>) -> Listener {
        let mut around = nowhere();
        around.system_bus.clone_from(&self.bus.address);
        around.session_id = id.map(Into::into);
        let senses = &[Sense::Lock, Sense::Sleep];
        Listener::start(senses, Duration::from_mins(1), around)
    }
}

fn me() -> u32 {
    rustix::process::geteuid().as_raw()
}

#[test]
fn the_lock_of_our_session_is_heard_and_no_other() {
    let _alone = alone();
    let logind = Logind::start();
    logind.session("other", me() + 1, true);
    logind.session("old", me(), false);
    logind.session("mine", me(), true);
    let ear = logind.ear(None);
    let report = ear.report("lock", PartState::Works);
    assert_eq!(report.means, "logind");
    assert!(!ear.locked());
    logind.lock("other", true);
    logind.lock("old", true);
    logind.lock("mine", true);
    assert!(ear.locked());
    logind.lock("mine", false);
    assert!(!ear.locked());
    ear.silence(Duration::from_millis(300));
}

#[test]
fn the_session_handed_down_comes_first_unless_it_is_no_persons() {
    let _alone = alone();
    let logind = Logind::start();
    logind.session("handed", me(), false);
    logind.session("manager", me(), true);
    logind.set_class("manager", "manager");
    logind.session("seat", me(), true);
    logind.lock("handed", true);
    let ear = logind.ear(Some("handed"));
    assert!(ear.locked(), "the state at the start counts");
    logind.lock("seat", true);
    let ear = logind.ear(Some("manager"));
    assert!(ear.locked());
}

#[test]
fn sleep_waits_until_the_state_is_stored() {
    let _alone = alone();
    let logind = Logind::start();
    logind.session("mine", me(), true);
    let ear = logind.ear(None);
    let report = ear.report("sleep", PartState::Works);
    assert_eq!(report.says, "waits until the day is stored");
    let held = eventually("the hold", || logind.holders().pop());
    assert_eq!((held.0.as_str(), held.3.as_str()), ("sleep", "delay"));

    ear.senses.stored();
    logind.announce(true);
    assert!(ear.sleeping().1);
    assert_eq!(logind.holders().len(), 1, "an old word of storing does not count");
    let stored = Instant::now();
    ear.senses.stored();
    eventually("the release", || logind.holders().is_empty().then_some(()));
    assert!(stored.elapsed() < Duration::from_millis(500));

    logind.announce(false);
    assert!(!ear.sleeping().1);
    eventually("the hold after waking", || logind.holders().pop());
}

#[test]
fn sleep_is_not_held_for_longer_than_two_seconds() {
    let _alone = alone();
    let logind = Logind::start();
    logind.session("mine", me(), true);
    let ear = logind.ear(None);
    eventually("the hold", || logind.holders().pop());
    logind.announce(true);
    let (told, _) = ear.sleeping();
    eventually("the release", || logind.holders().is_empty().then_some(()));
    let held = told.elapsed();
    assert!(held >= Duration::from_millis(1900) && held < Duration::from_secs(3), "{held:?}");
}

#[test]
fn logind_may_go_and_come_back() {
    let _alone = alone();
    let mut logind = Logind::start();
    logind.session("mine", me(), true);
    logind.lock("mine", true);
    let ear = logind.ear(None);
    ear.report("lock", PartState::Works);
    assert!(ear.locked());
    logind.program.kill();
    ear.report("lock", PartState::NotHere);
    assert!(!ear.locked(), "what nobody says any more is not held on to");
    logind.program = Logind::spawn(&logind.bus);
    logind.ready();
    ear.report("sleep", PartState::Works);
    eventually("the hold", || logind.holders().pop());
}

#[test]
fn a_bus_that_dies_is_reported_and_taken_up_again() {
    let _alone = alone();
    let mut logind = Logind::start();
    logind.session("mine", me(), true);
    let ear = logind.ear(None);
    assert!(!ear.locked());
    logind.bus.program.kill();
    ear.report("sleep", PartState::Failed);
    assert!(std::fs::remove_file(logind.bus.home().join("bus")).is_ok());
    let mut command = Command::new("dbus-daemon");
    command.args(["--nofork", "--nosyslog", "--nopidfile", "--config-file"]);
    logind.bus.program = Program::start(command.arg(logind.bus.home().join("bus.conf")));
    let begin = Instant::now();
    let report = ear.pick_within(BOUND, |signal| match signal {
        Signal::Part(report) if *report == sleep_not_here(Cause::NoLogind) => Some(()),
        _ => None,
    });
    assert!(report.is_ok(), "{report:?} in {:?}", begin.elapsed());
}

/// A session's display and bus beside the logind of `system`, whose end is to be heard.
fn around(system: &Bus, session: &Bus, id: &str) -> (UnixListener, Surroundings) {
    let display = session.home().join("wayland");
    let mut around = nowhere();
    around.wayland = Some(display.clone());
    around.session_bus.clone_from(&session.address);
    around.system_bus.clone_from(&system.address);
    around.session_id = Some(id.into());
    (UnixListener::bind(display).unwrap(), around)
}

fn is_over(signal: &Signal) -> Option<()> {
    (*signal == Signal::SessionOver).then_some(())
}

/// Long enough for an end that would be wrong: it is looked after 100, 200, 400 ms.
const WHILE: Duration = Duration::from_millis(1500);

#[test]
fn our_session_removed_and_the_display_lost_is_the_end() {
    let _alone = alone();
    let logind = Logind::start();
    let session = Bus::start();
    logind.session("mine", me(), true);
    let (display, around) = around(&logind.bus, &session, "mine");
    let ear = Listener::start(&[Sense::Lock], Duration::from_mins(1), around);
    assert!(!ear.locked(), "our session is known");
    let line = display.accept().unwrap();
    logind.remove("mine");
    assert!(ear.pick_within(WHILE, is_over).is_err(), "the display is there");
    drop((line, display));
    ear.pick("the end of the session", is_over);
}

#[test]
fn the_end_of_another_login_is_none_of_ours() {
    let _alone = alone();
    let logind = Logind::start();
    let session = Bus::start();
    logind.session("mine", me(), true);
    logind.session("ssh", me(), true);
    let (display, around) = around(&logind.bus, &session, "mine");
    let ear = Listener::start(&[Sense::Lock], Duration::from_mins(1), around);
    assert!(!ear.locked(), "our session is known");
    let line = display.accept().unwrap();
    logind.remove("ssh");
    drop((line, display));
    assert!(ear.pick_within(WHILE, is_over).is_err(), "bus and session are there");
    logind.remove("mine");
    ear.pick("the end of the session", is_over);
}
