//! Calendars as they are met in the field: places in words, zones without a definition, definitions that the database
//! would overrule, rules with parts that cannot be.

use crate::watch::read_within;
use chrono::DateTime;
use std::time::Duration;
use unhunch::calendar::{Extent, Policy, Reading, WhyNot, Window, read, verdict};
use unhunch::engine::event::Mark;
use unhunch::zones::{Named, Zone};

fn events(head: &str, events: &[String]) -> Reading {
    let at = |text: &str| DateTime::parse_from_rfc3339(text).unwrap().to_utc();
    let window = Window { from: at("2026-01-01T00:00:00Z"), to: at("2027-01-01T00:00:00Z") };
    let berlin = Zone::Named(Named::find("Europe/Berlin").unwrap());
    let text = format!("BEGIN:VCALENDAR\nVERSION:2.0\n{head}{}END:VCALENDAR\n", events.concat());
    read(text.as_bytes(), &window, &berlin).unwrap()
}

fn event(zone: &str, start: &str, more: &str) -> String {
    format!("BEGIN:VEVENT\nUID:{start}{zone}\nDTSTART;TZID={zone}:{start}\nDURATION:PT1H\n{more}END:VEVENT\n")
}

/// The starts in UTC.
fn starts(reading: &Reading) -> Vec<String> {
    let start = |span: Extent| match span {
        Extent::Timed { start, .. } => start.format("%m-%d %H:%M").to_string(),
        Extent::Days { start, .. } => start.to_string(),
    };
    reading.occurrences.iter().map(|one| start(one.span)).collect()
}

#[test]
fn a_calendar_published_with_titles_and_places_alone_has_meetings() {
    let at = |place: &str| {
        let lines = format!(
            "SUMMARY:zoom in on the roadmap\nTRANSP:OPAQUE\nSTATUS:CONFIRMED\n{place}X-MICROSOFT-CDO-BUSYSTATUS:BUSY\n\
             X-MICROSOFT-CDO-INSTTYPE:1\n"
        );
        let reading = events("METHOD:PUBLISH\n", &[event("W. Europe Standard Time", "20260302T100000", &lines)]);
        assert_eq!(starts(&reading), ["03-02 09:00"]);
        verdict(&reading.occurrences[0], &Policy::default())
    };
    for place in [
        "Microsoft Teams Meeting",
        "Microsoft Teams-Besprechung",
        "Réunion Microsoft Teams",
        "Reunión de Microsoft Teams",
        "Riunione di Microsoft Teams",
        "Microsoft Teams Meeting\\; Room 5",
        "Zoom Meeting",
        "Zoom",
        "Webex",
        "Google Meet",
    ] {
        assert_eq!(at(&format!("LOCATION:{place}\n")), Ok(Mark::Busy), "{place}");
        assert_eq!(at(&format!("DESCRIPTION:{place}\n")), Err(WhyNot::Alone), "{place}");
    }
    for place in ["Room 5", "Zoom Torino", "zoom in on the roadmap", "Team room"] {
        assert_eq!(at(&format!("LOCATION:{place}\n")), Err(WhyNot::Alone), "{place}");
    }
    assert_eq!(at(""), Err(WhyNot::Alone));
}

#[test]
fn zone_names_without_a_definition_say_what_they_are() {
    for (zone, start) in [
        ("\"tzone://Microsoft/Utc\"", "20260302T130000"),
        ("\"(UTC-05:00) Eastern Time (US & Canada)\"", "20260302T080000"),
        ("GMT-0500", "20260302T080000"),
        ("\"UTC+02:00\"", "20260302T150000"),
        ("Eastern Standard Time 1", "20260302T080000"),
        ("\"(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna\"", "20260302T140000"),
    ] {
        let reading = events("", &[event(zone, start, "")]);
        assert_eq!(starts(&reading), ["03-02 13:00"], "{zone}");
        assert!(reading.unknown_zones.is_empty(), "{zone}: {reading:?}");
    }
    let summer = events("", &[event("\"(UTC-05:00) Eastern Time (US & Canada)\"", "20260706T080000", "")]);
    assert_eq!(starts(&summer), ["07-06 12:00"], "with its summer time");
}

