//! Why each thing was decided, in plain words: what `unhunch why` prints. One sentence each, without a full stop.

use super::menu::hold as quiet;
use super::{clock, length, number};
use crate::engine::effect::Answered;
use crate::engine::event::Dismissal;
use crate::engine::instance::{CancelReason, Evidence};
use crate::engine::reason::Reason;
use std::time::Duration;

/// The sentence for it.
#[must_use]
pub fn reason(reason: &Reason) -> String {
    with_names(reason).or_else(|| with_lengths(reason)).unwrap_or_else(|| fixed(reason).to_owned())
}

/// The same where there may be none: nothing is said then.
#[must_use]
pub fn told(reason: Option<&Reason>) -> String {
    reason.map(self::reason).unwrap_or_default()
}

/// The reasons that name something or somebody.
#[expect(clippy::wildcard_enum_match_arm, reason = "each is thought of in `fixed`")]
fn with_names(reason: &Reason) -> Option<String> {
    Some(match reason {
        Reason::Held { holds } => holds.iter().map(|hold| quiet(*hold)).collect::<Vec<_>>().join(", "),
        Reason::Hold { hold } => quiet(*hold).into(),
        Reason::Free { hold } => format!("no longer {}", quiet(*hold)),
        Reason::Call { program: Some(program) } => format!("{program} uses the microphone or camera"),
        Reason::Connected { program } => {
            format!("{} is connected to a call", program.as_deref().unwrap_or("a program"))
        }
        Reason::SenseLost { sense } => {
            format!("the {} sense does not answer; whatever it held is lifted", sense.token())
        }
        Reason::DueAt { at } => format!("it will be due at {}", clock(*at)),
        Reason::LeftKeys { at } => format!("you left the keys at {}", clock(*at)),
        Reason::MeetingBegins { at } => format!("a meeting begins at {}", clock(*at)),
        Reason::Bedtime { at } => format!("you set {} as bedtime", clock(*at)),
        Reason::Snoozed { until, left: 0 } => format!("you snoozed it until {}, no more snoozes", clock(*until)),
        Reason::Snoozed { until, left } => format!("you snoozed it until {}, {left} left", clock(*until)),
        Reason::Enough { most } => format!("{most} a day are enough"),
        Reason::Sore { days, of } => format!("you noted sore on {days} of the last {of} days"),
        Reason::Swapped { times, days } => {
            let times = number(usize::try_from(*times).unwrap_or(usize::MAX));
            format!("you swapped it {times} times in a row; it comes back in {days} days")
        }
        Reason::AgainstARule { rule } => super::ledger::refused(rule),
        Reason::Legacy(sentence) => sentence.clone(),
        _ => return None,
    })
}

/// The reasons with lengths of time.
#[expect(clippy::wildcard_enum_match_arm, reason = "each is thought of in `fixed`")]
fn with_lengths(reason: &Reason) -> Option<String> {
    let told = |span: &Duration| length(*span);
    Some(match reason {
        Reason::Worked { every } => format!("{} at the desk since the last break", told(every)),
        Reason::Unshifted { every } => format!("{} at the desk without a shift", told(every)),
        Reason::CallTooLong { after } => {
            format!("a call that seems to last {} is taken for a mistake of the sensor", told(after))
        }
        Reason::ConnectionTooLong { after } => {
            format!("a connection without microphone or camera for {} is taken for a messenger's own", told(after))
        }
        Reason::Taken { evidence: Evidence::Observed, lasted } => {
            format!("you were away from the keys; it lasted {}", told(lasted))
        }
        Reason::Taken { evidence: Evidence::Guided, lasted } => {
            format!("the guide ran to its end after {}", told(lasted))
        }
        Reason::Taken { evidence: Evidence::Claimed, lasted } => {
            format!("you said so after {}; input went on meanwhile", told(lasted))
        }
        Reason::TooShort { lasted, enough } => format!("it lasted {}; {} counts", told(lasted), told(enough)),
        Reason::Tried { lasted, enough } => format!(
            "you tried one for {}, and {} counts; nothing is recorded and the countdown goes on",
            told(lasted),
            told(enough)
        ),
        Reason::NoInput { within } if *within == Duration::from_mins(1) => "there was no input for a minute".into(),
        Reason::NoInput { within } => format!("there was no input for {}", told(within)),
        Reason::OtherBreak { lasted } => format!("another break of {} rested you for this one too", told(lasted)),
        Reason::Missed { window } => format!("no answer within {} at the desk", told(window)),
        Reason::AwayWhileOpen { rest } => format!("you were away for {} on your own", told(rest)),
        Reason::Away { rest, worked, every } => {
            format!("you were away for {} on your own, {} into {}", told(rest), told(worked), told(every))
        }
        Reason::Reset { rest, worked } => {
            format!("you were away for {} after only {} at the desk", told(rest), told(worked))
        }
        _ => return None,
    })
}

