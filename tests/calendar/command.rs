//! `unhunch calendar` as a person types it: its forms, its exit codes, its sentences.

use crate::cases::all;
use serde_json::Value;
use std::path::Path;
use std::process::{Command, Output, Stdio};

fn unhunch(arguments: &[&str]) -> Output {
    let home = tempfile::tempdir().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_unhunch"));
    command.env_clear().env("HOME", home.path()).env("XDG_RUNTIME_DIR", home.path()).env("TZ", "UTC");
    command.arg("calendar").args(arguments).stdin(Stdio::null()).output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// `2026-03-16T09:00:00Z` as `20260316T090000Z`.
fn short(value: &Value) -> String {
    value.as_str().unwrap().replace(['-', ':'], "")
}

#[test]
fn the_hard_calendars_by_command() {
    for case in all() {
        let [from, to] = [case.window.from, case.window.to].map(|at| at.to_rfc3339());
        let file = case.file.to_str().unwrap();
        let said = unhunch(&[file, "--from", &from, "--to", &to, "--zone", "America/Los_Angeles", "--all", "--json"]);
        assert!(said.status.success() && said.stderr.is_empty(), "{file}: {said:?}");
        let mut events: Vec<[String; 3]> = out(&said)
            .lines()
            .map(|line| {
                let line: Value = serde_json::from_str(line).unwrap();
                assert_eq!(line.as_object().unwrap().len(), 3, "nothing private: {line}");
                [line["uid"].as_str().unwrap().to_owned(), short(&line["start"]), short(&line["end"])]
            })
            .collect();
        events.sort();
        assert_eq!(events, case.events, "{file}");
    }
}

const WEEK: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n\
    BEGIN:VEVENT\r\nUID:1\r\nDTSTART:20260316T090000Z\r\nDTEND:20260316T093000Z\r\nSUMMARY:Planning \x1b[31mred\r\n\
    ATTENDEE:mailto:a@x\r\nATTENDEE:mailto:b@x\r\nEND:VEVENT\r\n\
    BEGIN:VEVENT\r\nUID:2\r\nDTSTART:20260316T230000Z\r\nDTEND:20260317T010000Z\r\nSUMMARY:Late\r\nSTATUS:TENTATIVE\r\n\
    LOCATION:https://zoom.us/j/1\r\nEND:VEVENT\r\n\
    BEGIN:VEVENT\r\nUID:3\r\nDTSTART;VALUE=DATE:20260316\r\nSUMMARY:Holiday\r\nEND:VEVENT\r\n\
    BEGIN:VEVENT\r\nUID:4\r\nDTSTART:20260316T120000Z\r\nDURATION:PT1H\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("work")).unwrap();
    std::fs::write(folder.path().join("work/week.ics"), WEEK).unwrap();
    std::fs::write(folder.path().join("notes.txt"), "no calendar").unwrap();
    folder
}

#[test]
fn a_day_for_a_person_and_for_a_program() {
    let folder = folder();
    let path = folder.path().to_str().unwrap();
    let said = unhunch(&[path, "--from", "2026-03-16"]);
    let expected = "Mon 2026-03-16 09:00 - 09:30  Planning  [31mred\n\
        Mon 2026-03-16 23:00 - Tue 2026-03-17 01:00  Late (tentative)\n\n\
        Not meetings:\n\
        Mon 2026-03-16 all day  Holiday: it is on whole days\n\
        Mon 2026-03-16 12:00 - 13:00  (no title): nobody else is in it, and it has no link to a call\n";
    assert_eq!((out(&said).as_str(), said.status.code()), (expected, Some(0)));

    let said = unhunch(&[path, "--from", "2026-03-16", "--json"]);
    let lines: Vec<Value> = out(&said).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let verdicts: Vec<_> =
        lines.iter().map(|line| (&line["uid"], &line["mark"], &line["why"])).map(|v| format!("{v:?}")).collect();
    let told = verdicts.join(" ");
    for part in ["busy", "tentative", "all-day", "alone"] {
        assert!(told.contains(part), "{told}");
    }
    assert!(!out(&said).contains("Planning"), "no titles for programs");

    let said = unhunch(&[path, "--from", "2026-03-16", "--zone", "Asia/Tokyo", "--all"]);
    assert!(
        out(&said).starts_with("Mon 2026-03-16 all day  Holiday\nMon 2026-03-16 18:00 - 18:30  Planning"),
        "{said:?}"
    );
    let said = unhunch(&[path, "--from", "2026-04-16"]);
    assert_eq!((out(&said).as_str(), said.status.code()), ("The calendar has nothing then.\n", Some(0)));
    assert_eq!(unhunch(&[path]).status.code(), Some(0), "today");
}

