use super::*;
use crate::system::files::whole;
use std::os::unix::fs::symlink;
use std::sync::mpsc::{Receiver, channel};

fn watched(files: &[&Path]) -> (Watch, Receiver<()>) {
    let (tell, heard) = channel();
    let files = files.iter().map(|file| (*file).to_owned()).collect();
    (start(files, move || tell.send(()).unwrap_or_default()).expect("watched"), heard)
}

/// Whether one change is told, and no second one.
fn once(heard: &Receiver<()>) -> bool {
    heard.recv_timeout(Duration::from_secs(5)).is_ok() && heard.recv_timeout(QUIET * 3).is_err()
}

#[test]
fn a_change_is_heard_however_it_was_written_and_other_files_are_not() {
    let dir = tempfile::tempdir().expect("a folder");
    let file = dir.path().join("s.toml");
    let (_watch, heard) = watched(&[&file]);
    fs::write(&file, "one").expect("written");
    assert!(once(&heard));
    whole::write(&file, "two").expect("written");
    assert!(once(&heard));
    fs::write(dir.path().join("other"), "x").expect("written");
    assert!(heard.recv_timeout(QUIET * 3).is_err());
    fs::remove_file(&file).expect("removed");
    assert!(once(&heard));
    fs::hard_link(dir.path().join("other"), &file).expect("linked");
    assert!(once(&heard));
}

#[test]
fn links_are_followed_to_where_they_lead_now() {
    let dir = tempfile::tempdir().expect("a folder");
    let at = |name: &str| dir.path().join(name);
    for folder in ["a", "b"] {
        fs::create_dir(at(folder)).expect("made");
        fs::write(at(folder).join("s"), folder).expect("written");
    }
    symlink("a", at("home")).expect("linked");
    let file = at("home/s");
    let (_watch, heard) = watched(&[&file]);
    fs::write(at("a/s"), "at the target").expect("written");
    assert!(once(&heard));
    symlink("b", at("new")).expect("linked");
    fs::rename(at("new"), at("home")).expect("the folder leads elsewhere");
    assert!(once(&heard));
    fs::write(at("b/s"), "at the new target").expect("written");
    assert!(once(&heard));
    fs::write(at("c"), "the file is a link from now on").expect("written");
    fs::remove_file(at("b/s")).expect("removed");
    symlink("../c", at("b/s")).expect("linked");
    assert!(once(&heard), "one change, not two");
    fs::write(at("c"), "at its target").expect("written");
    assert!(once(&heard));
    fs::remove_dir_all(at("b")).expect("removed");
    assert!(once(&heard));
    fs::create_dir(at("b")).expect("made");
    fs::write(at("b/s"), "the folder is back").expect("written");
    assert!(heard.recv_timeout(Duration::from_secs(5)).is_ok());
}

#[test]
fn removed_and_made_again_within_a_moment_is_one_change() {
    let dir = tempfile::tempdir().expect("a folder");
    let file = dir.path().join("s.toml");
    fs::write(&file, "one").expect("written");
    let (_watch, heard) = watched(&[&file]);
    fs::remove_file(&file).expect("removed");
    assert!(heard.recv_timeout(QUIET * 4).is_err(), "it may come back");
    fs::write(&file, "two").expect("written");
    assert!(once(&heard));
    assert!(file.exists());
}

#[test]
fn the_watching_ends_with_its_value() {
    let dir = tempfile::tempdir().expect("a folder");
    let (watch, heard) = watched(&[&dir.path().join("s")]);
    drop(watch);
    assert!(
        heard
            .recv_timeout(Duration::from_secs(5))
            .is_err_and(|error| { error == std::sync::mpsc::RecvTimeoutError::Disconnected })
    );
}

#[test]
fn within_a_folder_every_file_is_heard_and_the_folder_when_it_comes() {
    let dir = tempfile::tempdir().expect("a folder");
    let folder = dir.path().join("a/shared");
    let (tell, heard) = channel();
    let _watch = start_in(folder.clone(), move || tell.send(()).unwrap_or_default()).expect("watched");
    fs::write(dir.path().join("other"), "x").expect("written");
    assert!(heard.recv_timeout(QUIET * 3).is_err());
    fs::create_dir_all(&folder).expect("made");
    assert!(once(&heard));
    fs::write(folder.join("new"), "1").expect("written");
    assert!(once(&heard));
    whole::write(&folder.join("new"), "2").expect("written");
    assert!(once(&heard));
    fs::remove_dir_all(&folder).expect("removed");
    assert!(heard.recv_timeout(Duration::from_secs(5)).is_ok(), "it goes");
    while heard.recv_timeout(AWAY * 2).is_ok() {}
    fs::create_dir(&folder).expect("made");
    assert!(once(&heard), "and comes back");
}
