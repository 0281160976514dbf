//! The library in the language of this process, and what is said about its files: what does not fit in an entry, what does
//! not meet. Pure functions; decides nothing.

use super::locale::Language;
use super::pseudo;
use crate::library::{self, Because, How, Library, Problem, Wrong};

/// The library in the language of this process, as [`library::content`] has it.
#[must_use]
pub fn content(own: &[(&str, &str)]) -> (Library, Vec<Problem>) {
    let (mut library, problems) = library::content(super::language(), own);
    if Language::current() == Language::Pseudo {
        library.each_text(|text| *text = pseudo::longer(text).into_owned());
    }
    (library, problems)
}

/// One sentence on what is wrong, and what to do where it is not plain.
#[must_use]
pub fn problem(wrong: &Wrong) -> String {
    match wrong {
        Wrong::NotToml(because) => format!(
            "This file is not TOML ({}), so none of it counts. Begin from the form of the library's own files.",
            because.lines().next().unwrap_or_default()
        ),
        Wrong::OtherSchema(known) => format!(
            "This file is not of the form that this version reads, so none of it counts. Write schema = {known}."
        ),
        Wrong::NoSuchFile(known) => {
            format!("A library file of this name is not read. Use one of {}.", known.join(", "))
        }
        Wrong::NoSuchList { name, known } => {
            let known: Vec<String> = known.iter().map(|list| format!("[[{list}]]")).collect();
            format!("{name:?} is not read in this file. Use {}.", known.join(", "))
        }
        Wrong::Entry { id, because } => {
            let name = id.as_ref().map_or_else(|| "This entry".to_owned(), |id| format!("The entry {id:?}"));
            let because = self::because(because);
            format!("{name} is left out: {}.", because.lines().next().unwrap_or_default().trim_end_matches('.'))
        }
        Wrong::Apart { id, text, how, other } => match how {
            How::NoText => format!("The entry {id:?} is left out: {other} lacks its {text}."),
            How::NoFact => format!("The text {text} of {id:?} is left out: no fact in {other} asks for it."),
            How::OtherLength => {
                format!("The text {text} of {id:?} is left out: it has not as many lines as in English.")
            }
        },
        Wrong::NoFacts { id, facts } => format!("The texts of {id} are left out: {facts} has no such entry."),
    }
}

/// Why an entry is left out, as a half sentence.
fn because(because: &Because) -> String {
    let needs = |field: &str, what: &str| format!("{field} needs {what}");
    let sum = |field: &str, wanted: String| format!("{field} does not add up, it should be {wanted}");
    match because {
        Because::Form(because) => because.clone(),
        Because::Twice => "its id is in this file before, and the first one counts".to_owned(),
        Because::NoEntries(list) => needs(list, "double brackets, one entry each"),
        Because::Id => needs("id", "a-z, 0-9 and -, at most 60"),
        Because::Line { field, most } => format!("{field} takes one line of 1 to {most} characters"),
        Because::Number { field, least, most } => format!("{field} takes a number from {least} to {most}"),
        Because::Word { field, word, known } => format!("{field} does not know {word:?}, only {}", known.join(", ")),
        Because::NoWord(field) => needs(field, "at least one word"),
        Because::NoOccasion(field) => needs(field, "at least one occasion"),
        Because::Cues => needs("steps", "three to five short cues"),
        Because::TimeForEach => needs("timing", "one entry for each of the steps"),
        Because::LengthOrCount => needs("timing", "either s, or times and pace, with at least 1 second"),
        Because::ScaleOrOptions => needs("a question", "either a scale or two and more options"),
        Because::Phases => needs("phases", "between 0.5 and 60 seconds each"),
        Because::TooShort(held) => sum("seconds", format!("at least {held}")),
        Because::NotByTiming(by) => sum("seconds", format!("{by:.0} by timing")),
        Because::NotPaced => sum("per_min", "0, because no phases pace it".to_owned()),
        Because::Cycles { seconds, cycles, cycle } => {
            sum("seconds", format!("{seconds:.0} for {cycles} cycles of {cycle}"))
        }
        Because::PerMinute(by) => sum("per_min", format!("{by:.2}")),
        Because::Holds(held) => sum("holds", held.to_string()),
    }
}
