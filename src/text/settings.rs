//! What is said about settings: what each key is and takes, and what is wrong with a text. Pure functions; decides nothing.

use super::catalog::message;
use super::{cli, files, list};
use crate::settings::{Group, Key, Kind, Problem, Shown, Wrong, find, length_text as length};
use std::path::Path;
use std::time::Duration;

/// What is wrong with a text, and what is allowed, one sentence each.
#[must_use]
pub fn problem(problem: &Problem) -> String {
    let said = wrong(&problem.wrong);
    if problem.more == 0 { said } else { files::and_more(&said, problem.more) }
}

/// The same with its place.
#[must_use]
pub fn problem_at(file: &Path, wrong: &Problem) -> String {
    cli::problem_at(file, wrong.line, &problem(wrong))
}

fn wrong(wrong: &Wrong) -> String {
    match wrong {
        Wrong::NotToml(because) => text!("settings-not-toml", because = because.lines().next().unwrap_or_default()),
        Wrong::NotUtf8 => files::not_utf8(),
        Wrong::Unknown { key, near: Some(known) } => text!("settings-unknown-near", key, known),
        Wrong::Unknown { key, near: None } => text!("settings-unknown", key),
        Wrong::Astray { key, known } => text!("settings-astray", key, known),
        Wrong::Group { key, inside } => text!("settings-a-group", key, inside = list(inside)),
        Wrong::Name { key, name, most } => text!("settings-bad-name", key, name = format!("{name:?}"), most),
        Wrong::Value { key, shown, part } => value(key, shown.as_deref(), part.as_deref()),
        Wrong::NoEvery(name) => text!("settings-no-every", name),
        Wrong::NoLasts { name, used } => text!("settings-no-lasts", name, used = length(*used)),
        Wrong::LastsTooLong { name, lasts, every, used } => {
            text!("settings-lasts-too-long", name, lasts = length(*lasts), every = length(*every), used = length(*used))
        }
        Wrong::SameName(name) => text!("settings-same-name", name),
        Wrong::HeadsUpTooLong { shown, every, used } => {
            text!("settings-heads-up-too-long", shown = length(*shown), used = length(*used), every = length(*every))
        }
        Wrong::LeaveTooLong { shown, away, used } => {
            text!("settings-leave-too-long", shown = length(*shown), used = length(*used), away = length(*away))
        }
        Wrong::MinimumTooLong { shown, longest } => {
            text!("settings-minimum-too-long", shown = length(*shown), longest = length(*longest))
        }
        Wrong::NotSet(key) => text!("settings-not-set", key),
        Wrong::NoPlace(key) => text!("settings-no-place", key),
        Wrong::Counted => String::new(),
    }
}

/// A value does not fit its key. In place of one that may hold a secret stands none of it.
fn value(key: &str, shown: Option<&str>, part: Option<&str>) -> String {
    let shown = shown.map_or_else(|| text!("settings-secret"), str::to_owned);
    let allowed = find(key).map(|key| allowed(key.kind)).unwrap_or_default();
    match part {
        Some(part) => text!("settings-bad-value-part", key, shown, part = format!("{part:?}"), allowed),
        None => text!("settings-bad-value", key, shown, allowed),
    }
}

/// What a key takes, with its unit and range, as the reference and every problem say it.
#[must_use]
pub fn allowed(kind: Kind) -> String {
    let span = |seconds| length(Duration::from_secs(seconds));
    match kind {
        Kind::Length { least, most, off: true } => {
            text!("settings-a-length-or-off", least = span(least), most = span(most))
        }
        Kind::Length { least, most, off: false } => {
            text!("settings-a-length", least = span(least), most = span(most))
        }
        Kind::Count { least, most } => text!("settings-a-count", least, most),
        Kind::Switch => text!("settings-a-switch"),
        Kind::Choice(all) => {
            let quoted: Vec<String> = all.iter().map(|word| format!("\"{word}\"")).collect();
            text!("settings-a-choice", all = list(quoted))
        }
        Kind::Clock { off: true } => text!("settings-a-clock-or-off"),
        Kind::Clock { off: false } => text!("settings-a-clock"),
        Kind::Hours => text!("settings-hours"),
        Kind::Words(all) => text!("settings-a-list", all = list(all)),
        Kind::Ids => text!("settings-ids"),
        Kind::Sources => text!("settings-sources"),
        Kind::Mails => text!("settings-mails"),
        Kind::Command => text!("settings-command"),
        Kind::Folder => text!("settings-folder"),
        Kind::Name { most } => text!("settings-name", most),
    }
}

/// A value in force as a line of TOML, with where it comes from: `lull.wait = "2min"  # default`.
#[must_use]
pub fn shown(shown: &Shown) -> String {
    let origin = text!("settings-origin", origin = shown.origin.token());
    let origin = match shown.line {
        Some(line) => text!("settings-origin-line", origin, line),
        None => origin,
    };
    format!("{} = {}  # {origin}", shown.key, shown.toml)
}

texts! {
    /// The head of a settings file that is made for a person.
    pub template_head: "settings-template-head";
}

/// What a setting is called on a page of settings.
#[must_use]
pub fn label(key: &Key) -> String {
    message(&id(key), &[])
}

/// What it does, in a sentence or two, and why its default is what it is.
#[must_use]
pub fn help(key: &Key) -> String {
    message(&format!("{}-help", id(key)), &[])
}

/// The heading over the settings that stand in a group, which is the reference's too.
#[must_use]
pub fn group(group: Group) -> String {
    let token = match group {
        Group::Rhythm => "rhythm",
        Group::Moment => "moment",
        Group::Answer => "answer",
        Group::Leaving => "leaving",
        Group::When => "when",
        Group::Beside => "beside",
        Group::Exercises => "exercises",
        Group::Guide => "guide",
        Group::Quiet => "quiet",
        Group::Calendars => "calendars",
        Group::Programs => "programs",
        Group::App => "app",
    };
    message(&format!("keys-group-{token}"), &[])
}

/// The message of a key; `tests/architecture` holds that each is there.
fn id(key: &Key) -> String {
    format!("keys-{}", key.name.to_ascii_lowercase().replace(['.', '_'], "-"))
}
