//! Which exercise (BEHAVIOUR 6). Owns the history that the choice depends on; the same history and settings give
//! the same choice. Never shows anything.

use super::content::{Content, Exercise, Occasion};
use super::fit::unfit;
use super::moment::Stamp;
use super::rules::Fit;
use super::status::Hidden;
use chrono::{DateTime, NaiveDate};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;
use std::time::Duration;

/// Swapped this often in a row, an exercise is hidden ...
pub(super) const SWAPS: u32 = 3;
/// ... for this long (BEHAVIOUR 6).
pub(super) const HIDDEN_DAYS: u32 = 30;
const HIDDEN_S: i64 = HIDDEN_DAYS as i64 * 24 * 3600;

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

    /// The person hides it, or shows it again; whether that changed anything.
    pub(super) fn set_hidden(&mut self, id: &str, hide: bool, at: i64) -> bool {
        let shown = self.shows(id, at);
        self.swapped.remove(id);
        if hide {
            self.hidden.insert(id.to_owned(), i64::MAX) != Some(i64::MAX)
        } else {
            self.hidden.remove(id);
            !shown
        }
    }

    /// What is hidden at this time, and until when.
    pub(super) fn hidden(&self, now: Stamp) -> Vec<Hidden> {
        let on = self.hidden.iter().filter(|&(_, &until)| until > now.timestamp());
        on.map(|(id, &until)| {
            let until = DateTime::from_timestamp(until, 0).filter(|_| until != i64::MAX);
            Hidden { id: id.clone(), until: until.map(|at| at.with_timezone(now.offset()).to_rfc3339()) }
        })
        .collect()
    }

    /// Nothing of these days is known any more, told by the clock of now.
    pub(super) fn forget(&mut self, days: &RangeInclusive<NaiveDate>, now: Stamp) {
        let gone = |at: i64| {
            let at = DateTime::from_timestamp(at, 0);
            at.is_some_and(|at| days.contains(&at.with_timezone(now.offset()).date_naive()))
        };
        self.worked.retain(|_, at| !gone(*at));
        self.offered.retain(|_, at| !gone(*at));
    }

    fn shows(&self, id: &str, at: i64) -> bool {
        self.hidden.get(id).is_none_or(|&until| until <= at)
    }

    /// When the most recently worked of the exercise's areas was last worked.
    fn last_worked(&self, exercise: &Exercise) -> i64 {
        // What was never worked has waited the longest.
        exercise.areas.iter().filter_map(|a| self.worked.get(a)).copied().max().unwrap_or(i64::MIN)
    }

    fn last_offered(&self, id: &str) -> i64 {
        self.offered.get(id).copied().unwrap_or(i64::MIN)
    }
}

/// What the choice is among.
pub(super) struct Among<'a> {
    pub(super) fit: &'a Fit,
    /// Ids that were swapped in this break.
    pub(super) swapped: &'a [String],
    /// Ids that were done in this break: what follows is of other areas.
    pub(super) done: &'a [String],
    pub(super) occasion: Occasion,
    /// How long the break lasts, or what is left of it.
    pub(super) lasts: Duration,
}

/// What most people come for: the first suggestion of somebody who has no history is for one of these areas.
const FIRST: [&str; 5] = ["levator scapulae", "rhomboids", "shoulders", "thoracic spine", "upper trapezius"];

/// A place in a fixed shuffle, so that the order of the ids means nothing (FNV-1a).
fn shuffled(id: &str) -> u64 {
    id.bytes().fold(0xcbf2_9ce4_8422_2325, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// All areas of these exercises.
pub(super) fn areas<'a>(content: &'a Content, ids: &[String]) -> BTreeSet<&'a str> {
    content.exercises.iter().filter(|e| ids.contains(&e.id)).flat_map(|e| &e.areas).map(String::as_str).collect()
}

/// Whether an exercise works none of these areas.
pub(super) fn is_of_others(exercise: &Exercise, worked: &BTreeSet<&str>) -> bool {
    exercise.areas.iter().all(|area| !worked.contains(area.as_str()))
}

/// The exercise to offer now: fitting, its areas worked longest ago, offered longest ago, then by a fixed shuffle.
/// An occasion for which nothing fits gives way to the hourly one.
pub(super) fn exercise<'a>(
    content: &'a Content,
    among: &Among<'_>,
    history: &History,
    at: i64,
) -> Option<&'a Exercise> {
    let worked = areas(content, among.done);
    let allowed = |e: &Exercise| {
        let fits = unfit(e, among.fit, among.lasts).next().is_none();
        let other = !among.done.contains(&e.id) && is_of_others(e, &worked);
        fits && other && history.shows(&e.id, at) && !among.swapped.contains(&e.id)
    };
    let new = history.worked.is_empty() && history.offered.is_empty();
    let later = |e: &Exercise| new && !e.areas.first().is_some_and(|area| FIRST.contains(&area.as_str()));
    let best = |occasion: Occasion| {
        content
            .exercises
            .iter()
            .filter(|e| e.when.contains(&occasion) && allowed(e))
            .min_by_key(|e| (history.last_worked(e), history.last_offered(&e.id), later(e), shuffled(&e.id)))
    };
    best(among.occasion).or_else(|| best(Occasion::Hourly)).or_else(|| best(Occasion::Eyes))
}