#[test]
fn a_zone_that_nobody_knows_is_named_once_and_only_for_what_happens() {
    let two = [event("Office Time", "20260302T100000", ""), event("Office Time", "20260303T100000", "")];
    let reading = events("", &two);
    assert_eq!(starts(&reading), ["03-02 09:00", "03-03 09:00"], "on the clock of whoever is there");
    assert_eq!(reading.unknown_zones.iter().collect::<Vec<_>>(), ["Office Time"]);
    let past = events("", &[event("Office Time", "20200302T100000", "")]);
    assert!(past.unknown_zones.is_empty(), "{past:?}");
    let stated = events("", &[event("\"(UTC-05:00) Heure de l'Est\"", "20260302T080000", "")]);
    assert_eq!((starts(&stated), stated.unknown_zones.len()), (vec!["03-02 13:00".to_owned()], 1));
    let many: Vec<String> = (0..1000).map(|n| event(&format!("Zone{n}X"), "20260302T100000", "")).collect();
    assert!(events("", &many).unknown_zones.len() < 20, "a few of them are enough");
}

#[test]
fn what_the_file_says_of_a_zone_goes_before_old_names_of_the_database() {
    let zone = |name: &str| {
        format!(
            "BEGIN:VTIMEZONE\nTZID:{name}\nBEGIN:DAYLIGHT\nDTSTART:20070311T020000\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU\n\
             TZOFFSETFROM:-0500\nTZOFFSETTO:-0400\nEND:DAYLIGHT\nBEGIN:STANDARD\nDTSTART:20071104T020000\n\
             RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU\nTZOFFSETFROM:-0400\nTZOFFSETTO:-0500\nEND:STANDARD\nEND:VTIMEZONE\n"
        )
    };
    for name in ["EST", "MST", "HST", "GMT", "UTC", "Etc/GMT"] {
        let reading = events(&zone(name), &[event(name, "20260706T100000", "")]);
        assert_eq!(starts(&reading), ["07-06 14:00"], "{name}");
    }
    let everybodys = events(&zone("Europe/Berlin"), &[event("Europe/Berlin", "20260706T100000", "")]);
    assert_eq!(starts(&everybodys), ["07-06 08:00"], "a name that everybody means the same by");
    let alone = events("", &[event("EST", "20260706T100000", "")]);
    assert_eq!(starts(&alone), ["07-06 15:00"], "without a definition the database's");
}

#[test]
fn parts_of_a_rule_that_cannot_be_are_left_out_alone() {
    let starts = |rule: &str| {
        let event = format!(
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART:20260309T100000Z\nDURATION:PT1H\nRRULE:{rule}\nEND:VEVENT\n\
             END:VCALENDAR\n"
        );
        let reading = read_within(Duration::from_secs(10), rule, event.into_bytes()).unwrap();
        (starts(&reading), reading.left_out)
    };
    let daily = ["03-15 10:00", "03-16 10:00", "03-17 10:00"].map(str::to_owned).to_vec();
    for rule in [
        "FREQ=DAILY;COUNT=-1",
        "FREQ=DAILY;COUNT=0",
        "FREQ=DAILY;COUNT=",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;INTERVAL=-1;WKST=XX",
        "FREQ=DAILY;UNTIL=20260231",
        "FREQ=DAILY;BYMONTHDAY=32",
        "FREQ=DAILY;BYMONTH=3,13",
        "COUNT=-1;FREQ=DAILY;BYHOUR=24",
    ] {
        assert_eq!(starts(rule), (daily.clone(), 0), "{rule}");
    }
    assert_eq!(starts("FREQ=WEEKLY;BYDAY=MO,XX;COUNT=-1"), (vec!["03-16 10:00".to_owned()], 0));
    assert_eq!(starts("FREQ=SOMETIMES;COUNT=-1"), (Vec::new(), 1), "nothing to go by");
}
