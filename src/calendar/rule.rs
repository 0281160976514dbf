//! Repeating rules within a window. Owns their bounds: a rule is walked from near the window on and no further than its
//! end, and one that asks for more work than any real one does is refused before it begins.

use super::file::{back, civil};
use chrono::{Datelike, Months, NaiveDateTime, TimeDelta};
use ical::recur::expand::IcalRecurExpand;
use ical::recur::{IcalRecurFreq, IcalRecurRule};

/// The longest rule that is read, in bytes; one that names every day of the year by its number has 1.5 KB.
const MOST_BYTES: usize = 4096;
/// The most candidates that one period of a rule may hold, since all of them are built at once.
const MOST_AT_ONCE: u64 = 20_000;
/// The most occurrences of one rule in a window: one a minute for three days.
const MOST_OCCURRENCES: usize = 5000;

/// How much work one calendar may still ask for; about 30 ns each.
#[derive(Debug)]
pub(super) struct Budget(u64);

impl Budget {
    /// What one calendar may: about a second.
    pub(super) fn new() -> Self {
        Self(30_000_000)
    }

    /// Takes that much off, or nothing if there is too little left.
    pub(super) fn spend(&mut self, work: u64) -> bool {
        let left = self.0.checked_sub(work);
        self.0 = left.unwrap_or(self.0);
        left.is_some()
    }
}

/// Where the walk is of interest, on the clock of the series.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stretch {
    pub(super) from: NaiveDateTime,
    pub(super) to: NaiveDateTime,
}

/// Why a rule was not walked.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Refused {
    /// It cannot be read.
    Unreadable,
    /// It asks for too much.
    TooMuch,
}

/// The times that a rule names within a stretch. `until` tells a limit in UTC on the clock of the series; `exists` says
/// whether that clock ever shows a time: one that it never shows is not counted (RFC 5545 3.3.10).
pub(super) fn walk(
    text: &str,
    start: NaiveDateTime,
    stretch: Stretch,
    budget: &mut Budget,
    until: impl Fn(NaiveDateTime) -> NaiveDateTime,
    exists: impl Fn(NaiveDateTime) -> bool,
) -> Result<Vec<NaiveDateTime>, Refused> {
    let mut rule = read(text, until)?;
    let count = rule.count.take();
    let end = back(stretch.to);
    rule.until = Some(rule.until.map_or(end, |until| until.min(end)));
    let start = if count.is_none() { forward(&rule, start, stretch.from) } else { start };
    if start > stretch.to {
        return Ok(Vec::new());
    }
    let (at_once, periods) = work(&rule, start, stretch.to);
    // A counted rule is walked from its beginning, and each of its times is looked for on the clock.
    let scans = (1 + text.len() as u64 / 64) * if count.is_some() { 10 } else { 1 };
    if at_once > MOST_AT_ONCE || !budget.spend(at_once.saturating_mul(periods).saturating_mul(scans)) {
        return Err(Refused::TooMuch);
    }
    let mut all = Vec::new();
    let most = count.map_or(usize::MAX, |count| usize::try_from(count).unwrap_or(usize::MAX));
    for at in IcalRecurExpand::new(rule, back(start)).filter_map(civil).filter(|at| exists(*at)).take(most) {
        if at >= stretch.from {
            all.push(at);
        }
        if all.len() > MOST_OCCURRENCES {
            return Err(Refused::TooMuch);
        }
    }
    Ok(all)
}

/// Reads a rule, with its end on the clock of the series.
fn read(text: &str, until: impl Fn(NaiveDateTime) -> NaiveDateTime) -> Result<IcalRecurRule, Refused> {
    if text.len() > MOST_BYTES {
        return Err(Refused::TooMuch);
    }
    let parsed = IcalRecurRule::parse(text.trim()).or_else(|_| IcalRecurRule::parse(&possible(text.trim())));
    let mut rule = parsed.map_err(|_| Refused::Unreadable)?;
    // None at all would be no rule: programs that mean "for ever" write 0 or -1.
    rule.count = rule.count.filter(|count| *count > 0);
    let upper = text.to_ascii_uppercase();
    let written = upper.split(';').find_map(|part| part.trim().strip_prefix("UNTIL=")).unwrap_or_default().trim();
    if let Some(end) = rule.until.and_then(civil) {
        // A day alone means its first moment, as other readers have it.
        rule.until = Some(back(if written.ends_with('Z') { until(end) } else { end }));
    }
    Ok(rule)
}

