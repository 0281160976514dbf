//! The words of the notifications. Titles stay under 60 characters; bodies are plain text, a line a thought.

use super::{capital, clock, guide as text, length, number, symptoms};
use crate::engine::content::{Exercise, Pattern};
use crate::engine::effect::{Notice, NoticeKind};
use crate::engine::event::Action;
use crate::engine::moment::Stamp;
use crate::engine::timetable::Beat;
use crate::library::{self, TierId};
use std::time::Duration;

/// The safety line that goes with every exercise.
pub const STOP: &str = "Move within comfort. Stop if anything hurts.";

/// What a prompt offers of snoozing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Snooze {
    /// For this long.
    For(Duration),
    /// It was snoozed, and cannot be any more.
    Spent,
    /// The settings leave no room for any.
    Never,
}

/// A break's prompt. The exercise comes with how many follow it; `short` says how long is enough after a short try.
#[must_use]
pub fn prompt(
    reminder: &str,
    offered: Option<(&Exercise, usize)>,
    lasts: Duration,
    snooze: Snooze,
    short: Option<Duration>,
) -> Notice {
    let exercise = offered.map(|(exercise, _)| exercise);
    let name = exercise.map_or("Stand up and move a little", |e| e.name.as_str());
    let more = match offered.map_or(0, |(_, follow)| follow) {
        0 => String::new(),
        follow => format!(", then {} more", number(follow)),
    };
    let mut body = vec![format!("{name}{more}, {}", length(lasts))];
    body.extend(exercise.and_then(|e| e.steps.first()).cloned());
    if let Some(enough) = short {
        body.push(format!("{} is enough to count.", length(enough)));
    }
    let mut actions = vec![(Action::Start, "Start".to_owned())];
    match snooze {
        Snooze::For(span) => actions.push((Action::Snooze, format!("Snooze {}", length(span)))),
        Snooze::Never => {}
        Snooze::Spent => body.push("Snoozed as often as you allow yourself: take it now, or skip it.".into()),
    }
    actions.push((Action::Skip, "Skip".into()));
    let title = if reminder == "movement" { "Time to move".into() } else { format!("{} break", capital(reminder)) };
    Notice {
        kind: NoticeKind::Prompt,
        title,
        body: body.join("\n"),
        actions,
        picture: exercise.map(|e| e.id.clone()),
        lasts: None,
    }
}

/// What the guide's notification shows.
pub struct Guide<'a> {
    /// The exercise, its cue for now, and how long it goes on; none where the time is free.
    pub exercise: Option<(&'a Exercise, Option<&'a Beat>, Duration)>,
    /// The free time follows an exercise.
    pub after_one: bool,
    /// When the break ends.
    pub until: Stamp,
    /// How long the break goes on.
    pub left: Duration,
    /// Said this once.
    pub also: &'a [String],
    /// What was hidden here and can be shown again.
    pub hidden: Option<&'a str>,
}

/// The guide in the notification.
#[must_use]
pub fn guide(shown: &Guide<'_>) -> Notice {
    let exercise = shown.exercise.map(|(exercise, ..)| exercise);
    let end = format!("{} ({} left)", clock(shown.until), length(shown.left));
    let mut body = match shown.exercise {
        Some((e, cue, lasts)) => {
            let cue = cue.map(|beat| format!("{} of {}: {}", beat.step + 1, e.steps.len(), beat.text(e)));
            let times = format!("This exercise: {}. The break: until {end}", length(lasts));
            cue.into_iter().chain([times, e.caution.clone()]).collect()
        }
        None => vec![text::WALK.to_owned(), format!("Until {end}"), STOP.to_owned()],
    };
    body.extend_from_slice(shown.also);
    body.extend(shown.hidden.map(text::hidden));
    let mut actions = vec![(Action::Done, text::DONE.to_owned())];
    if shown.hidden.is_some() {
        actions.push((Action::Undo, text::UNDO.into()));
    }
    if exercise.is_some() {
        actions.push((Action::Swap, text::SWAP.into()));
    }
    if exercise.is_some() || shown.after_one {
        actions.push((Action::Hurt, text::HURT_SHORT.into()));
    }
    Notice {
        kind: NoticeKind::Guide,
        title: exercise.map_or(text::FREE, |e| e.name.as_str()).to_owned(),
        body: body.join("\n"),
        actions,
        picture: exercise.map(|e| e.id.clone()),
        lasts: Some(shown.left),
    }
}

