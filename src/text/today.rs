//! What is said on the page Today, and the story of a break. Pure.

use super::formats::{range, time};
use super::menu::short_title;
use super::{capital, clock, clock_of_day};
use crate::engine::event::Feeling;
use crate::engine::instance::Outcome;
use crate::engine::moment::Stamp;
use crate::engine::tray_line::{Day, TrayLine, Until};
use crate::engine::view::TrayState;
use chrono::NaiveDate;

texts! {
    /// The app does not run.
    pub not_running: "today-not-running";
    /// Starts it.
    pub start_app: "today-start-app";
    /// It was started and does not answer yet.
    pub starting: "today-starting";
    /// It was started and does not answer at all.
    pub not_started: "today-not-started";
    /// Over the choices of a pause.
    pub pause_title: "today-pause-title";
    /// How a pause until tomorrow ends.
    pub pause_ends: "today-pause-ends";
    /// Over the lengths of a meeting.
    pub meet_title: "today-meet-title";
    /// Before a clock time that is written.
    pub until: "today-until";
    /// Takes the clock time that was written.
    pub until_then: "today-until-then";
    /// What was written is no clock time.
    pub no_clock: "today-no-clock";
    /// Over the day's timeline.
    pub day_title: "today-day-title";
    /// Nothing of today is recorded yet.
    pub no_day: "today-no-day";
    /// How to see a break's story.
    pub choose: "today-choose";
    /// Nothing was written down of a break.
    pub no_story: "today-no-story";
    /// The person's own word that a break was taken.
    pub claim: "today-claim";
    /// Takes the story off the page.
    pub close_story: "today-close-story";
    /// How neck, shoulders and back feel.
    pub feel_title: "today-feel-title";
    /// Leads to the page that says when to see someone.
    pub when_to_see_someone: "today-see-someone";
    /// Over the next meeting.
    pub meeting_title: "today-meeting-title";
    /// The person has seen it.
    pub seen: "today-seen";
    /// Tries it once more.
    pub again: "today-again";
    /// The first questions.
    pub answer: "today-answer";
    /// Leads to where it can be put right.
    pub look: "today-look";
}

/// A state of the tray in few words.
#[must_use]
pub fn state(state: TrayState) -> String {
    match state {
        TrayState::Counting => text!("today-state-counting"),
        TrayState::Due => text!("today-state-due"),
        TrayState::Snoozed => text!("today-state-snoozed"),
        TrayState::Break => text!("today-state-break"),
        TrayState::Held => text!("today-state-held"),
        TrayState::Paused => text!("today-state-paused"),
        TrayState::Overdue => text!("today-state-overdue"),
    }
}

/// An answer to how it feels.
#[must_use]
pub fn feeling(feeling: Feeling) -> String {
    match feeling {
        Feeling::Loose => text!("today-feel-loose"),
        Feeling::Tight => text!("today-feel-tight"),
        Feeling::Sore => text!("today-feel-sore"),
    }
}

/// An answer was kept.
#[must_use]
pub fn noted(feeling: Feeling) -> String {
    match feeling {
        Feeling::Loose => text!("today-noted-loose"),
        Feeling::Tight => text!("today-noted-tight"),
        Feeling::Sore => text!("today-noted-sore"),
    }
}

/// The next meeting, by its title where the person lets the calendar say.
#[must_use]
pub fn meeting(begins: Until, title: Option<&str>) -> String {
    let at = clock_of_day(begins);
    match title.map(short_title).filter(|title| !title.is_empty()) {
        Some(title) => text!("today-meeting-titled", at, title),
        None => text!("today-meeting", at),
    }
}

/// When a breath is offered before a meeting.
#[must_use]
pub fn breath(at: Stamp) -> String {
    text!("today-breath", at = clock(at))
}

