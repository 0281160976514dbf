//! What must hold for an entry beyond its form. Owns vocabularies, lengths and sums; each failure is a value.

use super::form::Check;
use super::forms::{Auto, CheckInQuestion, Flag, Plan, Prompt, Tier, WindDown};
use super::practice::Practice;
use super::problem::Because;
use crate::engine::content::{AVOID, Breath, Exercise, Nudge, Pattern};
use crate::engine::timetable;
use crate::plain::steers;

/// The body areas of exercises.
pub const AREAS: [&str; 16] = [
    "breath",
    "calves",
    "eyes",
    "hamstrings",
    "hips",
    "jaw",
    "levator scapulae",
    "mind",
    "neck",
    "pectorals",
    "rhomboids",
    "shoulders",
    "thoracic spine",
    "upper trapezius",
    "whole body",
    "wrists/forearms",
];

impl Check for Exercise {
    fn check(&self) -> Result<(), Because> {
        id(&self.id)?;
        // It is the title of a notification, which has no more room.
        line("name", &self.name, 60)?;
        words("areas", &self.areas, &AREAS)?;
        within("seconds", self.seconds, 5, 3600)?;
        within("hold_s", self.hold_s, 0, 600)?;
        within("reps", self.reps, 1, 200)?;
        within("sides", self.sides, 1, 2)?;
        let held = self.hold_s * self.reps * self.sides;
        holds(held <= self.seconds, || Because::TooShort(held))?;
        steps(&self.steps)?;
        timed(self)?;
        line("why", &self.why, 120)?;
        line("caution", &self.caution, 120)?;
        self.avoid.iter().try_for_each(|word| known("avoid", word, &AVOID))?;
        holds(!self.when.is_empty(), || Because::NoOccasion("when".into()))
    }
}

/// Where the cues have times, each has one, and with repetitions and sides they make up the seconds, to rounding.
fn timed(exercise: &Exercise) -> Result<(), Because> {
    let timing = &exercise.timing;
    if timing.is_empty() {
        return Ok(());
    }
    holds(timing.len() == exercise.steps.len(), || Because::TimeForEach)?;
    let fits = timing.iter().all(|one| {
        let (by_seconds, by_count) = (one.s > 0.0, one.times > 0 && one.pace > 0.0);
        by_seconds != by_count && (1.0..=3600.0).contains(&one.lasts())
    });
    holds(fits, || Because::LengthOrCount)?;
    let texts = timing.iter().flat_map(|one| [one.other.as_deref(), one.last.text()]).flatten();
    texts.filter(|text| !text.is_empty()).try_for_each(|text| line("timing", text, 90))?;
    let sum = timetable::of(exercise).last().map_or(0.0, |beat| f64::from(beat.until));
    holds((sum - f64::from(exercise.seconds)).abs() <= 0.51, || Because::NotByTiming(sum))
}

impl Check for Pattern {
    fn check(&self) -> Result<(), Because> {
        id(&self.id)?;
        line("name", &self.name, 60)?;
        within("cycles", self.cycles, 1, 200)?;
        within("max_cycles", self.max_cycles, self.cycles, 200)?;
        within("seconds", self.seconds, 10, 1200)?;
        paced(self)?;
        let held = self.phases.iter().any(|phase| matches!(phase.act, Breath::Hold | Breath::Rest));
        holds(self.holds == held, || Because::Holds(held))?;
        steps(&self.steps)?;
        line("why", &self.why, 120)?;
        line("caution", &self.caution, 120)?;
        holds(!self.when.is_empty(), || Because::NoOccasion("use".into()))
    }
}

