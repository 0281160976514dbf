//! Digests: what days that are over came to, kept so that a look at this week need not read ten years. Owns when one is made
//! and what is read beside it; the triggers of the schema take out what is true no longer.

use super::figures::{Counts, tracked};
use super::read::{DayDigest, ever};
use super::value::Cells;
use super::{Earlier, History, Ledger, LedgerError, Whose};
use crate::engine::instance::Outcome;
use crate::engine::moment::{Stamp, day_of};
use chrono::{Days, NaiveDate, NaiveTime};
use rusqlite::params;
use std::collections::BTreeMap;

// A day with a sign is in no index, so that those of other machines are gone through as they lie, and not sought (`peer_days`).
/// How many days before this one have instances of any machine.
const DAYS_BEFORE: &str = "SELECT count(*) FROM (SELECT day FROM instance WHERE day < ?1
    UNION SELECT +day FROM counted_day WHERE breaks > 0 AND +day < ?1)";
/// Which of them are over and have no digest for this start of the day.
const NOT_DIGESTED: &str =
    "SELECT day FROM (SELECT day FROM instance UNION SELECT +day FROM counted_day WHERE breaks > 0)
    WHERE day < ?1 AND day NOT IN (SELECT day FROM digest WHERE day_starts = ?2)
    AND day NOT IN (SELECT day FROM instance WHERE outcome IS NULL)";

impl Ledger {
    /// Makes what is not made yet of the days before this one. Those with something open are not over.
    ///
    /// # Errors
    /// When SQLite refuses; reading goes without, and takes longer.
    pub fn digest(&mut self, before: NaiveDate, day_starts: NaiveTime) -> Result<(), LedgerError> {
        let counts = self.not_digested(before, day_starts)?;
        let Some((first, last)) = counts.keys().next().zip(counts.keys().next_back()) else { return Ok(()) };
        let at = |day: NaiveDate| day.and_time(day_starts).and_utc().fixed_offset();
        let [from, until] = [at(*first - Days::new(1)), at(*last + Days::new(2))];
        let spans = self.spans(from, until)?;
        let spans = if self.has_others()? { self.pooled_spans(spans, (*first, *last))? } else { spans };
        let tracked = tracked(&spans, day_starts);
        let transaction = self.connection.transaction()?;
        for (day, counts) in &counts {
            let desk_s = tracked.get(day).copied().unwrap_or(0);
            let Counts { taken, natural, skipped, missed, excused, cancelled } = *counts;
            let sql = "INSERT OR REPLACE INTO digest VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
            let (day, starts) = (day.to_string(), day_starts.to_string());
            let values = params![day, starts, taken, natural, skipped, missed, excused, cancelled, desk_s];
            transaction.prepare_cached(sql)?.execute(values)?;
        }
        Ok(transaction.commit()?)
    }

