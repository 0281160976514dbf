//! Two or three machines of one person, each with a real ledger, that tell each other of random days through real files:
//! whatever is reordered, repeated, cut, copied or comes late, the pooled figures are those of a plain reading of what was
//! recorded.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod life;
mod plainly;
mod rounds;

use chrono::{DateTime, Days, NaiveDate, NaiveTime};
use life::{Life, at, life, monday, row};
use plainly::{counts_plainly, desk_plainly};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use unhunch::engine::effect::Record;
use unhunch::engine::event::Action;
use unhunch::engine::instance::{Instance, Outcome, SpanKind};
use unhunch::engine::moment::Stamp;
use unhunch::ledger::figures::{Counts, tracked};
use unhunch::ledger::{Fact, History, Joined, Ledger, MachineId, Step, Tells, Whose};
use unhunch::review::{self, Asked, Period, PeriodLength};
use unhunch::sync::{Line, lines, told};

const STARTS: NaiveTime = NaiveTime::from_hms_opt(4, 0, 0).unwrap();
fn end() -> Stamp {
    at(4, 0)
}

/// A ledger with this life in it, in this folder.
fn ledger(folder: &Path, number: usize, life: &Life) -> Ledger {
    let mut ledger = Ledger::open(&folder.join(format!("{number}.db"))).unwrap().ledger;
    ledger.name_machine(&format!("machine {number}")).unwrap();
    let rows = (1..).zip(&life.breaks).map(|(id, it)| Record::Instance(Box::new(row(id, it))));
    let points = life.points.iter().map(|&(day, minute, kind)| Record::Span { kind, from: at(day, minute) });
    let last = Record::Span { kind: SpanKind::NotRunning, from: end() };
    let records: Vec<Record> = rows.chain(points).chain([last]).collect();
    ledger.commit(&Step { records: &records, ..Step::default() }).unwrap();
    ledger
}

fn id(ledger: &Ledger) -> MachineId {
    ledger.own_machine().unwrap().unwrap().0.id
}

/// All that a ledger has to tell, at this revision.
fn tale(ledger: &Ledger, revision: u64) -> Vec<String> {
    let machine = id(ledger);
    let days = ledger.own_days((monday(), monday() + Days::new(9)), end(), STARTS).unwrap();
    let days = days.into_iter().map(|(day, state)| Tells::Day(day, Box::new(state)));
    let erased = ledger.own_erasures().unwrap().into_iter();
    let erased = erased.map(|(days, revision)| told(&Fact { machine, revision, tells: Tells::Erased(days) }));
    days.map(|tells| told(&Fact { machine, revision, tells })).chain(erased).collect()
}

fn account(text: &[u8]) -> Joined {
    Joined::of(lines(text).0.into_iter().filter_map(|line| match line {
        Line::Fact(fact) => Some(fact),
        Line::Other { .. } => None,
    }))
}

fn counts(history: &History) -> BTreeMap<NaiveDate, Counts> {
    let mut days: BTreeMap<NaiveDate, Counts> = BTreeMap::new();
    for row in &history.rows {
        *days.entry(row.day).or_default().of_outcome(row.outcome.unwrap()) += 1;
    }
    days
}

fn rows(life: &Life) -> Vec<Instance> {
    (1..).zip(&life.breaks).map(|(id, it)| row(id, it)).collect()
}

