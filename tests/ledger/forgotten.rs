//! A machine that is forgotten: none of its days counts anywhere, whatever it tells later; nothing of it is lost, and it can
//! count again.

use crate::{at, day, home, keep, row};
use std::collections::BTreeSet;
use unhunch::engine::instance::{Instance, Outcome};
use unhunch::ledger::{BreakState, DayState, Fact, Joined, Ledger, MachineId, Tells, Whose};

const LAPTOP: MachineId = MachineId::new(7);

/// A break of the laptop's on this day, as it tells it at this time.
fn told(of: &str, revision: u64) -> Fact {
    let due = at(&format!("{of}T12:00:00+01:00"));
    let row = Instance { outcome: Some(Outcome::Taken), ..row(1, "movement", due) };
    let state = DayState { breaks: vec![BreakState { row, offers: Vec::new() }], ..DayState::default() };
    Fact { machine: LAPTOP, revision, tells: Tells::Day(day(of), Box::new(state)) }
}

fn taken(ledger: &Ledger) -> usize {
    ledger.history_by(Whose::All, at("2026-02-01T00:00:00+01:00")).unwrap().rows.len()
}

#[test]
fn what_is_forgotten_counts_nowhere_stays_forgotten_and_counts_again_when_it_is_wanted() {
    let (_home, path) = home();
    let mut ledger = Ledger::open(&path).unwrap().ledger;
    let name = Fact { machine: LAPTOP, revision: 1, tells: Tells::Name("laptop".into()) };
    ledger.join(&Joined::of([name, told("2026-01-05", 1_767_600_000_000)])).unwrap();
    assert_eq!((taken(&ledger), ledger.machines().unwrap().len()), (1, 2));
    ledger.count_machine(LAPTOP, false, at("2026-01-06T09:00:00+01:00")).unwrap();
    let of = |ledger: &Ledger| {
        let days = (day("2026-01-01"), day("2026-01-31"));
        let history = ledger.history_of(days, at("2026-02-01T00:00:00+01:00"), "04:00:00".parse().unwrap()).unwrap();
        let peers = ledger.peer_days(days.0, days.1).unwrap().len();
        (history.rows.len(), peers, ledger.has_others().unwrap(), ledger.machines().unwrap().len())
    };
    assert_eq!(of(&ledger), (0, 0, false, 1));
    // What it tells later is kept, and does not count either.
    assert_eq!(ledger.join(&Joined::of([told("2026-01-07", 1_767_800_000_000)])).unwrap().new, 1);
    assert_eq!((taken(&ledger), of(&ledger)), (0, (0, 0, false, 1)));
    drop(ledger);
    let mut ledger = Ledger::open(&path).unwrap().ledger;
    let [met] = &ledger.met_machines().unwrap()[..] else { panic!("one machine") };
    assert_eq!((met.machine.name.as_str(), met.days, met.last), ("laptop", 2, day("2026-01-07")));
    let since = at("2026-01-06T09:00:00+01:00");
    assert_eq!((met.forgotten, met.told > met.forgotten), (Some(since.to_utc()), true));
    assert_eq!(ledger.forgotten_machines().unwrap(), BTreeSet::from([LAPTOP]));
    ledger.count_machine(LAPTOP, true, since).unwrap();
    assert_eq!((taken(&ledger), ledger.met_machines().unwrap()[0].forgotten), (2, None));
}

#[test]
fn days_that_are_deleted_go_from_a_forgotten_machine_too_and_do_not_come_back() {
    let (_home, path) = home();
    let mut ledger = Ledger::open(&path).unwrap().ledger;
    let account = Joined::of([told("2026-01-05", 5)]);
    ledger.join(&account).unwrap();
    let now = at("2026-01-06T09:00:00+01:00");
    ledger.count_machine(LAPTOP, false, now).unwrap();
    let days = day("2026-01-05")..=day("2026-01-05");
    ledger.void_others(&days, now).unwrap();
    ledger.erase(&days, "04:00:00".parse().unwrap(), None).unwrap();
    assert_eq!(ledger.join(&account).unwrap().new, 0);
    ledger.count_machine(LAPTOP, true, now).unwrap();
    assert_eq!(taken(&ledger), 0);
}

#[test]
fn an_old_copy_of_a_forgotten_machines_record_is_of_it_and_whoever_it_turns_out_to_be_stays_forgotten() {
    let (_home, path) = home();
    let mut ledger = Ledger::open(&path).unwrap().ledger;
    let (_there, old) = home();
    let mut old = Ledger::open(&old).unwrap().ledger;
    let due = at("2026-01-05T12:00:00+01:00");
    keep(&mut old, &Instance { outcome: Some(Outcome::Taken), ..row(1, "movement", due) }).unwrap();
    // Nobody knows it yet: it has an id until it tells by its own.
    let earlier = ledger.machine_of_earlier(&old).unwrap().expect("a machine");
    let now = at("2026-01-06T09:00:00+01:00");
    ledger.join(&Joined::of([Fact { machine: earlier, ..told("2026-01-05", 5) }])).unwrap();
    ledger.count_machine(earlier, false, now).unwrap();
    assert_eq!(ledger.machine_of_earlier(&old).unwrap(), Some(earlier));
    ledger.join(&Joined::of([told("2026-01-05", 6)])).unwrap();
    assert_eq!((taken(&ledger), ledger.forgotten_machines().unwrap()), (0, BTreeSet::from([LAPTOP])));
    assert_eq!(ledger.machine_of_earlier(&old).unwrap(), Some(LAPTOP));
}

#[test]
fn what_can_be_saved_and_what_can_be_deleted_is_known() {
    let (_home, path) = home();
    let mut ledger = Ledger::open(&path).unwrap().ledger;
    assert_eq!(ledger.holds().unwrap(), (false, false));
    ledger.join(&Joined::of([told("2026-01-05", 5)])).unwrap();
    assert_eq!(ledger.holds().unwrap(), (true, true));
    // It cannot be saved with the others, and it is there.
    ledger.count_machine(LAPTOP, false, at("2026-01-06T09:00:00+01:00")).unwrap();
    assert_eq!(ledger.holds().unwrap(), (false, true));
    ledger.forget_machine(LAPTOP).unwrap();
    assert_eq!((ledger.holds().unwrap(), ledger.met_machines().unwrap().len()), ((false, false), 0));
    // That its days were taken out does not say that those that come again count.
    ledger.join(&Joined::of([told("2026-01-05", 5)])).unwrap();
    assert_eq!(ledger.holds().unwrap(), (false, true));
}
