//! Other programs' records brought in, from a command or a window: what is found, what would come of it, who writes it, and how
//! it is taken back. Owns the way from the one to the other; what a record says is `import`'s.

mod places;
mod record;

use crate::engine::moment::day_of;
use crate::import::{Days, Reading};
use crate::ledger::{ImportGain, ImportId, ImportedDay, Ledger, LedgerError, Program};
use crate::shell::calendars::local_zone;
use crate::shell::files;
use crate::shell::ipc::client::{self, NoAnswer};
use crate::shell::ipc::single::Single;
use crate::shell::ipc::{Call, Remark, Reply};
use crate::shell::paths::Paths;
use crate::system::clock::wall;
use crate::text::files::because;
use crate::text::{cli, import as text, ledger};
use std::path::{Path, PathBuf};

/// So many days go to the running app at once.
// A request has 8 KiB at most, and a day with every figure 260 bytes.
const AT_ONCE: usize = 24;

/// A record of another program, read.
#[derive(Clone, Debug)]
pub(crate) struct FoundRecord {
    /// Where it is.
    pub file: PathBuf,
    /// What is in it.
    pub reading: Reading,
}

impl FoundRecord {
    /// What is in it, and what is left out: a sentence or two.
    pub(crate) fn told(&self) -> String {
        let days = &self.reading.days;
        let ends = days.first().zip(days.last()).map(|(first, last)| (days.len(), first.day, last.day));
        let found = text::found(self.reading.program, &self.file, ends);
        [Some(found), text::unread(&self.reading.unread)].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
}

/// Reads what is in a file.
///
/// # Errors
/// One sentence, where it is no record.
pub(crate) fn read(paths: &Paths, file: &Path, from: Option<Program>) -> Result<FoundRecord, String> {
    let starts = files::settings(paths)?.settings.rules.day_starts;
    let now = wall();
    let zone = local_zone(now);
    let days = Days { today: day_of(now, starts), of: &|at| day_of(zone.local(at), starts) };
    Ok(FoundRecord { file: file.to_owned(), reading: record::read(file, from, &days)? })
}

/// What lies where these programs keep what they record; what cannot be read is told.
pub(crate) fn look(paths: &Paths, of: Option<Program>) -> (Vec<FoundRecord>, Vec<String>) {
    let places = places::all().filter(|(program, _)| of.is_none_or(|of| of == *program));
    let (mut found, mut troubles) = (Vec::new(), Vec::new());
    for (_, file) in places.filter(|(_, file)| file.is_file()) {
        match read(paths, &file, of) {
            Ok(one) => found.push(one),
            Err(why) => troubles.push(why),
        }
    }
    (found, troubles)
}

/// An import that was not done yet.
#[derive(Clone, Debug)]
pub(crate) struct ImportPlan {
    program: Program,
    days: Vec<ImportedDay>,
    /// What it would add.
    pub would: ImportGain,
}

impl ImportPlan {
    /// What of these records of one program would be added.
    ///
    /// # Errors
    /// One sentence, where our own record cannot be read.
    pub(crate) fn of(paths: &Paths, program: Program, found: &[FoundRecord]) -> Result<Self, String> {
        let days: Vec<ImportedDay> = found.iter().flat_map(|one| one.reading.days.iter().copied()).collect();
        let would = match Ledger::open_read_only(&paths.ledger) {
            Ok(ledger) => ledger.would_import(&days),
            // It holds nothing of the kind yet.
            Err(LedgerError::Missing { .. } | LedgerError::Older { .. }) => {
                Ledger::in_memory().and_then(|ledger| ledger.would_import(&days))
            }
            Err(why) => Err(why),
        };
        Ok(Self { program, days, would: would.map_err(|why| ledger::error(&why))? })
    }

    /// Does it: the running app, or this process where none runs. What was done, and what takes it back, if it did anything.
    ///
    /// # Errors
    /// One sentence, where it was not done, or not all of it; what was done of it stays, and the next try does the rest.
    pub(crate) fn carry_out(&self, paths: &Paths) -> Result<(String, Option<ImportId>), String> {
        let id = ImportId(wall().timestamp_millis());
        let mut gain = ImportGain::default();
        for (at, days) in self.days.chunks(AT_ONCE).enumerate() {
            match asked(paths, &Call::Import(id, days.to_vec()))? {
                Some(Remark::Imported(more)) => gain = gain.and(more),
                Some(_) => return Err(cli::not_understood()),
                None => {
                    let left = self.days.get(at * AT_ONCE..).unwrap_or_default();
                    gain = gain.and(alone(paths, |ledger| ledger.import(id, left))?);
                    break;
                }
            }
        }
        Ok((text::done(self.program, gain), (!gain.is_nothing()).then_some(id)))
    }
}

/// Takes an import back: what was done.
///
/// # Errors
/// One sentence, where it was not.
pub(crate) fn take_back(paths: &Paths, id: ImportId) -> Result<String, String> {
    match asked(paths, &Call::TakeBack(id))? {
        Some(done) => Ok(done.sentence()),
        None => alone(paths, |ledger| ledger.take_back(id)).map(text::undone),
    }
}

/// Takes the last import of a program back: what was done.
///
/// # Errors
/// One sentence, where there is none, or it was not.
pub(crate) fn take_back_last(paths: &Paths, of: Program) -> Result<String, String> {
    let last = match Ledger::open_read_only(&paths.ledger) {
        Ok(ledger) => ledger.last_import(of),
        Err(LedgerError::Missing { .. } | LedgerError::Older { .. }) => Ok(None),
        Err(why) => Err(why),
    };
    match last.map_err(|why| ledger::error(&why))? {
        Some(id) => take_back(paths, id),
        None => Err(text::nothing_to_undo(of)),
    }
}

/// What the running app says to it; none where none runs.
pub(crate) fn asked(paths: &Paths, call: &Call) -> Result<Option<Remark>, String> {
    match client::call(paths, call) {
        Ok(Reply::Told(done)) => Ok(Some(done)),
        Ok(Reply::Refused(why)) => Err(why.sentence()),
        Ok(Reply::NotRecorded(why)) => Err(ledger::error(&why)),
        Ok(Reply::Status(_) | Reply::All(_) | Reply::Parts(_) | Reply::Changed(_) | Reply::Done) => {
            Err(cli::not_understood())
        }
        Err(NoAnswer::Trouble(why) | NoAnswer::Unknown(why)) => Err(why),
        Err(NoAnswer::NotRunning) => Ok(None),
    }
}

/// Writes while no app runs.
pub(crate) fn alone<T>(paths: &Paths, write: impl FnOnce(&mut Ledger) -> Result<T, LedgerError>) -> Result<T, String> {
    let alone = Single::acquire(paths).map_err(|error| because(&error))?;
    let _alone = alone.ok_or_else(cli::busy)?;
    let done = Ledger::open(&paths.ledger).and_then(|mut opened| write(&mut opened.ledger));
    done.map_err(|why| ledger::error(&why))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::BreakTally;

    #[test]
    fn the_fullest_days_go_in_one_request() {
        let most = Some(99_999);
        let full = BreakTally { shown: most, taken: most, natural: most, skipped: most, postponed: most };
        let day = ImportedDay::new(Program::SaneBreak, chrono::NaiveDate::MIN);
        let day = ImportedDay { active_s: most, postponed: most, short: full, long: full, ..day };
        let call = Call::Import(ImportId(i64::MIN), vec![day; AT_ONCE]);
        let bytes = serde_json::to_vec(&call).expect("a text").len();
        assert!(bytes < 8 * 1024 - 64, "{bytes}");
    }
}
