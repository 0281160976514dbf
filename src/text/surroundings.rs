//! What is said on the page Settings of what the app senses and shows itself with: the senses and their tries, calendars,
//! notifications, the entries in the desktop. Pure. Names no key and no command.

use super::capital;
use super::doctor::{self, state};
use super::feed;
use super::parts;
use crate::engine::event::Sense;
use crate::engine::moment::Stamp;
use crate::parts::calendar::Why;
use crate::parts::outputs::{Buttons, Says as OutputSays};
use crate::parts::own;
use crate::parts::{Advice, Report, Says};
use crate::system::launcher::Standing;
use std::path::Path;

texts! {
    /// What has a file or a folder chosen in the desktop's own dialogue.
    pub choose: "surroundings-choose";
    /// The title of the dialogue for a file, and what opens it where a folder can be meant too.
    pub choose_file: "surroundings-choose-file";
    /// The same for a folder.
    pub choose_folder: "surroundings-choose-folder";
    /// There is no such dialogue.
    pub no_dialogue: "surroundings-no-dialogue";
    /// The heading over the senses.
    pub senses: "surroundings-senses";
    /// What they are.
    pub senses_why: "surroundings-senses-why";
    /// The app does not run.
    pub nothing_sensed: "surroundings-nothing-sensed";
    /// Nothing has been told yet.
    pub asking: "surroundings-asking";
    /// Asks again.
    pub look_again: "surroundings-look-again";
    /// Begins a try of a sense.
    pub try_it: "surroundings-try";
    /// Ends it.
    pub try_stop: "surroundings-try-stop";
    /// Shows a notification.
    pub notice: "surroundings-notice";
    /// What that does.
    pub notice_why: "surroundings-notice-why";
    /// It is on its way.
    pub notice_sent: "surroundings-notice-sent";
    /// That notification: a title and, below it, a text.
    pub sample_notice: "surroundings-sample";
    /// It cannot be shown.
    pub no_notices: "surroundings-no-notices";
    /// Its place is taken.
    pub notice_waits: "surroundings-notice-waits";
    /// What is said of notifications stands under this.
    pub notice_looks: "surroundings-notice-looks";
    /// The app does not run, so it shows nothing.
    pub nothing_shown: "surroundings-nothing-shown";
    /// What is said of the icon stands under this.
    pub part_tray: "surroundings-part-tray";
    /// The switch of the start with the desktop.
    pub autostart: "surroundings-autostart";
    /// It is on.
    pub autostart_on: "surroundings-autostart-on";
    /// It is off.
    pub autostart_off: "surroundings-autostart-off";
    /// The switch of the entry among the applications.
    pub application_entry: "surroundings-application";
    /// The heading over the calendars.
    pub sources: "surroundings-sources";
    /// There is none.
    pub no_sources: "surroundings-no-sources";
    /// The heading over what adds one.
    pub add: "surroundings-add";
    /// The name of its field.
    pub add_what: "surroundings-add-what";
    /// How it is done.
    pub add_how: "surroundings-add-how";
    /// Does it.
    pub add_do: "surroundings-add-do";
    /// The heading over folders that were found.
    pub found: "surroundings-found";
    /// Takes one out.
    pub remove: "surroundings-remove";
    /// Reads one now.
    pub test: "surroundings-test";
    /// It is being read.
    pub testing: "surroundings-testing";
    /// One that is not there any more.
    pub no_such_calendar: "surroundings-no-such-calendar";
    /// What was named is none.
    pub no_calendar_name: "surroundings-no-calendar-name";
    /// The day that it is.
    pub today: "surroundings-today";
    /// The day after.
    pub tomorrow: "surroundings-tomorrow";
    /// The heading over what counts.
    pub counts: "surroundings-counts";
    /// The heading over what does not.
    pub counts_not: "surroundings-counts-not";
    /// Nothing does.
    pub nothing_counts: "surroundings-nothing-counts";
    /// A day without anything.
    pub empty_day: "surroundings-empty-day";
}

/// The state of a part, and since when.
#[must_use]
pub fn state_of(report: &Report, since: Option<&str>) -> String {
    let state = capital(&state(report.state));
    match since {
        Some(at) => text!("surroundings-state-since", state, at),
        None => text!("surroundings-state", state),
    }
}

/// What a part says now, as a sentence; nothing where it says nothing.
#[must_use]
pub fn said(report: &Report) -> String {
    if let Says::Output(OutputSays::Buttons(buttons)) = &report.says {
        return self::buttons(*buttons);
    }
    let says = parts::says(&report.says);
    if says.is_empty() { says } else { format!("{}.", capital(&says)) }
}

/// What can be done where a part does not do well.
#[must_use]
pub fn advice(report: &Report) -> String {
    match &report.advice {
        // Each calendar says it of itself, and a program is tried out where it is named.
        Advice::Calendar(_) | Advice::Hooks(_) => String::new(),
        Advice::Own(own::Advice::Deaf { camera, changed, days }) => {
            text!("surroundings-deaf", deaf = doctor::deaf(*camera, *changed, *days))
        }
        Advice::Nothing
        | Advice::Sense(_)
        | Advice::Fullscreen(_)
        | Advice::Call(_)
        | Advice::Desktop(_)
        | Advice::Output(_)
        | Advice::Own(_)
        | Advice::Sandbox => parts::advice(&report.advice),
    }
}

