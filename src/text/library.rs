//! The library in the language of this process, and what is said about its files: what does not fit in an entry, what does
//! not meet. Pure functions; decides nothing.

use super::list;
use super::locale::Language;
use super::pseudo;
use crate::library::{self, Because, How, Library, Problem, RedFlags, Wrong};

/// The library in the language of this process, as [`library::content`] has it.
#[must_use]
pub fn content(own: &[(&str, &str)]) -> (Library, Vec<Problem>) {
    let (mut library, problems) = library::content(super::language(), own);
    library.each_text(spoken);
    (library, problems)
}

/// The warning signs and notices in the language of this process, as [`library::red_flags`] has them.
#[must_use]
pub fn red_flags() -> RedFlags {
    let mut flags = library::red_flags(super::language());
    flags.each_text(spoken);
    flags
}

/// Makes of a text of the content what this process tells.
pub fn spoken(text: &mut String) {
    if Language::current() == Language::Pseudo {
        *text = pseudo::longer(text).into_owned();
    }
}

/// One sentence on what is wrong, and what to do where it is not plain.
#[must_use]
pub fn problem(wrong: &Wrong) -> String {
    match wrong {
        Wrong::NotToml(because) => text!("library-not-toml", because = because.lines().next().unwrap_or_default()),
        Wrong::OtherSchema(known) => text!("library-other-schema", known = *known),
        Wrong::NoSuchFile(known) => text!("library-no-such-file", known = list(known.words())),
        Wrong::NoSuchList { name, known } => {
            let known = list(known.words().iter().map(|list| format!("[[{list}]]")));
            text!("library-no-such-list", name = format!("{name:?}"), known)
        }
        Wrong::Entry { id, because } => left_out(id.as_deref(), &self::because(because)),
        Wrong::Apart { id, text, how, other } => apart(id, text, *how, other),
        Wrong::NoFacts { id, facts } => text!("library-no-facts", id = id.as_ref(), facts = facts.as_ref()),
    }
}

fn left_out(id: Option<&str>, because: &str) -> String {
    let because = because.lines().next().unwrap_or_default().trim_end_matches('.');
    match id {
        Some(id) => text!("library-left-out", id = format!("{id:?}"), because),
        None => text!("library-left-out-without-id", because),
    }
}

/// Facts and texts of an entry that do not meet.
fn apart(id: &str, text: &str, how: How, other: &str) -> String {
    let id = format!("{id:?}");
    match how {
        How::NoText => text!("library-no-text", id, other, text),
        How::NoFact => text!("library-no-fact", text, id, other),
        How::OtherLength => text!("library-other-length", text, id),
    }
}

/// Why an entry is left out, as a half sentence.
fn because(because: &Because) -> String {
    match because {
        Because::Form(because) => because.clone(),
        Because::Twice => text!("library-twice"),
        Because::NoEntries(list) => text!("library-no-entries", list = list.as_ref()),
        Because::Id => text!("library-id"),
        Because::Line { field, most } => text!("library-line", field = field.as_ref(), most = *most),
        Because::Number { field, least, most } => {
            text!("library-number", field = field.as_ref(), least = *least, most = *most)
        }
        Because::Word { field, word, known } => {
            text!("library-word", field = field.as_ref(), word = format!("{word:?}"), known = list(known.words()))
        }
        Because::NoWord(field) => text!("library-no-word", field = field.as_ref()),
        Because::NoOccasion(field) => text!("library-no-occasion", field = field.as_ref()),
        Because::Cues => text!("library-cues"),
        Because::TimeForEach => text!("library-time-for-each"),
        Because::LengthOrCount => text!("library-length-or-count"),
        Because::ScaleOrOptions => text!("library-scale-or-options"),
        Because::Phases => text!("library-phases"),
        Because::TooShort(held) => text!("library-too-short", held = *held),
        Because::NotByTiming(by) => text!("library-not-by-timing", by = format!("{by:.0}")),
        Because::NotPaced => text!("library-not-paced"),
        Because::Cycles { seconds, cycles, cycle } => {
            text!("library-cycles", seconds = format!("{seconds:.0}"), cycles = *cycles, cycle = cycle.to_string())
        }
        Because::PerMinute(by) => text!("library-per-minute", by = format!("{by:.2}")),
        Because::Holds(held) => text!("library-holds", held = held.to_string()),
    }
}
