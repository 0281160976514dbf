//! On which machine a ledger is. Owns which of its ids is its own there: a home is copied to another machine, with the record
//! in it, and then two write on as one.
//!
//! The copy gets an id of its own, and tells all of its record by that. What was recorded before is told by both, and counts
//! once: a break is known by its number and its instant (`pool`). Nothing is moved, and where two systems
//! on one machine share a home, each has its own id again when it comes back.

use super::peers::OWN;
use super::{Ledger, LedgerError};
use rusqlite::{OptionalExtension, params};

/// Before the mark of the machine on which the ledger is. Without it stands what a host was called.
const HERE: char = '@';
/// Before that of one on which it was.
const BEFORE: &str = "was ";

impl Ledger {
    /// Takes in on which machine the ledger is, by a mark that no other has; `name` is what one is called that is new. True
    /// if it was on another one.
    ///
    /// # Errors
    /// When it cannot be written. Nothing has changed then.
    pub fn settle_on(&mut self, mark: &str, name: &str) -> Result<bool, LedgerError> {
        let here = format!("{HERE}{mark}");
        let own = self.connection.query_row(OWN, [], |row| Ok((row.get(0)?, row.get(2)?, row.get(3)?))).optional()?;
        let Some((id, on, revision)): Option<(String, String, i64)> = own else { return Ok(false) };
        if on == here {
            return Ok(false);
        }
        let transaction = self.connection.transaction()?;
        let moved = on.starts_with(HERE);
        let sql = "UPDATE machine SET made_on = ?2 WHERE id = ?1";
        if moved {
            transaction.execute(sql, [&id, &format!("{BEFORE}{on}")])?;
            let again = "UPDATE machine SET made_on = ?1 WHERE made_on = ?2";
            if transaction.execute(again, [&here, &format!("{BEFORE}{here}")])? == 0 {
                // Others are told of this one if they were of the one before.
                let new = "INSERT INTO machine VALUES (lower(hex(randomblob(16))), ?1, ?2, ?3)";
                transaction.execute(new, params![name, revision, here])?;
            }
        } else {
            transaction.execute(sql, [&id, &here])?;
        }
        transaction.commit()?;
        Ok(moved)
    }
}
