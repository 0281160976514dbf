//! What is said about the text of the figures: what does not fit, and why. Pure functions; decides nothing.

use super::list;

/// The text is no TOML.
#[must_use]
pub fn not_toml(because: &str) -> String {
    text!("figures-not-toml", because = because.lines().next().unwrap_or_default())
}

/// A figure that is left out; `because` is a half sentence.
#[must_use]
pub fn bad_figure(id: Option<&str>, because: &str) -> String {
    let because = because.lines().next().unwrap_or_default().trim_end_matches('.');
    match id {
        Some(id) => text!("figures-bad-figure", id = format!("{id:?}"), because),
        None => text!("figures-bad-figure-without-id", because),
    }
}

/// An id that came before.
#[must_use]
pub fn twice() -> String {
    text!("figures-twice")
}

/// An id of no exercise.
#[must_use]
pub fn no_exercise() -> String {
    text!("figures-no-exercise")
}

/// A key that is not read.
#[must_use]
pub fn no_key(key: &str, known: &[String]) -> String {
    text!("figures-no-key", key = format!("{key:?}"), known = list(known))
}

/// A word that is not known.
#[must_use]
pub fn no_word(key: &str, word: &str, known: &[&str]) -> String {
    text!("figures-no-word", key, word = format!("{word:?}"), known = list(known))
}

/// Something else than numbers, or too many.
#[must_use]
pub fn not_numbers(key: &str, most: usize) -> String {
    if most == 1 { text!("figures-not-a-number", key) } else { text!("figures-not-numbers", key, most) }
}

/// Something else than a place or a direction.
#[must_use]
pub fn not_a_place(key: &str) -> String {
    text!("figures-not-a-place", key)
}

/// Frames or times that do not fit together.
#[must_use]
pub fn bad_frames() -> String {
    text!("figures-bad-frames")
}

/// A cue beyond the exercise's steps.
#[must_use]
pub fn no_cue(steps: usize) -> String {
    text!("figures-no-cue", steps)
}

/// The body rests otherwise than the exercise says.
#[must_use]
pub fn other_posture() -> String {
    text!("figures-other-posture")
}

/// The exercise's equipment, or the chair of who sits, is not there.
#[must_use]
pub fn lacks_thing() -> String {
    text!("figures-lacks-thing")
}

/// A joint beyond its range, or a hand or foot that does not get where it should be.
#[must_use]
pub fn too_far(frame: usize, joint: &str, value: f32, least: f32, most: f32) -> String {
    if joint == "hand" || joint == "foot" {
        return text!("figures-misses", frame, joint = self::joint(joint), value = format!("{value:.1}"));
    }
    text!(
        "figures-too-far",
        frame,
        joint = self::joint(joint),
        value = format!("{value:.0}"),
        least = format!("{least:.0}"),
        most = format!("{most:.0}")
    )
}

/// What is measured of a joint, or whose place it is.
#[must_use]
pub fn joint(token: &str) -> String {
    text!("figures-joint", token)
}

/// A body that goes through something.
#[must_use]
pub fn through(frame: usize, what: &str, by: f32) -> String {
    text!("figures-through", frame, what, by = format!("{by:.1}"))
}

/// A body that nothing carries.
#[must_use]
pub fn floats(frame: usize) -> String {
    text!("figures-floats", frame)
}

/// Hips that are not on the seat.
#[must_use]
pub fn off_the_seat(frame: usize) -> String {
    text!("figures-off-the-seat", frame)
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

/// A forearm or hand inside the trunk, this share of the way to its middle.
#[must_use]
pub fn arm_in_trunk(frame: usize, deep: f32) -> String {
    text!("figures-arm-in-trunk", frame, deep = format!("{:.0}", deep * 100.0))
}
