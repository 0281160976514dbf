//! On which clock a time of a calendar is told: UTC, a zone by its name, a zone that the file defines, or whatever clock is
//! there. Owns that choice and the way from such a time to an instant; never asks which zone the system is in.

use super::file::{Observance, TimeForm, ZoneText};
use super::names;
use super::rule::{self, Budget, Stretch};
use crate::zones::{Zone, instants};
use chrono::{DateTime, FixedOffset, NaiveDateTime, TimeDelta, Utc};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The years that a zone of a file is worked out for. What was before is told by the first change.
const YEARS: (i32, i32) = (1970, 2100);

/// A clock that times are told on.
#[derive(Clone, Debug)]
pub(super) enum Clock {
    Of(Zone),
    Table(Arc<Table>),
}

/// The changes of a zone: before the first, and from each on.
#[derive(Debug)]
pub(super) struct Table {
    before: FixedOffset,
    changes: Vec<(DateTime<Utc>, FixedOffset)>,
}

impl Clock {
    pub(super) fn utc() -> Self {
        Self::Of(Zone::Fixed(east(0)))
    }

    fn offset(&self, at: DateTime<Utc>) -> FixedOffset {
        match self {
            Self::Of(zone) => zone.offset(at),
            Self::Table(table) => {
                let later = table.changes.partition_point(|(from, _)| *from <= at);
                later
                    .checked_sub(1)
                    .and_then(|last| table.changes.get(last))
                    .map_or(table.before, |(_, offset)| *offset)
            }
        }
    }

    /// What this clock shows at an instant.
    pub(super) fn civil(&self, at: DateTime<Utc>) -> NaiveDateTime {
        at.naive_utc().checked_add_signed(seconds(self.offset(at))).unwrap_or(at.naive_utc())
    }

    /// Whether this clock ever shows this time.
    pub(super) fn shows(&self, civil: NaiveDateTime) -> bool {
        !instants(|at| self.offset(at), civil).is_empty()
    }

    /// The instant that a written time means: the first at which the clock shows it; where it never does, the offset
    /// before the change counts on (RFC 5545 3.3.5).
    pub(super) fn instant(&self, civil: NaiveDateTime) -> DateTime<Utc> {
        let utc = civil.and_utc();
        let before = || {
            let offset = self.offset(utc.checked_sub_signed(TimeDelta::days(1)).unwrap_or(utc));
            utc.checked_sub_signed(seconds(offset)).unwrap_or(utc)
        };
        instants(|at| self.offset(at), civil).first().copied().unwrap_or_else(before)
    }
}

fn seconds(offset: FixedOffset) -> TimeDelta {
    TimeDelta::seconds(offset.local_minus_utc().into())
}

fn east(seconds: i32) -> FixedOffset {
    use chrono::Offset;
    FixedOffset::east_opt(seconds).unwrap_or(Utc.fix())
}

/// The clocks of a file, each worked out when first asked for.
pub(super) struct Clocks<'a> {
    zones: &'a [ZoneText],
    local: Clock,
    /// By name; whether it is known which one it is, beside.
    known: BTreeMap<String, (Clock, bool)>,
}

impl<'a> Clocks<'a> {
    pub(super) fn new(zones: &'a [ZoneText], local: &Zone) -> Self {
        Self { zones, local: Clock::Of(local.clone()), known: BTreeMap::new() }
    }

    /// The clock of whoever is there.
    pub(super) fn local(&self) -> &Clock {
        &self.local
    }

    /// The clock of a time; `floating` where it names none.
    pub(super) fn of(&mut self, form: &TimeForm, floating: &Clock, budget: &mut Budget) -> Clock {
        match form {
            TimeForm::Utc => Clock::utc(),
            TimeForm::Floating => floating.clone(),
            TimeForm::In(id) => {
                if let Some((known, _)) = self.known.get(id) {
                    return known.clone();
                }
                let found = self.find(id, budget);
                self.known.entry(id.clone()).or_insert(found).0.clone()
            }
        }
    }

    /// The name of a time's zone, if nobody knows what it means.
    pub(super) fn unknown<'t>(&self, form: &'t TimeForm) -> Option<&'t str> {
        let TimeForm::In(id) = form else { return None };
        self.known.get(id).filter(|(_, known)| !known).map(|_| id.as_str())
    }

    /// First what everybody means by a name, then what the file says of it, then what the name says by itself. Where all
    /// that is nothing the clock is the offset that stands in the name, or else that of whoever is there.
    fn find(&self, id: &str, budget: &mut Budget) -> (Clock, bool) {
        let plain = super::text::unescape(id);
        let mut own = || {
            let zone = self.zones.iter().find(|zone| zone.id == plain || zone.id == id)?;
            table(&zone.observances, budget).map(|table| Clock::Table(Arc::new(table)))
        };
        let own = if names::is_everybodys(plain.trim()) { None } else { own() };
        match (own, names::told(&plain)) {
            (Some(own), _) => (own, true),
            (None, names::Meaning::Zone(zone)) => (Clock::Of(zone), true),
            (None, names::Meaning::Offset(zone)) => (Clock::Of(zone), false),
            (None, names::Meaning::Nothing) => (self.local.clone(), false),
        }
    }
}

/// Works out the changes of a zone. None if it defines no offset at all.
fn table(observances: &[Observance], budget: &mut Budget) -> Option<Table> {
    let [from, to] = [YEARS.0, YEARS.1].map(|year| chrono::NaiveDate::from_ymd_opt(year, 1, 1));
    let stretch = Stretch { from: from?.into(), to: to?.into() };
    let mut changes = Vec::new();
    for one in observances {
        let (Some(before), Some(after), Some(start)) = (one.from, one.to, one.start) else { continue };
        let (before, after) = (east(before), east(after));
        // A zone's rule ends at an instant of UTC (RFC 5545 3.6.5), but its onsets are told on the clock before the
        // change.
        let limit = |until: NaiveDateTime| until.checked_add_signed(seconds(before)).unwrap_or(until);
        let mut onsets = vec![start];
        onsets.extend(&one.dates);
        for text in &one.rules {
            onsets.extend(rule::walk(text, start, stretch, budget, limit, |_| true).unwrap_or_default());
        }
        changes.extend(onsets.into_iter().map(|at| {
            let instant = at.and_utc().checked_sub_signed(seconds(before)).unwrap_or(at.and_utc());
            (instant, after, before)
        }));
    }
    changes.sort_unstable_by_key(|(at, ..)| *at);
    let before = changes.first()?.2;
    let mut changes: Vec<_> = changes.into_iter().map(|(at, after, _)| (at, after)).collect();
    changes.dedup();
    Some(Table { before, changes })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::zones::Named;

    #[test]
    fn times_that_a_clock_leaves_out_or_shows_twice() {
        let berlin = Clock::Of(Zone::Named(Named::find("Europe/Berlin").unwrap()));
        let at = |text: &str| text.parse::<NaiveDateTime>().unwrap();
        let utc = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
        assert!(!berlin.shows(at("2026-03-29T02:30:00")));
        assert_eq!(berlin.instant(at("2026-03-29T02:30:00")), utc("2026-03-29T01:30:00Z"));
        assert_eq!(berlin.instant(at("2026-10-25T02:30:00")), utc("2026-10-25T00:30:00Z"));
        assert_eq!(berlin.civil(utc("2026-07-01T10:00:00Z")), at("2026-07-01T12:00:00"));
    }
}
