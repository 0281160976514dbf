//! What is said of exercises in a list: what speaks against one, how many fit, what was hidden and shown again. Pure.

use super::did_you_mean::did_you_mean;
use super::length;
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
        let areas = exercise.areas.join(", ");
        if against.is_empty() { areas } else { format!("{areas}  - {}", self::all(against)) }
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
    format!("Not offered now: {}.", all(against))
}

fn all(against: &[Unfit]) -> String {
    against.iter().map(unfit).collect::<Vec<_>>().join(", ")
}

/// What speaks against it, in a few words.
fn unfit(unfit: &Unfit) -> String {
    match unfit {
        Unfit::Equipment(Equipment::None) => "needs nothing".into(),
        Unfit::Equipment(needed) => format!("needs a {}", needed.token()),
        Unfit::Avoid(what) => format!("avoid {what}"),
        Unfit::Posture(Posture::Seated) => "done sitting".into(),
        Unfit::Posture(Posture::Standing) => "done standing".into(),
        Unfit::Posture(Posture::Floor) => "done on the floor".into(),
        Unfit::Noticed => "not discreet".into(),
        Unfit::Long(seconds) => {
            format!("{} is longer than a break", length(Duration::from_secs((*seconds).into())))
        }
        Unfit::Hidden => "hidden by you".into(),
        Unfit::NotEasy => "only calm walking and breathing for now".into(),
        Unfit::Swapped(until) => format!("hidden until {}, because it was swapped three times", date(until)),
        Unfit::Hurt => "hidden, because it hurt or is not for you".into(),
    }
}

/// The day of a time, as people say it.
fn date(at: &str) -> String {
    Stamp::parse_from_rfc3339(at).map_or_else(|_| at.to_owned(), |at| at.format("%-d %b").to_string())
}

/// Below the list.
#[must_use]
pub fn count((fitting, of): (usize, usize)) -> String {
    format!(
        "{fitting} of {of} fit now, and are offered when they suit the moment. `unhunch setup` and `unhunch exercises hide` \
         change which."
    )
}

/// No such exercise, and what may have been meant.
#[must_use]
pub fn unknown(id: &str, near: &[&str]) -> String {
    let meant = did_you_mean(near).unwrap_or_else(|| "`unhunch exercises` lists them.".to_owned());
    format!("There is no exercise named {id}. {meant}")
}

/// An exercise is not offered from now on.
#[must_use]
pub fn hidden(name: &str, id: &str) -> String {
    format!("{name} is not offered any more; `unhunch exercises unhide {id}` brings it back.")
}

/// It was hidden before.
#[must_use]
pub fn hidden_already(name: &str) -> String {
    format!("{name} is hidden already.")
}

/// An exercise is hidden no longer; other things may speak against it.
#[must_use]
pub fn shown(name: &str, against: &[Unfit]) -> String {
    if against.is_empty() {
        format!("{name} may be offered again.")
    } else {
        format!("{name} is hidden no longer, but not offered now: {}.", all(against))
    }
}

/// Nothing hides it.
#[must_use]
pub fn not_hidden(name: &str) -> String {
    format!("{name} is not hidden.")
}
