//! Why a request is refused, and what to do instead: one sentence each.

use super::{clock, length};
use crate::engine::refusal::Refusal;

/// The sentence for it.
#[must_use]
pub fn refusal(refusal: &Refusal) -> String {
    match refusal {
        Refusal::NoBreakRunning => "No break is running; `unhunch start` begins one.".into(),
        Refusal::NothingDue => "No break is due; `unhunch pause 30m` keeps the next one away for a while.".into(),
        Refusal::NotPaused => "There is no pause to end; `unhunch status` shows what is on.".into(),
        Refusal::AlreadyOnABreak => "A break is running already; `unhunch done` ends it.".into(),
        Refusal::BreakLongEnough => {
            "The break has lasted its whole time already; it ends as you go on, or by `unhunch done`.".into()
        }
        Refusal::NoBreaks => "No breaks are set; add one to the settings file that `unhunch config path` names.".into(),
        Refusal::AlreadySnoozed { until } => {
            format!("It is snoozed until {} already; `unhunch start` begins the break now.", clock(*until))
        }
        Refusal::SnoozesSpent => {
            "This break has been snoozed as often as the settings allow; start it or skip it.".into()
        }
        Refusal::NoSnooze => "The settings leave this break no snooze: `snooze.most` is 0, or `snooze.length` is over \
                              half of its `every`. Start it or skip it."
            .into(),
        Refusal::NoCall => "No call or meeting is on; `unhunch pause 30m` pauses by the clock.".into(),
        Refusal::AlreadyPast => "That time has passed already; name a later one, such as `unhunch pause 30m`.".into(),
        Refusal::NoOwnMeeting => {
            "You have told of no meeting; `unhunch meeting 45m` does. Calls and the calendar end by themselves.".into()
        }
        Refusal::MeetingPast => {
            "That meeting would be over already; name a later end, such as `unhunch meeting 45m`.".into()
        }
        Refusal::MeetingTooLong { most } => {
            format!("A meeting lasts {} at most; `unhunch pause day` is quiet until tomorrow.", length(*most))
        }
        Refusal::NoExercise { id } => {
            format!("No exercise is called `{id}`; `unhunch exercises list` names them all.")
        }
        Refusal::HiddenBySettings { id } => {
            format!("The setting `exercise.hidden` names `{id}`; what it names can be shown again only there.")
        }
        Refusal::HiddenAlready { id } => format!("`{id}` is hidden already."),
        Refusal::ShownAlready { id } => format!("`{id}` is not hidden."),
    }
}
