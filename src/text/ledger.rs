//! What is said of the record when not all of it is well: what could not be written, was refused or was set aside. Pure.

use crate::ledger::aside::{Aside, Why};

/// A record that breaks a rule of the ledger, as a line of the journal.
#[must_use]
pub fn set_apart(record: &str) -> String {
    format!("set apart {record}")
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
