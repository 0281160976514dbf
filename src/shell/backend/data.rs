//! Taking the record out and deleting it, as ordered in the main window. Owns where a file of the person's goes and what it is
//! called; the work is `extract`'s and `erase`'s.

use super::Backend;
use crate::ledger::{Ledger, LedgerError, aside};
use crate::review::extract::ExtractForm;
use crate::shell::cli::Day;
use crate::shell::erase::{Extent, Plan};
use crate::shell::extract::{DayRange, extract, keep, usual};
use crate::shell::open;
use crate::system::paths::downloads;
use crate::windows::main::talk::{DataOrder, DataUpdate, DayExtent};
use std::path::{Path, PathBuf};

impl Backend {
    /// Does what is ordered of the record as a whole.
    pub(super) fn data(&self, order: DataOrder) {
        let done = match order {
            DataOrder::Look => return self.tell_holdings(),
            DataOrder::TakeOut(form, extent) => self.take_out(form, extent),
            DataOrder::Plan(extent) => Plan::of(&self.paths, meant(extent)).map(|plan| DataUpdate::Would(plan.told())),
            DataOrder::Delete(extent) => {
                let done = Plan::of(&self.paths, meant(extent)).and_then(|plan| plan.carry_out(&self.paths));
                done.map(DataUpdate::Deleted)
            }
            DataOrder::OpenFolder(folder) => return self.open_folder(&folder),
        };
        self.tell(done.unwrap_or_else(DataUpdate::Refused));
    }

    /// Tells what there is to take out and to delete; nothing where that cannot be known.
    pub(super) fn tell_holdings(&self) {
        let aside = aside::files(&self.paths.ledger).next().is_some();
        let holds = match Ledger::open_read_only(&self.paths.ledger).and_then(|ledger| ledger.holds()) {
            Err(LedgerError::Missing { .. }) => Ok((false, false)),
            other => other,
        };
        if let Ok((record, anything)) = holds {
            self.tell(DataUpdate::Holds { record, anything: anything || aside });
        }
    }

    fn take_out(&self, form: ExtractForm, extent: DayExtent) -> Result<DataUpdate, String> {
        let days = extent.map_or_else(DayRange::default, |(from, to)| DayRange {
            from: Some(Day::Date(from)),
            to: Some(Day::Date(to)),
        });
        let taken = extract(&self.paths, days, usual(form))?;
        let file = free(&self.persons_folder().join(taken.0.file_name(form)));
        let text = keep(&file, &taken, form, false)?;
        Ok(DataUpdate::Kept { text, folder: folder_of(&file) })
    }

    /// Where the person looks for a file that they asked for.
    pub(super) fn persons_folder(&self) -> PathBuf {
        downloads().unwrap_or_else(|| folder_of(&self.paths.ledger))
    }

    /// Opens it with the desktop's own program.
    pub(super) fn open_folder(&self, folder: &Path) {
        let later = self.clone();
        if let Err(why) = open::folder(folder, move |why| later.refused(why)) {
            self.refused(why);
        }
    }
}

fn meant(extent: DayExtent) -> Extent {
    extent.map_or(Extent::All, |(from, to)| Extent::Days(Day::Date(from), Day::Date(to)))
}

/// The folder that a file is in.
pub(super) fn folder_of(file: &Path) -> PathBuf {
    file.parent().unwrap_or(Path::new("/")).to_owned()
}

/// The name, or the first one like it that nothing has.
pub(super) fn free(file: &Path) -> PathBuf {
    let (stem, end) = (file.file_stem().unwrap_or_default(), file.extension().unwrap_or_default());
    let (stem, end) = (stem.to_string_lossy(), end.to_string_lossy());
    let named = |n: u32| if n == 1 { file.to_owned() } else { file.with_file_name(format!("{stem}-{n}.{end}")) };
    (1..=u32::MAX).map(named).find(|file| std::fs::symlink_metadata(file).is_err()).unwrap_or_else(|| file.to_owned())
}

#[cfg(test)]
mod tests {
    use super::free;

    #[test]
    fn a_name_that_is_taken_is_counted_on() {
        let dir = tempfile::tempdir().expect("a folder");
        let file = dir.path().join("unhunch-2026-01-05.csv");
        assert_eq!(free(&file), file);
        std::fs::write(&file, "").expect("written");
        assert_eq!(free(&file), dir.path().join("unhunch-2026-01-05-2.csv"));
    }
}
