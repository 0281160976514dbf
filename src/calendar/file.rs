//! Values of a calendar's file: events, zones and times as they stand there, and the same times as `ical` has them. Owns their
//! shape; never reads a line or says when anything happens.

use super::Facts;
use chrono::{NaiveDate, NaiveDateTime};
use ical::recur::IcalRecurDateTime;

/// Form of a time (RFC 5545, 3.3.5): on which clock it is told.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum TimeForm {
    /// On whatever clock is there.
    Floating,
    /// In UTC.
    Utc,
    /// On the clock of a zone with this name.
    In(String),
}

/// Time as it stands in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct When {
    pub(super) civil: NaiveDateTime,
    /// A whole day.
    pub(super) day: bool,
    pub(super) form: TimeForm,
}

/// An event, or one changed occurrence of one.
#[derive(Clone, Debug, Default)]
pub(super) struct VEvent {
    pub(super) uid: String,
    pub(super) sequence: i64,
    pub(super) start: Option<When>,
    pub(super) end: Option<When>,
    /// Seconds.
    pub(super) length: Option<i64>,
    pub(super) rules: Vec<String>,
    pub(super) not_rules: Vec<String>,
    pub(super) dates: Vec<When>,
    pub(super) not_dates: Vec<When>,
    /// The occurrence that this one stands for, and whether all later ones change with it.
    pub(super) instead: Option<(When, bool)>,
    pub(super) title: Option<String>,
    pub(super) facts: Facts,
}

/// A zone as the file defines it.
#[derive(Clone, Debug, Default)]
pub(super) struct ZoneText {
    pub(super) id: String,
    pub(super) observances: Vec<Observance>,
}

/// All that a file says.
#[derive(Debug, Default)]
pub(super) struct File {
    pub(super) events: Vec<VEvent>,
    pub(super) zones: Vec<ZoneText>,
    /// Events beyond the most that are read.
    pub(super) left_out: usize,
}

/// One rule of a zone of a file: from when on which offset is in force, and before.
#[derive(Clone, Debug, Default)]
pub(super) struct Observance {
    pub(super) start: Option<NaiveDateTime>,
    /// Seconds east of UTC before.
    pub(super) from: Option<i32>,
    /// Seconds east of UTC after.
    pub(super) to: Option<i32>,
    pub(super) rules: Vec<String>,
    pub(super) dates: Vec<NaiveDateTime>,
}

/// The same time as chrono has it; a leap second is the second before.
pub(super) fn civil(at: IcalRecurDateTime) -> Option<NaiveDateTime> {
    let date = NaiveDate::from_ymd_opt(at.year, at.month.into(), at.day.into())?;
    date.and_hms_opt(at.hour.into(), at.minute.into(), at.second.min(59).into())
}

/// The same time as ical has it.
pub(super) fn back(at: NaiveDateTime) -> IcalRecurDateTime {
    IcalRecurDateTime::from_seconds(at.and_utc().timestamp())
}
