//! Why a request is refused, and what to do instead: one sentence each.

use super::{clock, length};
use crate::engine::refusal::Refusal;

/// The sentence for it.
#[must_use]
pub fn refusal(refusal: &Refusal) -> String {
    match refusal {
        Refusal::NoBreakRunning => text!("refusals-no-break-running"),
        Refusal::NothingDue => text!("refusals-nothing-due"),
        Refusal::NotPaused => text!("refusals-not-paused"),
        Refusal::AlreadyOnABreak => text!("refusals-already-on-a-break"),
        Refusal::BreakLongEnough => {
            text!("refusals-break-long-enough")
        }
        Refusal::NoBreaks => text!("refusals-no-breaks"),
        Refusal::AlreadySnoozed { until } => {
            text!("refusals-already-snoozed", until = clock(*until))
        }
        Refusal::SnoozesSpent => {
            text!("refusals-snoozes-spent")
        }
        Refusal::NoSnooze => text!("refusals-no-snooze"),
        Refusal::NoCall => text!("refusals-no-call"),
        Refusal::AlreadyPast => text!("refusals-already-past"),
        Refusal::NoOwnMeeting => {
            text!("refusals-no-own-meeting")
        }
        Refusal::MeetingPast => {
            text!("refusals-meeting-past")
        }
        Refusal::MeetingTooLong { most } => {
            text!("refusals-meeting-too-long", most = length(*most))
        }
        Refusal::NoExercise { id } => {
            text!("refusals-no-exercise", id)
        }
        Refusal::HiddenBySettings { id } => {
            text!("refusals-hidden-by-settings", id)
        }
        Refusal::HiddenAlready { id } => text!("refusals-hidden-already", id),
        Refusal::ShownAlready { id } => text!("refusals-shown-already", id),
    }
}
