//! A person's files as they lie on real disks: behind links, in other encodings, changed by several at once, replaced by
//! pipes and devices, in folders that are somebody else's.

use crate::house::{FAST, House, names, until};
use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use std::process::{Child, Command};

const QUIET: &str = "nudge.posture.every = \"0s\"\ncheck_in.most = 0\n";

fn mode(path: &Path) -> u32 {
    fs::metadata(path).expect("there").permissions().mode() & 0o7777
}

fn pipe(path: &Path) {
    assert!(Command::new("mkfifo").arg(path).status().expect("runs").success());
}

/// The minutes to the next break, in steps that a second more or less does not change.
fn minutes(house: &House) -> i64 {
    let status = house.json(&["status", "--json"]);
    let at = chrono::DateTime::parse_from_rfc3339(status["next"].as_str().expect("a time")).expect("a time");
    let now = Command::new("date").arg("+%s").output().expect("runs");
    let now: i64 = String::from_utf8_lossy(&now.stdout).trim().parse().expect("seconds");
    (at.timestamp() - now + 150) / 300 * 5
}

fn every(house: &House, wanted: i64) {
    until(&format!("a break every {wanted} min"), || (minutes(house) == wanted).then_some(()));
}

#[test]
fn settings_behind_a_link_are_followed_and_taken_up_wherever_it_leads() {
    let house = House::new();
    let (own, other) = (house.path("own.toml"), house.path("other.toml"));
    let text = |every: &str| format!("{QUIET}break.movement.every = \"{every}\"\n");
    fs::write(&own, text("50min")).expect("written");
    fs::create_dir_all(house.settings().parent().expect("a folder")).expect("made");
    symlink(&own, house.settings()).expect("linked");
    let app = house.start();
    every(&house, 50);
    let set = house.run(&["config", "set", "break.movement.every", "20min"]);
    assert!(set.code == 0 && set.out.contains("is 20min now"), "{set:?}");
    assert_eq!(minutes(&house), 20, "what is said to be so now is so now");
    assert!(fs::symlink_metadata(house.settings()).expect("there").is_symlink());
    fs::write(&own, text("30min")).expect("written");
    every(&house, 30);
    fs::write(&other, text("45min")).expect("written");
    fs::remove_file(house.settings()).expect("removed");
    symlink(&other, house.settings()).expect("linked");
    every(&house, 45);
    fs::remove_file(house.settings()).expect("removed");
    house.write_settings(&text("15min"));
    every(&house, 15);
    app.quit();
    let journal = house.run(&["log", "--scenario"]).out;
    assert!(
        !journal.contains("60min") && journal.matches("settings").count() <= 6,
        "no fall to the defaults: {journal}"
    );
}

#[test]
fn a_link_that_leads_nowhere_stays_a_link() {
    let house = House::new();
    fs::create_dir_all(house.settings().parent().expect("a folder")).expect("made");
    symlink("../../dots/unhunch.toml", house.settings()).expect("linked");
    assert_eq!(house.run(&["config", "set", "goal", "70"]).code, 0);
    assert!(fs::symlink_metadata(house.settings()).expect("there").is_symlink());
    assert!(fs::read_to_string(house.path("dots/unhunch.toml")).expect("made").contains("goal = 70"));
}

#[test]
fn bytes_that_are_no_text_are_a_mistake_with_a_line_and_are_never_written_over() {
    let house = House::new();
    let bytes = b"goal = 70\n# f\xfcr mich\n";
    house.write_settings("");
    fs::write(house.settings(), bytes).expect("written");
    let check = house.run(&["config", "check"]);
    assert!(check.code == 1 && check.out.contains("line 2") && check.out.contains("UTF-8"), "{check:?}");
    let commands: [&[&str]; 4] = [
        &["config", "set", "goal", "80"],
        &["config", "unset", "goal"],
        &["exercises", "hide", "chin-tuck"],
        &["setup"],
    ];
    for command in commands {
        assert_eq!(house.run_with(command, "\n\n\n\n\n\n\n\n").code, 1, "{command:?}");
        assert_eq!(fs::read(house.settings()).expect("there"), bytes, "{command:?}");
    }
    let app = house.start();
    assert_eq!(house.part("settings")["state"], "failed");
    assert_eq!(fs::read(house.path("config/unhunch/default-config.toml.broken-1")).expect("kept"), bytes);
    fs::write(house.path("config/unhunch/exercises.toml"), b"# \xfc\n").expect("written");
    until("it is told", || (house.part("library")["state"] == "failed").then_some(()));
    app.quit();
}

