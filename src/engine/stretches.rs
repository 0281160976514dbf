//! Stretches of the elapsed clock as a set: in order, apart from each other, none empty. Owns their arithmetic; never what
//! they mean.

use serde::{Deserialize, Serialize};
use std::time::Duration;

/// A set of stretches.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct Stretches(Vec<(Duration, Duration)>);

impl Stretches {
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Each from when until when.
    pub(super) fn iter(&self) -> impl Iterator<Item = (Duration, Duration)> {
        self.0.iter().copied()
    }

    /// Adds one; what it touches becomes one with it.
    pub(super) fn add(&mut self, from: Duration, to: Duration) {
        if from >= to {
            return;
        }
        let (mut from, mut to) = (from, to);
        self.0.retain(|&(a, b)| {
            let apart = b < from || to < a;
            if !apart {
                (from, to) = (from.min(a), to.max(b));
            }
            apart
        });
        let at = self.0.partition_point(|&(a, _)| a < from);
        self.0.insert(at, (from, to));
    }

    /// Forgets what lies before `from`.
    pub(super) fn forget(&mut self, from: Duration) {
        self.0.retain_mut(|(a, b)| {
            *a = (*a).max(from);
            a < b
        });
    }

    /// Takes what lies in `other` as well out of it, in order.
    pub(super) fn take(&mut self, other: &Self) -> Vec<(Duration, Duration)> {
        let (mut left, mut taken) = (Vec::new(), Vec::new());
        for &(from, to) in &self.0 {
            let mut reached = from;
            for &(a, b) in other.0.iter().filter(|&&(a, b)| a < to && from < b) {
                let (a, b) = (a.max(from), b.min(to));
                left.push((reached, a));
                taken.push((a, b));
                reached = b;
            }
            left.push((reached, to));
        }
        left.retain(|(a, b)| a < b);
        self.0 = left;
        taken
    }

    /// How much of it lies after `from`.
    pub(super) fn after(&self, from: Duration) -> Duration {
        self.0.iter().map(|&(a, b)| b.saturating_sub(a.max(from))).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn s(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    fn set(all: &[(u64, u64)]) -> Stretches {
        let mut set = Stretches::default();
        for &(from, to) in all {
            set.add(s(from), s(to));
        }
        set
    }

    #[test]
    fn what_touches_is_one_in_any_order() {
        let one = set(&[(10, 20), (30, 40), (20, 30), (5, 5)]);
        assert_eq!(one, set(&[(30, 40), (10, 35)]));
        assert_eq!(one.0, [(s(10), s(40))]);
        assert_eq!(one.after(s(35)), s(5));
    }

    #[test]
    fn what_is_taken_is_gone() {
        let (mut gaps, used) = (set(&[(0, 10), (20, 30)]), set(&[(2, 4), (8, 25)]));
        assert_eq!(gaps.take(&used), [(s(2), s(4)), (s(8), s(10)), (s(20), s(25))]);
        assert_eq!(gaps, set(&[(0, 2), (4, 8), (25, 30)]));
        assert_eq!(gaps.take(&used), []);
        gaps.forget(s(6));
        assert_eq!(gaps, set(&[(6, 8), (25, 30)]));
    }
}
