//! From a review to its model. Owns the order of the sections, their remarks, and when each is there.

use super::{Chart, Element, Model, Section, Stress, Topic, figures};
use crate::engine::event::Action;
use crate::ledger::figures::{Counts, Suggestion};
use crate::review::calendar::{Period, PeriodLength};
use crate::review::period::{CheckInCounts, Day, Review};
use crate::text::charts::{Heading, heading};
use crate::text::{import as import_text, review as text, stretches as stretch_text, tension as tension_text};
use chrono::{Datelike, NaiveDate};

/// Less coverage than this, in percent, is "mostly in meetings".
const LEAST_COVERAGE: u8 = 50;

impl Model {
    /// The model of a review.
    #[must_use]
    pub fn of(review: &Review) -> Self {
        if let Some(said) = nothing(review) {
            let parts = vec![Element::Remark(Stress::Plain, said)];
            let nothing = Section { topic: Topic::Nothing, name: String::new(), parts };
            return Self { sections: [nothing].into_iter().chain(imported(review)).collect() };
        }
        let sections = [
            Some(period(review)),
            streak(review),
            prompts(review),
            day(review),
            desk(review),
            weeks(review),
            hours(review),
            reminders(review),
            exercises(review),
            nudges(review),
            tension(review),
            imported(review),
        ];
        Self { sections: sections.into_iter().flatten().collect() }
    }
}

impl Section {
    fn new(topic: Topic, name: Heading) -> Self {
        Self { topic, name: heading(name), parts: Vec::new() }
    }

    fn say(&mut self, stress: Stress, remark: String) {
        self.parts.push(Element::Remark(stress, remark));
    }

    fn draw(&mut self, chart: Chart) {
        self.parts.push(Element::Chart(chart));
    }
}

/// That there is nothing to look back on, if so.
fn nothing(review: &Review) -> Option<String> {
    let empty = |day: &Day| day.tracked_s == 0 && day.summary.counts == Counts::default();
    let nothing = |days: &[Day]| days.iter().all(empty) && review.rows.is_empty() && review.check_ins.is_empty();
    let day = review.period.on.filter(|_| is_of_a_day(review));
    let said = day.filter(|_| nothing(review.own_days())).map(text::nothing_on);
    said.or_else(|| nothing(&review.days).then(text::nothing_yet))
}

fn is_of_a_day(review: &Review) -> bool {
    review.period.length == PeriodLength::Day
}

/// 1. The period in one line, its days, and what may be worth changing.
fn period(review: &Review) -> Section {
    let called = called(review.period, (review.from, review.to));
    let says_its_days = matches!(called, Heading::Day(_) | Heading::Range(..));
    let mut section = Section::new(Topic::Period, called);
    let (summary, counts) = (&review.summary, &review.summary.counts);
    section.parts.push(Element::Headline {
        text: text::headline(counts.compliance(), review.least(), review.goal),
        range: (!says_its_days).then(|| text::range(review.from, review.to)),
    });
    if let machines @ [_, _, ..] = &review.origins.machines[..] {
        section.say(Stress::Quiet, text::machines(machines));
    }
    section.parts.extend(figures::goal(review).map(Chart::Goal).map(Element::Chart));
    match review.period.length {
        PeriodLength::Week => section.draw(Chart::Week(figures::week(review))),
        PeriodLength::Year | PeriodLength::All => {
            let (months, cut) = figures::months(review);
            section.draw(Chart::Months(months, review.goal));
            if cut {
                section.say(Stress::Quiet, text::last_months(figures::MONTHS));
            }
        }
        PeriodLength::Day | PeriodLength::Month | PeriodLength::TwelveWeeks => {}
    }
    if counts.due() > 0 && !counts.coverage().reaches(LEAST_COVERAGE) {
        section.say(Stress::Plain, text::mostly_meetings(counts.coverage()));
    }
    if summary.without_calls != counts.compliance() && summary.without_calls.of > 0 {
        let rate = text::share(summary.without_calls, review.least());
        section.say(Stress::Plain, text::without_calls(&rate));
    }
    if let Some(last) = review.old {
        section.say(Stress::Strong, text::old(last, review.to));
    }
    section.parts.extend(suggestion(review).map(Element::Suggestion));
    section
}

/// What a period is called.
fn called(period: Period, (from, to): (NaiveDate, NaiveDate)) -> Heading {
    match (period.length, period.on) {
        (PeriodLength::Day, None) => Heading::Today,
        (PeriodLength::Day, Some(day)) => Heading::Day(day),
        (PeriodLength::Week, None) => Heading::ThisWeek,
        (PeriodLength::Month, None) => Heading::ThisMonth,
        (PeriodLength::Month, Some(_)) => Heading::Month(from),
        (PeriodLength::TwelveWeeks, None) => Heading::TwelveWeeks,
        (PeriodLength::Week | PeriodLength::TwelveWeeks, Some(_)) => Heading::Range(from, to),
        (PeriodLength::Year, None) => Heading::ThisYear,
        (PeriodLength::Year, Some(_)) => Heading::Year(from.year()),
        (PeriodLength::All, _) => Heading::AllTime,
    }
}

/// What may be worth changing now: nothing follows from what is over.
fn suggestion(review: &Review) -> Option<Suggestion> {
    review.suggestion.filter(|_| !is_of_a_day(review) && review.period.on.is_none())
}

fn streak(review: &Review) -> Option<Section> {
    let streak = text::streak(&review.streak)?;
    let mut section = Section::new(Topic::Streak, Heading::Streak);
    section.say(Stress::Plain, streak);
    Some(section)
}

