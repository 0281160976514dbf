//! The charts of a review, from its figures. Owns what each takes in, and when there is nothing to show.

use super::{
    Area, Goal, Hours, HoursRow, Month, Rate, Reminder, Standing, Stretch, TenseDay, Timeline, TimelineBreak, Week,
    WeekDay,
};
use crate::engine::instance::{Instance, SpanKind};
use crate::engine::moment::Stamp;
use crate::ledger::Span;
use crate::ledger::figures::{Counts, LEAST_A_DAY, LEAST_A_WEEK, Tally, Weight};
use crate::review::calendar::{PeriodLength, monday};
use crate::review::period::{Day, Review};
use crate::text::{areas, charts as chart_text, list, review as text, stretches as stretch_text};
use chrono::{Datelike, Days, NaiveDate, TimeDelta, Timelike};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// A cell with fewer instances shows no figure (LEDGER: 3).
const LEAST_A_CELL: u32 = 3;
/// Days with check-ins shown at most: three weeks, as the figures over them look back.
const TENSE_DAYS: usize = 21;
/// Months that fit a page.
pub(super) const MONTHS: usize = 12;
/// Weeks that are looked back over, and those of a year.
pub(super) const WEEKS: u64 = 12;
const WEEKS_OF_YEAR: u64 = 53;

/// What was had against the goal, of a period with enough for a bar.
pub(super) fn goal(review: &Review) -> Option<Goal> {
    let done = review.summary.counts.compliance();
    done.at_least(review.least().max(LEAST_A_DAY)).map(|done| Goal { done, percent: review.goal })
}

/// The week of the period's last day.
pub(super) fn week(review: &Review) -> Vec<WeekDay> {
    let monday = monday(review.to);
    let one = |ahead| {
        let date = monday + Days::new(ahead);
        let day = review.days.iter().find(|day| day.day == date);
        let done = day.map(|day| day.summary.counts.compliance()).unwrap_or_default();
        WeekDay { date, last: date == review.to, standing: standing(day), done }
    };
    (0..7).map(one).collect()
}

fn standing(day: Option<&Day>) -> Standing {
    let Some(day) = day else { return Standing::ToCome };
    match (day.weight, day.summary.counts.done()) {
        (Weight::Counts, _) => Standing::Enough,
        (Weight::Neutral, _) => Standing::NotCounted,
        (Weight::Short, 0) => Standing::None,
        (Weight::Short, _) => Standing::Some,
    }
}

/// The last months, and whether the period has more.
pub(super) fn months(review: &Review) -> (Vec<Month>, bool) {
    let days = review.own_days();
    let month = |days: &[Day]| {
        let (from, to) = (days.first()?.day, days.last()?.day);
        Some(Month { from, done: Rate { share: review.pooled(from, to), least: LEAST_A_WEEK } })
    };
    let mut months: Vec<Month> = days
        .chunk_by(|a, b| (a.day.year(), a.day.month()) == (b.day.year(), b.day.month()))
        .filter_map(month)
        .collect();
    let more = months.len().saturating_sub(MONTHS);
    months.drain(..more);
    (months, more > 0)
}

/// The shape of the period's last day; none of a day without anything.
pub(super) fn timeline(review: &Review) -> Option<Timeline> {
    let rows: Vec<&Instance> = review.rows.iter().filter(|row| row.day == review.to).collect();
    let present = || review.today.iter().filter(|span| is_present(span.kind));
    let dues = || rows.iter().map(|row| row.due);
    let first = present().map(|span| span.from).chain(dues()).min()?;
    let to = present().map(|span| span.to).chain(dues()).max()?;
    let into_half = |time: Stamp| i64::from(time.minute() % 30) * 60 + i64::from(time.second());
    Some(Timeline {
        from: first - TimeDelta::seconds(into_half(first)),
        to,
        spans: review.today.iter().map(|span| Span { kind: away_as_one(span.kind), ..*span }).collect(),
        breaks: rows.iter().map(|row| of_a_day(row, review)).collect(),
    })
}

/// Whether the person was there, wherever they were needed.
fn is_present(kind: SpanKind) -> bool {
    match kind {
        SpanKind::Active | SpanKind::Call | SpanKind::Meeting | SpanKind::Paused => true,
        SpanKind::NotRunning | SpanKind::Asleep | SpanKind::Locked | SpanKind::Idle => false,
    }
}

fn away_as_one(kind: SpanKind) -> SpanKind {
    match kind {
        SpanKind::Asleep | SpanKind::Locked | SpanKind::Idle => SpanKind::Idle,
        SpanKind::Active | SpanKind::Call | SpanKind::Meeting | SpanKind::Paused | SpanKind::NotRunning => kind,
    }
}

fn of_a_day(row: &Instance, review: &Review) -> TimelineBreak {
    let exercise = row.exercise.as_ref().map(|id| review.names.get(id).map_or(id.as_str(), String::as_str));
    let machine = review.origins.of(row.id).map(|(machine, _)| machine);
    let called = review.origins.machines.iter().find(|it| Some(it.id) == machine).map(|it| it.name.clone());
    let detail = text::detail(row, exercise);
    TimelineBreak {
        id: row.id,
        elsewhere: machine.is_some(),
        due: row.due,
        at: row.start.unwrap_or(row.due),
        reminder: row.reminder.clone(),
        outcome: row.outcome,
        ended: text::outcome(row),
        detail: list(called.into_iter().chain((!detail.is_empty()).then_some(detail))),
    }
}