/// A paced pattern's cycles make up its seconds and its breaths a minute, each to rounding.
fn paced(pattern: &Pattern) -> Result<(), Because> {
    let fits = pattern.phases.iter().all(|phase| (0.5..=60.0).contains(&phase.s));
    holds(fits, || Because::Phases)?;
    if pattern.phases.is_empty() {
        return holds(pattern.per_min == 0.0, || Because::NotPaced);
    }
    let cycle: f64 = pattern.phases.iter().map(|phase| phase.s).sum();
    let (seconds, per_min) = (cycle * f64::from(pattern.cycles), 60.0 / cycle);
    holds((seconds - f64::from(pattern.seconds)).abs() <= 0.5, || Because::Cycles {
        seconds,
        cycles: pattern.cycles,
        cycle,
    })?;
    holds((per_min - pattern.per_min).abs() <= 0.01, || Because::PerMinute(per_min))
}

impl Check for Nudge {
    fn check(&self) -> Result<(), Because> {
        id(&self.id)?;
        line("text", &self.text, 90)
    }
}

impl Check for Prompt {
    fn check(&self) -> Result<(), Because> {
        id(&self.id)?;
        line("text", &self.text, 160)?;
        line("skill", &self.skill, 40)?;
        holds(!self.when.is_empty(), || Because::NoOccasion("when".into()))
    }
}

impl Check for CheckInQuestion {
    fn check(&self) -> Result<(), Because> {
        id(&self.id)?;
        line("text", &self.text, 100)?;
        self.scale.iter().try_for_each(|scale| line("scale", scale, 60))?;
        self.options.iter().try_for_each(|option| line("options", option, 40))?;
        let one = self.scale.is_some() == self.options.is_empty() && self.options.len() != 1;
        holds(one, || Because::ScaleOrOptions)
    }
}

impl Check for Plan {
    fn check(&self) -> Result<(), Because> {
        id(&self.id)?;
        line("text", &self.text, 120)
    }
}

impl Check for Practice {
    fn check(&self) -> Result<(), Because> {
        line("says", &self.says, 120)?;
        line("does", &self.does, 200)
    }
}

impl Check for WindDown {
    fn check(&self) -> Result<(), Because> {
        id(&self.id)?;
        line("text", &self.text, 90)
    }
}

impl Check for Tier {
    fn check(&self) -> Result<(), Because> {
        line("title", &self.title, 60)?;
        line("text", &self.text, 300)
    }
}

impl Check for Flag {
    fn check(&self) -> Result<(), Because> {
        id(&self.id)?;
        line("text", &self.text, 200)?;
        self.own_text.iter().try_for_each(|text| line("own_text", text, 300))
    }
}

impl Check for Auto {
    fn check(&self) -> Result<(), Because> {
        id(&self.id)
    }
}

fn holds(it_does: bool, otherwise: impl FnOnce() -> Because) -> Result<(), Because> {
    if it_does { Ok(()) } else { Err(otherwise()) }
}

fn id(id: &str) -> Result<(), Because> {
    let fits = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    holds((1..=60).contains(&id.len()) && id.bytes().all(fits), || Because::Id)
}

fn line(field: &'static str, text: &str, most: usize) -> Result<(), Because> {
    let fits = !text.trim().is_empty() && text.chars().count() <= most && !text.chars().any(steers);
    holds(fits, || Because::Line { field: field.into(), most })
}

fn within(field: &'static str, number: u32, least: u32, most: u32) -> Result<(), Because> {
    holds((least..=most).contains(&number), || Because::Number { field: field.into(), least, most })
}

fn steps(steps: &[String]) -> Result<(), Because> {
    holds((3..=5).contains(&steps.len()), || Because::Cues)?;
    steps.iter().try_for_each(|step| line("steps", step, 90))
}

fn words(field: &'static str, given: &[String], all: &'static [&'static str]) -> Result<(), Because> {
    holds(!given.is_empty(), || Because::NoWord(field.into()))?;
    given.iter().try_for_each(|word| known(field, word, all))
}

fn known(field: &'static str, word: &str, all: &'static [&'static str]) -> Result<(), Because> {
    let unknown = || Because::Word { field: field.into(), word: word.to_owned(), known: all.into() };
    holds(all.contains(&word), unknown)
}
