//! The record taken out, from a command or a window. Owns which days are meant and how the file comes to be: whole or not at
//! all, for the person alone, over no other file unless that was said. The forms are `review`'s.

use crate::engine::moment::Stamp;
use crate::review::extract::{Extract, ExtractForm};
use crate::shell::cli::Day;
use crate::shell::output;
use crate::shell::past::{Past, reach};
use crate::shell::paths::Paths;
use crate::system::clock::wall;
use crate::system::files::whole;
use crate::system::machine;
use crate::text::files::because;
use crate::text::{data as text, ledger, review};
use std::fs;
use std::path::Path;

/// Days that are meant, both included; without a first one from the beginning of the record, without a last one to today.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct DayRange {
    pub from: Option<Day>,
    pub to: Option<Day>,
}

/// What was recorded on these days, of all machines or of the one that is named, and now.
///
/// # Errors
/// One sentence, where it cannot be read or there is nothing.
pub(crate) fn extract(paths: &Paths, days: DayRange, machine: Option<&str>) -> Result<(Extract, Stamp), String> {
    let Ok(past) = Past::open(paths, reach(machine))? else {
        let today = wall().date_naive();
        return Err(text::nothing(today, today));
    };
    let to = past.day(days.to.unwrap_or(Day::Back(0)));
    let from = days.from.map(|day| past.day(day));
    if from.is_some_and(|from| from > to) {
        return Err(text::backwards());
    }
    let whose = past.whose(machine)?;
    let history = past.ledger.history_by(whose, past.until).map_err(|error| ledger::error(&error))?;
    if past.ledger.unread() > 0 {
        output::problem(&review::left_out(past.ledger.unread()));
    }
    let extract = Extract::of(history, from, to, past.settings.rules.day_starts);
    if extract.is_empty() { Err(text::nothing(extract.from, extract.to)) } else { Ok((extract, past.now)) }
}

/// Writes it to this file; says what is in it.
///
/// # Errors
/// One sentence, where the file is there already and is not to be replaced, or cannot be written.
pub(crate) fn keep(
    file: &Path,
    (extract, made): &(Extract, Stamp),
    form: ExtractForm,
    replace: bool,
) -> Result<String, String> {
    if !replace && fs::symlink_metadata(file).is_ok() {
        return Err(text::file_there(file));
    }
    whole::write(file, told(extract, form, *made)).map_err(|error| text::not_kept(file, &because(&error)))?;
    Ok(text::kept(file, extract.breaks(), extract.days()))
}

/// Which machine's record is taken out in this form, where none is named: all of them, but that one form names this one.
pub(crate) fn usual(form: ExtractForm) -> Option<&'static str> {
    (form == ExtractForm::ActivityWatch).then_some("this")
}

/// All of it in this form, on this machine.
pub(crate) fn told(extract: &Extract, form: ExtractForm, made: Stamp) -> String {
    // One form names the machine; none is asked for it but there.
    let machine = (form == ExtractForm::ActivityWatch).then(machine::host).flatten();
    extract.told(form, made, &machine.unwrap_or_else(|| "unknown".into()))
}
