//! The words of the notifications. Titles stay under 60 characters; bodies are plain text, a line a thought.

use super::{capital, clock, guide as words, length, number, symptoms};
use crate::engine::content::{Content, Exercise, Line, Pattern};
use crate::engine::event::Action;
use crate::engine::moment::Stamp;
use crate::engine::notice::{Guided, Notice, NoticeText, Snooze, Wording};
use crate::engine::timetable::Cue;
use crate::library::TierId;
use std::time::Duration;

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
    let line = |lines: &[Line], id: &str| {
        lines.iter().find(|one| one.id == id).map_or_else(String::new, |one| one.text.clone())
    };
    match text {
        NoticeText::Prompt { .. } => prompt(text, exercise),
        NoticeText::Guide { .. } => guide(text, exercise, library),
        NoticeText::Nudge { line } => {
            let of_library = library.nudges.iter().find(|one| one.id == *line);
            // What is in no library is the name that the person gave it.
            let own = || (capital(&line.replace('-', " ")), text!("notices-own-nudge"));
            of_library.map_or_else(own, |one| (text!("notices-app"), one.text.clone()))
        }
        NoticeText::Breath { pattern, start, no_window } => {
            breath(library.patterns.iter().find(|one| one.id == *pattern), *start, *no_window)
        }
        NoticeText::CheckIn => (text!("notices-check-in"), text!("notices-check-in-body")),
        NoticeText::MeetingOver { .. } => (text!("notices-meeting-over"), text!("notices-meeting-over-body")),
        NoticeText::PauseEnded => (text!("notices-pause-ended"), text!("notices-pause-ended-body")),
        NoticeText::HeadsUp { reminder, at } => {
            let title = text!("notices-heads-up", reminder = capital(reminder), at = clock(*at));
            (title, text!("notices-heads-up-body"))
        }
        NoticeText::WindDown { line: id } => (text!("notices-wind-down"), line(&library.wind_downs, id)),
        NoticeText::Reflect { line: id } => (text!("notices-reflect"), line(&library.reflections, id)),
        NoticeText::SeeSomeone => see_someone(),
    }
}

/// A break's prompt.
fn prompt(text: &NoticeText, exercise: Option<&Exercise>) -> (String, String) {
    let NoticeText::Prompt { reminder, exercise: offered, lasts, snooze, short } = text else {
        return Default::default();
    };
    let name = exercise.map_or_else(|| text!("notices-prompt-move"), |e| e.name.clone());
    let first = match offered.as_ref().map_or(0, |(_, follow)| *follow) {
        0 => text!("notices-prompt-one", name, length = length(*lasts)),
        follow => text!("notices-prompt-more", name, more = number(follow), length = length(*lasts)),
    };
    let mut body = vec![first];
    body.extend(exercise.and_then(|e| e.steps.first()).cloned());
    body.extend(short.map(|enough| text!("notices-prompt-enough", length = length(enough))));
    body.extend((*snooze == Snooze::Spent).then(|| text!("notices-prompt-spent")));
    let title = match reminder.as_str() {
        "movement" => text!("notices-prompt-movement"),
        other => text!("notices-prompt-break", reminder = capital(other)),
    };
    (title, body.join("\n"))
}

/// The guide in the notification.
fn guide(text: &NoticeText, exercise: Option<&Exercise>, library: &Content) -> (String, String) {
    let NoticeText::Guide { exercise: guided, until, left, hurt, no_window, hidden } = text else {
        return Default::default();
    };
    let (until, left) = (clock(*until), length(*left));
    let mut body = match exercise.zip(guided.as_ref()) {
        Some((e, guided)) => {
            let cue = |cue: Cue| text!("notices-guide-cue", at = cue.step + 1, of = e.steps.len(), cue = cue.text(e));
            let times = text!("notices-guide-times", exercise = length(guided.left), until, left);
            guided.cue.map(cue).into_iter().chain([times, e.caution.clone()]).collect()
        }
        None => vec![words::walk(), text!("notices-guide-free", until, left), text!("notices-guide-stop")],
    };
    body.extend(hurt.then(|| super::library::red_flags().stop_line));
    body.extend(no_window.then(self::no_window));
    body.extend(hidden.as_deref().and_then(|id| find(library, id)).map(|e| words::hidden(&e.name)));
    (exercise.map_or_else(words::free, |e| e.name.clone()), body.join("\n"))
}

