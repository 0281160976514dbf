//! Other machines of the same person, kept: their days, what they are called, and which of their days were deleted. Owns
//! what of an account is new here; never reads a folder, and changes no row of our own.

use super::earlier::give_way;
use super::joined::{DayAccount, Joined};
use super::machine::{Machine, MachineId};
use super::value::Cells;
use super::{Ledger, LedgerError};
use crate::engine::moment::Stamp;
use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row, TransactionBehavior, params};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

/// What an account of other machines adds, or would add: days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct JoinGain {
    /// Days of which nothing of the machine was there.
    pub new: usize,
    /// Days of which something else was there.
    pub changed: usize,
    /// Days of which the same, or something newer, was there, and those that were deleted since.
    pub known: usize,
    /// Days that go, because they were deleted on their machine.
    pub gone: usize,
}

impl JoinGain {
    /// Both together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        let Self { new, changed, known, gone } = other;
        Self { new: self.new + new, changed: self.changed + changed, known: self.known + known, gone: self.gone + gone }
    }

    /// Whether no day changes.
    #[must_use]
    pub fn is_nothing(self) -> bool {
        self.new + self.changed + self.gone == 0
    }
}

/// The row of this ledger's own machine, as it is now. A rescue may leave two that were made here: the one of which others were
/// told counts. Those where the ledger was before begin with "was".
pub(super) const OWN: &str =
    "SELECT id, name, made_on, revision FROM machine WHERE made_on NOT NULL AND made_on NOT LIKE 'was %'
                              ORDER BY revision DESC, made_on = '', id LIMIT 1";

