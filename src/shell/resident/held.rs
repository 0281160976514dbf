//! The ledger as the running app holds it: the right to write it, the open file, and the way back to it when somebody took
//! it away or spoilt it. Never knows what waits to be written, and waits for no other process once the app runs.

use crate::engine::instance::Outcome;
use crate::engine::moment::Stamp;
use crate::ledger::figures::Counts;
use crate::ledger::{
    Entry, EntryKind, Erased, ImportGain, ImportId, ImportedDay, JoinGain, Joined, Ledger, LedgerError, Lock,
    MachineId, Standing, Step,
};
use crate::shell::paths::Paths;
use chrono::{NaiveDate, NaiveTime};
use std::collections::BTreeSet;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

/// The ledger, open or not.
#[derive(Debug)]
pub(super) struct Held {
    path: PathBuf,
    /// Where the app listens, for whoever meets its lock.
    socket: PathBuf,
    lock: Option<Lock>,
    ledger: Option<Ledger>,
    /// What is open in it is open in this run.
    joined: bool,
}

impl Held {
    /// Not open yet.
    pub(super) fn new(paths: &Paths, lock: Option<Lock>) -> Self {
        Self { path: paths.ledger.clone(), socket: paths.socket(), lock, ledger: None, joined: false }
    }

    /// Where it is.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Opens it, at the start of a run: the memory that an earlier one left, and the first id that no row has.
    pub(super) fn begin(&mut self) -> Result<(Option<String>, u64), LedgerError> {
        self.lock()?;
        let ledger = Ledger::open(&self.path)?.ledger;
        // From here on another program's lock on the file (a backup, a browser of databases) must not hold up the loop.
        ledger.hurry()?;
        let found = (ledger.memory()?, ledger.next_id()?);
        (self.ledger, self.joined) = (Some(ledger), true);
        Ok(found)
    }

    /// What is open in it is of a run that this one does not go on from.
    pub(super) fn cancel_open(&mut self, now: Stamp) -> Result<(), LedgerError> {
        self.ledger.as_mut().map_or(Ok(0), |ledger| ledger.cancel_open(now)).map(drop)
    }

    /// Makes sure that nobody else writes the ledger, and leaves word of where this app is.
    fn lock(&mut self) -> Result<(), LedgerError> {
        if self.lock.as_ref().is_none_or(|lock| !lock.holds()) {
            let lock = Lock::take(&self.path)?;
            self.lock = Some(lock.ok_or_else(|| LedgerError::InUse { path: self.path.clone() })?);
        }
        if let (Some(lock), Some(socket)) = (&self.lock, self.socket.to_str()) {
            lock.say(socket);
        }
        Ok(())
    }

    /// Makes sure that what is written goes to the file that others read. Whether that was put right.
    pub(super) fn stand(&mut self, now: Stamp) -> Result<bool, LedgerError> {
        match self.ledger.as_mut().map(Ledger::standing) {
            Some(Standing::Same) => Ok(false),
            Some(Standing::Spoilt) => self.give_up().and_then(|()| self.reopen(now)),
            Some(Standing::Gone) => {
                // Another one may have begun to write there meanwhile.
                self.lock()?;
                // Until it is written anew, the open one is all that there is.
                match self.ledger.as_ref().map_or(Ok(()), Ledger::rescue) {
                    Err(LedgerError::Damaged(_)) => self.give_up()?,
                    done => {
                        done?;
                        self.ledger.take().map_or(Ok(()), Ledger::give_way)?;
                    }
                }
                self.reopen(now)
            }
            None => self.reopen(now),
        }
    }

    fn give_up(&mut self) -> Result<(), LedgerError> {
        self.ledger.take().map_or(Ok(()), Ledger::give_up)
    }

    fn reopen(&mut self, now: Stamp) -> Result<bool, LedgerError> {
        self.lock()?;
        let mut ledger = Ledger::reopen(&self.path)?.ledger;
        if !self.joined {
            ledger.cancel_open(now)?;
        }
        (self.ledger, self.joined) = (Some(ledger), true);
        Ok(true)
    }

    /// Writes a step, whatever has become of the file. How many records were refused, and whether the file was put right.
    pub(super) fn write(&mut self, step: &Step<'_>, now: Stamp) -> Result<(usize, bool), LedgerError> {
        let mended = self.stand(now)?;
        match self.write_once(step) {
            Err(LedgerError::Damaged(_)) => {
                self.give_up()?;
                self.reopen(now)?;
                Ok((self.write_once(step)?, true))
            }
            done => Ok((done?, mended)),
        }
    }

    fn write_once(&mut self, step: &Step<'_>) -> Result<usize, LedgerError> {
        let Some(ledger) = &mut self.ledger else { return Ok(0) };
        match ledger.commit(step) {
            // One row that is refused must not hold back all that come after it.
            Err(error) if error.breaks_a_rule() => ledger.commit_what_fits(step),
            done => done.map(|()| 0),
        }
    }

