//! Tension beside breaks: two columns of daily figures, and whether they go together. Never a cause.

use crate::engine::event::Action;
use crate::ledger::CheckIn;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// A link is looked for from this many days on that have both figures (LEDGER: 20).
pub const PAIRED_DAYS: usize = 20;
/// A weaker correlation than this is no clear link (LEDGER: 0.4).
pub const LINK: f64 = 0.4;

/// Whether tension and breaks go together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Link {
    /// Too few days have both figures.
    TooFew(usize),
    /// No clear link.
    Unclear(f64),
    /// A link, by Spearman's rank correlation; below 0 days with more breaks were looser.
    Clear(f64),
}

/// The mean of each day's check-ins: 0 is loose, 1 tight, 2 sore.
#[must_use]
pub fn tension_by_day(check_ins: &[CheckIn]) -> BTreeMap<NaiveDate, f64> {
    let mut sums: BTreeMap<NaiveDate, (f64, f64)> = BTreeMap::new();
    for check_in in check_ins {
        let Some(value) = value(check_in.answer) else { continue };
        let sum = sums.entry(check_in.day).or_default();
        *sum = (sum.0 + value, sum.1 + 1.0);
    }
    sums.into_iter().map(|(day, (sum, count))| (day, sum / count)).collect()
}

fn value(answer: Action) -> Option<f64> {
    match answer {
        Action::Loose => Some(0.0),
        Action::Tight => Some(1.0),
        Action::Sore => Some(2.0),
        Action::Start
        | Action::Snooze
        | Action::Skip
        | Action::Done
        | Action::Shifted
        | Action::Fine
        | Action::Now
        | Action::Later
        | Action::More
        | Action::Swap
        | Action::Hurt
        | Action::Undo => None,
    }
}

/// Looks for a link in pairs of tension and compliance, one a day.
#[must_use]
pub fn link(pairs: &[(f64, f64)]) -> Link {
    if pairs.len() < PAIRED_DAYS {
        return Link::TooFew(pairs.len());
    }
    match spearman(pairs) {
        Some(rho) if rho.abs() >= LINK => Link::Clear(rho),
        rho => Link::Unclear(rho.unwrap_or(0.0)),
    }
}

/// Spearman's rank correlation, equal values sharing the mean of their ranks; none where one side never changes.
#[must_use]
pub fn spearman(pairs: &[(f64, f64)]) -> Option<f64> {
    let (a, b): (Vec<f64>, Vec<f64>) = pairs.iter().copied().unzip();
    // By ranks, because the answers are an order and no measure: sore is worse than tight, and nobody knows by how
    // much.
    let (a, b) = (centred(&ranks(&a)), centred(&ranks(&b)));
    let dot = |x: &[f64], y: &[f64]| x.iter().zip(y).map(|(x, y)| x * y).sum::<f64>();
    let spread = (dot(&a, &a) * dot(&b, &b)).sqrt();
    (spread > 0.0).then(|| dot(&a, &b) / spread)
}

/// Twice each value's rank: below it, and as many as equal it.
fn ranks(values: &[f64]) -> Vec<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    let count = |many: usize| f64::from(u32::try_from(many).unwrap_or(u32::MAX));
    let rank = |value: &f64| {
        count(sorted.partition_point(|other| other < value)) + count(sorted.partition_point(|other| other <= value))
    };
    values.iter().map(rank).collect()
}

fn centred(values: &[f64]) -> Vec<f64> {
    let count: f64 = values.iter().map(|_| 1.0).sum();
    let mean = values.iter().sum::<f64>() / count.max(1.0);
    values.iter().map(|value| value - mean).collect()
}

#[cfg(test)]
mod tests {
    use super::{Action, CheckIn, Link, link, spearman, tension_by_day};
    use crate::ledger::figures::sample::time;

    fn line(days: u32, slope: f64) -> Vec<(f64, f64)> {
        (0..days).map(|n| (f64::from(n), slope * f64::from(n * n))).collect()
    }

    #[test]
    fn a_link_needs_twenty_days_and_two_fifths() {
        assert_eq!(link(&line(19, 1.0)), Link::TooFew(19));
        let Link::Clear(rho) = link(&line(20, -1.0)) else { panic!("a clear link") };
        assert!((rho + 1.0).abs() < 1e-9);
        let noise: Vec<_> = (0..20).map(|n| (f64::from(n), f64::from(n * 7 % 5))).collect();
        assert!(matches!(link(&noise), Link::Unclear(rho) if rho.abs() < 0.4));
        assert_eq!(link(&line(20, 0.0)), Link::Unclear(0.0), "what never changes goes with nothing");
    }

    #[test]
    fn equal_values_share_their_rank() {
        let pairs = [(1.0, 1.0), (2.0, 3.0), (2.0, 2.0), (3.0, 4.0)];
        assert!((spearman(&pairs).unwrap() - 0.948_683).abs() < 1e-6);
    }

    #[test]
    fn a_day_is_the_mean_of_its_check_ins() {
        let says = |answer| CheckIn { at: time("10:00"), day: time("10:00").date_naive(), answer };
        let days = tension_by_day(&[says(Action::Loose), says(Action::Tight), says(Action::Fine)]);
        assert_eq!(days.into_values().collect::<Vec<_>>(), [0.5]);
    }
}
