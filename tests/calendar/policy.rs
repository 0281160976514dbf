//! What counts as a meeting, from the text of an event to the verdict.

use chrono::DateTime;
use unhunch::calendar::WhyNot::{AllDay, Alone, Away, Cancelled, Declined, Free, NoLength, TooLong};
use unhunch::calendar::{Policy, WhyNot, Window, meetings, occurrences, verdict};
use unhunch::engine::event::Mark::{self, Busy, Tentative};
use unhunch::zones::{Named, Zone};

fn window() -> Window {
    let at = |text: &str| DateTime::parse_from_rfc3339(text).unwrap().to_utc();
    Window { from: at("2026-03-15T23:00:00Z"), to: at("2026-03-16T23:00:00Z") }
}

fn berlin() -> Zone {
    Zone::Named(Named::find("Europe/Berlin").unwrap())
}

fn calendar(head: &str, lines: &str) -> String {
    format!(
        "BEGIN:VCALENDAR\n{head}BEGIN:VEVENT\nUID:a\nDTSTART:20260316T090000Z\nDTEND:20260316T100000Z\n{lines}END:VEVENT\nEND:VCALENDAR\n"
    )
}

fn judge(text: &str, policy: &Policy) -> Result<Mark, WhyNot> {
    let all = occurrences(text.as_bytes(), &window(), &berlin()).unwrap();
    assert_eq!(all.len(), 1, "{text}");
    verdict(&all[0], policy)
}

fn me(addresses: &[&str]) -> Policy {
    Policy { all_busy: false, me: addresses.iter().map(|one| (*one).to_owned()).collect() }
}

const OTHERS: &str =
    "ATTENDEE;PARTSTAT=ACCEPTED:mailto:Ann@Example.org\nATTENDEE;PARTSTAT=DECLINED:MAILTO:bob@example.org\n";

#[test]
fn by_default_others_or_a_link_make_a_meeting() {
    let cases: [(&str, Result<Mark, WhyNot>); 26] = [
        ("", Err(Alone)),
        ("LOCATION:Room 5\n", Err(Alone)),
        (OTHERS, Ok(Busy)),
        ("ATTENDEE;CUTYPE=ROOM:mailto:room5@example.org\n", Err(Alone)),
        ("LOCATION:https://meet.google.com/abc\n", Ok(Busy)),
        ("DESCRIPTION:Join\\nhttps://us02web.zoom.us/j/1\\nor call\n", Ok(Busy)),
        (
            "DESCRIPTION:a very long line that is folded somewhere https://teams.mic\n rosoft.com/l/meetup-join/1\n",
            Ok(Busy),
        ),
        ("URL:https://example.org/agenda\n", Err(Alone)),
        ("CONFERENCE;VALUE=URI;FEATURE=VIDEO:https://video.example.org/1\n", Ok(Busy)),
        ("X-GOOGLE-CONFERENCE:https://meet.google.com/abc\n", Ok(Busy)),
        ("X-MICROSOFT-SKYPETEAMSMEETINGURL:https://teams.microsoft.com/l/1\n", Ok(Busy)),
        ("STATUS:TENTATIVE\nX-GOOGLE-CONFERENCE:x\n", Ok(Tentative)),
        ("X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE\nX-GOOGLE-CONFERENCE:x\n", Ok(Tentative)),
        ("X-MICROSOFT-CDO-BUSYSTATUS:BUSY\nX-GOOGLE-CONFERENCE:x\n", Ok(Busy)),
        ("STATUS:CANCELLED\nX-GOOGLE-CONFERENCE:x\n", Err(Cancelled)),
        ("TRANSP:TRANSPARENT\nX-GOOGLE-CONFERENCE:x\n", Err(Free)),
        ("TRANSP:OPAQUE\nX-GOOGLE-CONFERENCE:x\n", Ok(Busy)),
        ("X-MICROSOFT-CDO-BUSYSTATUS:FREE\nX-GOOGLE-CONFERENCE:x\n", Err(Free)),
        ("X-MICROSOFT-CDO-BUSYSTATUS:OOF\nX-GOOGLE-CONFERENCE:x\n", Err(Away)),
        ("X-MICROSOFT-CDO-BUSYSTATUS:WORKINGELSEWHERE\nX-GOOGLE-CONFERENCE:x\n", Err(Away)),
        ("DTEND:20260316T090000Z\nX-GOOGLE-CONFERENCE:x\n", Err(NoLength)),
        ("DTEND:20260316T080000Z\nX-GOOGLE-CONFERENCE:x\n", Err(NoLength)),
        ("DTEND:20260316T210000Z\nX-GOOGLE-CONFERENCE:x\n", Ok(Busy)),
        ("DTEND:20260316T210001Z\nX-GOOGLE-CONFERENCE:x\n", Err(TooLong)),
        ("DTSTART;VALUE=DATE:20260316\nDTEND;VALUE=DATE:20260317\nX-GOOGLE-CONFERENCE:x\n", Err(AllDay)),
        ("ATTENDEE;PARTSTAT=DECLINED:mailto:me@example.org\nX-GOOGLE-CONFERENCE:x\n", Err(Declined)),
    ];
    for (lines, expected) in cases {
        assert_eq!(judge(&calendar("", lines), &Policy::default()), expected, "{lines}");
    }
}

