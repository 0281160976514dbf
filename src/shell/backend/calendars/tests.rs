//! Calendars as they are added, taken out and looked into, in a home of their own.

use super::*;
use crate::shell::backend::Backend;
use crate::windows::main::talk::{Banner, MainOrder, MainUpdate};
use crate::windows::main::{self, Updates};
use std::fs;

/// A home with these settings, and what does its orders.
fn home(settings: &str) -> (tempfile::TempDir, Backend, Updates) {
    let dir = tempfile::tempdir().expect("a folder");
    let paths = Paths::find(Some(dir.path())).expect("an absolute path");
    fs::write(&paths.settings, settings).expect("written");
    let (window, updates) = main::updates();
    (dir, Backend { paths, window, parts_watch: std::sync::Arc::default() }, updates)
}

/// A calendar with a meeting, an event alone, and a day off, all of today.
fn work() -> String {
    let today = wall().date_naive().format("%Y%m%d");
    let event = |uid: &str, lines: &str| format!("BEGIN:VEVENT\r\nUID:{uid}\r\n{lines}END:VEVENT\r\n");
    let timed = |from: &str, to: &str| format!("DTSTART:{today}T{from}00\r\nDTEND:{today}T{to}00\r\n");
    let others = "ATTENDEE:mailto:me@example.org\r\nATTENDEE:mailto:you@example.org\r\n";
    let meeting = event("1", &format!("{}SUMMARY:Planning\r\n{others}", timed("0900", "1000")));
    let alone = event("2", &format!("{}SUMMARY:Write\r\n", timed("1100", "1200")));
    let day = event("3", &format!("DTSTART;VALUE=DATE:{today}\r\nSUMMARY:Day off\r\n"));
    format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{meeting}{alone}{day}END:VCALENDAR\r\n")
}

fn banner(told: &[MainUpdate]) -> &Banner {
    let banners = told.iter().rev();
    let mut banners = banners.filter_map(|one| if let MainUpdate::Banner(banner) = one { Some(banner) } else { None });
    banners.next().expect("a line tells what came of it")
}

fn now(told: &[MainUpdate]) -> &CalendarsNow {
    let mut all = told.iter().rev().filter_map(|one| {
        if let MainUpdate::Calendars(CalendarsUpdate::Now(now)) = one { Some(now.as_ref()) } else { None }
    });
    all.next().expect("the calendars are told")
}

#[test]
fn a_folder_is_added_and_it_is_told_what_of_it_counts_and_why_the_rest_does_not() {
    let (dir, backend, updates) = home("# mine\ngoal = 70\n");
    let folder = dir.path().join("work, and more");
    fs::create_dir(&folder).expect("made");
    fs::write(folder.join("work.ics"), work()).expect("written");
    backend.calendars(CalendarsOrder::Add(SourceText(format!("  {} ", folder.display()))));
    let told: Vec<MainUpdate> = updates.all().collect();
    assert!(told.contains(&CalendarsUpdate::Added.into()), "{told:?}");
    let now = now(&told);
    assert_eq!(now.sources.len(), 1);
    assert_eq!(now.sources[0].told, [text::events(3)]);
    let today = &now.days[0];
    assert_eq!(today.meetings.len(), 1);
    assert!(today.meetings[0].what.ends_with("Planning"), "{today:?}");
    let others: Vec<_> = today.others.iter().map(|line| (line.what.contains("Write"), line.remark.as_str())).collect();
    let (alone, day) =
        (of_calendar::why_not(crate::calendar::WhyNot::Alone), of_calendar::why_not(crate::calendar::WhyNot::AllDay));
    assert_eq!(others, [(false, day.as_str()), (true, alone.as_str())]);
    let file = fs::read_to_string(&backend.paths.settings).expect("there");
    assert!(file.starts_with("# mine\ngoal = 70\n") && file.contains("work, and more"), "{file}");
    let undo = banner(&told).undo.clone().expect("it can be taken back");
    assert!(matches!(*undo, MainOrder::Calendars(CalendarsOrder::Remove(_))), "{undo:?}");
}

#[cfg(unix)] // whole paths are others elsewhere
#[test]
fn one_that_is_taken_out_comes_back_to_its_old_place() {
    let settings =
        "calendar.sources = [\"/a/first.ics\", \"https://example.org/private-123/b.ics\", \"/c/last.ics\"]\n";
    let (_dir, backend, updates) = home(settings);
    let id = known_by("https://example.org/private-123/b.ics");
    backend.calendars(CalendarsOrder::Remove(id));
    let told: Vec<MainUpdate> = updates.all().collect();
    assert_eq!(backend.calendar_words(), ["/a/first.ics", "/c/last.ics"]);
    assert!(!format!("{told:?}").contains("private-123"), "{told:?}");
    let Some(MainOrder::Calendars(undo)) = banner(&told).undo.as_deref().cloned() else { panic!("{told:?}") };
    backend.calendars(undo);
    assert_eq!(fs::read_to_string(&backend.paths.settings).expect("there"), settings);
}

#[test]
fn what_is_no_calendar_is_not_added_and_it_is_said_why() {
    let (dir, backend, updates) = home("");
    let notes = dir.path().join("notes.ics");
    fs::write(&notes, "dear diary").expect("written");
    let missing = dir.path().join("missing.ics").display().to_string();
    let wrong = ["work.ics", "http://example.org/a.ics", "https://me:word@example.org/a.ics", ""];
    for named in wrong.map(str::to_owned).into_iter().chain([notes.display().to_string(), missing]) {
        backend.calendars(CalendarsOrder::Add(SourceText(named.clone())));
        let told: Vec<MainUpdate> = updates.all().collect();
        assert!(matches!(told[..], [MainUpdate::Calendars(CalendarsUpdate::NotAdded(_))]), "{named}: {told:?}");
    }
    assert_eq!(fs::read_to_string(&backend.paths.settings).expect("there"), "");
}

#[test]
fn a_test_says_what_came() {
    let (dir, backend, _updates) = home("");
    let file = dir.path().join("work.ics");
    fs::write(&file, work()).expect("written");
    let read = |named: &str| {
        let source = settings::source(named).expect("a source");
        tested(&calendars::read_now(&backend.in_force().calendar, &source))
    };
    assert_eq!(read(&file.display().to_string()), text::test_read(1));
    // Nobody listens at this port.
    let address = read("https://localhost:1/private-123.ics");
    assert!(address.contains("localhost") && !address.contains("private"), "{address}");
}
