//! No display, no bus: everything is said to be missing and the process lives.

use crate::harness::{Bus, Listener, PRESENCE, alone, nowhere};
use std::collections::BTreeMap;
use std::os::unix::net::UnixListener;
use std::time::{Duration, Instant};
use unhunch::engine::event::Sense;
use unhunch::parts::PartState;
use unhunch::senses::Signal;

/// The first report of every sense, and of the clocks, which are always there.
fn states(ear: &Listener) -> BTreeMap<String, PartState> {
    let mut states = BTreeMap::new();
    while states.len() <= Sense::ALL.len() {
        let (_, (part, state)) = ear.pick("a report", |signal| match signal {
            Signal::Part(report) => Some((report.part.token().to_owned(), report.state)),
            _ => None,
        });
        assert_eq!(states.insert(part.clone(), state), None, "{part} is reported once");
    }
    states
}

/// Every sense in the one state if it is among these, and off if it is not.
fn each(wanted: &[Sense], state: PartState) -> BTreeMap<String, PartState> {
    let of = |sense: &Sense| if wanted.contains(sense) { state } else { PartState::Off };
    let senses = Sense::ALL.iter().map(|sense| (sense.token().to_owned(), of(sense)));
    senses.chain([("clocks".to_owned(), PartState::Works)]).collect()
}

#[test]
fn what_is_missing_is_said_and_nothing_else() {
    let _alone = alone();
    let begin = Instant::now();
    let ear = Listener::start(PRESENCE, Duration::from_mins(1), nowhere());
    let took = begin.elapsed();
    assert!(took < Duration::from_millis(200), "the caller waited {took:?}");
    assert_eq!(states(&ear), each(PRESENCE, PartState::NotHere));
    ear.silence(Duration::from_secs(2));
}

#[test]
fn what_is_switched_off_is_said_to_be() {
    let _alone = alone();
    let ear = Listener::start(&[], Duration::from_mins(1), nowhere());
    assert_eq!(states(&ear), each(&[], PartState::Off));
}

#[test]
fn buses_without_services_have_nothing_to_say() {
    let _alone = alone();
    let (session, system) = (Bus::start(), Bus::start());
    let mut around = nowhere();
    around.session_bus.clone_from(&session.address);
    around.system_bus.clone_from(&system.address);
    let ear = Listener::start(PRESENCE, Duration::from_mins(1), around);
    assert_eq!(states(&ear), each(PRESENCE, PartState::NotHere));
}

#[test]
fn a_frozen_bus_holds_up_nobody() {
    let _alone = alone();
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("bus");
    let _never_answers = UnixListener::bind(&path).unwrap();
    let mut around = nowhere();
    around.session_bus = format!("unix:path={}", path.display());
    around.system_bus.clone_from(&around.session_bus);
    let begin = Instant::now();
    let ear = Listener::start(PRESENCE, Duration::from_mins(1), around);
    assert!(begin.elapsed() < Duration::from_millis(200));
    ear.report("clocks", PartState::Works);
    let report = ear.report("sleep", PartState::Failed);
    assert!(!report.says.is_empty() && !report.advice.is_empty(), "{report:?}");
}
