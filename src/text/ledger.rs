//! What is said of the record when not all of it is well: what could not be written, was refused or was set aside. Pure.

use super::files;
use crate::ledger::LedgerError;
use crate::ledger::aside::{Aside, Why};

/// Why the ledger could not do what was asked: one sentence of what happened and one of what to do.
#[must_use]
pub fn error(error: &LedgerError) -> String {
    match error {
        LedgerError::Newer { path, found, known } => {
            text!("ledger-newer", path = path.display().to_string(), found, known)
        }
        LedgerError::Older { path } => text!("ledger-older", path = path.display().to_string()),
        LedgerError::Foreign { path } => text!("ledger-foreign", path = path.display().to_string()),
        LedgerError::Missing { path } => text!("ledger-missing", path = path.display().to_string()),
        LedgerError::InUse { path } => text!("ledger-in-use", path = path.display().to_string()),
        LedgerError::Held => text!("ledger-held"),
        LedgerError::Damaged(why) => text!("ledger-damaged", why),
        LedgerError::File(why) => text!("ledger-file", why = files::trouble(why)),
        LedgerError::Sql(said) => text!("ledger-sql", why = &said.says),
        LedgerError::Memory(why) => why.clone(),
        LedgerError::NoSuchRow(id) => text!("ledger-no-such-row", id),
        LedgerError::StillOpen(id) => text!("ledger-still-open", id),
        LedgerError::TooLate { id, closed } => text!("ledger-too-late", id, closed = closed.to_string()),
    }
}

/// Why a record was set apart in the journal.
#[must_use]
pub fn refused(why: &str) -> String {
    text!("ledger-refused", why)
}

/// What was answered last is not in the record, and why.
#[must_use]
pub fn not_recorded(why: &LedgerError) -> String {
    text!("ledger-not-recorded", why = error(why))
}

/// The same where it is seen until it is made good: a line, and what to do.
#[must_use]
pub fn waits(why: &LedgerError) -> (String, String) {
    let line = text!("ledger-waits");
    let told = format!("{line}\n{}", text!("ledger-waits-told", why = error(why)));
    (line, told)
}

/// Files were set aside, where it is seen until the person has seen it: a line, and what became of them.
#[must_use]
pub fn set_aside(all: &[Aside]) -> (String, String) {
    let damaged = all.iter().any(|aside| aside.why == Why::Damaged);
    let line = if damaged { text!("ledger-part-damaged") } else { text!("ledger-file-replaced") };
    let told = format!("{line}\n{}", text!("ledger-seen-how", told = asides(all)));
    (text!("ledger-to-be-seen", line), told)
}

/// What is not recorded is lost at the end.
#[must_use]
pub fn lost_at_the_end(why: &LedgerError) -> String {
    text!("ledger-lost-at-the-end", why = error(why))
}

/// Files were set aside, and what became of what is in each.
#[must_use]
pub fn asides(all: &[Aside]) -> String {
    all.iter().map(aside).collect::<Vec<_>>().join(" ")
}

fn aside(aside: &Aside) -> String {
    let (carried, file) = (entries(aside.salvaged.carried), aside.file.display().to_string());
    match (aside.why, aside.salvaged.lost) {
        (Why::Replaced, _) => text!("ledger-aside-replaced", carried, file),
        (Why::Damaged, Some(0)) => text!("ledger-aside-damaged", carried, file),
        (Why::Damaged, Some(lost)) => text!("ledger-aside-damaged-lost", carried, lost = entries(lost), file),
        (Why::Damaged, None) => text!("ledger-aside-damaged-unknown", carried, file),
    }
}

fn entries(count: u64) -> String {
    text!("ledger-entries", count)
}
