//! What the engine must be told before it can decide: every number of BEHAVIOUR that a person may change.
//! Owns the form of the values, never their text and never a default (both are `config/default.toml`'s).

use super::guide_view::GuidePlace;
use chrono::{Datelike, NaiveTime, Weekday};
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// The rules of one person's day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rules {
    /// The breaks, in the order of their names.
    pub breaks: Vec<BreakRule>,
    /// The nudges, in the order of their names.
    pub nudges: Vec<NudgeRule>,
    /// Nudges shown at most, a day.
    pub nudge_most: u32,
    /// No nudge this close to a break's due time: the break covers it.
    pub nudge_clear: Duration,
    /// No input for this long is a lull.
    pub lull_length: Duration,
    /// Wait this long for a lull, then prompt anyway.
    pub lull_wait: Duration,
    /// The length of one snooze.
    pub snooze_length: Duration,
    /// Snoozes of one instance at most.
    pub snooze_most: u32,
    /// Desk time without an answer after which an instance is missed.
    pub answer_within: Duration,
    /// A notification closed without a choice is shown once more after this long.
    pub ask_again: Duration,
    /// No input for this long while prompted starts the break.
    pub leave_after: Duration,
    /// No input for this long is an absence, unless a call or a video says otherwise.
    pub away_after: Duration,
    /// A break of at least this long counts (or 80 % of `lasts`, if that is shorter).
    pub minimum: Duration,
    /// Quiet for this long after the last hold ends.
    pub settle: Duration,
    /// Word this long before a break is due; zero is off.
    pub heads_up: Duration,
    /// Working hours.
    pub hours: Hours,
    /// The local time at which a day begins.
    pub day_starts: NaiveTime,
    /// A breathing exercise this long before a meeting; zero is off.
    pub breath_before: Duration,
    /// Breathing exercises before meetings at most, a day.
    pub breath_most: u32,
    /// Check-ins at most, a day; zero is off.
    pub check_in_most: u32,
    /// When the person means to be in bed; none is off.
    pub bedtime: Option<NaiveTime>,
    /// The wind-down comes this long before.
    pub wind_down_before: Duration,
    /// The reflection comes at the first good moment after this; none is off.
    pub reflect_at: Option<NaiveTime>,
    /// Which signals are holds.
    pub weigh: Weigh,
    /// Which exercises fit the person.
    pub fit: Fit,
    /// Where a started break's guide is shown.
    pub guide: GuidePlace,
}

/// One configured break.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BreakRule {
    /// Its name, unique among breaks and nudges.
    pub name: String,
    /// Desk time from one to the next.
    pub every: Duration,
    /// How long it is meant to last.
    pub lasts: Duration,
}

/// One configured nudge.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NudgeRule {
    /// Its name, unique among breaks and nudges.
    pub name: String,
    /// Desk time from one to the next.
    pub every: Duration,
}

/// Whether a signal makes the app quiet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(clippy::struct_excessive_bools, reason = "four independent switches, each a person's own")]
pub struct Weigh {
    /// A microphone or camera in use.
    pub call: bool,
    /// A calendar event now.
    pub meeting: bool,
    /// A shared screen or a presentation.
    pub presenting: bool,
    /// A window that fills the screen.
    pub fullscreen: Fullscreen,
    /// The desktop's own do-not-disturb.
    pub dnd: bool,
}

/// When a window that fills the screen makes the app quiet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fullscreen {
    /// While something keeps the screen awake: people who work full screen all day still get their breaks.
    Awake,
    /// Always.
    Hold,
    /// Never.
    Ignore,
}

/// What the person can and wants to do.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fit {
    /// Areas and conditions to leave alone: the library's `avoid` vocabulary.
    pub avoid: Vec<String>,
    /// Equipment at hand, beside none: the library's `equipment` vocabulary.
    pub equipment: Vec<String>,
    /// Only what can be done sitting.
    pub seated_only: bool,
    /// Others are watching: only what is unremarkable there.
    pub open_office: bool,
    /// Ids that the person has hidden by hand.
    pub hidden: Vec<String>,
    /// Only calm walking and breathing, and nudges that ask for no movement.
    pub easy_only: bool,
}

/// Working hours: for each weekday the ranges that count. No ranges at all mean always.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hours {
    /// Weekday as 0 (Monday) to 6, from (inclusive), to (exclusive; 00:00 is the day's end), sorted.
    pub ranges: Vec<(u8, NaiveTime, NaiveTime)>,
}

impl Hours {
    /// Whether `local` lies in the working hours.
    #[must_use]
    pub fn contain(&self, local: chrono::NaiveDateTime) -> bool {
        let (day, time) = (weekday(local.weekday()), local.time());
        self.ranges.is_empty()
            || self.ranges.iter().any(|&(d, from, to)| d == day && from <= time && (time < to || to == NaiveTime::MIN))
    }

    /// The next wall time after `local` at which the hours begin or end; none if they never do.
    #[must_use]
    pub fn next_edge(&self, local: chrono::NaiveDateTime) -> Option<chrono::NaiveDateTime> {
        let inside = self.contain(local);
        // A week and this weekday once more: its only range may lie earlier on the same day.
        let mut edges = (0..=7).flat_map(|ahead| {
            let date = local.date() + chrono::Days::new(ahead);
            let day = weekday(date.weekday());
            self.ranges.iter().filter(move |r| r.0 == day).flat_map(move |&(_, from, to)| {
                let end = if to == NaiveTime::MIN { date + chrono::Days::new(1) } else { date };
                [date.and_time(from), end.and_time(to)]
            })
        });
        // Where one range ends as the next begins nothing changes, and nobody needs to wake.
        edges.find(|&edge| edge > local && self.contain(edge) != inside)
    }
}

fn weekday(day: Weekday) -> u8 {
    u8::try_from(day.num_days_from_monday()).unwrap_or(0)
}
