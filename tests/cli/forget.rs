//! A machine that is forgotten by the command, while the app runs and while none does: its days count no longer, nothing in the
//! folder is touched, what it writes again does not count, and all of it comes back. And a name of one's own.

use crate::house::{FAST, House, names, until};
use crate::merge::record;
use serde_json::Value;
use std::fs;
use std::path::Path;

fn sharing(folder: &Path, more: &str) -> House {
    House::with(&format!("{FAST}{more}sync.folder = '{}'\n", folder.display()))
}

fn taken(house: &House) -> Value {
    house.json(&["review", "all", "--json"])["taken"].clone()
}

/// What stands in the files of others than the one with this name.
fn texts(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let all = names(folder).into_iter().filter(|name| !name.contains("live"));
    // One that is being written may have its name no more.
    all.filter_map(|name| Some((name.clone(), fs::read(folder.join(name)).ok()?))).collect()
}

#[test]
fn a_forgotten_machine_counts_no_longer_and_can_count_again() {
    let shared = tempfile::tempdir().expect("a folder");
    let (desk, laptop) =
        (sharing(shared.path(), "sync.name = \"My desk\"\n"), sharing(shared.path(), "sync.name = \"Old one\"\n"));
    record(&laptop.ledger(), "", &["2026-01-05", "2026-02-05"]);
    laptop.start().quit();
    let written = texts(shared.path());
    let app = desk.start();
    until("the days of the laptop", || (taken(&desk) == 2).then_some(()));
    let known = desk.json(&["machines", "--json"]);
    assert_eq!(
        (&known["this"]["name"], &known["others"][0]["name"]),
        (&"My desk".into(), &"Old one".into()),
        "{known}"
    );
    let told = |known: &Value| known["others"][0]["told"].clone();
    assert!(known["others"][0]["days"].as_u64() >= Some(2) && known["others"][0]["counts"] == true, "{known}");
    let done = desk.run(&["machines", "forget", "Old one"]);
    assert!(done.code == 0 && done.out.contains("Old one is forgotten"), "{done:?}");
    assert_eq!(taken(&desk), 0);
    until("no other machine that counts", || {
        desk.part("two machines")["says"].as_str().is_some_and(|says| says.contains("no other machine")).then_some(())
    });
    assert!(desk.run(&["machines"]).out.contains("Forgotten since"));
    app.quit();
    // Nothing of it is gone, and what it writes again does not count.
    let now = texts(shared.path());
    assert!(written.iter().all(|file| now.contains(file)), "{:?}", names(shared.path()));
    let again = laptop.start();
    laptop.prompted();
    assert_eq!(laptop.run(&["skip"]).code, 0);
    again.quit();
    let app = desk.start();
    until("its day with the break", || (told(&desk.json(&["machines", "--json"])) != told(&known)).then_some(()));
    let others = |desk: &House| desk.json(&["review", "all", "--json"])["machines"].as_array().map(Vec::len);
    assert_eq!((taken(&desk), others(&desk)), (0.into(), Some(0)));
    app.quit();
    let back = desk.run(&["machines", "count", "Old one"]);
    assert!(back.code == 0 && back.out.contains("counts again"), "{back:?}");
    let all = desk.json(&["review", "all", "--json", "--machine", "Old one"]);
    assert_eq!((&all["taken"], &all["skipped"]), (&2.into(), &1.into()), "{all}");
    assert_eq!(taken(&desk), 2);
    let none = desk.run(&["machines", "forget", "phone"]);
    assert!(none.code == 1 && none.err.contains("Old one"), "{none:?}");
}

#[test]
fn a_name_of_ones_own_is_told_in_place_of_the_hosts_and_changed_while_it_runs() {
    let shared = tempfile::tempdir().expect("a folder");
    let house = sharing(shared.path(), "");
    let app = house.start();
    let told = |name: &str| {
        let all = texts(shared.path());
        all.iter()
            .any(|(_, text)| String::from_utf8_lossy(text).contains(&format!("\"name\":\"{name}\"")))
            .then_some(())
    };
    until("a file", || (!texts(shared.path()).is_empty()).then_some(()));
    assert_eq!(house.run(&["config", "set", "sync.name", "Anna's desk"]).code, 0);
    until("the new name", || told("Anna's desk"));
    let long = house.run(&["config", "set", "sync.name", &"x".repeat(65)]);
    assert!(long.code != 0 && long.err.contains("at most 64 letters"), "{long:?}");
    assert_ne!(house.run(&["config", "set", "sync.name", "a\u{202e}b"]).code, 0);
    app.quit();
}
