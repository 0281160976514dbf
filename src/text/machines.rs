//! What is said of a person's several machines: which there are, how their folder does, and which of them count. Pure.

use super::doctor::since;
use super::merge::called;
use crate::engine::moment::Stamp;
use crate::ledger::{Machine, MetMachine};
use chrono::{DateTime, Utc};

texts! {
    /// What the folder is for, and who can read it.
    pub why: "machines-why";
    /// The heading over the folder.
    pub folder: "machines-folder";
    /// How one is named.
    pub folder_how: "machines-folder-how";
    /// The name of the field for it.
    pub folder_field: "machines-folder-field";
    /// What takes up the folder that was typed.
    pub share: "machines-share";
    /// The heading over folders that were found.
    pub found: "machines-found";
    /// What leaves the folder.
    pub leave: "machines-leave";
    /// It was left.
    pub left: "machines-left";
    /// What was typed is no folder.
    pub no_folder: "machines-no-folder";
    /// The app does not run, so nothing is told or heard.
    pub not_running: "machines-not-running";
    /// The heading over the machines.
    pub machines: "machines-machines";
    /// There is no other.
    pub none: "machines-none";
    /// What stops a machine from counting.
    pub forget: "machines-forget";
    /// What forgetting means.
    pub forget_why: "machines-forget-why";
    /// What lets it count again.
    pub count: "machines-count";
}

/// A folder is shared from now on.
#[must_use]
pub fn shared(folder: &str) -> String {
    text!("machines-shared", folder)
}

/// The button of a folder that was found.
#[must_use]
pub fn share_found(folder: &str) -> String {
    text!("machines-share-found", folder)
}

/// This machine by its name.
#[must_use]
pub fn this(name: &str) -> String {
    text!("machines-this", name)
}

/// What is known of another machine, a sentence each.
#[must_use]
pub fn other(known: &MetMachine, now: Stamp) -> Vec<String> {
    let at = |time: DateTime<Utc>| since(time.with_timezone(now.offset()), now);
    let days = text!("machines-days", days = known.days, last = super::formats::dated(known.last));
    let told = known.told.map(|told| text!("machines-told", at = at(told)));
    let forgotten = known.forgotten.map(|forgotten| {
        let again = known.told.is_some_and(|told| told > forgotten);
        text!("machines-forgotten", at = at(forgotten), again = if again { "yes" } else { "no" })
    });
    [Some(days), told, forgotten].into_iter().flatten().collect()
}

/// A machine no longer counts, or counts again.
#[must_use]
pub fn counts(machine: &Machine, counts: bool) -> String {
    let name = called(machine);
    if counts { text!("machines-counts", name) } else { text!("machines-counts-not", name) }
}

/// The same, of one that is not named.
#[must_use]
pub fn now(counts: bool) -> String {
    if counts { text!("machines-counts-now") } else { text!("machines-counts-not-now") }
}

/// No other machine is meant by this name.
#[must_use]
pub fn no_machine(name: &str, all: &[Machine]) -> String {
    super::merge::no_machine(name, all)
}
