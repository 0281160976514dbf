//! Time at the desk: how long each day, and in which stretches.
//!
//! A stretch runs from the end of one break or absence of 5 min to the start of the next. Calls, meetings and pauses are
//! in it, and so are absences shorter than that. Time in which the app did not run is no rest that anybody saw, but it
//! is no desk time either: 5 min of it end a stretch too.

use super::summary::percentile;
use crate::engine::instance::{Instance, Outcome, SpanKind};
use crate::engine::moment::{Stamp, day_of};
use crate::ledger::Span;
use chrono::{FixedOffset, NaiveDate, NaiveTime, TimeDelta};
use std::collections::BTreeMap;

/// An absence of this length ends a stretch.
const REST: TimeDelta = TimeDelta::minutes(5);

/// One stretch at the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The day in which it began.
    pub day: NaiveDate,
    /// The end of the rest before it.
    pub from: Stamp,
    /// The start of the next.
    pub to: Stamp,
    /// How much of it was calls and meetings, in seconds.
    pub calls_s: u32,
}

impl Stretch {
    /// Its length in seconds.
    #[must_use]
    pub fn seconds(&self) -> u32 {
        u32::try_from((self.to - self.from).num_seconds()).unwrap_or(0)
    }
}

/// The stretches of a period in figures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Desk {
    /// How many there are.
    pub stretches: u32,
    /// The longest one; the first of equals.
    pub longest: Option<Stretch>,
    /// The median of their lengths, in seconds.
    pub median_s: Option<u32>,
    /// Those over 60 min.
    pub over_60min: u32,
    /// Those over 90 min.
    pub over_90min: u32,
}

/// Whether the person is at the desk in a span of this kind.
fn present(kind: SpanKind) -> bool {
    match kind {
        SpanKind::Active | SpanKind::Call | SpanKind::Meeting | SpanKind::Paused => true,
        SpanKind::NotRunning | SpanKind::Asleep | SpanKind::Locked | SpanKind::Idle => false,
    }
}

/// Puts the stretches of a period in figures.
pub fn desk<'a>(stretches: impl IntoIterator<Item = &'a Stretch>) -> Desk {
    let all: Vec<&Stretch> = stretches.into_iter().collect();
    let mut lengths: Vec<u32> = all.iter().map(|stretch| stretch.seconds()).collect();
    lengths.sort_unstable();
    let over = |seconds| u32::try_from(lengths.iter().filter(|&&length| length > seconds).count()).unwrap_or(u32::MAX);
    Desk {
        stretches: over(0),
        longest: all.iter().rev().max_by_key(|stretch| stretch.seconds()).map(|&&stretch| stretch),
        median_s: percentile(&lengths, 50),
        over_60min: over(3600),
        over_90min: over(5400),
    }
}

/// All stretches of these spans, in order. A day begins at `day_starts`.
#[must_use]
pub fn stretches(spans: &[Span], rows: &[Instance], day_starts: NaiveTime) -> Vec<Stretch> {
    // One walk along both, as they are in order: ten years are 300,000 spans and 80,000 rests.
    let rests = rests(spans, rows);
    let mut ahead = rests.iter().peekable();
    let (mut found, mut rested) = (Vec::<Stretch>::new(), false);
    for span in spans.iter().filter(|span| present(span.kind)) {
        let mut from = span.from;
        while from < span.to {
            while ahead.next_if(|rest| rest.1 <= from).is_some() {
                rested = true;
            }
            let rest = ahead.peek().filter(|rest| rest.0 < span.to);
            let part = Span { from, to: rest.map_or(span.to, |rest| rest.0), ..*span };
            from = rest.map_or(span.to, |rest| rest.1);
            if part.from >= part.to {
                continue;
            }
            if rested || found.is_empty() {
                found.push(Stretch { day: day_of(part.from, day_starts), from: part.from, to: part.to, calls_s: 0 });
            }
            rested = false;
            if let Some(stretch) = found.last_mut() {
                stretch.to = part.to;
                let talk = matches!(part.kind, SpanKind::Call | SpanKind::Meeting);
                stretch.calls_s = stretch.calls_s.saturating_add(if talk { part.seconds() } else { 0 });
            }
        }
    }
    found
}

/// What ends a stretch, in order and without overlap: absences that are long enough, and breaks that were had.
fn rests(spans: &[Span], rows: &[Instance]) -> Vec<(Stamp, Stamp)> {
    let absences = merged(spans.iter().filter(|span| !present(span.kind)).map(|span| (span.from, span.to)));
    // Only after they are merged: two minutes idle, two locked and one asleep are one absence.
    let absences = absences.into_iter().filter(|(from, to)| *to - *from >= REST);
    let had = |row: &&Instance| matches!(row.outcome, Some(Outcome::Taken | Outcome::Natural));
    let breaks = rows.iter().filter(had).filter_map(|row| row.start.zip(row.end)).filter(|(from, to)| from < to);
    let mut all: Vec<_> = absences.chain(breaks).collect();
    all.sort_unstable();
    merged(all)
}

fn merged(sorted: impl IntoIterator<Item = (Stamp, Stamp)>) -> Vec<(Stamp, Stamp)> {
    let mut whole: Vec<(Stamp, Stamp)> = Vec::new();
    for (from, to) in sorted {
        match whole.last_mut() {
            Some(last) if from <= last.1 => last.1 = last.1.max(to),
            _ => whole.push((from, to)),
        }
    }
    whole
}

