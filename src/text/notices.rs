//! The words of the notifications. Titles stay under 60 characters; bodies are plain text, a line a thought.

use super::{capital, clock, guide as words, length, number, symptoms};
use crate::engine::content::{Content, Exercise, Line, Pattern};
use crate::engine::event::Action;
use crate::engine::moment::Stamp;
use crate::engine::notice::{Guided, Notice, NoticeText, Snooze, Wording};
use crate::library::{self, TierId};
use std::time::Duration;

/// The safety line that goes with every exercise.
pub const STOP: &str = "Move within comfort. Stop if anything hurts.";
/// The guide is here and not in its window.
const NO_WINDOW: &str = "The guide's window could not open, so its steps come here.";

/// The words of a notification; what is named in it is in this library.
#[must_use]
pub fn wording(notice: &Notice, library: &Content) -> Wording {
    let exercise = match &notice.text {
        NoticeText::Prompt { exercise: Some((id, _)), .. }
        | NoticeText::Guide { exercise: Some(Guided { id, .. }), .. } => find(library, id),
        NoticeText::Prompt { exercise: None, .. }
        | NoticeText::Guide { exercise: None, .. }
        | NoticeText::Nudge { .. }
        | NoticeText::Breath { .. }
        | NoticeText::CheckIn
        | NoticeText::MeetingOver { .. }
        | NoticeText::PauseEnded
        | NoticeText::HeadsUp { .. }
        | NoticeText::WindDown { .. }
        | NoticeText::Reflect { .. }
        | NoticeText::SeeSomeone => None,
    };
    let (title, body) = said(&notice.text, exercise, library);
    let label = |action: &Action| (*action, label(*action, &notice.text));
    Wording {
        kind: notice.kind(),
        title,
        body,
        actions: notice.actions.iter().map(label).collect(),
        picture: exercise.map(|e| e.id.clone()),
        lasts: if let NoticeText::Guide { left, .. } = notice.text { Some(left) } else { None },
    }
}

/// Title and body.
fn said(text: &NoticeText, exercise: Option<&Exercise>, library: &Content) -> (String, String) {
    let plain = |title: &str, body: &str| (title.to_owned(), body.to_owned());
    let line = |lines: &[Line], id: &str| {
        lines.iter().find(|one| one.id == id).map_or_else(String::new, |one| one.text.clone())
    };
    match text {
        NoticeText::Prompt { .. } => prompt(text, exercise),
        NoticeText::Guide { .. } => guide(text, exercise, library),
        NoticeText::Nudge { line } => {
            let nudge = library.nudges.iter().find(|one| one.id == *line);
            plain("Unhunch", nudge.map_or("", |one| one.text.as_str()))
        }
        NoticeText::Breath { pattern, start, no_window } => {
            breath(library.patterns.iter().find(|one| one.id == *pattern), *start, *no_window)
        }
        NoticeText::CheckIn => plain("How do neck, shoulders and back feel?", "Only for your own record."),
        NoticeText::MeetingOver { .. } => {
            plain("The time of your meeting is over", "Take a break before the next thing?")
        }
        NoticeText::PauseEnded => plain("The pause is over", "Breaks are on again."),
        NoticeText::HeadsUp { reminder, at } => {
            plain(&format!("{} break at {}", capital(reminder), clock(*at)), "Finish the sentence first.")
        }
        NoticeText::WindDown { line: id } => plain("Winding down", &line(&library.wind_downs, id)),
        NoticeText::Reflect { line: id } => plain("A moment to notice", &line(&library.reflections, id)),
        NoticeText::SeeSomeone => see_someone(),
    }
}

/// A break's prompt.
fn prompt(text: &NoticeText, exercise: Option<&Exercise>) -> (String, String) {
    let NoticeText::Prompt { reminder, exercise: offered, lasts, snooze, short } = text else {
        return Default::default();
    };
    let name = exercise.map_or("Stand up and move a little", |e| e.name.as_str());
    let more = match offered.as_ref().map_or(0, |(_, follow)| *follow) {
        0 => String::new(),
        follow => format!(", then {} more", number(follow)),
    };
    let mut body = vec![format!("{name}{more}, {}", length(*lasts))];
    body.extend(exercise.and_then(|e| e.steps.first()).cloned());
    body.extend(short.map(|enough| format!("{} is enough to count.", length(enough))));
    if *snooze == Snooze::Spent {
        body.push("Snoozed as often as you allow yourself: take it now, or skip it.".into());
    }
    let title = if reminder == "movement" { "Time to move".into() } else { format!("{} break", capital(reminder)) };
    (title, body.join("\n"))
}

