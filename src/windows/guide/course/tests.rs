//! What must hold of every exercise's timetable, over the whole shipped library.

use super::*;
use crate::{figures, library};

/// Every shipped exercise with its figure and its course.
fn all() -> Vec<(Exercise, Figure, Course)> {
    let exercises = library::content(&[]).0.content.exercises;
    let with = |exercise: Exercise| {
        let figure = figures::of(&exercise).expect("each has a figure");
        let course = Course::of(&exercise, Some(&figure));
        (exercise, figure, course)
    };
    exercises.into_iter().map(with).collect()
}

fn one(id: &str) -> (Exercise, Figure, Course) {
    all().into_iter().find(|(exercise, ..)| exercise.id == id).expect("a shipped exercise")
}

#[test]
fn courses_begin_at_nought_have_no_gap_and_last_as_long_as_the_exercise() {
    for (exercise, _, course) in all() {
        assert!(course.spans[0].from.abs() < 0.001, "{}", exercise.id);
        assert!(course.spans.windows(2).all(|two| (two[0].until - two[1].from).abs() < 0.001), "{}", exercise.id);
        assert!(course.spans.iter().all(|span| span.until > span.from - 0.001), "{}: {course:?}", exercise.id);
        let end = course.spans.last().expect("some").until;
        assert!(
            (end - f32::from(u16::try_from(exercise.seconds).expect("short"))).abs() < 0.1,
            "{}: {end}",
            exercise.id
        );
        assert!(course.at(end + 0.1).is_none());
    }
}

#[test]
fn every_cue_is_shown_and_long_enough_to_be_read() {
    for (exercise, _, course) in all() {
        for cue in 0..exercise.steps.len() {
            let shown = |span: &&Span| span.cue == cue && !span.other;
            let first = course.spans.iter().skip_while(|span| !shown(span)).take_while(shown);
            let from = first.clone().next().map(|span| span.from);
            let lasts = first.last().zip(from).map(|(last, from)| last.until - from);
            assert!(lasts.is_some_and(|lasts| lasts > 2.0), "{} cue {cue}: {lasts:?} in {course:?}", exercise.id);
        }
    }
}

#[test]
fn the_figure_goes_from_part_to_part_without_a_jump_but_where_the_sides_change_over() {
    for (exercise, _, course) in all() {
        for two in course.spans.windows(2).filter(|two| two[0].other == two[1].other) {
            let length = two[0].motion.length;
            let end = two[0].motion.at(two[0].until - two[0].from).0.rem_euclid(length);
            let far = (end - two[1].motion.from).abs();
            assert!(far.min(length - far) < 0.01, "{}: {end} then {}", exercise.id, two[1].motion.from);
        }
    }
}

#[test]
fn cue_and_figure_go_together_where_the_cue_has_a_pose() {
    for (exercise, figure, course) in all() {
        for span in course.spans.iter().filter(|span| span.motion.way.is_finite() && span.motion.way > 0.0) {
            let end = span.motion.at(span.until - span.from).0.rem_euclid(span.motion.length);
            let has_pose = figure.stays().iter().any(|stay| stay.cue == span.cue);
            let arrived = span.until - span.from >= span.motion.way;
            let last = span.cue + 1 == exercise.steps.len();
            assert!(
                !has_pose || !arrived || last || figure.cue(end) == span.cue,
                "{}: at {end} the figure shows {}, the cue is {}",
                exercise.id,
                figure.cue(end),
                span.cue
            );
        }
    }
}

#[test]
fn a_long_hold_is_held_under_the_cue_that_asks_for_it() {
    for (exercise, _, course) in all().into_iter().filter(|(exercise, ..)| exercise.hold_s >= LONG) {
        let longest = course.spans.iter().max_by(|a, b| (a.until - a.from).total_cmp(&(b.until - b.from)));
        let longest = longest.expect("some");
        let cue = &exercise.steps[longest.cue];
        assert!(words::stays(cue) || exercise.hold_s >= 40, "{}: {cue}", exercise.id);
    }
}

#[test]
fn two_sides_take_turns_and_only_where_the_figure_has_two() {
    for (exercise, figure, course) in all() {
        assert_eq!(course.spans.iter().any(|span| span.other), figure.two_sided(), "{}", exercise.id);
    }
    let (_, _, stretch) = one("upper-trap-stretch");
    let turns: Vec<bool> = stretch.changes().filter(|span| span.cue == 0).map(|span| span.other).collect();
    assert_eq!(turns, [false, true, false, true], "each side twice, in turn: every round ends with a change of sides");
}

#[test]
fn a_walk_never_stands_still() {
    for id in ["walk-5", "march-in-place", "cardio-5", "belly-breathing"] {
        let (_, figure, course) = one(id);
        for span in &course.spans {
            assert!(span.motion.way.is_infinite() && span.motion.pause.is_none(), "{id}");
            assert!(span.motion.shown(&figure, 1.3).1 <= 3.0, "{id}");
        }
    }
}

#[test]
fn an_exercise_without_a_figure_shares_its_time_evenly() {
    let (exercise, ..) = one("upper-trap-stretch");
    let course = Course::of(&exercise, None);
    let starts: Vec<f32> = course.spans.iter().map(|span| span.from).collect();
    assert_eq!(starts, [0.0, 22.5, 45.0, 67.5]);
    let none = Course::of(&Exercise { steps: Vec::new(), ..exercise }, None);
    assert_eq!(none.spans.len(), 1, "even one without steps has its time");
}