    /// The instances by outcome of the days that have none yet.
    fn not_digested(
        &self,
        before: NaiveDate,
        day_starts: NaiveTime,
    ) -> Result<BTreeMap<NaiveDate, Counts>, LedgerError> {
        if self.has_others()? {
            let days =
                self.all(NOT_DIGESTED, [before.to_string(), day_starts.to_string()], |row| Cells::of(row).day())?;
            return self.pooled_counts(&days.into_iter().collect());
        }
        let sql = "SELECT day, outcome, count(*) FROM instance WHERE day < ?1
                   AND day NOT IN (SELECT day FROM digest WHERE day_starts = ?2)
                   AND day NOT IN (SELECT day FROM instance WHERE outcome IS NULL) GROUP BY day, outcome";
        let read = |row: &rusqlite::Row<'_>| {
            let mut cells = Cells::of(row);
            Ok((cells.day()?, cells.of_token::<Outcome>()?, cells.get::<u32>()?))
        };
        let mut days: BTreeMap<NaiveDate, Counts> = BTreeMap::new();
        for (day, outcome, count) in self.all(sql, [before.to_string(), day_starts.to_string()], read)? {
            *days.entry(day).or_default().of_outcome(outcome) += count;
        }
        Ok(days)
    }

    /// What a review of these days, of all machines, is made of, the days before them as their digests; all there is where one
    /// of those is not made. `until` as for [`Ledger::spans`].
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn history_of(
        &self,
        (from, to): (NaiveDate, NaiveDate),
        until: Stamp,
        day_starts: NaiveTime,
    ) -> Result<History, LedgerError> {
        let Some(earlier) = self.earlier(from, day_starts)? else { return self.history_by(Whose::All, until) };
        if self.has_others()? {
            self.unread.set(0);
            let all = self.pooled_of((from, to), until, day_starts, earlier)?;
            let nothing = all.rows.is_empty() && tracked(&all.spans, day_starts).is_empty();
            return if nothing { self.history_by(Whose::All, until) } else { Ok(all) };
        }
        let at = |day: NaiveDate| day.and_time(day_starts).and_utc().fixed_offset();
        self.unread.set(0);
        let rows = self.instances(from, to)?;
        let ends = at(to + Days::new(2)).min(until);
        let spans = self.spans(at(from - Days::new(1)), ends)?;
        if rows.is_empty() && tracked(&spans, day_starts).is_empty() {
            // What is said of an old record is of its last days, wherever they lie.
            return self.history(until);
        }
        let [first, last] = ever();
        Ok(History {
            offers: self.offers(rows.iter().map(|row| row.id))?,
            rows,
            spans,
            // Few, and the link between tension and breaks is looked for in all of them.
            check_ins: self.check_ins(first, last)?,
            nudges: self.nudges(from, to)?,
            imported: self.imported(from, to)?,
            earlier,
            ..History::default()
        })
    }

    /// The days before this one, if all of them are digested.
    fn earlier(&self, from: NaiveDate, day_starts: NaiveTime) -> Result<Option<Earlier>, LedgerError> {
        let there: u32 = self.connection.query_row(DAYS_BEFORE, [from.to_string()], |row| row.get(0))?;
        let sql = "SELECT day, taken, natural, skipped, missed, excused, cancelled, desk_s FROM digest
                   WHERE day < ?1 AND day_starts = ?2 ORDER BY day";
        let days = self.all(sql, [from.to_string(), day_starts.to_string()], |row| {
            let mut cells = Cells::of(row);
            let day = cells.day()?;
            let counts = Counts {
                taken: cells.get()?,
                natural: cells.get()?,
                skipped: cells.get()?,
                missed: cells.get()?,
                excused: cells.get()?,
                cancelled: cells.get()?,
            };
            Ok((day, DayDigest { counts, tracked_s: cells.get()? }))
        })?;
        let began = self.began(day_starts)?;
        Ok((u32::try_from(days.len()) == Ok(there)).then_some(Earlier { days, began, from: Some(from) }))
    }

    /// The first day of which anything is recorded.
    fn began(&self, day_starts: NaiveTime) -> Result<Option<NaiveDate>, LedgerError> {
        let rows = self.all("SELECT day FROM instance ORDER BY day LIMIT 1", [], |row| Cells::of(row).day())?;
        let sql = "SELECT from_utc, from_offset FROM span
                   WHERE kind IN ('active', 'call', 'meeting', 'paused') ORDER BY from_utc LIMIT 1";
        let spans = self.all(sql, [], |row| Cells::of(row).stamp())?;
        let spans = spans.into_iter().map(|from| day_of(from, day_starts));
        Ok(rows.into_iter().chain(spans).chain(self.others_began(day_starts)?).min())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_other_machines_are_gone_through_and_not_sought() {
        let ledger = Ledger::in_memory().expect("a ledger");
        for sql in [DAYS_BEFORE, NOT_DIGESTED] {
            let sql = format!("EXPLAIN QUERY PLAN {sql}");
            let mut plan = ledger.connection.prepare(&sql).expect("a statement");
            let steps = plan.raw_query().mapped(|row| row.get::<_, String>(3)).collect::<Result<Vec<_>, _>>();
            let steps = steps.expect("a plan");
            assert!(steps.iter().any(|step| step == "SCAN peer_day"), "{steps:#?}");
            assert!(!steps.iter().any(|step| step.contains("peer_day_day")), "{steps:#?}");
        }
    }
}
