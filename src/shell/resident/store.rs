//! What must survive: the record, the journal and the engine's memory, one transaction a step. Owns what is not in the
//! ledger yet, when that is tried again, and what is said of it; never loses it, never stops the app for it.

use super::super::clock::Anchor;
use super::asserted::Asserted;
use super::bound::Bound;
use super::deafness::Deafness;
use super::held::Held;
use super::no_icon::NoIcon;
use crate::engine::Memory;
use crate::engine::effect::Record;
use crate::engine::instance::Outcome;
use crate::engine::moment::Stamp;
use crate::ledger::aside::{self, Aside};
use crate::ledger::{
    Entry, Erased, ImportGain, ImportId, ImportedDay, JoinGain, Joined, LedgerError, Lock, MachineId, Step,
};
use crate::parts::{Means, PartId, Report, Says, own};
use crate::shell::paths::Paths;
use crate::system::clock::Deadline;
use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};
use std::ops::RangeInclusive;
use std::time::Duration;

/// What could not be written is tried again after this, and then after twice as long each time.
// Another program that reads the ledger is done within milliseconds; a full disk takes a person.
const FIRST: Duration = Duration::from_millis(200);
/// But at least so often.
// Room that somebody makes on the disk is used soon after.
const LAST: Duration = Duration::from_mins(1);

/// What the ledger keeps beside the record: where the clock was, and what the engine knew.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Saved {
    /// Where the clock was.
    pub clock: Anchor,
    /// What the engine knew.
    pub engine: Memory,
    /// What was heard of calls. Memories of before it was kept have none.
    // Its first name: saved memories have it.
    #[serde(default, rename = "heard")]
    pub deafness: Deafness,
    /// What is on by the senses' word.
    // Its first name, too.
    #[serde(default, rename = "word")]
    pub asserted: Asserted,
    /// Whether a desktop without a tray was told of.
    #[serde(default)]
    pub no_icon: NoIcon,
    /// Whether the first questions wait for somebody to be there.
    #[serde(default)]
    pub welcome_waits: bool,
}

/// Store of the running app: the ledger and what is not in it yet.
#[derive(Debug)]
pub(super) struct Store {
    held: Held,
    records: Vec<Record>,
    journal: Vec<Entry>,
    bound: Bound,
    memory: Option<String>,
    /// Files that were set aside and that the person has not seen yet.
    unseen: Vec<Aside>,
    /// When to try again what could not be written, and how long after that.
    again: Option<(Deadline, Duration)>,
    /// There was a state that cannot be read any more: the countdowns began anew.
    anew: bool,
    trouble: Option<LedgerError>,
    /// Records that the ledger refused and keeps in its journal.
    refused: usize,
}

/// What an earlier run left.
#[derive(Debug)]
pub(super) struct History {
    /// Its state; none at the first start, or when it cannot be read any more.
    pub saved: Option<Saved>,
    /// The first id that no row has.
    pub first_id: u64,
}

impl Store {
    /// Opens the ledger and says what an earlier run left. Without one that can be opened the app runs on, keeps
    /// everything in memory, and tries again with every step.
    pub(super) fn open(paths: &Paths, lock: Option<Lock>, now: Stamp) -> (Self, History) {
        let mut store = Self {
            held: Held::new(paths, lock),
            records: Vec::new(),
            journal: Vec::new(),
            bound: Bound::default(),
            memory: None,
            unseen: Vec::new(),
            again: None,
            anew: false,
            trouble: None,
            refused: 0,
        };
        let past = store.begin(now).unwrap_or_else(|error| {
            store.failed(error);
            // Ids grow with time; this one is beyond any that a ledger may already have.
            History { saved: None, first_id: u64::try_from(now.timestamp()).unwrap_or(1) }
        });
        store.look_aside();
        (store, past)
    }

    fn begin(&mut self, now: Stamp) -> Result<History, LedgerError> {
        let (memory, first_id) = self.held.begin()?;
        let saved = memory.as_deref().and_then(|text| serde_json::from_str(text).ok());
        self.anew = memory.is_some() && saved.is_none();
        if saved.is_none() {
            self.held.cancel_open(now)?;
        }
        Ok(History { saved, first_id })
    }

    /// Whether the last thing that came in on this day was an orderly end.
    pub(super) fn ended_in_order(&self, day: NaiveDate) -> bool {
        self.held.ended_in_order(day)
    }

    /// Something for the record.
    pub(super) fn record(&mut self, record: Record) {
        self.records.push(record);
    }

    /// Something for the journal.
    pub(super) fn note(&mut self, entry: Entry) {
        self.journal.extend(self.bound.admit(entry));
    }

    /// Keeps what the days before the last one came to, so that whoever looks back need not read them whole.
    pub(super) fn digest(&mut self, today: NaiveDate, day_starts: NaiveTime) {
        self.held.digest(today, day_starts);
    }

    /// Whether an earlier step could not be written.
    pub(super) fn behind(&self) -> bool {
        self.trouble.is_some()
    }

    /// Writes everything up to here, with this memory. What cannot be written stays for the next time.
    pub(super) fn commit(&mut self, saved: &Saved, now: Stamp) {
        match serde_json::to_string(saved) {
            Ok(memory) => self.memory = Some(memory),
            Err(error) => self.trouble = Some(LedgerError::Memory(error.to_string())),
        }
        self.write_now(now);
    }

