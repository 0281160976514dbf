//! The ledger's own days as other machines are told of them. Owns what of a day that is; `day_state` owns its form.

use super::day_state::{BreakState, DayState};
use super::read::ever;
use super::value::{Cells, utc};
use super::{Ledger, LedgerError, Span};
use crate::engine::instance::SpanKind;
use crate::engine::moment::{Stamp, day_of};
use chrono::{Days, NaiveDate, NaiveTime};
use std::collections::BTreeMap;

impl Ledger {
    /// This machine's days as others are told of them, both included, in order; `until` as for [`Ledger::spans`]. Without a
    /// break that is open, and without time that did not run.
    pub fn own_days(
        &self,
        (from, to): (NaiveDate, NaiveDate),
        until: Stamp,
        day_starts: NaiveTime,
    ) -> Result<BTreeMap<NaiveDate, DayState>, LedgerError> {
        let mut days: BTreeMap<NaiveDate, DayState> = BTreeMap::new();
        let rows = self.instances(from, to)?;
        let mut offers: BTreeMap<u64, Vec<_>> = BTreeMap::new();
        for offer in self.offers(rows.iter().map(|row| row.id))? {
            offers.entry(offer.instance).or_default().push(offer);
        }
        for row in rows.into_iter().filter(|row| row.outcome.is_some()) {
            let offers = offers.remove(&row.id).unwrap_or_default();
            days.entry(row.day).or_default().breaks.push(BreakState { row, offers });
        }
        let at = |day: NaiveDate| day.and_time(day_starts).and_utc().fixed_offset();
        let [begins, ends] = [at(from - Days::new(1)), at(to + Days::new(2)).min(until)];
        for span in self.spans_to_their_end(begins, ends, until)? {
            let day = day_of(span.from, day_starts);
            if (from..=to).contains(&day) && span.kind != SpanKind::NotRunning && span.from < span.to {
                days.entry(day).or_default().spans.push(span);
            }
        }
        for one in self.check_ins(from, to)? {
            days.entry(one.day).or_default().check_ins.push(one);
        }
        for one in self.nudges(from, to)? {
            days.entry(one.day).or_default().nudges.push(one);
        }
        Ok(days)
    }

    /// The spans that touch `from` to `to`, the last one whole as well.
    fn spans_to_their_end(&self, from: Stamp, to: Stamp, until: Stamp) -> Result<Vec<Span>, LedgerError> {
        let mut spans = self.spans(from, to)?;
        if let Some(last) = spans.last_mut() {
            let sql = "SELECT from_utc, from_offset FROM span WHERE from_utc > ?1 ORDER BY from_utc LIMIT 1";
            let next = self.all(sql, [utc(last.from)], |row| Cells::of(row).stamp())?.pop();
            last.to = next.map_or(until, |next| next.min(until));
        }
        Ok(spans)
    }

    /// The first and the last day of which this machine can tell anything.
    pub fn own_extent(&self, day_starts: NaiveTime) -> Result<Option<(NaiveDate, NaiveDate)>, LedgerError> {
        let sql = "SELECT min(day), max(day) FROM (SELECT day FROM instance UNION SELECT day FROM check_in UNION SELECT day FROM nudge)";
        let rows = self.connection.query_row(sql, [], |row| Ok([row.get::<_, Option<String>>(0)?, row.get(1)?]))?;
        let sql = "SELECT * FROM (SELECT from_utc, from_offset FROM span ORDER BY from_utc LIMIT 1)
                   UNION ALL SELECT * FROM (SELECT from_utc, from_offset FROM span ORDER BY from_utc DESC LIMIT 1)";
        let spans = self.all(sql, [], |row| Cells::of(row).stamp())?;
        let rows = rows.into_iter().flatten().filter_map(|day| day.parse().ok());
        let [first, last] = ever();
        let days = rows.chain(spans.into_iter().map(|at| day_of(at, day_starts)));
        let days: Vec<NaiveDate> = days.filter(|day| (first..=last).contains(day)).collect();
        Ok(days.iter().min().copied().zip(days.iter().max().copied()))
    }
}
