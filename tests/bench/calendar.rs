//! How long a large calendar takes: 1.4 MB, 2,600 events, 312 of them endless weeklies since 2019; three days of it.

#![expect(clippy::expect_used, reason = "a benchmark that cannot go on has failed")]

use chrono::{DateTime, TimeDelta};
use std::fmt::Write;
use unhunch::calendar::{Window, occurrences};
use unhunch::zones::{Named, Zone};

fn main() {
    divan::main();
}

fn text() -> String {
    let mut text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//bench//EN\r\n".to_owned();
    for number in 0..2600 {
        let (year, month, day, hour) = (2019 + number % 8, 1 + number % 12, 1 + number % 28, 7 + number % 11);
        let (year, rule) = if number < 312 { (2019, "RRULE:FREQ=WEEKLY\r\n") } else { (year, "") };
        let date = format!("{year}{month:02}{day:02}");
        write!(
            text,
            "BEGIN:VEVENT\r\nUID:{number}@bench.example.org\r\nDTSTAMP:20260101T000000Z\r\n\
             DTSTART;TZID=Europe/Berlin:{date}T{hour:02}0000\r\nDTEND;TZID=Europe/Berlin:{date}T{hour:02}4500\r\n{rule}\
             SUMMARY:Meeting {number}\r\nORGANIZER:mailto:ann@example.org\r\n\
             ATTENDEE;CN=Ann;PARTSTAT=ACCEPTED:mailto:ann@example.org\r\nATTENDEE;CN=Bob:mailto:bob@example.org\r\n\
             DESCRIPTION:{}\r\n https://meet.google.com/abc-defg-hij\r\nSTATUS:CONFIRMED\r\nEND:VEVENT\r\n",
            "What was said last time. ".repeat(5)
        )
        .expect("written");
    }
    text + "END:VCALENDAR\r\n"
}

#[divan::bench]
fn three_days(bencher: divan::Bencher<'_, '_>) {
    let text = text();
    assert!((1_300_000..1_500_000).contains(&text.len()), "{}", text.len());
    let zone = Named::find("Europe/Berlin").map(Zone::Named).expect("a zone");
    let from = DateTime::from_timestamp(1_773_615_600, 0).expect("a time");
    let window = Window { from, to: from + TimeDelta::days(3) };
    let count = |text: &str| occurrences(text.as_bytes(), &window, &zone).expect("a calendar").len();
    assert!(count(&text) > 100);
    bencher.bench(|| count(divan::black_box(&text)));
}
