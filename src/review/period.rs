//! What a review is of: the period, its days, and the figures of both.

use crate::engine::content::Exercise;
use crate::engine::event::Action;
use crate::engine::instance::{Instance, Offer};
use crate::engine::moment::{Stamp, day_of};
use crate::ledger::figures::{
    Calls, Desk, Exercises, Grid, LEAST_A_DAY, LEAST_A_WEEK, Link, RECENT_DAYS, Share, Streak, Stretch, Suggestion,
    Summary, Weight, desk, exercises, link, percentile, streak, stretches, tension_by_day, tracked, weigh,
};
use crate::ledger::{CheckIn, History, Nudge, Span};
use chrono::{Datelike, Days, NaiveDate, NaiveTime};
use std::collections::{BTreeMap, BTreeSet};

/// Days behind the grid, the heat map and "usual": twelve weeks.
const LOOK: u64 = 84;

/// The period that is asked for; each ends today, but for one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// Today alone.
    Today,
    /// This day alone, with the record as it stood at its end.
    Day(NaiveDate),
    /// From Monday on.
    Week,
    /// From the first of the month on.
    Month,
    /// From the first day recorded on.
    All,
}

/// What a review needs to know beside the record.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// Of which period.
    pub period: Period,
    /// Now.
    pub now: Stamp,
    /// The local time at which a day begins.
    pub day_starts: NaiveTime,
    /// The compliance the person aims for, in percent.
    pub goal: u8,
    /// The library, for names and areas.
    pub exercises: &'a [Exercise],
}

/// What check-ins were answered with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// Check-ins answered *Loose*.
    pub loose: usize,
    /// Check-ins answered *Tight*.
    pub tight: usize,
    /// Check-ins answered *Sore*.
    pub sore: usize,
}

impl Said {
    /// The answers of these check-ins.
    #[must_use]
    pub fn of<'a>(check_ins: impl IntoIterator<Item = &'a CheckIn>) -> Self {
        check_ins.into_iter().fold(Self::default(), |mut said, check_in| {
            said.loose += usize::from(check_in.answer == Action::Loose);
            said.tight += usize::from(check_in.answer == Action::Tight);
            said.sore += usize::from(check_in.answer == Action::Sore);
            said
        })
    }
}

/// One day in figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    /// Which.
    pub day: NaiveDate,
    /// Its rows in figures.
    pub summary: Summary,
    /// The stretches that began in it.
    pub desk: Desk,
    /// Seconds at the desk.
    pub tracked_s: u32,
    /// What it means for the streak.
    pub weight: Weight,
}

/// One period in figures, and what stands beside it.
#[derive(Clone, Debug)]
pub struct Review {
    /// Of which period.
    pub period: Period,
    /// Its first day.
    pub from: NaiveDate,
    /// Its last day: today, unless one day is asked for.
    pub to: NaiveDate,
    /// Now.
    pub now: Stamp,
    /// The compliance aimed for, in percent.
    pub goal: u8,
    /// The period's rows in figures.
    pub summary: Summary,
    /// The stretches that began in it.
    pub desk: Desk,
    /// Every day since the first recorded one or the period's first, whichever is earlier.
    pub days: Vec<Day>,
    /// The streak as of today.
    pub streak: Streak,
    /// The median of the longest stretches of earlier days, of twelve weeks, in seconds.
    pub usual_longest_s: Option<u32>,
    /// Hour by weekday, of the period.
    pub grid: Grid,
    /// The hour of the last twelve weeks that is worth moving; none of an old record.
    pub suggestion: Option<Suggestion>,
    /// The last day of which anything is recorded, where that is so long ago that nothing recent follows from it.
    pub old: Option<NaiveDate>,
    /// The period's exercises.
    pub exercises: Exercises,
    /// The period's check-ins.
    pub check_ins: Vec<CheckIn>,
    /// The period's nudges.
    pub nudges: Vec<Nudge>,
    /// Tension beside breaks, of all days.
    pub link: Link,
    /// The period's rows, open ones too, in the order of their due times.
    pub rows: Vec<Instance>,
    /// What those rows offered, by instance and in order; older rows have none.
    pub offers: Vec<Offer>,
    /// Today's shape.
    pub today: Vec<Span>,
    /// The names of the library's exercises by id.
    pub names: BTreeMap<String, String>,
}

impl Review {
    /// The period's own days.
    #[must_use]
    pub fn own_days(&self) -> &[Day] {
        let first = self.days.partition_point(|day| day.day < self.from);
        &self.days[first..]
    }

    /// Countable instances from which on this period shows a percentage.
    #[must_use]
    pub fn least(&self) -> u32 {
        match self.period {
            Period::Today | Period::Day(_) => LEAST_A_DAY,
            Period::Week | Period::Month | Period::All => LEAST_A_WEEK,
        }
    }

