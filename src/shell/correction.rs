//! The person's own word on how a break ended: by the running app, or in the record itself where none runs. Owns that choice.

use super::ipc::client::{self, NoAnswer};
use super::ipc::single::Single;
use super::ipc::{Call, Reply};
use super::past::Past;
use super::paths::Paths;
use crate::engine::instance::Outcome;
use crate::ledger::{Ledger, LedgerError, Whose};
use crate::system::clock::wall;
use crate::text::files::because;
use crate::text::{cli as text, ledger};

/// Why it was not corrected.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Uncorrected {
    /// It belongs into the record, which cannot be written.
    NotRecorded(LedgerError),
    /// It is not done: one sentence, and what to do.
    Refused(String),
    /// Whether it was done is unknown.
    Unknown(String),
}

/// Says how this break ended.
///
/// # Errors
/// When it is refused, cannot be written, or nobody knows whether it was.
pub(crate) fn correct(paths: &Paths, id: u64, outcome: Outcome) -> Result<(), Uncorrected> {
    match client::call(paths, &Call::Correct { id, outcome }) {
        Ok(Reply::NotRecorded(why)) => Err(Uncorrected::NotRecorded(why)),
        Ok(Reply::Refused(why)) => Err(Uncorrected::Refused(why.sentence())),
        Ok(Reply::Done | Reply::All(_) | Reply::Status(_) | Reply::Told(_) | Reply::Parts(_) | Reply::Changed(_)) => {
            Ok(())
        }
        Err(NoAnswer::Trouble(why)) => Err(Uncorrected::Refused(why)),
        Err(NoAnswer::Unknown(why)) => Err(Uncorrected::Unknown(why)),
        Err(NoAnswer::NotRunning) => correct_alone(paths, id, outcome),
    }
}

fn correct_alone(paths: &Paths, id: u64, outcome: Outcome) -> Result<(), Uncorrected> {
    let now = Past::open(paths, Whose::This).map_err(Uncorrected::Refused)?.map_or_else(|_| wall(), |past| past.now);
    let alone = Single::acquire(paths).map_err(|error| Uncorrected::Refused(because(&error)))?;
    let _alone = alone.ok_or_else(|| Uncorrected::Refused(text::busy()))?;
    let done = Ledger::open(&paths.ledger).and_then(|opened| {
        let mut ledger = opened.ledger;
        ledger.correct(id, outcome, now)
    });
    match done {
        Ok(_) => Ok(()),
        Err(why) if why.refuses() => Err(Uncorrected::Refused(ledger::error(&why))),
        Err(why) => Err(Uncorrected::NotRecorded(why)),
    }
}
