//! Shape of a series: on which clock its occurrences are, how long each lasts, and which are changed or taken out. Owns what an
//! occurrence is known by.

use super::Facts;
use super::clock::Clock;
use super::file::VEvent;
use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, Utc};
use std::collections::BTreeSet;
use std::sync::Arc;

/// How long an event lasts.
#[derive(Clone, Copy)]
pub(super) enum Length {
    /// So many seconds.
    Exact(i64),
    /// So many days on its clock, however long they are.
    Days(i64),
}

/// The occurrences of an event before the changed ones take their places.
pub(super) struct Shape<'a> {
    pub(super) clock: Clock,
    pub(super) day: bool,
    pub(super) length: Length,
    pub(super) event: &'a VEvent,
    pub(super) facts: Arc<Facts>,
}

/// A whole day at least.
pub(super) fn last(end: NaiveDate, start: NaiveDateTime) -> NaiveDate {
    end.max(start.date().succ_opt().unwrap_or(end))
}

/// The instant at which an occurrence begins.
pub(super) fn first(shape: &Shape<'_>, civil: NaiveDateTime) -> DateTime<Utc> {
    shape.clock.instant(civil)
}

/// What an occurrence is known by: the instant it stands for, or its day.
pub(super) fn key(shape: &Shape<'_>, civil: NaiveDateTime) -> i64 {
    if shape.day { civil.and_utc().timestamp() } else { first(shape, civil).timestamp() }
}

/// A changed occurrence.
pub(super) struct Change<'e> {
    pub(super) event: &'e VEvent,
    /// What it stood for, on the series' clock.
    pub(super) civil: NaiveDateTime,
    /// How much later all later ones are, if they change with it.
    pub(super) shift: Option<TimeDelta>,
}

/// What is taken out of a series.
#[derive(Default)]
pub(super) struct Removed {
    pub(super) instants: BTreeSet<i64>,
    pub(super) days: BTreeSet<NaiveDate>,
}
