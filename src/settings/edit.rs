//! Changing one key of a settings text. Owns where a key is put; every comment and every other key stays as it is,
//! which each change proves before it is given back.

use super::find::{find, unknown};
use super::flatten::{Leaf, leaves};
use super::key::{Kind, Typed};
use super::value::{Misfit, Value};
use super::{Problem, Wrong, layers};
use std::collections::BTreeMap;
use toml_edit::{DocumentMut, Item, Table, TableLike};

/// The text with `key` set to `value`, which is in plain words (`60min`, `neck,wrist`). The problem's line is 0 if the
/// key or the value is wrong, and the text's if that is no TOML.
pub fn set(text: &str, key: &str, value: &str) -> Result<String, Problem> {
    let known = find(key).ok_or_else(|| unknown(key, 0))?;
    put(text, key, known.kind, Value::from_plain(known.kind, value), &format!("{value:?}"))
}

/// The text with this list set to these words, each as it is: one may hold the comma that plain words are told apart by.
pub fn set_words(text: &str, key: &Typed<Vec<String>>, words: &[String]) -> Result<String, Problem> {
    let kind = key.key.kind;
    put(text, key.name(), kind, Value::from_words(kind, words), &format!("{words:?}"))
}

/// The text with `key` set to a value, if that fits; `shown` is how the person gave it.
fn put(text: &str, key: &str, kind: Kind, value: Result<Value, Misfit>, shown: &str) -> Result<String, Problem> {
    let value = value.map_err(|part| layers::misfit(key, kind, shown, part.as_deref(), 0))?;
    let (before, written) = (leaves(text)?, value.toml().to_string());
    let mut wanted = values_of(text, &before);
    wanted.insert(key.to_owned(), written.clone());
    // From what leaves most of the text as it is to what leaves least. The last would put a key in its section, but
    // knows nothing of the comment in which its default and its reason stand.
    let texts: [&dyn Fn() -> Option<String>; 4] = [
        &|| in_place(text, before.iter().find(|leaf| leaf.key == key)?, &written),
        &|| below_its_comment(text, key, &written),
        &|| at_the_end(text, key, &written),
        &|| inserted(text, key, &value),
    ];
    first_good(&texts, &wanted).ok_or_else(|| Problem::at(0, Wrong::NoPlace(key.to_owned())))
}

/// The text without `key`, so that its default counts again; the same text if it is not there.
pub fn unset(text: &str, key: &str) -> Result<String, Problem> {
    let before = leaves(text)?;
    let mut wanted = values_of(text, &before);
    if wanted.remove(key).is_none() {
        return find(key).map(|_| text.to_owned()).ok_or_else(|| unknown(key, 0));
    }
    let leaf = || before.iter().find(|leaf| leaf.key == key);
    let texts: [&dyn Fn() -> Option<String>; 2] = [&|| without_line(text, leaf()?), &|| taken_out(text, key)];
    first_good(&texts, &wanted).ok_or_else(|| Problem::at(0, Wrong::NoPlace(key.to_owned())))
}

/// Each key with its value as it is written.
fn values_of(text: &str, all: &[Leaf<'_>]) -> BTreeMap<String, String> {
    let written = |leaf: &Leaf<'_>| text.get(leaf.span.clone()).unwrap_or_default().to_owned();
    all.iter().map(|leaf| (leaf.key.clone(), written(leaf))).collect()
}

/// The first text that says exactly what is wanted.
fn first_good(texts: &[&dyn Fn() -> Option<String>], wanted: &BTreeMap<String, String>) -> Option<String> {
    let good = |text: &String| leaves(text).is_ok_and(|all| values_of(text, &all) == *wanted);
    texts.iter().filter_map(|text| text()).find(good)
}

fn in_place(text: &str, leaf: &Leaf<'_>, written: &str) -> Option<String> {
    Some(format!("{}{written}{}", text.get(..leaf.span.start)?, text.get(leaf.span.end..)?))
}

/// Below the commented default of the same key, as a file made from the template has it.
fn below_its_comment(text: &str, key: &str, written: &str) -> Option<String> {
    let mut end = 0;
    for line in text.split_inclusive('\n') {
        end += line.len();
        let said = line.trim_start().strip_prefix('#').map(str::trim_start);
        if said.and_then(|said| said.strip_prefix(key)).is_some_and(|rest| rest.trim_start().starts_with('=')) {
            return Some(spliced(text, end, &format!("{key} = {written}")));
        }
    }
    None
}

/// At the end of a text without sections.
fn at_the_end(text: &str, key: &str, written: &str) -> Option<String> {
    let sections = text.lines().any(|line| line.trim_start().starts_with('['));
    (!sections).then(|| spliced(text, text.len(), &format!("{key} = {written}")))
}

/// `line` put in as a line of its own, with the text's own line ends.
fn spliced(text: &str, at: usize, line: &str) -> String {
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let (above, below) = text.split_at(at);
    let gap = if above.is_empty() || above.ends_with('\n') { "" } else { end };
    format!("{above}{gap}{line}{end}{below}")
}

/// In the section it belongs to, or above the first section.
fn inserted(text: &str, key: &str, value: &Value) -> Option<String> {
    let mut document: DocumentMut = text.parse().ok()?;
    let (groups, last) = key.rsplit_once('.').unwrap_or(("", key));
    let mut table: &mut dyn TableLike = document.as_table_mut();
    for group in groups.split('.').filter(|group| !group.is_empty()) {
        let item = table.entry(group).or_insert_with(|| {
            let mut dotted = Table::new();
            dotted.set_dotted(true);
            Item::Table(dotted)
        });
        table = item.as_table_like_mut()?;
    }
    table.insert(last, Item::Value(value.toml()));
    Some(document.to_string())
}

/// The line, or the lines, of a key that has them to itself.
fn without_line(text: &str, leaf: &Leaf<'_>) -> Option<String> {
    let start = text.get(..leaf.key_span.start)?.rfind('\n').map_or(0, |at| at + 1);
    let after = text.get(leaf.span.end..)?;
    let end = after.find('\n').map_or(text.len(), |at| leaf.span.end + at + 1);
    Some(format!("{}{}", text.get(..start)?, text.get(end..)?))
}

fn taken_out(text: &str, key: &str) -> Option<String> {
    let mut document: DocumentMut = text.parse().ok()?;
    let (groups, last) = key.rsplit_once('.').unwrap_or(("", key));
    let mut table: &mut dyn TableLike = document.as_table_mut();
    for group in groups.split('.').filter(|group| !group.is_empty()) {
        table = table.get_mut(group)?.as_table_like_mut()?;
    }
    table.remove(last)?;
    Some(document.to_string())
}
