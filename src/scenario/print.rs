//! The words of the scenario language for what came out. Owns that vocabulary; the reasons are `text`'s, and what went
//! in is `inputs`'s.

use crate::engine::effect::{Announcement, Decision, What};
use crate::engine::instance::CancelReason;
use crate::engine::moment::Stamp;
use crate::engine::reason::Reason;
use crate::engine::view::TrayView;
use crate::text::{menu, reasons};
use serde_json::{Map, Value, json};

/// One thing that `simulate` prints.
#[derive(Clone, Debug, PartialEq)]
pub struct Printed {
    /// When.
    pub at: Stamp,
    /// The effect in words.
    pub words: String,
    /// Its reason.
    pub reason: Option<Reason>,
    /// The effect as JSON: `at`, `effect` and what it carries.
    pub json: Value,
}

/// The words of a decision, in the language of scenarios.
#[must_use]
pub fn decision_words(what: &What) -> String {
    match what {
        What::Due { reminder, .. } => format!("due {reminder}"),
        What::HeadsUp { reminder } => format!("heads-up {reminder}"),
        What::Prompt { reminder, owed, again, exercise, .. } => {
            let owed = if *owed { " owed" } else { "" };
            let again = if *again { " again" } else { "" };
            format!("prompt {reminder}{owed}{again} {exercise}")
        }
        What::Withdraw { reminder, .. } => format!("withdraw {reminder}"),
        What::Started { reminder, .. } => format!("started {reminder}"),
        What::Snoozed { reminder, .. } => format!("snoozed {reminder}"),
        What::Held { reminder, .. } => format!("held {reminder}"),
        What::Short { reminder, .. } => format!("short {reminder}"),
        What::Unanswered { reminder, .. } => format!("unanswered {reminder}"),
        What::Undelivered { reminder, .. } => format!("undelivered {reminder}"),
        What::Nudge { reminder, .. } => format!("nudge {reminder}"),
        What::Breath { pattern } => format!("breath {pattern}"),
        What::CheckIn => "check-in".into(),
        What::AskMeeting => "ask meeting".into(),
        What::MeetingAnswered(how) => format!("answered meeting {}", how.token()),
        What::WindDown { .. } => "wind-down".into(),
        What::Reflect { .. } => "reflect".into(),
        What::Announce(what) => format!("announce {}", announcement(*what)),
        What::Closed { reminder, outcome, evidence, away_s, short, because, .. } => {
            let evidence = evidence.map(|e| format!(" {} {away_s}s", e.token())).unwrap_or_default();
            let short = if *short { " short" } else { "" };
            let because = because.map(|reason| format!(" {}", cancelled(reason))).unwrap_or_default();
            format!("{} {reminder}{evidence}{short}{because}", outcome.token())
        }
        What::Hold(hold) => format!("hold {}", hold.token()),
        What::Free(hold) => format!("free {}", hold.token()),
        What::Dropped { reminder } => format!("dropped {reminder}"),
        What::Reset { reminder } => format!("reset {reminder}"),
        What::Hidden { exercise } => format!("hidden {exercise}"),
        What::Unhidden { exercise } => format!("unhidden {exercise}"),
    }
}

/// Whether `simulate` prints it: the effects that a person or the ledger sees, not every inner step.
pub(super) fn public(what: &What) -> bool {
    match what {
        What::Due { .. }
        | What::HeadsUp { .. }
        | What::Prompt { .. }
        | What::Withdraw { .. }
        | What::Nudge { .. }
        | What::Breath { .. }
        | What::CheckIn
        | What::AskMeeting
        | What::WindDown { .. }
        | What::Reflect { .. }
        | What::Announce(_)
        | What::Closed { .. }
        | What::Hold(_)
        | What::Free(_) => true,
        What::MeetingAnswered(_)
        | What::Started { .. }
        | What::Snoozed { .. }
        | What::Held { .. }
        | What::Short { .. }
        | What::Unanswered { .. }
        | What::Undelivered { .. }
        | What::Dropped { .. }
        | What::Reset { .. }
        | What::Hidden { .. }
        | What::Unhidden { .. } => false,
    }
}

