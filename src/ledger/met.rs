//! Which other machines were met, and whether they count. Owns that what is forgotten stays kept, and stays forgotten whatever
//! its machine tells later, until the person says otherwise; what counts of those that do is `pool`'s.

use super::machine::{Machine, MachineId};
use super::peers::{id, machine, unsigned};
use super::value::{Cells, utc};
use super::{Ledger, LedgerError};
use crate::engine::moment::Stamp;
use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::params;
use std::collections::BTreeSet;

/// Other machine of which days are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MetMachine {
    /// Which.
    pub machine: Machine,
    /// Since when its days do not count; none where they do.
    pub forgotten: Option<DateTime<Utc>>,
    /// How many days of it are kept.
    pub days: usize,
    /// The last of them.
    pub last: NaiveDate,
    /// When it told something of its days last, by its own clock; none where that can be no time.
    pub told: Option<DateTime<Utc>>,
}

impl Ledger {
    /// The other machines of which days are kept, whether they count or not, by their names.
    pub fn met_machines(&self) -> Result<Vec<MetMachine>, LedgerError> {
        let sql = "SELECT peer_day.machine, coalesce(name, ''), at_utc, count(*), max(day), max(peer_day.revision)
                   FROM peer_day LEFT JOIN machine ON id = peer_day.machine
                   LEFT JOIN forgotten ON forgotten.machine = peer_day.machine GROUP BY peer_day.machine";
        let mut all = self.all(sql, [], |row| {
            let mut cells = Cells::of(row);
            let machine = Machine { this: false, ..machine(&mut cells)? };
            let forgotten =
                cells.get::<Option<i64>>()?.map(|at| DateTime::from_timestamp_millis(at).unwrap_or_default());
            let days = usize::try_from(cells.get::<i64>()?).unwrap_or(0);
            let last = cells.day()?;
            // A revision is at least the milliseconds since 1970 when it was told.
            let told = i64::try_from(unsigned(cells.get()?)).ok().and_then(DateTime::from_timestamp_millis);
            Ok(MetMachine { machine, forgotten, days, last, told })
        })?;
        all.sort_by(|a, b| (&a.machine.name, a.machine.id).cmp(&(&b.machine.name, b.machine.id)));
        Ok(all)
    }

    /// The machines whose days do not count.
    pub fn forgotten_machines(&self) -> Result<BTreeSet<MachineId>, LedgerError> {
        let all = self.all("SELECT machine FROM forgotten", [], |row| id(Cells::of(row).text()?))?;
        Ok(all.into_iter().collect())
    }

    /// Says whether the days of another machine count from now on, those that it tells later as well. What is kept of it stays.
    pub fn count_machine(&mut self, machine: MachineId, counts: bool, now: Stamp) -> Result<(), LedgerError> {
        let id = machine.to_string();
        if counts {
            self.connection.execute("DELETE FROM forgotten WHERE machine = ?1", [id])?;
        } else {
            self.connection.execute("INSERT OR IGNORE INTO forgotten VALUES (?1, ?2)", params![id, utc(now)])?;
        }
        Ok(())
    }
}
