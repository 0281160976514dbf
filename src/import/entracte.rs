//! Entracte's log: a line of JSON for each event. Owns which events count for what.

use super::sheet::{Flaw, Sheet, one_more};
use super::{Days, Reading};
use crate::ledger::{BreakTally, ImportedDay, Program};
use chrono::{DateTime, Utc};
use serde::Deserialize;

/// A file is its log if one of so many first lines is an event of it.
// The first one may be what a crash cut in two.
const LOOK: usize = 20;

#[derive(Debug, Deserialize)]
struct Event {
    t: DateTime<Utc>,
    #[serde(rename = "type")]
    what: What,
    kind: Option<Kind>,
    outcome: Option<Outcome>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum What {
    BreakStart,
    BreakEnd,
    BreakPostponed,
    BreakSkipped,
    BreakResumed,
    PauseStart,
    PauseEnd,
    GuardSuppress,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Kind {
    Micro,
    Long,
    /// That it is time for bed, which is no break.
    Sleep,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Outcome {
    Completed,
    Dismissed,
}

fn lines(bytes: &[u8]) -> impl Iterator<Item = (usize, &[u8])> {
    let lines = bytes.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii);
    lines.enumerate().filter(|(_, line)| !line.is_empty())
}

pub(super) fn seems(bytes: &[u8]) -> bool {
    lines(bytes).take(LOOK).any(|(_, line)| serde_json::from_slice::<Event>(line).is_ok())
}

pub(super) fn of_text(bytes: &[u8], days: &Days<'_>) -> Reading {
    let mut sheet = Sheet::new(Program::Entracte, days);
    for (at, line) in lines(bytes) {
        let event = serde_json::from_slice::<Event>(line).map_err(|_| Flaw::Unknown);
        let done = event.and_then(|event| sheet.day((days.of)(event.t)).and_then(|day| count(day, &event)));
        sheet.note(at + 1, done);
    }
    sheet.done()
}

fn count(day: &mut ImportedDay, event: &Event) -> Result<(), Flaw> {
    let of: &mut BreakTally = match event.kind {
        Some(Kind::Micro) => &mut day.short,
        Some(Kind::Long) => &mut day.long,
        Some(Kind::Sleep) => return Ok(()),
        None if matches!(event.what, What::PauseStart | What::PauseEnd) => return Ok(()),
        None => return Err(Flaw::Unknown),
    };
    match (event.what, event.outcome) {
        (What::BreakStart, _) => one_more(&mut of.shown),
        (What::BreakEnd, Some(Outcome::Completed)) => one_more(&mut of.taken),
        (What::BreakEnd, Some(Outcome::Dismissed)) | (What::BreakSkipped, _) => one_more(&mut of.skipped),
        (What::BreakEnd, None) => Err(Flaw::Unknown),
        (What::BreakPostponed, _) => one_more(&mut of.postponed),
        (What::BreakResumed | What::PauseStart | What::PauseEnd | What::GuardSuppress, _) => Ok(()),
    }
}
