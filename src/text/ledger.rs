//! What is said of the record when not all of it is well: what could not be written, was refused or was set aside. Pure.

use crate::ledger::LedgerError;
use crate::ledger::aside::{Aside, Why};

/// Why the ledger could not do what was asked: one sentence of what happened and one of what to do.
#[must_use]
pub fn error(error: &LedgerError) -> String {
    match error {
        LedgerError::Newer { path, found, known } => format!(
            "The ledger {} was written by a newer version of Unhunch (its form is {found}, this one knows {known}). Install \
             that version again, or start with another ledger; the file was left as it is.",
            path.display()
        ),
        LedgerError::Older { path } => format!(
            "The ledger {} is from an older version of Unhunch. Start Unhunch once, and it is brought up to date.",
            path.display()
        ),
        LedgerError::Foreign { path } => format!(
            "{} is a database of another program. Name another file for the ledger; this one was left as it is.",
            path.display()
        ),
        LedgerError::Missing { path } => {
            format!("There is no ledger at {} yet. Start Unhunch, and it begins one.", path.display())
        }
        LedgerError::InUse { path } => {
            format!("Another Unhunch keeps the ledger {}. End that one; then this one can write it.", path.display())
        }
        LedgerError::Damaged(why) => {
            format!("The ledger is damaged ({why}). Start Unhunch again: it keeps the file beside a new one.")
        }
        LedgerError::File(why) => format!(
            "The ledger's file or folder cannot be used ({why}). Check that it is yours and that the disk is not full."
        ),
        LedgerError::Sql(why) => format!(
            "The ledger could not be read or written ({why}). Check that the disk is not full and that the file is yours."
        ),
        LedgerError::NoSuchRow(id) => {
            format!("There is no break with the number {id}. `unhunch review --json --breaks` lists them.")
        }
        LedgerError::StillOpen(id) => format!("The break with the number {id} is still open. Answer it first."),
        LedgerError::TooLate { id, closed } => format!(
            "The break with the number {id} was over at {closed}, and a record can be corrected for 24 hours only. It stays as it is."
        ),
    }
}

/// Why it was.
#[must_use]
pub fn refused(why: &str) -> String {
    format!("the ledger refused it: {why}")
}

/// What was answered last is not in the record, and why.
#[must_use]
pub fn not_recorded(why: &str) -> String {
    format!("Not recorded: {why}")
}

/// The same where it is seen until it is made good: a line, and what to do.
#[must_use]
pub fn waits(why: &str) -> (String, String) {
    let line = "Your last answers are not recorded yet";
    (line.into(), format!("{line}\n{why} Unhunch goes on, and writes them as soon as that works."))
}

/// Files were set aside, where it is seen until the person has seen it: a line, and what became of them.
#[must_use]
pub fn set_aside(all: &[Aside]) -> (String, String) {
    let damaged = all.iter().any(|aside| aside.why == Why::Damaged);
    let line = if damaged { "Part of the record was damaged" } else { "The record's file was replaced" };
    let told: Vec<String> = all.iter().map(aside).collect();
    (
        format!("{line} (seen)"),
        format!("{line}\n{} Choose this line in the menu once you have seen it.", told.join(" ")),
    )
}

/// What is not recorded is lost at the end.
#[must_use]
pub fn lost_at_the_end(why: &str) -> String {
    format!("Unhunch ends, and what was answered last is not in the record: {why}")
}

/// A file was set aside, and what became of what is in it.
#[must_use]
pub fn aside(aside: &Aside) -> String {
    let what = match aside.why {
        Why::Damaged => "The record was damaged",
        Why::Replaced => "The record's file was replaced while Unhunch ran",
    };
    let carried = entries(aside.salvaged.carried);
    let lost = match (aside.why, aside.salvaged.lost) {
        (Why::Replaced, _) | (_, Some(0)) => String::new(),
        (Why::Damaged, Some(lost)) => format!(", {} could not be read", entries(lost)),
        (Why::Damaged, None) => ", and how many could not be read is not known".into(),
    };
    format!("{what}. Carried over: {carried}{lost}; the old file is kept at {}.", aside.file.display())
}

fn entries(count: u64) -> String {
    if count == 1 { "1 entry".into() } else { format!("{count} entries") }
}