fn config() -> ProptestConfig {
    let cases = std::env::var("UNHUNCH_DAYS").ok().and_then(|n| n.parse().ok()).unwrap_or(48);
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    /// Lines in any order and any number, files cut anywhere and met again whole, and own lines come back.
    #[test]
    fn pooled_figures_are_those_of_a_plain_reading(
        lives in prop::collection::vec(life(), 2..4),
        shuffle in any::<u64>(),
        cut in any::<prop::sample::Index>(),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let mut all: Vec<Ledger> = lives.iter().enumerate().map(|(n, life)| ledger(folder.path(), n, life)).collect();
        let mut tales: Vec<String> = all.iter().flat_map(|ledger| tale(ledger, 7)).collect();
        // The same twice, in an order of its own.
        tales.extend(tales.clone());
        tales.sort_by_key(|line| line.bytes().fold(shuffle, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte.into())));
        let file = folder.path().join("copy (conflicted copy).jsonl");
        fs::write(&file, tales.concat()).unwrap();
        let whole = fs::read(&file).unwrap();
        let part = &whole[..cut.index(whole.len() + 1)];
        let here = &mut all[0];
        here.join(&account(part)).unwrap();
        here.join(&account(&whole)).unwrap();
        prop_assert!(here.join(&account(part)).unwrap().is_nothing());
        prop_assert!(here.join(&account(&whole)).unwrap().is_nothing());
        let drawn: Vec<(MachineId, Vec<Instance>)> = all.iter().map(id).zip(lives.iter().map(rows)).collect();
        let here = &all[0];
        let history = here.history_by(Whose::All, end()).unwrap();
        prop_assert_eq!(counts(&history), counts_plainly(&drawn));
        prop_assert_eq!(tracked(&history.spans, STARTS), desk_plainly(&lives.iter().collect::<Vec<_>>()));
        prop_assert!(history.spans.windows(2).all(|two| two[0].to == two[1].from && two[0].kind != two[1].kind));
        let own = here.history_by(Whose::This, end()).unwrap();
        prop_assert_eq!(own.rows, here.history(end()).unwrap().rows);
    }

    /// The digests of days that are over tell what all of them tell, also after something came late.
    #[test]
    fn digests_are_true_with_others(lives in prop::collection::vec(life(), 2..4), late in 0..4_u64) {
        let folder = tempfile::tempdir().unwrap();
        let mut all: Vec<Ledger> = lives.iter().enumerate().map(|(n, life)| ledger(folder.path(), n, life)).collect();
        let tales: Vec<String> = all[1..].iter().flat_map(|ledger| tale(ledger, 7)).collect();
        let of_late = |line: &&String| line.contains(&format!("\"day\":\"{}\",\"state\"", monday() + Days::new(late)));
        let early: String = tales.iter().filter(|line| !of_late(line)).cloned().collect();
        let here = &mut all[0];
        here.join(&account(early.as_bytes())).unwrap();
        here.digest(monday() + Days::new(3), STARTS).unwrap();
        here.join(&account(tales.concat().as_bytes())).unwrap();
        for again in [false, true] {
            if again {
                here.digest(monday() + Days::new(3), STARTS).unwrap();
            }
            let period = Period::of(PeriodLength::Day, monday() + Days::new(3));
            let asked = Asked { period, now: end(), day_starts: STARTS, goal: 60, exercises: &[] };
            let days = (monday() + Days::new(3), monday() + Days::new(3));
            let short = here.history_of(days, end(), STARTS).unwrap();
            let whole = here.history_by(Whose::All, end()).unwrap();
            let [short, whole] = [short, whole].map(|history| review::look_back(history, &asked));
            prop_assert_eq!(&short.summary, &whole.summary);
            prop_assert_eq!(&short.streak, &whole.streak);
            prop_assert_eq!(short.recorded, whole.recorded);
            prop_assert_eq!(short.own_days(), whole.own_days());
        }
    }

    /// Joining is commutative, associative and idempotent, with names, days at any revision and deletions.
    #[test]
    fn joining_is_a_semilattice(facts in prop::collection::vec((0..3_u64, 0..3_u64, 0..4_u64, 0..3_usize), 0..24), cut in any::<prop::sample::Index>()) {
        let fact = |&(machine, day, revision, what): &(u64, u64, u64, usize)| {
            let day = monday() + Days::new(day);
            let tells = match what {
                0 => Tells::Name(format!("name {}", revision % 2)),
                1 => Tells::Erased(day..=day + Days::new(1)),
                _ => Tells::Day(day, Box::default()),
            };
            Fact { machine: MachineId::new(machine.into()), revision, tells }
        };
        let all: Vec<Fact> = facts.iter().map(fact).collect();
        let (one, other) = all.split_at(cut.index(all.len() + 1));
        let joined = Joined::of(all.clone());
        prop_assert_eq!(&joined, &Joined::of(other.iter().chain(one).cloned()));
        prop_assert_eq!(&joined, &Joined::of(all.iter().rev().chain(&all).cloned()));
        // The same in files, one after the other.
        let folder = tempfile::tempdir().unwrap();
        let mut ledgers: Vec<Ledger> = (0..2).map(|n| Ledger::open(&folder.path().join(format!("{n}.db"))).unwrap().ledger).collect();
        for facts in [one, other] {
            ledgers[0].join(&Joined::of(facts.iter().cloned())).unwrap();
        }
        for facts in [other, one, other] {
            ledgers[1].join(&Joined::of(facts.iter().cloned())).unwrap();
        }
        let kept = |ledger: &Ledger| (ledger.peer_days(monday(), monday() + Days::new(9)).unwrap(), ledger.machines().unwrap()[1..].to_vec());
        prop_assert_eq!(kept(&ledgers[0]), kept(&ledgers[1]));
        prop_assert!(ledgers.iter().all(|ledger| ledger.would_join(&joined).unwrap().is_nothing()));
    }

    /// What was deleted on its machine goes from the others, and what was deleted here does not come back with the same account.
    #[test]
    fn deleted_days_are_in_no_figure(
        lives in prop::collection::vec(life(), 2..3),
        day in 0..4_u64,
        here_too in any::<bool>(),
        behind in any::<bool>(),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let mut all: Vec<Ledger> = lives.iter().enumerate().map(|(n, life)| ledger(folder.path(), n, life)).collect();
        let before = tale(&all[1], 7).concat();
        let own = all[0].history(end()).unwrap().rows;
        all[0].join(&account(before.as_bytes())).unwrap();
        let days = monday() + Days::new(day)..=monday() + Days::new(day);
        let at_which = usize::from(!here_too);
        // The clock here may be behind that of the machine that told it.
        all[at_which].void(&days, if here_too && behind { 5 } else { 9 }).unwrap();
        all[at_which].erase(&days, STARTS, None).unwrap();
        let after = if here_too && behind { before.clone() } else { tale(&all[1], 8).concat() };
        for text in [&after, &before, &after] {
            all[0].join(&account(text.as_bytes())).unwrap();
        }
        let left = all[0].peer_days(*days.start(), *days.end()).unwrap();
        prop_assert!(left.iter().all(|(.., state)| state.breaks.is_empty()), "{:?}", left);
        // A deletion elsewhere takes nothing from the own record.
        let stays = own.into_iter().filter(|row| !here_too || !days.contains(&row.day)).collect::<Vec<_>>();
        prop_assert_eq!(all[0].history(end()).unwrap().rows, stays);
    }
}

