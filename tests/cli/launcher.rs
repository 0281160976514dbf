//! The app in the applications menu: an entry and an icon that come, go, and never take the place of anybody else's.

use crate::house::{FAST, House, until};
use std::fs;
use std::process::Command;

const ENTRY: &str = "data/applications/unhunch.desktop";
const ICON: &str = "data/icons/hicolor/scalable/apps/unhunch.svg";

fn text(house: &House, path: &str) -> String {
    fs::read_to_string(house.path(path)).unwrap_or_default()
}

/// The program without the entries that the system may have.
fn launcher(house: &House, what: &str) -> (Option<i32>, String) {
    let output = house.command(&["launcher", what]).env("XDG_DATA_DIRS", house.path("system")).output();
    let output = output.expect("the program runs");
    (output.status.code(), String::from_utf8(output.stdout).expect("text"))
}

#[test]
fn it_comes_with_an_icon_and_goes_again() {
    let house = House::new();
    assert_eq!(launcher(&house, "status").0, Some(1));
    let (code, said) = launcher(&house, "on");
    assert!(code == Some(0) && said.contains(ENTRY), "{said}");
    let entry = text(&house, ENTRY);
    let program = env!("CARGO_BIN_EXE_unhunch");
    for line in [
        &format!("Exec=\"{program}\" launcher open"),
        &format!("TryExec={program}"),
        "Icon=unhunch",
        "StartupWMClass=unhunch",
        "[Desktop Action pause]",
        &format!("Exec=\"{program}\" pause 30m"),
    ] {
        assert!(entry.lines().any(|one| one == line), "{line}: {entry}");
    }
    assert!(text(&house, ICON).starts_with("<svg"));
    assert_eq!(launcher(&house, "status").0, Some(0));
    assert_eq!(launcher(&house, "off").0, Some(0));
    assert!(!house.path(ENTRY).exists() && !house.path(ICON).exists());
    assert_eq!(launcher(&house, "status").0, Some(1));
}

#[test]
fn the_entry_is_one_by_the_desktops_own_rules() {
    let house = House::new();
    launcher(&house, "on");
    let Ok(checked) = Command::new("desktop-file-validate").arg(house.path(ENTRY)).output() else {
        return eprintln!("skipped: desktop-file-validate is not installed");
    };
    assert!(checked.status.success(), "{checked:?}");
}

#[test]
fn what_somebody_else_made_is_left_alone() {
    let house = House::new();
    for (path, theirs) in [(ENTRY, "[Desktop Entry]\nName=Mine\n"), (ICON, "<svg/>\n")] {
        fs::create_dir_all(house.path(path).parent().expect("a folder")).expect("made");
        fs::write(house.path(path), theirs).expect("written");
    }
    for what in ["on", "off", "status"] {
        let (code, said) = launcher(&house, what);
        assert!(code == Some(0) && said.contains("leaves alone"), "{what}: {said}");
    }
    assert_eq!(
        (text(&house, ENTRY).as_str(), text(&house, ICON).as_str()),
        ("[Desktop Entry]\nName=Mine\n", "<svg/>\n")
    );
    fs::remove_file(house.path(ENTRY)).expect("removed");
    fs::create_dir_all(house.path("system/applications")).expect("made");
    fs::write(house.path("system/applications/unhunch.desktop"), "[Desktop Entry]\n").expect("written");
    assert!(launcher(&house, "on").1.contains("system/applications"), "a package has done it");
    assert!(!house.path(ENTRY).exists());
}

#[test]
fn a_package_that_comes_later_takes_the_place_of_our_own() {
    let house = House::new();
    launcher(&house, "on");
    fs::create_dir_all(house.path("system/applications")).expect("made");
    fs::write(house.path("system/applications/unhunch.desktop"), "[Desktop Entry]\n").expect("written");
    let (code, said) = launcher(&house, "on");
    assert!(code == Some(0) && said.contains("system/applications"), "{said}");
    assert!(!house.path(ENTRY).exists() && !house.path(ICON).exists());
}

#[test]
fn it_comes_with_the_start_with_the_desktop_and_stays_after_it() {
    let house = House::new();
    assert_eq!(house.run(&["autostart", "on"]).code, 0);
    assert!(text(&house, ENTRY).contains("launcher open"));
    assert_eq!(house.run(&["autostart", "off"]).code, 0);
    assert!(house.path(ENTRY).exists(), "it has a command of its own");
}

#[test]
fn answered_questions_put_it_there_on_a_desktop_and_nowhere_else() {
    let house = House::new();
    house.run_with(&["setup"], "\n\n\n\n\n");
    assert!(!house.path(ENTRY).exists(), "a terminal has no menu");
    let file = house.path("answers");
    fs::write(&file, "\n\n\n\n\n").expect("written");
    let ask = |arguments: &[&str]| {
        let answers = fs::File::open(&file).expect("there");
        house.command(arguments).env("DISPLAY", ":0").stdin(answers).output().expect("the program runs").stdout
    };
    let trial = house.path("trial");
    ask(&["--home", trial.to_str().expect("text"), "setup"]);
    assert!(!house.path(ENTRY).exists(), "a trial leaves nothing");
    let said = String::from_utf8(ask(&["setup"])).expect("text");
    assert!(said.contains("among your applications") && house.path(ENTRY).exists(), "{said}");
}

#[test]
fn opened_it_starts_the_app_or_shows_the_one_that_runs() {
    let house = House::with(FAST);
    let app = house.start();
    let (code, said) = launcher(&house, "open");
    assert!(code == Some(0) && !said.is_empty(), "{said}");
    app.quit();
    let mut started = house.command(&["launcher", "open"]).spawn().expect("the program runs");
    until("it runs", || (house.run(&["status"]).code == 0).then_some(()));
    assert_eq!(house.run(&["quit"]).code, 0);
    assert!(started.wait().expect("ended").success());
}
