//! What the page Settings asks for and is told.

use crate::settings::{self, Origin, Problem, Shown};
use crate::text::mistakes as text;
use std::collections::BTreeMap;

/// What is asked for on the page Settings; other pages change settings by it as well.
#[derive(Clone, Debug, PartialEq)]
pub enum SettingsOrder {
    /// Some are to be others.
    Change(SettingsChange),
    /// A change is to be taken back.
    PutBack(Box<PutBack>),
    /// The file is understood no more: it is to be kept aside, and another begun.
    BeginAnew,
    /// The first questions are to be asked again.
    Questions,
}

/// Settings that are to be others, in one turn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingsChange {
    /// By their dotted keys: the value in plain words; none where the default is to count.
    pub all: Vec<(String, Option<String>)>,
    /// What is said when it is done.
    pub said: String,
}

/// What takes a change of the settings back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PutBack {
    /// The text as it was, to the last comment.
    pub before: String,
    /// The text that the change has made: it is still there, or somebody else has changed it meanwhile.
    pub after: String,
    /// What the person's own text had for each key, which is put back one by one in a text that has changed meanwhile.
    pub each: Vec<(String, Option<String>)>,
}

/// What the page Settings is told.
#[derive(Clone, Debug, PartialEq)]
pub enum SettingsUpdate {
    /// How the settings are; told at the beginning and at every change, whoever makes it.
    Now(Box<SettingsNow>),
}

/// How the settings are.
#[derive(Clone, Debug, PartialEq)]
pub struct SettingsNow {
    /// The file as it is shown.
    pub file: String,
    /// What stands in it.
    pub text: String,
    /// The values in force, in the order of the reference.
    pub values: Vec<Shown>,
    /// What counts where the person's text sets nothing, by key.
    pub below: BTreeMap<String, String>,
    /// What is wrong in it.
    pub mistakes: Vec<Mistake>,
    /// Why nothing of it counts, if nothing does.
    pub lost: Option<Lost>,
}

/// Why nothing of the settings file counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lost {
    /// It is not understood.
    Broken,
    /// It is not read, as this sentence says.
    Unread(String),
}

/// One thing wrong in the settings file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// Its line, from 1; 0 where it is in none.
    pub line: usize,
    /// What stands there; none of it where it may hold a secret.
    pub there: String,
    /// What is wrong, and what counts instead.
    pub says: String,
    /// The settings that it is about, by key.
    pub keys: Vec<String>,
}

impl SettingsNow {
    /// How they are by this text, which has these problems.
    #[must_use]
    pub fn of(file: String, text: String, problems: &[Problem]) -> Self {
        let below = settings::below(&text).into_iter().map(|shown| (shown.key, shown.plain)).collect();
        let values = settings::show(&text);
        let mistakes = problems.iter().map(|problem| Mistake::of(&text, problem)).collect();
        let lost = problems.iter().any(Problem::whole).then_some(Lost::Broken);
        Self { file, text, values, below, mistakes, lost }
    }

    /// The value in force of a setting.
    #[must_use]
    pub fn value(&self, key: &str) -> Option<&Shown> {
        self.values.iter().find(|shown| shown.key == key)
    }

    /// Whether the person's own text sets it.
    #[must_use]
    pub fn own(&self, key: &str) -> bool {
        self.value(key).is_some_and(|shown| shown.origin == Origin::Yours)
    }
}

impl Mistake {
    fn of(text: &str, problem: &Problem) -> Self {
        let there = problem.line.checked_sub(1).and_then(|line| text.lines().nth(line)).unwrap_or_default();
        Self {
            line: problem.line,
            there: text::line_of_file(there.trim()),
            says: text::mistake(problem),
            keys: problem.keys(),
        }
    }
}
