//! The app on a session bus of its own: what another program can ask, what it is told, and that a question starts the app.

use crate::house::{House, until};
use serde_json::Value as Json;
use std::collections::BTreeMap;
use std::fs;
use std::process::{Child, Stdio};
use zbus::blocking::connection::Builder;
use zbus::blocking::{Connection, MessageIterator, Proxy};
use zbus::message::Type;
use zbus::zvariant::OwnedValue;
use zbus::{MatchRule, Message};

const NAME: &str = "org.unhunch.Unhunch1";
const PATH: &str = "/org/unhunch/Unhunch1";

/// A bus that ends with its owner.
struct Bus {
    address: String,
    daemon: Child,
}

impl Bus {
    /// A bus in this house, which starts the app when it is asked.
    fn new(house: &House) -> Self {
        let (socket, services) = (house.path("run/bus"), house.path("services"));
        fs::create_dir_all(&services).expect("made");
        let packaged = include_str!("../../.packaging/org.unhunch.Unhunch1.service");
        // As the installer has it.
        let entry = packaged.replace("Exec=/usr/bin/unhunch", &format!("Exec={}", env!("CARGO_BIN_EXE_unhunch")));
        let entry = entry.replace("SystemdService=unhunch.service\n", "");
        fs::write(services.join("org.unhunch.Unhunch1.service"), entry).expect("written");
        let settings = house.path("bus.conf");
        let text = format!(
            "<busconfig><type>session</type><listen>unix:path={}</listen><auth>EXTERNAL</auth>\
             <servicedir>{}</servicedir><policy context=\"default\"><allow send_destination=\"*\" eavesdrop=\"true\"/>\
             <allow eavesdrop=\"true\"/>\
             <allow own=\"*\"/></policy></busconfig>",
            socket.display(),
            services.display(),
        );
        fs::write(&settings, text).expect("written");
        let mut command = house.program("dbus-daemon");
        command.arg("--nofork").arg(format!("--config-file={}", settings.display()));
        let daemon = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("dbus-daemon runs");
        until("the bus listens", || std::os::unix::net::UnixStream::connect(&socket).ok());
        Self { address: format!("unix:path={}", socket.display()), daemon }
    }

    fn connection(&self) -> Connection {
        Builder::address(self.address.as_str()).expect("an address").build().expect("a connection")
    }
}

impl Drop for Bus {
    fn drop(&mut self) {
        let _ = self.daemon.kill();
        let _ = self.daemon.wait();
    }
}

fn app(connection: &Connection) -> Proxy<'_> {
    Proxy::new(connection, NAME, PATH, NAME).expect("a proxy")
}

/// The name and the sentence of an error.
fn refused(result: zbus::Result<()>) -> (String, String) {
    match result {
        Err(zbus::Error::MethodError(name, why, _)) => (name.to_string(), why.unwrap_or_default()),
        other => panic!("{other:?}"),
    }
}

/// The next signal of this member.
fn next(signals: &mut MessageIterator, member: &str) -> Message {
    let one = |message: &Message| message.header().member().is_some_and(|name| name.as_str() == member);
    signals.map(|message| message.expect("a message")).find(one).expect("a signal")
}