/// The reasons that always read the same.
fn fixed(reason: &Reason) -> &'static str {
    match reason {
        Reason::GoodMoment => "it is due, and the moment is as good as it gets",
        Reason::Blind => "input cannot be sensed, so no better moment can be waited for",
        Reason::NothingHolds => "nothing holds it back any more",
        Reason::AfterCall => "the call is over and it has been quiet for a while",
        Reason::BroughtBack => "a full screen may have hidden it, and is over",
        Reason::Undelivered => "no notification daemon answers; the tray and the command line can answer",
        Reason::Call { program: None } => "a microphone or camera is in use",
        Reason::OwnMeeting => "you said that you are in a meeting",
        Reason::PauseEnded => "the time you asked for is over",
        Reason::MeetingOver => "the time that you gave your meeting is over",
        Reason::Started => "you started it",
        Reason::NotResumed => "it was ended before it was long enough, and not resumed",
        Reason::Skipped => "you chose to skip it",
        Reason::NotOffered => "what you chose is no longer offered, and the break still waits for an answer",
        Reason::NextIsDue => "it was never shown, and the next one is due",
        Reason::HiddenUntilNext => "a full screen may have hidden it until the next one fell due",
        Reason::HoursEnded => "working hours ended before it could be shown",
        Reason::OneIsEnough => "one owed break is enough; a longer one is shown",
        Reason::Settling => "what made it quiet has only just ended",
        Reason::NearBreak => "a break is near, and covers it",
        Reason::NoRoom => "something else is on screen",
        Reason::NoLine => "no line fits the settings",
        Reason::JustTaken => "a break was just taken",
        Reason::SetTime => "it is the time you set for it",
        Reason::Hurt => "you said it hurt",
        Reason::HurtTakenBack => "you took back that it hurt",
        Reason::HiddenByHand => "you hid it; it stays away until you show it again",
        Reason::ShownByHand => "you showed it again",
        Reason::TooOften => "something switched too often in an hour; every break is in the record all the same",
        Reason::MeetingAnswered { how } => answered(*how),
        Reason::Unanswered { how: Dismissal::Closed } => "it was closed without a choice, which is no answer",
        Reason::Unanswered { how: Dismissal::Expired } => "it went away without a choice, which is no answer",
        Reason::Cancelled { reason } => cancelled(*reason),
        Reason::Legacy(_)
        | Reason::Call { program: Some(_) }
        | Reason::Held { .. }
        | Reason::Hold { .. }
        | Reason::Free { .. }
        | Reason::Connected { .. }
        | Reason::SenseLost { .. }
        | Reason::DueAt { .. }
        | Reason::LeftKeys { .. }
        | Reason::MeetingBegins { .. }
        | Reason::Bedtime { .. }
        | Reason::Snoozed { .. }
        | Reason::Enough { .. }
        | Reason::Sore { .. }
        | Reason::Swapped { .. }
        | Reason::AgainstARule { .. }
        | Reason::Worked { .. }
        | Reason::Unshifted { .. }
        | Reason::CallTooLong { .. }
        | Reason::ConnectionTooLong { .. }
        | Reason::Taken { .. }
        | Reason::TooShort { .. }
        | Reason::Tried { .. }
        | Reason::OtherBreak { .. }
        | Reason::NoInput { .. }
        | Reason::Missed { .. }
        | Reason::AwayWhileOpen { .. }
        | Reason::Away { .. }
        | Reason::Reset { .. } => "",
    }
}

/// What became of the question at a meeting's end.
fn answered(how: Answered) -> &'static str {
    match how {
        Answered::Now => "you started a break",
        Answered::Later => "you want it later",
        Answered::More => "you said that a meeting is on",
        Answered::Closed => "you closed the question or ended the meeting",
        Answered::Unanswered => "nobody answered, or nothing could ask",
        Answered::Moot => "something holds, or you have rested since",
    }
}

/// Why it was cancelled.
fn cancelled(reason: CancelReason) -> &'static str {
    match reason {
        CancelReason::NotRunning => "the app was not running for longer than an answer may take",
        CancelReason::HoursEnded => "working hours ended",
        CancelReason::NotDelivered => "it could not be shown",
        CancelReason::Removed => "this break was taken out of the settings",
    }
}

/// So many lines of the journal were not written.
#[must_use]
pub fn lines_left_out(lines: u32) -> String {
    format!("left out {lines} lines of the journal")
}
