//! Other programs' records as the page Review has them: found, told, brought in and taken back. Owns which of them are offered
//! together; the work is `import`'s.

use super::Backend;
use super::calendars::typed_file;
use crate::ledger::{ImportId, Program};
use crate::shell::import::{FoundRecord, ImportPlan, look, read, take_back};
use crate::system::choose::Wanted;
use crate::text::import as text;
use crate::windows::main::talk::{ImportOffer, ImportOrder, ImportTicket, ImportUpdate};
use std::path::PathBuf;

impl Backend {
    /// Does what is ordered of other programs' records.
    pub(super) fn import(&self, order: ImportOrder) {
        let done = match order {
            ImportOrder::Choose => return self.ask_for(Wanted::File, ImportUpdate::Chosen),
            ImportOrder::Look => self.look_for_records(),
            ImportOrder::Read(typed) => self.read_record(&typed),
            ImportOrder::BringIn(files) => self.bring_in(&files),
            ImportOrder::TakeBack(ImportTicket(id)) => take_back(&self.paths, ImportId(id)).map(|told| {
                self.done(told, None);
                ImportUpdate::Changed
            }),
        };
        self.tell(done.unwrap_or_else(ImportUpdate::Refused));
    }

    fn look_for_records(&self) -> Result<ImportUpdate, String> {
        let (found, troubles) = look(&self.paths, None);
        if found.is_empty() && troubles.is_empty() {
            return Err(text::none_found(None));
        }
        Ok(ImportUpdate::Offers(self.offers(&found)?, troubles))
    }

    fn read_record(&self, typed: &str) -> Result<ImportUpdate, String> {
        let found = read(&self.paths, &typed_file(typed), None)?;
        Ok(ImportUpdate::Offers(self.offers(&[found])?, Vec::new()))
    }

    fn offers(&self, found: &[FoundRecord]) -> Result<Vec<ImportOffer>, String> {
        let of = |program: Program| {
            let own: Vec<FoundRecord> = found.iter().filter(|one| one.reading.program == program).cloned().collect();
            (!own.is_empty())
                .then(|| ImportPlan::of(&self.paths, program, &own).map(|plan| offer(program, &own, &plan)))
        };
        Program::ALL.into_iter().filter_map(of).collect()
    }

    fn bring_in(&self, files: &[PathBuf]) -> Result<ImportUpdate, String> {
        let found: Vec<FoundRecord> =
            files.iter().map(|file| read(&self.paths, file, None)).collect::<Result<_, _>>()?;
        let Some(first) = found.first() else { return Ok(ImportUpdate::Changed) };
        let plan = ImportPlan::of(&self.paths, first.reading.program, &found)?;
        let (told, id) = plan.carry_out(&self.paths)?;
        self.done(told, id.map(|ImportId(id)| ImportOrder::TakeBack(ImportTicket(id)).into()));
        Ok(ImportUpdate::Changed)
    }
}

fn offer(program: Program, found: &[FoundRecord], plan: &ImportPlan) -> ImportOffer {
    let told = found.iter().map(FoundRecord::told).chain([text::gain(plan.would)]).collect();
    let files = if plan.would.is_nothing() { Vec::new() } else { found.iter().map(|one| one.file.clone()).collect() };
    ImportOffer { told, files, name: text::bring_of(program) }
}

#[cfg(test)]
mod tests;
