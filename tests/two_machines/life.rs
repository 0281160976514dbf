//! What one machine records, as it is drawn: breaks, and the shape of some days.

use super::STARTS;
use chrono::{Days, NaiveDate, TimeDelta};
use proptest::prelude::*;
use unhunch::engine::instance::{Instance, Outcome, SpanKind};
use unhunch::engine::moment::Stamp;

pub(crate) const NAMES: [&str; 2] = ["movement", "eyes"];
/// A day in minutes from its start at 04:00 on.
pub(crate) const DAY: i64 = 20 * 60;

pub(crate) fn monday() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 5).unwrap()
}

/// This minute of this day, after it began.
pub(crate) fn at(day: u64, minute: i64) -> Stamp {
    (monday() + Days::new(day)).and_time(STARTS).and_utc().fixed_offset() + TimeDelta::minutes(minute)
}

/// Break as it is drawn: day, name, minute, length, how it ended.
#[derive(Clone, Debug)]
pub(crate) struct Drawn {
    pub(crate) day: u64,
    pub(crate) name: usize,
    pub(crate) due: i64,
    pub(crate) lasts: i64,
    pub(crate) outcome: Outcome,
}

/// What one machine records: breaks, and from when on the day was what.
#[derive(Clone, Debug)]
pub(crate) struct Life {
    pub(crate) breaks: Vec<Drawn>,
    pub(crate) points: Vec<(u64, i64, SpanKind)>,
}

pub(crate) fn outcome() -> impl Strategy<Value = Outcome> {
    prop_oneof![
        3 => Just(Outcome::Taken),
        4 => Just(Outcome::Natural),
        1 => Just(Outcome::Skipped),
        1 => Just(Outcome::Missed),
        1 => Just(Outcome::Excused),
        1 => Just(Outcome::Cancelled),
    ]
}

pub(crate) fn kind() -> impl Strategy<Value = SpanKind> {
    prop_oneof![
        3 => Just(SpanKind::Active),
        1 => Just(SpanKind::Call),
        1 => Just(SpanKind::Paused),
        2 => Just(SpanKind::Idle),
        1 => Just(SpanKind::Locked),
        1 => Just(SpanKind::NotRunning),
    ]
}

pub(crate) fn life() -> impl Strategy<Value = Life> {
    let one = (0..4_u64, 0..NAMES.len(), 60..DAY - 120, 1..90_i64, outcome());
    let one = one.prop_map(|(day, name, due, lasts, outcome)| Drawn { day, name, due, lasts, outcome });
    let point = (0..4_u64, 0..DAY, kind());
    (prop::collection::vec(one, 0..14), prop::collection::vec(point, 0..24)).prop_map(|(mut breaks, mut points)| {
        breaks.sort_by_key(|it| (it.day, it.due));
        // Nobody is at a desk through the night and the day after.
        points.extend((0..4).map(|day| (day, DAY, SpanKind::NotRunning)));
        points.sort_by_key(|it| (it.0, it.1));
        points.dedup_by_key(|it| (it.0, it.1));
        Life { breaks, points }
    })
}

pub(crate) fn row(id: u64, it: &Drawn) -> Instance {
    let due = at(it.day, it.due);
    let fell = Instance::fell_due(id, NAMES[it.name], due, monday() + Days::new(it.day), None);
    Instance { start: Some(due), end: Some(at(it.day, it.due + it.lasts)), outcome: Some(it.outcome), ..fell }
}