fn prompts(review: &Review) -> Option<Section> {
    let (summary, counts) = (&review.summary, &review.summary.counts);
    let prompts = text::prompts(counts.response(), counts.missed_share(), summary.snoozed)?;
    let mut section = Section::new(Topic::Prompts, Heading::Prompts);
    section.say(Stress::Plain, prompts);
    let answers = text::pace(summary.mean_delay_s, summary.response_median_s, summary.response_p90_s);
    for line in [answers, text::confirmed(summary.confirmed)].into_iter().flatten() {
        section.say(Stress::Quiet, line);
    }
    Some(section)
}

/// 2. Today as a timeline.
fn day(review: &Review) -> Option<Section> {
    let today = review.period == Period::now(PeriodLength::Week);
    if !today && !is_of_a_day(review) {
        return None;
    }
    let name = if today { Heading::Today } else { Heading::Timeline };
    let mut section = Section::new(Topic::Day, name);
    match figures::timeline(review) {
        Some(timeline) => section.draw(Chart::Timeline(timeline)),
        None => section.say(Stress::Plain, text::no_day_yet()),
    }
    Some(section)
}

/// 3. How long at the desk; the longest stretch of the period, and the usual one.
fn desk(review: &Review) -> Option<Section> {
    let stretches = figures::stretches(review);
    if stretches.is_empty() {
        return None;
    }
    let mut section = Section::new(Topic::Desk, Heading::Desk);
    let there: Vec<u32> = review.own_days().iter().map(|day| day.tracked_s).filter(|&s| s > 0).collect();
    section.say(Stress::Plain, stretch_text::at_the_desk(there.iter().sum(), there.len()));
    section.draw(Chart::Stretches(stretches));
    let all = &review.desk;
    let counted = stretch_text::stretches(all.stretches, all.median_s, all.over_60min, all.over_90min);
    section.say(Stress::Quiet, counted);
    if let Some(it) = all.longest.filter(|it| it.calls_s > 0) {
        section.say(Stress::Quiet, stretch_text::longest_calls(it.calls_s));
    }
    Some(section)
}

/// 4. Weeks, day by day.
fn weeks(review: &Review) -> Option<Section> {
    (!is_of_a_day(review) && review.period.length != PeriodLength::Week).then(|| {
        let mut section = Section::new(Topic::Weeks, Heading::Weeks);
        section.say(Stress::Quiet, text::weeks());
        let (weeks, cut) = figures::weeks(review);
        section.draw(Chart::Weeks(weeks));
        if cut {
            section.say(Stress::Quiet, text::last_weeks(figures::WEEKS));
        }
        section
    })
}

/// 4. Hour by weekday.
fn hours(review: &Review) -> Option<Section> {
    let hours = figures::hours(review).filter(|_| !is_of_a_day(review))?;
    let mut section = Section::new(Topic::Hours, Heading::Hours);
    section.say(Stress::Quiet, text::grid());
    section.draw(Chart::Hours(hours));
    Some(section)
}

/// 4. By reminder.
fn reminders(review: &Review) -> Option<Section> {
    let all = figures::reminders(review);
    (!all.is_empty()).then(|| {
        let mut section = Section::new(Topic::Reminders, Heading::Reminders);
        section.draw(Chart::Reminders(all, review.goal));
        section
    })
}

/// 5. Exercises and areas.
fn exercises(review: &Review) -> Option<Section> {
    let all = &review.exercises.all;
    (all.offered > 0).then(|| {
        let mut section = Section::new(Topic::Exercises, Heading::Exercises);
        section.say(Stress::Plain, text::exercises(all, review.summary.followed));
        let areas = figures::areas(review);
        if areas.is_empty() {
            section.say(Stress::Quiet, text::no_area());
        }
        section.draw(Chart::Areas(areas));
        section
    })
}

/// 5. Nudges, which are never counted as breaks.
fn nudges(review: &Review) -> Option<Section> {
    let answered = |answer| review.nudges_answered(answer);
    (!review.nudges.is_empty()).then(|| {
        let mut section = Section::new(Topic::Nudges, Heading::Nudges);
        let text = text::nudges(review.nudges.len(), answered(Action::Shifted), answered(Action::Fine));
        section.say(Stress::Plain, text);
        section
    })
}

/// 5. Tension beside breaks, if used.
fn tension(review: &Review) -> Option<Section> {
    if review.check_ins.is_empty() {
        return None;
    }
    let said = CheckInCounts::of(&review.check_ins);
    let mut section = Section::new(Topic::Tension, Heading::Tension);
    section.say(Stress::Plain, tension_text::said(said.loose, said.tight, said.sore));
    if !is_of_a_day(review) {
        let days = figures::tension(review);
        if !days.is_empty() {
            section.say(Stress::Quiet, tension_text::scale());
            section.draw(Chart::Tension(days));
        }
        section.say(Stress::Quiet, tension_text::link(review.link));
    }
    Some(section)
}

/// What other programs recorded, which stands apart: nobody can say what our figures would be of it.
fn imported(review: &Review) -> Option<Section> {
    (!review.imported.is_empty()).then(|| {
        let mut section = Section::new(Topic::Imported, Heading::Imported);
        for of in &review.imported {
            section.say(Stress::Plain, import_text::period(of.days, (of.from, of.to), &of.sum));
        }
        section.say(Stress::Quiet, import_text::apart());
        section
    })
}