#[test]
fn a_program_asks_by_the_bus_what_the_command_line_asks_and_hears_the_same() {
    let house = House::with("nudge.posture.every = \"0s\"\n");
    let bus = Bus::new(&house);
    let running = house.start_with(&[("DBUS_SESSION_BUS_ADDRESS", &bus.address)]);
    until("the name is taken", || (house.part("bus")["state"] == "works").then_some(()));
    let connection = bus.connection();
    let rule = MatchRule::builder().msg_type(Type::Signal).path(PATH).expect("a path").build();
    let mut signals = MessageIterator::for_match_rule(rule, &connection, Some(64)).expect("heard");
    let app = app(&connection);

    let status: String = app.call("Status", &()).expect("answered");
    let (status, said): (Json, Json) =
        (serde_json::from_str(&status).expect("JSON"), house.json(&["status", "--json"]));
    assert_eq!((&status["state"], &status["reminder"]), (&said["state"], &said["reminder"]));
    assert_eq!(app.get_property::<String>("State").expect("told"), "counting");
    assert_eq!(app.get_property::<String>("Version").expect("told"), env!("CARGO_PKG_VERSION"));

    app.call::<_, _, ()>("Pause", &("4h",)).expect("done");
    let changed = next(&mut signals, "Changed");
    let (event, facts): (String, BTreeMap<String, OwnedValue>) = changed.body().deserialize().expect("its form");
    let holds: Vec<String> = facts["holds"].try_clone().expect("a value").try_into().expect("words");
    assert_eq!((event.as_str(), holds), ("quiet", vec!["paused".to_owned()]));
    let changed = next(&mut signals, "PropertiesChanged");
    let (of, changed, _): (String, BTreeMap<String, OwnedValue>, Vec<String>) =
        changed.body().deserialize().expect("its form");
    let state: String = changed["State"].try_clone().expect("a value").try_into().expect("text");
    assert_eq!((of.as_str(), state.as_str()), (NAME, "paused"));
    assert_eq!(house.json(&["status", "--json"])["state"], "paused");

    app.call::<_, _, ()>("Resume", &()).expect("done");
    assert_eq!(
        next(&mut signals, "Changed")
            .body()
            .deserialize::<(String, BTreeMap<String, OwnedValue>)>()
            .expect("its form")
            .0,
        "free"
    );
    let (name, sentence) = refused(app.call("Resume", &()));
    let told = house.run(&["resume"]).err;
    assert_eq!((name.as_str(), format!("unhunch: {sentence}\n")), ("org.unhunch.Unhunch1.Error.Refused", told));
    app.call::<_, _, ()>("Start", &()).expect("done");
    assert_eq!(house.json(&["status", "--json"])["state"], "break");
    app.call::<_, _, ()>("Done", &()).expect("done");
    running.quit();
}

#[test]
fn what_is_no_request_is_refused_and_described() {
    let house = House::new();
    let bus = Bus::new(&house);
    let running = house.start_with(&[("DBUS_SESSION_BUS_ADDRESS", &bus.address)]);
    until("the name is taken", || (house.part("bus")["state"] == "works").then_some(()));
    let connection = bus.connection();
    let app = app(&connection);
    let invalid = "org.freedesktop.DBus.Error.InvalidArgs";
    let (name, sentence) = refused(app.call("Pause", &("a fortnight",)));
    assert!(name == invalid && sentence.contains("fortnight"), "{name} {sentence}");
    assert_eq!(refused(app.call("Pause", &())).0, invalid);
    assert_eq!(refused(app.call("Pause", &("9".repeat(1000),))).0, invalid);
    assert_eq!(refused(app.call("Start", &("now",))).0, invalid);
    assert_eq!(refused(app.call("Open", &("nowhere",))).0, invalid);
    assert_eq!(refused(app.call("Dance", &())).0, "org.freedesktop.DBus.Error.UnknownMethod");
    let elsewhere = Proxy::new(&connection, NAME, "/elsewhere", NAME).expect("a proxy");
    assert_eq!(refused(elsewhere.call("Start", &())).0, "org.freedesktop.DBus.Error.UnknownObject");
    let described = app.introspect().expect("told");
    for method in ["Status", "Start", "Done", "Skip", "Snooze", "Pause", "Resume", "Open"] {
        assert!(described.contains(&format!("<method name=\"{method}\"")), "{method}");
    }
    running.quit();
}

#[test]
fn a_question_starts_the_app_and_one_in_a_folder_of_its_own_takes_no_name() {
    let house = House::new();
    let bus = Bus::new(&house);
    let own = house.path("own");
    let own = own.to_str().expect("text");
    let mut apart = house.command(&["--home", own]);
    let mut apart = apart
        .env("DBUS_SESSION_BUS_ADDRESS", &bus.address)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("it runs");
    until("it answers", || (house.run(&["--home", own, "status"]).code == 0).then_some(()));
    assert_eq!(house.run(&["status"]).code, 3, "nobody runs in the person's own folder yet");
    let connection = bus.connection();
    let status: String = app(&connection).call("Status", &()).expect("started and answered");
    assert!(serde_json::from_str::<Json>(&status).expect("JSON")["state"].is_string());
    assert_eq!(house.run(&["status"]).code, 0);
    assert_eq!(house.run(&["quit"]).code, 0);
    assert_eq!(house.run(&["--home", own, "quit"]).code, 0);
    assert!(apart.wait().expect("ended").success());
}
