//! Entries of library files: found, read, checked and laid over each other. Owns the lines of what is wrong; knows no field.

use super::check::Check;
use super::{OWN_FILES, Problem};
use crate::text::{library as text, line_ends};
use serde::de::DeserializeOwned;
use std::collections::{BTreeMap, BTreeSet};
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

/// The form that this version reads.
const SCHEMA: i64 = 1;

/// An entry of one of the library's lists.
pub(super) trait Entry: DeserializeOwned + Check {
    /// The list's name in its file.
    const LIST: &'static str;
    /// The entry's stable key.
    fn id(&self) -> &str;
}

/// A shipped file and the person's own of the same name.
pub(super) struct Source<'t> {
    name: &'static str,
    shipped: &'static str,
    text: &'t str,
    own: DeTable<'t>,
    /// The last place that was named, and its line: places come mostly in their order.
    last: (usize, usize),
}

impl<'t> Source<'t> {
    /// Opens the person's file, if there is one, and says what is wrong with it as a whole.
    pub(super) fn open(
        name: &'static str,
        shipped: &'static str,
        lists: &[&str],
        own: &[(&str, &'t str)],
        problems: &mut Vec<Problem>,
    ) -> Self {
        let text = own.iter().find(|file| file.0 == name).map_or("", |file| file.1);
        let own = table(text).unwrap_or_else(|(line, text)| {
            problems.push(Problem { file: name.to_owned(), line, text, whole: true });
            DeTable::new()
        });
        let strange = own.keys().filter(|key| *key.get_ref() != "schema" && !lists.contains(&key.get_ref().as_ref()));
        problems.extend(strange.map(|key| Problem {
            file: name.to_owned(),
            line: 1 + line_ends(text, 0..key.span().start),
            text: text::no_such_list(key.get_ref(), lists),
            whole: false,
        }));
        Self { name, shipped, text, own, last: (0, 1) }
    }

    fn problem(&mut self, byte: usize, id: Option<&str>, because: &str) -> Problem {
        let (from, before) = if self.last.0 <= byte { self.last } else { (0, 1) };
        let line = before + line_ends(self.text, from..byte);
        self.last = (byte, line);
        Problem { file: self.name.to_owned(), line, text: text::bad_entry(id, because), whole: false }
    }
}

/// Files that are not read at all.
pub(super) fn strangers(own: &[(&str, &str)]) -> Vec<Problem> {
    let strange = own.iter().filter(|file| !OWN_FILES.contains(&file.0));
    let problem =
        |file: &str| Problem { file: file.to_owned(), line: 1, text: text::no_such_file(&OWN_FILES), whole: true };
    strange.map(|file| problem(file.0)).collect()
}

fn table(text: &str) -> Result<DeTable<'_>, (usize, String)> {
    let broken = |error: &toml::de::Error| {
        let byte = error.span().map_or(text.len(), |span| span.start);
        (1 + line_ends(text, 0..byte), text::not_toml(error.message()))
    };
    let table = DeTable::parse(text).map_err(|error| broken(&error))?.into_inner();
    match table.get("schema") {
        Some(schema) if schema.get_ref().as_integer().is_none_or(|n| n.as_str() != SCHEMA.to_string()) => {
            Err((1 + line_ends(text, 0..schema.span().start), text::other_schema(SCHEMA)))
        }
        _ => Ok(table),
    }
}

/// One list: the shipped entries with the person's laid over them, in the order of their ids, made what `keep` keeps of them.
pub(super) fn collect<T: Entry, K>(source: &mut Source<'_>, problems: &mut Vec<Problem>, keep: fn(T) -> K) -> Vec<K> {
    let mut all: BTreeMap<String, K> = BTreeMap::new();
    for entry in shipped::<T>(source.shipped) {
        all.insert(entry.id().to_owned(), keep(entry));
    }
    for entry in own::<T>(source, problems) {
        all.insert(entry.id().to_owned(), keep(entry));
    }
    all.into_values().collect()
}

/// The shipped entries, read one at a time: the whole file as a tree would take many times its size in memory.
/// Tests hold that each of them reads and passes the checks that a person's own must pass.
fn shipped<T: Entry>(text: &'static str) -> impl Iterator<Item = T> {
    let head = format!("[[{}]]", T::LIST);
    let starts = text.match_indices("\n[[").map(|(at, _)| at + 1);
    let ends = starts.clone().skip(1).chain([text.len()]);
    let pieces = starts.zip(ends).filter_map(move |(from, to)| text.get(from..to)?.strip_prefix(&head));
    pieces.filter_map(|piece| toml::from_str(piece).ok())
}

/// The person's own entries that fit.
fn own<T: Entry>(source: &mut Source<'_>, problems: &mut Vec<Problem>) -> Vec<T> {
    let Some((_, list)) = source.own.remove_entry(T::LIST) else { return Vec::new() };
    let start = list.span().start;
    let DeValue::Array(list) = list.into_inner() else {
        problems.push(source.problem(start, None, &text::needs(T::LIST, "double brackets, one entry each")));
        return Vec::new();
    };
    let mut before = BTreeSet::new();
    let mut out = Vec::new();
    for value in list {
        match one::<T>(value, &mut before) {
            Ok(entry) => out.push(entry),
            Err((byte, id, because)) => problems.push(source.problem(byte, id.as_deref(), &because)),
        }
    }
    out
}

type Wrong = (usize, Option<String>, String);

fn one<T: Entry>(value: Spanned<DeValue<'_>>, before: &mut BTreeSet<String>) -> Result<T, Wrong> {
    let start = value.span().start;
    let id = value.get_ref().get("id").and_then(|id| id.get_ref().as_str()).map(str::to_owned);
    let entry = T::deserialize(ValueDeserializer::from(value))
        .map_err(|error| (error.span().map_or(start, |span| span.start), id.clone(), error.message().to_owned()))?;
    entry.check().map_err(|because| (start, id.clone(), because))?;
    if !before.insert(entry.id().to_owned()) {
        return Err((start, id, text::twice()));
    }
    Ok(entry)
}
