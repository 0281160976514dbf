//! Several machines of one person as one: their spans in one shape of the day, and their breaks without a rest that was
//! counted twice.
//!
//! At any time the shape is what the most awake of them says: a call, a meeting, at the desk, paused, and then idle, locked,
//! asleep. Two machines at once are one person at one desk. No clock is corrected: two that differ by ten minutes
//! tell of a desk for ten minutes longer, and never twice.

use crate::engine::instance::{Hold, Instance, Outcome, SpanKind};
use crate::engine::moment::Stamp;
use crate::ledger::Span;
use chrono::TimeDelta;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};
use std::iter::Peekable;
use std::vec::IntoIter;

/// How awake a machine is that says so: what is said of a time when machines differ is what the most awake one says.
fn wakefulness(kind: SpanKind) -> u8 {
    match kind {
        SpanKind::NotRunning => 0,
        SpanKind::Asleep => 1,
        SpanKind::Locked => 2,
        SpanKind::Idle => 3,
        SpanKind::Paused => 4,
        SpanKind::Active => 5,
        SpanKind::Meeting => 6,
        SpanKind::Call => 7,
    }
}

/// What stands first of two ends of spans. Equal instants may stand on clocks of two zones: which of them is told must not hang
/// on who came first.
fn place(at: Stamp) -> (Stamp, i32) {
    (at, at.offset().local_minus_utc())
}

/// The ends of spans in order, and whether it begins there. What ends on an instant stands before what begins on it.
struct Ends {
    begin: Peekable<IntoIter<Span>>,
    /// Those that have begun, the first to end first.
    on: BinaryHeap<Reverse<((Stamp, i32), SpanKind)>>,
}

impl Ends {
    fn of(mut spans: Vec<Span>) -> Self {
        spans.retain(|span| span.from < span.to);
        // Those of each machine are in order, which this sort makes use of.
        spans.sort_by_key(|span| place(span.from));
        Self { begin: spans.into_iter().peekable(), on: BinaryHeap::new() }
    }
}

impl Iterator for Ends {
    type Item = (Stamp, bool, SpanKind);

    fn next(&mut self) -> Option<Self::Item> {
        let ends = self.on.peek().map(|Reverse((at, _))| *at);
        if let Some(span) = self.begin.next_if(|span| ends.is_none_or(|ends| place(span.from) < ends)) {
            self.on.push(Reverse((place(span.to), span.kind)));
            return Some((span.from, true, span.kind));
        }
        self.on.pop().map(|Reverse(((at, _), kind))| (at, false, kind))
    }
}

/// The spans of all machines, in whatever order, as one shape: in order, without gaps or overlap, none beside one of its own
/// kind. What no machine tells of did not run.
#[must_use]
pub fn union(spans: Vec<Span>) -> Vec<Span> {
    let (mut on, mut shape) = (Vec::<(SpanKind, i32)>::new(), Vec::<Span>::new());
    let mut ends = Ends::of(spans).peekable();
    while let Some((at, begins, kind)) = ends.next() {
        let step = if begins { 1 } else { -1 };
        match on.iter_mut().find(|(of, _)| *of == kind) {
            Some((_, machines)) => *machines += step,
            None => on.push((kind, step)),
        }
        let Some(&(next, ..)) = ends.peek() else { break };
        if next == at {
            continue;
        }
        let told = on.iter().filter(|(_, machines)| *machines > 0).map(|(kind, _)| *kind);
        let kind = told.max_by_key(|kind| wakefulness(*kind)).unwrap_or(SpanKind::NotRunning);
        match shape.last_mut() {
            Some(last) if last.kind == kind => last.to = next,
            _ => shape.push(Span { kind, from: at, to: next }),
        }
    }
    shape
}

