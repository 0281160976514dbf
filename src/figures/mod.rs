//! Figures: the exercises shown as a jointed body that moves. PURE: reads no file, shows nothing on a screen.
//!
//! `config/figures.toml` says each exercise's poses, by joint angles or by the places that hands and feet keep. They are
//! solved in space (`solve`, over `limb`), seen from one side (`shape`, `draw`) and come out as a list of plain shapes
//! coloured by role, which [`to_png`] paints here and any other canvas may paint as well. `check` holds that no joint goes
//! further than joints go, over the whole movement, and that nobody floats or sinks. What the figures mean is the
//! library's; when they are shown is not decided here.

mod anchor;
mod blocks;
mod body;
mod check;
mod draw;
mod figure;
mod flesh;
mod furnish;
mod glow;
mod head;
mod hints;
mod limb;
mod motion;
mod paint;
mod people;
mod place;
mod pose;
mod problem;
mod prop;
mod read;
mod room;
mod shape;
mod solve;
mod table;

pub use blocks::to_blocks;
pub use figure::Figure;
pub use motion::Stay;
pub use paint::{Palette, to_card, to_png, to_rgba};
pub use problem::{Because, Problem, Wrong};
pub use shape::{Role, Shape};

use crate::engine::content::Exercise;

/// The shipped figures.
pub const FIGURES: &str = include_str!("../../config/figures.toml");

/// The sources of what draws them, for whoever keeps pictures: another text can draw another picture.
pub const DRAWN_BY: [&str; 18] = [
    include_str!("anchor.rs"),
    include_str!("body.rs"),
    include_str!("draw.rs"),
    include_str!("figure.rs"),
    include_str!("flesh.rs"),
    include_str!("furnish.rs"),
    include_str!("glow.rs"),
    include_str!("head.rs"),
    include_str!("hints.rs"),
    include_str!("limb.rs"),
    include_str!("motion.rs"),
    include_str!("paint.rs"),
    include_str!("people.rs"),
    include_str!("pose.rs"),
    include_str!("prop.rs"),
    include_str!("room.rs"),
    include_str!("shape.rs"),
    include_str!("solve.rs"),
];

/// The figures of a text for these exercises, and what is wrong with the others, in the order of the text.
#[must_use]
pub fn read(text: &str, exercises: &[Exercise]) -> (Vec<Figure>, Vec<Problem>) {
    read::all(text, exercises)
}

/// The shipped figure of an exercise, if there is one. Only its own piece of the text is read.
#[must_use]
pub fn of(exercise: &Exercise) -> Option<Figure> {
    let start = FIGURES.find(&format!("\n[[figure]]\nid = \"{}\"\n", exercise.id))? + 1;
    let rest = &FIGURES[start..];
    let end = rest.get(1..)?.find("\n[[figure]]").map_or(rest.len(), |end| end + 1);
    // A test holds that each of them reads.
    read(rest.get(..end)?, std::slice::from_ref(exercise)).0.pop()
}
