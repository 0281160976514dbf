//! What is said of taking out and deleting the record. Pure.

use super::formats::{capital, list, range};
use crate::ledger::{Erased, LedgerError};
use chrono::NaiveDate;
use std::path::{Path, PathBuf};

/// A break as an event of a calendar.
#[must_use]
pub fn break_event(name: &str, outcome: &str) -> String {
    text!("data-break-event", name = capital(name), outcome)
}

texts! {
    /// A check-in as an event of a calendar.
    pub felt_loose: "data-felt-loose";
    /// The same.
    pub felt_tight: "data-felt-tight";
    /// The same.
    pub felt_sore: "data-felt-sore";
    /// The last day that is named comes before the first one.
    pub backwards: "data-backwards";
}

/// Nothing is recorded of these days.
#[must_use]
pub fn nothing(from: NaiveDate, to: NaiveDate) -> String {
    text!("data-nothing", days = range(from, to))
}

/// It is in this file now: how many breaks of how many days.
#[must_use]
pub fn kept(file: &Path, breaks: usize, days: usize) -> String {
    text!("data-kept", file = file.display().to_string(), breaks, days)
}

/// A file of this name is there already, on the command line.
#[must_use]
pub fn file_there(file: &Path) -> String {
    text!("data-file-there", file = file.display().to_string())
}

/// The file could not be written.
#[must_use]
pub fn not_kept(file: &Path, why: &str) -> String {
    text!("data-not-kept", file = file.display().to_string(), why)
}

/// The desktop has no program for a folder.
#[must_use]
pub fn not_opened(folder: &Path, why: &str) -> String {
    text!("data-not-opened", folder = folder.display().to_string(), why)
}

/// What would be deleted, before it is asked for.
#[must_use]
pub fn would_delete(erased: Erased, everything: bool) -> String {
    let Erased { breaks, days } = erased;
    if everything { text!("data-would-delete-all", breaks, days) } else { text!("data-would-delete", breaks, days) }
}

/// Files that were set aside hold older rows, which only go with everything.
#[must_use]
pub fn asides_stay(asides: &[PathBuf]) -> String {
    text!("data-asides-stay", count = asides.len(), files = list(asides.iter().map(|file| file.display().to_string())))
}

/// What others were told goes from them too.
#[must_use]
pub fn others_told() -> String {
    text!("data-others-told")
}

/// What other machines recorded is theirs to delete, and what is remembered so that it does not come back.
#[must_use]
pub fn others_stay() -> String {
    text!("data-others-stay")
}

/// It was done.
#[must_use]
pub fn deleted(erased: Erased) -> String {
    text!("data-deleted", breaks = erased.breaks, days = erased.days)
}

/// It was done, and the bytes are still in the file.
#[must_use]
pub fn not_wiped(why: &LedgerError) -> String {
    text!("data-not-wiped", why = super::ledger::error(why))
}

/// A file that was set aside could not be deleted.
#[must_use]
pub fn aside_left(why: &str) -> String {
    text!("data-aside-left", why)
}

texts! {
    /// The same where nobody can be asked.
    pub nobody_to_ask: "data-nobody-to-ask";
    /// The person did not say yes.
    pub left_as_it_is: "data-left-as-it-is";
}

texts! {
    /// Above the section in the window.
    pub title: "data-title";
    /// Where it is.
    pub kept_here: "data-kept-here";
    /// Nothing is recorded yet.
    pub nothing_yet: "data-nothing-yet";
    /// There is the journal and nothing else.
    pub journal_alone: "data-journal-alone";
    /// Which days: all.
    pub everything: "data-everything";
    /// The same: some.
    pub some_days: "data-some-days";
    /// Beside the first one.
    pub first_day: "data-first-day";
    /// Beside the last one.
    pub last_day: "data-last-day";
    /// How a day is typed.
    pub day_form: "data-day-form";
    /// What is typed is no day.
    pub no_days: "data-no-days";
    /// The button that asks what would be deleted.
    pub delete_button: "data-delete-button";
    /// Below the question: nothing.
    pub leave_it: "data-leave-it";
    /// Below the question: a copy.
    pub copy_first: "data-copy-first";
    /// Below the question: yes.
    pub delete_for_good: "data-delete-for-good";
    /// Shows a file where it is.
    pub open_folder: "data-open-folder";
}

/// The button that takes the record out in the form with this ending.
#[must_use]
pub fn form(ending: &str) -> String {
    match ending {
        "csv" => text!("data-form-csv"),
        "ics" => text!("data-form-ics"),
        "activitywatch.json" => text!("data-form-activitywatch"),
        _ => text!("data-form-json"),
    }
}
