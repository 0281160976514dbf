//! Values that are kept for years or go to another program: the form of each is fixed here. What a line says may never
//! change; a new variant does not compile until it has a line of its own.

use chrono::{DateTime, FixedOffset};
use std::collections::BTreeSet;
use std::time::Duration;
use unhunch::engine::effect::Answered;
use unhunch::engine::event::{Dismissal, Sense};
use unhunch::engine::instance::{CancelReason, Evidence, Hold};
use unhunch::engine::reason::Reason;
use unhunch::engine::refusal::Refusal;
use unhunch::text::{reasons, refusals};

/// Each variant with its form and its sentence, or how that begins.
macro_rules! pinned {
    ($test:ident, $type:ident, $told:path: $($variant:ident = $value:expr => $json:literal, $said:literal;)*) => {
        #[test]
        fn $test() {
            let name = |value: &$type| match value {
                $($type::$variant { .. } => stringify!($variant),)*
            };
            for (of, value, json, said) in [$((stringify!($variant), $value, $json, $said),)*] {
                assert_eq!(name(&value), of);
                assert_eq!(serde_json::to_string(&value).unwrap(), json);
                assert_eq!(serde_json::from_str::<$type>(json).unwrap(), value);
                assert!($told(&value).starts_with(said), "{}", $told(&value));
            }
        }
    };
}

fn at() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-01-05T09:00:00+01:00").unwrap()
}