texts! {
    /// The guide is here and not in its window.
    no_window: "notices-guide-no-window";
}

/// A breath before a meeting.
fn breath(pattern: Option<&Pattern>, start: Stamp, no_window: bool) -> (String, String) {
    let mut body = pattern.map_or_else(Vec::new, |pattern| {
        let length = length(Duration::from_secs(u64::from(pattern.seconds)));
        let first = text!("notices-breath-pattern", name = pattern.name.as_str(), length);
        vec![first, pattern.steps.join(" "), pattern.caution.clone()]
    });
    body.extend(no_window.then(self::no_window));
    (text!("notices-breath", at = clock(start)), body.join("\n"))
}

/// Sore for weeks: the library's own words for it, with the notice that goes with every text on symptoms.
fn see_someone() -> (String, String) {
    let flags = super::library::red_flags();
    let (title, text) = flags.tier(TierId::Soon).map_or(("", ""), |tier| (tier.title.as_str(), tier.text.as_str()));
    let body = format!("{}\n{text}\n{}\n{}", symptoms::sore(), symptoms::more(), symptoms::notice(&flags));
    (title.to_owned(), body)
}

/// What an action is called on such a notification.
fn label(action: Action, text: &NoticeText) -> String {
    match (action, text) {
        (Action::Start, NoticeText::Breath { .. }) => text!("notices-do-breathe"),
        (Action::Snooze, NoticeText::Prompt { snooze: Snooze::For(span), .. }) => {
            text!("notices-do-snooze-for", length = length(*span))
        }
        (Action::More, NoticeText::MeetingOver { more }) => text!("notices-do-more-of", length = length(*more)),
        (Action::Start, _) => text!("notices-do-start"),
        (Action::Snooze, _) => text!("notices-do-snooze"),
        (Action::More, _) => text!("notices-do-more"),
        (Action::Skip, _) => text!("notices-do-skip"),
        (Action::Done, _) => words::done(),
        (Action::Undo, _) => words::undo(),
        (Action::Swap, _) => words::swap(),
        (Action::Hurt, _) => words::hurt_short(),
        (Action::Shifted, _) => text!("notices-do-shifted"),
        (Action::Fine, _) => text!("notices-do-fine"),
        (Action::Loose, _) => text!("notices-do-loose"),
        (Action::Tight, _) => text!("notices-do-tight"),
        (Action::Sore, _) => text!("notices-do-sore"),
        (Action::Now, _) => text!("notices-do-now"),
        (Action::Later, _) => text!("notices-do-later"),
    }
}

fn find<'a>(library: &'a Content, id: &str) -> Option<&'a Exercise> {
    library.exercises.iter().find(|exercise| exercise.id == id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quiet_line_that_a_person_has_named_is_told_by_its_name() {
        let notice = |line: &str| Notice { text: NoticeText::Nudge { line: line.into() }, actions: Vec::new() };
        let (library, _) = crate::library::content(crate::library::ENGLISH, &[]);
        assert_eq!(wording(&notice("herbal-tea"), &library.content).title, "Herbal tea");
        let shipped = wording(&notice("open-hands"), &library.content);
        assert_eq!((shipped.title.as_str(), shipped.body.contains("Unclench")), ("Unhunch", true));
    }

    #[test]
    fn a_text_on_symptoms_comes_with_the_notice() {
        let (title, body) = see_someone();
        assert!(title.len() < 60 && !title.is_empty());
        assert!(body.contains("does not examine you, diagnose anything or replace care"), "{body}");
    }
}
