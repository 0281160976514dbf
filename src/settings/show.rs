//! The settings as a person sees them: one value, all values, and a file to begin with. Owns these forms only.

use super::find::{find, unknown};
use super::key::{Key, Kind, Typed};
use super::keys::{KEYS, PRESET};
use super::values::Origin;
use super::{DEFAULT, Problem, Wrong, layers};

/// One line of `config show`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The dotted key.
    pub key: String,
    /// The effective value in plain words, as `set` takes it.
    pub plain: String,
    /// The effective value in TOML.
    pub toml: String,
    /// Where it comes from.
    pub origin: Origin,
    /// The line in the person's text, if it is from there.
    pub line: Option<usize>,
    /// What the key takes.
    pub kind: Kind,
}

/// Every key with its effective value, in the order of the reference; breaks and nudges by name.
#[must_use]
pub fn show(text: &str) -> Vec<Shown> {
    let (values, _) = layers::effective(text);
    let place = |known: &Key| KEYS.iter().position(|key| key.name == known.name);
    let mut all: Vec<_> = values
        .0
        .into_iter()
        .filter_map(|(key, given)| {
            let known = find(&key)?;
            let line = (given.line > 0).then_some(given.line);
            let (plain, toml) = (given.value.plain(), given.value.toml().to_string());
            Some((place(known), Shown { key, plain, toml, origin: given.origin, line, kind: known.kind }))
        })
        .collect();
    all.sort_by_key(|(place, _)| *place);
    all.into_iter().map(|(_, shown)| shown).collect()
}

/// As [`show`], for what counts below a person's own text: of the preset that it chooses, and of the defaults.
#[must_use]
pub fn below(text: &str) -> Vec<Shown> {
    let preset = get(text, PRESET.name()).unwrap_or_default();
    show(&super::set("", PRESET.name(), &preset).unwrap_or_default())
}

/// The effective value of a key in plain words, as `set` takes it.
pub fn get(text: &str, key: &str) -> Result<String, Problem> {
    find(key).ok_or_else(|| unknown(key, 0))?;
    let (values, _) = layers::effective(text);
    values.get(key).map(super::value::Value::plain).ok_or_else(|| Problem::at(0, Wrong::NotSet(key.to_owned())))
}

/// The words in force of a list, each as it is written: one may hold the comma that plain words are told apart by.
#[must_use]
pub fn words(text: &str, key: &Typed<Vec<String>>) -> Vec<String> {
    layers::effective(text).0.of(key)
}

/// A settings file for a person who has none: a head, and the reference with every line commented out.
#[must_use]
pub fn template(head: &str) -> String {
    let body = DEFAULT.split_once("\n\n").map_or(DEFAULT, |(_, body)| body);
    let mut out = format!("{head}\n");
    for line in body.lines() {
        // A default that stood there would count as the person's own, also where a later version has another.
        if !line.is_empty() && !line.starts_with('#') {
            out.push('#');
        }
        out.push_str(line);
        out.push('\n');
    }
    out
}