    /// The period's nudges that were answered like this.
    #[must_use]
    pub fn nudges_answered(&self, answer: Action) -> usize {
        self.nudges.iter().filter(|nudge| nudge.answer == Some(answer)).count()
    }

    /// The days of the period on which something was said to a check-in, with their mean tension.
    #[must_use]
    pub fn tension(&self) -> BTreeMap<NaiveDate, f64> {
        tension_by_day(&self.check_ins)
    }

    /// Compliance pooled over the days from `from` to `to`, both included.
    #[must_use]
    pub fn pooled(&self, from: NaiveDate, to: NaiveDate) -> Share {
        let days = self.days.iter().filter(|day| (from..=to).contains(&day.day));
        days.fold(Share::default(), |sum, day| sum + day.summary.counts.compliance())
    }
}

/// Looks back over the record.
#[must_use]
pub fn look_back(history: &History, asked: &Asked<'_>) -> Review {
    let (now, cut) = (day_of(asked.now, asked.day_starts), cut(history, asked));
    let history = cut.as_ref().unwrap_or(history);
    let today = if let Period::Day(day) = asked.period { day } else { now };
    let calls = Calls::of(&history.spans);
    let stretches = stretches(&history.spans, &history.rows, asked.day_starts);
    let tracked = tracked(&history.spans, asked.day_starts);
    let with_anything = || history.rows.iter().map(|row| row.day).chain(tracked.keys().copied());
    let (recorded, last) = (with_anything().min(), with_anything().max());
    let old = last.filter(|&last| (today - last).num_days() > RECENT_DAYS);
    let from = first_day(asked.period, today, recorded);
    let first = recorded.unwrap_or(today).min(from);
    let look = today.checked_sub_days(Days::new(LOOK - 1)).unwrap_or(today);
    let days = days(
        history,
        &Shape { calls: &calls, stretches: &stretches, tracked: &tracked },
        (first, recorded, today),
        asked.goal,
    );
    let own = |day: NaiveDate| (from..=today).contains(&day);
    let rows: Vec<&Instance> = history.rows.iter().filter(|row| own(row.day)).collect();
    let ids: BTreeSet<u64> = rows.iter().map(|row| row.id).collect();
    let weights = days.iter().map(|day| (day.day, day.weight)).collect();
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
        exercises: exercises(rows.iter().copied(), &history.offers, asked.exercises),
        check_ins: history.check_ins.iter().filter(|check_in| own(check_in.day)).copied().collect(),
        nudges: history.nudges.iter().filter(|nudge| own(nudge.day)).cloned().collect(),
        link: link(&pairs(&days, &history.check_ins)),
        offers: history.offers.iter().filter(|line| ids.contains(&line.instance)).cloned().collect(),
        rows: rows.into_iter().cloned().collect(),
        today: of_today(&history.spans, today, asked.day_starts),
        names: asked.exercises.iter().map(|it| (it.id.clone(), it.name.clone())).collect(),
        days,
    }
}

/// The record as it stood at the end of the day that is asked for, if one is.
fn cut(history: &History, asked: &Asked<'_>) -> Option<History> {
    let Period::Day(last) = asked.period else { return None };
    let ended = |span: &Span| {
        let ends = last.succ_opt()?.and_time(asked.day_starts).and_local_timezone(*span.from.offset()).single()?;
        Some(Span { to: span.to.min(ends), ..*span }).filter(|span| span.from < span.to)
    };
    Some(History {
        rows: history.rows.iter().filter(|row| row.day <= last).cloned().collect(),
        spans: history.spans.iter().filter_map(ended).collect(),
        check_ins: history.check_ins.iter().filter(|check_in| check_in.day <= last).copied().collect(),
        nudges: history.nudges.iter().filter(|nudge| nudge.day <= last).cloned().collect(),
        offers: history.offers.clone(),
    })
}

fn first_day(period: Period, today: NaiveDate, recorded: Option<NaiveDate>) -> NaiveDate {
    match period {
        Period::Today | Period::Day(_) => today,
        Period::Week => monday(today),
        Period::Month => today.with_day(1).unwrap_or(today),
        Period::All => recorded.unwrap_or(today).min(today),
    }
}

/// The Monday of a day's week.
pub(super) fn monday(day: NaiveDate) -> NaiveDate {
    day.checked_sub_days(Days::new(day.weekday().num_days_from_monday().into())).unwrap_or(day)
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

fn pairs(days: &[Day], check_ins: &[CheckIn]) -> Vec<(f64, f64)> {
    let tension = tension_by_day(check_ins);
    let rate = |day: &Day| day.summary.counts.compliance().at_least(LEAST_A_DAY).and_then(Share::rate);
    days.iter().filter_map(|day| tension.get(&day.day).copied().zip(rate(day))).collect()
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
