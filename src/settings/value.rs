//! One value of one key: read from plain words or TOML by what the key takes, and written back. Owns those two forms.

use super::clock;
use super::find::is_name;
use super::hooks;
use super::hours;
use super::key::Kind;
use super::length;
use super::sources::{is_mail, is_path, source, source_name};
use crate::engine::rules::Hours;
use crate::plain::steers;
use chrono::NaiveTime;
use std::time::Duration;
use toml::de::DeValue;

/// Calendars that are read at most.
const MOST_SOURCES: usize = 32;

/// A value that fits its key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Value {
    Length(Duration),
    Count(u32),
    Switch(bool),
    Text(String),
    Clock(Option<NaiveTime>),
    Hours(String, Hours),
    Words(Vec<String>),
    Command(Vec<String>),
}

/// A value does not fit; the part of it that does not, if that is known.
pub(super) type Misfit = Option<String>;

impl Value {
    /// Reads plain words, as a command line or a scenario gives them: no quotes, lists with commas.
    pub(super) fn from_plain(kind: Kind, plain: &str) -> Result<Self, Misfit> {
        let plain = plain.trim();
        match kind {
            Kind::Length { least, most, off } => {
                let length = length::read(plain).ok_or(None)?;
                let fits = (least..=most).contains(&length.as_secs()) || (off && length.is_zero());
                fits.then_some(Value::Length(length)).ok_or(None)
            }
            Kind::Count { least, most } => {
                let number = plain.parse().ok().filter(|n| (least..=most).contains(n));
                number.map(Value::Count).ok_or(None)
            }
            Kind::Switch => match plain.to_ascii_lowercase().as_str() {
                "true" | "yes" | "on" => Ok(Value::Switch(true)),
                "false" | "no" | "off" => Ok(Value::Switch(false)),
                _ => Err(None),
            },
            Kind::Choice(all) => all.contains(&plain).then(|| Value::Text(plain.to_owned())).ok_or(None),
            Kind::Folder => (plain.is_empty() || is_path(plain)).then(|| Value::Text(plain.to_owned())).ok_or(None),
            Kind::Name { most } => {
                let fits = plain.chars().count() <= usize::try_from(most).unwrap_or(usize::MAX);
                (fits && !plain.contains(steers)).then(|| Value::Text(plain.to_owned())).ok_or(None)
            }
            Kind::Clock { off } if plain.is_empty() => off.then_some(Value::Clock(None)).ok_or(None),
            Kind::Clock { .. } => clock::time(plain).map(|time| Value::Clock(Some(time))).ok_or(None),
            Kind::Hours => hours::read(plain).map(|read| Value::Hours(one_line(plain), read)).map_err(Some),
            // A word may hold a comma: then it is written as in the file.
            Kind::Command if plain.starts_with('[') => match plain.parse() {
                Ok(toml_edit::Value::Array(words)) => {
                    let words: Option<Vec<&str>> = words.iter().map(toml_edit::Value::as_str).collect();
                    command(&words.ok_or(None)?)
                }
                Ok(_) | Err(_) => Err(None),
            },
            Kind::Command if plain.is_empty() => command(&[]),
            Kind::Command => command(&plain.split(',').map(str::trim).collect::<Vec<_>>()),
            Kind::Words(_) | Kind::Ids | Kind::Sources | Kind::Mails => {
                list(kind, plain.split(',').map(str::trim).filter(|word| !word.is_empty()))
            }
        }
    }

    /// Reads the words of a list, one by one.
    pub(super) fn from_words(kind: Kind, words: &[String]) -> Result<Self, Misfit> {
        list(kind, words.iter().map(String::as_str))
    }

    /// Reads a value of a settings file, which has the TOML type of its key: text, number, true or false, list.
    pub(super) fn from_toml(kind: Kind, value: &DeValue<'_>) -> Result<Self, Misfit> {
        match (kind, value) {
            (Kind::Switch, DeValue::Boolean(on)) => Ok(Value::Switch(*on)),
            (Kind::Count { .. }, DeValue::Integer(number)) => {
                // TOML writes numbers to other bases as well.
                let number = i64::from_str_radix(number.as_str(), number.radix()).map_err(|_| None)?;
                Value::from_plain(kind, &number.to_string())
            }
            (Kind::Words(_) | Kind::Ids | Kind::Sources | Kind::Mails | Kind::Command, DeValue::Array(words)) => {
                let words: Option<Vec<&str>> = words.iter().map(|word| word.get_ref().as_str()).collect();
                list(kind, words.ok_or(None)?.into_iter())
            }
            (
                Kind::Length { .. }
                | Kind::Choice(_)
                | Kind::Clock { .. }
                | Kind::Hours
                | Kind::Folder
                | Kind::Name { .. },
                DeValue::String(text),
            ) => Value::from_plain(kind, text),
            _ => Err(None),
        }
    }

