//! Places that a hand, a foot or a hint can keep: what they hang on, by its name in the data. Owns that list; knows no
//! positions.

use glam::Vec3;

/// A place on the body or in the room.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Place {
    /// What it hangs on.
    pub anchor: Anchor,
    /// The other side's.
    pub other: bool,
    /// Outwards, upwards, forwards from there.
    pub off: Vec3,
}

/// What a place can hang on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    Floor,
    Room,
    Desk,
    Wall,
    Seat,
    Head,
    Ear,
    Nape,
    Chin,
    Shoulder,
    Elbow,
    Hand,
    Wrist,
    Tip,
    Chest,
    Belly,
    Back,
    Hip,
    Thigh,
    Knee,
    Ankle,
}

/// The anchors by their names in the data.
pub(super) const ANCHORS: [(&str, Anchor); 22] = [
    ("floor", Anchor::Floor),
    ("room", Anchor::Room),
    ("desk", Anchor::Desk),
    ("wall", Anchor::Wall),
    ("seat", Anchor::Seat),
    ("head", Anchor::Head),
    ("ear", Anchor::Ear),
    ("nape", Anchor::Nape),
    ("chin", Anchor::Chin),
    ("shoulder", Anchor::Shoulder),
    ("elbow", Anchor::Elbow),
    ("hand", Anchor::Hand),
    ("palm", Anchor::Hand),
    ("wrist", Anchor::Wrist),
    ("tip", Anchor::Tip),
    ("chest", Anchor::Chest),
    ("belly", Anchor::Belly),
    ("back", Anchor::Back),
    ("hip", Anchor::Hip),
    ("thigh", Anchor::Thigh),
    ("knee", Anchor::Knee),
    ("ankle", Anchor::Ankle),
];
