//! What is said of the record when not all of it is well: what could not be written, was refused or was set aside. Pure.

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
