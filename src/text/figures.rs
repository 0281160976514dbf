//! What is said about the text of the figures: what does not fit, and why. Pure functions; decides nothing.

/// The text is no TOML.
#[must_use]
pub fn not_toml(because: &str) -> String {
    format!("This text is not TOML ({}), so there are no figures.", because.lines().next().unwrap_or_default())
}

/// A figure that is left out; `because` is a half sentence.
#[must_use]
pub fn bad_figure(id: Option<&str>, because: &str) -> String {
    let name = id.map_or_else(|| "This figure".to_owned(), |id| format!("The figure {id:?}"));
    format!("{name} is left out: {}.", because.lines().next().unwrap_or_default().trim_end_matches('.'))
}

/// An id that came before.
#[must_use]
pub fn twice() -> String {
    "its id is in this text before, and the first one counts".to_owned()
}

/// An id of no exercise.
#[must_use]
pub fn no_exercise() -> String {
    "there is no exercise with its id".to_owned()
}

/// A key that is not read.
#[must_use]
pub fn no_key(key: &str, known: &[String]) -> String {
    format!("{key:?} is not read here, only {}", known.join(", "))
}

/// A word that is not known.
#[must_use]
pub fn no_word(key: &str, word: &str, known: &[&str]) -> String {
    format!("{key} does not know {word:?}, only {}", known.join(", "))
}

/// Something else than numbers, or too many.
#[must_use]
pub fn not_numbers(key: &str, most: usize) -> String {
    if most == 1 { format!("{key} takes one number") } else { format!("{key} takes a list of at most {most} numbers") }
}

/// Something else than a place or a direction.
#[must_use]
pub fn not_a_place(key: &str) -> String {
    format!("{key} takes a text: a name and at most three numbers, or directions")
}

/// Frames or times that do not fit together.
#[must_use]
pub fn bad_frames() -> String {
    "it needs frames of 0.05 to 30 seconds, and still, cue and into name one of them from 1".to_owned()
}

/// A cue beyond the exercise's steps.
#[must_use]
pub fn no_cue(steps: usize) -> String {
    format!("its cues go beyond the exercise's {steps} steps")
}

/// The body rests otherwise than the exercise says.
#[must_use]
pub fn other_posture() -> String {
    "its base is not the exercise's posture".to_owned()
}

/// The exercise's equipment, or the chair of who sits, is not there.
#[must_use]
pub fn lacks_thing() -> String {
    "its props lack what the exercise needs".to_owned()
}

/// A joint beyond its range, or a hand or foot that does not get where it should be.
#[must_use]
pub fn too_far(frame: usize, joint: &str, value: f32, least: f32, most: f32) -> String {
    if joint == "hand" || joint == "foot" {
        return format!("after frame {frame} a {joint} misses its place by {value:.1}");
    }
    format!("after frame {frame} {joint} is {value:.0}, from {least:.0} to {most:.0} is possible")
}

/// A body that goes through something.
#[must_use]
pub fn through(frame: usize, what: &str, by: f32) -> String {
    format!("after frame {frame} it goes through the {what} by {by:.1}")
}

/// A body that nothing carries.
#[must_use]
pub fn floats(frame: usize) -> String {
    format!("after frame {frame} nothing carries it")
}

/// Hips that are not on the seat.
#[must_use]
pub fn off_the_seat(frame: usize) -> String {
    format!("after frame {frame} the hips are not on the seat")
}

/// An exercise without a figure.
#[must_use]
pub fn no_figure(id: &str) -> String {
    format!("There is no figure for {id} yet. `unhunch exercises show {id}` tells it in words.")
}

/// The file that is there is something else than a picture.
#[must_use]
pub fn no_picture_there(file: &str) -> String {
    format!("{file} is there and is no PNG, so it is left as it is. Name another file.")
}

/// The picture could not be written.
#[must_use]
pub fn not_written(file: &str, because: &str) -> String {
    format!("{file} could not be written ({because}).")
}

/// The picture is written.
#[must_use]
pub fn drawn(name: &str, file: &str) -> String {
    format!("{name} is drawn in {file}.")
}

/// A forearm or hand inside the trunk, this share of the way to its middle.
#[must_use]
pub fn arm_in_trunk(frame: usize, deep: f32) -> String {
    format!("after frame {frame} an arm is inside the trunk, {:.0} % of the way to its middle", deep * 100.0)
}
