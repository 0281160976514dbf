//! Desk time: a clock that runs only while the person is at the machine. Owns the counting and the taking back
//! of time that turned out to be an absence; never decides who is present (`presence` does).

use serde::{Deserialize, Serialize};
use std::time::Duration;

/// How a stretch of time counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Counts {
    /// It does not: away, outside hours, on a break.
    Still,
    /// The person is there.
    Runs,
    /// No input: desk time, unless it turns out to be the beginning of an absence.
    Tentative,
}

/// The desk clock. Countdowns are marks on it: `worked(mark)` is the desk time since.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Desk {
    sure: Duration,
    tentative: Duration,
    /// The point of the elapsed clock since which every instant has counted.
    since: Option<Duration>,
}

impl Desk {
    /// Its reading now.
    pub(super) fn total(&self) -> Duration {
        self.sure + self.tentative
    }

    /// Desk time since `mark`.
    pub(super) fn worked(&self, mark: Duration) -> Duration {
        self.total().saturating_sub(mark)
    }

    /// Lets the time between two points of the elapsed clock pass.
    pub(super) fn pass(&mut self, from: Duration, to: Duration, counts: Counts) {
        let span = to.saturating_sub(from);
        match counts {
            Counts::Still => self.since = None,
            Counts::Runs => {
                self.since.get_or_insert(from);
                self.sure += span;
            }
            Counts::Tentative => {
                self.since.get_or_insert(from);
                self.tentative += span;
            }
        }
    }

    /// Input turned out to have ended at `quiet`: what was counted since is only tentative.
    pub(super) fn doubt(&mut self, quiet: Duration, now: Duration) {
        let span = self.counted_since(quiet, now).min(self.sure);
        self.sure -= span;
        self.tentative += span;
    }

    /// The person was there after all.
    pub(super) fn confirm(&mut self) {
        self.sure += std::mem::take(&mut self.tentative);
    }

    /// It was an absence: tentative time never was desk time.
    pub(super) fn deny(&mut self) {
        self.tentative = Duration::ZERO;
    }

    /// Everything since `from` was no desk time.
    pub(super) fn take_back(&mut self, from: Duration, now: Duration) {
        let span = self.counted_since(from, now);
        // Tentative time is always the latest: what is taken back from now on meets it first.
        let doubtful = span.min(self.tentative);
        self.tentative -= doubtful;
        self.sure = self.sure.saturating_sub(span.saturating_sub(doubtful));
    }

    /// The time between `from` and now was desk time after all.
    pub(super) fn add(&mut self, span: Duration) {
        self.sure += span;
    }

    /// The process was not running: nothing before now can be taken back any more.
    pub(super) fn interrupt(&mut self) {
        self.since = None;
    }

    /// How much of the time since `from` has counted, as far as it did so without a break.
    pub(super) fn counted_since(&self, from: Duration, now: Duration) -> Duration {
        self.since.map_or(Duration::ZERO, |since| now.saturating_sub(from.max(since)))
    }
}
