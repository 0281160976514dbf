//! Values that are kept for years or go to another program: the form of each is fixed here. What a line says may never
//! change; a new variant does not compile until it has a line of its own.

use chrono::{DateTime, FixedOffset};
use std::time::Duration;
use unhunch::engine::refusal::Refusal;

macro_rules! pinned {
    ($test:ident, $type:ident: $($variant:ident = $value:expr => $json:literal;)*) => {
        #[test]
        fn $test() {
            let name = |value: &$type| match value {
                $($type::$variant { .. } => stringify!($variant),)*
            };
            for (of, value, json) in [$((stringify!($variant), $value, $json),)*] {
                assert_eq!(name(&value), of);
                assert_eq!(serde_json::to_string(&value).unwrap(), json);
                assert_eq!(serde_json::from_str::<$type>(json).unwrap(), value);
            }
        }
    };
}

fn stamp(text: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(text).unwrap()
}

fn s(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

pinned! { every_refusal_keeps_its_form, Refusal:
    NoBreakRunning = Refusal::NoBreakRunning => r#""no-break-running""#;
    NothingDue = Refusal::NothingDue => r#""nothing-due""#;
    NotPaused = Refusal::NotPaused => r#""not-paused""#;
    AlreadyOnABreak = Refusal::AlreadyOnABreak => r#""already-on-a-break""#;
    BreakLongEnough = Refusal::BreakLongEnough => r#""break-long-enough""#;
    NoBreaks = Refusal::NoBreaks => r#""no-breaks""#;
    AlreadySnoozed = Refusal::AlreadySnoozed { until: stamp("2026-01-05T09:00:00+01:00") }
        => r#"{"already-snoozed":{"until":"2026-01-05T09:00:00+01:00"}}"#;
    SnoozesSpent = Refusal::SnoozesSpent => r#""snoozes-spent""#;
    NoSnooze = Refusal::NoSnooze => r#""no-snooze""#;
    NoCall = Refusal::NoCall => r#""no-call""#;
    AlreadyPast = Refusal::AlreadyPast => r#""already-past""#;
    NoOwnMeeting = Refusal::NoOwnMeeting => r#""no-own-meeting""#;
    MeetingPast = Refusal::MeetingPast => r#""meeting-past""#;
    MeetingTooLong = Refusal::MeetingTooLong { most: s(43200) } => r#"{"meeting-too-long":{"most":43200}}"#;
    NoExercise = Refusal::NoExercise { id: "x".into() } => r#"{"no-exercise":{"id":"x"}}"#;
    HiddenBySettings = Refusal::HiddenBySettings { id: "x".into() } => r#"{"hidden-by-settings":{"id":"x"}}"#;
    HiddenAlready = Refusal::HiddenAlready { id: "x".into() } => r#"{"hidden-already":{"id":"x"}}"#;
    ShownAlready = Refusal::ShownAlready { id: "x".into() } => r#"{"shown-already":{"id":"x"}}"#;
}
