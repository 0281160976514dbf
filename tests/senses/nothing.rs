//! No display, no bus: everything is said to be missing and the process lives.

use crate::harness::{Bus, Ear, PRESENCE, nowhere, turn};
use std::os::unix::net::UnixListener;
use std::time::{Duration, Instant};
use unhunch::parts::PartState;
use unhunch::senses::Signal;

fn states(ear: &Ear, count: usize) -> Vec<(String, PartState)> {
    let mut states: Vec<_> = (0..count)
        .map(|_| {
            ear.pick("a report", |signal| match signal {
                Signal::Part(report) => Some((report.part.clone(), report.state)),
                _ => None,
            })
            .1
        })
        .collect();
    states.sort_by(|a, b| a.0.cmp(&b.0));
    states
}

fn each(pairs: [(&str, PartState); 4]) -> Vec<(String, PartState)> {
    pairs.map(|(part, state)| (part.to_owned(), state)).to_vec()
}

#[test]
fn what_is_missing_is_said_and_nothing_else() {
    let _turn = turn();
    let begin = Instant::now();
    let ear = Ear::start(PRESENCE, Duration::from_mins(1), nowhere());
    let took = begin.elapsed();
    assert!(took < Duration::from_millis(20), "the caller waited {took:?}");
    let expected = each([
        ("clocks", PartState::Works),
        ("idle", PartState::NotHere),
        ("lock", PartState::NotHere),
        ("sleep", PartState::NotHere),
    ]);
    assert_eq!(states(&ear, 4), expected);
    ear.silence(Duration::from_secs(2));
}

#[test]
fn what_is_switched_off_is_said_to_be() {
    let _turn = turn();
    let none = &[];
    let ear = Ear::start(none, Duration::from_mins(1), nowhere());
    let expected = each([
        ("clocks", PartState::Works),
        ("idle", PartState::Off),
        ("lock", PartState::Off),
        ("sleep", PartState::Off),
    ]);
    assert_eq!(states(&ear, 4), expected);
}

#[test]
fn buses_without_services_have_nothing_to_say() {
    let _turn = turn();
    let (session, system) = (Bus::start(), Bus::start());
    let mut around = nowhere();
    around.session_bus.clone_from(&session.address);
    around.system_bus.clone_from(&system.address);
    let ear = Ear::start(PRESENCE, Duration::from_mins(1), around);
    let expected = each([
        ("clocks", PartState::Works),
        ("idle", PartState::NotHere),
        ("lock", PartState::NotHere),
        ("sleep", PartState::NotHere),
    ]);
    assert_eq!(states(&ear, 4), expected);
}

#[test]
fn a_frozen_bus_holds_up_nobody() {
    let _turn = turn();
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("bus");
    let _never_answers = UnixListener::bind(&path).unwrap();
    let mut around = nowhere();
    around.session_bus = format!("unix:path={}", path.display());
    around.system_bus.clone_from(&around.session_bus);
    let begin = Instant::now();
    let ear = Ear::start(PRESENCE, Duration::from_mins(1), around);
    assert!(begin.elapsed() < Duration::from_millis(20));
    ear.report("clocks", PartState::Works);
    let report = ear.report("sleep", PartState::Failed);
    assert!(!report.says.is_empty() && !report.advice.is_empty(), "{report:?}");
}
