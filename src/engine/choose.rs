//! Which exercise (BEHAVIOUR 6). Owns the history that the choice depends on; the same history and settings give
//! the same choice. Never shows anything.

use super::content::{Content, Exercise, Occasion};
use super::fit::unfit;
use super::rules::Fit;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::time::Duration;

/// Swapped this often in a row, an exercise is hidden ...
const SWAPS: u32 = 3;
/// ... for this long (BEHAVIOUR 6).
const HIDDEN_S: i64 = 30 * 24 * 3600;

/// What has been offered, done and turned down, in seconds of wall time since 1970.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct History {
    /// When each area was last worked.
    worked: BTreeMap<String, i64>,
    /// When each exercise was last offered.
    offered: BTreeMap<String, i64>,
    /// How often each was swapped in a row.
    swapped: BTreeMap<String, u32>,
    /// Until when each is hidden; `i64::MAX` until the person shows it again.
    hidden: BTreeMap<String, i64>,
}

impl History {
    pub(super) fn offer(&mut self, id: &str, at: i64) {
        self.offered.insert(id.to_owned(), at);
    }

    pub(super) fn complete(&mut self, exercise: &Exercise, at: i64) {
        self.swapped.remove(&exercise.id);
        for area in &exercise.areas {
            self.worked.insert(area.clone(), at);
        }
    }

    /// It was swapped; true if that hides it.
    pub(super) fn swap(&mut self, id: &str, at: i64) -> bool {
        let times = self.swapped.entry(id.to_owned()).or_default();
        *times += 1;
        let hide = *times >= SWAPS;
        if hide {
            self.swapped.remove(id);
            self.hidden.insert(id.to_owned(), at + HIDDEN_S);
        }
        hide
    }

    pub(super) fn hurt(&mut self, id: &str) {
        self.hidden.insert(id.to_owned(), i64::MAX);
    }

    fn shows(&self, id: &str, at: i64) -> bool {
        self.hidden.get(id).is_none_or(|&until| until <= at)
    }

    /// When the most recently worked of the exercise's areas was last worked.
    fn last_worked(&self, exercise: &Exercise) -> i64 {
        exercise.areas.iter().filter_map(|a| self.worked.get(a)).copied().max().unwrap_or(i64::MIN)
    }

    fn last_offered(&self, id: &str) -> i64 {
        self.offered.get(id).copied().unwrap_or(i64::MIN)
    }
}

/// The exercise to offer now: fitting, its areas worked longest ago, offered longest ago, first by id.
/// An occasion for which nothing fits gives way to the hourly one.
pub(super) fn exercise<'a>(
    content: &'a Content,
    fit: &Fit,
    history: &History,
    occasion: Occasion,
    lasts: Duration,
    at: i64,
) -> Option<&'a Exercise> {
    let best = |occasion: Occasion| {
        content
            .exercises
            .iter()
            .filter(|e| e.when.contains(&occasion) && unfit(e, fit, lasts).next().is_none() && history.shows(&e.id, at))
            .min_by_key(|e| (history.last_worked(e), history.last_offered(&e.id), e.id.as_str()))
    };
    best(occasion).or_else(|| best(Occasion::Hourly)).or_else(|| best(Occasion::Eyes))
}