    /// Writes what waits.
    fn write_now(&mut self, now: Stamp) {
        let step = Step { records: &self.records, journal: &self.journal, memory: self.memory.as_deref() };
        match self.held.write(&step, now) {
            Ok((refused, mended)) => {
                self.refused += refused;
                self.records.clear();
                self.journal.clear();
                self.memory = None;
                (self.trouble, self.again) = (None, None);
                if mended {
                    self.look_aside();
                }
            }
            Err(error) => self.failed(error),
        }
    }

    /// Looks whether what others read is what is written here, and puts it right; writes what waits. For whoever is about
    /// to look at the file.
    pub(super) fn look(&mut self, now: Stamp) {
        if self.behind() {
            // However often somebody asks, it is tried again by itself as soon as if nobody did.
            let again = self.again.take();
            self.write_now(now);
            if self.behind() && again.is_some() {
                self.again = again;
            }
            return;
        }
        match self.held.stand(now) {
            Ok(false) => {}
            Ok(true) => self.look_aside(),
            Err(error) => self.failed(error),
        }
    }

    /// What could not be written is tried again, after a while that grows.
    fn failed(&mut self, error: LedgerError) {
        let wait = self.again.as_ref().map_or(FIRST, |(_, wait)| wait.saturating_mul(2).min(LAST));
        self.again = Some((Deadline::after(wait), wait));
        self.trouble = Some(error);
        self.look_aside();
    }

    /// How long until something is to be tried again.
    pub(super) fn wait(&self) -> Option<Duration> {
        self.again.as_ref().map(|(deadline, _)| deadline.left().unwrap_or(Duration::ZERO))
    }

    /// Why not everything is in the record, while that is so.
    pub(super) fn not_recorded(&self) -> Option<&LedgerError> {
        self.trouble.as_ref()
    }

    /// Looks which files were set aside and not seen.
    pub(super) fn look_aside(&mut self) {
        self.unseen = aside::unseen(self.held.path());
    }

    /// Files that were set aside and not seen.
    pub(super) fn unseen(&self) -> &[Aside] {
        &self.unseen
    }

    /// The person's own word on how a break ended. Gives what is done and what counts on `day` from now on.
    pub(super) fn correct(
        &mut self,
        id: u64,
        outcome: Outcome,
        now: Stamp,
        day: NaiveDate,
    ) -> Result<(u32, u32), LedgerError> {
        let counts = self.settled(now)?.correct(id, outcome, now, day)?;
        Ok((counts.done(), counts.countable()))
    }

    /// Deletes these days from the file. What was deleted, and what is done and counts on `today` from now on.
    pub(super) fn erase(
        &mut self,
        days: &RangeInclusive<NaiveDate>,
        day_starts: NaiveTime,
        now: Stamp,
        today: NaiveDate,
    ) -> Result<(Erased, (u32, u32)), LedgerError> {
        let (erased, counts) = self.settled(now)?.erase(days, day_starts, now, today)?;
        Ok((erased, (counts.done(), counts.countable())))
    }

    /// Keeps days of another program.
    pub(super) fn import(&mut self, id: ImportId, days: &[ImportedDay], now: Stamp) -> Result<ImportGain, LedgerError> {
        self.settled(now)?.import(id, days, now)
    }

    /// Takes an import back.
    pub(super) fn take_back(&mut self, id: ImportId, now: Stamp) -> Result<usize, LedgerError> {
        self.settled(now)?.take_back(id, now)
    }

    /// Keeps days of other machines.
    pub(super) fn join(&mut self, account: &Joined, now: Stamp) -> Result<JoinGain, LedgerError> {
        self.settled(now)?.join(account, now)
    }

    /// Takes out what is kept of another machine.
    pub(super) fn forget_machine(&mut self, machine: MachineId, now: Stamp) -> Result<usize, LedgerError> {
        self.settled(now)?.forget_machine(machine, now)
    }

    /// The file once everything is in it: what waits would be written after what is done now, and may be changed by it.
    pub(super) fn settled(&mut self, now: Stamp) -> Result<&mut Held, LedgerError> {
        self.look(now);
        match &self.trouble {
            Some(why) => Err(why.clone()),
            None => Ok(&mut self.held),
        }
    }

    /// Leaves no byte of it in the file.
    pub(super) fn wipe(&mut self) -> Result<(), LedgerError> {
        self.held.wipe()
    }

    /// How the ledger is doing.
    pub(super) fn report(&self) -> Report {
        let file = Means::file(self.held.path());
        let works = |says| Report::works(PartId::Ledger, file.clone(), says);
        match (&self.trouble, self.unseen.as_slice()) {
            (Some(trouble), _) => {
                let says = own::Says::Ledger(trouble.clone());
                // With such a file there is nothing wrong, and what is said of it says what to do.
                let left = matches!(trouble, LedgerError::Newer { .. } | LedgerError::Foreign { .. });
                let advice = if left { own::Advice::LedgerLeft } else { own::Advice::LedgerWaits };
                Report::failed(PartId::Ledger, file, says, advice)
            }
            (None, unseen @ [_, ..]) => aside_report(file, unseen),
            (None, []) if self.refused > 0 => works(own::Says::Refused(self.refused).into()),
            (None, []) => works(if self.anew { own::Says::Anew.into() } else { Says::Nothing }),
        }
    }
}

/// How a ledger is doing of which files were set aside that the person has not seen.
pub(crate) fn aside_report(file: Means, unseen: &[Aside]) -> Report {
    Report::failed(PartId::Ledger, file, own::Says::Aside(unseen.to_vec()), own::Advice::Seen)
}
