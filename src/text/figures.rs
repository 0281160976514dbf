//! What is said about the text of the figures and of their pictures: what does not fit, and why. Pure functions; decides
//! nothing.

use super::list;
use crate::figures::{Because, Wrong};

/// What is wrong, and what is allowed.
#[must_use]
pub fn problem(wrong: &Wrong) -> String {
    match wrong {
        Wrong::NotToml(because) => text!("figures-not-toml", because = because.lines().next().unwrap_or_default()),
        Wrong::Key(because) => self::because(because),
        Wrong::Form(because) => text!("figures-bad-figure-without-id", because = half(because)),
        Wrong::Figure { id, because } => {
            text!("figures-bad-figure", id = format!("{id:?}"), because = half(&self::because(because)))
        }
    }
}

/// A sentence as a half one.
fn half(because: &str) -> String {
    because.lines().next().unwrap_or_default().trim_end_matches('.').to_owned()
}

/// Why a figure is left out.
fn because(because: &Because) -> String {
    match because {
        Because::Twice => text!("figures-twice"),
        Because::NoExercise => text!("figures-no-exercise"),
        Because::NoKey { key, known } => text!("figures-no-key", key = format!("{key:?}"), known = list(known)),
        Because::NoWord { key, word, known } => {
            text!("figures-no-word", key, word = format!("{word:?}"), known = list(known))
        }
        Because::NotNumbers { key, most: 1 } => text!("figures-not-a-number", key),
        Because::NotNumbers { key, most } => text!("figures-not-numbers", key, most),
        Because::NotAPlace(key) => text!("figures-not-a-place", key),
        Because::Frames => text!("figures-bad-frames"),
        Because::NoCue(steps) => text!("figures-no-cue", steps),
        Because::OtherPosture => text!("figures-other-posture"),
        Because::LacksThing => text!("figures-lacks-thing"),
        Because::Misses { frame, joint, value } => text!("figures-misses", frame, joint = self::joint(joint), value),
        Because::TooFar { frame, joint, value, least, most } => {
            text!("figures-too-far", frame, joint = self::joint(joint), value, least, most)
        }
        Because::Through { frame, what, by } => text!("figures-through", frame, what = *what, by),
        Because::Floats(frame) => text!("figures-floats", frame),
        Because::OffTheSeat(frame) => text!("figures-off-the-seat", frame),
        Because::ArmInTrunk { frame, deep } => text!("figures-arm-in-trunk", frame, deep),
    }
}

/// What is measured of a joint, or whose place it is.
#[must_use]
pub fn joint(token: &str) -> String {
    text!("figures-joint", token)
}

/// An exercise without a figure.
#[must_use]
pub fn no_figure(id: &str) -> String {
    text!("figures-no-figure", id)
}

/// The file that is there is something else than a picture.
#[must_use]
pub fn no_picture_there(file: &str) -> String {
    text!("figures-no-picture-there", file)
}

/// The picture could not be written.
#[must_use]
pub fn not_written(file: &str, because: &str) -> String {
    text!("figures-not-written", file, because)
}

/// The picture is written.
#[must_use]
pub fn drawn(name: &str, file: &str) -> String {
    text!("figures-drawn", name, file)
}
