//! Things that stand or lie around a figure, by their names in the data. Owns that list; where each is, `room` and the data
//! say.

/// What can stand or lie around.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Item {
    Chair,
    Desk,
    HighDesk,
    Screen,
    Wall,
    Doorway,
    Mat,
    Roller,
    LongRoller,
    Band,
    FootBand,
    Post,
    Steps,
    Cup,
    Notebook,
    Thought,
    Speech,
    Tree,
    Sight,
}

/// The things by their names in the data.
pub(super) const ITEMS: [(&str, Item); 19] = [
    ("chair", Item::Chair),
    ("desk", Item::Desk),
    ("high-desk", Item::HighDesk),
    ("screen", Item::Screen),
    ("wall", Item::Wall),
    ("doorway", Item::Doorway),
    ("mat", Item::Mat),
    ("roller", Item::Roller),
    ("long-roller", Item::LongRoller),
    ("band", Item::Band),
    ("foot-band", Item::FootBand),
    ("post", Item::Post),
    ("steps", Item::Steps),
    ("cup", Item::Cup),
    ("notebook", Item::Notebook),
    ("thought", Item::Thought),
    ("speech", Item::Speech),
    ("tree", Item::Tree),
    ("sight", Item::Sight),
];

/// A thing and where it is, forwards from under the hips' usual place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Prop {
    pub item: Item,
    pub at: f32,
    /// The other way round.
    pub turned: bool,
}
