//! What the command line says: answers, refusals, and what to do. Pure.

use super::formats::time;
use super::{areas, files, length, list};
use crate::engine::content::Exercise;
use crate::engine::event::Feeling;
use crate::engine::status::Status;
use crate::system::autostart::Trouble;
use chrono::{NaiveDate, NaiveTime};
use std::path::Path;
use std::time::Duration;

/// No app runs.
#[must_use]
pub fn not_running() -> String {
    text!("cli-not-running")
}

texts! {
    /// The second start.
    pub runs_already: "cli-runs-already";
    /// The ledger is in use, and whoever uses it does not listen.
    pub out_of_reach: "cli-out-of-reach";
}

/// The app ends and takes no more questions.
#[must_use]
pub fn ending() -> String {
    text!("cli-ending")
}

/// The loop did not answer in time.
#[must_use]
pub fn busy() -> String {
    text!("cli-busy")
}

/// The app took the question and said nothing.
#[must_use]
pub fn no_answer() -> String {
    text!("cli-no-answer")
}

/// The app went away in the middle.
#[must_use]
pub fn hung_up() -> String {
    text!("cli-hung-up")
}

/// The app had the request and said nothing.
#[must_use]
pub fn unknown() -> String {
    text!("cli-unknown")
}

/// The socket does not work.
#[must_use]
pub fn no_talk(why: &str) -> String {
    text!("cli-no-talk", why)
}

/// The other side is of another version.
#[must_use]
pub fn other_version(theirs: u32, ours: u32) -> String {
    text!("cli-other-version", theirs, ours)
}

/// Nonsense on the socket.
#[must_use]
pub fn not_understood() -> String {
    text!("cli-not-understood")
}

/// A request beyond all bounds.
#[must_use]
pub fn too_long(most: usize) -> String {
    text!("cli-too-long", most)
}

/// A pause that is none.
#[must_use]
pub fn bad_pause(said: &str) -> String {
    text!("cli-bad-pause", said)
}

/// A meeting that is none.
#[must_use]
pub fn bad_meeting(said: &str) -> String {
    text!("cli-bad-meeting", said)
}

/// A file that cannot be read.
#[must_use]
pub fn unreadable(path: &Path, why: &str) -> String {
    text!("cli-unreadable", path = path.display().to_string(), why)
}

/// A file that cannot be written.
#[must_use]
pub fn unwritable(path: &Path, why: &str) -> String {
    text!("cli-unwritable", path = path.display().to_string(), why)
}

/// A folder whose changes cannot be heard of.
#[must_use]
pub fn unwatched(path: &Path, why: &str) -> String {
    text!("cli-unwatched", path = path.display().to_string(), why)
}

/// The person's own editor did not open a file.
#[must_use]
pub fn no_editor(path: &Path, why: &str) -> String {
    text!("cli-no-editor", path = path.display().to_string(), why)
}

/// No editor is named, and the desktop has no program for a file either.
#[must_use]
pub fn no_editor_named(path: &Path, why: &str) -> String {
    text!("cli-no-editor-named", path = path.display().to_string(), why)
}

/// The app cannot even begin.
#[must_use]
pub fn cannot_start(folder: &Path, why: &str) -> String {
    text!("cli-cannot-start", folder = folder.display().to_string(), why)
}

/// The app cannot even begin: the system tells it nothing.
#[must_use]
pub fn no_windows(why: &str) -> String {
    text!("cli-no-windows", why)
}

/// The socket could not be made; the app runs on.
#[must_use]
pub fn no_socket(why: &str) -> String {
    text!("cli-no-socket", why)
}

/// How things are, for a person, with a line for each thing that needs attention.
#[must_use]
pub fn status(status: &Status, attention: Vec<String>) -> String {
    let today = match (status.today_done, status.today_of) {
        (_, 0) => None,
        (done, of) => Some(text!("cli-status", done, of)),
    };
    let lines = [Some(super::menu::line(&status.text)), today].into_iter().flatten().chain(attention);
    lines.collect::<Vec<_>>().join("\n")
}

/// A settings problem with its place.
#[must_use]
pub fn problem_at(file: &Path, line: usize, text: &str) -> String {
    if line == 0 { text.to_owned() } else { text!("cli-problem-at", file = file.display().to_string(), line, text) }
}

