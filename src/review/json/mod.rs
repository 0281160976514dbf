//! The review as one JSON object: the keys of LEDGER, which others rely on; keys may be added, never renamed.

mod form;

use super::imported::ImportedDays;
use super::period::{CheckInCounts, Day, Review};
use crate::engine::event::Action;
use crate::engine::instance::{Instance, Offer};
use crate::ledger::figures::{Desk, LEAST_A_DAY, Link, Share, Summary, Tally, Weight};
use crate::ledger::{CheckIn, Machine, ShownNudge};
use chrono::{NaiveDate, SecondsFormat};
use form::{
    Figures, JsonBreak, JsonCheckIns, JsonDay, JsonHour, JsonImported, JsonNudges, JsonOffer, JsonShare, JsonStreak,
    JsonTally, JsonTension,
};
use serde::Serialize;
use std::collections::BTreeMap;

/// What `review --json` prints.
#[derive(Clone, Debug, Serialize)]
pub struct Json {
    from: NaiveDate,
    to: NaiveDate,
    at: String,
    goal: u8,
    #[serde(flatten)]
    figures: Figures,
    streak: JsonStreak,
    suggestion: Option<JsonHour>,
    exercises: BTreeMap<String, JsonTally>,
    areas: BTreeMap<String, JsonTally>,
    nudges: JsonNudges,
    check_ins: JsonCheckIns,
    tension: JsonTension,
    imported: Vec<JsonImported>,
    days: Vec<JsonDay>,
    /// The machines whose record it is of; empty where no other is known.
    machines: Vec<Machine>,
    #[serde(skip_serializing_if = "Option::is_none")]
    breaks: Option<Vec<JsonBreak>>,
}

/// The review as JSON, with the rows if `breaks`.
#[must_use]
pub fn json(review: &Review, breaks: bool) -> Json {
    let (streak, tense) = (review.streak, review.tension());
    let desk_s = review.own_days().iter().map(|day| day.tracked_s).sum();
    let tallies = |all: &BTreeMap<String, Tally>| all.iter().map(|(id, it)| (id.clone(), tally(it))).collect();
    Json {
        from: review.from,
        to: review.to,
        at: time(review.now),
        goal: review.goal,
        figures: figures(&review.summary, &review.desk, desk_s, review.least()),
        streak: JsonStreak {
            last5: streak.last5,
            last5_of: streak.last5_of,
            run: streak.run,
            best: streak.best,
            reserves: streak.reserves,
        },
        suggestion: review.suggestion.map(|it| JsonHour { hour: it.hour, done: it.done.part, of: it.done.of }),
        exercises: tallies(&review.exercises.each),
        areas: tallies(&review.exercises.areas),
        nudges: nudges(&review.nudges),
        check_ins: check_ins(&review.check_ins),
        tension: tension(review.link),
        imported: review.imported.iter().map(imported).collect(),
        days: review.own_days().iter().map(|it| day(review, it, &tense)).collect(),
        machines: review.origins.machines.clone(),
        breaks: breaks.then(|| review.rows.iter().map(|it| row(it, review)).collect()),
    }
}

fn figures(summary: &Summary, desk: &Desk, desk_s: u32, least: u32) -> Figures {
    let counts = &summary.counts;
    let rate = |share: Share| share.rate().map(thousandths);
    let compliance = |share: Share| JsonShare {
        done: share.part,
        of: share.of,
        rate: share.at_least(least).and_then(Share::rate).map(thousandths),
    };
    Figures {
        due: counts.due(),
        taken: counts.taken,
        natural: counts.natural,
        skipped: counts.skipped,
        missed: counts.missed,
        excused: counts.excused,
        cancelled: counts.cancelled,
        compliance: compliance(counts.compliance()),
        compliance_without_calls: compliance(summary.without_calls),
        coverage: rate(counts.coverage()),
        response: rate(counts.response()),
        missed_share: rate(counts.missed_share()),
        snooze_rate: rate(summary.snoozed),
        confirmed_share: rate(summary.confirmed),
        follow_through: rate(summary.followed),
        mean_delay_s: summary.mean_delay_s,
        response_median_s: summary.response_median_s,
        response_p90_s: summary.response_p90_s,
        desk_s,
        longest_desk_s: desk.longest.map_or(0, |stretch| stretch.seconds()),
        longest_desk_calls_s: desk.longest.map_or(0, |stretch| stretch.calls_s),
        median_desk_s: desk.median_s,
        stretches_over_60min: desk.over_60min,
        stretches_over_90min: desk.over_90min,
    }
}

