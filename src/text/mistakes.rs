//! What is said on the page Settings of the settings file as a whole: what of it does not count, and a new one in its place.
//! Pure. Names no key and no command.

use super::adjust::{called, off, reminder, takes};
use super::{files, length, own_files};
use crate::parts::FileProblem;
use crate::plain::harmless;
use crate::settings::{Problem, Wrong, find};
use std::path::Path;

/// So many letters of a line of a file are shown.
const LINE: usize = 120;

/// Another settings file was begun; where the one before is.
#[must_use]
pub fn begun_anew(kept: &Path) -> String {
    text!("adjust-begun-anew", kept = kept.display().to_string())
}

texts! {
    /// Above what is wrong in the file.
    pub mistakes: "adjust-mistakes";
    /// Takes a line out of the file that does not count.
    pub take_out: "adjust-take-out";
    /// A line was taken out.
    pub taken_out: "adjust-taken-out";
    /// Above a file that counts for nothing.
    pub lost: "adjust-lost";
    /// Nothing is changed in such a file, and where that is mended.
    pub not_understood: "adjust-not-understood";
    /// What can be done about it, and what happens to it meanwhile.
    pub lost_why: "adjust-lost-why";
    /// The button that keeps the file aside and begins another; what it asks then, and its two answers.
    pub begin_anew: "adjust-begin-anew";
    /// What it asks.
    pub begin_anew_sure: "adjust-begin-anew-sure";
    /// Yes.
    pub begin_anew_yes: "adjust-begin-anew-yes";
    /// No.
    pub begin_anew_no: "adjust-begin-anew-no";
}

/// Which file it is that the page shows.
#[must_use]
pub fn file(file: &str) -> String {
    text!("adjust-file", file)
}

/// What is wrong in the settings file, and what counts instead.
#[must_use]
pub fn mistake(problem: &Problem) -> String {
    let said = wrong(&problem.wrong);
    if problem.more == 0 { said } else { files::and_more(&said, problem.more) }
}

/// Why a file of the person's own is of no use, or is not changed.
#[must_use]
pub fn of_file(problem: &FileProblem) -> String {
    match problem {
        FileProblem::Settings(_, problem) if !problem.whole() => mistake(problem),
        FileProblem::Settings(..) | FileProblem::KeptBroken { .. } | FileProblem::NowBroken(_) => not_understood(),
        FileProblem::Unreadable(..)
        | FileProblem::Unwritable(..)
        | FileProblem::Unwatched(..)
        | FileProblem::NotUtf8(..)
        | FileProblem::Library(_) => own_files::problem(problem),
    }
}

fn wrong(wrong: &Wrong) -> String {
    match wrong {
        Wrong::NotToml(_) | Wrong::NotUtf8 => text!("adjust-wrong-line"),
        Wrong::Unknown { near: Some(near), .. } => text!("adjust-wrong-near", near = called(near)),
        Wrong::Unknown { near: None, .. } | Wrong::Group { .. } | Wrong::NotSet(_) => text!("adjust-wrong-unknown"),
        Wrong::Astray { known, .. } => text!("adjust-wrong-astray", label = called(known)),
        Wrong::Name { .. } => text!("adjust-wrong-name"),
        Wrong::Value { key, .. } => {
            let takes = find(key).map(|known| takes(known.kind)).unwrap_or_default();
            text!("adjust-wrong-value", label = called(key), takes)
        }
        Wrong::NoEvery(name) => text!("adjust-wrong-no-every", name = reminder(name)),
        Wrong::NoLasts { name, used } => {
            text!("adjust-wrong-no-lasts", name = reminder(name), used = length(*used))
        }
        Wrong::LastsTooLong { name, lasts, every, used } => {
            text!(
                "adjust-wrong-lasts",
                name = reminder(name),
                lasts = length(*lasts),
                every = length(*every),
                used = length(*used)
            )
        }
        Wrong::SameName(name) => text!("adjust-wrong-same-name", name = reminder(name)),
        Wrong::HeadsUpTooLong { every, used, .. } => {
            let used = if used.is_zero() { off() } else { length(*used) };
            text!("adjust-wrong-heads-up", every = length(*every), used)
        }
        Wrong::LeaveTooLong { away, used, .. } => {
            text!("adjust-wrong-leave", away = length(*away), used = length(*used))
        }
        Wrong::MinimumTooLong { longest, .. } => text!("adjust-wrong-minimum", longest = length(*longest)),
        Wrong::NoPlace(key) => text!("adjust-wrong-no-place", label = called(key)),
        Wrong::Counted => String::new(),
    }
}

/// A line of the settings file. One that may hold the address of a calendar, which is a secret, is not shown.
#[must_use]
pub fn line_of_file(line: &str) -> String {
    if line.contains("://") {
        return text!("adjust-secret-line");
    }
    let mut short = harmless(&line.chars().take(LINE).collect::<String>());
    if line.chars().nth(LINE).is_some() {
        short.push('…');
    }
    short
}

/// Where a mistake is.
#[must_use]
pub fn line(line: usize) -> String {
    text!("adjust-line", line)
}