/// The settings hold no problem.
#[must_use]
pub fn settings_fine(file: &Path) -> String {
    text!("cli-settings-fine", file = file.display().to_string())
}

/// The file is not there, which is fine.
#[must_use]
pub fn no_settings_file(file: &Path) -> String {
    text!("cli-no-settings-file", file = file.display().to_string())
}

/// A settings file that is no TOML was copied.
#[must_use]
pub fn kept_broken(file: &Path, kept: &Path) -> String {
    text!("cli-kept-broken", file = file.display().to_string(), kept = kept.display().to_string())
}

/// A settings file became no TOML while the app runs.
#[must_use]
pub fn now_broken(file: &Path) -> String {
    text!("cli-now-broken", file = file.display().to_string())
}

/// No such key.
#[must_use]
pub fn no_key(key: &str) -> String {
    text!("cli-no-key", key)
}

/// One key was changed.
#[must_use]
pub fn changed(key: &str, value: &str) -> String {
    if value.is_empty() { text!("cli-emptied", key) } else { text!("cli-changed", key, value) }
}

/// An exercise as a page.
#[must_use]
pub fn exercise_page(exercise: &Exercise) -> String {
    let seconds = length(Duration::from_secs(exercise.seconds.into()));
    let head = text!(
        "cli-exercise",
        name = exercise.name.as_str(),
        seconds,
        areas = list(exercise.areas.iter().map(|area| areas::name(area)))
    );
    let mut lines = vec![head, String::new()];
    lines.extend(exercise.steps.iter().enumerate().map(|(at, step)| format!("  {}. {step}", at + 1)));
    lines.push(String::new());
    lines.push(exercise.why.clone());
    lines.push(exercise.caution.clone());
    lines.join("\n")
}

/// Whether Unhunch starts with the desktop.
#[must_use]
pub fn autostart(on: bool, file: &Path) -> String {
    if on { text!("cli-autostart-on", file = file.display().to_string()) } else { text!("cli-autostart-off") }
}

/// Why it was not switched.
#[must_use]
pub(crate) fn autostart_trouble(file: &Path, trouble: &Trouble) -> String {
    match trouble {
        Trouble::Unkept(error) => unwritable(file, &files::because(error)),
        Trouble::Refused => text!("cli-autostart-refused"),
        Trouble::NoPortal => text!("cli-autostart-no-portal"),
    }
}

texts! {
    /// The comment of the app's entries, in the menu and for the start with the desktop.
    pub entry_comment: "cli-entry-comment";
}

texts! {
    /// No day has.
    pub nothing_recorded: "cli-nothing-recorded";
}

/// The day has nothing to tell, or nothing around a time of it.
#[must_use]
pub fn nothing_decided(day: NaiveDate, around: Option<NaiveTime>) -> String {
    let day = day.to_string();
    match around {
        Some(at) => text!("cli-nothing-decided-around", day, time = time(at)),
        None => text!("cli-nothing-decided", day),
    }
}

/// Nothing was decided today so far: what will be told here, and how things are now if the app runs.
#[must_use]
pub fn nothing_decided_yet(status: Option<&Status>) -> String {
    let now = match status {
        Some(status) => format!("{}.", super::menu::line(&status.text)),
        None => not_running(),
    };
    text!("cli-nothing-decided-yet", now)
}

/// A record was set right.
#[must_use]
pub fn corrected(id: u64, outcome: &str) -> String {
    text!("cli-corrected", id, outcome)
}

/// What was brought in does not count, because its machines are forgotten.
#[must_use]
pub fn merged_forgotten(names: &[String]) -> String {
    text!("cli-merged-forgotten", names = list(names))
}

/// A check-in was kept.
#[must_use]
pub fn noted(feeling: Feeling) -> String {
    match feeling {
        Feeling::Loose => text!("cli-noted-loose"),
        Feeling::Tight => text!("cli-noted-tight"),
        Feeling::Sore => text!("cli-noted-sore"),
    }
}

texts! {
    /// It ended.
    pub ended: "cli-ended";
    /// It was told to end and has not.
    pub not_ended: "cli-not-ended";
}

/// What the demo will do.
#[must_use]
pub fn demo(home: &Path, minutes: u64) -> String {
    text!("cli-demo", minutes, home = home.display().to_string())
}