/// Which of these breaks, each of a machine, count: all but a natural one whose rest another machine has too, as a taken break
/// of the same name or as a natural one that came before. One that says itself that its rest was at another machine is left
/// out where any break of another machine was a rest at about that time, under whatever name. One rest is one rest; one that two machines asked for, and that
/// was taken on both, was asked for twice and counts twice.
#[must_use]
pub fn one_rest<M: Ord + Copy>(rows: &[(M, &Instance)]) -> Vec<bool> {
    let mut counts = vec![true; rows.len()];
    let mut had: BTreeMap<&str, Vec<(Rest, M, usize)>> = BTreeMap::new();
    let own = |row: &Instance| matches!(row.outcome, Some(Outcome::Taken | Outcome::Natural)) && !was_elsewhere(row);
    let mut rests: Vec<(Rest, M)> =
        rows.iter().filter(|(_, row)| own(row)).map(|(machine, row)| (rest(row), *machine)).collect();
    rests.sort();
    let mut all_rests = Rests::default();
    for (rest, machine) in rests {
        all_rests.push(rest, machine);
    }
    for (at, (machine, row)) in rows.iter().enumerate() {
        if was_elsewhere(row) && all_rests.touch(about(row), *machine) {
            counts[at] = false;
            continue;
        }
        if matches!(row.outcome, Some(Outcome::Taken | Outcome::Natural)) {
            had.entry(row.reminder.as_str()).or_default().push((rest(row), *machine, at));
        }
    }
    for mut all in had.into_values() {
        all.sort_by_key(|&(rest, machine, at)| (rest, machine, rows[at].1.due, rows[at].1.id));
        let natural = |at: usize| rows[at].1.outcome == Some(Outcome::Natural);
        let (mut taken, mut before) = (Rests::default(), Rests::default());
        all.iter().filter(|(.., at)| !natural(*at)).for_each(|&(rest, machine, _)| taken.push(rest, machine));
        for (rest, machine, at) in all.into_iter().filter(|(.., at)| natural(*at)) {
            if taken.touch(rest, machine) || before.touch(rest, machine) {
                counts[at] = false;
            } else {
                before.push(rest, machine);
            }
        }
    }
    counts
}

/// Whether a row closed because of a rest at another machine.
fn was_elsewhere(row: &Instance) -> bool {
    row.outcome == Some(Outcome::Natural) && row.holds.contains_key(&Hold::Elsewhere)
}

/// When the rest of such a row may have been: clocks are up to 10 min apart, and word of it came up to an hour late.
fn about(row: &Instance) -> Rest {
    let end = row.end.unwrap_or(row.due);
    let lasted = TimeDelta::seconds(row.holds.get(&Hold::Elsewhere).copied().unwrap_or(0).into());
    (end - lasted - TimeDelta::minutes(70), end + TimeDelta::minutes(10))
}

/// When a rest was.
type Rest = (Stamp, Stamp);

/// A break that another one closed has no beginning of its own.
fn rest(row: &Instance) -> Rest {
    let from = row.start.or(row.end).unwrap_or(row.due);
    (from, row.end.map_or(from, |end| end.max(from)))
}

/// Rests with their machines, in the order in which they began, and up to when any so far lasted.
struct Rests<M>(Vec<(Rest, M, Stamp)>);

impl<M> Default for Rests<M> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<M: Ord + Copy> Rests<M> {
    fn push(&mut self, rest: Rest, machine: M) {
        let last = self.0.last().map_or(rest.1, |(.., last)| rest.1.max(*last));
        self.0.push((rest, machine, last));
    }

