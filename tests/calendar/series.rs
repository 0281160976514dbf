//! Small series that readers are known to get wrong: each with what happens in three days of March 2026.

use crate::watch::read_within;
use std::time::Duration;
use unhunch::calendar::Extent;

/// The starts in the window, in UTC.
fn starts(text: &str) -> Vec<String> {
    let text = format!("BEGIN:VCALENDAR\n{text}END:VCALENDAR\n");
    let reading = read_within(Duration::from_secs(10), "a series", text.into_bytes()).unwrap();
    assert_eq!(reading.left_out, 0);
    let start = |span: Extent| match span {
        Extent::Timed { start, .. } => start.format("%d %H:%M").to_string(),
        Extent::Days { start, .. } => start.format("%d").to_string(),
    };
    reading.occurrences.iter().map(|one| start(one.span)).collect()
}

fn event(lines: &str) -> String {
    format!("BEGIN:VEVENT\nUID:a\n{lines}\nEND:VEVENT\n")
}

#[test]
fn changed_occurrences() {
    let daily = event("DTSTART;TZID=Europe/Berlin:20260301T100000\nDURATION:PT1H\nRRULE:FREQ=DAILY\nSEQUENCE:1");
    assert_eq!(starts(&daily), ["15 09:00", "16 09:00", "17 09:00"]);
    let higher = event("RECURRENCE-ID;TZID=Europe/Berlin:20260316T100000\nDTSTART:20260316T150000Z\nSEQUENCE:9");
    assert_eq!(starts(&(daily.clone() + &higher)), ["15 09:00", "16 15:00", "17 09:00"], "a later version replaces");
    let other = higher.replace("UID:a", "UID:b");
    assert_eq!(
        starts(&(daily.clone() + &other)),
        ["15 09:00", "16 09:00", "16 15:00", "17 09:00"],
        "not of its series"
    );
    let moved_in = event("RECURRENCE-ID:20261201T090000Z\nDTSTART:20260316T150000Z");
    assert_eq!(starts(&(daily.clone() + &moved_in)), ["15 09:00", "16 09:00", "16 15:00", "17 09:00"]);
    let on_day = event("RECURRENCE-ID;VALUE=DATE:20260316\nDTSTART:20260316T150000Z");
    assert_eq!(starts(&(daily.clone() + &on_day)), ["15 09:00", "16 15:00", "17 09:00"]);
    let later = event("RECURRENCE-ID;RANGE=THISANDFUTURE:20260316T090000Z\nDTSTART:20260316T110000Z");
    assert_eq!(starts(&(daily + &later)), ["15 09:00", "16 11:00", "17 11:00"]);
}

#[test]
fn removed_and_added_dates() {
    let daily =
        |lines: &str| starts(&event(&format!("DTSTART;TZID=Europe/Berlin:20260301T100000\nRRULE:FREQ=DAILY\n{lines}")));
    assert_eq!(daily("EXDATE;VALUE=DATE:20260316"), ["15 09:00", "17 09:00"]);
    assert_eq!(daily("EXDATE:20260316T100000"), ["15 09:00", "17 09:00"], "without a zone, on the series' clock");
    assert_eq!(daily("EXDATE:20260315T090000Z,20260316T090000Z"), ["17 09:00"]);
    assert_eq!(daily("EXRULE:FREQ=WEEKLY;BYDAY=MO"), ["15 09:00", "17 09:00"]);
    assert_eq!(daily("RDATE:20260316T180000Z"), ["15 09:00", "16 09:00", "16 18:00", "17 09:00"]);
}

#[test]
fn clocks() {
    let utc = event("DTSTART:20260301T100000Z\nRRULE:FREQ=DAILY;COUNT=16");
    assert_eq!(starts(&utc), ["15 10:00", "16 10:00"]);
    let floating = event("DTSTART:20260301T100000\nRRULE:FREQ=DAILY");
    assert_eq!(starts(&floating), ["15 17:00", "16 17:00", "17 17:00"]);
    let zone = "BEGIN:VTIMEZONE\nTZID:(UTC+01:00) Amsterdam\\, Berlin\nBEGIN:STANDARD\nDTSTART:16010101T030000\n\
        TZOFFSETFROM:+0200\nTZOFFSETTO:+0100\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\nEND:STANDARD\nBEGIN:DAYLIGHT\n\
        DTSTART:16010101T020000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\n\
        END:DAYLIGHT\nEND:VTIMEZONE\n";
    for id in ["\"(UTC+01:00) Amsterdam, Berlin\"", "\"(UTC+01:00) Amsterdam\\, Berlin\""] {
        let text = format!("{zone}{}", event(&format!("DTSTART;TZID={id}:20250801T100000\nRRULE:FREQ=DAILY")));
        assert_eq!(starts(&text), ["15 09:00", "16 09:00", "17 09:00"], "{id}");
    }
    let nested = event("DTSTART;TZID=/citadel.org/20211207_1/Europe/Berlin:20260316T100000");
    assert_eq!(starts(&nested), ["16 09:00"]);
    let days = event("DTSTART;VALUE=DATE:16040316\nRRULE:FREQ=YEARLY");
    assert_eq!(starts(&days), ["16"], "a birthday without a year");
}
