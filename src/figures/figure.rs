//! Figure as values: what fills the picture, its keys and its arrows. Owns their form; the clock over them is `motion`'s.

use super::anchor::Place;
use super::glow::Area;
use super::pose::Pose;
use super::room::Room;
use super::shape::{Camera, View};
use crate::engine::person::Person;
use glam::Vec3;

/// What of the figure fills the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Near {
    /// All of it, with what is around.
    Whole,
    /// From the hips up.
    Trunk,
    /// Head and shoulders.
    Head,
    /// The right hand, with its fingers.
    Hand,
    /// Both hands, with their fingers.
    Hands,
    /// Shanks and feet.
    Feet,
}

/// What fills the picture, by its names in the data.
pub(super) const NEARS: [(&str, Near); 6] = [
    ("whole", Near::Whole),
    ("trunk", Near::Trunk),
    ("head", Near::Head),
    ("hand", Near::Hand),
    ("hands", Near::Hands),
    ("feet", Near::Feet),
];

/// A tinted area, of one side (0 left, 1 right) or of both.
pub(super) type Work = (Area, Option<usize>);

/// A place that is seen near: what hangs on it, the side, and how much around it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Close {
    pub on: Place,
    /// 0 left, 1 right.
    pub side: usize,
    /// In hundredths of stature.
    pub radius: f32,
}

/// A pose that is reached, and kept for a while.
#[derive(Clone, Debug)]
pub(super) struct Key {
    /// Which of the exercise's steps it shows, from 0.
    pub cue: usize,
    /// Seconds on the way there.
    pub go: f32,
    /// Seconds there.
    pub hold: f32,
    /// Tinted areas of its own, in place of the figure's.
    pub work: Option<Vec<Work>>,
    pub pose: Pose,
}

/// A hint at where a point goes, shown on the way to a key and while that is held.
#[derive(Clone, Debug)]
pub(super) struct Arrow {
    pub on: Place,
    /// 0 left, 1 right.
    pub side: usize,
    /// The key, from 0.
    pub into: usize,
    /// A straight arrow of this length and direction; none follows the point's own way.
    pub by: Option<Vec3>,
    /// How far it is moved aside, so that it does not lie on the limb.
    pub off: Vec3,
}

/// One exercise shown as a moving figure.
#[derive(Clone, Debug)]
pub struct Figure {
    /// The exercise's id.
    pub id: String,
    pub(super) room: Room,
    pub(super) near: Near,
    /// What fills the picture, in place of what `near` has in it.
    pub(super) close: Vec<Close>,
    /// What fills it where it is small.
    pub(super) card: Vec<Close>,
    pub(super) face: bool,
    /// Who shows it.
    pub(super) who: Person,
    pub(super) work: Vec<Work>,
    pub(super) keys: Vec<Key>,
    pub(super) arrows: Vec<Arrow>,
    pub(super) still: f32,
    pub(super) sides: u8,
    pub(super) camera: Camera,
    /// Groups moved nearer or further, as arm or leg and side.
    pub(super) order: Vec<(usize, f32)>,
    pub(super) view: View,
}
