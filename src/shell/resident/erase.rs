//! Days of the record deleted for good: by the running app, and by a command while none runs. Owns the order: the rows, what
//! the engine remembers of them, and then every byte; never asks whether it is meant.

use super::Resident;
use super::hidden::{now, saved};
use crate::engine::event::Event;
use crate::ledger::figures::Counts;
use crate::ledger::{Erased, Ledger, LedgerError, Step};
use crate::shell::ipc::single::Single;
use crate::shell::ipc::{Refused, Remark, Reply};
use crate::shell::paths::Paths;
use crate::system::clock::wall;
use crate::text::files::because;
use crate::text::{cli, ledger as record};
use chrono::{NaiveDate, NaiveTime};
use std::ops::RangeInclusive;

impl Resident {
    /// Deletes these days.
    pub(super) fn erase(&mut self, days: &RangeInclusive<NaiveDate>) -> Reply {
        let (now, starts) = (self.now(), self.settings.rules.day_starts);
        let today = now.day(starts);
        match self.store.erase(days, starts, now.local, today) {
            Err(why) => Reply::Refused(Refused::Row(why)),
            Ok((erased, (done, of))) => {
                if days.contains(&today) {
                    // What is left of the day is to be played again like any other.
                    self.note_beginning(&now);
                }
                self.machines.all_changed();
                // It saves what the engine remembers: without these days, before their bytes go.
                self.step(Event::Deleted { from: *days.start(), to: *days.end(), done, of });
                Reply::Told(Remark::Deleted { erased, left: self.store.wipe().err() })
            }
        }
    }
}

/// The same while no app runs: what was deleted, and why its bytes are not out of the file yet, if they are not.
///
/// # Errors
/// One sentence, where an app has just started or the record cannot be written. Nothing is deleted then.
pub(crate) fn erase_alone(
    paths: &Paths,
    days: &RangeInclusive<NaiveDate>,
    day_starts: NaiveTime,
) -> Result<(Erased, Option<LedgerError>), String> {
    let alone = Single::acquire(paths).map_err(|error| because(&error))?;
    let _alone = alone.ok_or_else(cli::busy)?;
    let trouble = |error: LedgerError| record::error(&error);
    let mut ledger = Ledger::open(&paths.ledger).map_err(trouble)?.ledger;
    let memory = saved(&ledger)?;
    ledger.void_others(days, wall()).map_err(trouble)?;
    let erased = ledger.erase(days, day_starts, None).map_err(trouble)?;
    if let Some(mut memory) = memory {
        let (today, at) = (memory.engine.today(), now(&memory));
        let counts = Counts::of(&ledger.instances(today, today).map_err(trouble)?);
        memory.engine.forget(days.clone(), (counts.done(), counts.countable()), at);
        let memory = serde_json::to_string(&memory).map_err(|error| error.to_string())?;
        ledger.commit(&Step { memory: Some(&memory), ..Step::default() }).map_err(trouble)?;
    }
    Ok((erased, ledger.wipe().err()))
}
