//! Machines that record while they tell each other: rounds between any two writes, corrections, clocks apart, files that
//! came by half or in an earlier state. Owns what each of them must know at any time, by a plain account of it.

use super::life::{Life, at, life, monday, outcome, row};
use super::plainly::{counts_plainly, minute, minutes, per_day};
use super::{STARTS, account, config, counts, id};
use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use proptest::sample::Index;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use unhunch::engine::effect::Record;
use unhunch::engine::instance::{Instance, Outcome, SpanKind};
use unhunch::engine::moment::Stamp;
use unhunch::ledger::figures::tracked;
use unhunch::ledger::{Joined, Ledger, LedgerError, MachineId, Step, Whose};
use unhunch::review::{self, Asked, Period, PeriodLength};
use unhunch::sync::told_day;

/// Clocks are at most so many minutes apart.
const APART: i64 = 10;

/// What happens next; machines are counted round.
#[derive(Clone, Debug)]
enum Act {
    /// A machine records so much more.
    Write(usize, usize),
    /// The person corrects one of its breaks.
    Correct(usize, Index, Outcome),
    /// It writes its file.
    Tell(usize),
    /// It reads another one's file as it was so many tellings ago, and of that so much: all of it, or what had come.
    Read { here: usize, from: usize, ago: usize, cut: Option<Index> },
    /// Its figures are looked at.
    Look(usize),
}

fn act() -> impl Strategy<Value = Act> {
    let machine = 0..3_usize;
    prop_oneof![
        4 => (machine.clone(), 1..6_usize).prop_map(|(m, n)| Act::Write(m, n)),
        3 => (machine.clone(), any::<Index>(), outcome()).prop_map(|(m, at, outcome)| Act::Correct(m, at, outcome)),
        5 => machine.clone().prop_map(Act::Tell),
        6 => (machine.clone(), 1..3_usize, prop_oneof![3 => Just(0), 1 => 0..3_usize], prop::option::of(any::<Index>()))
            .prop_map(|(here, from, ago, cut)| Act::Read { here, from, ago, cut }),
        2 => machine.prop_map(Act::Look),
    ]
}

/// A day by a plain account: its breaks, and its minutes at a desk.
type PlainDay = (Vec<Instance>, BTreeSet<i64>);

/// A file as it was written, and what it tells.
struct Told {
    text: String,
    days: BTreeMap<NaiveDate, PlainDay>,
}

struct Machine {
    ledger: Ledger,
    id: MachineId,
    /// Everything that it is going to record, in the order of the times.
    writes: Vec<(i64, Write)>,
    done: usize,
    /// The minute by its own clock.
    clock: i64,
    rows: Vec<Instance>,
    points: Vec<(u64, i64, SpanKind)>,
    told: Vec<Told>,
    /// What it knows of others' days, and of which telling that is.
    known: BTreeMap<(usize, NaiveDate), (usize, PlainDay)>,
}

#[derive(Clone, Debug)]
enum Write {
    Row(Box<Instance>),
    Point((u64, i64, SpanKind)),
}

impl Machine {
    fn new(folder: &Path, number: usize, (life, ahead): &(Life, i64)) -> Self {
        let mut ledger = Ledger::open(&folder.join(format!("{number}.db"))).unwrap().ledger;
        ledger.name_machine(&format!("machine {number}")).unwrap();
        let mut life = life.clone();
        life.breaks.iter_mut().for_each(|it| it.due += ahead);
        life.points.iter_mut().for_each(|it| it.1 += ahead);
        let rows = (1..).zip(&life.breaks);
        let rows = rows.map(|(id, it)| (minute(it.day, it.due + it.lasts), Write::Row(Box::new(row(id, it)))));
        let points = life.points.iter().map(|point| (minute(point.0, point.1), Write::Point(*point)));
        let mut writes: Vec<(i64, Write)> = rows.chain(points).collect();
        writes.sort_by_key(|(at, _)| *at);
        let id = id(&ledger);
        let (rows, points, told) = (Vec::new(), Vec::new(), Vec::new());
        Self { ledger, id, writes, done: 0, clock: 0, rows, points, told, known: BTreeMap::new() }
    }

    fn now(&self) -> Stamp {
        at(0, self.clock)
    }

    fn write(&mut self, more: usize) {
        let until = (self.done + more).min(self.writes.len());
        for (at_minute, write) in &self.writes[self.done..until] {
            self.clock = *at_minute;
            let record = match write {
                Write::Row(row) => {
                    self.rows.push((**row).clone());
                    Record::Instance(row.clone())
                }
                Write::Point(point) => {
                    self.points.push(*point);
                    Record::Span { kind: point.2, from: at(point.0, point.1) }
                }
            };
            self.ledger.commit(&Step { records: &[record], ..Step::default() }).unwrap();
        }
        self.done = until;
    }

    fn correct(&mut self, which: Index, outcome: Outcome) {
        if self.rows.is_empty() {
            return;
        }
        let now = self.now();
        let row = which.get(&self.rows).id;
        match self.ledger.correct(row, outcome, now) {
            Ok(corrected) => {
                self.rows.iter_mut().filter(|it| it.id == row).for_each(|it| it.clone_from(&corrected));
            }
            Err(why) => assert!(matches!(why, LedgerError::TooLate { .. }), "{why:?}"),
        }
    }

