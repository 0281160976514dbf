//! Why a request is refused, and what to do instead: one sentence each.

use super::{clock, length};
use crate::engine::moment::Stamp;
use std::time::Duration;

/// *Done* without a running break.
#[must_use]
pub fn no_break_running() -> String {
    "No break is running; `unhunch start` begins one.".into()
}

/// *Skip* or *snooze* with nothing due.
#[must_use]
pub fn nothing_due() -> String {
    "No break is due; `unhunch pause 30m` keeps the next one away for a while.".into()
}

/// *Resume* without a pause.
#[must_use]
pub fn not_paused() -> String {
    "There is no pause to end; `unhunch status` shows what is on.".into()
}

/// *Start* or *snooze* during a break.
#[must_use]
pub fn already_on_a_break() -> String {
    "A break is running already; `unhunch done` ends it.".into()
}

/// *Guide* in a break that has lasted its time.
#[must_use]
pub fn break_long_enough() -> String {
    "The break has lasted its whole time already; it ends as you go on, or by `unhunch done`.".into()
}

/// *Start* with no breaks configured.
#[must_use]
pub fn no_breaks() -> String {
    "No breaks are set; add one to the settings file that `unhunch config path` names.".into()
}

/// A second snooze on top of the first.
#[must_use]
pub fn already_snoozed(until: Stamp) -> String {
    format!("It is snoozed until {} already; `unhunch start` begins the break now.", clock(until))
}

/// The snoozes are used up.
#[must_use]
pub fn snoozes_spent() -> String {
    "This break has been snoozed as often as the settings allow; start it or skip it.".into()
}

/// The settings allow no snooze at all, or a snooze would last too long.
#[must_use]
pub fn no_snooze() -> String {
    "The settings leave this break no snooze: `snooze.most` is 0, or `snooze.length` is over half of its `every`. \
     Start it or skip it."
        .into()
}

/// *Pause until the call ends* without one.
#[must_use]
pub fn no_call() -> String {
    "No call or meeting is on; `unhunch pause 30m` pauses by the clock.".into()
}

/// A pause that would be over already.
#[must_use]
pub fn already_past() -> String {
    "That time has passed already; name a later one, such as `unhunch pause 30m`.".into()
}

/// *Meeting done* without a meeting that the person told of.
#[must_use]
pub fn no_own_meeting() -> String {
    "You have told of no meeting; `unhunch meeting 45m` does. Calls and the calendar end by themselves.".into()
}

/// A meeting that would be over already.
#[must_use]
pub fn meeting_past() -> String {
    "That meeting would be over already; name a later end, such as `unhunch meeting 45m`.".into()
}

/// A meeting beyond all bounds.
#[must_use]
pub fn meeting_too_long(most: Duration) -> String {
    format!("A meeting lasts {} at most; `unhunch pause day` is quiet until tomorrow.", length(most))
}

/// An exercise that the library does not have.
#[must_use]
pub fn no_exercise(id: &str) -> String {
    format!("No exercise is called `{id}`; `unhunch exercises list` names them all.")
}

/// An exercise that the settings hide.
#[must_use]
pub fn hidden_by_settings(id: &str) -> String {
    format!("The setting `exercise.hidden` names `{id}`; what it names can be shown again only there.")
}

/// An exercise that is hidden, or shown, as asked.
#[must_use]
pub fn hidden_already(id: &str, hidden: bool) -> String {
    if hidden { format!("`{id}` is hidden already.") } else { format!("`{id}` is not hidden.") }
}
