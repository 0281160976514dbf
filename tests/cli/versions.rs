//! Files of another version of the app: a newer record is refused and stays as it is; of newer or older settings the lines
//! that are none here are told by name and stay, and the others count.

use crate::house::{FAST, House, until};
use rusqlite::Connection;
use std::fs;

#[test]
fn a_newer_record_is_refused_in_one_sentence_and_not_touched() {
    let house = House::with(FAST);
    house.start().quit();
    let file = Connection::open(house.ledger()).expect("opened");
    file.pragma_update(None, "journal_mode", "DELETE").expect("one file");
    file.pragma_update(None, "user_version", 99).expect("written");
    drop(file);
    let before = fs::read(house.ledger()).expect("read");
    for command in [&["review"][..], &["export", "--csv"]] {
        let said = house.run(command);
        assert!(said.code != 0 && said.err.replace('\n', " ").contains("newer version"), "{command:?}: {said:?}");
    }
    let app = house.start();
    let says = until("it is said", || {
        house.part("ledger")["says"].as_str().filter(|says| says.contains("newer version")).map(str::to_owned)
    });
    assert!(says.contains("Install that version again"), "{says}");
    let advice = house.part("ledger")["advice"].to_string();
    assert!(!advice.contains("disk"), "nothing is wrong with it: {advice}");
    assert_ne!(house.run(&["quit"]).code, 0, "what it could not keep is said");
    app.ended();
    assert_eq!(fs::read(house.ledger()).expect("read"), before);
}

#[test]
fn of_the_settings_of_another_version_what_is_none_here_is_told_and_kept() {
    // The first was a setting once, the second may be one some day.
    let house = House::with("terminal = \"auto\"\npreset = \"active\"\n[hologram]\nbright = true\n");
    let check = house.run(&["config", "check"]);
    let said = format!("{}{}", check.out, check.err).replace('\n', " ");
    assert!(said.contains("no setting terminal") && said.contains("hologram"), "{check:?}");
    assert!(house.run(&["config", "show"]).out.contains("active"), "the rest counts");
    assert_eq!(house.run(&["config", "set", "lull.wait", "3min"]).code, 0);
    let kept = fs::read_to_string(house.settings()).expect("read");
    for line in ["terminal = \"auto\"", "preset = \"active\"", "[hologram]", "bright = true"] {
        assert!(kept.lines().any(|one| one.trim() == line), "{line}: {kept}");
    }
}
