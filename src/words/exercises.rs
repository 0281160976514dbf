//! What is said of exercises in a list: what speaks against one, how many fit, what was hidden and shown again. Pure.

use super::alike::did_you_mean;
use super::length;
use crate::engine::content::{Equipment, Exercise, Posture};
use crate::engine::fit::Unfit;
use crate::engine::moment::Stamp;
use std::time::Duration;

/// One line of the list, with what speaks against the exercise.
#[must_use]
pub fn line(exercise: &Exercise, against: &[Unfit]) -> String {
    let seconds = length(Duration::from_secs(exercise.seconds.into()));
    let against = if against.is_empty() { String::new() } else { format!("  - {}", all(against)) };
    format!("{:<26} {:<55} {seconds:>10}  {}{against}", exercise.id, exercise.name, exercise.areas.join(", "))
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
        Unfit::Equipment(needed) => format!("needs a {}", needed.word()),
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
