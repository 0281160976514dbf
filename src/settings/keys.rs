//! The one table of keys: what there is to set and what each takes. Owns names, units and ranges; never a default.

use super::{Problem, length};
use crate::engine::content::{AVOID, Equipment};
use crate::text::{did_you_mean, settings as text};
use std::time::Duration;

/// One key, or one family of keys.
#[derive(Debug)]
pub struct Key {
    /// The dotted key; `NAME` stands for a name that the person chooses.
    pub name: &'static str,
    /// What it takes.
    pub kind: Kind,
}

/// What a key takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A length of time.
    Length {
        /// The shortest, in seconds.
        least: u64,
        /// The longest, in seconds.
        most: u64,
        /// Whether zero is allowed as well and means off.
        off: bool,
    },
    /// A whole number.
    Count {
        /// The smallest.
        least: u32,
        /// The largest.
        most: u32,
    },
    /// True or false.
    Switch,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// A time of day.
    Clock {
        /// Whether it may be empty, which means off.
        off: bool,
    },
    /// Weekdays with times of day.
    Hours,
    /// Any of these words.
    Words(&'static [&'static str]),
    /// Ids of exercises.
    Ids,
    /// Calendars: paths and addresses. Never printed where the person did not ask for it.
    Sources,
    /// Mail addresses.
    Mails,
    /// One line of text.
    Line,
}

/// The most letters of a name.
const LONGEST_NAME: usize = 60;
/// No known key has more parts.
const MOST_PARTS: usize = 3;
const MIN: u64 = 60;
const HOUR: u64 = 3600;
const WEIGH: Kind = Kind::Choice(&["hold", "ignore"]);
const EQUIPMENT: [&str; 4] =
    [Equipment::Band.token(), Equipment::Chair.token(), Equipment::FoamRoller.token(), Equipment::Wall.token()];

const fn length(least: u64, most: u64) -> Kind {
    Kind::Length { least, most, off: false }
}

const fn length_or_off(least: u64, most: u64) -> Kind {
    Kind::Length { least, most, off: true }
}

const fn count(least: u32, most: u32) -> Kind {
    Kind::Count { least, most }
}

const fn key(name: &'static str, kind: Kind) -> Key {
    Key { name, kind }
}

/// Every key, in the order of `config/default.toml`.
pub const KEYS: &[Key] = &[
    key("preset", Kind::Choice(&["", "standard", "gentle", "active", "micro"])),
    key("break.NAME.every", length_or_off(MIN, 24 * HOUR)),
    key("break.NAME.lasts", length(5, 4 * HOUR)),
    key("nudge.NAME.every", length_or_off(MIN, 24 * HOUR)),
    key("nudges.most", count(0, 100)),
    key("nudges.clear_of_break", length(0, HOUR)),
    key("lull.length", length(1, 5 * MIN)),
    key("lull.wait", length(0, 30 * MIN)),
    key("heads_up", length_or_off(5, 10 * MIN)),
    key("settle", length(0, 30 * MIN)),
    key("snooze.length", length(MIN, HOUR)),
    key("snooze.most", count(0, 10)),
    key("answer.within", length(MIN, 4 * HOUR)),
    key("ask_again", length(MIN, HOUR)),
    key("leave.after", length(10, 10 * MIN)),
    key("away.after", length(MIN, HOUR)),
    key("minimum", length(5, 30 * MIN)),
    key("hours", Kind::Hours),
    key("day.starts", Kind::Clock { off: false }),
    key("breath.before_meeting", length_or_off(MIN, 15 * MIN)),
    key("breath.most", count(0, 20)),
    key("check_in.most", count(0, 10)),
    key("bedtime", Kind::Clock { off: true }),
    key("wind_down.before", length(5 * MIN, 4 * HOUR)),
    key("reflect.at", Kind::Clock { off: true }),
    key("exercise.avoid", Kind::Words(&AVOID)),
    key("exercise.equipment", Kind::Words(&EQUIPMENT)),
    key("exercise.seated_only", Kind::Switch),
    key("exercise.open_office", Kind::Switch),
    key("exercise.hidden", Kind::Ids),
    key("exercise.easy_only", Kind::Switch),
    key("guide.where", Kind::Choice(&["window", "notification"])),
    key("guide.large_text", Kind::Switch),
    key("guide.reduced_motion", Kind::Switch),
    key("guide.sound", Kind::Switch),
    key("guide.person", Kind::Choice(&["daily", "crop", "bun", "curls", "bob", "beard", "grey"])),
    key("holds.call", WEIGH),
    key("holds.meeting", WEIGH),
    key("holds.presenting", WEIGH),
    key("holds.fullscreen", Kind::Choice(&["awake", "hold", "ignore"])),
    key("holds.dnd", WEIGH),
    key("calendar.sources", Kind::Sources),
    key("calendar.count", Kind::Choice(&["meetings", "busy"])),
    key("calendar.titles", Kind::Switch),
    key("calendar.me", Kind::Mails),
    key("calendar.fetch_every", length(15 * MIN, 24 * HOUR)),
    key("goal", count(1, 100)),
    key("tray", Kind::Switch),
    key("notifications", Kind::Switch),
    key("sense.idle", Kind::Switch),
    key("sense.lock", Kind::Switch),
    key("sense.sleep", Kind::Switch),
    key("sense.mic", Kind::Switch),
    key("sense.camera", Kind::Switch),
    key("sense.calendar", Kind::Switch),
    key("sense.presenting", Kind::Switch),
    key("sense.fullscreen", Kind::Switch),
    key("sense.awake", Kind::Switch),
    key("sense.dnd", Kind::Switch),
    key("terminal", Kind::Line),
    key("clock.speed", count(1, 3600)),
];

