//! Days of other machines read back. Owns how they are found in the file, where a day is a long row; what of them counts once
//! is `pool`'s.
//!
//! SQLite compares a day that is sought with a dozen others, and reads each of them whole for that. So the first of a machine
//! is sought, and the others follow it.

use super::day_state::DayState;
use super::machine::MachineId;
use super::peers::id;
use super::value::{Cells, unreadable};
use super::{CheckIn, Ledger, LedgerError};
use chrono::NaiveDate;

/// Day of another machine.
pub type PeerDay = (MachineId, NaiveDate, DayState);

impl Ledger {
    /// The days of other machines that count, both included, by machine and day.
    pub fn peer_days(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<PeerDay>, LedgerError> {
        self.days_in("counted_day", from, to)
    }

    /// The same with those of machines that are forgotten: all that is kept.
    pub(super) fn kept_days(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<PeerDay>, LedgerError> {
        self.days_in("peer_day", from, to)
    }

    fn days_in(&self, table: &str, from: NaiveDate, to: NaiveDate) -> Result<Vec<PeerDay>, LedgerError> {
        let sql = format!("SELECT DISTINCT machine FROM {table}");
        let mut machines = self.all(&sql, [], |row| Cells::of(row).get::<String>())?;
        machines.sort();
        // One after the other: days of several would go through a sorter.
        let sql = format!(
            "SELECT machine, day, state FROM {table} WHERE machine = ?1 AND day BETWEEN ?2 AND ?3 ORDER BY day"
        );
        let mut all = Vec::new();
        for machine in machines {
            all.extend(self.all(&sql, [machine, from.to_string(), to.to_string()], |row| {
                let mut cells = Cells::of(row);
                let (machine, day) = (id(cells.text()?)?, cells.day()?);
                let state = DayState::read(cells.text()?, day).ok_or_else(|| unreadable("a day"))?;
                Ok((machine, day, state))
            })?);
        }
        Ok(all)
    }

    /// The check-ins of all days but these.
    pub(super) fn peer_check_ins_but(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<CheckIn>, LedgerError> {
        let sql = "SELECT state FROM counted_day WHERE day NOT BETWEEN ?1 AND ?2";
        let days = self.all(sql, [from.to_string(), to.to_string()], |row| {
            DayState::read_check_ins(Cells::of(row).text()?).ok_or_else(|| unreadable("a day"))
        })?;
        Ok(days.into_iter().flatten().collect())
    }
}
