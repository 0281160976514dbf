//! What changes a row from outside the engine: the person's own correction, and rows that a lost memory left open.

use super::value::{offset, token, utc};
use super::{Ledger, LedgerError, row};
use crate::engine::instance::{CancelReason, Evidence, Instance, Outcome};
use crate::engine::moment::Stamp;
use chrono::TimeDelta;
use rusqlite::{OptionalExtension, params};

/// How long a record can be corrected.
const CORRECT_WITHIN: TimeDelta = TimeDelta::hours(24);

/// Whether the person's word on this row still counts.
#[must_use]
pub fn may_correct(row: &Instance, now: Stamp) -> bool {
    now - last_known(row) <= CORRECT_WITHIN
}

impl Ledger {
    /// The person's own correction of an outcome, within 24 h of the last thing that the row knows of (its end, start,
    /// first prompt or due time). The row is marked as edited; a break that is corrected to taken is known by the
    /// person's word alone. The same outcome again changes nothing.
    pub fn correct(&mut self, id: u64, outcome: Outcome, now: Stamp) -> Result<Instance, LedgerError> {
        let mut instance = self.instance(id)?.ok_or(LedgerError::NoSuchRow(id))?;
        let before = instance.outcome.ok_or(LedgerError::StillOpen(id))?;
        if !may_correct(&instance, now) {
            return Err(LedgerError::TooLate { id, closed: last_known(&instance) });
        }
        if before == outcome {
            return Ok(instance);
        }
        instance.outcome = Some(outcome);
        instance.evidence = (outcome == Outcome::Taken).then_some(Evidence::Claimed);
        // What was said of the old outcome is not true of the new one.
        instance.cancelled = None;
        instance.short = false;
        instance.edited = true;
        self.connection.execute(
            "UPDATE instance SET outcome = ?2, evidence = ?3, cancelled = NULL, short = 0, edits = edits + 1 WHERE id = ?1",
            params![i64::try_from(id).unwrap_or(0), outcome.token(), instance.evidence.as_ref().and_then(token)],
        )?;
        Ok(instance)
    }

    /// Closes whatever is open as cancelled (not running) at `now`, and says how many rows that were. For a start
    /// without the memory that would know what to do with them.
    pub fn cancel_open(&mut self, now: Stamp) -> Result<usize, LedgerError> {
        let sql =
            "UPDATE instance SET outcome = ?1, cancelled = ?2, end_utc = ?3, end_offset = ?4 WHERE outcome IS NULL";
        let values = params![Outcome::Cancelled.token(), token(&CancelReason::NotRunning), utc(now), offset(now)];
        Ok(self.connection.execute(sql, values)?)
    }

    /// The row with this id.
    pub fn instance(&self, id: u64) -> Result<Option<Instance>, LedgerError> {
        let Ok(id) = i64::try_from(id) else { return Ok(None) };
        let sql = "SELECT * FROM instance WHERE id = ?1";
        Ok(self.connection.query_row(sql, [id], row::read).optional()?)
    }
}

/// The latest time that the row knows of.
pub(super) fn last_known(row: &Instance) -> Stamp {
    [row.first_prompt, row.start, row.end].into_iter().flatten().fold(row.due, Ord::max)
}