#[test]
fn own_answers_count_and_those_of_others_do_not() {
    let asked = |policy: &Policy| judge(&calendar("", OTHERS), policy);
    assert_eq!(asked(&me(&[])), Ok(Busy), "somebody declined; nobody knows who");
    assert_eq!(asked(&me(&["bob@example.org"])), Err(Declined));
    assert_eq!(asked(&me(&["x@y", " BOB@Example.org "])), Err(Declined));
    assert_eq!(asked(&me(&["ann@example.org"])), Ok(Busy));
    let named = |name: &str| judge(&calendar(&format!("X-WR-CALNAME:{name}\n"), OTHERS), &me(&[]));
    assert_eq!(named("bob@example.org"), Err(Declined), "the calendar is named by its owner");
    assert_eq!(named("Work"), Ok(Busy));
    let other = judge(&calendar("X-WR-CALNAME:bob@example.org\n", OTHERS), &me(&["ann@example.org"]));
    assert_eq!(other, Ok(Busy), "what the person says goes before the name");
    let perhaps = "ATTENDEE;PARTSTAT=TENTATIVE:mailto:me@x\nATTENDEE:mailto:b@x\n";
    assert_eq!(judge(&calendar("", perhaps), &me(&["me@x"])), Ok(Tentative));
    let self_only = "ORGANIZER:mailto:me@x\nATTENDEE;PARTSTAT=ACCEPTED:mailto:me@x\n";
    assert_eq!(judge(&calendar("", self_only), &me(&["me@x"])), Err(Alone));
    let invited = "ORGANIZER:mailto:boss@x\nATTENDEE;PARTSTAT=ACCEPTED:mailto:me@x\n";
    assert_eq!(judge(&calendar("", invited), &me(&["me@x"])), Ok(Busy));
}

#[test]
fn all_busy_takes_everything_busy() {
    let policy = Policy { all_busy: true, me: Vec::new() };
    assert_eq!(judge(&calendar("", ""), &policy), Ok(Busy));
    assert_eq!(judge(&calendar("", "TRANSP:TRANSPARENT\n"), &policy), Err(Free));
    assert_eq!(judge(&calendar("METHOD:CANCEL\n", ""), &policy), Err(Cancelled));
}

#[test]
fn a_changed_occurrence_is_judged_by_itself() {
    let series = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART:20260309T090000Z\nDURATION:PT1H\nRRULE:FREQ=WEEKLY\n\
        SUMMARY:Weekly\nX-GOOGLE-CONFERENCE:x\nEND:VEVENT\n\
        BEGIN:VEVENT\nUID:a\nRECURRENCE-ID:20260316T090000Z\nSTATUS:CANCELLED\nEND:VEVENT\nEND:VCALENDAR\n";
    assert_eq!(judge(series, &Policy::default()), Err(Cancelled), "without a start of its own");
}

#[test]
fn meetings_are_told_on_the_local_clock() {
    let text = calendar("", "SUMMARY:Planning\\, part 2\nX-GOOGLE-CONFERENCE:x\n");
    let all = occurrences(text.as_bytes(), &window(), &berlin()).unwrap();
    let told = meetings(&all, &Policy::default(), &berlin());
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].start.to_rfc3339(), "2026-03-16T10:00:00+01:00");
    assert_eq!(told[0].end.to_rfc3339(), "2026-03-16T11:00:00+01:00");
    assert_eq!(told[0].title.as_deref(), Some("Planning, part 2"));
    assert!(meetings(&all, &me(&[]), &berlin()).len() == 1);
}
