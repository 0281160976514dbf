//! The pooled figures by a plain reading of what was recorded, for comparison.

use super::life::{Life, monday};
use chrono::{Days, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};
use unhunch::engine::instance::{Instance, Outcome, SpanKind};
use unhunch::ledger::MachineId;
use unhunch::ledger::figures::Counts;

/// Minutes from the start of a day to that of the next.
const DAY_AND_NIGHT: i64 = 24 * 60;

/// The breaks that count, by day, read plainly: one that two machines tell with the same number and instant is one; a natural one is left out if another machine has the same rest.
pub(crate) fn counts_plainly(lives: &[(MachineId, Vec<Instance>)]) -> BTreeMap<NaiveDate, Counts> {
    let mut all: Vec<(MachineId, &Instance)> =
        lives.iter().flat_map(|(of, rows)| rows.iter().map(|it| (*of, it))).collect();
    all.sort_by_key(|(of, it)| (!it.edited, *of));
    let mut marks = BTreeSet::new();
    all.retain(|(_, it)| marks.insert((it.id, it.due)));
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
    per_day(lives.iter().flat_map(|life| minutes(&life.points, minute(4, 0))))
}

/// This minute of this day, counted from the first.
pub(crate) fn minute(day: u64, minute: i64) -> i64 {
    i64::try_from(day).unwrap() * DAY_AND_NIGHT + minute
}

/// The minutes at a desk, the last point being so up to this one.
pub(crate) fn minutes(points: &[(u64, i64, SpanKind)], end: i64) -> BTreeSet<i64> {
    let ends = points.iter().skip(1).map(|it| minute(it.0, it.1)).chain([end]);
    let desk = |kind| matches!(kind, SpanKind::Active | SpanKind::Call | SpanKind::Meeting | SpanKind::Paused);
    points.iter().zip(ends).filter(|(point, _)| desk(point.2)).flat_map(|(at, end)| minute(at.0, at.1)..end).collect()
}

/// Seconds of each day that has any of these minutes; one that is there twice is one.
pub(crate) fn per_day(minutes: impl IntoIterator<Item = i64>) -> BTreeMap<NaiveDate, u32> {
    let mut days = BTreeMap::new();
    for minute in minutes.into_iter().collect::<BTreeSet<i64>>() {
        let day = monday() + Days::new(u64::try_from(minute / DAY_AND_NIGHT).unwrap());
        *days.entry(day).or_default() += 60;
    }
    days
}
