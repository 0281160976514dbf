//! Time as a value. Owns the form in which every input says when it happened; never reads a clock.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// A wall-clock time with the offset that was in force then.
pub type Stamp = DateTime<FixedOffset>;

/// When something happened, on three clocks at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moment {
    /// A clock that counts sleep, never jumps and never runs backwards. Its zero is of no meaning.
    pub elapsed: Duration,
    /// How much of `elapsed` the machine has been asleep or off, as its clocks tell. Grows only over sleep.
    pub asleep: Duration,
    /// Wall time with its UTC offset; may step either way at any moment.
    pub local: Stamp,
}

impl Moment {
    /// The wall time at an earlier or later point of `elapsed`, told by the wall clock as it stands now.
    #[must_use]
    pub fn stamp(&self, elapsed: Duration) -> Stamp {
        let span = |d: Duration| TimeDelta::from_std(d).unwrap_or(TimeDelta::MAX);
        let wanted = if elapsed >= self.elapsed {
            self.local.checked_add_signed(span(elapsed.saturating_sub(self.elapsed)))
        } else {
            self.local.checked_sub_signed(span(self.elapsed.saturating_sub(elapsed)))
        };
        wanted.unwrap_or(self.local)
    }

    /// The point of `elapsed` at which the wall clock will show `local`, if nothing steps it.
    #[must_use]
    pub fn at(&self, local: Stamp) -> Duration {
        match (local - self.local).to_std() {
            Ok(ahead) => self.elapsed.saturating_add(ahead),
            Err(_) => self.elapsed.saturating_sub((self.local - local).to_std().unwrap_or_default()),
        }
    }

    /// The day this moment belongs to, where a day runs from `starts` to `starts` (BEHAVIOUR 2).
    #[must_use]
    pub fn day(&self, starts: NaiveTime) -> NaiveDate {
        day_of(self.local, starts)
    }
}

/// The day key of a wall time: its local date, minus one before `starts`.
#[must_use]
pub fn day_of(local: Stamp, starts: NaiveTime) -> NaiveDate {
    let naive = local.naive_local();
    let date = naive.date();
    if naive.time() < starts { date.pred_opt().unwrap_or(date) } else { date }
}

/// The first instant after `from` and not after `until` at which a zone's offset changes; whole seconds.
/// The wall clock jumps there without anybody stepping it, so whoever waits for a wall time must wake then too.
#[must_use]
pub fn next_offset_change(
    from: DateTime<Utc>,
    until: DateTime<Utc>,
    offset: impl Fn(DateTime<Utc>) -> FixedOffset,
) -> Option<DateTime<Utc>> {
    let (mut before, was) = (from, offset(from));
    // Zones keep an offset for weeks; a shorter change than a day's is none that clocks make.
    let mut after = loop {
        let next = (before + TimeDelta::days(1)).min(until);
        if offset(next) != was {
            break next;
        }
        if next >= until {
            return None;
        }
        before = next;
    };
    while after - before > TimeDelta::seconds(1) {
        let middle = before + (after - before) / 2;
        if offset(middle) == was { before = middle } else { after = middle }
    }
    // Rounded down to a whole second it may lie before the change again.
    Some(DateTime::from_timestamp(after.timestamp(), 0).filter(|at| offset(*at) != was).unwrap_or(after))
}