    /// What it recorded itself.
    fn own(&self) -> BTreeMap<NaiveDate, PlainDay> {
        let mut days: BTreeMap<NaiveDate, PlainDay> = BTreeMap::new();
        for row in &self.rows {
            days.entry(row.day).or_default().0.push(row.clone());
        }
        for minute in minutes(&self.points, self.clock) {
            let day = *per_day([minute]).keys().next().unwrap();
            days.entry(day).or_default().1.insert(minute);
        }
        days
    }

    fn tell(&mut self) {
        let now = u64::try_from(self.now().timestamp_millis()).unwrap();
        let mut account = self.told.last().map_or_else(Joined::default, |told| account(told.text.as_bytes()));
        let days = self.ledger.own_days((monday(), monday() + Days::new(9)), self.now(), STARTS).unwrap();
        account.renew(self.id, days, now);
        let text = account.days().map(|(machine, day, account)| told_day(machine, day, account)).collect();
        self.told.push(Told { text, days: self.own() });
    }

    /// Reads what has come of another one's file, and what must be known of it then: each line that is whole.
    fn read(&mut self, from: usize, number: usize, told: &Told, cut: Option<Index>) {
        let come = cut.map_or(told.text.len(), |cut| cut.index(told.text.len() + 1));
        self.ledger.join(&account(&told.text.as_bytes()[..come])).unwrap();
        let mut ends = 0;
        for line in told.text.lines() {
            ends += line.len();
            if ends <= come {
                let (_, rest) = line.split_once("\"day\":\"").unwrap();
                let day: NaiveDate = rest[..10].parse().unwrap();
                let known = self.known.entry((from, day)).or_default();
                if number >= known.0 {
                    *known = (number, told.days.get(&day).cloned().unwrap_or_default());
                }
            }
            ends += 1;
        }
    }
}

/// What one machine tells of all that it knows is what a plain account of it says.
fn look(all: &mut [Machine], at_which: usize) -> Result<BTreeMap<NaiveDate, u32>, TestCaseError> {
    let here = &all[at_which];
    let own = here.own().into_values().map(|day| (here.id, day));
    let known = here.known.iter().map(|((from, _), (_, day))| (all[*from].id, day.clone()));
    let days: Vec<(MachineId, PlainDay)> = own.chain(known).collect();
    let rows: Vec<(MachineId, Vec<Instance>)> = days.iter().map(|(of, day)| (*of, day.0.clone())).collect();
    let desk = per_day(days.iter().flat_map(|(_, day)| day.1.iter().copied()));
    let here = &mut all[at_which];
    let now = here.now();
    let history = here.ledger.history_by(Whose::All, now).unwrap();
    prop_assert_eq!(counts(&history), counts_plainly(&rows));
    prop_assert_eq!(&tracked(&history.spans, STARTS), &desk);
    // The days that are over as their digests.
    let today = monday() + Days::new(u64::try_from(here.clock / minute(1, 0)).unwrap());
    here.ledger.digest(today, STARTS).unwrap();
    let asked =
        Asked { period: Period::of(PeriodLength::Day, today), now, day_starts: STARTS, goal: 60, exercises: &[] };
    let short = here.ledger.history_of((today, today), now, STARTS).unwrap();
    let [short, whole] = [short, history].map(|history| review::look_back(history, &asked));
    prop_assert_eq!(short.summary, whole.summary);
    prop_assert_eq!(short.streak, whole.streak);
    Ok(desk)
}

proptest! {
    #![proptest_config(config())]

    /// At any time, and at the end on all of them alike.
    #[test]
    fn whenever_they_tell_each_other_figures_are_those_of_what_has_come(
        lives in prop::collection::vec((life(), prop_oneof![Just(0), Just(APART), 0..=APART]), 2..4),
        acts in prop::collection::vec(act(), 0..60),
        late in prop::collection::vec(any::<Index>(), 3),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let mut all: Vec<Machine> = lives.iter().enumerate().map(|(n, life)| Machine::new(folder.path(), n, life)).collect();
        let count = all.len();
        for act in acts {
            match act {
                Act::Write(machine, more) => all[machine % count].write(more),
                Act::Correct(machine, which, outcome) => all[machine % count].correct(which, outcome),
                Act::Tell(machine) => all[machine % count].tell(),
                Act::Look(machine) => drop(look(&mut all, machine % count)?),
                Act::Read { here, from, ago, cut } => {
                    let (here, from) = (here % count, (here + from) % count);
                    let mut told = std::mem::take(&mut all[from].told);
                    if here != from && let Some(number) = told.len().checked_sub(1 + ago) {
                        all[here].read(from, number, &told[number], cut);
                    }
                    std::mem::swap(&mut all[from].told, &mut told);
                }
            }
        }
        for machine in &mut all {
            machine.write(usize::MAX / 2);
            machine.tell();
        }
        for here in 0..count {
            for from in (0..count).filter(|from| *from != here) {
                let told = std::mem::take(&mut all[from].told);
                // Beside it lies a copy of an earlier state, which comes once more by itself and changes nothing either time.
                let (newest, earlier) = (told.len() - 1, late[here].index(told.len()));
                let Told { text, days } = &told[newest];
                let both = Told { text: format!("{text}{}", told[earlier].text), days: days.clone() };
                all[here].read(from, newest, &both, None);
                all[here].read(from, earlier, &told[earlier], None);
                all[from].told = told;
            }
        }
        let told: Vec<_> = (0..count).map(|machine| look(&mut all, machine)).collect::<Result<_, _>>()?;
        prop_assert!(told.windows(2).all(|two| two[0] == two[1]));
    }
}
