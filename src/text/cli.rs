//! What the command line says: answers, refusals, and what to do. Pure.

use super::length;
use crate::engine::content::Exercise;
use crate::engine::event::Feeling;
use crate::engine::view::Status;
use std::path::Path;
use std::time::Duration;

/// No app runs.
#[must_use]
pub fn not_running() -> String {
    "Unhunch is not running. Start it with `unhunch`.".into()
}

/// The second start.
pub const RUNS_ALREADY: &str = "Unhunch is running already.";

/// The ledger is in use, and whoever uses it does not listen.
pub const OUT_OF_REACH: &str = "It keeps this ledger and cannot be reached from here: it may be just starting, or run on another machine or \
     in a container. End it there before you start one here.";

/// The app ends and takes no more questions.
#[must_use]
pub fn ending() -> String {
    "Unhunch is just ending. Start it again with `unhunch`.".into()
}

/// The loop did not answer in time.
#[must_use]
pub fn busy() -> String {
    "Unhunch is too busy to answer, so nothing was done. Try again in a moment.".into()
}

/// The app took the question and said nothing.
#[must_use]
pub fn no_answer() -> String {
    "The running Unhunch does not answer. If that lasts, end it and start it again.".into()
}

/// The app went away in the middle.
#[must_use]
pub fn hung_up() -> String {
    "The running Unhunch hung up, perhaps because it is ending or has many questions. Try again in a moment.".into()
}

/// The app had the request and said nothing.
#[must_use]
pub fn unknown() -> String {
    "The running Unhunch had this and did not answer: it may have been done or not. Look with `unhunch status` before you \
     ask again."
        .into()
}

/// The socket does not work.
#[must_use]
pub fn no_talk(why: &str) -> String {
    format!("The running Unhunch cannot be reached ({why}). Check that its folder is yours, or start it again.")
}

/// The other side is of another version.
#[must_use]
pub fn other_version(theirs: u32, ours: u32) -> String {
    format!(
        "The other side speaks version {theirs} of the talk, this one {ours}. Quit the older Unhunch and start the newer one."
    )
}

/// Nonsense on the socket.
#[must_use]
pub fn not_understood() -> String {
    "That is no request Unhunch knows. Use the `unhunch` command to talk to it.".into()
}

/// A request beyond all bounds.
#[must_use]
pub fn too_long(most: usize) -> String {
    format!("The request is longer than {most} bytes. Use the `unhunch` command to talk to it.")
}

/// A pause that is none.
#[must_use]
pub fn bad_pause(said: &str) -> String {
    format!(
        "\"{said}\" is no length of a pause. Say 30m, 1h 30m, until 15:00, call, meeting or day; a day is the most."
    )
}

/// A meeting that is none.
#[must_use]
pub fn bad_meeting(said: &str) -> String {
    format!("\"{said}\" is no length of a meeting. Say 45m, 1h 30m, until 15:00 or done; 12 h is the most.")
}

/// A file that cannot be read.
#[must_use]
pub fn unreadable(path: &Path, why: &str) -> String {
    format!("{} cannot be read ({why}). Check that it is a file and yours to read.", path.display())
}

/// A file that cannot be written.
#[must_use]
pub fn unwritable(path: &Path, why: &str) -> String {
    format!("{} cannot be written ({why}). Check that its folder is yours and the disk is not full.", path.display())
}

/// A folder whose changes cannot be heard of.
#[must_use]
pub fn unwatched(path: &Path, why: &str) -> String {
    format!("Changes in {} cannot be heard of ({why}). Start Unhunch again after a change.", path.display())
}

/// No terminal could be opened for what is shown in one.
#[must_use]
pub fn no_terminal(why: &str) -> String {
    let why = if why.is_empty() { String::new() } else { format!(" ({why})") };
    format!(
        "No terminal could be opened{why}.\nThis is shown in one. Install a terminal, such as xterm, or name yours in the \
         settings, which the tray menu opens."
    )
}

/// The desktop has no program for a file.
#[must_use]
pub fn no_opener(path: &Path, why: &str) -> String {
    format!(
        "No program could open the settings ({why}).\nInstall xdg-utils and a text editor, or open {} yourself.",
        path.display()
    )
}

/// The person's own editor did not open a file.
#[must_use]
pub fn no_editor(path: &Path, why: &str) -> String {
    format!("Your editor did not open {} ({why}). Set EDITOR to one that is installed, such as nano.", path.display())
}

/// No editor is named, and the desktop has no program for a file either.
#[must_use]
pub fn no_editor_named(path: &Path, why: &str) -> String {
    format!(
        "Nothing could open {} ({why}). Set EDITOR to an editor that is installed, such as nano, and try again.",
        path.display()
    )
}

/// The app cannot even begin.
#[must_use]
pub fn cannot_start(folder: &Path, why: &str) -> String {
    format!("Unhunch cannot start: {} cannot be used ({why}). Check that the folder is yours.", folder.display())
}