impl Kind {
    /// What is allowed, with its unit and range, as the reference and every problem say it.
    #[must_use]
    pub fn allowed(self) -> String {
        let span = |seconds| length::text(Duration::from_secs(seconds));
        match self {
            Kind::Length { least, most, off } => text::a_length(&span(least), &span(most), off),
            Kind::Count { least, most } => text::a_count(least, most),
            Kind::Switch => text::A_SWITCH.to_owned(),
            Kind::Choice(all) => text::a_choice(all),
            Kind::Clock { off } => text::a_clock(off),
            Kind::Hours => text::HOURS.to_owned(),
            Kind::Words(all) => text::a_list(all),
            Kind::Ids => text::IDS.to_owned(),
            Kind::Sources => text::SOURCES.to_owned(),
            Kind::Mails => text::MAILS.to_owned(),
            Kind::Line => text::A_LINE.to_owned(),
        }
    }
}

/// Whether a break, a nudge or an exercise may be called so: `a-z`, `0-9` and `-`, and something of it.
pub(super) fn is_name(word: &str) -> bool {
    (1..=LONGEST_NAME).contains(&word.len())
        && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// The key of this dotted name.
pub(super) fn find(wanted: &str) -> Option<&'static Key> {
    let fits = |key: &&Key| {
        let (mut known, mut parts) = (key.name.split('.'), wanted.split('.'));
        let fits = |known, part| if known == "NAME" { is_name(part) } else { known == part };
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
    let inside: Vec<&str> = KEYS.iter().map(|key| key.name).filter(|name| name.starts_with(&group)).collect();
    let text = match parts[..] {
        ["break" | "nudge", name, ..] if !is_name(name) => text::bad_name(&shown, &short(name), LONGEST_NAME),
        _ if !inside.is_empty() => text::a_group(wanted, &inside),
        _ => match astray(&parts) {
            Some(known) => text::astray(&shown, &known),
            None => text::unknown(&shown, nearest(wanted).as_deref()),
        },
    };
    Problem::at(line, text)
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
    did_you_mean::nearest(wanted, KEYS.iter().map(|key| filled(key, wanted)))
}

/// The key's name with `NAME` filled in from a name of the same form.
fn filled(key: &Key, from: &str) -> String {
    let name = from.split('.').nth(1).filter(|part| is_name(part)).unwrap_or("NAME");
    key.name.replacen("NAME", name, 1)
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
