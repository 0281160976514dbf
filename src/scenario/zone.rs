//! Where a simulated day takes place: an offset or a named zone. Owns the way from wall time to an instant and back.

use chrono::{DateTime, FixedOffset, MappedLocalTime, NaiveDateTime, Offset, TimeZone, Utc};

/// A fixed offset or a named zone with its own summer time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Zone {
    Fixed(FixedOffset),
    Named(chrono_tz::Tz),
}

impl Zone {
    pub(super) fn offset(self, at: DateTime<Utc>) -> FixedOffset {
        match self {
            Self::Fixed(offset) => offset,
            Self::Named(zone) => zone.offset_from_utc_datetime(&at.naive_utc()).fix(),
        }
    }

    pub(super) fn local(self, at: DateTime<Utc>) -> DateTime<FixedOffset> {
        at.with_timezone(&self.offset(at))
    }

    /// The first instant not before `now` at which the wall clock shows `local`; a time that a zone leaves out is taken
    /// an hour later, as clocks do.
    pub(super) fn instant(self, local: NaiveDateTime, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let both = match self {
            Self::Fixed(offset) => offset.from_local_datetime(&local).map(|t| t.to_utc()),
            Self::Named(zone) => zone.from_local_datetime(&local).map(|t| t.to_utc()),
        };
        match both {
            MappedLocalTime::Single(at) => Some(at),
            MappedLocalTime::Ambiguous(first, second) => Some(if first >= now { first } else { second }),
            MappedLocalTime::None => {
                self.instant(local + chrono::TimeDelta::hours(1), now).map(|t| t - chrono::TimeDelta::hours(1))
            }
        }
        .filter(|at| *at >= now)
    }

    pub(super) fn name(self) -> Option<String> {
        match self {
            Self::Fixed(_) => None,
            Self::Named(zone) => Some(zone.name().to_owned()),
        }
    }
}
