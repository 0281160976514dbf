//! Machines that share a real folder, each with a real ledger.

use super::*;
use crate::engine::effect::Record;
use crate::engine::instance::{Instance, Outcome, SpanKind};
use crate::engine::moment::Stamp;
use crate::ledger::{Joined, Ledger, Step, Tells};
use crate::sync::Line;
use chrono::{NaiveDate, NaiveTime};
use std::fs;
use std::path::Path;

fn at(text: &str) -> Stamp {
    text.parse().expect("a time")
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn starts() -> NaiveTime {
    NaiveTime::from_hms_opt(4, 0, 0).expect("a time")
}

fn closed(id: u64, due: &str, outcome: Outcome) -> Record {
    let due = at(due);
    let row = Instance::fell_due(id, "movement", due, due.date_naive(), None);
    Record::Instance(Box::new(Instance { outcome: Some(outcome), ..row }))
}

fn keep(ledger: &mut Ledger, records: &[Record]) {
    ledger.commit(&Step { records, ..Step::default() }).expect("kept");
}

fn machine(home: &Path, name: &str) -> Ledger {
    let mut ledger = Ledger::open(&home.join(format!("{name}.db"))).expect("opened").ledger;
    ledger.name_machine(name).expect("named");
    ledger
}

fn told(ledger: &Ledger, folder: &Folder, now: u64) -> usize {
    let when = Told { until: at("2026-11-30T00:00:00Z"), day_starts: starts(), now };
    publish(ledger, folder, Extent::Whole, when).expect("published")
}

fn read(folder: &Folder, seen: &mut Seen) -> Joined {
    let mut joined = Joined::default();
    let all = |lines: Vec<Line>| {
        for line in lines {
            if let Line::Fact(fact) = line {
                joined.add(fact);
            }
        }
    };
    folder.read(seen, all).expect("read");
    joined
}

/// A machine that has recorded a taken break and, the day after, a missed one.
fn with_two_days(home: &Path) -> Ledger {
    let mut here = machine(home, "here");
    let taken = closed(1, "2026-11-26T10:00:00Z", Outcome::Taken);
    keep(&mut here, &[taken, closed(2, "2026-11-27T10:00:00Z", Outcome::Missed)]);
    here
}

#[test]
fn what_one_machine_tells_the_other_keeps_and_the_same_again_is_nothing() {
    let home = tempfile::tempdir().expect("a folder");
    let folder = Folder::at(home.path());
    let (mut here, mut there) = (machine(home.path(), "here"), machine(home.path(), "there"));
    let span = |kind, from| Record::Span { kind, from: at(from) };
    keep(
        &mut here,
        &[
            span(SpanKind::Active, "2026-11-27T09:00:00Z"),
            closed(1, "2026-11-27T10:00:00Z", Outcome::Taken),
            span(SpanKind::NotRunning, "2026-11-27T12:00:00Z"),
            closed(2, "2026-12-01T10:00:00Z", Outcome::Missed),
        ],
    );
    assert_eq!(told(&here, &folder, 1_000), 3, "what it is called, and two months");
    assert_eq!(told(&here, &folder, 2_000), 0);
    let when = Told { until: at("2026-12-02T00:00:00Z"), day_starts: starts(), now: 3_000 };
    assert_eq!(publish(&here, &folder, Extent::Since(day("2026-12-01")), when), Ok(0));
    let mut seen = Seen::default();
    let gain = there.join(&read(&folder, &mut seen)).expect("joined");
    assert_eq!((gain.new, gain.changed, gain.known), (2, 0, 0));
    let days = there.peer_days(day("2026-11-01"), day("2026-12-31")).expect("read");
    assert_eq!((days[0].2.breaks.len(), days[0].2.spans.len(), days[1].2.breaks.len()), (1, 1, 1));
    assert_eq!(read(&folder, &mut seen), Joined::default(), "nothing has changed");
    let again = there.join(&read(&folder, &mut Seen::default())).expect("joined");
    assert!(again.is_nothing() && again.known == 2);
    assert!(here.join(&read(&folder, &mut Seen::default())).expect("joined").is_nothing(), "its own is no other's");
    let called: Vec<String> = there.machines().expect("read").into_iter().map(|it| it.name).collect();
    assert_eq!(called, ["there", "here"]);
}

#[test]
fn files_that_were_lost_cut_or_spoilt_come_back_and_a_half_is_not_believed() {
    let home = tempfile::tempdir().expect("a folder");
    let folder = Folder::at(home.path());
    let here = with_two_days(home.path());
    told(&here, &folder, 1_000);
    let own = here.own_machine().expect("read").expect("made").0.id;
    let file = home.path().join(format!("unhunch-{own}-2026-11.jsonl"));
    let whole = fs::read(&file).expect("written");
    for cut in [0, 1, whole.len() / 2, whole.len() - 2] {
        fs::write(&file, &whole[..cut]).expect("cut");
        let days = read(&folder, &mut Seen::default()).days_of(own).count();
        assert_eq!(days, String::from_utf8_lossy(&whole[..cut]).matches('\n').count(), "whole lines before {cut}");
        assert_eq!(told(&here, &folder, 2_000), 1);
        let days: Vec<NaiveDate> = read(&folder, &mut Seen::default()).days_of(own).map(|(day, _)| day).collect();
        assert_eq!(days, [day("2026-11-26"), day("2026-11-27")]);
    }
    fs::remove_file(&file).expect("removed");
    assert_eq!(told(&here, &folder, 3_000), 1);
    assert!(file.exists());
}

#[test]
fn deleted_days_leave_the_own_file_and_the_others_whatever_copy_comes_back() {
    let home = tempfile::tempdir().expect("a folder");
    let folder = Folder::at(home.path());
    let (mut here, mut there) = (machine(home.path(), "here"), machine(home.path(), "there"));
    let rows = [closed(1, "2026-11-26T10:00:00Z", Outcome::Taken), closed(2, "2026-11-27T10:00:00Z", Outcome::Missed)];
    keep(&mut here, &rows);
    told(&here, &folder, 1_000);
    let own = here.own_machine().expect("read").expect("made").0.id;
    let file = home.path().join(format!("unhunch-{own}-2026-11.jsonl"));
    let copy = home.path().join("unhunch (conflicted copy).jsonl");
    fs::copy(&file, &copy).expect("copied");
    there.join(&read(&folder, &mut Seen::default())).expect("joined");
    let days = day("2026-11-26")..=day("2026-11-26");
    here.void(&days, 5_000).expect("void");
    here.erase(&days, starts(), None).expect("erased");
    assert_eq!(told(&here, &folder, 6_000), 2);
    let text = fs::read_to_string(&file).expect("read");
    assert!(!text.contains("2026-11-26") && text.contains("2026-11-27"), "{text}");
    let gain = there.join(&read(&folder, &mut Seen::default())).expect("joined");
    assert_eq!((gain.gone, gain.new), (1, 0));
    let left = there.peer_days(day("2026-11-01"), day("2026-11-30")).expect("read");
    assert_eq!(left.iter().map(|(_, day, _)| *day).collect::<Vec<_>>(), [day("2026-11-27")]);
    // What is recorded of the day after that counts again, whatever the clock says.
    keep(&mut here, &[closed(3, "2026-11-26T12:00:00Z", Outcome::Skipped)]);
    told(&here, &folder, 10);
    assert_eq!(there.join(&read(&folder, &mut Seen::default())).expect("joined").new, 1);
}

#[test]
fn what_was_told_by_a_clock_that_was_ahead_goes_too_when_it_is_deleted() {
    let home = tempfile::tempdir().expect("a folder");
    let folder = Folder::at(home.path());
    let (mut here, mut there) = (with_two_days(home.path()), machine(home.path(), "there"));
    told(&here, &folder, 9_000);
    there.join(&read(&folder, &mut Seen::default())).expect("joined");
    let days = day("2026-11-26")..=day("2026-11-26");
    here.void(&days, 5_000).expect("void");
    here.erase(&days, starts(), None).expect("erased");
    assert_eq!((told(&here, &folder, 6_000), told(&here, &folder, 6_500)), (2, 0));
    let own = here.own_machine().expect("read").expect("made").0.id;
    let left: Vec<NaiveDate> = read(&folder, &mut Seen::default()).days_of(own).map(|(day, _)| day).collect();
    assert_eq!(left, [day("2026-11-27")]);
    assert_eq!(there.join(&read(&folder, &mut Seen::default())).expect("joined").gone, 1);
    // What is recorded of it from then on is told, and counts.
    keep(&mut here, &[closed(3, "2026-11-26T12:00:00Z", Outcome::Skipped)]);
    assert_eq!((told(&here, &folder, 7_000), told(&here, &folder, 7_500)), (1, 0));
    assert_eq!(there.join(&read(&folder, &mut Seen::default())).expect("joined").new, 1);
}

#[test]
fn a_record_restored_from_an_old_copy_takes_nothing_back_that_was_told() {
    let home = tempfile::tempdir().expect("a folder");
    let folder = Folder::at(home.path());
    let mut here = machine(home.path(), "here");
    keep(&mut here, &[closed(1, "2026-11-26T10:00:00Z", Outcome::Taken)]);
    drop(here);
    fs::copy(home.path().join("here.db"), home.path().join("old")).expect("copied");
    let mut here = machine(home.path(), "here");
    keep(&mut here, &[closed(2, "2026-11-27T10:00:00Z", Outcome::Missed)]);
    told(&here, &folder, 1_000);
    drop(here);
    fs::copy(home.path().join("old"), home.path().join("here.db")).expect("copied");
    let mut here = machine(home.path(), "here");
    keep(&mut here, &[closed(2, "2026-11-28T10:00:00Z", Outcome::Taken)]);
    told(&here, &folder, 2_000);
    let own = here.own_machine().expect("read").expect("made").0.id;
    let days: Vec<NaiveDate> = read(&folder, &mut Seen::default()).days_of(own).map(|(day, _)| day).collect();
    assert_eq!(days, [day("2026-11-26"), day("2026-11-27"), day("2026-11-28")]);
}

#[test]
fn a_folder_that_is_not_there_is_said_to_be_so_and_is_not_made() {
    let home = tempfile::tempdir().expect("a folder");
    let here = machine(home.path(), "here");
    let folder = Folder::at(&home.path().join("stick"));
    let when = Told { until: at("2026-11-30T00:00:00Z"), day_starts: starts(), now: 1 };
    assert_eq!(publish(&here, &folder, Extent::Whole, when), Err(Unpublished::NoFolder));
    assert!(folder.read(&mut Seen::default(), |_| ()).is_err() && !folder.path().exists());
}

#[test]
fn only_a_change_of_the_same_thing_needs_a_new_revision() {
    let home = tempfile::tempdir().expect("a folder");
    let folder = Folder::at(home.path());
    let mut here = with_two_days(home.path());
    told(&here, &folder, 1_000);
    here.correct(2, Outcome::Skipped, at("2026-11-27T11:00:00Z")).expect("corrected");
    // A clock that went back in between.
    told(&here, &folder, 10);
    let own = here.own_machine().expect("read").expect("made").0.id;
    let joined = read(&folder, &mut Seen::default());
    let revisions: Vec<u64> = joined.days_of(own).map(|(_, account)| account.revision).collect();
    assert_eq!(revisions, [1_000, 1_001]);
    let name = Line::Fact(crate::ledger::Fact { machine: own, revision: 1, tells: Tells::Name("here".into()) });
    assert!(
        crate::sync::lines(&fs::read(home.path().join(format!("unhunch-{own}.jsonl"))).expect("read"))
            .0
            .contains(&name)
    );
}
