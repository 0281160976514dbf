//! What is said about settings: what each key takes, and what is wrong with a text. Pure functions; decides nothing.

use super::catalog::message;
use super::list;

texts! {
    /// What a switch takes.
    pub a_switch: "settings-a-switch";
    /// What working hours take.
    pub hours: "settings-hours";
    /// What a list of ids takes.
    pub ids: "settings-ids";
    /// What a list of calendars takes.
    pub sources: "settings-sources";
    /// What a list of mail addresses takes.
    pub mails: "settings-mails";
    /// In place of a value that may hold a secret.
    pub secret: "settings-secret";
    /// What a line of text takes.
    pub a_line: "settings-a-line";
}

/// What a length of time takes.
#[must_use]
pub fn a_length(least: &str, most: &str, off: bool) -> String {
    if off { text!("settings-a-length-or-off", least, most) } else { text!("settings-a-length", least, most) }
}

/// What a count takes.
#[must_use]
pub fn a_count(least: u32, most: u32) -> String {
    text!("settings-a-count", least, most)
}

/// What a choice takes.
#[must_use]
pub fn a_choice(all: &[&str]) -> String {
    let quoted: Vec<String> = all.iter().map(|word| format!("\"{word}\"")).collect();
    text!("settings-a-choice", all = list(quoted))
}

/// What a time of day takes.
#[must_use]
pub fn a_clock(off: bool) -> String {
    if off { text!("settings-a-clock-or-off") } else { text!("settings-a-clock") }
}

/// What a list of words takes.
#[must_use]
pub fn a_list(all: &[&str]) -> String {
    text!("settings-a-list", all = list(all))
}

/// The text is no TOML.
#[must_use]
pub fn not_toml(because: &str) -> String {
    text!("settings-not-toml", because = because.lines().next().unwrap_or_default())
}

/// There is no such key.
#[must_use]
pub fn unknown(key: &str, nearest: Option<&str>) -> String {
    match nearest {
        Some(known) => text!("settings-unknown-near", key, known),
        None => text!("settings-unknown", key),
    }
}

/// A key stands under a section to which it does not belong.
#[must_use]
pub fn astray(key: &str, known: &str) -> String {
    text!("settings-astray", key, known)
}

/// A group of keys is used as if it were a key.
#[must_use]
pub fn a_group(key: &str, inside: &[&str]) -> String {
    text!("settings-a-group", key, inside = list(inside))
}

/// A name for a break or nudge that cannot be one.
#[must_use]
pub fn bad_name(key: &str, name: &str, most: usize) -> String {
    text!("settings-bad-name", key, name = format!("{name:?}"), most)
}

/// A value does not fit its key; `part` is the part of it that does not, if that is known.
#[must_use]
pub fn bad_value(key: &str, shown: &str, part: Option<&str>, allowed: &str) -> String {
    match part {
        Some(part) => text!("settings-bad-value-part", key, shown, part = format!("{part:?}"), allowed),
        None => text!("settings-bad-value", key, shown, allowed),
    }
}

/// A break without a rhythm.
#[must_use]
pub fn no_every(name: &str) -> String {
    text!("settings-no-every", name)
}

/// A break without a length.
#[must_use]
pub fn no_lasts(name: &str, used: &str) -> String {
    text!("settings-no-lasts", name, used)
}

/// A break that is longer than its rhythm.
#[must_use]
pub fn lasts_too_long(name: &str, lasts: &str, every: &str, used: &str) -> String {
    text!("settings-lasts-too-long", name, lasts, every, used)
}

/// A nudge with a break's name.
#[must_use]
pub fn same_name(name: &str) -> String {
    text!("settings-same-name", name)
}

/// A heads-up that would come before the break before.
#[must_use]
pub fn heads_up_too_long(shown: &str, every: &str, used: &str) -> String {
    text!("settings-heads-up-too-long", shown, used, every)
}

/// Leaving that is noticed later than being away.
#[must_use]
pub fn leave_too_long(shown: &str, away: &str, used: &str) -> String {
    text!("settings-leave-too-long", shown, used, away)
}

/// A minimum that no break reaches.
#[must_use]
pub fn minimum_too_long(shown: &str, longest: &str) -> String {
    text!("settings-minimum-too-long", shown, longest)
}

/// A known key has no value.
#[must_use]
pub fn not_set(key: &str) -> String {
    text!("settings-not-set", key)
}

/// The text's own form leaves no place for a key.
#[must_use]
pub fn no_place(key: &str) -> String {
    text!("settings-no-place", key)
}

texts! {
    /// The head of a settings file that is made for a person.
    pub template_head: "settings-template-head";
}

/// What a setting is called on a page of settings.
#[must_use]
pub fn label(key: &str) -> String {
    message(&id(key), &[])
}

/// What it does, and why its default is what it is.
#[must_use]
pub fn help(key: &str) -> String {
    message(&format!("{}-help", id(key)), &[])
}

/// The heading over the settings that stand in a group.
#[must_use]
pub fn group(token: &str) -> String {
    message(&format!("keys-group-{token}"), &[])
}

/// The message of a key; `tests/architecture` holds that each is there.
fn id(key: &str) -> String {
    format!("keys-{}", key.to_ascii_lowercase().replace(['.', '_'], "-"))
}
