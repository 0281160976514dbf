//! Looking back from the command line: `review` and `why` of days that are over, that are young, that are old.

use crate::house::{FAST, House};
use rusqlite::Connection;

/// The first day explains what `why` will tell instead of saying that another day has nothing.
#[test]
fn why_explains_itself_while_nothing_is_decided() {
    let house = House::new();
    let said = house.run(&["why"]);
    assert!(said.code == 0 && said.out.starts_with("Nothing has been decided yet today."), "{said:?}");
    assert!(said.out.contains("not running") && !said.out.contains("recorded for"), "{said:?}");
    house.write_settings("break.movement.every = \"60min\"\nnudge.posture.every = \"0s\"\n");
    let app = house.start();
    let now = house.json(&["status", "--json"])["text"].as_str().expect("a text").to_owned();
    let said = house.run(&["why"]);
    assert!(said.out.starts_with("Nothing has been decided yet today.") && said.out.contains(&now), "{said:?}");
    assert!(house.run(&["why", "--day", "yesterday"]).out.starts_with("Nothing is recorded for "));
    app.quit();
}

/// A ledger beside which nothing runs, and whose memory says nothing, knows of nothing after its last entry.
#[test]
fn an_open_span_without_an_app_ends_with_the_last_entry() {
    let house = House::with(FAST);
    let app = house.start();
    house.prompted();
    app.quit();
    let ledger = Connection::open(house.ledger()).expect("the ledger");
    let year = 365 * 86_400_000_i64;
    ledger.execute("DELETE FROM memory", []).expect("no memory");
    for sql in [
        "UPDATE span SET from_utc = from_utc - ?1",
        "UPDATE journal SET at_utc = at_utc - ?1",
        "UPDATE instance SET due_utc = due_utc - ?1, end_utc = end_utc - ?1, day = date(day, '-365 days')",
    ] {
        ledger.execute(sql, [year]).expect("a year ago");
    }
    ledger.execute("DELETE FROM span WHERE kind <> 'active'", []).expect("an open span at the end");
    drop(ledger);
    let desk = house.record()["desk_s"].as_u64().expect("seconds");
    assert!((1..2 * 86_400).contains(&desk), "{desk} s at the desk");
}

#[test]
fn a_setting_is_read_and_switched_in_the_words_that_people_try() {
    let house = House::new();
    for (said, is) in [("no", "false"), ("on", "true"), ("off", "false"), ("YES", "true")] {
        let set = house.run(&["config", "set", "tray", said]);
        assert_eq!((set.code, set.out.as_str()), (0, format!("tray is {is} now.\n").as_str()), "{set:?}");
        assert_eq!(house.run(&["config", "get", "tray"]).out, format!("{is}\n"));
    }
    assert_eq!(house.run(&["config", "set", "tray", "maybe"]).code, 1);
    assert_eq!(house.run(&["config", "list"]), house.run(&["config", "show"]));
}

/// Without a terminal, an editor or the desktop's opener the advice names the command and what to install.
#[cfg(unix)] // where the desktop may have no opener
#[test]
fn without_an_editor_the_advice_says_what_to_do() {
    let house = House::new();
    let mut command = house.command(&["config", "edit"]);
    let said = command.env("PATH", "/nonexistent").output().expect("the program runs");
    let said = String::from_utf8_lossy(&said.stderr).into_owned();
    assert!(said.contains("Set EDITOR") && said.contains("default-config.toml"), "{said}");
}

#[test]
fn one_day_is_looked_back_on() {
    let house = House::with(FAST);
    let app = house.start();
    house.prompted();
    app.quit();
    let rows = |period: &str| house.json(&["review", period, "--json", "--breaks"]);
    let today = rows("today");
    let (day, due) = (today["to"].as_str().expect("a day").to_owned(), &today["breaks"][0]["due"]);
    assert_eq!((&rows(&day)["from"], &rows(&day)["breaks"][0]["due"]), (&today["to"], due));
    let said = house.run(&["review", "2001-02-03"]);
    assert!(said.code == 0 && said.out.trim() == "Nothing is recorded for Sat 3 Feb 2001.", "{said:?}");
    assert!(house.run(&["review", "yesterday"]).out.contains("Nothing is recorded for "));
    assert_eq!(house.run(&["review", "2026-13-01"]).code, 2);
}
