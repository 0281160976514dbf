//! Why each thing was decided, in plain words: what `unhunch why` prints. One sentence each, without a full stop.

use super::{clock, length};
use crate::engine::effect::Answered;
use crate::engine::event::{Dismissal, Sense};
use crate::engine::instance::{CancelReason, Evidence, Hold};
use crate::engine::moment::Stamp;
use std::collections::BTreeSet;
use std::time::Duration;

macro_rules! fixed {
    ($($(#[$doc:meta])* $name:ident => $text:literal;)*) => {
        $($(#[$doc])* #[must_use] pub fn $name() -> String { $text.into() })*
    };
}

fixed! {
    /// The person pressed *Skip*.
    chose_skip => "you chose to skip it";
    /// A pause ended by itself.
    pause_ended => "the time you asked for is over";
    /// A call hold was on for eight hours.
    call_too_long => "a call that seems to last 8 h is taken for a mistake of the sensor";
    /// A connection without a device was on for two hours.
    connection_too_long => "a connection without microphone or camera for 2 h is taken for a messenger's own";
    /// The person told of a meeting.
    own_meeting => "you said that you are in a meeting";
    /// The person's meeting is over.
    meeting_over => "the time that you gave your meeting is over";
    /// A held instance made room.
    excused_by_next => "it was never shown, and the next one is due";
    /// A full screen may have hidden the prompt until the next one.
    hidden_until_next => "a full screen may have hidden it until the next one fell due";
    /// The full screen that may have hidden the prompt is over.
    brought_back => "a full screen may have hidden it, and is over";
    /// Working hours ended.
    excused_by_hours => "working hours ended before it could be shown";
    /// Another owed break goes first.
    excused_by_other => "one owed break is enough; a longer one is shown";
    /// Not shown, because nothing can show it.
    undelivered => "no notification daemon answers; the tray and the command line can answer";
    /// A short break was not resumed.
    not_resumed => "it was ended before it was long enough, and not resumed";
    /// A hold has just ended.
    nudge_settling => "what made it quiet has only just ended";
    /// A break is near.
    nudge_near_break => "a break is near, and covers it";
    /// Nobody is typing.
    nudge_idle => "there was no input for a minute";
    /// Something else is on screen.
    nudge_no_room => "something else is on screen";
    /// The settings and the library leave no line.
    nudge_no_line => "no line fits the settings";
    /// The person hid an exercise.
    hidden_by_hand => "you hid it; it stays away until you show it again";
    /// The person took back that an exercise hurt.
    undone => "you took back that it hurt";
    /// The person showed an exercise again.
    shown_by_hand => "you showed it again";
    /// Attached to a taken break.
    check_in => "a break was just taken";
    /// A click on what is not offered.
    not_answered => "what you chose is no longer offered, and the break still waits for an answer";
    /// The set time has come.
    reflect => "it is the time you set for it";
}

/// A break falls due.
#[must_use]
pub fn due(every: Duration) -> String {
    format!("{} at the desk since the last break", length(every))
}

/// A heads-up before it is due.
#[must_use]
pub fn heads_up(at: Stamp) -> String {
    format!("it will be due at {}", clock(at))
}

/// A prompt: owed, or at a good moment.
#[must_use]
pub fn prompted(owed: bool, after_call: bool, blind: bool) -> String {
    match (owed, after_call, blind) {
        (true, true, _) => "the call is over and it has been quiet for a while".into(),
        (true, false, _) => "nothing holds it back any more".into(),
        (false, _, true) => "input cannot be sensed, so no better moment can be waited for".into(),
        (false, _, false) => "it is due, and the moment is as good as it gets".into(),
    }
}

/// Held by these.
#[must_use]
pub fn held(holds: &BTreeSet<Hold>) -> String {
    let words: Vec<String> = holds.iter().map(|h| super::menu::hold(*h, None)).collect();
    words.join(", ")
}

/// A hold begins.
#[must_use]
pub fn hold(hold: Hold, program: Option<&str>) -> String {
    match (hold, program) {
        (Hold::Call, Some(program)) => format!("{program} uses the microphone or camera"),
        (Hold::Call, None) => "a microphone or camera is in use".into(),
        _ => super::menu::hold(hold, None),
    }
}

/// A call by its connection alone.
#[must_use]
pub fn connected(program: Option<&str>) -> String {
    format!("{} is connected to a call", program.unwrap_or("a program"))
}

/// What became of the question at a meeting's end.
#[must_use]
pub fn meeting_answered(how: Answered) -> String {
    match how {
        Answered::Now => "you started a break",
        Answered::Later => "you want it later",
        Answered::More => "you said that a meeting is on",
        Answered::Closed => "you closed the question or ended the meeting",
        Answered::Unanswered => "nobody answered, or nothing could ask",
        Answered::Moot => "something holds, or you have rested since",
    }
    .into()
}

/// A hold ends.
#[must_use]
pub fn free(hold: Hold) -> String {
    format!("no longer {}", super::menu::hold(hold, None))
}

/// A break began.
#[must_use]
pub fn started(by_click: bool, at: Stamp) -> String {
    if by_click { "you started it".into() } else { format!("you left the keys at {}", clock(at)) }
}

/// A break was taken.
#[must_use]
pub fn taken(evidence: Evidence, lasted: Duration) -> String {
    match evidence {
        Evidence::Observed => format!("you were away from the keys; it lasted {}", length(lasted)),
        Evidence::Guided => format!("the guide ran to its end after {}", length(lasted)),
        Evidence::Claimed => format!("you said so after {}; input went on meanwhile", length(lasted)),
    }
}

/// A break ended too soon.
#[must_use]
pub fn too_short(lasted: Duration, enough: Duration) -> String {
    format!("it lasted {}; {} counts", length(lasted), length(enough))
}

/// A break that was not due ended before it counts.
#[must_use]
pub fn tried(lasted: Duration, enough: Duration) -> String {
    format!(
        "you tried one for {}, and {} counts; nothing is recorded and the countdown goes on",
        length(lasted),
        length(enough)
    )
}

/// A taken break served another.
#[must_use]
pub fn other_break(lasted: Duration) -> String {
    format!("another break of {} rested you for this one too", length(lasted))
}

/// A snooze, and how many are left.
#[must_use]
pub fn snoozed(until: Stamp, left: u32) -> String {
    let rest = if left == 0 { "no more snoozes".into() } else { format!("{left} left") };
    format!("you snoozed it until {}, {rest}", clock(until))
}

/// The notification went away without a choice.
#[must_use]
pub fn unanswered(how: Dismissal) -> String {
    match how {
        Dismissal::Closed => "it was closed without a choice, which is no answer".into(),
        Dismissal::Expired => "it went away without a choice, which is no answer".into(),
    }
}

/// No answer within the window.
#[must_use]
pub fn missed(window: Duration) -> String {
    format!("no answer within {} at the desk", length(window))
}

/// An absence closed an open instance.
#[must_use]
pub fn natural_open(rest: Duration) -> String {
    format!("you were away for {} on your own", length(rest))
}

/// An absence served before the break was due.
#[must_use]
pub fn natural(rest: Duration, worked: Duration, every: Duration) -> String {
    format!("you were away for {} on your own, {} into {}", length(rest), length(worked), length(every))
}

/// An absence restarts a countdown.
#[must_use]
pub fn reset(rest: Duration, worked: Duration) -> String {
    format!("you were away for {} after only {} at the desk", length(rest), length(worked))
}

/// A sense is lost.
#[must_use]
pub fn sense_lost(sense: Sense) -> String {
    format!("the {} sense does not answer; whatever it held is lifted", sense.token())
}

/// A nudge.
#[must_use]
pub fn nudge(every: Duration) -> String {
    format!("{} at the desk without a shift", length(every))
}

/// Enough nudges for a day.
#[must_use]
pub fn nudge_enough(most: u32) -> String {
    format!("{most} a day are enough")
}

/// A breath before a meeting.
#[must_use]
pub fn breath(start: Stamp) -> String {
    format!("a meeting begins at {}", clock(start))
}

/// Near bedtime.
#[must_use]
pub fn wind_down(bed: Stamp) -> String {
    format!("you set {} as bedtime", clock(bed))
}

/// Sore for weeks.
#[must_use]
pub fn see_someone(days: usize) -> String {
    format!("you noted sore on {days} of the last 21 days")
}

/// An exercise is hidden.
#[must_use]
pub fn hidden(hurt: bool) -> String {
    if hurt {
        "you said it hurt".into()
    } else {
        "you swapped it three times in a row; it comes back in 30 days".into()
    }
}

/// So many lines of the journal were not written.
#[must_use]
pub fn lines_left_out(lines: u32) -> String {
    format!("left out {lines} lines of the journal")
}

/// Why they were not.
pub const LINES_LEFT_OUT: &str = "something switched too often in an hour; every break is in the record all the same";

/// The words of a cancellation, as the scenario prints them.
#[must_use]
pub fn cancelled(reason: CancelReason) -> String {
    match reason {
        CancelReason::NotRunning => "not running",
        CancelReason::HoursEnded => "hours ended",
        CancelReason::NotDelivered => "not delivered",
        CancelReason::Removed => "removed",
    }
    .into()
}

/// Why it was cancelled.
#[must_use]
pub fn cancelled_because(reason: CancelReason) -> String {
    match reason {
        CancelReason::NotRunning => "the app was not running for longer than an answer may take",
        CancelReason::HoursEnded => "working hours ended",
        CancelReason::NotDelivered => "it could not be shown",
        CancelReason::Removed => "this break was taken out of the settings",
    }
    .into()
}