#[test]
fn a_far_offset_and_the_turn_of_the_day_stay_with_their_machine() {
    let text = "{\"unhunch\":1}";
    assert_eq!(lines(text.as_bytes()).1.broken, 1);
    let east: Stamp = DateTime::parse_from_rfc3339("2026-01-05T03:30:00+13:00").unwrap();
    let folder = tempfile::tempdir().unwrap();
    let life = Life { breaks: Vec::new(), points: Vec::new() };
    let (mut here, mut there) = (ledger(folder.path(), 0, &life), ledger(folder.path(), 1, &life));
    let day = monday() - Days::new(1);
    let row = Instance { outcome: Some(Outcome::Taken), ..Instance::fell_due(1, "movement", east, day, None) };
    there.commit(&Step { records: &[Record::Instance(Box::new(row))], ..Step::default() }).unwrap();
    let machine = id(&there);
    let state = there.own_days((day, day), end(), STARTS).unwrap().remove(&day).unwrap();
    here.join(&Joined::of([Fact { machine, revision: 1, tells: Tells::Day(day, Box::new(state)) }])).unwrap();
    let history = here.history_by(Whose::Other(machine), end()).unwrap();
    assert_eq!((history.rows[0].day, history.rows[0].due.offset()), (day, east.offset()));
    assert_eq!(history.origins.of(history.rows[0].id), Some((machine, 1)));
}