fn day(review: &Review, day: &Day, tense: &BTreeMap<NaiveDate, f64>) -> JsonDay {
    let streak = match day.weight {
        Weight::Counts => "counts",
        Weight::Short => "short",
        Weight::Neutral => "neutral",
    };
    JsonDay {
        day: day.day,
        streak,
        figures: figures(&day.summary, &day.desk, day.tracked_s, LEAST_A_DAY),
        nudges: nudges(review.nudges.iter().filter(|nudge| nudge.day == day.day)),
        check_ins: check_ins(review.check_ins.iter().filter(|check_in| check_in.day == day.day)),
        tension_mean: tense.get(&day.day).copied().map(thousandths),
    }
}

fn nudges<'a>(nudges: impl IntoIterator<Item = &'a ShownNudge>) -> JsonNudges {
    let answers: Vec<Option<Action>> = nudges.into_iter().map(|nudge| nudge.answer).collect();
    let said = |wanted| answers.iter().filter(|answer| **answer == Some(wanted)).count();
    JsonNudges { shown: answers.len(), shifted: said(Action::Shifted), fine: said(Action::Fine) }
}

fn check_ins<'a>(check_ins: impl IntoIterator<Item = &'a CheckIn>) -> JsonCheckIns {
    let CheckInCounts { loose, tight, sore } = CheckInCounts::of(check_ins);
    JsonCheckIns { loose, tight, sore }
}

fn tally(tally: &Tally) -> JsonTally {
    let Tally { offered, completed, swapped, skipped, hurt } = *tally;
    JsonTally { offered, completed, swapped, skipped, hurt, skip_rate: tally.skip_rate().map(thousandths) }
}

fn tension(link: Link) -> JsonTension {
    match link {
        Link::TooFew(_) => JsonTension { link: "too few days", rho: None },
        Link::Unclear(rho) => JsonTension { link: "no clear link", rho: Some(thousandths(rho)) },
        Link::Clear(rho) => JsonTension { link: "clear", rho: Some(thousandths(rho)) },
    }
}

fn imported(of: &ImportedDays) -> JsonImported {
    let ImportedDays { days, from, to, sum } = *of;
    let (active_s, postponed) = (sum.active_s, sum.postponed);
    JsonImported { program: sum.program, days, from, to, active_s, postponed, short: sum.short, long: sum.long }
}

fn row(row: &Instance, Review { offers, origins, .. }: &Review) -> JsonBreak {
    let offer = |it: &Offer| JsonOffer { exercise: it.exercise.clone(), at: time(it.at), result: it.result };
    // In the order of their instances.
    let first = offers.partition_point(|it| it.instance < row.id);
    let last = offers.partition_point(|it| it.instance <= row.id);
    let this = || origins.machines.iter().find(|machine| machine.this).map(|machine| machine.id);
    let (machine, id) = origins.of(row.id).map_or_else(|| (this(), row.id), |(machine, id)| (Some(machine), id));
    JsonBreak {
        id,
        machine,
        reminder: row.reminder.clone(),
        day: row.day,
        due: time(row.due),
        first_prompt: row.first_prompt.map(time),
        start: row.start.map(time),
        end: row.end.map(time),
        outcome: row.outcome,
        evidence: row.evidence,
        away_s: row.away_s,
        snoozes: row.snoozes,
        holds: row.holds.clone(),
        exercise: row.exercise.clone(),
        result: row.result,
        offers: offers[first..last].iter().map(offer).collect(),
        edited: row.edited,
    }
}

/// RFC 3339 with offset, to the second.
pub(super) fn time(stamp: crate::engine::moment::Stamp) -> String {
    stamp.to_rfc3339_opts(SecondsFormat::Secs, false)
}

fn thousandths(rate: f64) -> f64 {
    (rate * 1000.0).round() / 1000.0
}
