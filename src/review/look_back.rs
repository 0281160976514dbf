//! The record put into a review: which of it counts, day by day. Owns that choice; every figure is `ledger::figures`'.

use super::calendar::PeriodLength;
use super::imported::ImportedDays;
use super::period::{Asked, Day, Review};
use crate::engine::instance::Instance;
use crate::engine::moment::day_of;
use crate::ledger::figures::{
    Calls, Counts, Grid, LEAST_A_DAY, RECENT_DAYS, Share, Stretch, Summary, desk, exercises, link, percentile, streak,
    stretches, tension_by_day, tracked, weigh,
};
use crate::ledger::{History, Span};
use chrono::{Days, NaiveDate, NaiveTime};
use std::collections::{BTreeMap, BTreeSet};

/// Days behind the grid, the heat map and "usual": twelve weeks.
const LOOK: u64 = 84;

/// Looks back over the record, which becomes what is told: ten years of it are too much to have twice.
#[must_use]
pub fn look_back(history: History, asked: &Asked<'_>) -> Review {
    let now = day_of(asked.now, asked.day_starts);
    let today = asked.period.last(now);
    let history = if asked.period.on.is_some() { cut(history, today, asked.day_starts) } else { history };
    let calls = Calls::of(&history.spans);
    let stretches = stretches(&history.spans, &history.rows, asked.day_starts);
    let tracked = tracked(&history.spans, asked.day_starts);
    let with_anything = || history.rows.iter().map(|row| row.day).chain(tracked.keys().copied());
    let earlier = &history.earlier;
    let (recorded, last) = (earlier.began.or_else(|| with_anything().min()), with_anything().max());
    let old = last.filter(|&last| (today - last).num_days() > RECENT_DAYS);
    let begins = asked.period.first(now);
    let from = if asked.period.length == PeriodLength::All { recorded.unwrap_or(begins).min(today) } else { begins };
    let first = earlier.from.unwrap_or_else(|| recorded.unwrap_or(today)).min(from);
    let look = today.checked_sub_days(Days::new(LOOK - 1)).unwrap_or(today);
    let days = days(
        &history,
        &Shape { calls: &calls, stretches: &stretches, tracked: &tracked },
        (first, recorded, today),
        asked.goal,
    );
    let own = |day: NaiveDate| (from..=today).contains(&day);
    let rows: Vec<&Instance> = history.rows.iter().filter(|row| own(row.day)).collect();
    let ids: BTreeSet<u64> = rows.iter().map(|row| row.id).collect();
    let before = earlier.days.iter();
    let before = before.map(|&(day, it)| (day, weigh(&it.counts, it.tracked_s, Some(day) == recorded, asked.goal)));
    let weights = before.chain(days.iter().map(|day| (day.day, day.weight))).collect();
    Review {
        period: asked.period,
        from,
        to: today,
        now: asked.now,
        goal: asked.goal,
        summary: Summary::of(&rows, &calls),
        desk: desk(stretches.iter().filter(|stretch| own(stretch.day))),
        streak: streak(&weights, now),
        usual_longest_s: usual(&days, look, today),
        grid: Grid::of(rows.iter().copied()),
        suggestion: Grid::of(history.rows.iter().filter(|row| row.day >= look)).suggestion().filter(|_| old.is_none()),
        old,
        recorded,
        link: link(&pairs(&days, &history)),
        exercises: exercises(rows.iter().copied(), &history.offers, asked.exercises),
        check_ins: history.check_ins.into_iter().filter(|check_in| own(check_in.day)).collect(),
        nudges: history.nudges.into_iter().filter(|nudge| own(nudge.day)).collect(),
        offers: history.offers.into_iter().filter(|line| ids.contains(&line.instance)).collect(),
        rows: history.rows.into_iter().filter(|row| own(row.day)).collect(),
        imported: ImportedDays::of(&history.imported, |day| {
            // It may well be older than anything of our own.
            day <= today && (asked.period.length == PeriodLength::All || own(day))
        }),
        origins: history.origins,
        today: of_today(&history.spans, today, asked.day_starts),
        names: asked.exercises.iter().map(|it| (it.id.clone(), it.name.clone())).collect(),
        days,
    }
}

