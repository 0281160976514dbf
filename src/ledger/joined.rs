//! What machines tell, joined. Owns which of two accounts of the same thing counts.
//!
//! Joining is a semilattice: of a machine's name and of each of its days the highest revision counts, of equal revisions the
//! greater text, and a day is void if its days were deleted at its revision or later. So neither the order nor the
//! number of times in which anything is told matters.

use super::day_state::DayState;
use super::machine::MachineId;
use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// One thing that a machine tells of itself, at this revision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// Who tells it.
    pub machine: MachineId,
    /// Grows with every change of the same thing; at least the wall clock's milliseconds since 1970 when it was told.
    pub revision: u64,
    /// What.
    pub tells: Tells,
}

/// What can be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tells {
    /// What the machine is called.
    Name(String),
    /// All of one of its days, in place of what was told before.
    Day(NaiveDate, Box<DayState>),
    /// These days were deleted.
    Erased(RangeInclusive<NaiveDate>),
}

/// Facts joined: of each thing what counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Joined {
    pub(super) names: BTreeMap<MachineId, (u64, String)>,
    pub(super) erased: BTreeMap<(MachineId, NaiveDate, NaiveDate), u64>,
    pub(super) days: BTreeMap<(MachineId, NaiveDate), DayAccount>,
}

/// Account of a day; the greater one counts.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct DayAccount {
    /// Its revision.
    pub revision: u64,
    /// Its state's text.
    pub text: String,
    /// How many breaks are in it.
    pub breaks: usize,
}

impl Joined {
    /// These facts, joined.
    pub fn of(facts: impl IntoIterator<Item = Fact>) -> Self {
        let mut joined = Self::default();
        facts.into_iter().for_each(|fact| joined.add(fact));
        joined
    }

    /// One more fact.
    pub fn add(&mut self, Fact { machine, revision, tells }: Fact) {
        match tells {
            Tells::Name(name) => {
                let known = self.names.entry(machine).or_default();
                *known = std::mem::take(known).max((revision, name));
            }
            Tells::Erased(days) => {
                let known = self.erased.entry((machine, *days.start(), *days.end())).or_default();
                *known = (*known).max(revision);
                self.leave_out(machine, &days, revision);
            }
            Tells::Day(day, state) => {
                let account = DayAccount { revision, text: state.text(), breaks: state.breaks.len() };
                if self.void(machine, day).is_some_and(|void| void >= revision) {
                    return;
                }
                match self.days.get_mut(&(machine, day)) {
                    Some(known) => *known = std::mem::replace(known, account.clone()).max(account),
                    None => drop(self.days.insert((machine, day), account)),
                }
            }
        }
    }

    /// Takes in days as their machine's record has them now: one that is told otherwise so far, or not at all, at a revision
    /// above all that was told of it and at least `now`.
    // A clock can stand still, or be set back, between two changes.
    pub fn renew(&mut self, machine: MachineId, days: impl IntoIterator<Item = (NaiveDate, DayState)>, now: u64) {
        for (day, state) in days {
            let known = self.day(machine, day);
            if known.is_some_and(|known| known.text == state.text()) {
                continue;
            }
            let before = [known.map(|known| known.revision), self.void(machine, day)].into_iter().flatten().max();
            let revision = before.map_or(now, |before| now.max(before + 1));
            self.add(Fact { machine, revision, tells: Tells::Day(day, Box::new(state)) });
        }
    }

    fn leave_out(&mut self, machine: MachineId, days: &RangeInclusive<NaiveDate>, revision: u64) {
        self.days.retain(|&(of, day), account| of != machine || !days.contains(&day) || account.revision > revision);
    }

    /// The revision up to which what is told of this day is void, if any is.
    #[must_use]
    pub fn void(&self, machine: MachineId, day: NaiveDate) -> Option<u64> {
        let of = self.erased.range((machine, NaiveDate::MIN, NaiveDate::MIN)..=(machine, day, NaiveDate::MAX));
        of.filter(|((_, first, last), _)| (*first..=*last).contains(&day)).map(|(_, revision)| *revision).max()
    }

    /// All of it, as facts again but for the days.
    pub fn heads(&self) -> impl Iterator<Item = Fact> {
        let names = self.names.iter().map(|(machine, (revision, name))| Fact {
            machine: *machine,
            revision: *revision,
            tells: Tells::Name(name.clone()),
        });
        names.chain(self.erased.iter().map(|((machine, first, last), revision)| Fact {
            machine: *machine,
            revision: *revision,
            tells: Tells::Erased(*first..=*last),
        }))
    }

    /// The days, by machine.
    pub fn days(&self) -> impl Iterator<Item = (MachineId, NaiveDate, &DayAccount)> {
        self.days.iter().map(|((machine, day), account)| (*machine, *day, account))
    }

    /// What is told of this day.
    #[must_use]
    pub fn day(&self, machine: MachineId, day: NaiveDate) -> Option<&DayAccount> {
        self.days.get(&(machine, day))
    }

    /// The days of which this machine tells, in order.
    pub fn days_of(&self, machine: MachineId) -> impl Iterator<Item = (NaiveDate, &DayAccount)> {
        let all = self.days.range((machine, NaiveDate::MIN)..=(machine, NaiveDate::MAX));
        all.map(|((_, day), account)| (*day, account))
    }
}