/// A rule without what in it cannot be, such as `COUNT=-1` or a 32nd of a month: the rest of it counts.
fn possible(text: &str) -> String {
    let fine = |name: &str, value: &str| IcalRecurRule::parse(&format!("FREQ=DAILY;{name}={value}")).is_ok();
    let part = |part: &str| {
        let (name, values) = part.split_once('=')?;
        if name.trim().eq_ignore_ascii_case("FREQ") || fine(name, values) {
            return Some(part.to_owned());
        }
        let kept: Vec<&str> = values.split(',').filter(|value| !value.is_empty() && fine(name, value)).collect();
        (!kept.is_empty()).then(|| format!("{name}={}", kept.join(",")))
    };
    text.split(';').filter_map(part).collect::<Vec<_>>().join(";")
}

/// Seconds from one period of a rule to the next; none where months and years differ.
fn step(rule: &IcalRecurRule) -> Option<i64> {
    let unit = match rule.freq {
        IcalRecurFreq::Secondly => 1,
        IcalRecurFreq::Minutely => 60,
        IcalRecurFreq::Hourly => 3600,
        IcalRecurFreq::Daily => 86_400,
        IcalRecurFreq::Weekly => 7 * 86_400,
        IcalRecurFreq::Monthly | IcalRecurFreq::Yearly => return None,
    };
    Some(unit * i64::from(rule.interval))
}

/// A start from which an endless rule names the same times from `target` on: some whole periods later, and the last one
/// but one before the target at most.
fn forward(rule: &IcalRecurRule, start: NaiveDateTime, target: NaiveDateTime) -> NaiveDateTime {
    let interval = i64::from(rule.interval);
    let months = match rule.freq {
        IcalRecurFreq::Monthly => interval,
        IcalRecurFreq::Yearly => interval.saturating_mul(12),
        IcalRecurFreq::Secondly
        | IcalRecurFreq::Minutely
        | IcalRecurFreq::Hourly
        | IcalRecurFreq::Daily
        | IcalRecurFreq::Weekly => {
            let step = step(rule).unwrap_or(1);
            let periods = (target - start).num_seconds() / step - 1;
            let later = TimeDelta::try_seconds(periods.max(0).saturating_mul(step));
            return later.and_then(|later| start.checked_add_signed(later)).unwrap_or(start);
        }
    };
    // Not every month has a 29th, and weeks of a year do not go by months: such a rule names other times from a later
    // start.
    if start.day() > 28 || !rule.by_week_no.is_empty() {
        return start;
    }
    let apart = i64::from(target.year() - start.year()) * 12 + i64::from(target.month0()) - i64::from(start.month0());
    let later = (apart / months - 1).max(0) * months;
    u32::try_from(later).ok().and_then(|later| start.checked_add_months(Months::new(later))).unwrap_or(start)
}

/// The candidates of one period at most, and the number of periods to walk.
fn work(rule: &IcalRecurRule, start: NaiveDateTime, to: NaiveDateTime) -> (u64, u64) {
    let many = |list: &[u8]| list.len().max(1) as u64;
    let (hours, minutes, seconds) = (many(&rule.by_hour), many(&rule.by_minute), many(&rule.by_second));
    let at_once = match rule.freq {
        IcalRecurFreq::Secondly => 1,
        IcalRecurFreq::Minutely => seconds,
        IcalRecurFreq::Hourly => minutes * seconds,
        IcalRecurFreq::Daily => hours * minutes * seconds,
        IcalRecurFreq::Weekly => 7 * hours * minutes * seconds,
        IcalRecurFreq::Monthly => 31 * hours * minutes * seconds,
        IcalRecurFreq::Yearly => 380 * hours * minutes * seconds,
    };
    // The shortest, so that the periods are never guessed too few.
    let month = 28 * 86_400 * i64::from(rule.interval);
    let step = step(rule).unwrap_or(if rule.freq == IcalRecurFreq::Yearly { month * 12 } else { month });
    (at_once, u64::try_from((to - start).num_seconds() / step.max(1)).unwrap_or(0) + 1)
}
