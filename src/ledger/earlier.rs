//! Ledgers of earlier versions, which do not say of which machine they are. Owns how the machine is told all the same: by
//! breaks of it that are known here, or else by the first thing in it; and that it is one machine once it says its own id.

use super::day_state::DayState;
use super::joined::DayAccount;
use super::machine::MachineId;
use super::read::ever;
use super::{Ledger, LedgerError};
use crate::engine::instance::Instance;
use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::BTreeMap;

/// What the ids of such machines end with, which one that was made at random hardly does.
const EARLIER: u32 = 0xea51_1e44;

/// What tells a break from all others of a person: its row's number, and when it fell due, in milliseconds since 1970.
fn mark(row: &Instance) -> (u64, i64) {
    (row.id, row.due.timestamp_millis())
}

impl MachineId {
    /// The machine of an earlier version's ledger whose first break is this one: the same each time that it is read.
    fn of_earlier(first: &Instance) -> Self {
        let (row, due) = mark(first);
        // A person knows it by the first digits, which are those that differ.
        let due = u128::from(due.unsigned_abs().reverse_bits());
        Self::new((due << 64) | (u128::from(row & u64::from(u32::MAX)) << 32) | u128::from(EARLIER))
    }
}

impl Ledger {
    /// Of which machine this ledger of an earlier version is, which was brought up to date for that: of the one of which a
    /// break in it is known here, this one itself or another; or else one that nobody knows yet. None where there is no break
    /// in it.
    ///
    /// # Errors
    /// When either cannot be read.
    pub fn machine_of_earlier(&self, other: &Self) -> Result<Option<MachineId>, LedgerError> {
        let [first, last] = ever();
        let rows: Vec<Instance> =
            other.instances(first, last)?.into_iter().filter(|row| row.outcome.is_some()).collect();
        let mut known = BTreeMap::new();
        for (machine, _, state) in self.kept_days(first, last)? {
            known.extend(state.breaks.iter().map(|it| (mark(&it.row), machine)));
        }
        if let Some((own, _)) = self.own_machine()? {
            known.extend(self.instances(first, last)?.iter().map(|row| (mark(row), own.id)));
        }
        let by_break = rows.iter().find_map(|row| known.get(&mark(row)).copied());
        Ok(by_break.or_else(|| rows.first().map(MachineId::of_earlier)))
    }
}

/// What was kept of a machine by an earlier version's ledger goes when that machine tells the same breaks by its own id: it
/// tells all of its days. If it was forgotten it stays so.
pub(super) fn give_way(
    connection: &Connection,
    told: &[(MachineId, NaiveDate, &DayAccount)],
) -> Result<(), LedgerError> {
    let ends = format!("%{EARLIER:08x}");
    let sql = "SELECT machine, state FROM peer_day WHERE day = ?1 AND machine LIKE ?2 AND machine <> ?3";
    for (machine, day, account) in told {
        let mut statement = connection.prepare_cached(sql)?;
        let before = statement
            .query_row(params![day.to_string(), ends, machine.to_string()], |row| {
                Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?))
            })
            .optional()?;
        let Some((id, before)) = before else { continue };
        let states = [&before, &account.text].map(|text| DayState::read(text, *day).unwrap_or_default());
        let marks = |state: &DayState| state.breaks.iter().map(|it| mark(&it.row)).collect::<Vec<_>>();
        let [before, now] = [marks(&states[0]), marks(&states[1])];
        if before.iter().any(|it| now.contains(it)) {
            let sql = "UPDATE OR REPLACE forgotten SET machine = ?2 WHERE machine = ?1";
            connection.execute(sql, [&id, &machine.to_string()])?;
            connection.execute("DELETE FROM peer_day WHERE machine = ?1", [&id])?;
            connection.execute("DELETE FROM erased WHERE machine = ?1", [&id])?;
        }
    }
    Ok(())
}
