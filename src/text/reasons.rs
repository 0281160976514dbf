//! Why each thing was decided, in plain words: what `unhunch why` prints. One sentence each, without a full stop.

use super::menu::{self, hold as quiet, short_title};
use super::{clock, length, list, number};
use crate::engine::effect::Answered;
use crate::engine::event::Dismissal;
use crate::engine::instance::{CancelReason, Evidence};
use crate::engine::reason::Reason;
use crate::ledger::Entry;
use std::time::Duration;

/// The sentence for it.
#[must_use]
pub fn reason(reason: &Reason) -> String {
    with_names(reason).or_else(|| with_lengths(reason)).unwrap_or_else(|| fixed(reason))
}

/// The same where there may be none: nothing is said then.
#[must_use]
pub fn told(reason: Option<&Reason>) -> String {
    reason.map(self::reason).unwrap_or_default()
}

/// The reasons that name something or somebody.
#[expect(clippy::wildcard_enum_match_arm, reason = "a test of the contract goes through all")]
fn with_names(reason: &Reason) -> Option<String> {
    Some(match reason {
        Reason::Held { holds } => list(holds.iter().map(|hold| quiet(*hold))),
        Reason::Hold { hold } => quiet(*hold),
        Reason::Free { hold } => text!("reasons-free", hold = quiet(*hold)),
        Reason::Call { program: Some(program) } => text!("reasons-call-by", program),
        Reason::Connected { program: Some(program) } => text!("reasons-connected", program),
        Reason::Connected { program: None } => text!("reasons-connected-unnamed"),
        Reason::SenseLost { sense } => {
            text!("reasons-sense-lost", sense = sense.token())
        }
        Reason::DueAt { at } => text!("reasons-due-at", at = clock(*at)),
        Reason::LeftKeys { at } => text!("reasons-left-keys", at = clock(*at)),
        Reason::MeetingBegins { at } => text!("reasons-meeting-begins", at = clock(*at)),
        Reason::Bedtime { at } => text!("reasons-bedtime", at = clock(*at)),
        Reason::Snoozed { until, left: 0 } => text!("reasons-snoozed-last", until = clock(*until)),
        Reason::Snoozed { until, left } => text!("reasons-snoozed", until = clock(*until), left),
        Reason::Enough { most } => text!("reasons-enough", most),
        Reason::Sore { days, of } => text!("reasons-sore", days, of),
        Reason::Swapped { times, days } => {
            let times = number(usize::try_from(*times).unwrap_or(usize::MAX));
            text!("reasons-swapped", times, days)
        }
        Reason::AgainstARule { rule } => super::ledger::refused(rule),
        Reason::Legacy(sentence) => sentence.clone(),
        _ => return None,
    })
}

/// The reasons with lengths of time.
#[expect(clippy::wildcard_enum_match_arm, reason = "a test of the contract goes through all")]
fn with_lengths(reason: &Reason) -> Option<String> {
    let told = |span: &Duration| length(*span);
    Some(match reason {
        Reason::Worked { every } => text!("reasons-worked", every = told(every)),
        Reason::Unshifted { every } => text!("reasons-unshifted", every = told(every)),
        Reason::CallTooLong { after } => {
            text!("reasons-call-too-long", after = told(after))
        }
        Reason::ConnectionTooLong { after } => {
            text!("reasons-connection-too-long", after = told(after))
        }
        Reason::Taken { evidence: Evidence::Observed, lasted } => {
            text!("reasons-taken-observed", lasted = told(lasted))
        }
        Reason::Taken { evidence: Evidence::Guided, lasted } => {
            text!("reasons-taken-guided", lasted = told(lasted))
        }
        Reason::Taken { evidence: Evidence::Claimed, lasted } => {
            text!("reasons-taken-claimed", lasted = told(lasted))
        }
        Reason::TooShort { lasted, enough } => text!("reasons-too-short", lasted = told(lasted), enough = told(enough)),
        Reason::Tried { lasted, enough } => text!("reasons-tried", lasted = told(lasted), enough = told(enough)),
        Reason::NoInput { within } if *within == Duration::from_mins(1) => text!("reasons-no-input-minute"),
        Reason::NoInput { within } => text!("reasons-no-input", within = told(within)),
        Reason::OtherMachine { name, lasted } => {
            text!("reasons-other-machine", name = short_title(name), lasted = told(lasted))
        }
        Reason::AskedElsewhere { name } => text!("reasons-asked-elsewhere", name = short_title(name)),
        Reason::Elsewhere { name } => menu::elsewhere(name),
        Reason::OtherBreak { lasted } => text!("reasons-other-break", lasted = told(lasted)),
        Reason::Missed { window } => text!("reasons-missed", window = told(window)),
        Reason::AwayWhileOpen { rest } => text!("reasons-away-while-open", rest = told(rest)),
        Reason::Away { rest, worked, every } => {
            text!("reasons-away", rest = told(rest), worked = told(worked), every = told(every))
        }
        Reason::Reset { rest, worked } => {
            text!("reasons-reset", rest = told(rest), worked = told(worked))
        }
        _ => return None,
    })
}

