//! One line: written, sealed, read.

use crate::ledger::{DayAccount, DayState, Fact, MachineId, Tells};
use crate::plain::harmless;
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

/// The version of the lines.
// It grows when an older program would misunderstand, which a new kind or key is no reason for.
const VERSION: u64 = 1;
/// What stands between a line's body and its seal, and after that.
const SEAL: (&str, &str) = (",\"sum\":\"", "\"}");
/// A seal in hexadecimal digits.
const DIGITS: usize = 8;
/// No line is longer, in bytes: a day of a hundred breaks and a thousand spans has 150 KiB.
const LONGEST: usize = 1 << 20;
/// Revisions are no greater: as SQLite and JSON can tell them.
const LAST_REVISION: u64 = 1 << 53;
/// The longest name of a machine, in characters.
const LONGEST_NAME: usize = 64;

/// A line that is whole.
#[derive(Clone, Debug, PartialEq)]
pub enum Line {
    /// Something for the record.
    Fact(Fact),
    /// Something else: of a later version, or not for the record.
    Other {
        /// Who tells it.
        machine: MachineId,
        /// Grows with every change of the same thing.
        revision: u64,
        /// Which kind of thing.
        kind: String,
        /// All keys of the line.
        keys: Map<String, Value>,
    },
}

/// Lines that tell nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unread {
    /// Without a valid seal: cut, half written, or no lines of ours.
    pub broken: usize,
    /// Whole, and of a later version.
    pub newer: usize,
    /// Whole, and what they hold cannot be.
    pub wrong: usize,
}

impl Unread {
    /// Both together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        let Self { broken, newer, wrong } = other;
        Self { broken: self.broken + broken, newer: self.newer + newer, wrong: self.wrong + wrong }
    }
}

/// What a line begins with.
#[derive(Deserialize)]
struct Head {
    unhunch: u64,
    machine: MachineId,
    revision: u64,
    kind: String,
}

#[derive(Deserialize)]
struct Name {
    name: String,
}

#[derive(Deserialize)]
struct Erased {
    first: NaiveDate,
    last: NaiveDate,
}

#[derive(Deserialize)]
struct Day {
    day: NaiveDate,
    state: Value,
}

/// A fact as its line, with the line's end.
#[must_use]
pub fn told(fact: &Fact) -> String {
    let (kind, rest) = match &fact.tells {
        Tells::Name(name) => ("machine", format!(",\"name\":{}", json!(name))),
        Tells::Day(day, state) => ("day", day_keys(*day, &state.text())),
        Tells::Erased(days) => ("erased", format!(",\"first\":\"{}\",\"last\":\"{}\"", days.start(), days.end())),
    };
    sealed(fact.machine, fact.revision, kind, &rest)
}

/// The account of a day as its line, with the line's end.
#[must_use]
pub fn told_day(machine: MachineId, day: NaiveDate, account: &DayAccount) -> String {
    sealed(machine, account.revision, "day", &day_keys(day, &account.text))
}

fn day_keys(day: NaiveDate, state: &str) -> String {
    format!(",\"day\":\"{day}\",\"state\":{state}")
}

/// Something that is no fact of the record as its line, with the line's end. `kind` is none of the record's, and no key is
/// one that every line has.
#[must_use]
pub fn other(machine: MachineId, revision: u64, kind: &str, keys: &Map<String, Value>) -> String {
    let keys: Vec<String> = keys.iter().map(|(key, value)| format!(",{}:{value}", json!(key))).collect();
    sealed(machine, revision, kind, &keys.concat())
}

fn sealed(machine: MachineId, revision: u64, kind: &str, rest: &str) -> String {
    let body = format!(
        "{{\"unhunch\":{VERSION},\"machine\":\"{machine}\",\"revision\":{revision},\"kind\":{}{rest}",
        json!(kind)
    );
    let sum = crc32fast::hash(body.as_bytes());
    format!("{body}{}{sum:08x}{}\n", SEAL.0, SEAL.1)
}

/// The lines of a text that are whole, and how many tell nothing. A text that is none of ours has none.
#[must_use]
pub fn lines(text: &[u8]) -> (Vec<Line>, Unread) {
    let (mut all, mut unread) = (Vec::new(), Unread::default());
    for line in text.split(|byte| *byte == b'\n') {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if line.is_empty() {
            continue;
        }
        match read(line) {
            Ok(line) => all.push(line),
            Err(count) => *count(&mut unread) += 1,
        }
    }
    (all, unread)
}

/// Which count a line that tells nothing goes to.
type Count = fn(&mut Unread) -> &mut usize;

const BROKEN: Count = |unread| &mut unread.broken;
const NEWER: Count = |unread| &mut unread.newer;
const WRONG: Count = |unread| &mut unread.wrong;

