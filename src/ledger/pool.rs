//! The records of several machines read as one. Owns whose rows are in it, under which ids, and what is left out so that
//! nothing counts twice; the figures know nothing of it.

use super::day_state::DayState;
use super::figures::{Counts, one_rest, tracked, union};
use super::machine::{MachineId, Origins};
use super::peer_days::PeerDay;
use super::read::{Earlier, ever};
use super::value::Cells;
use super::{History, Ledger, LedgerError, Span};
use crate::engine::instance::{Instance, Offer};
use crate::engine::moment::Stamp;
use chrono::{Days, NaiveDate, NaiveTime};
use std::collections::{BTreeMap, BTreeSet};

/// Ids of rows of other machines begin here, within one reading alone: those of this machine never reach it.
const OTHERS: u64 = 1 << 60;
/// So many of the earliest days are looked through for the first on which anybody was at a desk.
// A machine records hardly a day on which nobody was.
const FIRST_DAYS: u32 = 32;

/// Whose record is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Whose {
    /// All machines', as one.
    #[default]
    All,
    /// This one's.
    This,
    /// Another one's.
    Other(MachineId),
}

impl Ledger {
    /// Whether anything of another machine is kept that counts.
    pub fn has_others(&self) -> Result<bool, LedgerError> {
        Ok(self.connection.query_row("SELECT EXISTS (SELECT 1 FROM counted_day)", [], |row| row.get(0))?)
    }

    /// All there is of these machines; `until` as for [`Ledger::spans`].
    pub fn history_by(&self, whose: Whose, until: Stamp) -> Result<History, LedgerError> {
        let own = if matches!(whose, Whose::Other(_)) { History::default() } else { self.history(until)? };
        if !self.has_others()? {
            return Ok(own);
        }
        let [first, last] = ever();
        let mut others = if whose == Whose::This { Vec::new() } else { self.peer_days(first, last)? };
        if let Whose::Other(machine) = whose {
            others.retain(|(of, ..)| *of == machine);
        }
        self.pool(own, others, whose)
    }

    /// What a review of these days needs of all machines, beside the days before as their digests.
    pub(super) fn pooled_of(
        &self,
        (from, to): (NaiveDate, NaiveDate),
        until: Stamp,
        day_starts: NaiveTime,
        earlier: Earlier,
    ) -> Result<History, LedgerError> {
        let [first, last] = ever();
        let at = |day: NaiveDate| day.and_time(day_starts).and_utc().fixed_offset();
        let ends = at(to + Days::new(2));
        // A day more on either side shows which rest was whose.
        let rows = self.instances(from - Days::new(1), to + Days::new(1))?;
        let own = History {
            offers: self.offers(rows.iter().map(|row| row.id))?,
            rows,
            spans: self.spans(at(from - Days::new(1)), ends.min(until))?,
            check_ins: self.check_ins(first, last)?,
            nudges: self.nudges(from, to)?,
            imported: self.imported(from, to)?,
            ..History::default()
        };
        let others = self.peer_days(from - Days::new(2), to + Days::new(2))?;
        let mut all = self.pool(own, others, Whose::All)?;
        all.rows.retain(|row| (from..=to).contains(&row.day));
        let ids: BTreeSet<u64> = all.rows.iter().map(|row| row.id).collect();
        all.offers.retain(|offer| ids.contains(&offer.instance));
        all.nudges.retain(|nudge| (from..=to).contains(&nudge.day));
        // The link between tension and breaks is looked for in all days.
        all.check_ins.extend(self.peer_check_ins_but(from - Days::new(2), to + Days::new(2))?);
        all.check_ins.sort_by_key(|it| it.at);
        all.check_ins.dedup();
        for span in &mut all.spans {
            span.to = span.to.min(ends);
        }
        all.spans.retain(|span| span.from < span.to);
        Ok(History { earlier, ..all })
    }

