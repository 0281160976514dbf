//! The app taken away from a person's account: what goes, what stays, and what is asked before.

use crate::house::{FAST, House, until};
use std::fs;
use std::io::{BufRead, BufReader};
use std::os::unix::net::UnixListener;
use std::path::{Path, PathBuf};

const AUTOSTART: &str = "config/autostart/unhunch.desktop";
const ENTRY: &str = "data/applications/unhunch.desktop";

/// All files of a home, but what the test's own apps have said.
fn files_of(house: &House) -> Vec<PathBuf> {
    let said = [house.path("out"), house.path("err")];
    files(&house.path("")).into_iter().filter(|file| !said.contains(file)).collect()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("read").path());
    let mut all: Vec<PathBuf> =
        entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect();
    all.sort();
    all
}

/// A home that has been used: a record, settings, the start with the desktop, an entry in the menu.
fn used() -> House {
    let house = House::with(FAST);
    assert_eq!(house.run(&["autostart", "on"]).code, 0);
    let app = house.start();
    house.prompted();
    assert_eq!(house.run(&["skip"]).code, 0);
    app.quit();
    house
}

#[test]
fn the_record_and_the_settings_stay_and_the_rest_goes() {
    let house = used();
    let app = house.start();
    assert!(house.path(AUTOSTART).exists() && house.path(ENTRY).exists() && house.socket().exists());
    let done = house.run(&["uninstall"]);
    for named in [house.ledger(), house.settings(), env!("CARGO_BIN_EXE_unhunch").into()] {
        assert!(done.out.replace('\n', " ").contains(&*named.to_string_lossy()), "{named:?}: {done:?}");
    }
    assert_eq!(done.code, 0, "{done:?}");
    drop(app);
    assert_eq!(house.run(&["status"]).code, 3, "it has ended");
    let left = files_of(&house);
    let mine =
        |file: &PathBuf| file.starts_with(house.path("config/unhunch")) || file.starts_with(house.path("data/unhunch"));
    assert!(left.iter().all(mine), "{left:?}");
    assert_eq!(house.record()["skipped"], 1, "and it can be read as before");
    assert_eq!(house.run(&["uninstall"]).code, 0, "nothing is left to do");
}

#[test]
fn everything_goes_when_the_person_says_yes() {
    let house = used();
    let settings = house.settings();
    let folder = settings.parent().expect("a folder");
    fs::write(folder.join("exercises.toml"), "").expect("written");
    fs::write(folder.join("my notes.txt"), "mine").expect("written");
    let before = files_of(&house);
    let asked = house.run_with(&["uninstall", "--all"], "no\n");
    assert!(asked.code == 2 && asked.out.contains("It cannot be") && asked.err.contains("--yes"), "{asked:?}");
    assert_eq!(files_of(&house), before);
    assert_eq!(house.run(&["uninstall", "--yes"]).code, 2, "alone it asks nothing");
    let done = house.run(&["uninstall", "--all", "--yes"]);
    assert!(done.code == 0 && done.out.contains("something in it"), "{done:?}");
    assert_eq!(files_of(&house), [folder.join("my notes.txt")], "{done:?}");
    let app = house.start();
    until("it begins anew", || (house.run(&["status"]).code == 0).then_some(()));
    app.quit();
}

#[test]
fn a_window_that_stays_open_is_in_the_way() {
    let house = used();
    let door = house.path("run/unhunch/window");
    fs::create_dir_all(door.parent().expect("a folder")).expect("made");
    let window = UnixListener::bind(&door).expect("a socket");
    let refused = house.run(&["uninstall"]);
    assert!(refused.code == 1 && refused.err.contains("Close it"), "{refused:?}");
    assert!(house.path(AUTOSTART).exists() && house.path(ENTRY).exists(), "nothing is taken away");
    let mut told = String::new();
    let (asked, _) = window.accept().expect("somebody came");
    BufReader::new(asked).read_line(&mut told).expect("a line");
    assert_eq!(told, "{\"v\":3,\"say\":\"end\"}\n");
    // One that was killed leaves its socket.
    drop(window);
    assert_eq!(house.run(&["uninstall"]).code, 0);
    assert!(!door.exists() && !house.path(AUTOSTART).exists());
}

#[test]
fn with_a_folder_of_its_own_only_that_is_touched() {
    let house = used();
    let trial = house.path("trial");
    fs::create_dir_all(trial.join("cache")).expect("made");
    fs::write(trial.join("cache/theirs"), "").expect("written");
    let there = ["--home", trial.to_str().expect("text")];
    assert_eq!(house.run(&[&there[..], &["config", "set", "preset", "active"]].concat()).code, 0);
    assert!(trial.join("settings.toml").exists());
    let done = house.run(&[&there[..], &["uninstall", "--all", "--yes"]].concat());
    assert_eq!(done.code, 0, "{done:?}");
    assert_eq!(files(&trial), [trial.join("cache/theirs")]);
    assert!(house.path(AUTOSTART).exists() && house.path(ENTRY).exists() && house.ledger().exists());
}