    /// Digests the days before yesterday. Yesterday's rows may still be corrected.
    pub(super) fn digest(&mut self, today: NaiveDate, day_starts: NaiveTime) {
        if let (Some(ledger), Some(yesterday)) = (&mut self.ledger, today.pred_opt()) {
            // Without it a look back takes longer and tells the same.
            let _ = ledger.digest(yesterday, day_starts);
        }
    }

    /// Whether the last thing that came in on this day was an orderly end.
    pub(super) fn ended_in_order(&self, day: NaiveDate) -> bool {
        let journal = self.ledger.as_ref().and_then(|ledger| ledger.journal(day).ok()).unwrap_or_default();
        let last: Option<&Entry> = journal.iter().rfind(|entry| entry.kind == EntryKind::Input);
        last.is_none_or(|entry| entry.text == "quit")
    }

    /// The person's own word on how a break ended; what counts on `day` from now on.
    pub(super) fn correct(
        &mut self,
        id: u64,
        outcome: Outcome,
        now: Stamp,
        day: NaiveDate,
    ) -> Result<Counts, LedgerError> {
        self.stand(now)?;
        let Some(ledger) = &mut self.ledger else { return Ok(Counts::default()) };
        ledger.correct(id, outcome, now)?;
        Ok(Counts::of(&ledger.instances(day, day)?))
    }

    /// Deletes these days; what was, and what counts on `today` from now on.
    pub(super) fn erase(
        &mut self,
        days: &RangeInclusive<NaiveDate>,
        day_starts: NaiveTime,
        now: Stamp,
        today: NaiveDate,
    ) -> Result<(Erased, Counts), LedgerError> {
        self.stand(now)?;
        let Some(ledger) = &mut self.ledger else { return Ok(Default::default()) };
        ledger.void_others(days, now)?;
        let erased = ledger.erase(days, day_starts, Some(now))?;
        Ok((erased, Counts::of(&ledger.instances(today, today)?)))
    }

    /// Keeps days of another program.
    pub(super) fn import(&mut self, id: ImportId, days: &[ImportedDay], now: Stamp) -> Result<ImportGain, LedgerError> {
        self.stand(now)?;
        self.ledger.as_mut().map_or(Ok(ImportGain::default()), |ledger| ledger.import(id, days))
    }

    /// Takes an import back.
    pub(super) fn take_back(&mut self, id: ImportId, now: Stamp) -> Result<usize, LedgerError> {
        self.stand(now)?;
        self.ledger.as_mut().map_or(Ok(0), |ledger| ledger.take_back(id))
    }

    /// Keeps days of other machines.
    pub(super) fn join(&mut self, account: &Joined, now: Stamp) -> Result<JoinGain, LedgerError> {
        self.stand(now)?;
        self.ledger.as_mut().map_or(Ok(JoinGain::default()), |ledger| ledger.join(account))
    }

    /// Says what this machine is called.
    pub(super) fn name_machine(&mut self, name: &str, now: Stamp) -> Result<(), LedgerError> {
        self.stand(now)?;
        self.ledger.as_mut().map_or(Ok(()), |ledger| ledger.name_machine(name))
    }

    /// Takes in on which machine the record is.
    pub(super) fn settle_on(&mut self, mark: &str, host: &str, now: Stamp) -> Result<bool, LedgerError> {
        self.stand(now)?;
        self.ledger.as_mut().map_or(Ok(false), |ledger| ledger.settle_on(mark, host))
    }

    /// Counts the days of another machine, or does not.
    pub(super) fn count_machine(&mut self, machine: MachineId, counts: bool, now: Stamp) -> Result<(), LedgerError> {
        self.stand(now)?;
        self.ledger.as_mut().map_or(Ok(()), |ledger| ledger.count_machine(machine, counts, now))
    }

    /// The machines that do not count.
    pub(super) fn forgotten_machines(&self) -> Result<BTreeSet<MachineId>, LedgerError> {
        self.ledger.as_ref().map_or(Ok(BTreeSet::new()), Ledger::forgotten_machines)
    }

    /// Takes out what is kept of another machine; how many days.
    pub(super) fn forget_machine(&mut self, machine: MachineId, now: Stamp) -> Result<usize, LedgerError> {
        self.stand(now)?;
        self.ledger.as_mut().map_or(Ok(0), |ledger| ledger.forget_machine(machine))
    }

    /// Leaves no byte of what was deleted.
    pub(super) fn wipe(&mut self) -> Result<(), LedgerError> {
        let Some(ledger) = &mut self.ledger else { return Ok(()) };
        let wiped = ledger.wipe();
        // It waited for readers, which nothing else here may.
        ledger.hurry()?;
        wiped
    }
}