/// When to stop: the line that follows an exercise that hurt.
#[must_use]
pub fn stop_line() -> String {
    library::red_flags(super::language()).stop_line
}

/// The guide is here and not in its window.
#[must_use]
pub fn no_window() -> String {
    "The guide's window could not open, so its steps come here.".into()
}

/// One quiet line. It asks for nothing; whoever likes can say what became of it.
#[must_use]
pub fn nudge(line: &str) -> Notice {
    let actions = vec![(Action::Shifted, "Shifted".to_owned()), (Action::Fine, "Already fine".to_owned())];
    Notice { actions, ..info(NoticeKind::Nudge, "Unhunch", line) }
}

/// A breath before a meeting. `along` offers the window that shows it; `also` is said this once.
#[must_use]
pub fn breath(pattern: &Pattern, start: Stamp, along: bool, also: &[String]) -> Notice {
    let minutes = length(Duration::from_secs(u64::from(pattern.seconds)));
    let mut body = vec![format!("{}, {minutes}", pattern.name), pattern.steps.join(" "), pattern.caution.clone()];
    body.extend_from_slice(also);
    let title = format!("A breath before your {} meeting", clock(start));
    Notice {
        actions: along.then(|| (Action::Start, "Breathe along".into())).into_iter().collect(),
        ..info(NoticeKind::Breath, &title, &body.join("\n"))
    }
}

/// How does it feel?
#[must_use]
pub fn check_in() -> Notice {
    Notice {
        kind: NoticeKind::CheckIn,
        title: "How do neck, shoulders and back feel?".into(),
        body: "Only for your own record.".into(),
        actions: vec![(Action::Loose, "Loose".into()), (Action::Tight, "Tight".into()), (Action::Sore, "Sore".into())],
        picture: None,
        lasts: None,
    }
}

/// The end of a meeting that the person told of.
#[must_use]
pub fn meeting_over(more: Duration) -> Notice {
    Notice {
        kind: NoticeKind::Question,
        title: "The time of your meeting is over".into(),
        body: "Take a break before the next thing?".into(),
        actions: vec![
            (Action::Now, "Break now".into()),
            (Action::Later, "Later".into()),
            (Action::More, format!("{} more", length(more))),
        ],
        picture: None,
        lasts: None,
    }
}

/// The end of a pause.
#[must_use]
pub fn pause_ended() -> Notice {
    info(NoticeKind::Info, "The pause is over", "Breaks are on again.")
}

/// A break will be due soon.
#[must_use]
pub fn heads_up(reminder: &str, at: Stamp) -> Notice {
    info(NoticeKind::Info, &format!("{} break at {}", capital(reminder), clock(at)), "Finish the sentence first.")
}

/// An hour to bed.
#[must_use]
pub fn wind_down(line: &str) -> Notice {
    info(NoticeKind::Info, "Winding down", line)
}

/// A thought for the day.
#[must_use]
pub fn reflect(line: &str) -> Notice {
    info(NoticeKind::Info, "A moment to notice", line)
}

/// Sore for weeks: the library's own words for it, with the notice that goes with every text on symptoms.
#[must_use]
pub fn see_someone() -> Notice {
    let flags = library::red_flags(super::language());
    let (title, text) = flags.tier(TierId::Soon).map_or(("", ""), |tier| (tier.title.as_str(), tier.text.as_str()));
    let body = format!("{}\n{text}\n{}\n{}", symptoms::sore(), symptoms::more(), symptoms::notice(&flags));
    info(NoticeKind::Info, title, &body)
}

fn info(kind: NoticeKind, title: &str, body: &str) -> Notice {
    Notice { kind, title: title.into(), body: body.into(), actions: Vec::new(), picture: None, lasts: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_on_symptoms_comes_with_the_notice() {
        let notice = see_someone();
        assert!(notice.title.len() < 60 && !notice.title.is_empty());
        assert!(notice.body.contains("does not examine you, diagnose anything or replace care"), "{}", notice.body);
    }
}