/// Whether it breaks a silence: what `expect nothing` rules out.
pub(super) fn loud(what: &What) -> bool {
    matches!(
        what,
        What::Prompt { .. }
            | What::Nudge { .. }
            | What::Breath { .. }
            | What::CheckIn
            | What::AskMeeting
            | What::Announce(_)
    )
}

fn cancelled(reason: CancelReason) -> &'static str {
    match reason {
        CancelReason::NotRunning => "not running",
        CancelReason::HoursEnded => "hours ended",
        CancelReason::NotDelivered => "not delivered",
        CancelReason::Removed => "removed",
    }
}

fn announcement(what: Announcement) -> String {
    match what {
        Announcement::PauseEnded => "pause ended".into(),
        Announcement::SenseLost(sense) => format!("{} lost", sense.token()),
        Announcement::CallTooLong => "call too long".into(),
        Announcement::SeeSomeone => "see someone".into(),
    }
}

pub(super) fn decision(decision: &Decision) -> Printed {
    let words = decision_words(&decision.what);
    let mut object = Map::new();
    object.insert("at".into(), json!(decision.at.to_rfc3339()));
    object.insert("effect".into(), json!(words.split(' ').next()));
    for (key, value) in carried(&decision.what) {
        object.insert(key.into(), value);
    }
    object.insert("why".into(), json!(reasons::reason(&decision.why)));
    Printed { at: decision.at, words, reason: Some(decision.why.clone()), json: Value::Object(object) }
}

pub(super) fn tray(at: Stamp, view: &TrayView) -> Printed {
    let state = view.state.token();
    let text = menu::line(&view.tooltip);
    let words = format!("tray {state} \"{text}\"");
    let json =
        json!({"at": at.to_rfc3339(), "effect": "tray", "state": state, "progress": view.progress, "text": text});
    Printed { at, words, reason: None, json }
}

/// What a decision carries beside its first word.
fn carried(what: &What) -> Vec<(&'static str, Value)> {
    let named = |reminder: &String| vec![("reminder", json!(reminder))];
    let both = |reminder: &String, instance: &u64| vec![("reminder", json!(reminder)), ("instance", json!(instance))];
    match what {
        What::Due { reminder, instance }
        | What::Withdraw { reminder, instance }
        | What::Held { reminder, instance }
        | What::Short { reminder, instance }
        | What::Unanswered { reminder, instance }
        | What::Undelivered { reminder, instance } => both(reminder, instance),
        What::Started { reminder, instance, by_leaving } => {
            let mut all = both(reminder, instance);
            all.push(("by_leaving", json!(by_leaving)));
            all
        }
        What::Snoozed { reminder, instance, until } => {
            let mut all = both(reminder, instance);
            all.push(("until", json!(until.to_rfc3339())));
            all
        }
        What::Prompt { reminder, instance, owed, again, exercise } => {
            let mut all = both(reminder, instance);
            all.extend([("owed", json!(owed)), ("again", json!(again)), ("exercise", json!(exercise))]);
            all
        }
        What::Closed { reminder, instance, evidence, away_s, short, because, .. } => {
            let mut all = both(reminder, instance);
            let taken = evidence.map(crate::engine::instance::Evidence::token);
            all.extend([("evidence", json!(taken)), ("away_s", json!(taken.map(|_| away_s)))]);
            all.extend([("short", json!(short)), ("because", json!(because.map(cancelled)))]);
            all
        }
        What::HeadsUp { reminder } | What::Dropped { reminder } | What::Reset { reminder } => named(reminder),
        What::Nudge { reminder, line } => vec![("reminder", json!(reminder)), ("line", json!(line))],
        What::Breath { pattern } => vec![("pattern", json!(pattern))],
        What::WindDown { line } | What::Reflect { line } => vec![("line", json!(line))],
        What::Announce(what) => vec![("what", json!(announcement(*what)))],
        What::Hold(hold) | What::Free(hold) => vec![("hold", json!(hold.token()))],
        What::Hidden { exercise } | What::Unhidden { exercise } => vec![("exercise", json!(exercise))],
        What::MeetingAnswered(how) => vec![("answer", json!(how.token()))],
        What::CheckIn | What::AskMeeting => Vec::new(),
    }
}
