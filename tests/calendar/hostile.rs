//! Texts that nobody should write: rules without end, lines without end, numbers without sense. Each costs little, and
//! what else stands in the same calendar is read.

use crate::watch::read_within;
use std::time::Duration;
use unhunch::calendar::{MOST_BYTES, Problem, Reading};

/// Much more than any needs without optimisation; a rule that is really followed takes hours.
const BOUND: Duration = Duration::from_secs(30);

const GOOD: &str = "BEGIN:VEVENT\nUID:good\nDTSTART:20260316T100000Z\nDURATION:PT1H\nEND:VEVENT\n";

/// Reads the good event behind a bad text.
fn beside(what: &str, bad: &str) -> Reading {
    let text = format!("BEGIN:VCALENDAR\n{bad}\n{GOOD}END:VCALENDAR\n");
    let reading = read_within(BOUND, what, text.into_bytes()).unwrap();
    assert_eq!(reading.occurrences.iter().filter(|one| one.uid == "good").count(), 1, "{what}");
    reading
}

fn event(uid: usize, lines: &str) -> String {
    format!("BEGIN:VEVENT\nUID:bad{uid}\nDTSTART:19700101T000000Z\nDURATION:PT1S\n{lines}\nEND:VEVENT\n")
}

fn digits(most: u32) -> String {
    (0..most).map(|n| n.to_string()).collect::<Vec<_>>().join(",")
}

#[test]
fn rules_without_end() {
    let every = format!("BYHOUR={};BYMINUTE={};BYSECOND={}", digits(24), digits(60), digits(60));
    let refused = [
        "RRULE:FREQ=SECONDLY".to_owned(),
        "RRULE:FREQ=SECONDLY;COUNT=1000000000".to_owned(),
        "RRULE:FREQ=SECONDLY;COUNT=1000000000;BYSETPOS=2".to_owned(),
        format!("RRULE:FREQ=YEARLY;{every}"),
        format!("RRULE:FREQ=DAILY;COUNT=4000000000;{every}"),
        format!("RRULE:FREQ=YEARLY;BYMONTH={}", "1,".repeat(20_000) + "1"),
    ];
    for rule in refused {
        let what = rule.get(..60).unwrap_or(&rule).to_owned();
        let reading = beside(&what, &event(1, &rule));
        assert_eq!(reading.left_out, 1, "{what}");
        let many = (0..300).map(|uid| event(uid, &rule)).collect::<String>();
        beside(&format!("300 of {what}"), &many);
    }
    let barren = [
        "RRULE:FREQ=SECONDLY;BYSETPOS=2",
        "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "RRULE:FREQ=MINUTELY;INTERVAL=4294967295",
        "RRULE:FREQ=YEARLY;INTERVAL=4294967295",
        "RRULE:FREQ=YEARLY;BYWEEKNO=53;BYSETPOS=-366",
        "RRULE:FREQ=HOURLY;BYMONTH=1;UNTIL=99991231T235959Z",
        "EXRULE:FREQ=SECONDLY\nRRULE:FREQ=DAILY",
        "RRULE:FREQ=WEEKLY;RSCALE=HEBREW;SKIP=FORWARD",
    ];
    for rule in barren {
        let many = (0..300).map(|uid| event(uid, rule)).collect::<String>();
        beside(&format!("300 of {rule}"), &many);
    }
}

#[test]
fn texts_without_end() {
    let dates = |name: &str| event(1, &format!("{name}:{}", vec!["20260316T110000Z"; 500_000].join(",")));
    beside("half a million added dates", &dates("RDATE"));
    beside("half a million removed dates", &dates("EXDATE"));
    beside("100,000 lines of dates", &event(1, &"RDATE:20260316T110000Z\n".repeat(100_000)));
    beside("a line of 10 MB", &event(1, &format!("SUMMARY:{}", "x".repeat(10_000_000))));
    beside("a line of 10 MB that is stepped over", &event(1, &format!("X-NOTE:{}", "x".repeat(10_000_000))));
    beside("a line of a million folds", &event(1, &format!("SUMMARY:{}", "x\n ".repeat(1_000_000))));
    beside("a million parameters", &event(1, &format!("SUMMARY{}:x", ";A=B".repeat(1_000_000))));
    beside("a million commas", &event(1, &format!("DTEND:{}", ",".repeat(1_000_000))));
    beside("half a million people", &event(1, &"ATTENDEE:mailto:a@example.org\n".repeat(400_000)));
    beside(
        "soft breaks without end",
        &event(1, &format!("SUMMARY;ENCODING=QUOTED-PRINTABLE:{}", "=\n".repeat(1_000_000))),
    );
    beside("90,000 events", &event(1, "").repeat(90_000));
    let text = format!("BEGIN:VCALENDAR\n{}END:VCALENDAR\n", event(1, "").repeat(120_000));
    assert_eq!(read_within(BOUND, "120,000 events", text.into_bytes()).unwrap().left_out, 20_000);
    let nested = "BEGIN:X\n".repeat(500_000);
    let text = format!("BEGIN:VCALENDAR\n{GOOD}{nested}");
    assert_eq!(read_within(BOUND, "half a million levels", text.into_bytes()).unwrap().occurrences.len(), 1);
    let long = vec![b'x'; MOST_BYTES + 1];
    assert_eq!(read_within(BOUND, "too long", long), Err(Problem::TooLong));
    assert_eq!(read_within(BOUND, "zeros", vec![0; MOST_BYTES]), Err(Problem::NoCalendar));
}

#[test]
fn zones_without_end() {
    let rule = "DTSTART:16010101T000000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nRRULE:FREQ=SECONDLY\n";
    let zone = |id: usize, parts: usize| {
        let part = format!("BEGIN:STANDARD\n{rule}END:STANDARD\n");
        format!("BEGIN:VTIMEZONE\nTZID:Z{id}\n{}END:VTIMEZONE\n", part.repeat(parts))
    };
    let event = |id: usize| {
        format!("BEGIN:VEVENT\nUID:z{id}\nDTSTART;TZID=Z{id}:20260301T100000\nRRULE:FREQ=DAILY;COUNT=100\nEND:VEVENT\n")
    };
    beside("a change each second", &(zone(1, 1) + &event(1)));
    let many: String = (0..300).map(|id| zone(id, 300) + &event(id)).collect();
    beside("300 zones of 300 parts", &many);
    let yearly = many.replace("SECONDLY", "YEARLY;BYDAY=-1SU;BYMONTH=3");
    beside("300 zones of 300 yearly parts", &yearly);
    let odd = zone(1, 1).replace("+0200", "+9959").replace("RRULE:FREQ=SECONDLY\n", "");
    beside("an offset of four days", &(odd + &event(1)));
}

#[test]
fn a_window_beyond_all_bounds() {
    use chrono::{DateTime, Utc};
    use unhunch::calendar::{Window, read};
    use unhunch::zones::Zone;
    let text = format!("BEGIN:VCALENDAR\n{GOOD}{}END:VCALENDAR\n", event(1, "RRULE:FREQ=YEARLY"));
    let zone = Zone::Fixed(chrono::FixedOffset::east_opt(0).unwrap());
    let window = Window { from: DateTime::<Utc>::MIN_UTC, to: DateTime::<Utc>::MAX_UTC };
    let reading = read(text.as_bytes(), &window, &zone).unwrap();
    assert_eq!(reading.left_out, 1, "8,029 years are more than is read of one rule");
    let backwards = Window { from: window.to, to: window.from };
    assert!(read(text.as_bytes(), &backwards, &zone).unwrap().occurrences.is_empty());
}
