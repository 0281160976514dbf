//! What is said about settings: what each key takes, and what is wrong with a text. Pure functions; decides nothing.

/// What a switch takes.
pub const A_SWITCH: &str = "true or false";
/// What working hours take.
pub const HOURS: &str =
    "weekdays with times of day, such as \"Mon-Thu 09:00-12:30 13:30-18:00; Fri 09:00-13:00\", or empty for always";
/// What a list of ids takes.
pub const IDS: &str = "a list of exercise ids (a-z, 0-9 and -)";
/// What a list of calendars takes.
pub const SOURCES: &str = "a list of at most 32 files or folders (/... or ~/...) and addresses without a password in them \
                           (https:// or webcal://; http:// of this computer only)";
/// What a list of mail addresses takes.
pub const MAILS: &str = "a list of mail addresses";
/// In place of a value that may hold a secret.
pub const SECRET: &str = "[...]";
/// What a line of text takes.
pub const A_LINE: &str = "one line of at most 200 characters";

/// What a length of time takes.
#[must_use]
pub fn a_length(least: &str, most: &str, off: bool) -> String {
    let off = if off { ", or 0s for off" } else { "" };
    format!("a length of time (s, min, h) from {least} to {most}{off}")
}

/// What a count takes.
#[must_use]
pub fn a_count(least: u32, most: u32) -> String {
    format!("a whole number from {least} to {most}")
}

/// What a choice takes.
#[must_use]
pub fn a_choice(all: &[&str]) -> String {
    let quoted: Vec<String> = all.iter().map(|word| format!("\"{word}\"")).collect();
    format!("one of {}", quoted.join(", "))
}

/// What a time of day takes.
#[must_use]
pub fn a_clock(off: bool) -> String {
    format!("a time of day (HH:MM) from 00:00 to 23:59{}", if off { ", or empty for off" } else { "" })
}

/// What a list of words takes.
#[must_use]
pub fn a_list(all: &[&str]) -> String {
    format!("a list of any of {}", all.join(", "))
}

/// The text is no TOML.
#[must_use]
pub fn not_toml(because: &str) -> String {
    format!(
        "This text is not TOML ({}), so none of it counts. Each line is to be like: lull.wait = \"2min\".",
        because.lines().next().unwrap_or_default()
    )
}

/// There is no such key.
#[must_use]
pub fn unknown(key: &str, nearest: Option<&str>) -> String {
    match nearest {
        Some(known) => format!("There is no setting {key}. Did you mean {known}?"),
        None => format!("There is no setting {key}. `unhunch config show` lists all there are."),
    }
}

/// A key stands under a section to which it does not belong.
#[must_use]
pub fn astray(key: &str, known: &str) -> String {
    format!("There is no setting {key}. Move {known} above the first line in [brackets].")
}

/// A group of keys is used as if it were a key.
#[must_use]
pub fn a_group(key: &str, inside: &[&str]) -> String {
    format!("{key} is a group of settings and takes no value itself. Use {}.", inside.join(", "))
}

/// A name for a break or nudge that cannot be one.
#[must_use]
pub fn bad_name(key: &str, name: &str, most: usize) -> String {
    format!("In {key} the name {name:?} does not fit. Use a-z, 0-9 and -, at most {most} of them.")
}

/// A value does not fit its key; `part` is the part of it that does not, if that is known.
#[must_use]
pub fn bad_value(key: &str, shown: &str, part: Option<&str>, allowed: &str) -> String {
    let part = part.map(|part| format!(" (at {part:?})")).unwrap_or_default();
    format!("{key} = {shown} does not fit{part}. Use {allowed}.")
}

/// A break without a rhythm.
#[must_use]
pub fn no_every(name: &str) -> String {
    format!("The break {name} has no `every` and is left out. Add break.{name}.every = \"60min\", say.")
}

/// A break without a length.
#[must_use]
pub fn no_lasts(name: &str, used: &str) -> String {
    format!("The break {name} has no `lasts`, so {used} is used. Add break.{name}.lasts = \"{used}\" or what you like.")
}

/// A break that is longer than its rhythm.
#[must_use]
pub fn lasts_too_long(name: &str, lasts: &str, every: &str, used: &str) -> String {
    format!(
        "The break {name} lasts {lasts} but comes every {every}, so {used} is used. Make `lasts` shorter than `every`."
    )
}

/// A nudge with a break's name.
#[must_use]
pub fn same_name(name: &str) -> String {
    format!("{name} is a break and a nudge, so the nudge is left out. Give the nudge a name of its own.")
}

/// A heads-up that would come before the break before.
#[must_use]
pub fn heads_up_too_long(shown: &str, every: &str, used: &str) -> String {
    format!("heads_up = {shown} is not shorter than the time between breaks, so {used} is used. Use less than {every}.")
}

/// Leaving that is noticed later than being away.
#[must_use]
pub fn leave_too_long(shown: &str, away: &str, used: &str) -> String {
    format!("leave.after = {shown} is longer than away.after, so {used} is used. Use at most {away}.")
}

/// A minimum that no break reaches.
#[must_use]
pub fn minimum_too_long(shown: &str, longest: &str) -> String {
    format!("minimum = {shown} is longer than every break, so 80 % of a break counts instead. Use at most {longest}.")
}

/// A known key has no value.
#[must_use]
pub fn not_set(key: &str) -> String {
    format!("{key} is not set. `unhunch config set {key} VALUE` sets it.")
}

/// The text's own form leaves no place for a key.
#[must_use]
pub fn no_place(key: &str) -> String {
    format!("{key} could not be changed without touching the rest of the file. Change it there by hand.")
}

/// The head of a settings file that is made for a person.
pub const TEMPLATE_HEAD: &str = "\
# Your settings for Unhunch. Each line below shows a default; take the # in front of one away and change it.
# A saved change counts at once. Lines that do not fit are named by `unhunch config check`; the others still count.
";
