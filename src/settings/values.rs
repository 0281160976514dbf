//! Values in force, by their keys, and where each comes from. Owns how one is asked for; never which layer counts.

use super::key::Typed;
use super::value::{FromValue, Value};
use std::collections::BTreeMap;

/// Where an effective value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// `config/default.toml`.
    Default,
    /// The preset that the person chose.
    Preset,
    /// The person's own text.
    Yours,
}

impl Origin {
    /// The token for it.
    #[must_use]
    pub fn token(self) -> &'static str {
        match self {
            Origin::Default => "default",
            Origin::Preset => "preset",
            Origin::Yours => "yours",
        }
    }
}

/// Value in force and where it comes from.
#[derive(Clone, Debug)]
pub(super) struct Given {
    pub value: Value,
    pub origin: Origin,
    /// The line in the person's text; 0 if it is not there.
    pub line: usize,
}

/// Values in force by their dotted keys. A default stands for every key without a `NAME`, which a test holds;
/// so the empty values below are never seen.
#[derive(Clone, Debug, Default)]
pub(super) struct Values(pub BTreeMap<String, Given>);

impl Values {
    pub(super) fn get(&self, key: &str) -> Option<&Value> {
        self.0.get(key).map(|given| &given.value)
    }

    /// The value of a key; the empty one where the table has a `NAME`.
    pub(super) fn of<T: FromValue>(&self, key: &Typed<T>) -> T {
        self.read(key.name())
    }

    /// The value of a key of a family, for this break or nudge.
    pub(super) fn of_named<T: FromValue>(&self, key: &Typed<T>, name: &str) -> T {
        self.read(&key.key.named(name))
    }

    fn read<T: FromValue>(&self, key: &str) -> T {
        self.get(key).and_then(T::from_value).unwrap_or_default()
    }

    /// The names in the family of this key (`break`, `nudge`), in their order.
    pub(super) fn names<T>(&self, key: &Typed<T>) -> Vec<String> {
        let family = key.name().split('.').next().unwrap_or_default();
        let mut names: Vec<String> = self
            .0
            .keys()
            .filter_map(|key| Some(key.strip_prefix(family)?.strip_prefix('.')?.split_once('.')?.0.to_owned()))
            .collect();
        names.sort();
        names.dedup();
        names
    }
}
