//! What must hold of the figure beside every exercise of the shipped library.

use super::scene::counter;
use super::{Subject, cues};
use crate::engine::content::{Does, Exercise};
use crate::figures::{Figure, Role, Shape};
use crate::windows::picture::course::{Course, Passage};
use crate::{figures, library};

/// Every shipped exercise with its figure and its course.
fn all() -> Vec<(Exercise, Figure, Course)> {
    let exercises = library::content("en", &[]).0.content.exercises;
    let with = |exercise: Exercise| {
        let figure = figures::of(&exercise).expect("each has a figure");
        let course = Course::of(&exercise, Some(&figure));
        (exercise, figure, course)
    };
    exercises.into_iter().map(with).collect()
}

/// As another language might have it: other letters, and more or fewer of them.
fn other_words(text: &mut String) {
    let letters: Vec<char> = text.chars().map(|c| if c.is_alphanumeric() { '\u{17e}' } else { c }).collect();
    let short = text.len().is_multiple_of(2);
    *text =
        if short { letters[..letters.len().div_ceil(2)].iter().collect() } else { letters.repeat(2).iter().collect() };
}

#[test]
fn in_other_words_every_cue_figure_and_counter_is_the_same() {
    let mut library = library::content("en", &[]).0;
    let english = library.content.clone();
    library.each_text(other_words);
    let mut counted = 0;
    for (english, other) in english.exercises.iter().zip(&library.content.exercises) {
        assert!(english.id == other.id && english.name != other.name && english.steps != other.steps);
        let courses = [english, other].map(|exercise| Course::of(exercise, figures::of(exercise).as_ref()));
        assert_eq!(courses[0], courses[1], "{}", english.id);
        for span in &courses[0].spans {
            for at in [span.beat.from, span.beat.from + 0.7 * span.beat.lasts()] {
                let [(one, stays), (two, as_long)] = [english, other].map(|exercise| counter(exercise, &span.beat, at));
                assert_eq!((&one, stays.to_bits()), (&two, as_long.to_bits()), "{}", english.id);
                counted += usize::from(one.is_some());
            }
        }
        let times = [english, other].map(|exercise| {
            cues(&Subject::Exercise(Box::new(exercise.clone()))).into_iter().map(|cue| cue.0).collect::<Vec<_>>()
        });
        assert_eq!(times[0], times[1], "{}", english.id);
    }
    assert!(counted > 300, "{counted}");
}

/// The kept pose that a moment of the figure lies in, or the moment.
fn pose(figure: &Figure, at: f32) -> (usize, f32) {
    let stay = figure.stays().iter().position(|stay| (stay.from - 0.01..stay.until + 0.01).contains(&at));
    stay.map_or((usize::MAX, at), |stay| (stay, 0.0))
}

/// Whether two moments of the figure look the same, but for its arrows.
fn alike(figure: &Figure, a: f32, b: f32) -> bool {
    let points = |at| {
        let solid = |shape: &&Shape| match shape {
            Shape::Fill { role, .. } | Shape::Line { role, .. } => *role != Role::Arrow,
        };
        let all = |shape: &Shape| match shape {
            Shape::Fill { points, .. } | Shape::Line { points, .. } => points.clone(),
        };
        figure.shapes(at).iter().filter(solid).flat_map(all).collect::<Vec<_>>()
    };
    let (a, b) = (points(a), points(b));
    a.len() == b.len() && a.iter().zip(&b).all(|(a, b)| (a[0] - b[0]).abs() < 0.01 && (a[1] - b[1]).abs() < 0.01)
}

