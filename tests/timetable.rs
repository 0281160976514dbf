//! Cues keep their own time, over the whole shipped library: what a cue says of seconds and of numbers is what the data do.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use unhunch::engine::content::{Breath, Exercise, Pattern};
use unhunch::engine::timetable::{self, Beat};
use unhunch::library;

const NUMBERS: [&str; 21] = [
    "nought",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
];

fn number(word: &str) -> Option<u8> {
    let at = NUMBERS.iter().position(|number| *number == word);
    at.and_then(|at| u8::try_from(at).ok()).or((word == "thirty").then_some(30))
}

/// What a cue names.
#[derive(Debug, Default, PartialEq)]
struct Named {
    seconds: f32,
    times: Option<u8>,
}

/// Read from the words, as a person reads them; the app itself never does.
fn named(cue: &str) -> Named {
    let lower = cue.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let mut named = Named::default();
    for (at, n) in words.iter().enumerate().filter_map(|(at, word)| Some((at, number(word)?))) {
        let next = || words[at + 1..].iter().take(3);
        let unit = next().find(|word| ["second", "minute", "breath"].iter().any(|unit| word.starts_with(unit)));
        match unit.copied() {
            Some(unit) if unit.starts_with("second") => named.seconds += f32::from(n),
            Some(unit) if unit.starts_with("minute") => named.seconds += 60.0 * f32::from(n),
            _ if n == 1 || at > 0 && words[at - 1] == "line" => {} // "one arm", "one slow circle", "one slow breath"
            Some(_) => named.times = Some(n),
            None if words.get(at + 1).is_none_or(|word| !["metres", "centimetres"].contains(word)) => {
                named.times = Some(n);
            }
            None => {}
        }
    }
    named
}

fn stands_as_it_says(exercise: &Exercise, beat: &Beat) {
    let (cue, lasts) = (beat.text(exercise), beat.lasts());
    let named = named(cue);
    let timing = beat.timing(exercise).unwrap();
    let line = format!("{}: {cue:?} stands {lasts} s, {timing:?}", exercise.id);
    if ["thirty centimetres", "for four", "for six"].iter().any(|part| cue.contains(part)) && named.seconds == 0.0 {
        return breathes_as_it_says(cue, lasts);
    }
    if named.seconds > 0.0 {
        assert!((lasts - named.seconds).abs() <= 0.05 * named.seconds, "{line}");
        return;
    }
    if let Some(times) = named.times {
        let circles = if cue.contains("each way") && cue.contains("Draw") { 2 } else { 1 };
        assert_eq!(timing.times, times * circles, "{line}");
    }
}

/// "In for four": the breath's own length.
fn breathes_as_it_says(cue: &str, lasts: f32) {
    for (says, n) in [("for four", 4.0), ("for six", 6.0)] {
        assert!(!cue.contains(says) || (lasts - n).abs() < 0.1, "{cue:?} stands {lasts} s");
    }
}

#[test]
fn every_cue_of_the_79_exercises_stands_as_long_as_it_says() {
    let exercises = library::content("en", &[]).0.content.exercises;
    assert_eq!(exercises.len(), 79);
    let mut seen = 0;
    for exercise in &exercises {
        let beats = timetable::of(exercise);
        assert!(beats[0].from.abs() < 0.001 && exercise.timing.len() == exercise.steps.len(), "{}", exercise.id);
        assert!(beats.windows(2).all(|two| (two[0].until - two[1].from).abs() < 0.01), "{}", exercise.id);
        let end = f64::from(beats.last().unwrap().until);
        assert!((end - f64::from(exercise.seconds)).abs() <= 0.51, "{}: {end}", exercise.id);
        for beat in &beats {
            stands_as_it_says(exercise, beat);
            seen += usize::from(named(beat.text(exercise)) != Named::default());
        }
    }
    assert!(seen > 150, "the cues name numbers: {seen}");
}

#[test]
fn every_cue_is_told_and_long_enough_to_be_read() {
    for exercise in library::content("en", &[]).0.content.exercises {
        let beats = timetable::of(&exercise);
        for step in 0..exercise.steps.len() {
            let first = beats.iter().find(|beat| beat.step == step).unwrap();
            assert!(first.told() && first.lasts() >= 2.0, "{}: {first:?}", exercise.id);
        }
    }
}

#[test]
fn nobody_is_told_to_change_sides_or_to_repeat_at_the_end() {
    let again = ["change ", "other way", "other side", "other foot", "repeat", "before the next", "swap"];
    for exercise in library::content("en", &[]).0.content.exercises {
        let beats = timetable::of(&exercise);
        let last = beats.last().unwrap().text(&exercise).to_lowercase();
        let both = exercise.both && last.contains("turn the other way"); // its last turn
        assert!(both || !again.iter().any(|word| last.contains(word)), "{}: {last}", exercise.id);
        for beat in beats.iter().filter(|beat| beat.other) {
            let told = timetable::of(&exercise).into_iter().find(|one| !one.other && one.step == beat.step).unwrap();
            let one_side = ["left", "right"].iter().any(|side| told.text(&exercise).split(' ').any(|w| w == *side));
            assert!(!one_side || told.text(&exercise) != beat.text(&exercise), "{}: {beat:?}", exercise.id);
        }
    }
}

/// The seconds that a pattern's cue names are those of its phase.
fn phase(pattern: &Pattern, cue: &str) -> Option<f64> {
    let lower = cue.to_lowercase();
    let act = if lower.starts_with("in ") || lower.contains("breathe in ") {
        Breath::In
    } else if lower.starts_with("out ") || lower.starts_with("hum ") {
        Breath::Out
    } else if lower.starts_with("wait empty") {
        Breath::Rest
    } else if ["wait", "hold", "pause"].iter().any(|word| lower.starts_with(word)) {
        Breath::Hold
    } else {
        return None;
    };
    pattern.phases.iter().find(|phase| phase.act == act).map(|phase| phase.s)
}

#[test]
fn every_cue_of_the_12_breathing_patterns_says_the_seconds_of_its_phase() {
    let patterns = library::content("en", &[]).0.content.patterns;
    assert_eq!(patterns.len(), 12);
    let mut seen = 0;
    for pattern in &patterns {
        for cue in &pattern.steps {
            let words: Vec<&str> = cue.trim_end_matches('.').split([' ', ',']).collect();
            let n = words.iter().zip(words.iter().skip(1)).find_map(|(a, b)| match *a {
                "for" | "as" => number(b),
                _ => None,
            });
            let Some((n, s)) = n.zip(phase(pattern, cue)) else { continue };
            let n = f64::from(n) + if cue.contains("and a half") { 0.5 } else { 0.0 };
            assert!((n - s).abs() <= 0.05 * n, "{}: {cue:?} has {s} s", pattern.id);
            seen += 1;
        }
    }
    assert!(seen >= 12, "{seen}");
}
