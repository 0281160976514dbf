//! What is said of bringing in the record of another machine of the same person. Pure.

use super::formats::list;
use crate::ledger::{JoinGain, Machine};
use std::path::Path;

texts! {
    /// The record is of this machine alone.
    pub no_others: "merge-no-others";
}

/// So many digits of an id tell the machines of one person apart.
const DIGITS: usize = 8;

/// What a machine is called.
#[must_use]
pub fn called(machine: &Machine) -> String {
    let id: String = machine.id.to_string().chars().take(DIGITS).collect();
    if machine.name.is_empty() { text!("merge-unnamed", id) } else { machine.name.clone() }
}

/// What it adds, or would add.
#[must_use]
pub fn gain(gain: JoinGain) -> String {
    if gain.is_nothing() {
        return text!("merge-nothing-new");
    }
    let parts = [
        (gain.new > 0).then(|| text!("merge-gain-new", n = gain.new)),
        (gain.changed > 0).then(|| text!("merge-gain-changed", n = gain.changed)),
        (gain.known > 0).then(|| text!("merge-gain-known", n = gain.known)),
        (gain.gone > 0).then(|| text!("merge-gain-gone", n = gain.gone)),
    ];
    text!("merge-gain", parts = list(parts.into_iter().flatten()))
}

/// Lines that were left out; nothing where none was.
#[must_use]
pub fn unread(count: usize) -> Option<String> {
    (count > 0).then(|| text!("merge-unread", count))
}

/// A machine was taken out again.
#[must_use]
pub fn forgotten(machine: &Machine, days: usize) -> String {
    text!("merge-forgotten", days, name = called(machine))
}

/// No machine is meant by this name.
#[must_use]
pub fn no_machine(name: &str, all: &[Machine]) -> String {
    if all.is_empty() {
        return no_others();
    }
    text!("merge-no-machine", name, names = list(all.iter().map(called)))
}

/// A file cannot be read; why.
#[must_use]
pub fn not_read(file: &Path, why: &str) -> String {
    text!("merge-not-read", file = file.display().to_string(), why)
}

/// Nothing in it is of a machine.
#[must_use]
pub fn no_record(file: &Path) -> String {
    text!("merge-no-record", file = file.display().to_string())
}

/// It is of this machine itself.
#[must_use]
pub fn own(file: &Path) -> String {
    text!("merge-own", file = file.display().to_string())
}
