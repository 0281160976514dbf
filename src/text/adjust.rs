//! What is said on the page Settings of the main window, beside what each setting is called (keys): its parts, and what a
//! value means in plain words. Pure. Names no key and no command.

use super::settings::label;
use super::setup::{avoid, equipment};
use super::{capital, length, list};
use crate::settings::{Key, Kind, find, keys, length as lengths};
use std::time::Duration;

texts! {
    /// The parts of the page, as its list has them.
    pub part_rhythm: "adjust-part-rhythm";
    /// When a prompt comes, and what becomes of it.
    pub part_prompts: "adjust-part-prompts";
    /// Hours and days.
    pub part_hours: "adjust-part-hours";
    /// What comes beside breaks.
    pub part_beside: "adjust-part-beside";
    /// Which exercises are offered.
    pub part_exercises: "adjust-part-exercises";
    /// How an exercise is shown.
    pub part_guide: "adjust-part-guide";
    /// What makes it quiet, and what it senses.
    pub part_quiet: "adjust-part-quiet";
    /// Which calendars are read.
    pub part_calendars: "adjust-part-calendars";
    /// Icon and notifications.
    pub part_notifications: "adjust-part-notifications";
    /// Programs of the person's own.
    pub part_programs: "adjust-part-programs";
    /// The person's other machines.
    pub part_machines: "adjust-part-machines";
    /// Starting, language, and the rest.
    pub part_app: "adjust-part-app";
    /// The record.
    pub part_data: "adjust-part-data";
    /// The name of the list of parts.
    pub parts: "adjust-parts";
    /// The search field's name, and what stands in it while it is empty.
    pub search: "adjust-search";
    /// The settings have not been told yet.
    pub reading: "adjust-reading";
    /// The word for a length or a time that is off.
    pub off: "adjust-off";
    /// The default counts again.
    pub reset: "adjust-reset";
    /// A setting is off now.
    pub turn_off: "adjust-turn-off";
    /// The first questions again.
    pub questions: "adjust-questions";
    /// What they are for.
    pub questions_why: "adjust-questions-why";
    /// A change was taken back.
    pub put_back: "adjust-put-back";
    /// The settings file is no TOML, so nothing was changed.
    pub not_changed: "adjust-not-changed";
}

/// What was sought is nowhere.
#[must_use]
pub fn nothing_found(sought: &str) -> String {
    text!("adjust-nothing-found", sought)
}

/// The button that makes a setting less, or more.
#[must_use]
pub fn less(label: &str) -> String {
    text!("adjust-less", label)
}

/// The button that makes a setting more.
#[must_use]
pub fn more(label: &str) -> String {
    text!("adjust-more", label)
}

/// A button of one of several settings, for those who do not see beside which it stands: "Reset: Goal".
#[must_use]
pub fn of(what: &str, label: &str) -> String {
    text!("adjust-of", what, label)
}

/// What counts where nothing is set.
#[must_use]
pub fn default_is(value: &str) -> String {
    text!("adjust-default-is", value)
}

/// What was changed: what it is called, and its value now.
#[must_use]
pub fn changed(label: &str, value: &str) -> String {
    text!("adjust-changed", label, value)
}

/// A value in plain words, as a person reads it.
#[must_use]
pub fn value(key: &Key, plain: &str) -> String {
    match key.kind {
        Kind::Length { .. } => match lengths::read(plain) {
            Some(none) if none.is_zero() => off(),
            Some(some) => length(some),
            None => plain.to_owned(),
        },
        Kind::Switch if plain == "true" => text!("adjust-on"),
        Kind::Switch => off(),
        Kind::Choice(_) => choice(key, plain),
        Kind::Clock { .. } if plain.is_empty() => off(),
        Kind::Hours if plain.is_empty() => text!("adjust-always"),
        Kind::Words(_) | Kind::Ids | Kind::Sources | Kind::Mails | Kind::Command | Kind::Folder if plain.is_empty() => {
            text!("adjust-nothing")
        }
        Kind::Name { .. } if plain.is_empty() => text!("adjust-name-of-host"),
        Kind::Words(_) => list(plain.split(',').map(|word| self::word(key, word))),
        Kind::Ids | Kind::Sources | Kind::Mails => list(plain.split(',')),
        Kind::Clock { .. } | Kind::Count { .. } | Kind::Hours | Kind::Command | Kind::Folder | Kind::Name { .. } => {
            plain.to_owned()
        }
    }
}