/// The socket could not be made; the app runs on.
#[must_use]
pub fn no_socket(why: &str) -> String {
    format!("commands cannot reach this Unhunch ({why})")
}

/// How things are, for a person.
#[must_use]
pub fn status(status: &Status) -> String {
    let today = match (status.today_done, status.today_of) {
        (_, 0) => None,
        (done, of) => Some(format!("Today: {done} of {of} taken.")),
    };
    let lines = [Some(status.text.clone()), today].into_iter().flatten().chain(status.attention.iter().cloned());
    lines.collect::<Vec<_>>().join("\n")
}

/// A settings problem with its place.
#[must_use]
pub fn problem_at(file: &Path, line: usize, text: &str) -> String {
    if line == 0 { text.to_owned() } else { format!("{}, line {line}: {text}", file.display()) }
}

/// The settings hold no problem.
#[must_use]
pub fn settings_fine(file: &Path) -> String {
    format!("{} is fine.", file.display())
}

/// The file is not there, which is fine.
#[must_use]
pub fn no_settings_file(file: &Path) -> String {
    format!("There is no {}: the defaults count.", file.display())
}

/// A settings file that is no TOML was copied.
#[must_use]
pub fn kept_broken(file: &Path, kept: &Path) -> String {
    format!(
        "{} is no TOML, so the defaults count until it is put right; a copy is kept at {}. `unhunch config check` says what is wrong.",
        file.display(),
        kept.display()
    )
}

/// A settings file became no TOML while the app runs.
#[must_use]
pub fn now_broken(file: &Path) -> String {
    format!(
        "{} is no TOML now, so what counted before goes on. `unhunch config check` says what is wrong.",
        file.display()
    )
}

/// No such key.
#[must_use]
pub fn no_key(key: &str) -> String {
    format!("There is no setting named {key}. `unhunch config show` lists them.")
}

/// One key was changed.
#[must_use]
pub fn changed(key: &str, value: &str) -> String {
    format!("{key} is {value} now.")
}

/// An exercise as a page.
#[must_use]
pub fn exercise_page(exercise: &Exercise) -> String {
    let seconds = length(Duration::from_secs(exercise.seconds.into()));
    let mut lines = vec![format!("{} ({seconds}; {})", exercise.name, exercise.areas.join(", ")), String::new()];
    lines.extend(exercise.steps.iter().enumerate().map(|(at, step)| format!("  {}. {step}", at + 1)));
    lines.push(String::new());
    lines.push(exercise.why.clone());
    lines.push(exercise.caution.clone());
    lines.join("\n")
}

/// Whether Unhunch starts with the desktop.
#[must_use]
pub fn autostart(on: bool, file: &Path) -> String {
    if on {
        format!("Unhunch starts with the desktop ({}).", file.display())
    } else {
        "Unhunch does not start with the desktop. `unhunch autostart on` changes that.".into()
    }
}

/// The comment of the app's entries, in the menu and for the start with the desktop.
pub const ENTRY_COMMENT: &str = "Reminds you to take breaks and keeps an honest record";

/// The day has nothing to tell.
#[must_use]
pub fn nothing_decided(day: &str) -> String {
    format!("Nothing is recorded for {day}.")
}

/// Nothing was decided today so far: what will be told here, and how things are now if the app runs.
#[must_use]
pub fn nothing_decided_yet(status: Option<&Status>) -> String {
    let now = match status {
        Some(status) => format!("{}.", status.text),
        None => not_running(),
    };
    format!(
        "Nothing has been decided yet today. Each break that falls due, waits or ends is told here from then on, and why. \
         {now}"
    )
}

/// A record was set right.
#[must_use]
pub fn corrected(id: u64, outcome: &str) -> String {
    format!("Break {id} is {outcome} now, marked as edited.")
}

/// A check-in was kept.
#[must_use]
pub fn noted(feeling: Feeling) -> &'static str {
    match feeling {
        Feeling::Loose => "Noted for today: loose.",
        Feeling::Tight => "Noted for today: tight.",
        Feeling::Sore => "Noted for today: sore. `unhunch symptoms` says when it is worth seeing someone.",
    }
}

/// It ended.
pub const ENDED: &str = "Unhunch has ended.";

/// It was told to end and has not.
pub const NOT_ENDED: &str = "Unhunch was told to end and is still there. Look at it with `unhunch status`.";

/// Before a window closes.
pub const PRESS_A_KEY: &str = "Press a key to close.";

/// What the demo will do.
#[must_use]
pub fn demo(home: &Path, minutes: u64) -> String {
    format!(
        "This is a working day in {minutes} minutes: a minute is an hour, from 09:00 to 19:00. Breaks fall due each minute; \
         answer them in the notification, in the tray or here, or let them pass. While a guide is open, time is real. \
         Leaving the desk is not sensed at this speed. Your own record is not touched. It ends with its review, or earlier with Ctrl-C; from another terminal \
         `unhunch --home {} status` asks it.",
        home.display()
    )
}
