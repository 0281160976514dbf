//! The defaults, the preset and the person's text laid over each other. Owns the order of the layers.

use super::find::{find, unknown};
use super::flatten::{Leaf, leaves};
use super::key::{Key, Kind};
use super::keys;
use super::value::Value;
use super::values::{Given, Origin, Values};
use super::{DEFAULT, PRESETS, Problem, Wrong, checks};
use crate::plain::harmless;

/// What is wrong is said so often at most: a file may hold anything.
const MOST_PROBLEMS: usize = 100;

/// The values in force for a person's text, and its problems by line.
pub(super) fn effective(text: &str) -> (Values, Vec<Problem>) {
    let (defaults, own) = (shipped(DEFAULT, "", Origin::Default), leaves(text));
    let (own, mut problems) = own.map_or_else(|broken| (Values::default(), vec![broken]), |own| read(text, own));
    let preset = own
        .get(keys::PRESET.name())
        .or_else(|| defaults.get(keys::PRESET.name()))
        .map(Value::plain)
        .unwrap_or_default();
    let mut values = defaults.clone();
    if !preset.is_empty() {
        values.0.extend(shipped(PRESETS, &format!("{preset}."), Origin::Preset).0);
    }
    values.0.extend(own.0);
    problems.extend(checks::together(&mut values, &defaults));
    problems.sort_by_key(|problem| problem.line);
    (values, some_of(problems))
}

/// The first problems; the last of them says how many more there are.
fn some_of(mut problems: Vec<Problem>) -> Vec<Problem> {
    let more = problems.len().saturating_sub(MOST_PROBLEMS);
    problems.truncate(MOST_PROBLEMS);
    // These stay for as long as the app runs, and a file can be nothing but mistakes.
    problems.shrink_to_fit();
    if let Some(last) = problems.last_mut().filter(|_| more > 0) {
        last.more = more;
    }
    problems
}

/// A text of our own, of which the keys under `prefix` count. Tests hold that nothing is wrong with it.
fn shipped(text: &str, prefix: &str, origin: Origin) -> Values {
    let mut own = leaves(text).unwrap_or_default();
    own.retain_mut(|leaf| leaf.key.strip_prefix(prefix).map(str::to_owned).map(|key| leaf.key = key).is_some());
    let (mut values, _) = read(text, own);
    for given in values.0.values_mut() {
        given.origin = origin;
        given.line = 0;
    }
    values
}

/// Checks each leaf by the table of keys.
pub(super) fn read(text: &str, own: Vec<Leaf<'_>>) -> (Values, Vec<Problem>) {
    let (mut values, mut problems) = (Values::default(), Vec::new());
    for leaf in own {
        let known = find(&leaf.key);
        match known.map_or(Err(None), |key| Value::from_toml(key.kind, &leaf.value)) {
            Ok(value) => {
                values.0.insert(leaf.key, Given { value, origin: Origin::Yours, line: leaf.line });
            }
            // Beyond those that are said, only how many there are matters.
            Err(_) if problems.len() >= MOST_PROBLEMS => problems.push(Problem::at(leaf.line, Wrong::Counted)),
            Err(part) => problems.push(problem(text, &leaf, known, part.as_deref())),
        }
    }
    (values, problems)
}

fn problem(text: &str, leaf: &Leaf<'_>, known: Option<&Key>, part: Option<&str>) -> Problem {
    let shown = text.get(leaf.span.clone()).unwrap_or_default();
    known.map_or_else(|| unknown(&leaf.key, leaf.line), |key| misfit(&leaf.key, key.kind, shown, part, leaf.line))
}

/// The problem of a value that does not fit, shown in at most 40 letters of its first line.
pub(super) fn misfit(key: &str, kind: Kind, shown: &str, part: Option<&str>, line: usize) -> Problem {
    // The address of a calendar is a secret: it must not get into a message that is logged or shown.
    let first = shown.lines().next().unwrap_or_default();
    let mut short = harmless(&first.chars().take(40).collect::<String>());
    if short.len() < shown.len() {
        short.push('…');
    }
    let shown = (kind != Kind::Sources).then_some(short);
    let part = part.map(|part| harmless(&part.chars().take(40).collect::<String>()));
    Problem::at(line, Wrong::Value { key: key.to_owned(), shown, part })
}