fn buttons(buttons: Buttons) -> String {
    match buttons {
        Buttons::Drawn => text!("surroundings-buttons-drawn"),
        Buttons::Nowhere => text!("surroundings-buttons-nowhere"),
        Buttons::BehindMiddleClick => text!("surroundings-buttons-middle"),
        Buttons::BehindCommand => text!("surroundings-buttons-command"),
    }
}

/// What a person is to do to try a sense; none for a sense that shows itself by nothing.
#[must_use]
pub fn try_now(sense: Sense) -> Option<String> {
    match sense {
        Sense::Mic => Some(text!("surroundings-try-mic")),
        Sense::Camera => Some(text!("surroundings-try-camera")),
        Sense::Presenting => Some(text!("surroundings-try-presenting")),
        Sense::Fullscreen => Some(text!("surroundings-try-fullscreen")),
        Sense::Awake => Some(text!("surroundings-try-awake")),
        Sense::Dnd => Some(text!("surroundings-try-dnd")),
        Sense::Idle | Sense::Lock | Sense::Sleep | Sense::Calendar => None,
    }
}

/// The sense noticed something; whether that makes it quiet by the settings, if that alone decides.
#[must_use]
pub fn heard(report: &Report, quiet: Option<bool>) -> String {
    let says = parts::says(&report.says);
    match quiet {
        Some(true) => text!("surroundings-heard", says),
        Some(false) => text!("surroundings-heard-ignored", says),
        None => text!("surroundings-heard-awake", says),
    }
}

/// It noticed nothing in time; what may be wrong.
#[must_use]
pub fn not_heard(sense: Sense) -> String {
    match sense {
        Sense::Camera => text!("surroundings-not-heard-camera"),
        Sense::Presenting => text!("surroundings-not-heard-presenting"),
        Sense::Fullscreen => text!("surroundings-not-heard-fullscreen"),
        Sense::Awake => text!("surroundings-not-heard-awake"),
        Sense::Dnd => text!("surroundings-not-heard-dnd"),
        Sense::Mic | Sense::Idle | Sense::Lock | Sense::Sleep | Sense::Calendar => text!("surroundings-not-heard-mic"),
    }
}

/// The entry for the start names a program that is gone.
#[must_use]
pub fn autostart_gone(program: &Path) -> String {
    text!("surroundings-autostart-gone", program = program.display().to_string())
}

/// How the app stands among the applications.
#[must_use]
pub(crate) fn application(standing: &Standing) -> String {
    match standing {
        Standing::Ours(_) => text!("surroundings-application-ours"),
        Standing::Others(_) => text!("surroundings-application-others"),
        Standing::Absent => text!("surroundings-application-absent"),
    }
}

/// The start with the desktop was switched.
#[must_use]
pub fn autostart_set(on: bool) -> String {
    if on { text!("surroundings-autostart-now-on") } else { text!("surroundings-autostart-now-off") }
}

/// The entry among the applications was put there or taken away.
#[must_use]
pub fn application_set(on: bool) -> String {
    if on { text!("surroundings-application-now-on") } else { text!("surroundings-application-now-off") }
}

/// The button that adds a folder which was found.
#[must_use]
pub fn add_found(folder: &str) -> String {
    text!("surroundings-add-found", folder)
}

/// A button of one of several, for those who do not see beside which it stands.
#[must_use]
pub fn of(what: &str, name: &str) -> String {
    text!("surroundings-of", what, name)
}

/// An address by its host: the rest is a secret.
#[must_use]
pub fn of_address(host: &str) -> String {
    text!("surroundings-of-address", host)
}

/// A calendar was added.
#[must_use]
pub fn added(name: &str) -> String {
    text!("surroundings-added", name)
}

/// A calendar was taken out.
#[must_use]
pub fn removed(name: &str) -> String {
    text!("surroundings-removed", name)
}

/// It was not added.
#[must_use]
pub fn not_added(name: &str, why: &Why) -> String {
    text!("surroundings-not-added", name, why = feed::why(why))
}

/// How much is in a calendar for two days.
#[must_use]
pub fn events(events: usize) -> String {
    text!("surroundings-events", events)
}

/// It was read.
#[must_use]
pub fn test_read(meetings: usize) -> String {
    text!("surroundings-test-read", meetings)
}

/// It was read, and something is wrong with it.
#[must_use]
pub fn test_read_but(meetings: usize, name: &str, why: &Why) -> String {
    text!("surroundings-test-read-but", meetings, name, why = feed::why(why))
}

/// It was not read.
#[must_use]
pub fn test_failed(name: &str, why: &Why) -> String {
    text!("surroundings-test-failed", name, why = feed::why(why))
}

/// Something in a calendar with its time.
#[must_use]
pub fn event(start: Stamp, end: Stamp, title: &str) -> String {
    text!("surroundings-event", from = super::clock(start), to = super::clock(end), title)
}

/// Something on whole days.
#[must_use]
pub fn event_on_days(title: &str) -> String {
    text!("surroundings-event-on-days", title)
}

/// The same with why it does not count, or how it is marked.
#[must_use]
pub fn with_remark(what: &str, remark: &str) -> String {
    if remark.is_empty() { what.to_owned() } else { text!("surroundings-event-remark", what, remark) }
}