/// One of the words that a setting takes, as a person reads it.
#[must_use]
pub fn choice(key: &Key, word: &str) -> String {
    match key.name {
        "preset" => text!("adjust-choice-preset", word),
        "guide.where" => text!("adjust-choice-where", word),
        "guide.person" => text!("adjust-choice-person", word),
        "calendar.count" => text!("adjust-choice-count", word),
        "language" => text!("adjust-choice-language", word),
        _ => text!("adjust-choice-hold", word),
    }
}

/// One of any number of words that a setting takes.
#[must_use]
pub fn word(key: &Key, word: &str) -> String {
    let known = if key.name == keys::EXERCISE_AVOID.name() { avoid() } else { equipment() };
    known.into_iter().find(|(known, _)| *known == word).map_or_else(|| word.to_owned(), |(_, said)| said)
}

/// A break or a nudge by the name that the person gave it.
#[must_use]
pub fn reminder(name: &str) -> String {
    capital(&name.replace('-', " "))
}

/// What a setting takes, where something else was given.
#[must_use]
pub fn takes(kind: Kind) -> String {
    let span = |seconds| length(Duration::from_secs(seconds));
    match kind {
        Kind::Length { least, most, off: false } => {
            text!("adjust-takes-length", least = span(least), most = span(most))
        }
        Kind::Length { least, most, off: true } => {
            text!("adjust-takes-length-or-off", least = span(least), most = span(most))
        }
        Kind::Count { least, most } => text!("adjust-takes-count", least, most),
        Kind::Clock { off: true } => text!("adjust-takes-clock-or-off"),
        Kind::Clock { off: false } => text!("adjust-takes-clock"),
        Kind::Hours => text!("adjust-takes-hours"),
        Kind::Mails => text!("adjust-takes-mails"),
        Kind::Command => text!("adjust-takes-program"),
        Kind::Folder => text!("adjust-takes-folder"),
        Kind::Name { most } => text!("adjust-takes-name", most),
        Kind::Switch | Kind::Choice(_) | Kind::Words(_) | Kind::Ids | Kind::Sources => text!("adjust-takes-other"),
    }
}

/// What a setting is called, with the break or nudge that it is of: "Movement: Length".
#[must_use]
pub fn called(key: &str) -> String {
    let Some(known) = find(key) else { return text!("adjust-unknown") };
    match key.split('.').collect::<Vec<_>>()[..] {
        ["break" | "nudge", name, _] => changed(&reminder(name), &label(known)),
        _ => label(known),
    }
}

/// How often a break comes, and how long it is.
#[must_use]
pub fn rhythm(every: &str, lasts: &str) -> String {
    text!("adjust-rhythm", every, lasts)
}

/// How often a quiet line comes.
#[must_use]
pub fn quiet_rhythm(every: &str) -> String {
    text!("adjust-quiet-rhythm", every)
}

/// A break or a quiet line is gone.
#[must_use]
pub fn removed(name: &str) -> String {
    text!("adjust-removed", name)
}

/// Something is called so already.
#[must_use]
pub fn name_taken(name: &str) -> String {
    text!("adjust-name-taken", name)
}

texts! {
    /// What the ready rhythms do.
    pub presets_why: "adjust-presets-why";
    /// Above the breaks.
    pub breaks: "adjust-breaks";
    /// Above the quiet lines.
    pub nudges: "adjust-nudges";
    /// One that is off.
    pub never: "adjust-never";
    /// Takes one away.
    pub remove: "adjust-remove";
    /// Above what another one can be.
    pub another: "adjust-another";
    /// What these are.
    pub another_why: "adjust-another-why";
    /// One sort of them.
    pub a_break: "adjust-a-break";
    /// The other.
    pub a_nudge: "adjust-a-nudge";
    /// What it is to be called.
    pub called_what: "adjust-called-what";
    /// Adds it.
    pub add: "adjust-add";
    /// It cannot be called so.
    pub no_name: "adjust-no-name";
    /// The switch of working hours.
    pub only_then: "adjust-only-then";
    /// A day without any.
    pub free_day: "adjust-free-day";
    /// An exercise is to be offered again.
    pub show_again: "adjust-show-again";
}
