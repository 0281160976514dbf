//! The settings: text to values and a list of problems. PURE: never reads or writes a file, never resets anything.
//!
//! One table of keys ([`keys`]) drives reading, changing and showing; `config/default.toml` is the only place where a
//! default stands. Three layers make the effective values: the defaults, the preset, the person's own text.
//! What does not fit is left out, named with its line, and the layer below counts in its place.

mod build;
mod checks;
pub mod clock;
mod edit;
mod find;
mod flatten;
mod hooks;
mod hours;
mod key;
pub mod keys;
mod layers;
pub mod length;
mod problem;
mod show;
mod sources;
mod value;
mod values;

pub use edit::{set, set_words, unset};
pub use find::{find, name_of};
pub use hooks::HookEvent;
pub use hours::{by_day as hours_of, week as week_text, without as hours_without};
pub use key::{Group, Key, Kind, Typed};
pub use keys::{KEYS, LANGUAGES};
pub use length::text as length_text;
pub use problem::{Problem, Wrong};
pub use show::{Shown, below, get, show, template, words};
pub use sources::{Source, below_home, source, source_name};
pub use value::command_words;
pub use values::Origin;

use crate::engine::event::Sense;
use crate::engine::person::Turn;
use crate::engine::rules::Rules;
use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

/// Every key with its unit, range, default and reason: the reference that a person reads, and the defaults.
pub const DEFAULT: &str = include_str!("../../config/default.toml");

/// The ready rhythms that `preset` names, each a few settings.
pub const PRESETS: &str = include_str!("../../config/presets.toml");

/// Everything a person can set.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// What the engine decides by.
    pub rules: Rules,
    /// The compliance the person aims for, in percent, 1 to 100 (LEDGER: 60).
    pub goal: u8,
    /// How many times faster than life the app's clock runs, 1 to 3600; 1 but for trying things out.
    pub clock_speed: u32,
    /// Whether there is to be a tray icon.
    pub tray: bool,
    /// Whether there are to be notifications.
    pub notifications: bool,
    /// The senses that are to be used.
    pub senses: BTreeSet<Sense>,
    /// The calendars to read.
    pub calendar: Calendar,
    /// The programs that are run, each with what it is given; an event without one is not here.
    pub hooks: BTreeMap<HookEvent, Vec<String>>,
    /// How the windows look and sound.
    pub look: WindowSettings,
    /// The language of what is shown; empty is the system's.
    pub language: String,
    /// The folder that the person's machines share, absolute or below the home folder by `~/`; none where none is shared.
    pub shared: Option<String>,
    /// What this machine is called to the person's others, in at most 64 characters; none where its host's name does.
    pub called: Option<String>,
}

/// How the windows look and sound.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WindowSettings {
    /// Larger text.
    pub large_text: bool,
    /// Key poses in place of movement.
    pub still: bool,
    /// A soft sound at each step.
    pub sound: bool,
    /// Who shows the exercises.
    pub who: Turn,
}

/// The calendars to read, and what in them counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    /// Files, folders and addresses, at most 32.
    pub sources: Vec<Source>,
    /// All busy events count, not only those with other people or a link to a call.
    pub all_busy: bool,
    /// The menu may show the title of the meeting that is on.
    pub titles: bool,
    /// The person's own mail addresses, in small letters.
    pub me: Vec<String>,
    /// An address is asked again after this long at the earliest, 15 min to 24 h.
    pub fetch_every: Duration,
}

/// The values in force for a person's text, and what is wrong with it, by line.
/// Never fails: a text that is no TOML is one problem and gives the defaults ([`Problem::whole`] tells that case apart).
#[must_use]
pub fn parse(text: &str) -> (Settings, Vec<Problem>) {
    let (values, problems) = layers::effective(text);
    (build::settings(&values), problems)
}

/// What is wrong with a text that was not with the one before, wherever it stands.
#[must_use]
pub fn made_wrong(before: &str, after: &str) -> Vec<Problem> {
    let (_, old) = parse(before);
    parse(after).1.into_iter().filter(|problem| !old.iter().any(|old| old.wrong == problem.wrong)).collect()
}

/// The values in force for a person who has changed nothing.
#[must_use]
pub fn defaults() -> Settings {
    parse("").0
}
