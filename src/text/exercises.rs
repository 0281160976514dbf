//! What is said of exercises in a list: what speaks against one, how many fit, what was hidden and shown again. Pure.

use super::did_you_mean::did_you_mean;
use super::{areas, formats, length};
use crate::engine::content::{Equipment, Exercise, Posture};
use crate::engine::fit::Unfit;
use crate::engine::moment::Stamp;
use crate::style::{pad, pad_left, wrap};
use std::time::Duration;
use unicode_width::UnicodeWidthStr;

/// With fewer columns than this the name stands below the id.
const BESIDE: usize = 64;

/// The list, for so many columns of a terminal: a line for each where all of them fit or nothing says how wide it is,
/// otherwise what does not fit beside the id below it.
#[must_use]
pub fn list(all: &[(&Exercise, Vec<Unfit>)], columns: Option<usize>) -> String {
    let lasts = |exercise: &Exercise| length(Duration::from_secs(exercise.seconds.into()));
    let widest = |of: &dyn Fn(&Exercise) -> usize| all.iter().map(|(exercise, _)| of(exercise)).max().unwrap_or(0);
    let ids = widest(&|exercise| exercise.id.width());
    let (names, lengths) = (widest(&|exercise| exercise.name.width()), widest(&|exercise| lasts(exercise).width()));
    let rest = |exercise: &Exercise, against: &[Unfit]| {
        let areas = formats::list(exercise.areas.iter().map(|area| areas::name(area)));
        if against.is_empty() { areas } else { format!("{areas}  - {}", self::against(against)) }
    };
    let line = |(exercise, against): &(&Exercise, Vec<Unfit>)| {
        let (id, name) = (pad(&exercise.id, ids), pad(&exercise.name, names));
        format!("{id}  {name}  {}  {}", pad_left(&lasts(exercise), lengths), rest(exercise, against))
    };
    let wide: Vec<String> = all.iter().map(line).collect();
    let Some(columns) = columns.filter(|columns| wide.iter().any(|line| line.width() > *columns)) else {
        return wide.join("\n");
    };
    let (beside, indent) = if columns < BESIDE { (false, 2) } else { (true, ids + 2) };
    let below = format!("\n{}", pad("", indent));
    let several = |(exercise, against): &(&Exercise, Vec<Unfit>)| {
        let said = format!("{}, {}: {}", exercise.name, lasts(exercise), rest(exercise, against));
        let said = wrap(&said.replace("  ", " "), columns.saturating_sub(indent)).join(&below);
        if beside { pad(&exercise.id, indent) + &said } else { exercise.id.clone() + &below + &said }
    };
    all.iter().map(several).collect::<Vec<_>>().join("\n")
}

/// Below an exercise's page.
#[must_use]
pub fn not_now(against: &[Unfit]) -> String {
    text!("exercises-not-now", against = self::against(against))
}

/// All that speaks against it, in a few words each.
#[must_use]
pub fn against(against: &[Unfit]) -> String {
    formats::list(against.iter().map(unfit))
}

/// What speaks against it, in a few words.
fn unfit(unfit: &Unfit) -> String {
    match unfit {
        Unfit::Equipment(Equipment::None) => text!("exercises-unfit-needs-nothing"),
        Unfit::Equipment(needed) => text!("exercises-unfit-needs", needed = needed.token()),
        Unfit::Avoid(what) => text!("exercises-unfit-avoid", what),
        Unfit::Posture(Posture::Seated) => text!("exercises-unfit-seated"),
        Unfit::Posture(Posture::Standing) => text!("exercises-unfit-standing"),
        Unfit::Posture(Posture::Floor) => text!("exercises-unfit-floor"),
        Unfit::Noticed => text!("exercises-unfit-noticed"),
        Unfit::Long(seconds) => {
            text!("exercises-unfit-long", length = length(Duration::from_secs((*seconds).into())))
        }
        Unfit::Hidden => text!("exercises-unfit-hidden"),
        Unfit::NotEasy => text!("exercises-unfit-not-easy"),
        Unfit::Swapped(until) => text!("exercises-unfit-swapped", until = date(until)),
        Unfit::Hurt => text!("exercises-unfit-hurt"),
    }
}

/// The day of a time, as people say it.
fn date(at: &str) -> String {
    Stamp::parse_from_rfc3339(at).map_or_else(|_| at.to_owned(), |at| formats::date(at.date_naive()))
}

/// Below the list.
#[must_use]
pub fn count((fitting, of): (usize, usize)) -> String {
    text!("exercises-count", fitting, of)
}

texts! {
    /// Where they are all listed.
    pub listed: "exercises-listed";
}

/// No such exercise, and what may have been meant.
#[must_use]
pub fn unknown(id: &str, near: &[&str]) -> String {
    let meant = did_you_mean(near).unwrap_or_else(listed);
    text!("exercises-unknown", id, meant)
}

/// An exercise is not offered from now on.
#[must_use]
pub fn hidden(name: &str, id: &str) -> String {
    text!("exercises-hidden", name, id)
}

/// It was hidden before.
#[must_use]
pub fn hidden_already(name: &str) -> String {
    text!("exercises-hidden-already", name)
}

/// An exercise is hidden no longer; other things may speak against it.
#[must_use]
pub fn shown(name: &str, against: &[Unfit]) -> String {
    if against.is_empty() {
        text!("exercises-shown", name)
    } else {
        text!("exercises-shown-but", name, against = self::against(against))
    }
}

/// Nothing hides it.
#[must_use]
pub fn not_hidden(name: &str) -> String {
    text!("exercises-not-hidden", name)
}