/// Seconds at the desk of each day that has any, breaks at the desk included.
#[must_use]
pub fn tracked(spans: &[Span], day_starts: NaiveTime) -> BTreeMap<NaiveDate, u32> {
    let mut days = BTreeMap::new();
    // The day of the one before and its end: dozens of spans lie in one day, and dates are slow to work out.
    let mut known: Option<(NaiveDate, Stamp)> = None;
    for span in spans.iter().filter(|span| present(span.kind)) {
        let mut from = span.from;
        while from < span.to {
            known = known.filter(|(_, ends)| from < *ends && ends.offset() == from.offset());
            let day = known.map_or_else(|| day_of(from, day_starts), |known| known.0);
            known = known.or_else(|| Some((day, day_end(day, day_starts, *from.offset())?)));
            let to = known.map(|known| known.1).filter(|&ends| from < ends).map_or(span.to, |ends| ends.min(span.to));
            *days.entry(day).or_default() += Span { from, to, ..*span }.seconds();
            from = to;
        }
    }
    days
}

/// When a day ends, by the wall clock of this offset.
fn day_end(day: NaiveDate, day_starts: NaiveTime, offset: FixedOffset) -> Option<Stamp> {
    day.succ_opt()?.and_time(day_starts).and_local_timezone(offset).single()
}

#[cfg(test)]
mod tests {
    use super::super::sample::{DAY_STARTS, closed, shape, time};
    use super::{Desk, desk, stretches, tracked};
    use crate::engine::instance::{Outcome, SpanKind::*};

    fn minutes(spans: &[crate::ledger::Span], rows: &[crate::engine::instance::Instance]) -> Vec<u32> {
        stretches(spans, rows, DAY_STARTS).iter().map(|stretch| stretch.seconds() / 60).collect()
    }

    #[test]
    fn calls_pauses_and_short_absences_are_in_a_stretch() {
        let spans = shape("09:00", &[(Active, 20), (Call, 30), (Locked, 4), (Paused, 10), (Idle, 6), (Active, 15)]);
        assert_eq!(minutes(&spans, &[]), [64, 15]);
        let calls: Vec<u32> = stretches(&spans, &[], DAY_STARTS).iter().map(|stretch| stretch.calls_s / 60).collect();
        assert_eq!(calls, [30, 0]);
    }

    #[test]
    fn absences_of_several_kinds_are_one() {
        let spans = shape("09:00", &[(Active, 20), (Idle, 2), (Locked, 2), (Asleep, 1), (Active, 15)]);
        assert_eq!(minutes(&spans, &[]), [20, 15]);
    }

    #[test]
    fn a_break_that_was_had_ends_a_stretch_and_a_skipped_one_does_not() {
        let spans = shape("09:00", &[(Active, 120)]);
        let mut row = closed(Outcome::Taken);
        (row.start, row.end) = (Some(time("10:00")), Some(time("10:02")));
        assert_eq!(minutes(&spans, &[row.clone()]), [60, 58]);
        row.outcome = Some(Outcome::Skipped);
        assert_eq!(minutes(&spans, &[row]), [120]);
    }

    #[test]
    fn the_longest_sitting_knows_its_calls_and_meetings() {
        let back_to_back =
            shape("09:00", &[(Active, 10), (Call, 50), (Active, 2), (Meeting, 45), (Idle, 9), (Call, 20)]);
        let all = stretches(&back_to_back, &[], DAY_STARTS);
        let longest = desk(&all).longest.map(|it| (it.seconds() / 60, it.calls_s / 60));
        assert_eq!(longest, Some((107, 95)), "calls are no rest, and a break that was had in one cuts it");
        let mut row = closed(Outcome::Taken);
        (row.start, row.end) = (Some(time("09:20")), Some(time("09:25")));
        let cut = stretches(&back_to_back, &[row], DAY_STARTS);
        assert_eq!(cut.iter().map(|it| it.calls_s / 60).collect::<Vec<_>>(), [10, 80, 20]);
    }

    #[test]
    fn a_stretch_belongs_to_the_day_in_which_it_began() {
        let spans = shape("03:30", &[(Active, 90), (Idle, 10), (Active, 20)]);
        let found = stretches(&spans, &[], DAY_STARTS);
        let days: Vec<_> = found.iter().map(|stretch| stretch.day.to_string()).collect();
        assert_eq!(days, ["2026-01-04", "2026-01-05"]);
        let tracked: Vec<_> = tracked(&spans, DAY_STARTS).into_values().collect();
        assert_eq!(tracked, [30 * 60, 80 * 60], "time is counted in the day in which it was spent");
    }

    #[test]
    fn figures_over_stretches() {
        let shape =
            shape("09:00", &[(Active, 60), (Idle, 9), (Active, 61), (Idle, 9), (Active, 91), (Idle, 9), (Call, 91)]);
        let all = stretches(&shape, &[], DAY_STARTS);
        let figures = desk(&all);
        assert_eq!((figures.stretches, figures.over_60min, figures.over_90min), (4, 3, 2));
        assert_eq!((figures.median_s, figures.longest), (Some(76 * 60), Some(all[2])));
        assert_eq!(desk(&[]), Desk::default());
    }
}
