//! The figures of one period: everything that follows from its rows.

use super::counts::{Counts, Share};
use crate::engine::instance::{Delivery, Evidence, ExerciseResult, Hold, Instance, Outcome, SpanKind};
use crate::engine::moment::Stamp;
use crate::ledger::Span;
use crate::ledger::correct::last_known;

/// One period in figures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Instances by outcome.
    pub counts: Counts,
    /// Compliance over the instances whose window touched no call or meeting.
    pub without_calls: Share,
    /// Observed or guided, of the taken.
    pub confirmed: Share,
    /// Exercises completed, of the taken.
    pub followed: Share,
    /// Snoozed at least once, of the shown.
    pub snoozed: Share,
    /// Seconds from the original due time to the start of the taken, on average.
    pub mean_delay_s: Option<u32>,
    /// Seconds to the answer, of all answered: the median.
    pub response_median_s: Option<u32>,
    /// The same: nine in ten were quicker.
    pub response_p90_s: Option<u32>,
}

impl Summary {
    /// The figures of these rows.
    #[must_use]
    pub fn of(rows: &[&Instance], calls: &Calls) -> Self {
        let closed = || rows.iter().copied().filter(|row| row.outcome.is_some());
        let taken = || closed().filter(|row| row.outcome == Some(Outcome::Taken));
        let confirmed = |row: &Instance| matches!(row.evidence, Some(Evidence::Observed | Evidence::Guided));
        let shown = closed().filter(|row| row.delivery == Delivery::Shown);
        let delays: Vec<u32> = taken().filter_map(delay).collect();
        let mut answers: Vec<u32> =
            // A row can be corrected to missed and keep the time to an answer that it does not have any more.
            closed().filter(|row| row.outcome != Some(Outcome::Missed)).filter_map(|row| row.response_s).collect();
        answers.sort_unstable();
        Self {
            counts: Counts::of(closed()),
            without_calls: Counts::of(closed().filter(|row| !calls.touch(row))).compliance(),
            confirmed: Share::count(taken(), confirmed),
            followed: Share::count(taken(), |row| row.result == Some(ExerciseResult::Completed)),
            snoozed: Share::count(shown, |row| row.snoozes > 0),
            mean_delay_s: mean(&delays),
            response_median_s: percentile(&answers, 50),
            response_p90_s: percentile(&answers, 90),
        }
    }
}

/// A start backdated to before the due time is no delay.
fn delay(row: &Instance) -> Option<u32> {
    row.start.map(|start| u32::try_from((start - row.due).num_seconds()).unwrap_or(0))
}

fn mean(values: &[u32]) -> Option<u32> {
    let (sum, count) = (values.iter().copied().map(u64::from).sum::<u64>(), values.len() as u64);
    (sum + count / 2).checked_div(count).and_then(|mean| u32::try_from(mean).ok())
}

/// The value that `percent` of the sorted values do not exceed (nearest rank); the median of an even number of them is
/// the mean of the two in the middle.
#[must_use]
pub fn percentile(sorted: &[u32], percent: usize) -> Option<u32> {
    let rank = (sorted.len() * percent).div_ceil(100).max(1) - 1;
    let value = *sorted.get(rank)?;
    let middle = percent == 50 && sorted.len().is_multiple_of(2);
    Some(if middle { value.midpoint(*sorted.get(rank + 1)?) } else { value })
}

/// When there were calls and meetings.
#[derive(Clone, Debug, Default)]
pub struct Calls(Vec<(Stamp, Stamp)>);

impl Calls {
    /// The calls and meetings of the days' shape, which is in order.
    #[must_use]
    pub fn of(spans: &[Span]) -> Self {
        let call = |span: &&Span| matches!(span.kind, SpanKind::Call | SpanKind::Meeting);
        Self(spans.iter().filter(call).map(|span| (span.from, span.to)).collect())
    }