#[test]
fn changes_at_once_all_count() {
    let house = House::new();
    let changes: [&[&str]; 8] = [
        &["config", "set", "goal", "71"],
        &["config", "set", "lull.wait", "3min"],
        &["config", "set", "answer.within", "20min"],
        &["config", "set", "sense.lock", "false"],
        &["config", "set", "language", "en"],
        &["exercises", "hide", "chin-tuck"],
        &["exercises", "hide", "cat-cow"],
        &["exercises", "hide", "wall-angels"],
    ];
    let start = |change: &&[&str]| house.command(change).spawn().expect("the program runs");
    let all: Vec<Child> = changes.iter().map(start).collect();
    for mut child in all {
        assert!(child.wait().expect("ended").success());
    }
    let text = fs::read_to_string(house.settings()).expect("there");
    for said in ["71", "3min", "20min", "sense.lock", "language", "chin-tuck", "cat-cow", "wall-angels"] {
        assert!(text.contains(said), "{said} is lost:\n{text}");
    }
    assert_eq!(names(&house.path("config/unhunch")), ["default-config.toml"], "nothing is left behind");
}

#[test]
fn what_the_running_app_does_not_read_is_not_said_to_count() {
    let house = House::with(FAST);
    let app = house.start();
    let mut elsewhere = house.command(&["config", "set", "goal", "70"]);
    let said = elsewhere.env("XDG_CONFIG_HOME", house.path("other")).output().expect("the program runs");
    let (out, err) = (String::from_utf8_lossy(&said.stdout), String::from_utf8_lossy(&said.stderr));
    assert!(said.status.code() == Some(1) && out.is_empty() && err.contains("not taken it up"), "{out}{err}");
    assert!(house.path("other/unhunch/default-config.toml").exists());
    app.quit();
}

#[test]
fn a_folder_of_the_persons_keeps_its_mode() {
    let house = House::new();
    let folder = house.path("shared");
    fs::create_dir(&folder).expect("made");
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o1777)).expect("opened");
    let home = folder.to_str().expect("text");
    let mut app = house.command(&["--home", home]).spawn().expect("the program runs");
    until("the app answers", || (house.run(&["--home", home, "status"]).code == 0).then_some(()));
    let modes = (mode(&folder), mode(&folder.join("run")));
    assert_eq!(house.run(&["--home", home, "quit"]).code, 0);
    app.wait().expect("ended");
    assert_eq!(modes, (0o1777, 0o700));
}

#[test]
fn nothing_waits_for_a_pipe_or_reads_a_device_to_its_end() {
    let house = House::new();
    house.write_settings("");
    fs::remove_file(house.settings()).expect("removed");
    pipe(&house.settings());
    symlink("/dev/zero", house.path("config/unhunch/exercises.toml")).expect("linked");
    let check = house.run(&["config", "check"]);
    assert!(check.code == 1 && check.err.contains("no file, but a folder, a pipe or a device"), "{check:?}");
    assert_eq!(house.run(&["config", "set", "goal", "70"]).code, 1);
    assert_eq!(house.run(&["doctor"]).code, 3);
    let app = house.start();
    assert_eq!(house.part("settings")["state"], "failed");
    assert_eq!(house.part("library")["state"], "failed");
    assert_eq!(house.run(&["doctor"]).code, 1);
    fs::remove_file(house.settings()).expect("removed");
    house.write_settings(FAST);
    until("the settings work", || (house.part("settings")["state"] == "works").then_some(()));
    fs::remove_file(house.settings()).expect("removed");
    pipe(&house.settings());
    until("the settings fail", || (house.part("settings")["state"] == "failed").then_some(()));
    house.prompted();
    app.quit();
}

#[test]
fn a_library_file_that_counts_for_nothing_is_a_failure_and_an_entry_is_none() {
    let house = House::with(FAST);
    let own = house.path("config/unhunch/exercises.toml");
    let app = house.start();
    fs::write(&own, "this is no TOML\n").expect("written");
    until("it is told", || (house.part("library")["state"] == "failed").then_some(()));
    assert_eq!(house.run(&["doctor"]).code, 1);
    fs::write(&own, "[[exercise]]\nid = \"mine\"\n").expect("written");
    until("it works", || (house.part("library")["state"] == "works").then_some(()));
    assert!(house.part("library")["says"].as_str().expect("text").contains("1 entry left out"));
    app.quit();
}

#[test]
fn rests_of_a_kill_go_at_the_next_start() {
    let house = House::with(FAST);
    let mut dead = Command::new("true").spawn().expect("started");
    dead.wait().expect("ended");
    let rest = format!("default-config.toml.new-{}", dead.id());
    fs::write(house.path("config/unhunch").join(rest), "half").expect("written");
    house.start().quit();
    assert_eq!(names(&house.path("config/unhunch")), ["default-config.toml"]);
}

