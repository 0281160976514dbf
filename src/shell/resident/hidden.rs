//! What the engine has hidden by itself, for commands beside the app: read from its saved memory, and lifted there while no
//! app runs. Never while one does, for that would write its own memory over it.

use super::journal;
use super::store::Saved;
use crate::engine::effect::{Decision, What};
use crate::engine::moment::Stamp;
use crate::engine::reason::Reason;
use crate::engine::status::Hidden;
use crate::ledger::{Ledger, LedgerError, Step};
use crate::shell::ipc::single::Single;
use crate::shell::paths::Paths;
use crate::system::clock::wall;
use crate::text::files::because;
use crate::text::{cli, ledger as record};
use chrono::NaiveTime;

/// What was hidden when the app wrote last, and still is.
///
/// # Errors
/// One sentence, where the record cannot be read.
pub(crate) fn hidden(paths: &Paths) -> Result<Vec<Hidden>, String> {
    let ledger = match Ledger::open_read_only(&paths.ledger) {
        Err(LedgerError::Missing { .. }) => return Ok(Vec::new()),
        other => other.map_err(|error| record::error(&error))?,
    };
    let saved = saved(&ledger)?;
    Ok(saved.map_or_else(Vec::new, |saved| saved.engine.hidden(now(&saved))))
}

/// Shows these again while no app runs, and says so in the journal. Why that cannot be written, if it cannot.
///
/// # Errors
/// One sentence, where an app has just started or the record cannot be read.
pub(crate) fn unhide(paths: &Paths, ids: &[&str], day_starts: NaiveTime) -> Result<Option<LedgerError>, String> {
    let alone = Single::acquire(paths).map_err(|error| because(&error))?;
    let _alone = alone.ok_or_else(cli::busy)?;
    let mut ledger = Ledger::open(&paths.ledger).map_err(|error| record::error(&error))?.ledger;
    let Some(mut saved) = saved(&ledger)? else { return Ok(None) };
    let at = now(&saved);
    let shown = |id: &str| {
        let what = What::Unhidden { exercise: id.to_owned() };
        journal::decision(&Decision { at, what, why: Reason::ShownByHand }, day_starts)
    };
    let journal: Vec<_> = ids.iter().filter(|id| saved.engine.unhide(id, at)).map(|id| shown(id)).collect();
    let memory = serde_json::to_string(&saved).map_err(|error| error.to_string())?;
    let step = Step { records: &[], journal: &journal, memory: Some(&memory) };
    Ok(ledger.commit(&step).err())
}

pub(super) fn saved(ledger: &Ledger) -> Result<Option<Saved>, String> {
    let memory = ledger.memory().map_err(|error| record::error(&error))?;
    Ok(memory.and_then(|text| serde_json::from_str(&text).ok()))
}

/// The app's wall clock: the system's, or where a faster one stood when it was last heard of.
pub(super) fn now(saved: &Saved) -> Stamp {
    if saved.clock.speed > 1 { saved.clock.at.local } else { wall() }
}