/// The days that a review needs told whole; none where it needs all of them.
#[must_use]
pub fn days_needed(asked: &Asked<'_>) -> Option<(NaiveDate, NaiveDate)> {
    let now = day_of(asked.now, asked.day_starts);
    let today = asked.period.last(now);
    // One more: a stretch that began the evening before is not of the first day.
    let look = today.checked_sub_days(Days::new(LOOK))?;
    (asked.period.length != PeriodLength::All).then(|| (asked.period.first(now).min(look), today))
}

/// The record as it stood at the end of this day.
fn cut(history: History, last: NaiveDate, day_starts: NaiveTime) -> History {
    let ended = |span: &Span| {
        let ends = last.succ_opt()?.and_time(day_starts).and_local_timezone(*span.from.offset()).single()?;
        Some(Span { to: span.to.min(ends), ..*span }).filter(|span| span.from < span.to)
    };
    History {
        rows: history.rows.into_iter().filter(|row| row.day <= last).collect(),
        spans: history.spans.iter().filter_map(ended).collect(),
        check_ins: history.check_ins.into_iter().filter(|check_in| check_in.day <= last).collect(),
        nudges: history.nudges.into_iter().filter(|nudge| nudge.day <= last).collect(),
        // Offers are looked up by their rows, and nobody asks for those of later ones.
        ..history
    }
}

/// What the spans came to.
struct Shape<'a> {
    calls: &'a Calls,
    stretches: &'a [Stretch],
    tracked: &'a BTreeMap<NaiveDate, u32>,
}

fn days(
    history: &History,
    shape: &Shape<'_>,
    (first, recorded, today): (NaiveDate, Option<NaiveDate>, NaiveDate),
    goal: u8,
) -> Vec<Day> {
    let mut rows: BTreeMap<NaiveDate, Vec<&Instance>> = BTreeMap::new();
    for row in &history.rows {
        rows.entry(row.day).or_default().push(row);
    }
    let one = |day: NaiveDate| {
        let summary = Summary::of(rows.get(&day).map_or(&[][..], Vec::as_slice), shape.calls);
        let begun = shape.stretches.partition_point(|stretch| stretch.day < day);
        let begun = shape.stretches[begun..].iter().take_while(|stretch| stretch.day == day);
        let tracked_s = shape.tracked.get(&day).copied().unwrap_or(0);
        let weight = weigh(&summary.counts, tracked_s, Some(day) == recorded, goal);
        Day { day, summary, desk: desk(begun), tracked_s, weight }
    };
    first.iter_days().take_while(|&day| day <= today).map(one).collect()
}

fn usual(days: &[Day], look: NaiveDate, today: NaiveDate) -> Option<u32> {
    let earlier = days.iter().filter(|day| day.day >= look && day.day < today);
    let mut longest: Vec<u32> = earlier.filter_map(|day| day.desk.longest).map(|stretch| stretch.seconds()).collect();
    longest.sort_unstable();
    percentile(&longest, 50)
}

/// Tension and compliance of each day that has both.
fn pairs(days: &[Day], history: &History) -> Vec<(f64, f64)> {
    let tension = tension_by_day(&history.check_ins);
    let before = history.earlier.days.iter().map(|&(day, it)| (day, it.counts));
    let all = before.chain(days.iter().map(|day| (day.day, day.summary.counts)));
    let rate = |counts: Counts| counts.compliance().at_least(LEAST_A_DAY).and_then(Share::rate);
    all.filter_map(|(day, counts)| tension.get(&day).copied().zip(rate(counts))).collect()
}

/// The spans that touch today, cut to it.
fn of_today(spans: &[Span], today: NaiveDate, day_starts: NaiveTime) -> Vec<Span> {
    let touches = |span: &&Span| day_of(span.to, day_starts) >= today && day_of(span.from, day_starts) <= today;
    let cut = |span: &Span| {
        let begins = today.and_time(day_starts).and_local_timezone(*span.from.offset()).single();
        Span { from: begins.map_or(span.from, |begins| begins.max(span.from)), ..*span }
    };
    spans.iter().filter(touches).map(cut).filter(|span| span.from < span.to).collect()
}
