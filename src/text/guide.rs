//! The words of the guide: in its window, and in a terminal where no window can open.

use super::did_you_mean::did_you_mean;
use crate::engine::content::{Breath, Exercise, Pattern};
use std::time::Duration;

/// The person is done.
pub const DONE: &str = "Done";
/// Another exercise.
pub const SWAP: &str = "Swap";
/// Not for this person.
pub const HURT: &str = "Hurts or not for me";
/// The same where there is little room.
pub const HURT_SHORT: &str = "Hurts";
/// What was hidden is shown again.
pub const UNDO: &str = "Undo";
/// The window away.
pub const CLOSE: &str = "Close";

/// The sound of a step, as mixers list it.
pub const SOUND: &str = "Next step";

/// The title of the window.
#[must_use]
pub fn title(name: &str) -> String {
    format!("{name} – Unhunch")
}

/// The name of what is shown when nothing is to be done.
pub const FREE: &str = "Free time";

/// What to do with it.
pub const WALK: &str = "Walk a little, look far.";

/// The time is up.
pub const OVER: &str = "That is it. Ease back in.";

/// Where one is in the steps.
#[must_use]
pub fn step(n: usize, of: usize, other_side: bool) -> String {
    let side = if other_side { ", other side" } else { "" };
    format!("Step {n} of {of}{side}")
}

/// The cue after this one.
#[must_use]
pub fn next(cue: &str) -> String {
    format!("Then: {cue}")
}

/// That the sides change over next.
pub const OTHER_SIDE: &str = "the other side.";

/// How often and how long: "8 times, hold for 3 s".
#[must_use]
pub fn dose(exercise: &Exercise) -> Option<String> {
    let each = if exercise.sides == 2 { " on each side" } else { "" };
    let times = match exercise.reps {
        0 | 1 if exercise.sides == 2 => Some("Once on each side".to_owned()),
        0 | 1 => None,
        n => Some(format!("{n} times{each}")),
    };
    let hold = (exercise.hold_s > 1).then(|| format!("hold for {} s", exercise.hold_s));
    match (times, hold) {
        (Some(times), Some(hold)) => Some(format!("{times}, {hold}")),
        (Some(times), None) => Some(times),
        (None, Some(hold)) => Some(super::capital(&hold)),
        (None, None) => None,
    }
}

/// What became of an exercise that hurts.
#[must_use]
pub fn hidden(name: &str) -> String {
    format!("{name} is hidden. You can show it again under Exercises.")
}

/// Which one of several it is: "3 of 10".
#[must_use]
pub fn one_of(n: u32, of: u32) -> String {
    format!("{n} of {of}")
}

/// Seconds that a hold still lasts: "17 s".
#[must_use]
pub fn hold(left: u32) -> String {
    format!("{left} s")
}

/// What is done by that name is not known.
#[must_use]
pub fn no_such(id: &str, near: &[&str]) -> String {
    let meant = did_you_mean(near).map(|meant| format!(" {meant}")).unwrap_or_default();
    format!("There is no exercise or breathing pattern named {id}.{meant} `unhunch exercises` lists the exercises.")
}

/// The first line in a terminal.
#[must_use]
pub fn heading(name: &str, lasts: Duration) -> String {
    format!("{name}, {}. Ctrl-C ends it.", super::length(lasts))
}

/// A breathing pattern as a page.
#[must_use]
pub fn pattern_page(pattern: &Pattern) -> String {
    let lasts = super::length(Duration::from_secs(pattern.seconds.into()));
    let mut lines = vec![format!("{} ({lasts})", pattern.name), String::new()];
    lines.extend(pattern.steps.iter().enumerate().map(|(at, step)| format!("  {}. {step}", at + 1)));
    lines.extend([String::new(), pattern.why.clone(), pattern.caution.clone()]);
    lines.join("\n")
}

/// The figure for those who do not see it.
#[must_use]
pub fn figure(name: &str, cue: &str) -> String {
    format!("A figure doing it, {name}: {cue}")
}

/// What to do with the breath.
#[must_use]
pub const fn breath(act: Breath) -> &'static str {
    match act {
        Breath::In => "Breathe in",
        Breath::TopUp => "A little more in",
        Breath::Hold => "Hold",
        Breath::Out => "Breathe out",
        Breath::Rest => "Rest empty",
    }
}

/// What to do where nothing is paced.
pub const OWN_BREATH: &str = "Breathe as it comes";

/// The circle for those who do not see it.
#[must_use]
pub fn circle(word: &str, count: Option<u64>) -> String {
    count.map_or_else(|| word.to_owned(), |count| format!("{word}, {count}"))
}

/// How many breaths are left, this one included.
#[must_use]
pub fn cycles(left: u32) -> String {
    if left == 1 { "Last breath".into() } else { format!("{left} breaths left") }
}

/// The time left as a clock shows it: "1:20".
#[must_use]
pub fn clock(left: Duration) -> String {
    let s = whole(left);
    format!("{}:{:02}", s / 60, s % 60)
}

/// The time left of the break, beside that of its exercise: "Break 2:20".
#[must_use]
pub fn of_break(left: Duration) -> String {
    format!("Break {}", clock(left))
}

/// The time left, said.
#[must_use]
pub fn left(left: Duration) -> String {
    format!("Time left: {}", super::length(Duration::from_secs(whole(left))))
}

/// Seconds begun count: it says 0:01 until nothing is left.
fn whole(left: Duration) -> u64 {
    left.as_secs() + u64::from(left.subsec_nanos() > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_left_are_told_to_the_second_that_has_begun() {
        assert_eq!(clock(Duration::from_millis(79_001)), "1:20");
        assert_eq!(clock(Duration::ZERO), "0:00");
        assert_eq!(left(Duration::from_secs(80)), "Time left: 1 min 20 s");
    }
}
