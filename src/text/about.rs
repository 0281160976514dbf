//! What is said on the page About of the main window, and in the report that a person can attach when something does not
//! work. Pure.

use super::list;
use std::path::Path;

/// The app with its version.
#[must_use]
pub fn version() -> String {
    text!("about-version", version = env!("CARGO_PKG_VERSION"))
}

/// The system and its kernel.
#[must_use]
pub fn report_system(system: Option<&str>, kernel: &str) -> String {
    match system {
        Some(system) => text!("about-report-system", system, kernel),
        None => text!("about-report-kernel", kernel),
    }
}

/// The desktop by its own word.
#[must_use]
pub fn report_desktop(desktop: &str) -> String {
    text!("about-report-desktop", desktop)
}

/// The kind of session by its own word.
#[must_use]
pub fn report_session(session: &str) -> String {
    text!("about-report-session", session)
}

/// The kinds of display that are named.
#[must_use]
pub fn report_displays(displays: &[&str]) -> String {
    if displays.is_empty() {
        text!("about-report-no-display")
    } else {
        text!("about-report-displays", displays = list(displays))
    }
}

/// The language that is spoken.
#[must_use]
pub fn report_language(tag: &str) -> String {
    text!("about-report-language", tag)
}

/// What stands in the place of a calendar's name.
#[must_use]
pub fn report_calendar(number: usize) -> String {
    text!("about-report-calendar", number)
}

/// What stands in the place of the name of something of the person's own.
#[must_use]
pub fn report_own(number: usize) -> String {
    text!("about-report-own", number)
}

texts! {
    /// The app does not run.
    pub report_not_running: "about-report-not-running";
    /// Above what is set.
    pub report_settings: "about-report-settings";
    /// Nothing is.
    pub report_no_settings: "about-report-no-settings";
    /// In the place of a value that may be private.
    pub report_left_out: "about-report-left-out";
    /// In the place of a line of settings that all may be.
    pub report_settings_left_out: "about-report-settings-left-out";
    /// Above the last day.
    pub report_day: "about-report-day";
    /// There is none.
    pub report_no_day: "about-report-no-day";
    /// In the place of a folder of the app's.
    pub report_folder: "about-report-folder";
    /// In the place of the person's name.
    pub report_person: "about-report-person";
    /// In the place of the machine's name.
    pub report_host: "about-report-host";
    /// The last line.
    pub report_end: "about-report-end";
}

texts! {
    /// In a sentence or two.
    pub what_it_is: "about-what-it-is";
    /// Above what is kept where.
    pub places: "about-places";
    /// The record.
    pub place_record: "about-place-record";
    /// The settings.
    pub place_settings: "about-place-settings";
    /// What can be fetched again.
    pub place_cache: "about-place-cache";
    /// Below them.
    pub nothing_sent: "about-nothing-sent";
    /// Above the report.
    pub problem: "about-problem";
    /// What it is for.
    pub problem_how: "about-problem-how";
    /// Makes the report.
    pub show_report: "about-show-report";
    /// Copies it.
    pub copy_report: "about-copy-report";
    /// That was done.
    pub report_copied: "about-report-copied";
    /// Keeps it in a file.
    pub keep_report: "about-keep-report";
    /// Shows a file where it is.
    pub open_folder: "about-open-folder";
    /// Above the licences.
    pub licences: "about-licences";
}

/// Shows where this is kept.
#[must_use]
pub fn open_folder_of(name: &str) -> String {
    text!("about-open-folder-of", name)
}

/// The report is in this file now.
#[must_use]
pub fn report_kept(file: &Path) -> String {
    text!("about-report-kept", file = file.display().to_string())
}

/// The licences of what is in it, a line each.
#[must_use]
pub fn licence_lines() -> [String; 3] {
    [text!("about-licence-own"), text!("about-licence-parts"), text!("about-licence-fonts")]
}
