//! A settings text as a flat list of dotted keys with their places. Owns the step from TOML to keys; knows no key.

use super::{Problem, Wrong};
use crate::plain::line_ends;
use std::ops::Range;
use toml::de::{DeTable, DeValue};

/// One `key = value` of a text, however it is nested there.
pub(super) struct Leaf<'t> {
    /// The dotted key.
    pub key: String,
    /// The value.
    pub value: DeValue<'t>,
    /// The bytes of the last part of its key.
    pub key_span: Range<usize>,
    /// The bytes of its value.
    pub span: Range<usize>,
    /// The line of its key, from 1.
    pub line: usize,
}

/// All leaves of a text in the order of their lines.
pub(super) fn leaves(text: &str) -> Result<Vec<Leaf<'_>>, Problem> {
    let table = DeTable::parse(text).map_err(|error| broken(text, &error))?;
    let mut out = Vec::new();
    walk("", table.into_inner(), &mut out);
    out.sort_by_key(|leaf| leaf.key_span.start);
    // Counted on from key to key: from the top for each, a file of many thousand keys would take seconds of the start.
    let (mut line, mut from) = (1, 0);
    for leaf in &mut out {
        line += line_ends(text, from..leaf.key_span.start);
        (leaf.line, from) = (line, leaf.key_span.start);
    }
    Ok(out)
}

fn broken(text: &str, error: &toml::de::Error) -> Problem {
    let line = 1 + line_ends(text, 0..error.span().map_or(text.len(), |span| span.start));
    Problem::at(line, Wrong::NotToml(error.message().to_owned()))
}

fn walk<'t>(above: &str, table: DeTable<'t>, out: &mut Vec<Leaf<'t>>) {
    for (name, value) in table {
        let plain = !name.get_ref().is_empty()
            && name.get_ref().bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
        let part = if plain { name.get_ref().to_string() } else { format!("{:?}", name.get_ref()) };
        let key = if above.is_empty() { part } else { format!("{above}.{part}") };
        let (span, key_span) = (value.span(), name.span());
        match value.into_inner() {
            DeValue::Table(inner) => walk(&key, inner, out),
            value @ (DeValue::String(_)
            | DeValue::Integer(_)
            | DeValue::Float(_)
            | DeValue::Boolean(_)
            | DeValue::Datetime(_)
            | DeValue::Array(_)) => out.push(Leaf { key, value, line: 0, key_span, span }),
        }
    }
}
