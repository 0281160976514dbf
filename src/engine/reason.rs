//! Why something was decided, as a value. Owns the list and its form in the journal; never its sentences
//! (`text::reasons` has them) and never a decision.
//!
//! The journal keeps each for ever as JSON, so a name here is a name for ever: a variant or a field is never renamed,
//! never used for something else and never taken out, also where nothing gives that reason any more. A variant may be
//! added, and to an old one a field with `#[serde(default)]`. Lengths are whole seconds, times RFC 3339 with offset.

use super::event::{Dismissal, Sense};
use super::instance::{CancelReason, Evidence, Hold};
use super::moment::Stamp;
use super::seconds;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::time::Duration;

/// Why something was decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "a field says by its name what of its reason it is")]
pub enum Reason {
    /// So much time at the desk since the last break.
    Worked {
        #[serde(with = "seconds")]
        every: Duration,
    },
    /// It will be due then.
    DueAt { at: Stamp },
    /// It is due, and the moment is as good as it gets.
    GoodMoment,
    /// It is due, and no better moment can be waited for: input cannot be sensed.
    Blind,
    /// Nothing holds it back any more.
    NothingHolds,
    /// A call or meeting is over and it has been quiet for a while.
    AfterCall,
    /// A full screen may have hidden it, and is over.
    BroughtBack,
    /// Nothing can show it.
    Undelivered,
    /// Held by these.
    Held { holds: BTreeSet<Hold> },
    /// This hold begins.
    Hold { hold: Hold },
    /// A microphone or camera is in use.
    Call { program: Option<String> },
    /// A program is connected to a call.
    Connected { program: Option<String> },
    /// The person told of a meeting.
    OwnMeeting,
    /// This hold ends.
    Free { hold: Hold },
    /// A pause ended by itself.
    PauseEnded,
    /// The time that the person gave a meeting is over.
    MeetingOver,
    /// What became of the question at a meeting's end.
    MeetingAnswered { how: Answered },
    /// A call was on for longer than it can be believed.
    CallTooLong {
        #[serde(with = "seconds")]
        after: Duration,
    },
    /// A connection without a device was.
    ConnectionTooLong {
        #[serde(with = "seconds")]
        after: Duration,
    },
    /// A sense does not answer.
    SenseLost { sense: Sense },
    /// The person started the break.
    Started,
    /// The person left the keys.
    LeftKeys { at: Stamp },
    /// The break was long enough.
    Taken {
        evidence: Evidence,
        #[serde(with = "seconds")]
        lasted: Duration,
    },
    /// The break ended too soon.
    TooShort {
        #[serde(with = "seconds")]
        lasted: Duration,
        #[serde(with = "seconds")]
        enough: Duration,
    },
    /// A break that was not due ended before it counts.
    Tried {
        #[serde(with = "seconds")]
        lasted: Duration,
        #[serde(with = "seconds")]
        enough: Duration,
    },
    /// A short break was not resumed.
    NotResumed,
    /// A taken break served another.
    OtherBreak {
        #[serde(with = "seconds")]
        lasted: Duration,
    },
    /// A break at another machine of the person's did.
    OtherMachine {
        name: String,
        #[serde(with = "seconds")]
        lasted: Duration,
    },
    /// The person was asked at another machine, and did not want to.
    AskedElsewhere { name: String },
    /// The person is at work at another machine.
    Elsewhere { name: String },
    /// The person snoozed it, and has so many snoozes left.
    Snoozed { until: Stamp, left: u32 },
    /// The person chose to skip it.
    Skipped,
    /// The notification went away without a choice.
    Unanswered { how: Dismissal },
    /// What the person chose is no longer offered.
    NotOffered,
    /// No answer within the window.
    Missed {
        #[serde(with = "seconds")]
        window: Duration,
    },
    /// An absence closed what was open.
    AwayWhileOpen {
        #[serde(with = "seconds")]
        rest: Duration,
    },
    /// An absence served before the break was due.
    Away {
        #[serde(with = "seconds")]
        rest: Duration,
        #[serde(with = "seconds")]
        worked: Duration,
        #[serde(with = "seconds")]
        every: Duration,
    },
    /// An absence restarts a countdown.
    Reset {
        #[serde(with = "seconds")]
        rest: Duration,
        #[serde(with = "seconds")]
        worked: Duration,
    },
    /// It was never shown, and the next one is due.
    NextIsDue,
    /// A full screen may have hidden it until the next one fell due.
    HiddenUntilNext,
    /// Working hours ended before it could be shown.
    HoursEnded,
    /// Another owed break goes first.
    OneIsEnough,
    /// It was cancelled.
    Cancelled { reason: CancelReason },
    /// So long at the desk without a shift.
    Unshifted {
        #[serde(with = "seconds")]
        every: Duration,
    },
    /// What made it quiet has only just ended.
    Settling,
    /// A break is near.
    NearBreak,
    /// Nobody has touched the keys for this long.
    NoInput {
        #[serde(with = "seconds")]
        within: Duration,
    },
    /// There were so many today.
    Enough { most: u32 },
    /// Something else is on screen.
    NoRoom,
    /// No line fits the settings.
    NoLine,
    /// A meeting begins.
    MeetingBegins { at: Stamp },
    /// A break was just taken.
    JustTaken,
    /// Bedtime is set to this.
    Bedtime { at: Stamp },
    /// The time that the person set for it has come.
    SetTime,
    /// The person noted sore on so many of the last days.
    Sore { days: u32, of: u32 },
    /// The person said that the exercise hurt.
    Hurt,
    /// The person swapped the exercise so many times in a row that it stays away for so many days.
    Swapped { times: u32, days: u32 },
    /// The person took back that it hurt.
    HurtTakenBack,
    /// The person hid it.
    HiddenByHand,
    /// The person showed it again.
    ShownByHand,
    /// Something switched too often for every line to be written. (The running app's own.)
    TooOften,
    /// The record has a rule against it. (The ledger's own.)
    AgainstARule { rule: String },
    /// A sentence, from before reasons were kept as values.
    Legacy(String),
}

/// What became of the question at the end of a meeting that the person told of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Answered {
    /// A break was started.
    Now,
    /// Not now, but after a snooze's length.
    Later,
    /// The meeting goes on.
    More,
    /// It was closed, which leaves everything as it is.
    Closed,
    /// Nobody answered in time.
    Unanswered,
    /// Something holds, or the person has rested since.
    Moot,
}

impl Answered {
    /// The token for it in the journal.
    #[must_use]
    pub fn token(self) -> &'static str {
        match self {
            Answered::Now => "now",
            Answered::Later => "later",
            Answered::More => "more",
            Answered::Closed => "closed",
            Answered::Unanswered => "unanswered",
            Answered::Moot => "moot",
        }
    }
}