fn read(line: &[u8]) -> Result<Line, Count> {
    let line = std::str::from_utf8(line).ok().filter(|line| line.len() <= LONGEST).ok_or(BROKEN)?;
    let body = line.len().checked_sub(SEAL.0.len() + DIGITS + SEAL.1.len()).and_then(|at| line.split_at_checked(at));
    let (body, seal) = body.ok_or(BROKEN)?;
    if seal != format!("{}{:08x}{}", SEAL.0, crc32fast::hash(body.as_bytes()), SEAL.1) {
        return Err(BROKEN);
    }
    let head: Head = serde_json::from_str(line).map_err(|_| WRONG)?;
    if head.unhunch > VERSION {
        return Err(NEWER);
    }
    let Head { machine, revision, kind, .. } = head;
    if revision > LAST_REVISION {
        return Err(WRONG);
    }
    let tells = match kind.as_str() {
        "machine" => {
            let Name { name } = keys(line)?;
            Tells::Name(harmless(&name).chars().take(LONGEST_NAME).collect())
        }
        "erased" => {
            let Erased { first, last } = keys(line)?;
            // Days are compared as text, which is in order as long as a year has four digits.
            if [first, last].iter().any(|day| !(0..=9999).contains(&day.year())) {
                return Err(WRONG);
            }
            Tells::Erased(first..=last)
        }
        "day" => {
            let Day { day, state } = keys(line)?;
            Tells::Day(day, Box::new(DayState::read(&state.to_string(), day).ok_or(WRONG)?))
        }
        _ => return Ok(Line::Other { machine, revision, kind, keys: keys(line)? }),
    };
    Ok(Line::Fact(Fact { machine, revision, tells }))
}

fn keys<'a, T: Deserialize<'a>>(line: &'a str) -> Result<T, Count> {
    serde_json::from_str(line).map_err(|_| WRONG)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn erased() -> Fact {
        let day = |n| NaiveDate::from_ymd_opt(2026, 11, n).expect("a day");
        Fact { machine: MachineId::new(42), revision: 7, tells: Tells::Erased(day(1)..=day(2)) }
    }

    #[test]
    fn the_form_of_a_line_is_for_ever() {
        let line = told(&erased());
        assert_eq!(
            line,
            "{\"unhunch\":1,\"machine\":\"0000000000000000000000000000002a\",\"revision\":7,\"kind\":\"erased\",\
             \"first\":\"2026-11-01\",\"last\":\"2026-11-02\",\"sum\":\"fca7b516\"}\n"
        );
        assert_eq!(lines(line.as_bytes()), (vec![Line::Fact(erased())], Unread::default()));
    }

    #[test]
    fn a_line_that_was_cut_or_changed_anywhere_is_left_out() {
        let whole = told(&erased());
        let whole = whole.trim_end();
        for at in 1..whole.len() {
            assert_eq!(lines(&whole.as_bytes()[..at]).1.broken, 1, "cut at {at}");
            assert_eq!(lines(&whole.as_bytes()[at..]).1.broken, 1, "from {at}");
            let mut other = whole.as_bytes().to_vec();
            other[at] ^= 1;
            assert_eq!(lines(&other).0, [], "changed at {at}");
        }
    }

    #[test]
    fn what_a_later_version_tells_is_passed_over_and_what_cannot_be_is_wrong() {
        let keys = json!({ "until": 5 }).as_object().cloned().expect("an object");
        let live = other(MachineId::new(1), 3, "live", &keys);
        let (all, unread) = lines(live.as_bytes());
        let [Line::Other { revision: 3, kind, keys, .. }] = &all[..] else { panic!("{all:?}") };
        assert_eq!((kind.as_str(), &keys["until"], unread), ("live", &json!(5), Unread::default()));
        let newer = sealed_as(
            "{\"unhunch\":2,\"machine\":\"0000000000000000000000000000002a\",\"revision\":7,\"kind\":\"day\"",
        );
        assert_eq!(lines(newer.as_bytes()), (vec![], Unread { newer: 1, ..Unread::default() }));
        for body in [
            "{\"unhunch\":1,\"machine\":\"2a\",\"revision\":7,\"kind\":\"machine\",\"name\":\"a\"",
            "{\"unhunch\":1,\"machine\":\"0000000000000000000000000000002a\",\"revision\":18446744073709551615,\"kind\":\"x\"",
            "{\"unhunch\":1,\"machine\":\"0000000000000000000000000000002a\",\"revision\":1,\"kind\":\"day\",\"day\":\"0001-01-01\",\"state\":{}",
        ] {
            assert_eq!(lines(sealed_as(body).as_bytes()), (vec![], Unread { wrong: 1, ..Unread::default() }), "{body}");
        }
    }

    fn sealed_as(body: &str) -> String {
        format!("{body}{}{:08x}{}\n", SEAL.0, crc32fast::hash(body.as_bytes()), SEAL.1)
    }
}
