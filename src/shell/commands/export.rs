//! `unhunch export`: the record taken out, to the terminal or into a file. Owns which of the two.

use crate::shell::Exit;
use crate::shell::answer::{handed_on, told};
use crate::shell::cli::Export;
use crate::shell::extract::{self, DayRange, keep};
use crate::shell::paths::Paths;

/// Does it.
pub(super) fn run(paths: &Paths, said: &Export) -> Exit {
    let machine = said.machine.as_deref().or(extract::usual(said.form()));
    let taken = match extract::extract(paths, DayRange { from: said.from, to: said.to }, machine) {
        Ok(taken) => taken,
        Err(problem) => return told(Err(problem)),
    };
    match &said.file {
        Some(file) => told(keep(file, &taken, said.form(), said.replace)),
        None => handed_on(Ok(extract::told(&taken.0, said.form(), taken.1))),
    }
}