fn s(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

pinned! { every_refusal_keeps_its_form, Refusal, refusals::refusal:
    NoBreakRunning = Refusal::NoBreakRunning => r#""no-break-running""#, "No break is running";
    NothingDue = Refusal::NothingDue => r#""nothing-due""#, "No break is due";
    NotPaused = Refusal::NotPaused => r#""not-paused""#, "There is no pause to end";
    AlreadyOnABreak = Refusal::AlreadyOnABreak => r#""already-on-a-break""#, "A break is running already";
    BreakLongEnough = Refusal::BreakLongEnough => r#""break-long-enough""#, "The break has lasted its whole time";
    NoBreaks = Refusal::NoBreaks => r#""no-breaks""#, "No breaks are set";
    AlreadySnoozed = Refusal::AlreadySnoozed { until: at() }
        => r#"{"already-snoozed":{"until":"2026-01-05T09:00:00+01:00"}}"#, "It is snoozed until 09:00 already";
    SnoozesSpent = Refusal::SnoozesSpent => r#""snoozes-spent""#, "This break has been snoozed as often";
    NoSnooze = Refusal::NoSnooze => r#""no-snooze""#, "The settings leave this break no snooze.";
    NoCall = Refusal::NoCall => r#""no-call""#, "No call or meeting is on";
    AlreadyPast = Refusal::AlreadyPast => r#""already-past""#, "That time has passed already";
    NoOwnMeeting = Refusal::NoOwnMeeting => r#""no-own-meeting""#, "You have told of no meeting";
    MeetingPast = Refusal::MeetingPast => r#""meeting-past""#, "That meeting would be over already";
    MeetingTooLong = Refusal::MeetingTooLong { most: s(43200) } => r#"{"meeting-too-long":{"most":43200}}"#, "A meeting lasts 12 h at most";
    NoExercise = Refusal::NoExercise { id: "x".into() } => r#"{"no-exercise":{"id":"x"}}"#, "No exercise is called x";
    HiddenBySettings = Refusal::HiddenBySettings { id: "x".into() } => r#"{"hidden-by-settings":{"id":"x"}}"#, "The settings hide x;";
    HiddenAlready = Refusal::HiddenAlready { id: "x".into() } => r#"{"hidden-already":{"id":"x"}}"#, "x is hidden already.";
    ShownAlready = Refusal::ShownAlready { id: "x".into() } => r#"{"shown-already":{"id":"x"}}"#, "x is not hidden.";
}

pinned! { every_reason_keeps_its_form, Reason, reasons::reason:
    Worked = Reason::Worked { every: s(3000) } => r#"{"worked":{"every":3000}}"#, "50 min at the desk since the last break";
    DueAt = Reason::DueAt { at: at() } => r#"{"due-at":{"at":"2026-01-05T09:00:00+01:00"}}"#, "it will be due at 09:00";
    GoodMoment = Reason::GoodMoment => r#""good-moment""#, "it is due, and the moment is as good as it gets";
    Blind = Reason::Blind => r#""blind""#, "input cannot be sensed, so no better moment can be waited for";
    NothingHolds = Reason::NothingHolds => r#""nothing-holds""#, "nothing holds it back any more";
    AfterCall = Reason::AfterCall => r#""after-call""#, "the call is over and it has been quiet for a while";
    BroughtBack = Reason::BroughtBack => r#""brought-back""#, "a full screen may have hidden it, and is over";
    Undelivered = Reason::Undelivered
        => r#""undelivered""#, "no notification daemon answers; the tray and the command line can answer";
    Held = Reason::Held { holds: BTreeSet::from([Hold::Call, Hold::Dnd]) }
        => r#"{"held":{"holds":["call","dnd"]}}"#, "in a call, do not disturb";
    Hold = Reason::Hold { hold: Hold::Meeting } => r#"{"hold":{"hold":"meeting"}}"#, "in a meeting";
    Call = Reason::Call { program: Some("Zoom".into()) }
        => r#"{"call":{"program":"Zoom"}}"#, "Zoom uses the microphone or camera";
    Connected = Reason::Connected { program: None } => r#"{"connected":{"program":null}}"#, "a program is connected to a call";
    OwnMeeting = Reason::OwnMeeting => r#""own-meeting""#, "you said that you are in a meeting";
    Free = Reason::Free { hold: Hold::Hours } => r#"{"free":{"hold":"hours"}}"#, "no longer outside working hours";
    PauseEnded = Reason::PauseEnded => r#""pause-ended""#, "the time you asked for is over";
    MeetingOver = Reason::MeetingOver => r#""meeting-over""#, "the time that you gave your meeting is over";
    MeetingAnswered = Reason::MeetingAnswered { how: Answered::Moot }
        => r#"{"meeting-answered":{"how":"moot"}}"#, "something holds, or you have rested since";
    CallTooLong = Reason::CallTooLong { after: s(28800) }
        => r#"{"call-too-long":{"after":28800}}"#, "a call that seems to last 8 h is taken for a mistake of the sensor";
    ConnectionTooLong = Reason::ConnectionTooLong { after: s(7200) } => r#"{"connection-too-long":{"after":7200}}"#,
        "a connection without microphone or camera for 2 h is taken for a messenger's own";
    SenseLost = Reason::SenseLost { sense: Sense::Idle }
        => r#"{"sense-lost":{"sense":"idle"}}"#, "the idle sense does not answer; whatever it held is lifted";
    Started = Reason::Started => r#""started""#, "you started it";
    LeftKeys = Reason::LeftKeys { at: at() }
        => r#"{"left-keys":{"at":"2026-01-05T09:00:00+01:00"}}"#, "you left the keys at 09:00";
    Taken = Reason::Taken { evidence: Evidence::Claimed, lasted: s(130) }
        => r#"{"taken":{"evidence":"claimed","lasted":130}}"#, "you said so after 2 min 10 s; input went on meanwhile";
    TooShort = Reason::TooShort { lasted: s(20), enough: s(120) }
        => r#"{"too-short":{"lasted":20,"enough":120}}"#, "it lasted 20 s; 2 min counts";
    Tried = Reason::Tried { lasted: s(20), enough: s(120) } => r#"{"tried":{"lasted":20,"enough":120}}"#,
        "you tried one for 20 s, and 2 min counts; nothing is recorded and the countdown goes on";
    NotResumed = Reason::NotResumed => r#""not-resumed""#, "it was ended before it was long enough, and not resumed";
    OtherBreak = Reason::OtherBreak { lasted: s(300) }
        => r#"{"other-break":{"lasted":300}}"#, "another break of 5 min rested you for this one too";
    OtherMachine = Reason::OtherMachine { name: "desk\u{1b}[2J".into(), lasted: s(180) }
        => r#"{"other-machine":{"name":"desk\u001b[2J","lasted":180}}"#, "you had it at desk [2J: 3 min";
    AskedElsewhere = Reason::AskedElsewhere { name: "desk".into() }
        => r#"{"asked-elsewhere":{"name":"desk"}}"#, "you were asked at desk, and did not want to";
    Elsewhere = Reason::Elsewhere { name: "desk".into() }
        => r#"{"elsewhere":{"name":"desk"}}"#, "you are at your other machine desk";
    Snoozed = Reason::Snoozed { until: at(), left: 0 } => r#"{"snoozed":{"until":"2026-01-05T09:00:00+01:00","left":0}}"#,
        "you snoozed it until 09:00, no more snoozes";
    Skipped = Reason::Skipped => r#""skipped""#, "you chose to skip it";
    Unanswered = Reason::Unanswered { how: Dismissal::Expired }
        => r#"{"unanswered":{"how":"expired"}}"#, "it went away without a choice, which is no answer";
    NotOffered = Reason::NotOffered
        => r#""not-offered""#, "what you chose is no longer offered, and the break still waits for an answer";
    Missed = Reason::Missed { window: s(600) } => r#"{"missed":{"window":600}}"#, "no answer within 10 min at the desk";
    AwayWhileOpen = Reason::AwayWhileOpen { rest: s(600) }
        => r#"{"away-while-open":{"rest":600}}"#, "you were away for 10 min on your own";
    Away = Reason::Away { rest: s(600), worked: s(1800), every: s(3000) }
        => r#"{"away":{"rest":600,"worked":1800,"every":3000}}"#, "you were away for 10 min on your own, 30 min into 50 min";
    Reset = Reason::Reset { rest: s(600), worked: s(60) }
        => r#"{"reset":{"rest":600,"worked":60}}"#, "you were away for 10 min after only 1 min at the desk";
    NextIsDue = Reason::NextIsDue => r#""next-is-due""#, "it was never shown, and the next one is due";
    HiddenUntilNext = Reason::HiddenUntilNext
        => r#""hidden-until-next""#, "a full screen may have hidden it until the next one fell due";
    HoursEnded = Reason::HoursEnded => r#""hours-ended""#, "working hours ended before it could be shown";
    OneIsEnough = Reason::OneIsEnough => r#""one-is-enough""#, "one owed break is enough; a longer one is shown";
    Cancelled = Reason::Cancelled { reason: CancelReason::Removed }
        => r#"{"cancelled":{"reason":"removed"}}"#, "this break was taken out of the settings";
    Unshifted = Reason::Unshifted { every: s(1200) }
        => r#"{"unshifted":{"every":1200}}"#, "20 min at the desk without a shift";
    Settling = Reason::Settling => r#""settling""#, "what made it quiet has only just ended";
    NearBreak = Reason::NearBreak => r#""near-break""#, "a break is near, and covers it";
    NoInput = Reason::NoInput { within: s(60) } => r#"{"no-input":{"within":60}}"#, "there was no input for a minute";
    Enough = Reason::Enough { most: 8 } => r#"{"enough":{"most":8}}"#, "8 a day are enough";
    NoRoom = Reason::NoRoom => r#""no-room""#, "something else is on screen";
    NoLine = Reason::NoLine => r#""no-line""#, "no line fits the settings";
    MeetingBegins = Reason::MeetingBegins { at: at() }
        => r#"{"meeting-begins":{"at":"2026-01-05T09:00:00+01:00"}}"#, "a meeting begins at 09:00";
    JustTaken = Reason::JustTaken => r#""just-taken""#, "a break was just taken";
    Bedtime = Reason::Bedtime { at: at() }
        => r#"{"bedtime":{"at":"2026-01-05T09:00:00+01:00"}}"#, "you set 09:00 as bedtime";
    SetTime = Reason::SetTime => r#""set-time""#, "it is the time you set for it";
    Sore = Reason::Sore { days: 12, of: 21 }
        => r#"{"sore":{"days":12,"of":21}}"#, "you noted sore on 12 of the last 21 days";
    Hurt = Reason::Hurt => r#""hurt""#, "you said it hurt";
    Swapped = Reason::Swapped { times: 3, days: 30 } => r#"{"swapped":{"times":3,"days":30}}"#,
        "you swapped it three times in a row; it comes back in 30 days";
    HurtTakenBack = Reason::HurtTakenBack => r#""hurt-taken-back""#, "you took back that it hurt";
    HiddenByHand = Reason::HiddenByHand
        => r#""hidden-by-hand""#, "you hid it; it stays away until you show it again";
    ShownByHand = Reason::ShownByHand => r#""shown-by-hand""#, "you showed it again";
    TooOften = Reason::TooOften => r#""too-often""#,
        "something switched too often in an hour; every break is in the record all the same";
    AgainstARule = Reason::AgainstARule { rule: "no".into() }
        => r#"{"against-a-rule":{"rule":"no"}}"#, "the ledger refused it: no";
    Legacy = Reason::Legacy("as it was".into()) => r#"{"legacy":"as it was"}"#, "as it was";
}