/// The guide in the notification.
fn guide(text: &NoticeText, exercise: Option<&Exercise>, library: &Content) -> (String, String) {
    let NoticeText::Guide { exercise: guided, until, left, hurt, no_window, hidden } = text else {
        return Default::default();
    };
    let end = format!("{} ({} left)", clock(*until), length(*left));
    let mut body = match exercise.zip(guided.as_ref()) {
        Some((e, guided)) => {
            let cue = guided.cue.map(|cue| format!("{} of {}: {}", cue.step + 1, e.steps.len(), cue.text(e)));
            let times = format!("This exercise: {}. The break: until {end}", length(guided.left));
            cue.into_iter().chain([times, e.caution.clone()]).collect()
        }
        None => vec![words::walk(), format!("Until {end}"), STOP.to_owned()],
    };
    body.extend(hurt.then(|| library::red_flags(super::language()).stop_line));
    body.extend(no_window.then(|| NO_WINDOW.to_owned()));
    body.extend(hidden.as_deref().and_then(|id| find(library, id)).map(|e| words::hidden(&e.name)));
    (exercise.map_or_else(words::free, |e| e.name.clone()), body.join("\n"))
}

/// A breath before a meeting.
fn breath(pattern: Option<&Pattern>, start: Stamp, no_window: bool) -> (String, String) {
    let mut body = pattern.map_or_else(Vec::new, |pattern| {
        let minutes = length(Duration::from_secs(u64::from(pattern.seconds)));
        vec![format!("{}, {minutes}", pattern.name), pattern.steps.join(" "), pattern.caution.clone()]
    });
    body.extend(no_window.then(|| NO_WINDOW.to_owned()));
    (format!("A breath before your {} meeting", clock(start)), body.join("\n"))
}

/// Sore for weeks: the library's own words for it, with the notice that goes with every text on symptoms.
fn see_someone() -> (String, String) {
    let flags = library::red_flags(super::language());
    let (title, text) = flags.tier(TierId::Soon).map_or(("", ""), |tier| (tier.title.as_str(), tier.text.as_str()));
    let body = format!("{}\n{text}\n{}\n{}", symptoms::sore(), symptoms::more(), symptoms::notice(&flags));
    (title.to_owned(), body)
}

/// What an action is called on such a notification.
fn label(action: Action, text: &NoticeText) -> String {
    match (action, text) {
        (Action::Start, NoticeText::Breath { .. }) => "Breathe along".into(),
        (Action::Snooze, NoticeText::Prompt { snooze: Snooze::For(span), .. }) => format!("Snooze {}", length(*span)),
        (Action::More, NoticeText::MeetingOver { more }) => format!("{} more", length(*more)),
        (Action::Start, _) => "Start".into(),
        (Action::Snooze, _) => "Snooze".into(),
        (Action::More, _) => "More".into(),
        (Action::Skip, _) => "Skip".into(),
        (Action::Done, _) => words::done(),
        (Action::Undo, _) => words::undo(),
        (Action::Swap, _) => words::swap(),
        (Action::Hurt, _) => words::hurt_short(),
        (Action::Shifted, _) => "Shifted".into(),
        (Action::Fine, _) => "Already fine".into(),
        (Action::Loose, _) => "Loose".into(),
        (Action::Tight, _) => "Tight".into(),
        (Action::Sore, _) => "Sore".into(),
        (Action::Now, _) => "Break now".into(),
        (Action::Later, _) => "Later".into(),
    }
}

fn find<'a>(library: &'a Content, id: &str) -> Option<&'a Exercise> {
    library.exercises.iter().find(|exercise| exercise.id == id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_on_symptoms_comes_with_the_notice() {
        let (title, body) = see_someone();
        assert!(title.len() < 60 && !title.is_empty());
        assert!(body.contains("does not examine you, diagnose anything or replace care"), "{body}");
    }
}