#[test]
fn which_days_were_deleted_is_kept_only_where_others_were_told_of_them() {
    let folder = tempfile::tempdir().unwrap();
    let mut here = Ledger::open(&folder.path().join("ledger.db")).unwrap().ledger;
    here.void_others(&(monday()..=monday()), end()).unwrap();
    assert_eq!(here.own_erasures().unwrap(), [], "a person with one machine");
    let (own, _) = here.own_machine().unwrap().unwrap();
    here.name_machine(&own.name).unwrap();
    here.void_others(&(monday()..=monday()), end()).unwrap();
    let revision = u64::try_from(end().timestamp_millis()).unwrap();
    assert_eq!(here.own_erasures().unwrap(), [(monday()..=monday(), revision)]);
}

#[test]
fn a_record_that_was_copied_to_another_machine_is_told_by_both_and_counts_once() {
    let folder = tempfile::tempdir().unwrap();
    let row = |id, minute| {
        let row = Instance::fell_due(id, "movement", at(0, minute), monday(), None);
        let (start, end) = (Some(at(0, minute)), Some(at(0, minute + 3)));
        Record::Instance(Box::new(Instance { start, end, outcome: Some(Outcome::Taken), ..row }))
    };
    let keep = |ledger: &mut Ledger, id, minute| {
        let answer = Record::CheckIn { at: at(0, minute), day: monday(), answer: Action::Sore };
        ledger.commit(&Step { records: &[row(id, minute), answer], ..Step::default() }).unwrap();
    };
    let open = |name: &str| Ledger::open(&folder.path().join(name)).unwrap().ledger;
    let mut here = open("here.db");
    assert!(!here.settle_on("one", "desk").unwrap());
    here.name_machine("desk").unwrap();
    keep(&mut here, 1, 100);
    let first = id(&here);
    drop(here);
    fs::copy(folder.path().join("here.db"), folder.path().join("there.db")).unwrap();
    let (mut here, mut there) = (open("here.db"), open("there.db"));
    assert!(!here.settle_on("one", "desk").unwrap());
    assert!(there.settle_on("another", "laptop").unwrap());
    assert!(!there.settle_on("another", "laptop").unwrap());
    assert_eq!((id(&here), there.own_machine().unwrap().unwrap().0.name.as_str()), (first, "laptop"));
    assert_ne!(id(&there), first);
    // From here on each goes on by itself.
    keep(&mut here, 2, 200);
    keep(&mut there, 2, 300);
    here.correct(1, Outcome::Skipped, at(0, 400)).unwrap();
    let tales = [&here, &there].map(|ledger| tale(ledger, 7).concat());
    for ledger in [&mut here, &mut there] {
        for tale in &tales {
            ledger.join(&account(tale.as_bytes())).unwrap();
        }
        let all = ledger.history_by(Whose::All, end()).unwrap();
        let outcomes: Vec<_> = all.rows.iter().map(|row| row.outcome.unwrap()).collect();
        assert_eq!(outcomes, [Outcome::Skipped, Outcome::Taken, Outcome::Taken]);
        assert_eq!(all.check_ins.len(), 3);
        assert_eq!(all.origins.machines.len(), 2, "{:?}", all.origins.machines);
    }
    // Back on the machine where it was.
    let second = id(&there);
    assert!(there.settle_on("one", "desk").unwrap());
    assert_eq!(id(&there), first);
    assert!(there.settle_on("another", "laptop").unwrap());
    assert_eq!(id(&there), second);
}