/// The reasons that always read the same.
#[expect(clippy::wildcard_enum_match_arm, reason = "a test of the contract goes through all")]
fn fixed(reason: &Reason) -> String {
    match reason {
        Reason::GoodMoment => text!("reasons-good-moment"),
        Reason::Blind => text!("reasons-blind"),
        Reason::NothingHolds => text!("reasons-nothing-holds"),
        Reason::AfterCall => text!("reasons-after-call"),
        Reason::BroughtBack => text!("reasons-brought-back"),
        Reason::Undelivered => text!("reasons-undelivered"),
        Reason::Call { program: None } => text!("reasons-call"),
        Reason::OwnMeeting => text!("reasons-own-meeting"),
        Reason::PauseEnded => text!("reasons-pause-ended"),
        Reason::MeetingOver => text!("reasons-meeting-over"),
        Reason::Started => text!("reasons-started"),
        Reason::NotResumed => text!("reasons-not-resumed"),
        Reason::Skipped => text!("reasons-skipped"),
        Reason::NotOffered => text!("reasons-not-offered"),
        Reason::NextIsDue => text!("reasons-next-is-due"),
        Reason::HiddenUntilNext => text!("reasons-hidden-until-next"),
        Reason::HoursEnded => text!("reasons-hours-ended"),
        Reason::OneIsEnough => text!("reasons-one-is-enough"),
        Reason::Settling => text!("reasons-settling"),
        Reason::NearBreak => text!("reasons-near-break"),
        Reason::NoRoom => text!("reasons-no-room"),
        Reason::NoLine => text!("reasons-no-line"),
        Reason::JustTaken => text!("reasons-just-taken"),
        Reason::SetTime => text!("reasons-set-time"),
        Reason::Hurt => text!("reasons-hurt"),
        Reason::HurtTakenBack => text!("reasons-hurt-taken-back"),
        Reason::HiddenByHand => text!("reasons-hidden-by-hand"),
        Reason::ShownByHand => text!("reasons-shown-by-hand"),
        Reason::TooOften => text!("reasons-too-often"),
        Reason::MeetingAnswered { how } => answered(*how),
        Reason::Unanswered { how: Dismissal::Closed } => text!("reasons-unanswered-closed"),
        Reason::Unanswered { how: Dismissal::Expired } => text!("reasons-unanswered-expired"),
        Reason::Cancelled { reason } => cancelled(*reason),
        _ => String::new(),
    }
}

/// What became of the question at a meeting's end.
fn answered(how: Answered) -> String {
    match how {
        Answered::Now => text!("reasons-answered-now"),
        Answered::Later => text!("reasons-answered-later"),
        Answered::More => text!("reasons-answered-more"),
        Answered::Closed => text!("reasons-answered-closed"),
        Answered::Unanswered => text!("reasons-answered-unanswered"),
        Answered::Moot => text!("reasons-answered-moot"),
    }
}

/// Why it was cancelled.
fn cancelled(reason: CancelReason) -> String {
    match reason {
        CancelReason::NotRunning => text!("reasons-cancelled-not-running"),
        CancelReason::HoursEnded => text!("reasons-cancelled-hours-ended"),
        CancelReason::NotDelivered => text!("reasons-cancelled-not-delivered"),
        CancelReason::Removed => text!("reasons-cancelled-removed"),
    }
}

/// What was decided, in the words of a scenario; a sentence where those have none.
#[must_use]
pub fn decided(entry: &Entry) -> String {
    match entry.lines_left_out() {
        Some(lines) => text!("reasons-lines-left-out", lines),
        None => entry.text.clone(),
    }
}
