//! The words of the guide: in its window, in a terminal where no window can open, and what the app says of that window.

use super::did_you_mean::did_you_mean;
use crate::engine::content::{Breath, Exercise, Pattern};
use std::time::Duration;

texts! {
    /// The person is done.
    pub done: "guide-done";
    /// Another exercise.
    pub swap: "guide-swap";
    /// Not for this person.
    pub hurt: "guide-hurt";
    /// The same where there is little room.
    pub hurt_short: "guide-hurt-short";
    /// What was hidden is shown again.
    pub undo: "guide-undo";
    /// The window away.
    pub close: "guide-close";
    /// The sound of a step, as mixers list it.
    pub sound: "guide-sound";
}

/// The title of the window.
#[must_use]
pub fn title(name: &str) -> String {
    text!("guide-title", name)
}

texts! {
    /// The name of what is shown when nothing is to be done.
    pub free: "guide-free";
    /// What to do with it.
    pub walk: "guide-walk";
    /// The time is up.
    pub over: "guide-over";
}

/// Where one is in the steps.
#[must_use]
pub fn step(n: usize, of: usize, other_side: bool) -> String {
    if other_side { text!("guide-step-other-side", n, of) } else { text!("guide-step", n, of) }
}

/// The cue after this one.
#[must_use]
pub fn next(cue: &str) -> String {
    text!("guide-next", cue)
}

texts! {
    /// That the sides change over next.
    pub other_side: "guide-other-side";
}

/// How often and how long: "8 times, hold for 3 s".
#[must_use]
pub fn dose(exercise: &Exercise) -> Option<String> {
    let times = match (exercise.reps, exercise.sides) {
        (0 | 1, 2) => Some(text!("guide-dose-once-each")),
        (0 | 1, _) => None,
        (n, 2) => Some(text!("guide-dose-times-each", n)),
        (n, _) => Some(text!("guide-dose-times", n)),
    };
    let hold = (exercise.hold_s > 1).then(|| text!("guide-dose-hold", seconds = exercise.hold_s));
    match (times, hold) {
        (Some(times), Some(hold)) => Some(super::list([times, hold])),
        (Some(times), None) => Some(times),
        (None, hold) => hold.map(|hold| super::capital(&hold)),
    }
}

/// What became of an exercise that hurts.
#[must_use]
pub fn hidden(name: &str) -> String {
    text!("guide-hidden", name)
}

/// Which one of several it is: "3 of 10".
#[must_use]
pub fn one_of(n: u32, of: u32) -> String {
    text!("guide-one-of", n, of)
}

/// Seconds that a hold still lasts: "17 s".
#[must_use]
pub fn hold(left: u32) -> String {
    text!("guide-hold", left)
}

/// What is done by that name is not known.
#[must_use]
pub fn no_such(id: &str, near: &[&str]) -> String {
    let meant = did_you_mean(near).map(|meant| format!(" {meant}")).unwrap_or_default();
    text!("guide-no-such", id, meant)
}

/// The first line in a terminal.
#[must_use]
pub fn heading(name: &str, lasts: Duration) -> String {
    text!("guide-heading", name, lasts = super::length(lasts))
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
    text!("guide-figure", name, cue)
}

/// What to do with the breath.
#[must_use]
pub fn breath(act: Breath) -> String {
    match act {
        Breath::In => text!("guide-breath-in"),
        Breath::TopUp => text!("guide-breath-top-up"),
        Breath::Hold => text!("guide-breath-hold"),
        Breath::Out => text!("guide-breath-out"),
        Breath::Rest => text!("guide-breath-rest"),
    }
}

texts! {
    /// What to do where nothing is paced.
    pub own_breath: "guide-own-breath";
}

/// The circle for those who do not see it.
#[must_use]
pub fn circle(word: &str, count: Option<u64>) -> String {
    count.map_or_else(|| word.to_owned(), |count| format!("{word}, {count}"))
}

/// How many breaths are left, this one included.
#[must_use]
pub fn cycles(left: u32) -> String {
    text!("guide-cycles", left)
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
    text!("guide-of-break", left = clock(left))
}

/// The time left, said.
#[must_use]
pub fn left(left: Duration) -> String {
    text!("guide-left", left = super::length(Duration::from_secs(whole(left))))
}

/// Seconds begun count: it says 0:01 until nothing is left.
fn whole(left: Duration) -> u64 {
    left.as_secs() + u64::from(left.subsec_nanos() > 0)
}

texts! {
    /// The window is on screen.
    pub opened: "guide-opened";
    /// It was already.
    pub in_front: "guide-in-front";
    /// The break ended before the window was there.
    pub too_late: "guide-too-late";
    /// Windows need a display.
    pub no_display: "guide-no-display";
}

/// No window opened.
#[must_use]
pub fn not_opened(why: &str) -> String {
    match why.trim_end_matches('.') {
        "" => text!("guide-not-opened"),
        why => text!("guide-not-opened-because", why),
    }
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