#[test]
fn what_is_wrong_is_said_with_what_to_do() {
    let folder = folder();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (week, notes, missing) = (path("work/week.ics"), path("notes.txt"), path("gone.ics"));
    let empty = tempfile::tempdir().unwrap();
    let wrong: [(&[&str], &str); 8] = [
        (&[], "Name a file"),
        (&[&missing], "is not there. Name a calendar file"),
        (&[&notes], "no calendar"),
        (&[empty.path().to_str().unwrap()], ".ics files"),
        (&[&week, "--from", "soon"], "Say a date"),
        (&[&week, "--to", "2026-02-30"], "Say a date"),
        (&[&week, "--zone", "Mars/Base"], "Say one such as"),
        (&[&week, "--from", "2026-03-17", "--to", "2026-03-16"], "later than"),
    ];
    for (arguments, sentence) in wrong {
        let said = unhunch(arguments);
        assert_eq!(said.status.code(), Some(2), "{arguments:?}: {said:?}");
        assert!(err(&said).contains(sentence) && out(&said).is_empty(), "{arguments:?}: {said:?}");
    }
    // One that cannot be read leaves the others as they are.
    let said = unhunch(&[&missing, &week, "--from", "2026-03-16", "--all", "--json"]);
    assert_eq!((out(&said).lines().count(), said.status.code()), (4, Some(2)));
    assert!(Path::new(&week).exists());
}

#[cfg(unix)] // where a device has a path
#[test]
fn a_device_is_no_calendar() {
    let said = unhunch(&["/dev/null"]);
    assert!(said.status.code() == Some(2) && err(&said).contains("neither a file nor a folder"), "{said:?}");
}

#[test]
fn alone_it_lists_the_calendars_of_the_settings_by_their_policy() {
    let (home, folder) = (tempfile::tempdir().unwrap(), folder());
    let window = ["--from", "2026-03-16", "--to", "2026-03-17", "--zone", "UTC", "--json"];
    let listed = |settings: String| {
        std::fs::write(home.path().join("settings.toml"), settings).unwrap();
        let home = ["--home", home.path().to_str().unwrap()];
        unhunch(&[&home[..], &window[..]].concat())
    };
    let work = folder.path().join("work");
    let sources = format!("calendar.sources = ['{}']\n", work.display());
    let marked = |said: &Output| out(said).lines().filter(|line| line.contains("\"mark\"")).count();
    let said = listed(sources.clone());
    assert!(said.status.success() && said.stderr.is_empty(), "{said:?}");
    assert_eq!(marked(&said), 2, "{}", out(&said));
    assert_eq!(marked(&listed(sources + "calendar.count = \"busy\"\n")), 3);
    let said = listed("calendar.sources = [\"https://example.org/secret.ics\"]\n".to_owned());
    assert_eq!(said.status.code(), Some(2));
    assert!(err(&said).contains("example.org was not fetched yet") && !err(&said).contains("secret"), "{}", err(&said));
}

#[test]
fn a_zone_that_nobody_knows_is_said_beside_the_events() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("office.ics");
    let zoned = WEEK.replace("DTSTART:20260316T120000Z", "DTSTART;TZID=Office\u{7}Time:20260316T120000");
    std::fs::write(&file, zoned).unwrap();
    let said = unhunch(&[file.to_str().unwrap(), "--from", "2026-03-16"]);
    assert!(said.status.success() && out(&said).contains("12:00 - 13:00"), "{said:?}");
    let sentence =
        "has times in a zone that is not known (\"Office Time\"), so that they may be told hours off. Choose";
    assert!(err(&said).contains(sentence), "{said:?}");
}