/// The longest stretch of the period, and the usual one.
pub(super) fn stretches(review: &Review) -> Vec<Stretch> {
    let (longest, usual) = (review.desk.longest, review.usual_longest_s);
    let of = longest.map_or(0, |it| it.seconds()).max(usual.unwrap_or(0));
    let longest = longest.map(|it| {
        // A day of another year is told with it.
        let told = if it.day.year() == review.to.year() { text::day(it.day) } else { text::range(it.day, it.day) };
        let day = (it.day != review.to).then_some(told.as_str());
        let when = chart_text::stretch(day, it.from.time(), it.to.time());
        Stretch { name: stretch_text::longest(), seconds: it.seconds(), of, when }
    });
    let usual = usual.map(|seconds| Stretch { name: stretch_text::usual(), seconds, of, when: String::new() });
    longest.into_iter().chain(usual).collect()
}

/// The last weeks, without those before the first that has anything; and whether a period of everything has more.
pub(super) fn weeks(review: &Review) -> (Vec<Week>, bool) {
    let last = monday(review.to);
    // A year ends and begins within a week; of twelve weeks, some may be of before the period.
    let first = if review.period.length == PeriodLength::Year { review.from } else { NaiveDate::MIN };
    let rate = |from, to, least| Rate { share: review.pooled(from, to), least };
    let week = |from: NaiveDate| {
        let day = |ahead| from + Days::new(ahead);
        let days = std::array::from_fn(|ahead| {
            let date = day(ahead as u64);
            (date <= review.to && date >= first).then(|| rate(date, date, LEAST_A_DAY))
        });
        Week { from, days, done: rate(from, day(6), LEAST_A_WEEK) }
    };
    let all = if review.period.length == PeriodLength::Year { WEEKS_OF_YEAR } else { WEEKS };
    let weeks = (0..all).rev().filter_map(|back| last.checked_sub_days(Days::new(7 * back)));
    let earliest = last.checked_sub_days(Days::new(7 * (all - 1)));
    let more = review.period.length == PeriodLength::All && earliest.is_some_and(|shown| review.from < shown);
    (weeks.map(week).skip_while(|week| week.done.share.of == 0).collect(), more)
}

/// Hour by weekday, without weekdays that have no figure; none without any.
pub(super) fn hours(review: &Review) -> Option<Hours> {
    let grid = &review.grid;
    let rate = |share| Rate { share, least: LEAST_A_CELL };
    let told = |rate: &Rate| rate.percent().is_some();
    let hours: Vec<usize> = grid.range().into_iter().flatten().collect();
    let all: Vec<Rate> = hours.iter().map(|&hour| rate(grid.hour(hour))).collect();
    if !all.iter().any(told) {
        return None;
    }
    let row = |weekday| {
        let done: Vec<Rate> = hours.iter().map(|&hour| rate(grid.cell(weekday, hour))).collect();
        done.iter().any(told).then_some(HoursRow { weekday, done })
    };
    let days = grid.weekdays().into_iter().filter_map(row).collect();
    Some(Hours { hours, days, all })
}

/// How each reminder's breaks ended; none of a record with one alone.
pub(super) fn reminders(review: &Review) -> Vec<Reminder> {
    let mut by_name: BTreeMap<&str, Vec<&Instance>> = BTreeMap::new();
    for row in &review.rows {
        by_name.entry(&row.reminder).or_default().push(row);
    }
    let one = |(name, rows): (&str, Vec<&Instance>)| {
        let done = Rate { share: Counts::of(rows).compliance(), least: review.least() };
        Reminder { name: name.to_owned(), done }
    };
    let all: Vec<Reminder> = by_name.into_iter().map(one).filter(|it| it.done.share.of > 0).collect();
    if all.len() > 1 { all } else { Vec::new() }
}

/// The areas that were moved, the most first.
pub(super) fn areas<'a>(review: &'a Review) -> Vec<Area> {
    let count = |(name, tally): (&'a String, &Tally)| (name, tally.offered);
    let mut all: Vec<(&String, u32)> = review.exercises.areas.iter().map(count).collect();
    all.sort_by_key(|&(_, count)| Reverse(count));
    let of = all.first().map_or(0, |area| area.1);
    all.into_iter().map(|(word, count)| Area { word: word.clone(), name: areas::name(word), count, of }).collect()
}

/// The last days on which something was said, each with its breaks.
pub(super) fn tension(review: &Review) -> Vec<TenseDay> {
    let said = review.tension();
    let last = said.len().saturating_sub(TENSE_DAYS);
    let days = said.into_iter().skip(last).filter_map(|(date, mean)| {
        let day = review.days.iter().find(|day| day.day == date)?;
        let done = Rate { share: day.summary.counts.compliance(), least: LEAST_A_DAY };
        Some(TenseDay { date, mean, done })
    });
    days.collect()
}