#[test]
fn the_figure_goes_from_cue_to_cue_without_a_jump_but_where_the_sides_change_over() {
    for (exercise, figure, course) in all() {
        for two in course.spans.windows(2).filter(|two| two[0].beat.other == two[1].beat.other) {
            let end = pose(&figure, two[0].motion.at(two[0].beat.lasts()).0);
            let next = pose(&figure, two[1].motion.at(0.0).0);
            let same = end.0 == next.0 && (end.1 - next.1).abs() < 0.02;
            // What is gone round by itself ends in the pose in which it began.
            let alike = || alike(&figure, two[0].motion.at(two[0].beat.lasts()).0, two[1].motion.at(0.0).0);
            assert!(same || alike(), "{}: {end:?} then {next:?}", exercise.id);
        }
    }
}

#[test]
fn a_cue_with_a_pose_is_in_it_before_its_time_is_over() {
    let mut seen = 0;
    for (exercise, figure, course) in all() {
        for span in course.spans.iter().filter(|span| span.motion.way.is_finite() && span.motion.way > 0.0) {
            let Some(timing) = span.beat.timing(&exercise) else { continue };
            if timing.figure == Does::Returns || timing.times > 0 && timing.figure != Does::Holds {
                continue;
            }
            let end = span.motion.at(0.81 * span.beat.lasts()).0;
            assert_eq!(figure.cue(end), span.beat.step, "{} at {end}", exercise.id);
            seen += 1;
        }
    }
    assert!(seen > 250, "{seen}");
}

/// As often as the data say, counted by watching it come round.
#[test]
fn the_figure_makes_as_many_movements_as_are_counted_and_holds_still_in_a_hold() {
    let mut seen = 0;
    for (exercise, _, course) in all() {
        for span in &course.spans {
            let Some(timing) = span.beat.timing(&exercise) else { panic!("{} has no times", exercise.id) };
            let at = |share: f32| span.motion.at(span.beat.lasts() * share).0;
            if timing.figure == Does::Holds {
                assert!((at(0.8) - at(1.0)).abs() < 0.01, "{}: it moves in a hold", exercise.id);
            } else if timing.times > 0 {
                let off = (at(1.0) - span.motion.from).rem_euclid(span.motion.length);
                let gone: f32 = (1..=1000u16)
                    .map(|n| {
                        let step = at(f32::from(n) / 1000.0) - at(f32::from(n - 1) / 1000.0);
                        let step = step.rem_euclid(span.motion.length);
                        if step > span.motion.length - 0.01 { 0.0 } else { step }
                    })
                    .sum();
                let turns = gone / span.motion.length;
                assert!((turns - f32::from(timing.times)).abs() < 0.02, "{}: {turns} in {span:?}", exercise.id);
                assert!(off.min(span.motion.length - off) < 0.01, "{}: ends where it began", exercise.id);
                seen += 1;
            }
        }
    }
    assert!(seen > 15, "{seen}");
}

/// A repetition that is gone through cue by cue is one movement: out of where it begins and back.
#[test]
fn each_repetition_moves_the_figure() {
    for (exercise, figure, course) in all() {
        let rounds: Vec<&Passage> = course.spans.iter().filter(|span| span.beat.round.1 > 1).collect();
        for n in rounds.iter().map(|span| (span.beat.round.0, span.beat.other)) {
            let way: f32 = rounds
                .iter()
                .filter(|span| (span.beat.round.0, span.beat.other) == n)
                .map(|span| span.motion.way.min(span.beat.lasts()))
                .sum();
            assert!(way > 0.3 || figure.stays().len() < 2, "{} {n:?}: {way}", exercise.id);
        }
    }
}

#[test]
fn two_sides_take_turns_and_only_where_the_figure_has_two() {
    for (exercise, figure, course) in all() {
        assert_eq!(course.spans.iter().any(|span| span.beat.other), figure.two_sided(), "{}", exercise.id);
    }
}

#[test]
fn who_walks_never_stands_still() {
    for (exercise, _, course) in all().into_iter().filter(|one| one.0.id.starts_with("walk-")) {
        assert!(course.spans.iter().all(|span| span.motion.way.is_infinite()), "{}", exercise.id);
    }
}
