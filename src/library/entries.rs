//! A person's own entries: found, read, checked and laid over the shipped ones. Owns the lines of what is wrong; knows no
//! field. Here, text stands beside facts in one entry.

use super::OWN_FILES;
use super::form::Entry;
use super::languages::File;
use super::problem::{Because, Problem, Vocabulary, Wrong};
use super::shipped::Shipped;
use crate::plain::line_ends;
use std::collections::{BTreeMap, BTreeSet};
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

/// The form that this version reads.
const SCHEMA: i64 = 1;

/// A shipped file and the person's own of the same name.
pub(super) struct FilePair<'t> {
    name: &'static str,
    shipped: Shipped,
    text: &'t str,
    own: DeTable<'t>,
    /// The last place that was named, and its line: places come mostly in their order.
    last: (usize, usize),
}

impl<'t> FilePair<'t> {
    /// Opens the person's file, if there is one, and says what is wrong with it as a whole.
    pub(super) fn open(
        facts: File,
        lists: &'static [&'static str],
        tag: &str,
        own: &[(&str, &'t str)],
        problems: &mut Vec<Problem>,
    ) -> Self {
        let name = facts.name;
        let text = own.iter().find(|file| file.0 == name).map_or("", |file| file.1);
        let own = table(text).unwrap_or_else(|(line, wrong)| {
            problems.push(Problem { file: name.to_owned(), line, wrong });
            DeTable::new()
        });
        let strange = own.keys().filter(|key| *key.get_ref() != "schema" && !lists.contains(&key.get_ref().as_ref()));
        problems.extend(strange.map(|key| Problem {
            file: name.to_owned(),
            line: 1 + line_ends(text, 0..key.span().start),
            wrong: Wrong::NoSuchList { name: key.get_ref().to_string(), known: lists.into() },
        }));
        Self { name, shipped: Shipped::of(facts, tag), text, own, last: (0, 1) }
    }

    fn problem(&mut self, byte: usize, id: Option<String>, because: Because) -> Problem {
        let (from, before) = if self.last.0 <= byte { self.last } else { (0, 1) };
        let line = before + line_ends(self.text, from..byte);
        self.last = (byte, line);
        Problem { file: self.name.to_owned(), line, wrong: Wrong::Entry { id, because } }
    }
}

/// Files that are not read at all.
pub(super) fn strangers(own: &[(&str, &str)]) -> Vec<Problem> {
    let strange = own.iter().filter(|file| !OWN_FILES.contains(&file.0));
    strange
        .map(|file| Problem {
            file: file.0.to_owned(),
            line: 1,
            wrong: Wrong::NoSuchFile(Vocabulary::Ours(&OWN_FILES)),
        })
        .collect()
}

fn table(text: &str) -> Result<DeTable<'_>, (usize, Wrong)> {
    let broken = |error: &toml::de::Error| {
        let byte = error.span().map_or(text.len(), |span| span.start);
        (1 + line_ends(text, 0..byte), Wrong::NotToml(error.message().to_owned()))
    };
    let table = DeTable::parse(text).map_err(|error| broken(&error))?.into_inner();
    match table.get("schema") {
        Some(schema) if schema.get_ref().as_integer().is_none_or(|n| n.as_str() != SCHEMA.to_string()) => {
            Err((1 + line_ends(text, 0..schema.span().start), Wrong::OtherSchema(SCHEMA)))
        }
        _ => Ok(table),
    }
}

/// One list: the shipped entries with the person's laid over them, in the order of their ids, made what `keep` keeps of them.
pub(super) fn collect<T: Entry, K>(source: &mut FilePair<'_>, problems: &mut Vec<Problem>, keep: fn(T) -> K) -> Vec<K> {
    let mut all: BTreeMap<String, K> = BTreeMap::new();
    // A test holds that nothing is wrong with those.
    source.shipped.each::<T>(&mut Vec::new(), |entry| {
        all.insert(entry.id().to_owned(), keep(entry));
    });
    for entry in own::<T>(source, problems) {
        all.insert(entry.id().to_owned(), keep(entry));
    }
    all.into_values().collect()
}

/// The person's own entries that fit.
fn own<T: Entry>(source: &mut FilePair<'_>, problems: &mut Vec<Problem>) -> Vec<T> {
    let Some((_, list)) = source.own.remove_entry(T::LIST) else { return Vec::new() };
    let start = list.span().start;
    let DeValue::Array(list) = list.into_inner() else {
        problems.push(source.problem(start, None, Because::NoEntries(T::LIST.into())));
        return Vec::new();
    };
    let mut before = BTreeSet::new();
    let mut out = Vec::new();
    for value in list {
        match one::<T>(value, &mut before) {
            Ok(entry) => out.push(entry),
            Err((byte, id, because)) => problems.push(source.problem(byte, id, because)),
        }
    }
    out
}

type LeftOut = (usize, Option<String>, Because);

fn one<T: Entry>(value: Spanned<DeValue<'_>>, before: &mut BTreeSet<String>) -> Result<T, LeftOut> {
    let start = value.span().start;
    let id = value.get_ref().get("id").and_then(|id| id.get_ref().as_str()).map(str::to_owned);
    let entry = T::deserialize(ValueDeserializer::from(value)).map_err(|error| {
        (error.span().map_or(start, |span| span.start), id.clone(), Because::Form(error.message().to_owned()))
    })?;
    entry.check().map_err(|because| (start, id.clone(), because))?;
    // The second of one id would replace the first without a word.
    if !before.insert(entry.id().to_owned()) {
        return Err((start, id, Because::Twice));
    }
    Ok(entry)
}
