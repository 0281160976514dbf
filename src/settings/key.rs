//! Key of the settings as a type: its name, what it takes, what it belongs to, and the type of its values. Knows no single
//! one; what is said of them is `text::settings`'.

use std::marker::PhantomData;

/// What stands in a key's name for a name that the person chooses.
pub(super) const NAME: &str = "NAME";

/// Setting, or a family of them: what it is called, what it takes, and what it belongs to.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// The dotted key; `NAME` stands for a name that the person chooses.
    pub name: &'static str,
    /// What it takes.
    pub kind: Kind,
    /// What it belongs to.
    pub group: Group,
}

impl Key {
    /// The dotted key with this name in the place of `NAME`.
    #[must_use]
    pub fn named(&self, name: &str) -> String {
        self.name.replacen(NAME, name, 1)
    }
}

/// Key with the type of its values: whoever asks for one by its constant can get neither the name nor the type wrong.
#[derive(Debug)]
pub struct Typed<T> {
    /// The key.
    pub key: Key,
    of: PhantomData<fn() -> T>,
}

impl<T> Typed<T> {
    pub(super) const fn new(name: &'static str, group: Group, kind: Kind) -> Self {
        Self { key: Key { name, kind, group }, of: PhantomData }
    }

    /// The dotted key.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.key.name
    }
}

/// Part of the reference that keys stand in together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Which breaks and nudges there are, and how often.
    Rhythm,
    /// When a prompt comes.
    Moment,
    /// What becomes of a prompt.
    Answer,
    /// What counts as being away.
    Leaving,
    /// Hours and days.
    When,
    /// What comes beside breaks.
    Beside,
    /// Which exercises are offered.
    Exercises,
    /// How an exercise is shown.
    Guide,
    /// What holds.
    Quiet,
    /// Which calendars are read, and how.
    Calendars,
    /// Which programs of the person's own are run, and when.
    Programs,
    /// Outputs, senses, and the app itself.
    App,
}

/// What a key takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A length of time.
    Length {
        /// The shortest, in seconds.
        least: u64,
        /// The longest, in seconds.
        most: u64,
        /// Whether zero is allowed as well and means off.
        off: bool,
    },
    /// A whole number.
    Count {
        /// The smallest.
        least: u32,
        /// The largest.
        most: u32,
    },
    /// True or false.
    Switch,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// A time of day.
    Clock {
        /// Whether it may be empty, which means off.
        off: bool,
    },
    /// Weekdays with times of day.
    Hours,
    /// Any of these words.
    Words(&'static [&'static str]),
    /// Ids of exercises.
    Ids,
    /// Calendars: paths and addresses. Never printed where the person did not ask for it.
    Sources,
    /// Mail addresses.
    Mails,
    /// A folder by its whole path, or below the home folder; empty for none.
    Folder,
    /// A program by its path and what it is given, word by word; no shell reads them.
    Command,
    /// What something is called, on one line; empty where it is called by what others call it.
    Name {
        /// The longest, in characters.
        most: u32,
    },
}
