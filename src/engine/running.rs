//! A break that is being taken. Owns how long it has lasted, how much of it was away from the keys, and when steady
//! input has ended it; never decides what it counts as (`taken` does).

use super::instance::Offer;
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// Steady input is this much of it ...
const STEADY: Duration = Duration::from_secs(10);
/// ... within this long (BEHAVIOUR 3.6).
const WITHIN: Duration = Duration::from_secs(15);
/// While a break runs, input must be known this finely to tell a few seconds of it from steady input.
pub(super) const GRAIN: Duration = Duration::from_secs(2);

/// Guide shown beside a running break.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Shown {
    /// When it began.
    pub(super) since: Duration,
    /// When it has run to its end.
    pub(super) until: Duration,
    /// How many cues of the exercise have been shown.
    #[serde(rename = "shown")]
    pub(super) cues: usize,
    /// The exercise before hurt, and the person has not been told when to stop since.
    #[serde(default)]
    pub(super) hurt: bool,
    /// The line of the exercise that was hidden here last, because it hurt: that can be undone.
    #[serde(default)]
    pub(super) hidden: Option<Offer>,
}

impl Shown {
    /// It begins, with nothing shown yet.
    pub(super) fn new(since: Duration, until: Duration) -> Self {
        Self { since, until, cues: 0, hurt: false, hidden: None }
    }
}

/// A break that is being taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Running {
    /// Its beginning.
    pub(super) since: Duration,
    pub(super) guide: Option<Shown>,
    /// It was begun by a click or a command, not by leaving.
    clicked: bool,
    /// The guide has shown an exercise to its end.
    #[serde(default)]
    pub(super) whole: bool,
    /// Input in bursts that are over and no longer recent.
    typed: Duration,
    /// Bursts that touch the last 15 s.
    recent: Vec<(Duration, Duration)>,
    /// The burst that goes on.
    burst: Option<Duration>,
    /// Steady input has ended it here, and what it was is not known yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) ended: Option<Duration>,
}

impl Running {
    pub(super) fn new(since: Duration, guide: Option<Shown>, typing: bool) -> Self {
        Self {
            since,
            clicked: guide.is_some(),
            whole: false,
            guide,
            typed: Duration::ZERO,
            recent: Vec::new(),
            burst: typing.then_some(since),
            ended: None,
        }
    }

    /// The person wants a guide from now on: what is claimed of it from here is by their word.
    pub(super) fn guide_from(&mut self, guide: Shown) {
        (self.guide, self.clicked) = (Some(guide), true);
    }

    /// It was begun by a click or a command, not by leaving.
    pub(super) fn clicked(&self) -> bool {
        self.clicked
    }

    /// Input began.
    pub(super) fn input(&mut self, at: Duration) {
        self.burst.get_or_insert(at.max(self.since));
    }

    /// The last input was at `at`.
    pub(super) fn quiet(&mut self, at: Duration) {
        if let Some(began) = self.burst.take()
            && began < at
        {
            self.recent.push((began, at));
        }
        // Older bursts can no longer be part of steady input: their sum is enough, and a long break keeps no long
        // list.
        while let Some(&(from, to)) = self.recent.first().filter(|(_, to)| *to + WITHIN < at) {
            self.typed += to.saturating_sub(from);
            self.recent.remove(0);
        }
    }

    /// If input has been steady up to now: where it began.
    pub(super) fn steady(&self, now: Duration) -> Option<Duration> {
        let from = now.saturating_sub(WITHIN);
        let within = self.bursts(now).filter(|(_, to)| *to > from);
        let sum: Duration = within.clone().map(|(began, to)| to.saturating_sub(began.max(from))).sum();
        (sum >= STEADY).then(|| within.map(|(began, _)| began).min()).flatten()
    }

    /// When input will have been steady if it goes on: never too late, sometimes too early.
    pub(super) fn steady_at(&self, now: Duration) -> Option<Duration> {
        self.burst?;
        let from = now.saturating_sub(WITHIN);
        let sum: Duration = self.bursts(now).map(|(began, to)| to.saturating_sub(began.max(from).min(to))).sum();
        Some(now + STEADY.saturating_sub(sum))
    }

    /// Time away from input between the beginning and `end`.
    pub(super) fn away(&self, end: Duration) -> Duration {
        let typed: Duration =
            self.bursts(end).map(|(began, to)| to.min(end).saturating_sub(began)).sum::<Duration>() + self.typed;
        end.saturating_sub(self.since).saturating_sub(typed)
    }

    /// The time of not running was no part of it. The guide goes by the clock that the person was told.
    pub(super) fn skip(&mut self, gap: Duration) {
        self.since += gap;
        self.ended = self.ended.map(|at| at + gap);
        self.recent.iter_mut().for_each(|(from, to)| (*from, *to) = (*from + gap, *to + gap));
        self.burst = self.burst.map(|at| at + gap);
    }

    fn bursts(&self, now: Duration) -> impl Iterator<Item = (Duration, Duration)> + Clone {
        self.recent.iter().copied().chain(self.burst.map(|began| (began, now.max(began))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn s(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    #[test]
    fn a_few_seconds_of_input_do_not_end_it_and_are_not_away() {
        let mut run = Running::new(s(100), None, false);
        run.input(s(130));
        run.quiet(s(134));
        assert_eq!(run.steady(s(140)), None);
        assert_eq!(run.away(s(190)), s(86));
    }

    #[test]
    fn ten_seconds_within_fifteen_end_it_where_they_began() {
        let mut run = Running::new(s(100), None, false);
        run.input(s(200));
        run.quiet(s(204));
        run.input(s(206));
        assert_eq!(run.steady_at(s(206)), Some(s(212)));
        assert_eq!(run.steady(s(211)), None);
        assert_eq!(run.steady(s(212)), Some(s(200)));
        assert_eq!(run.away(s(200)), s(100));
    }
}
