//! Another program's record brought in by the command: told before, done by the running app or alone, and taken back.

use crate::house::{FAST, House};
use serde_json::Value;
use std::fs;

/// Three days of Workrave, two of them with a rest break; its last line was cut.
const HISTORY: &str = "WorkRaveStats 4\nD 5 0 126 9 0 5 0 126 17 0\nB 1 7 4 2 1 1 1 3 60\nm 6 7200 0 0 0 0 0\n\
    D 6 0 126 9 0 6 0 126 17 0\nB 1 7 2 1 0 0 0 2 0\nm 6 3600 0 0 0 0 0\nD 7 0 126 9 0 7 0 126 17 0\nB 1 7 1 1 0 0 0 1 0\nB 0 7 1\n";

fn with_history(house: &House) -> String {
    let file = house.path("historystats");
    fs::write(&file, HISTORY).expect("written");
    file.to_str().expect("text").to_owned()
}

fn imported(house: &House) -> Value {
    house.json(&["review", "all", "--json"])["imported"].clone()
}

#[test]
fn the_running_app_keeps_it_apart_and_takes_it_back() {
    let house = House::with(FAST);
    let app = house.start();
    let file = with_history(&house);
    let dry = house.run(&["import", &file, "--dry-run"]);
    assert!(dry.code == 0 && dry.out.contains("3 new") && dry.out.contains("line 10"), "{dry:?}");
    assert_eq!(imported(&house), Value::Array(Vec::new()));
    let done = house.run(&["import", &file]);
    assert!(done.code == 0 && done.out.contains("--undo workrave"), "{done:?}");
    let there = imported(&house);
    assert_eq!((&there[0]["program"], &there[0]["days"]), (&"workrave".into(), &3.into()), "{there}");
    assert_eq!((&there[0]["long"]["shown"], &there[0]["long"]["taken"]), (&6.into(), &4.into()));
    assert_eq!((&there[0]["short"]["shown"], &there[0]["active_s"]), (&Value::Null, &10800.into()));
    let review = house.json(&["review", "all", "--json"]);
    assert_eq!((&review["due"], &review["desk_s"].as_u64().is_some_and(|s| s < 10800)), (&0.into(), &true), "{review}");
    let again = house.run(&["import", &file]);
    assert!(again.code == 0 && again.out.contains("nothing changes"), "{again:?}");
    let text = house.run(&["review", "all"]).out;
    assert!(text.contains("Workrave, 3 days") && text.contains("4 taken"), "{text}");
    let all = house.json(&["export"]);
    assert_eq!(all["imported"].as_array().expect("a list").len(), 3);
    assert_eq!(house.run(&["export", "--csv"]).out.lines().filter(|line| line.starts_with("imported,")).count(), 3);
    let undone = house.run(&["import", "--undo", "workrave"]);
    assert!(undone.code == 0 && undone.out.contains("3 days"), "{undone:?}");
    assert_eq!(imported(&house), Value::Array(Vec::new()));
    assert_eq!(house.run(&["import", "--undo", "workrave"]).code, 1);
    app.quit();
}

#[test]
fn alone_it_does_the_same_and_ten_years_go_in_either_way() {
    let days = (0..3000).map(|day| {
        let (day, month, year) = (day % 28 + 1, day / 28 % 12, 115 + day / 336);
        format!("D {day} {month} {year} 9 0 1 0 126 9 0\nB 1 7 4 2 1 1 1 3 60\n")
    });
    let long = ["WorkRaveStats 4\n".to_owned()].into_iter().chain(days).collect::<Vec<_>>().concat();
    let house = House::with(FAST);
    let file = house.path("historystats");
    fs::write(&file, &long).expect("written");
    let file = file.to_str().expect("text");
    let alone = house.run(&["import", file]);
    assert!(alone.code == 0 && alone.out.contains("3000 days of Workrave"), "{alone:?}");
    assert_eq!(imported(&house)[0]["days"], 3000);
    assert_eq!(house.run(&["import", "--undo", "workrave"]).code, 0);
    let app = house.start();
    assert!(house.run(&["import", file]).out.contains("3000 days of Workrave"));
    assert_eq!(imported(&house)[0]["long"]["taken"], 6000);
    let gone = house.run(&["delete", "--from", "2000-01-01", "--to", "today", "--yes"]);
    assert_eq!((gone.code, imported(&house)), (0, Value::Array(Vec::new())), "{gone:?}");
    app.quit();
}

#[cfg(unix)] // places that are found by variables
#[test]
fn what_lies_in_the_known_places_is_said_and_brought_in_when_it_is_named() {
    let house = House::with(FAST);
    fs::create_dir_all(house.path(".workrave")).expect("made");
    let none = house.run(&["import"]);
    assert!(none.code == 1 && none.err.contains("Stretchly keeps none"), "{none:?}");
    fs::write(house.path(".workrave/historystats"), HISTORY).expect("written");
    let entracte = house.path("data/io.drmowinckels.entracte");
    fs::create_dir_all(&entracte).expect("made");
    let event = r#"{"t":"2026-01-05T12:00:00Z","type":"break_end","kind":"long","outcome":"completed"}"#;
    fs::write(entracte.join("events.jsonl"), event).expect("written");
    let found = house.run(&["import"]).out;
    assert!(found.contains("Workrave: 3 days") && found.contains("Entracte: 1 day"), "{found}");
    assert_eq!(imported(&house), Value::Array(Vec::new()), "it was only said");
    let json = house.json(&["import", "--json"]);
    assert_eq!(
        (&json["done"], &json["files"][0]["left_out"], &json["programs"][0]["new"]),
        (&false.into(), &1.into(), &3.into())
    );
    assert_eq!(json["files"][0]["left_out_first"][0]["why"], "number");
    assert!(house.run(&["import", "--from", "entracte"]).out.contains("1 day of Entracte"));
    let there = imported(&house);
    assert_eq!((there.as_array().expect("a list").len(), &there[0]["program"]), (1, &"entracte".into()));
}

#[test]
fn what_is_no_record_is_refused_and_nothing_is_made_of_it() {
    let house = House::with(FAST);
    let file = house.path("x");
    let name = file.to_str().expect("text").to_owned();
    let gone = house.run(&["import", &name]);
    assert!(gone.code == 2 && gone.err.contains("could not be read"), "{gone:?}");
    for bytes in [&b"hello"[..], b"", b"SQLite format 3\0", &[0; 5000]] {
        fs::write(&file, bytes).expect("written");
        let told = house.run(&["import", &name]);
        assert!(told.code == 2 && !told.err.is_empty(), "{told:?}");
    }
    assert_eq!(house.run(&["import", "/dev/zero"]).code, 2);
    assert_eq!(house.run(&["import", &name, "--from", "stretchly"]).code, 2);
    assert!(!house.ledger().exists());
}