    /// This record with days of others as one.
    fn pool(&self, own: History, others: Vec<PeerDay>, whose: Whose) -> Result<History, LedgerError> {
        let mut all = own;
        let mut origins = Origins { machines: self.machines()?, rows: BTreeMap::new() };
        // By their ids, so that each of the machines leaves the same out.
        let this = origins.machines.iter().find(|machine| machine.this).map(|machine| machine.id);
        let mut of: Vec<Option<MachineId>> = vec![this; all.rows.len()];
        origins.machines.retain(|machine| match whose {
            Whose::All => true,
            Whose::This => machine.this,
            Whose::Other(id) => machine.id == id,
        });
        let mut next = OTHERS;
        for (machine, _, state) in others {
            for it in state.breaks {
                origins.rows.insert(next, (machine, it.row.id));
                all.offers.extend(it.offers.into_iter().map(|offer| Offer { instance: next, ..offer }));
                all.rows.push(Instance { id: next, ..it.row });
                of.push(Some(machine));
                next += 1;
            }
            all.spans.extend(state.spans);
            all.check_ins.extend(state.check_ins);
            all.nudges.extend(state.nudges);
        }
        let twice = told_twice(&of, &all.rows, &origins);
        let once = of.into_iter().zip(&all.rows).zip(&twice).filter(|(_, twice)| !**twice);
        let rows: Vec<_> = once.map(|(row, _)| row).collect();
        let (mut twice, mut counts) = (twice.into_iter(), one_rest(&rows).into_iter());
        all.rows.retain(|_| !twice.next().unwrap_or(false) && counts.next().unwrap_or(true));
        all.rows.sort_by_key(|row| (row.due, row.id));
        all.spans = union(all.spans);
        all.check_ins.sort_by_key(|it| it.at);
        all.nudges.sort_by_key(|it| it.at);
        // Of a ledger that was copied both tell the same.
        all.check_ins.dedup();
        all.nudges.dedup();
        Ok(History { origins, ..all })
    }

    /// The instances by outcome of these days and of all machines.
    pub(super) fn pooled_counts(&self, days: &BTreeSet<NaiveDate>) -> Result<BTreeMap<NaiveDate, Counts>, LedgerError> {
        let Some((first, last)) = days.first().zip(days.last()) else { return Ok(BTreeMap::new()) };
        let (from, to) = (*first - Days::new(1), *last + Days::new(1));
        let own = History { rows: self.instances(from, to)?, ..History::default() };
        let all = self.pool(own, self.peer_days(from, to)?, Whose::All)?;
        let mut counts: BTreeMap<NaiveDate, Counts> = days.iter().map(|day| (*day, Counts::default())).collect();
        for row in &all.rows {
            if let (Some(counts), Some(outcome)) = (counts.get_mut(&row.day), row.outcome) {
                *counts.of_outcome(outcome) += 1;
            }
        }
        Ok(counts)
    }

    /// The shape of these days by all machines.
    pub(super) fn pooled_spans(
        &self,
        own: Vec<Span>,
        (from, to): (NaiveDate, NaiveDate),
    ) -> Result<Vec<Span>, LedgerError> {
        let others = self.peer_days(from - Days::new(2), to + Days::new(2))?;
        let others = others.into_iter().flat_map(|(.., state)| state.spans);
        Ok(union(own.into_iter().chain(others).collect()))
    }

    /// The first day on which another machine recorded anything.
    pub(super) fn others_began(&self, day_starts: NaiveTime) -> Result<Option<NaiveDate>, LedgerError> {
        let sql = "SELECT day, state FROM counted_day ORDER BY day LIMIT ?1";
        let days = self.all(sql, [FIRST_DAYS], |row| {
            let mut cells = Cells::of(row);
            let day = cells.day()?;
            Ok(DayState::read(cells.text()?, day))
        })?;
        let first = |state: DayState| {
            let present = tracked(&state.spans, day_starts).into_keys();
            state.breaks.iter().map(|it| it.row.day).chain(present).min()
        };
        Ok(days.into_iter().flatten().filter_map(first).min())
    }
}

/// Which rows another machine tells as well: with the same number and instant it is one row of a ledger that was copied. It
/// counts once, as the person corrected it.
fn told_twice(of: &[Option<MachineId>], rows: &[Instance], origins: &Origins) -> Vec<bool> {
    let number = |row: &Instance| origins.of(row.id).map_or(row.id, |(_, there)| there);
    let known_by =
        |(at, (of, row)): (usize, (&Option<MachineId>, &Instance))| ((number(row), row.due), (!row.edited, *of, at));
    let mut all: Vec<_> = of.iter().zip(rows).enumerate().map(known_by).collect();
    all.sort();
    let mut twice = vec![false; rows.len()];
    for two in all.windows(2) {
        let [(before, _), (this, (.., at))] = [two[0], two[1]];
        twice[at] = before == this;
    }
    twice
}