    /// Whether the row's window, from due to the last time it knows of, touched one: by the holds it lay in, or by the
    /// day's shape.
    #[must_use]
    pub fn touch(&self, row: &Instance) -> bool {
        let held = row.holds.contains_key(&Hold::Call) || row.holds.contains_key(&Hold::Meeting);
        let last = last_known(row);
        let next = self.0.partition_point(|&(_, to)| to <= row.due);
        held || self.0.get(next).is_some_and(|&(from, _)| from <= last)
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{call_at, closed, delivered};
    use super::{Calls, Share, Summary, percentile};
    use crate::engine::instance::{Evidence, ExerciseResult, Hold, Instance, Outcome};
    use chrono::TimeDelta;

    /// LEDGER's worked day.
    fn worked_day() -> Vec<Instance> {
        let taken = |snoozes| Instance { snoozes, ..delivered(closed(Outcome::Taken)) };
        vec![
            Instance { evidence: Some(Evidence::Observed), result: Some(ExerciseResult::Completed), ..taken(0) },
            Instance { evidence: Some(Evidence::Guided), ..taken(2) },
            Instance { evidence: Some(Evidence::Claimed), ..taken(0) },
            closed(Outcome::Natural),
            Instance { snoozes: 1, ..delivered(closed(Outcome::Skipped)) },
            delivered(closed(Outcome::Missed)),
            Instance { holds: [(Hold::Call, 3600)].into(), ..closed(Outcome::Excused) },
            closed(Outcome::Cancelled),
        ]
    }

    fn figures(rows: &[Instance], calls: &Calls) -> Summary {
        Summary::of(&rows.iter().collect::<Vec<_>>(), calls)
    }

    #[test]
    fn the_worked_day() {
        let day = figures(&worked_day(), &Calls::default());
        let of = |share: Share| (share.part, share.of, share.percent().unwrap());
        assert_eq!(day.counts.due(), 7);
        assert_eq!(of(day.counts.compliance()), (4, 6, 67));
        assert_eq!(of(day.counts.response()), (3, 5, 60));
        assert_eq!(of(day.counts.coverage()), (6, 7, 86));
        assert_eq!(of(day.snoozed), (2, 5, 40));
        assert_eq!(of(day.confirmed), (2, 3, 67));
        assert_eq!(of(day.followed), (1, 3, 33));
        assert_eq!(of(day.counts.missed_share()), (1, 5, 20));
    }

    #[test]
    fn an_open_row_is_in_no_figure() {
        let mut rows = worked_day();
        rows.push(Instance { outcome: None, snoozes: 2, response_s: Some(9), ..delivered(closed(Outcome::Taken)) });
        assert_eq!(figures(&rows, &Calls::default()), figures(&worked_day(), &Calls::default()));
    }

    #[test]
    fn a_window_that_touched_a_call_is_left_out_of_the_rate_without_calls() {
        let held = Instance { holds: [(Hold::Meeting, 60)].into(), ..closed(Outcome::Missed) };
        let mut over = closed(Outcome::Skipped);
        over.end = Some(over.due + TimeDelta::minutes(5));
        let rows = [held, over, closed(Outcome::Taken)];
        let with = |from, to| figures(&rows, &Calls::of(&[call_at(from, to)])).without_calls;
        assert_eq!(with(-60, -10), Share { part: 1, of: 2 }, "over before it was due");
        assert_eq!(with(3, 40), Share { part: 1, of: 1 }, "began while it was open");
        assert_eq!(with(6, 40), Share { part: 1, of: 2 }, "began afterwards");
    }

    #[test]
    fn delay_and_answers() {
        let late = |minutes, response| {
            let mut row = delivered(closed(Outcome::Taken));
            row.start = Some(row.due + TimeDelta::minutes(minutes));
            Instance { response_s: Some(response), ..row }
        };
        let missed = Instance { response_s: Some(900), ..delivered(closed(Outcome::Missed)) };
        let day = figures(&[late(2, 10), late(11, 30), late(-1, 20), missed], &Calls::default());
        assert_eq!(day.mean_delay_s, Some(260), "two and eleven minutes, and one that was early is no delay");
        assert_eq!((day.response_median_s, day.response_p90_s), (Some(20), Some(30)));
    }

    #[test]
    fn percentiles() {
        let ten: Vec<u32> = (1..=10).map(|n| n * 10).collect();
        assert_eq!((percentile(&ten, 50), percentile(&ten, 90)), (Some(55), Some(90)));
        assert_eq!((percentile(&[], 50), percentile(&[7], 50), percentile(&[7], 90)), (None, Some(7), Some(7)));
    }
}
