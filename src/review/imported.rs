//! What other programs recorded of a period, added up for each program by itself. Owns that sum; it stands beside our own figures
//! and is in none of them.

use crate::ledger::{ImportedDay, Program};
use chrono::NaiveDate;

/// Days of a program, added up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ImportedDays {
    /// How many days.
    pub days: usize,
    /// The first one.
    pub from: NaiveDate,
    /// The last one.
    pub to: NaiveDate,
    /// All of them together.
    pub sum: ImportedDay,
}

impl ImportedDays {
    /// Those of these days that count, for each program that has any.
    pub(super) fn of(all: &[ImportedDay], counts: impl Fn(NaiveDate) -> bool) -> Vec<Self> {
        let of_program = |program: Program| {
            let own = || all.iter().filter(|it| it.program == program && counts(it.day));
            let (from, to) = own().map(|it| it.day).min().zip(own().map(|it| it.day).max())?;
            let sum = own().fold(ImportedDay::new(program, from), |sum, it| sum.sum(it));
            Some(Self { days: own().count(), from, to, sum })
        };
        Program::ALL.into_iter().filter_map(of_program).collect()
    }
}
