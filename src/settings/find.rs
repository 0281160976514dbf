//! Which key is meant by what somebody wrote. Owns how a dotted name finds its key, and what is wrong where it finds none.

use super::key::{Key, NAME};
use super::keys::KEYS;
use super::{Problem, Wrong};
use crate::plain::near;

/// The most letters of a name.
const LONGEST_NAME: usize = 60;
/// No known key has more parts.
const MOST_PARTS: usize = 3;

/// Whether a break, a nudge or an exercise may be called so: `a-z`, `0-9` and `-`, and something of it.
pub(super) fn is_name(word: &str) -> bool {
    (1..=LONGEST_NAME).contains(&word.len())
        && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// The name that a break or a nudge gets which a person calls so; none where nothing of it can stand in one.
#[must_use]
pub fn name_of(called: &str) -> Option<String> {
    let letter = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { ' ' };
    let words: String = called.chars().map(letter).collect();
    let name: String = words.split_whitespace().collect::<Vec<_>>().join("-").chars().take(LONGEST_NAME).collect();
    is_name(&name).then_some(name)
}

/// The key of this dotted name.
#[must_use]
pub fn find(wanted: &str) -> Option<&'static Key> {
    let fits = |key: &&Key| {
        let (mut known, mut parts) = (key.name.split('.'), wanted.split('.'));
        let fits = |known, part| if known == NAME { is_name(part) } else { known == part };
        known.by_ref().all(|known| parts.next().is_some_and(|part| fits(known, part))) && parts.next().is_none()
    };
    // The first part tells nearly all of them apart.
    let first = wanted.split('.').next().unwrap_or_default();
    let begins = |key: &&Key| key.name.strip_prefix(first).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
    KEYS.iter().filter(begins).find(fits)
}

/// The problem with a dotted name that [`find`] does not know.
pub(super) fn unknown(wanted: &str, line: usize) -> Problem {
    let parts: Vec<&str> = wanted.split('.').collect();
    let (group, shown) = (format!("{wanted}."), short(wanted));
    let inside = KEYS.iter().map(|key| key.name).filter(|name| name.starts_with(&group));
    let inside: Vec<String> = inside.map(str::to_owned).collect();
    let wrong = match parts[..] {
        ["break" | "nudge", name, ..] if !is_name(name) => {
            Wrong::Name { key: shown, name: short(name), most: LONGEST_NAME }
        }
        _ if !inside.is_empty() => Wrong::Group { key: wanted.to_owned(), inside },
        _ => match astray(&parts) {
            Some(known) => Wrong::Astray { key: shown, known },
            None => Wrong::Unknown { key: shown, near: nearest(wanted) },
        },
    };
    Problem::at(line, wrong)
}

/// What was written, in at most 80 letters: a file may hold anything.
pub(super) fn short(written: &str) -> String {
    let mut letters = written.chars();
    let mut short: String = letters.by_ref().take(80).collect();
    if letters.next().is_some() {
        short.push('…');
    }
    short
}

/// A known key that slipped under a section's header: `lull.wait` in `break.eyes.lull.wait`.
fn astray(parts: &[&str]) -> Option<String> {
    (parts.len().saturating_sub(MOST_PARTS).max(1)..parts.len())
        .map(|from| parts[from..].join("."))
        .find(|tail| find(tail).is_some())
}

/// The known key that is written most alike, if any is near.
fn nearest(wanted: &str) -> Option<String> {
    near::nearest(wanted, KEYS.iter().map(|key| filled(key, wanted)))
}

/// The key's name with `NAME` filled in from a name of the same form.
fn filled(key: &Key, from: &str) -> String {
    let name = from.split('.').nth(1).filter(|part| is_name(part)).unwrap_or(NAME);
    key.named(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_found_by_their_dotted_names() {
        assert_eq!(find("break.eyes-2.every").unwrap().name, "break.NAME.every");
        assert_eq!(find("lull.wait").unwrap().name, "lull.wait");
        for wrong in ["", "lull", "break.NAME.every", "break..every", "break.Eyes.every", "lull.wait.x", "lull.wait "] {
            assert!(find(wrong).is_none(), "{wrong}");
        }
    }

    #[test]
    fn the_nearest_key_is_suggested() {
        for (wrong, wanted) in [
            ("lul.wait", "lull.wait"),
            ("snooze.lenght", "snooze.length"),
            ("break.eyes.evry", "break.eyes.every"),
            ("headsup", "heads_up"),
            ("settle.x", "settle"),
        ] {
            assert_eq!(nearest(wrong).as_deref(), Some(wanted), "{wrong}");
        }
        assert_eq!(nearest("colour_of_the_bike_shed"), None);
    }
}
