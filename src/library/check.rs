//! What must hold for an entry beyond its form. Owns vocabularies, lengths and sums; each failure is a half sentence.

use super::forms::{Plan, Prompt, Question, WindDown};
use crate::engine::content::{AVOID, Breath, Exercise, Nudge, Pattern};
use crate::engine::timetable;
use crate::text::library as text;
use crate::text::plain::steers;

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

/// Whether an entry can be used.
pub(super) trait Check {
    /// What does not hold, as a half sentence.
    fn check(&self) -> Result<(), String>;
}

impl Check for Exercise {
    fn check(&self) -> Result<(), String> {
        id(&self.id)?;
        line("name", &self.name, 60)?;
        words("areas", &self.areas, &AREAS)?;
        within("seconds", self.seconds, 5, 3600)?;
        within("hold_s", self.hold_s, 0, 600)?;
        within("reps", self.reps, 1, 200)?;
        within("sides", self.sides, 1, 2)?;
        let held = self.hold_s * self.reps * self.sides;
        holds(held <= self.seconds, || text::bad_sum("seconds", &format!("at least {held}")))?;
        steps(&self.steps)?;
        timed(self)?;
        line("why", &self.why, 120)?;
        line("caution", &self.caution, 120)?;
        self.avoid.iter().try_for_each(|word| known("avoid", word, &AVOID))?;
        holds(!self.when.is_empty(), || text::needs("when", "at least one occasion"))
    }
}

/// Where the cues have times, each has one, and with repetitions and sides they make up the seconds, to rounding.
fn timed(exercise: &Exercise) -> Result<(), String> {
    let timing = &exercise.timing;
    if timing.is_empty() {
        return Ok(());
    }
    holds(timing.len() == exercise.steps.len(), || text::needs("timing", "one entry for each of the steps"))?;
    let fits = timing.iter().all(|one| {
        let (by_seconds, by_count) = (one.s > 0.0, one.times > 0 && one.pace > 0.0);
        by_seconds != by_count && (1.0..=3600.0).contains(&one.lasts())
    });
    holds(fits, || text::needs("timing", "either s, or times and pace, with at least 1 second"))?;
    let texts = timing.iter().flat_map(|one| [&one.other, &one.last]).flatten();
    texts.filter(|text| !text.is_empty()).try_for_each(|text| line("timing", text, 90))?;
    let sum = timetable::of(exercise).last().map_or(0.0, |beat| f64::from(beat.until));
    holds((sum - f64::from(exercise.seconds)).abs() <= 0.51, || {
        text::bad_sum("seconds", &format!("{sum:.0} by timing"))
    })
}

impl Check for Pattern {
    fn check(&self) -> Result<(), String> {
        id(&self.id)?;
        line("name", &self.name, 60)?;
        within("cycles", self.cycles, 1, 200)?;
        within("max_cycles", self.max_cycles, self.cycles, 200)?;
        within("seconds", self.seconds, 10, 1200)?;
        paced(self)?;
        let held = self.phases.iter().any(|phase| matches!(phase.act, Breath::Hold | Breath::Rest));
        holds(self.holds == held, || text::bad_sum("holds", &held.to_string()))?;
        steps(&self.steps)?;
        line("why", &self.why, 120)?;
        line("caution", &self.caution, 120)?;
        holds(!self.when.is_empty(), || text::needs("use", "at least one occasion"))
    }
}

/// A paced pattern's cycles make up its seconds and its breaths a minute, each to rounding.
fn paced(pattern: &Pattern) -> Result<(), String> {
    let fits = pattern.phases.iter().all(|phase| (0.5..=60.0).contains(&phase.s));
    holds(fits, || text::needs("phases", "between 0.5 and 60 seconds each"))?;
    if pattern.phases.is_empty() {
        return holds(pattern.per_min == 0.0, || text::bad_sum("per_min", "0, because no phases pace it"));
    }
    let cycle: f64 = pattern.phases.iter().map(|phase| phase.s).sum();
    let (seconds, per_min) = (cycle * f64::from(pattern.cycles), 60.0 / cycle);
    holds((seconds - f64::from(pattern.seconds)).abs() <= 0.5, || {
        text::bad_sum("seconds", &format!("{seconds:.0} for {} cycles of {cycle}", pattern.cycles))
    })?;
    holds((per_min - pattern.per_min).abs() <= 0.01, || text::bad_sum("per_min", &format!("{per_min:.2}")))
}

impl Check for Nudge {
    fn check(&self) -> Result<(), String> {
        id(&self.id)?;
        line("text", &self.text, 90)
    }
}

impl Check for Prompt {
    fn check(&self) -> Result<(), String> {
        id(&self.id)?;
        line("text", &self.text, 160)?;
        line("skill", &self.skill, 40)?;
        holds(!self.when.is_empty(), || text::needs("when", "at least one occasion"))
    }
}

impl Check for Question {
    fn check(&self) -> Result<(), String> {
        id(&self.id)?;
        line("text", &self.text, 100)?;
        self.scale.iter().try_for_each(|scale| line("scale", scale, 60))?;
        self.options.iter().try_for_each(|option| line("options", option, 40))?;
        let one = self.scale.is_some() == self.options.is_empty() && self.options.len() != 1;
        holds(one, || text::needs("a question", "either a scale or two and more options"))
    }
}

impl Check for Plan {
    fn check(&self) -> Result<(), String> {
        id(&self.id)?;
        line("text", &self.text, 120)
    }
}

impl Check for WindDown {
    fn check(&self) -> Result<(), String> {
        id(&self.id)?;
        line("text", &self.text, 90)
    }
}

fn holds(it_does: bool, otherwise: impl FnOnce() -> String) -> Result<(), String> {
    if it_does { Ok(()) } else { Err(otherwise()) }
}

fn id(id: &str) -> Result<(), String> {
    let fits = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    holds((1..=60).contains(&id.len()) && id.bytes().all(fits), || text::needs("id", "a-z, 0-9 and -, at most 60"))
}

fn line(field: &str, text: &str, most: usize) -> Result<(), String> {
    let fits = !text.trim().is_empty() && text.chars().count() <= most && !text.chars().any(steers);
    holds(fits, || text::bad_text(field, most))
}

fn within(field: &str, number: u32, least: u32, most: u32) -> Result<(), String> {
    holds((least..=most).contains(&number), || text::bad_number(field, least, most))
}

fn steps(steps: &[String]) -> Result<(), String> {
    holds((3..=5).contains(&steps.len()), || text::needs("steps", "three to five short cues"))?;
    steps.iter().try_for_each(|step| line("steps", step, 90))
}

fn words(field: &str, given: &[String], all: &[&str]) -> Result<(), String> {
    holds(!given.is_empty(), || text::needs(field, "at least one word"))?;
    given.iter().try_for_each(|word| known(field, word, all))
}

fn known(field: &str, word: &str, all: &[&str]) -> Result<(), String> {
    holds(all.contains(&word), || text::bad_word(field, word, all))
}