    /// Whether one of another machine lies at a time that touches this one.
    fn touch(&self, rest: Rest, machine: M) -> bool {
        let begun = self.0.partition_point(|((from, _), ..)| *from <= rest.1);
        let mut near = self.0[..begun].iter().rev().take_while(|(.., last)| *last >= rest.0);
        near.any(|((_, to), of, _)| *of != machine && *to >= rest.0)
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{closed, shape, time};
    use super::{one_rest, union};
    use crate::engine::instance::{Hold, Instance, Outcome, SpanKind};
    use crate::ledger::Span;
    use chrono::{FixedOffset, TimeDelta};
    use std::collections::BTreeMap;

    #[test]
    fn two_machines_at_once_are_one_desk() {
        let one = shape("09:00", &[(SpanKind::Active, 60), (SpanKind::Idle, 30)]);
        let other = shape("09:30", &[(SpanKind::Active, 20), (SpanKind::Call, 20), (SpanKind::Locked, 60)]);
        let all: Vec<_> = other.iter().chain(&one).copied().collect();
        let expected = [(SpanKind::Active, 50), (SpanKind::Call, 20), (SpanKind::Idle, 20), (SpanKind::Locked, 40)];
        let told = union(all);
        assert_eq!(told, shape("09:00", &expected));
        assert_eq!(union(told.clone()), told);
    }

    #[test]
    fn of_an_instant_on_two_clocks_the_same_one_is_told_whoever_comes_first() {
        let here = shape("09:00", &[(SpanKind::Active, 60), (SpanKind::Idle, 30)]);
        let zone = FixedOffset::east_opt(5 * 3600).expect("a zone");
        let there = here.iter().map(|span| Span {
            kind: SpanKind::Locked,
            from: span.from.with_timezone(&zone),
            to: span.to.with_timezone(&zone),
        });
        let there: Vec<_> = there.collect();
        let clocks =
            |told: Vec<Span>| told.iter().map(|span| [span.from, span.to].map(|at| *at.offset())).collect::<Vec<_>>();
        let told = clocks(union([here.clone(), there.clone()].concat()));
        assert_eq!(told, clocks(union([there, here].concat())));
    }

    #[test]
    fn what_nobody_tells_of_did_not_run() {
        let all = [shape("09:00", &[(SpanKind::Active, 10)]), shape("09:20", &[(SpanKind::Active, 10)])].concat();
        let expected = [(SpanKind::Active, 10), (SpanKind::NotRunning, 10), (SpanKind::Active, 10)];
        assert_eq!(union(all), shape("09:00", &expected));
        assert_eq!(union(Vec::new()), []);
    }

    #[test]
    fn one_rest_counts_once_for_each_break() {
        let had = |outcome, from: &str, minutes| {
            let start = time(from);
            Instance { start: Some(start), end: Some(start + TimeDelta::minutes(minutes)), ..closed(outcome) }
        };
        let taken = had(Outcome::Taken, "10:00", 5);
        let natural = had(Outcome::Natural, "10:03", 30);
        let eyes = Instance { reminder: "eyes".into(), ..natural.clone() };
        assert_eq!(one_rest(&[(1, &taken), (2, &natural), (2, &eyes)]), [true, false, true]);
        assert_eq!(one_rest(&[(1, &taken), (1, &natural)]), [true, true], "of one machine each is its own");
        let [early, late, later] = ["10:00", "10:09", "10:18"].map(|from| had(Outcome::Natural, from, 10));
        assert_eq!(one_rest(&[(3, &later), (2, &late), (1, &early)]), [true, false, true]);
        assert_eq!(one_rest(&[(1, &taken), (2, &had(Outcome::Taken, "10:00", 5))]), [true, true]);
    }

    #[test]
    fn a_rest_that_was_elsewhere_counts_there_whatever_the_clocks_say() {
        let end = |at: &str| Some(time(at));
        let taken = Instance { start: end("10:00"), end: end("10:05"), ..closed(Outcome::Taken) };
        let holds = BTreeMap::from([(Hold::Elsewhere, 300)]);
        let eyes = Instance { reminder: "eyes".into(), end: end("10:14"), holds, ..closed(Outcome::Natural) };
        assert_eq!(one_rest(&[(1, &taken), (2, &eyes)]), [true, false]);
        assert_eq!(one_rest(&[(2, &eyes)]), [true], "nobody else tells of it");
        assert_eq!(one_rest(&[(2, &taken), (2, &eyes)]), [true, true], "one of its own is another");
        let next_day = Instance { end: end("23:00"), ..eyes.clone() };
        assert_eq!(one_rest(&[(1, &taken), (2, &next_day)]), [true, true]);
        assert_eq!(one_rest(&[(1, &eyes), (2, &eyes)]), [true, false], "without it, as any other");
    }
}
