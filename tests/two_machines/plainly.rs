//! The pooled figures by a plain reading of what was recorded, for comparison.

use super::life::{Life, monday};
use chrono::{Days, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};
use unhunch::engine::instance::{Instance, Outcome, SpanKind};
use unhunch::ledger::MachineId;
use unhunch::ledger::figures::Counts;

/// The breaks that count, by day, read plainly: a natural one is left out if another machine has the same rest.
pub(crate) fn counts_plainly(lives: &[(MachineId, Vec<Instance>)]) -> BTreeMap<NaiveDate, Counts> {
    let mut all: Vec<(MachineId, &Instance)> =
        lives.iter().flat_map(|(of, rows)| rows.iter().map(|it| (*of, it))).collect();
    let touch = |a: &Instance, b: &Instance| {
        a.reminder == b.reminder && a.start.unwrap() <= b.end.unwrap() && b.start.unwrap() <= a.end.unwrap()
    };
    all.sort_by_key(|(of, it)| (it.start, it.end, *of, it.due, it.id));
    let mut kept: Vec<(MachineId, &Instance)> = Vec::new();
    for taken in [true, false] {
        for (of, it) in all.iter().filter(|(_, it)| (it.outcome != Some(Outcome::Natural)) == taken) {
            let rested = |other: &&(MachineId, &Instance)| {
                other.0 != *of
                    && matches!(other.1.outcome, Some(Outcome::Taken | Outcome::Natural))
                    && touch(other.1, it)
            };
            if taken || !kept.iter().any(|other| rested(&other)) {
                kept.push((*of, it));
            }
        }
    }
    let mut days: BTreeMap<NaiveDate, Counts> = BTreeMap::new();
    for (_, it) in kept {
        *days.entry(it.day).or_default().of_outcome(it.outcome.unwrap()) += 1;
    }
    days
}

/// Minutes at any desk of each day, minute by minute.
pub(crate) fn desk_plainly(lives: &[&Life]) -> BTreeMap<NaiveDate, u32> {
    let mut minutes: BTreeSet<i64> = BTreeSet::new();
    let minute = |day: u64, minute: i64| i64::try_from(day).unwrap() * 24 * 60 + minute;
    for life in lives {
        let ends = life.points.iter().skip(1).map(|it| minute(it.0, it.1)).chain([minute(4, 0)]);
        for (point, end) in life.points.iter().zip(ends) {
            if matches!(point.2, SpanKind::Active | SpanKind::Call | SpanKind::Meeting | SpanKind::Paused) {
                minutes.extend(minute(point.0, point.1)..end);
            }
        }
    }
    let mut days = BTreeMap::new();
    for minute in minutes {
        let day = monday() + Days::new(u64::try_from(minute / (24 * 60)).unwrap());
        *days.entry(day).or_default() += 60;
    }
    days
}