/// The clock time that a line of the tray is about, if it is about one.
#[must_use]
pub fn clock_of(line: &TrayLine) -> Option<String> {
    match line {
        TrayLine::Next { at, .. } | TrayLine::Owed { at, .. } => Some(time(*at)),
        TrayLine::Snoozed { until, .. } => Some(time(*until)),
        TrayLine::OnABreak { until, .. } => until.map(time),
        TrayLine::Quiet { quiet, .. } => {
            // Nothing of it is over before the last of it is: an end that nobody knows is later than any.
            let ends: Option<Vec<Until>> = quiet.iter().map(|one| one.until).collect();
            let last = ends?.into_iter().max_by_key(|until| until.at)?;
            (last.day == Day::Today).then(|| time(last.at.time()))
        }
        TrayLine::MeetingOver
        | TrayLine::Undeliverable { .. }
        | TrayLine::Due { .. }
        | TrayLine::Waiting { .. }
        | TrayLine::NoBreaks => None,
    }
}

/// Which break a story is of, and what it came to; `day` is its day where that is not today.
#[must_use]
pub fn story_title(reminder: &str, day: Option<NaiveDate>, due: Stamp, ended: &str) -> String {
    let (reminder, at) = (capital(reminder), clock(due));
    match day {
        None => text!("today-story-title", reminder, at, ended),
        Some(day) => text!("today-story-title-of-day", reminder, day = range(day, day), at, ended),
    }
}

/// What a break counts as after the person's word.
#[must_use]
pub fn counts_as(outcome: Outcome) -> String {
    match outcome {
        Outcome::Taken => text!("today-counts-taken"),
        Outcome::Natural => text!("today-counts-natural"),
        Outcome::Skipped => text!("today-counts-skipped"),
        Outcome::Missed => text!("today-counts-missed"),
        Outcome::Excused => text!("today-counts-excused"),
        Outcome::Cancelled => text!("today-counts-cancelled"),
    }
}

/// The last line of a story that the person has corrected.
#[must_use]
pub fn by_your_word(ended: &str) -> String {
    text!("today-step-corrected", ended)
}

/// Whether a decision, in the words of a scenario, ends its break.
#[must_use]
pub fn closes(words: &[&str]) -> bool {
    let ends = ["taken", "natural", "skipped", "missed", "excused", "cancelled"];
    words.first().is_some_and(|first| ends.contains(first))
}

/// A decision of a break, which comes in the words of a scenario, and why, in a sentence.
#[must_use]
pub fn step(words: &[&str], why: &str, exercise: impl Fn(&str) -> Option<String>) -> String {
    let what = what(words, exercise);
    if why.is_empty() { text!("today-step-alone", what) } else { text!("today-step", what, why) }
}

fn what(words: &[&str], exercise: impl Fn(&str) -> Option<String>) -> String {
    match words.first().copied().unwrap_or_default() {
        "due" => text!("today-step-due"),
        "prompt" => prompt(words, exercise),
        "withdraw" => text!("today-step-withdraw"),
        "started" => text!("today-step-started"),
        "snoozed" => text!("today-step-snoozed"),
        "held" => text!("today-step-held"),
        "short" => text!("today-step-short"),
        "unanswered" => text!("today-step-unanswered"),
        "undelivered" => text!("today-step-undelivered"),
        "taken" => text!("today-step-taken"),
        "natural" => text!("today-step-natural"),
        "skipped" => text!("today-step-skipped"),
        "missed" => text!("today-step-missed"),
        "excused" => text!("today-step-excused"),
        "cancelled" => text!("today-step-cancelled"),
        // The journal may be of a later version: its own words are better than none.
        _ => words.join(" "),
    }
}

fn prompt(words: &[&str], exercise: impl Fn(&str) -> Option<String>) -> String {
    let name = words.last().and_then(|id| exercise(id));
    match (words.contains(&"again"), name) {
        (false, Some(name)) => text!("today-step-prompt-exercise", name),
        (false, None) => text!("today-step-prompt"),
        (true, _) => text!("today-step-again"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decision_is_a_sentence_with_its_reason() {
        let name = |id: &str| (id == "chin-tuck").then(|| "Chin tuck".to_owned());
        let said = |words: &str, why: &str| step(&words.split(' ').collect::<Vec<_>>(), why, name);
        assert_eq!(said("due movement", "50 min at the desk"), "It fell due: 50 min at the desk.");
        assert_eq!(said("prompt movement owed chin-tuck", ""), "It was shown, with Chin tuck.");
        assert_eq!(said("prompt movement again chin-tuck", ""), "It was shown again.");
        assert!(closes(&["cancelled", "movement", "not", "running"]) && !closes(&["short", "movement"]));
    }
}
