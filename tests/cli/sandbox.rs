//! The app in a Flatpak: where its socket lies, who puts it into the menu and starts it with the desktop, and what is said
//! of what the sandbox hides. It runs in a root of its own with the file that Flatpak puts there, and everything else of
//! this machine's. A stand-in played by the test: the desktop's portal.

#![expect(clippy::disallowed_types, reason = "what the interface macro writes")]

use crate::house::{FAST, House, until};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use zbus::blocking::connection::Builder;
use zbus::zvariant::{OwnedObjectPath, OwnedValue, Value};

/// Set for the part of a test that runs within.
const WITHIN: &str = "UNHUNCH_TEST_IN_A_FLATPAK";

/// Makes the root, and runs in it what it is called with.
const ROOT: &str = r#"set -e
root=$(mktemp -d)
mount -t tmpfs tmpfs "$root"
for one in /*; do
  if [ -L "$one" ]; then cp -P "$one" "$root$one"
  elif [ -d "$one" ]; then mkdir "$root$one" && mount --rbind "$one" "$root$one"; fi
done
printf '[Application]\nname=org.unhunch.Unhunch\n' >"$root/.flatpak-info"
exec chroot "$root" "$@""#;

/// The part of a test that is to run in a Flatpak: `None` where this one only had it run there, or cannot.
#[expect(clippy::print_stderr, reason = "a test that is left out is named")]
fn within(test: &str) -> Option<House> {
    if std::env::var_os(WITHIN).is_some() {
        return Some(House::with(FAST));
    }
    let in_a_root = |program: &Path, arguments: &[&str]| {
        let mut command = Command::new("unshare");
        command.args(["--mount", "--map-root-user", "sh", "-c", ROOT, "sh"]).arg(program).args(arguments);
        command.env(WITHIN, "yes").stdin(Stdio::null()).output()
    };
    if !in_a_root(Path::new("true"), &[]).is_ok_and(|output| output.status.success()) {
        eprintln!("{test} is left out: no root of its own can be made here");
        return None;
    }
    let me = std::env::current_exe().expect("this program");
    let output = in_a_root(&me, &["--exact", &format!("sandbox::{test}")]).expect("it runs");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && said.contains("1 passed"), "{said}");
    None
}

#[test]
fn each_start_finds_the_one_that_runs() {
    let Some(house) = within("each_start_finds_the_one_that_runs") else { return };
    // Of all that is in the folder of the session, only this is the same for each start of a Flatpak.
    let shared = house.path("run/app/org.unhunch.Unhunch");
    fs::create_dir_all(&shared).expect("made");
    // Each start counts its processes by itself, and has no number for those of the others.
    let app = house.start_by("unshare", &["--pid", "--fork"]);
    assert!(shared.join("unhunch/socket").exists() && !house.socket().exists());
    let mut other = house.program("unshare");
    let said = other.args(["--pid", "--fork", env!("CARGO_BIN_EXE_unhunch"), "status"]).output();
    assert_eq!(said.expect("it runs").status.code(), Some(0));
    app.quit();
}

#[test]
fn the_menu_is_flatpaks() {
    let Some(house) = within("the_menu_is_flatpaks") else { return };
    let run = |what: &str| {
        let output = house.command(&["launcher", what]).env("XDG_DATA_DIRS", house.path("app")).output();
        output.expect("the program runs").status.code()
    };
    assert_eq!((run("on"), run("status")), (Some(0), Some(1)));
    assert!(!house.path("data").exists(), "what is written there nobody reads");
    fs::create_dir_all(house.path("app/applications")).expect("made");
    fs::write(house.path("app/applications/org.unhunch.Unhunch.desktop"), "[Desktop Entry]\n").expect("written");
    assert_eq!(run("status"), Some(0), "by the entry that Flatpak exports");
}

#[test]
fn what_the_sandbox_hides_is_said() {
    let Some(house) = within("what_the_sandbox_hides_is_said") else { return };
    let app = house.start();
    let part = |name: &str| {
        let known = || Some(house.part(name)).filter(|part| part["state"] == "not-here");
        until(name, known)["advice"].as_str().map(str::to_owned)
    };
    for name in ["camera", "fullscreen", "lock"] {
        assert!(part(name).is_some_and(|advice| advice.contains("Flatpak")), "{name}");
    }
    let camera = house.part("camera")["says"].to_string();
    assert!(camera.contains("sandbox"), "{camera}");
    // These are let in, and what can be done about them is as outside.
    assert!(part("mic").is_some_and(|advice| !advice.contains("Flatpak")));
    app.quit();
}

/// The portal: writes the entry as the real one does, if it is to allow it.
struct Portal {
    entry: PathBuf,
    allows: bool,
}

#[zbus::interface(name = "org.freedesktop.portal.Background")]
impl Portal {
    async fn request_background(
        &self,
        parent: String,
        options: BTreeMap<String, OwnedValue>,
        #[zbus(connection)] conn: &zbus::Connection,
        #[zbus(header)] header: zbus::message::Header<'_>,
    ) -> OwnedObjectPath {
        assert_eq!(parent, "", "a command has no window");
        let on: bool = options["autostart"].downcast_ref().expect("a switch");
        let words: Vec<String> = options["commandline"].try_clone().expect("words").try_into().expect("words");
        if on && self.allows {
            fs::create_dir_all(self.entry.parent().expect("a folder")).expect("made");
            let exec = format!("flatpak run --command={}", words.join(" "));
            fs::write(&self.entry, format!("[Desktop Entry]\nExec={exec}\n")).expect("written");
        } else if !on {
            fs::remove_file(&self.entry).expect("removed");
        }
        let request = OwnedObjectPath::try_from("/org/freedesktop/portal/desktop/request/1/2").expect("a path");
        let results = BTreeMap::from([("background", Value::from(true)), ("autostart", (on && self.allows).into())]);
        let code = u32::from(on && !self.allows);
        let sender = header.sender().map(ToString::to_string);
        // Before the call returns: nobody may rely on the order.
        let interface = "org.freedesktop.portal.Request";
        conn.emit_signal(sender.as_deref(), &request, interface, "Response", &(code, results)).await.expect("said");
        request
    }
}

#[test]
fn the_desktop_is_asked_to_start_it() {
    let Some(house) = within("the_desktop_is_asked_to_start_it") else { return };
    let address = format!("unix:path={}", house.path("bus").display());
    let run = |arguments: &[&str]| {
        let output = house.command(arguments).env("DBUS_SESSION_BUS_ADDRESS", &address).output();
        let output = output.expect("the program runs");
        let said = [output.stdout, output.stderr].concat();
        (output.status.code(), String::from_utf8_lossy(&said).replace('\n', " "))
    };
    let (code, said) = run(&["autostart", "on"]);
    assert!(code == Some(1) && said.contains("did not answer"), "no bus: {said}");
    // Without the outputs of the test: whoever reads them would wait for the bus where the test fails.
    let mut bus = house.program("dbus-daemon");
    let bus =
        bus.args(["--session", "--nofork", "--address", &address]).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    let Ok(mut bus) = bus else { return };
    until("the bus", || house.path("bus").exists().then_some(()));
    let entry = house.path(".config/autostart/org.unhunch.Unhunch.desktop");
    let portal = |allows| {
        let builder = Builder::address(address.as_str()).expect("an address");
        let builder = builder.name("org.freedesktop.portal.Desktop").expect("a name");
        let portal = Portal { entry: entry.clone(), allows };
        builder.serve_at("/org/freedesktop/portal/desktop", portal).expect("served").build().expect("connected")
    };
    let refuses = portal(false);
    let (code, said) = run(&["autostart", "on"]);
    assert!(code == Some(1) && said.contains("did not allow"), "{said}");
    drop(refuses);
    let allows = portal(true);
    let (code, said) = run(&["autostart", "on"]);
    assert!(code == Some(0) && said.contains(&*entry.to_string_lossy()), "{said}");
    assert_eq!(
        fs::read_to_string(&entry).expect("an entry").lines().last(),
        Some("Exec=flatpak run --command=unhunch --at-login")
    );
    assert_eq!(run(&["autostart", "status"]).0, Some(0), "what it names is not seen from within");
    assert!(!house.path("config/autostart").exists(), "the sandbox's own folder no desktop reads");
    assert_eq!(run(&["uninstall"]).0, Some(0));
    assert!(!entry.exists());
    assert_eq!(run(&["autostart", "off"]).0, Some(0), "nothing is left to ask");
    drop(allows);
    bus.kill().expect("killed");
    bus.wait().expect("ended");
}
