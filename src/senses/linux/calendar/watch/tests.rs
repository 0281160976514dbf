//! The watches against real files: what matters is heard, and nothing else.

use super::*;
use std::fs;

/// Whether something that matters has happened since the last look.
fn looked(watches: &Watches) -> bool {
    watches.kernel.drain(|event| watches.matters(event)).unwrap()
}

fn watches(paths: &[PathBuf]) -> Watches {
    future::block_on(set(paths.to_vec())).unwrap()
}

#[test]
fn a_file_is_heard_however_it_changes_and_its_neighbours_are_not() {
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("work.ics");
    let set = watches(std::slice::from_ref(&file));
    fs::write(home.path().join("other.ics"), "x").unwrap();
    assert!(!looked(&set));
    fs::write(&file, "x").unwrap();
    assert!(looked(&set), "made");
    let set = watches(std::slice::from_ref(&file));
    fs::write(&file, "y").unwrap();
    assert!(looked(&set), "written");
    fs::write(home.path().join("new"), "z").unwrap();
    assert!(!looked(&set));
    fs::rename(home.path().join("new"), &file).unwrap();
    assert!(looked(&set), "replaced");
    let set = watches(std::slice::from_ref(&file));
    fs::remove_file(&file).unwrap();
    assert!(looked(&set), "removed");
}

#[test]
fn a_link_is_heard_at_both_ends() {
    let home = tempfile::tempdir().unwrap();
    let (real, link) = (home.path().join("real"), home.path().join("link.ics"));
    fs::create_dir(&real).unwrap();
    fs::write(real.join("a"), "x").unwrap();
    std::os::unix::fs::symlink(real.join("a"), &link).unwrap();
    let set = watches(std::slice::from_ref(&link));
    fs::write(real.join("b"), "y").unwrap();
    assert!(!looked(&set));
    fs::rename(real.join("b"), real.join("a")).unwrap();
    assert!(looked(&set));
    let set = watches(std::slice::from_ref(&link));
    fs::remove_file(&link).unwrap();
    assert!(looked(&set));
}

#[test]
fn a_folder_is_heard_as_deep_as_calendars_lie() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("calendars");
    let set = watches(std::slice::from_ref(&folder));
    fs::create_dir_all(folder.join("work")).unwrap();
    assert!(looked(&set), "made");
    let set = watches(std::slice::from_ref(&folder));
    fs::write(folder.join("work/.event.tmp"), "x").unwrap();
    fs::write(folder.join("work/notes.txt"), "x").unwrap();
    assert!(!looked(&set));
    fs::rename(folder.join("work/.event.tmp"), folder.join("work/event.ics")).unwrap();
    assert!(looked(&set), "arrived");
    fs::create_dir(folder.join("home")).unwrap();
    assert!(looked(&set), "a folder more");
    let set = watches(std::slice::from_ref(&folder));
    fs::remove_dir_all(&folder).unwrap();
    assert!(looked(&set), "removed");
}

#[test]
fn what_is_far_from_being_there_is_heard_when_it_comes() {
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("a/b/c.ics");
    let set = watches(std::slice::from_ref(&file));
    fs::create_dir(home.path().join("other")).unwrap();
    assert!(!looked(&set));
    fs::create_dir(home.path().join("a")).unwrap();
    assert!(looked(&set));
}
