//! The record taken out: what is in each form, and what becomes of the file.

use crate::house::{FAST, House, names, this_machine, until};
use serde_json::Value;
use std::fs;
#[cfg(unix)]
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

/// A house with a break that was skipped, one that was taken, and a check-in.
fn with_record() -> House {
    let house = House::with(FAST);
    let app = house.start();
    house.prompted();
    assert_eq!(house.run(&["skip"]).code, 0);
    house.prompted();
    assert_eq!(house.run(&["start"]).code, 0);
    until("a break that was taken", || (house.record()["taken"] == 1).then_some(()));
    assert_eq!(house.run(&["check-in", "tight"]).code, 0);
    app.quit();
    house
}

#[cfg(unix)]
fn is_private(file: &Path) -> bool {
    fs::metadata(file).expect("there").permissions().mode() & 0o777 == 0o600
}

/// A person's folders are closed to others there, and a file needs no more.
#[cfg(windows)]
fn is_private(file: &Path) -> bool {
    file.exists()
}

#[test]
fn json_has_each_kind_as_the_ledger_has_it() {
    let house = with_record();
    let (all, record) = (house.json(&["export"]), house.record());
    let count = |value: &Value| value.as_array().expect("a list").len();
    assert_eq!(count(&all["breaks"]), count(&record["breaks"]));
    assert_eq!(
        (&all["breaks"][0]["id"], &all["breaks"][0]["outcome"]),
        (&record["breaks"][0]["id"], &record["breaks"][0]["outcome"])
    );
    assert!(all["breaks"][0]["offers"].is_array() && all["breaks"][0]["prompts"].is_number(), "{all}");
    assert_eq!((count(&all["check_ins"]), &all["check_ins"][0]["answer"]), (1, &"tight".into()));
    assert!(count(&all["spans"]) > 0 && all["nudges"].is_array(), "{all}");
    let before = house.run(&["export", "--to", "2001-02-03"]);
    assert!(before.code == 1 && before.err.contains("Nothing is recorded"), "{before:?}");
    assert_eq!(house.run(&["export", "--from", "2001-02-03", "--to", "2001-02-02"]).code, 1);
    assert_eq!(house.run(&["export", "--csv", "--ics"]).code, 2);
}

#[test]
fn csv_has_a_line_for_each_and_as_many_fields_in_each() {
    let house = with_record();
    let (csv, all) = (house.run(&["export", "--csv"]).out, house.json(&["export"]));
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let head = reader.headers().expect("a head").clone();
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("as many fields in each")).collect();
    let of = |what: &str| rows.iter().filter(|row| &row[0] == what).count();
    for (what, list) in [("break", "breaks"), ("check-in", "check_ins"), ("span", "spans"), ("nudge", "nudges")] {
        assert_eq!(of(what), all[list].as_array().expect("a list").len(), "{what}");
    }
    let review: Vec<&str> = head.iter().skip(1).take(22).collect();
    assert!(house.run(&["review", "all", "--csv"]).out.starts_with(&review.join(",")), "{review:?}");
}

#[test]
fn a_calendar_is_one_that_calendars_read() {
    let house = with_record();
    let file = house.path("breaks.ics");
    let told = house.run(&["export", "--ics", "-o", file.to_str().expect("text")]);
    assert!(told.code == 0 && told.out.contains("breaks.ics"), "{told:?}");
    let text = fs::read_to_string(&file).expect("read");
    assert!(text.ends_with("END:VCALENDAR\r\n") && !text.replace("\r\n", "").contains('\n'), "{text}");
    assert!(text.split("\r\n").all(|line| line.len() <= 75), "{text}");
    let (events, all) = (text.matches("BEGIN:VEVENT").count(), house.json(&["export"]));
    assert_eq!(events, all["breaks"].as_array().expect("a list").len() + 1);
    let lines = |name: &str| -> Vec<String> {
        text.split("\r\n").filter(|line| line.starts_with(name)).map(str::to_owned).collect()
    };
    let uids = lines("UID:");
    assert_eq!(uids.iter().collect::<std::collections::BTreeSet<_>>().len(), events);
    assert_eq!(lines("DTSTAMP:").len(), events);
    let again = house.run(&["export", "--ics"]).out;
    assert!(uids.iter().all(|uid| again.contains(uid)), "they are the same each time");
    let day = all["to"].as_str().expect("a day");
    let from = all["from"].as_str().expect("a day");
    assert!(from <= day);
    let read =
        house.run(&["calendar", "--all", "--json", "--from", from, "--to", "2100-01-01", file.to_str().expect("text")]);
    assert!(read.code == 0 && read.out.contains("\"break-1-"), "{read:?}");
    assert!(text.contains("SUMMARY:Movement: "), "{text}");
}

#[test]
fn activitywatch_has_a_bucket_for_this_machine() {
    let house = with_record();
    let file = house.path("kept.json");
    assert_eq!(house.run(&["export", "--activitywatch", "-o", file.to_str().expect("text")]).code, 0);
    assert!(is_private(&file));
    let told: Value = serde_json::from_str(&fs::read_to_string(&file).expect("read")).expect("JSON");
    let machine = this_machine();
    let bucket = &told["buckets"][format!("unhunch-breaks_{machine}")];
    assert_eq!((&bucket["hostname"], &bucket["client"]), (&machine.into(), &"unhunch".into()), "{told}");
    let event = &bucket["events"][0];
    assert_eq!((&event["data"]["outcome"], &event["duration"]), (&"skipped".into(), &0.0.into()), "{told}");
    assert_eq!(house.run(&["export", "--activitywatch", "--json"]).code, 2);
}

#[test]
fn a_file_is_written_whole_for_the_person_alone_and_none_is_written_over_unasked() {
    let house = with_record();
    let file = house.path("kept.json");
    let name = file.to_str().expect("text");
    assert_eq!(house.run(&["export", "-o", name]).code, 0);
    assert!(is_private(&file));
    serde_json::from_str::<Value>(&fs::read_to_string(&file).expect("read")).expect("all of it");
    fs::write(&file, "mine").expect("written");
    let there = house.run(&["export", "-o", name]);
    assert!(there.code == 1 && there.err.contains("there already"), "{there:?}");
    assert_eq!(fs::read_to_string(&file).expect("read"), "mine");
    assert_eq!(house.run(&["export", "-o", name, "--replace"]).code, 0);
    assert!(fs::read_to_string(&file).expect("read").starts_with('{'));
    // A file is where its folder would be.
    let nowhere = house.run(&["export", "-o", file.join("x.json").to_str().expect("text")]);
    assert!(nowhere.code == 1 && nowhere.err.contains("could not be written"), "{nowhere:?}");
    assert!(!names(file.parent().expect("a folder")).iter().any(|name| name.contains(".new-")));
}