/// What of an account is to be written.
#[derive(Default)]
struct Unknown<'a> {
    gain: JoinGain,
    names: Vec<(MachineId, u64, &'a str)>,
    erased: Vec<(MachineId, RangeInclusive<NaiveDate>, u64)>,
    days: Vec<(MachineId, NaiveDate, &'a DayAccount)>,
}

impl Ledger {
    /// The machine whose ledger this is, and the host on which it was named; none of a host where nobody has named it.
    pub fn own_machine(&self) -> Result<Option<(Machine, String)>, LedgerError> {
        let read = |row: &Row<'_>| {
            let mut cells = Cells::of(row);
            Ok((machine(&mut cells)?, cells.get()?))
        };
        Ok(self.all(OWN, [], read)?.pop())
    }

    /// Says what this machine is called, for one that tells others of itself.
    pub fn name_machine(&mut self, name: &str) -> Result<(), LedgerError> {
        let Some((own, _)) = self.own_machine()? else { return Ok(()) };
        let sql =
            "UPDATE machine SET name = ?1, revision = revision + 1 WHERE id = ?2 AND (name <> ?1 OR revision = 0)";
        Ok(self.connection.execute(sql, [name, &own.id.to_string()]).map(drop)?)
    }

    /// All machines of which anything is kept that counts: this one, if it was made, and then the others by their names.
    pub fn machines(&self) -> Result<Vec<Machine>, LedgerError> {
        let sql = "SELECT id, name FROM machine WHERE (made_on ISNULL OR made_on LIKE 'was %')
                   AND id IN (SELECT machine FROM counted_day)
                   UNION SELECT machine, '' FROM counted_day WHERE machine NOT IN (SELECT id FROM machine)";
        let mut all = self.all(sql, [], |row| Ok(Machine { this: false, ..machine(&mut Cells::of(row))? }))?;
        all.extend(self.own_machine()?.map(|(own, _)| own));
        all.sort_by(|a, b| (!a.this, &a.name, a.id).cmp(&(!b.this, &b.name, b.id)));
        Ok(all)
    }

    /// What this account would add.
    pub fn would_join(&self, account: &Joined) -> Result<JoinGain, LedgerError> {
        Ok(self.not_joined(account)?.gain)
    }

    /// Whether nothing of this account is new.
    pub fn knows(&self, account: &Joined) -> Result<bool, LedgerError> {
        let Unknown { gain, names, erased, days } = self.not_joined(account)?;
        Ok(gain.is_nothing() && names.is_empty() && erased.is_empty() && days.is_empty())
    }

    /// Keeps what is not known yet of this account, in one transaction. The same again, and anything of this machine itself,
    /// changes nothing.
    pub fn join(&mut self, account: &Joined) -> Result<JoinGain, LedgerError> {
        let unknown = self.not_joined(account)?;
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        for (machine, revision, name) in &unknown.names {
            let sql = "INSERT INTO machine VALUES (?1, ?2, ?3, NULL)
                       ON CONFLICT (id) DO UPDATE SET name = excluded.name, revision = excluded.revision";
            transaction.prepare_cached(sql)?.execute(params![machine.to_string(), name, number(*revision)])?;
        }
        for (machine, days, revision) in &unknown.erased {
            let (machine, first, last) = (machine.to_string(), days.start().to_string(), days.end().to_string());
            transaction.execute(
                "DELETE FROM erased WHERE machine = ?1 AND first = ?2 AND last = ?3",
                [&machine, &first, &last],
            )?;
            let sql = "INSERT INTO erased (machine, first, last, revision) VALUES (?1, ?2, ?3, ?4)";
            transaction.execute(sql, params![machine, first, last, number(*revision)])?;
            let sql = "DELETE FROM peer_day WHERE machine = ?1 AND day BETWEEN ?2 AND ?3 AND revision <= ?4";
            transaction.execute(sql, params![machine, first, last, number(*revision)])?;
        }
        for (machine, day, DayAccount { revision, text, breaks }) in &unknown.days {
            let sql = "INSERT INTO peer_day VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (machine, day) DO UPDATE
                       SET revision = excluded.revision, breaks = excluded.breaks, state = excluded.state";
            let breaks = i64::try_from(*breaks).unwrap_or(i64::MAX);
            let values = params![machine.to_string(), day.to_string(), number(*revision), breaks, text];
            transaction.prepare_cached(sql)?.execute(values)?;
        }
        give_way(&transaction, &unknown.days)?;
        transaction.commit()?;
        Ok(unknown.gain)
    }

    fn not_joined<'a>(&self, account: &'a Joined) -> Result<Unknown<'a>, LedgerError> {
        let own = self.own_machine()?.map(|(own, _)| own.id);
        let other = |machine: &MachineId| Some(*machine) != own;
        let mut unknown = Unknown::default();
        for (machine, (revision, name)) in account.names.iter().filter(|(machine, _)| other(machine)) {
            let sql = "SELECT revision, name FROM machine WHERE id = ?1";
            let read = |row: &Row<'_>| Ok((unsigned(row.get(0)?), row.get::<_, String>(1)?));
            let known = self.connection.query_row(sql, [machine.to_string()], read).optional()?;
            if known.is_none_or(|known| known < (*revision, name.clone())) {
                unknown.names.push((*machine, *revision, name.as_str()));
            }
        }
        let here = self.erasures()?;
        let mut going = BTreeSet::new();
        for (&(machine, first, last), &revision) in account.erased.iter().filter(|((machine, ..), _)| other(machine)) {
            if here.get(&(machine, first, last)).is_none_or(|known| *known < revision) {
                unknown.erased.push((machine, first..=last, revision));
                let sql = "SELECT day FROM peer_day
                           WHERE machine = ?1 AND day BETWEEN ?2 AND ?3 AND revision <= ?4";
                let values = params![machine.to_string(), first.to_string(), last.to_string(), number(revision)];
                let days = self.all(sql, values, |row| Cells::of(row).day())?;
                going.extend(days.into_iter().map(|day| (machine, day)));
            }
        }
        let void = Joined { erased: here, ..Joined::default() };
        for (&(machine, day), account) in account.days.iter().filter(|((machine, _), _)| other(machine)) {
            let sql = "SELECT revision, state FROM peer_day WHERE machine = ?1 AND day = ?2";
            let read = |row: &Row<'_>| Ok((unsigned(row.get(0)?), row.get::<_, String>(1)?));
            let key = [machine.to_string(), day.to_string()];
            let known = self.connection.prepare_cached(sql)?.query_row(key, read).optional()?;
            let older = |known: &(u64, String)| (known.0, known.1.as_str()) < (account.revision, account.text.as_str());
            if void.void(machine, day).is_some_and(|void| void >= account.revision)
                || known.as_ref().is_some_and(|known| !older(known))
            {
                unknown.gain.known += 1;
                continue;
            }
            going.remove(&(machine, day));
            let gain = &mut unknown.gain;
            *(match &known {
                None => &mut gain.new,
                Some((_, text)) if *text == account.text => &mut gain.known,
                Some(_) => &mut gain.changed,
            }) += 1;
            unknown.days.push((machine, day, account));
        }
        unknown.gain.gone = going.len();
        Ok(unknown)
    }

    /// The days that were deleted, of all machines, with the revisions up to which they are void.
    fn erasures(&self) -> Result<BTreeMap<(MachineId, NaiveDate, NaiveDate), u64>, LedgerError> {
        let sql = "SELECT machine, first, last, revision FROM erased";
        let all = self.all(sql, [], |row| {
            let mut cells = Cells::of(row);
            let machine = id(cells.text()?)?;
            Ok(((machine, cells.day()?, cells.day()?), unsigned(cells.get()?)))
        })?;
        let mut latest = BTreeMap::new();
        for (of, revision) in all {
            let known: &mut u64 = latest.entry(of).or_default();
            *known = revision.max(*known);
        }
        Ok(latest)
    }

    /// The days of this machine that were deleted, with the revisions up to which they are void.
    pub fn own_erasures(&self) -> Result<Vec<(RangeInclusive<NaiveDate>, u64)>, LedgerError> {
        let Some((own, _)) = self.own_machine()? else { return Ok(Vec::new()) };
        let all = self.erasures()?.into_iter().filter(|((machine, ..), _)| *machine == own.id);
        Ok(all.map(|((_, first, last), revision)| (first..=last, revision)).collect())
    }

    /// Makes what was told of these days up to now void, of this machine and of all that are known; to be called before
    /// [`Ledger::erase`], so that no kill in between lets anything deleted be told on. `revision` is the wall clock's
    /// milliseconds since 1970.
    pub fn void(&mut self, days: &RangeInclusive<NaiveDate>, revision: u64) -> Result<(), LedgerError> {
        // A machine whose clock is ahead has told at a later time than it is here.
        let sql = "INSERT INTO erased (machine, first, last, revision) SELECT id, ?1, ?2, max(?3, coalesce(
                   (SELECT max(revision) FROM peer_day WHERE machine = id AND day BETWEEN ?1 AND ?2), 0)) FROM
                   (SELECT id FROM machine UNION SELECT machine FROM peer_day)";
        self.connection.execute(sql, params![days.start().to_string(), days.end().to_string(), number(revision)])?;
        Ok(())
    }

    /// The same where days of other machines are kept or others are told of this one's, and otherwise nothing: what is deleted
    /// here is not to come back with the next account of it.
    pub fn void_others(&mut self, days: &RangeInclusive<NaiveDate>, now: Stamp) -> Result<(), LedgerError> {
        let revision = u64::try_from(now.timestamp_millis()).unwrap_or(0);
        if self.tells_deleted()? { self.void(days, revision) } else { Ok(()) }
    }

    /// Whether others are told which days are deleted here: of this machine they are, or were once, told, or of them days are
    /// kept. Those that do not count tell their days again as well.
    pub fn tells_deleted(&self) -> Result<bool, LedgerError> {
        let sql = "SELECT EXISTS (SELECT 1 FROM machine WHERE made_on NOT NULL AND revision > 0)
                   OR EXISTS (SELECT 1 FROM peer_day)";
        Ok(self.connection.query_row(sql, [], |row| row.get(0))?)
    }

    /// Whether anything of these days is of another machine.
    pub fn has_others_of(&self, days: &RangeInclusive<NaiveDate>) -> Result<bool, LedgerError> {
        let sql = "SELECT EXISTS (SELECT 1 FROM peer_day WHERE day BETWEEN ?1 AND ?2)";
        let days = [days.start().to_string(), days.end().to_string()];
        Ok(self.connection.query_row(sql, days, |row| row.get(0))?)
    }

    /// Takes out all that is kept of another machine; how many days that were. What it shares is kept again when it is met, and
    /// counts then if it did before: whoever wanted it counted no longer has not said otherwise.
    pub fn forget_machine(&mut self, machine: MachineId) -> Result<usize, LedgerError> {
        let (id, transaction) = (machine.to_string(), self.connection.transaction()?);
        let days = transaction.execute("DELETE FROM peer_day WHERE machine = ?1", [&id])?;
        let sql = "DELETE FROM erased WHERE machine = ?1 AND machine NOT IN (SELECT id FROM machine WHERE made_on IS NOT NULL)";
        transaction.execute(sql, [&id])?;
        transaction.execute("DELETE FROM machine WHERE id = ?1 AND made_on IS NULL", [&id])?;
        transaction.commit()?;
        Ok(days)
    }
}

/// Says what the machine of a new ledger is called, of which nobody was told yet.
pub(super) fn name_own(connection: &Connection, name: &str, host: &str) -> Result<(), LedgerError> {
    let sql = "UPDATE machine SET name = ?1, made_on = ?2 WHERE made_on = ''";
    Ok(connection.execute(sql, [name, host]).map(drop)?)
}

pub(super) fn id(text: &str) -> rusqlite::Result<MachineId> {
    text.parse().map_err(|()| super::value::unreadable("a machine"))
}

/// The machine in the next two columns.
pub(super) fn machine(cells: &mut Cells<'_, '_>) -> rusqlite::Result<Machine> {
    Ok(Machine { id: id(cells.text()?)?, name: cells.get()?, this: true })
}

/// Revisions are counted as SQLite does.
fn number(revision: u64) -> i64 {
    i64::try_from(revision).unwrap_or(i64::MAX)
}

pub(super) fn unsigned(revision: i64) -> u64 {
    u64::try_from(revision).unwrap_or(0)
}
