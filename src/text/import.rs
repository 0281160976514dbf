//! What is said of bringing in what another program recorded. Pure.

use super::formats::{list, range, rounded};
use crate::import::{Flaw, LeftOut, NoRecord, Unread};
use crate::ledger::{BreakTally, ImportGain, ImportedDay, Program};
use chrono::NaiveDate;
use std::path::Path;

/// What a program calls itself.
#[must_use]
pub fn program(of: Program) -> &'static str {
    match of {
        Program::Workrave => "Workrave",
        Program::SaneBreak => "Sane Break",
        Program::Entracte => "Entracte",
    }
}

/// What is in a file; without days where none could be read.
#[must_use]
pub fn found(of: Program, file: &Path, days: Option<(usize, NaiveDate, NaiveDate)>) -> String {
    let (program, file) = (program(of), file.display().to_string());
    match days {
        Some((days, from, to)) => text!("import-found", program, days, range = range(from, to), file),
        None => text!("import-found-nothing", program, file),
    }
}

/// What it adds, or would add.
#[must_use]
pub fn gain(gain: ImportGain) -> String {
    if gain.is_nothing() {
        return text!("import-nothing-new");
    }
    let parts = [
        (gain.new > 0).then(|| text!("import-gain-new", n = gain.new)),
        (gain.more > 0).then(|| text!("import-gain-more", n = gain.more)),
        (gain.known > 0).then(|| text!("import-gain-known", n = gain.known)),
    ];
    text!("import-gain", parts = list(parts.into_iter().flatten()))
}

/// What was left out; nothing where nothing was.
#[must_use]
pub fn unread(unread: &Unread) -> Option<String> {
    let lines =
        list(unread.first.iter().map(|LeftOut { line, flaw }| text!("import-line", line, flaw = self::flaw(*flaw))));
    let more = unread.count.saturating_sub(unread.first.len());
    let lines = if more > 0 { text!("import-unread-more", lines, more) } else { lines };
    (unread.count > 0).then(|| text!("import-unread", count = unread.count, lines))
}

/// What is wrong with a line.
fn flaw(flaw: Flaw) -> String {
    match flaw {
        Flaw::Unknown => text!("import-flaw-unknown"),
        Flaw::Number => text!("import-flaw-number"),
        Flaw::TooMuch => text!("import-flaw-too-much"),
        Flaw::TooEarly => text!("import-flaw-too-early"),
        Flaw::Future => text!("import-flaw-future"),
        Flaw::NoDay => text!("import-flaw-no-day"),
    }
}

/// It was done.
#[must_use]
pub fn done(of: Program, gain: ImportGain) -> String {
    if gain.is_nothing() {
        return text!("import-nothing-new");
    }
    text!("import-done", days = gain.new + gain.more, program = program(of))
}

/// It was taken back.
#[must_use]
pub fn undone(days: usize) -> String {
    text!("import-undone", days)
}

/// There is nothing to take back.
#[must_use]
pub fn nothing_to_undo(of: Program) -> String {
    text!("import-nothing-to-undo", program = program(of))
}

/// Nothing was read of a file.
#[must_use]
pub fn no_record(file: &Path, why: &NoRecord) -> String {
    let file = file.display().to_string();
    match why {
        NoRecord::Unknown => text!("import-not-known", file),
        NoRecord::NotFrom(of) => text!("import-not-from", file, program = program(*of)),
        NoRecord::Database(why) => text!("import-no-database", file, why = why.as_str()),
    }
}

/// A file could not be read.
#[must_use]
pub fn not_read(file: &Path, why: &str) -> String {
    text!("import-not-read", file = file.display().to_string(), why)
}

/// Nothing was found; of this program, where one is named.
#[must_use]
pub fn none_found(of: Option<Program>) -> String {
    match of {
        Some(of) => text!("import-none-found-of", program = program(of)),
        None => text!("import-none-found"),
    }
}

/// What a program recorded of some days, added up.
#[must_use]
pub fn period(days: usize, (from, to): (NaiveDate, NaiveDate), sum: &ImportedDay) -> String {
    let all = [
        Some(text!("import-period", program = program(sum.program), days, range = range(from, to))),
        parts(&sum.long).map(|parts| text!("import-long", parts)),
        parts(&sum.short).map(|parts| text!("import-short", parts)),
        sum.postponed.map(|n| text!("import-postponed", n)),
        sum.active_s.map(|seconds| text!("import-active", length = rounded(seconds))),
    ];
    all.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// What became of breaks of a kind, as far as it is known.
fn parts(of: &BreakTally) -> Option<String> {
    let parts = [
        of.shown.map(|n| text!("import-part-shown", n)),
        of.taken.map(|n| text!("import-part-taken", n)),
        of.natural.map(|n| text!("import-part-natural", n)),
        of.skipped.map(|n| text!("import-part-skipped", n)),
        of.postponed.map(|n| text!("import-part-postponed", n)),
    ];
    Some(list(parts.into_iter().flatten())).filter(|parts| !parts.is_empty())
}

/// The button that brings in what was found of a program, for those who do not see beside what it stands.
#[must_use]
pub fn bring_of(of: Program) -> String {
    text!("import-bring-of", program = program(of))
}

texts! {
    /// Below those sums.
    pub apart: "import-apart";
    /// Nothing was changed yet.
    pub dry: "import-dry";
    /// Above the section in the window.
    pub title: "import-title";
    /// What it is for.
    pub how: "import-how";
    /// The button that looks where programs keep what they record.
    pub look: "import-look";
    /// The field for a file.
    pub file: "import-file";
    /// What can be done with it.
    pub file_hint: "import-file-hint";
    /// The button that reads it.
    pub read: "import-read";
    /// The button that brings in what was found.
    pub bring: "import-bring";
    /// The button that does nothing.
    pub leave: "import-leave";
}