    /// The value in plain words, as [`Value::from_plain`] reads it.
    pub(super) fn plain(&self) -> String {
        match self {
            Value::Length(length) => length::text(*length),
            Value::Count(number) => number.to_string(),
            Value::Switch(on) => on.to_string(),
            Value::Text(text) | Value::Hours(text, _) => text.clone(),
            Value::Clock(time) => time.map(|time| time.format("%H:%M").to_string()).unwrap_or_default(),
            Value::Words(words) => words.join(","),
            Value::Command(words) if words.is_empty() => String::new(),
            Value::Command(_) => self.toml().to_string(),
        }
    }

    /// The value in TOML, with the type of its key.
    pub(super) fn toml(&self) -> toml_edit::Value {
        match self {
            Value::Count(number) => i64::from(*number).into(),
            Value::Switch(on) => (*on).into(),
            Value::Words(words) | Value::Command(words) => toml_edit::Value::Array(words.iter().collect()),
            Value::Length(_) | Value::Text(_) | Value::Clock(_) | Value::Hours(..) => self.plain().into(),
        }
    }
}

/// Type that the values of some keys have.
pub(super) trait FromValue: Default {
    fn from_value(value: &Value) -> Option<Self>;
}

macro_rules! from_value {
    ($($type:ty: $value:pat => $it:expr;)*) => {
        $(impl FromValue for $type {
            fn from_value(value: &Value) -> Option<Self> {
                if let $value = value { Some($it) } else { None }
            }
        })*
    };
}

from_value! {
    Duration: Value::Length(length) => *length;
    u32: Value::Count(number) => *number;
    bool: Value::Switch(on) => *on;
    String: Value::Text(text) => text.clone();
    Option<NaiveTime>: Value::Clock(time) => *time;
    Hours: Value::Hours(_, hours) => hours.clone();
    Vec<String>: Value::Words(words) | Value::Command(words) => words.clone();
}

/// Hours may be written over several lines; they are kept as one.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn list<'w>(kind: Kind, words: impl Iterator<Item = &'w str>) -> Result<Value, Misfit> {
    if kind == Kind::Command {
        return command(&words.collect::<Vec<_>>());
    }
    let mut out: Vec<String> = Vec::new();
    for word in words {
        let (known, shown) = match kind {
            Kind::Words(all) => (all.contains(&word), word.to_owned()),
            Kind::Sources => (source(word).is_some() && out.len() < MOST_SOURCES, source_name(word)),
            Kind::Mails => (is_mail(word), word.to_owned()),
            Kind::Ids
            | Kind::Length { .. }
            | Kind::Count { .. }
            | Kind::Switch
            | Kind::Choice(_)
            | Kind::Clock { .. }
            | Kind::Hours
            | Kind::Folder
            | Kind::Name { .. }
            | Kind::Command => (is_name(word), word.to_owned()),
        };
        if !known {
            return Err(Some(shown));
        }
        if !out.iter().any(|before| before == word) {
            out.push(word.to_owned());
        }
    }
    Ok(Value::Words(out))
}

/// The words of a program's setting, from its plain form; none where it names none.
#[must_use]
pub fn command_words(plain: &str) -> Vec<String> {
    match Value::from_plain(Kind::Command, plain) {
        Ok(Value::Command(words)) => words,
        Ok(_) | Err(_) => Vec::new(),
    }
}

/// A program and what it is given: each word counts, also one that was there before.
fn command(words: &[&str]) -> Result<Value, Misfit> {
    let wrong = hooks::misfit(words).map(str::to_owned);
    wrong.map_or_else(
        || Ok(Value::Command(words.iter().map(|&word| word.to_owned()).collect())),
        |wrong| Err(Some(wrong)),
    )
}