#[test]
fn a_link_that_waits_where_the_demo_would_be_is_not_followed() {
    let house = House::new();
    let (victim, temp) = (house.path("victim"), house.path("tmp"));
    for folder in [&victim, &temp] {
        fs::create_dir(folder).expect("made");
    }
    fs::write(victim.join("settings.toml"), "goal = 70\n").expect("written");
    let mut demo =
        house.command(&["demo"]).env("TMPDIR", &temp).stdout(std::process::Stdio::null()).spawn().expect("runs");
    let home = until("the demo's home", || names(&temp).into_iter().find(|name| name.starts_with("unhunch-demo-")));
    assert!(!home.ends_with(&format!("-{}", demo.id())), "{home} can be known before");
    assert_eq!(mode(&temp.join(&home)), 0o700);
    let own = temp.join(&home);
    let own = own.to_str().expect("text");
    until("the demo answers", || (house.run(&["--home", own, "status"]).code == 0).then_some(()));
    assert_eq!(house.run(&["--home", own, "quit"]).code, 0);
    demo.wait().expect("ended");
}

#[test]
fn autostart_names_what_was_called_and_says_when_it_is_gone_or_switched_off() {
    let house = House::new();
    let entry = house.path("config/autostart/unhunch.desktop");
    let (link, version) = (house.path("bin/unhunch"), house.path("v1"));
    fs::create_dir(house.path("bin")).expect("made");
    symlink(env!("CARGO_BIN_EXE_unhunch"), &version).expect("linked");
    symlink(&version, &link).expect("linked");
    let run = |program: &Path, what: &str| {
        let mut command = Command::new(program);
        command.args(["autostart", what]).env_clear().env("HOME", house.path("")).current_dir(house.path(""));
        command.env("PATH", house.path("bin")).env("XDG_CONFIG_HOME", house.path("config"));
        command.output().expect("the program runs").status.code()
    };
    for called in [link.as_path(), Path::new("unhunch"), Path::new("bin/unhunch")] {
        // The program is found as a shell finds it, and called by the name that was given.
        let mut command = Command::new("sh");
        command.args(["-c", "exec \"$0\" autostart on"]).arg(called).env_clear().current_dir(house.path(""));
        command.env("HOME", house.path("")).env("PATH", format!("{}:/usr/bin:/bin", house.path("bin").display()));
        assert!(command.env("XDG_CONFIG_HOME", house.path("config")).output().expect("runs").status.success());
        let text = fs::read_to_string(&entry).expect("there");
        assert!(text.contains(&format!("TryExec={}\n", link.display())), "{called:?}: {text}");
    }
    assert_eq!(run(&link, "status"), Some(0));
    let text = fs::read_to_string(&entry).expect("there");
    fs::write(&entry, format!("{text}Hidden=true\n")).expect("written");
    assert_eq!(run(&link, "status"), Some(1));
    assert_eq!(run(&link, "on"), Some(0));
    assert_eq!(run(&link, "status"), Some(0));
    fs::remove_file(&link).expect("removed");
    let gone = house.run(&["autostart", "status"]);
    assert!(gone.code == 1 && gone.err.contains("no program any more"), "{gone:?}");
}

#[test]
fn autostart_names_the_image_that_is_mounted_and_no_other() {
    let house = House::new();
    let program = Path::new(env!("CARGO_BIN_EXE_unhunch"));
    let mount = fs::canonicalize(program.parent().expect("a folder")).expect("there");
    let image = house.path("Unhunch.AppImage");
    fs::write(&image, "").expect("written");
    fs::set_permissions(&image, fs::Permissions::from_mode(0o700)).expect("changed");
    let named = |mount: &Path, image: &Path| {
        let mut command = house.command(&["autostart", "on"]);
        command.env("APPDIR", mount).env("APPIMAGE", image).output().expect("the program runs");
        let text = fs::read_to_string(house.path("config/autostart/unhunch.desktop")).expect("there");
        let line = text.lines().find_map(|line| line.strip_prefix("TryExec=")).expect("a program");
        Path::new(line).to_owned()
    };
    assert_eq!(named(&mount, &image), image);
    assert_eq!(house.run(&["autostart", "status"]).code, 0);
    // A terminal that is an image itself hands its own name down.
    assert_eq!(named(&house.path("elsewhere"), &image), program);
    assert_eq!(named(&mount, &house.path("gone.AppImage")), program);
    assert_eq!(named(&mount, Path::new("Unhunch.AppImage")), program);
}
