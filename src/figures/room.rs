//! What is around the figure, and how the body rests in it. Owns places and measures of floor, chair, desk and wall,
//! and the pose each base begins with; draws nothing.

use super::anchor::{Anchor, Place};
use super::pose::{Aim, Pose};
use super::prop::{Item, Prop};
use glam::Vec3;

/// Height of a chair's seat, so that the thighs are level.
pub(super) const SEAT: f32 = 22.6;
/// Half the seat's breadth, and how far it goes back and forward from under the hips.
pub(super) const SEAT_HALF: f32 = 12.4;
pub(super) const SEAT_BACK: f32 = -10.0;
pub(super) const SEAT_FRONT: f32 = 13.5;
/// Thickness of the seat.
pub(super) const SEAT_THICK: f32 = 2.4;
/// Height of the hips above the floor when seated.
const SIT: f32 = 29.0;
/// Height of a desk to sit at, and of one to stand at.
const DESK: f32 = 38.5;
const HIGH_DESK: f32 = 61.0;
/// Half the thickness of what lies flat on something: a palm.
const FLAT: f32 = 1.9;

/// How the body rests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Base {
    /// Both feet on the floor.
    Stand,
    /// The lowest foot on the floor.
    Walk,
    /// On a chair.
    Sit,
    /// On hands and knees.
    Fours,
    /// On the back.
    Supine,
    /// On the front.
    Prone,
    /// On the left side.
    Side,
}

/// The bases by their names in the data.
pub(super) const BASES: [(&str, Base); 7] = [
    ("stand", Base::Stand),
    ("walk", Base::Walk),
    ("sit", Base::Sit),
    ("fours", Base::Fours),
    ("supine", Base::Supine),
    ("prone", Base::Prone),
    ("side", Base::Side),
];

/// The room of one figure.
#[derive(Clone, Debug)]
pub(super) struct Room {
    pub base: Base,
    pub props: Vec<Prop>,
}

impl Room {
    /// The first prop of these items.
    pub(super) fn prop(&self, items: &[Item]) -> Option<Prop> {
        self.props.iter().find(|prop| items.contains(&prop.item)).copied()
    }

    /// Height of the desk's top.
    pub(super) fn desk_height(&self) -> f32 {
        if self.prop(&[Item::HighDesk]).is_some() { HIGH_DESK } else { DESK }
    }

    /// A palm at the near edge of the desk.
    pub(super) fn desk(&self) -> Vec3 {
        let at = self.prop(&[Item::Desk, Item::HighDesk]).map_or(0.0, |prop| prop.at);
        Vec3::new(0.0, self.desk_height() + FLAT, at)
    }

    /// A palm on the wall, at the floor.
    pub(super) fn wall(&self) -> Vec3 {
        let at = self.prop(&[Item::Wall, Item::Doorway]).map_or(0.0, |prop| prop.at);
        Vec3::new(0.0, 0.0, at - FLAT * at.signum())
    }

    /// The middle of the seat.
    pub(super) fn seat(&self) -> Vec3 {
        let at = self.prop(&[Item::Chair]).map_or(0.0, |prop| prop.at);
        Vec3::new(0.0, SEAT, at)
    }
}

impl Base {
    /// Whether the figure is set down on its lowest foot.
    pub(super) fn grounded(self) -> bool {
        self == Self::Walk
    }

    /// Where the hips are, and lean, side and turn of the pelvis in degrees.
    pub(super) fn hips(self) -> (Vec3, Vec3) {
        let at = |y: f32, lean: f32, side: f32| (Vec3::new(0.0, y, 0.0), Vec3::new(lean, side, 0.0));
        match self {
            Self::Stand | Self::Walk => at(52.6, 0.0, 0.0),
            Self::Sit => at(SIT, 0.0, 0.0),
            Self::Fours => at(28.0, 80.0, 0.0),
            Self::Supine => at(6.4, -90.0, 0.0),
            Self::Prone => at(6.2, 90.0, 0.0),
            Self::Side => at(9.6, 0.0, 90.0),
        }
    }

    /// The pose that a figure of this base begins with.
    pub(super) fn pose(self) -> Pose {
        let mut pose = Pose::default();
        let reach = |anchor, x, y, z| Aim::Reach(Place { anchor, other: false, off: Vec3::new(x, y, z) });
        let (mut hand, mut leg) = (None, None);
        match self {
            Self::Stand => {}
            Self::Walk => leg = Some(Aim::Angles([0.0, 2.0, 0.0, 2.0])),
            Self::Sit => {
                hand = Some(reach(Anchor::Thigh, 0.5, 1.8, 1.0));
                leg = Some(reach(Anchor::Floor, 1.0, 0.0, 24.5));
            }
            Self::Fours => {
                hand = Some(reach(Anchor::Room, 12.0, FLAT, 35.0));
                leg = Some(reach(Anchor::Room, 6.0, 2.8, -23.6));
            }
            Self::Supine => {
                hand = Some(reach(Anchor::Room, 20.0, FLAT, -3.0));
                leg = Some(Aim::Angles([0.0, 4.0, 0.0, 2.0]));
            }
            Self::Prone => {
                hand = Some(reach(Anchor::Room, 17.0, FLAT, 2.0));
                leg = Some(Aim::Angles([-2.0, 4.0, 0.0, 2.0]));
            }
            Self::Side => leg = Some(Aim::Angles([60.0, 0.0, 0.0, 80.0])),
        }
        for arm in &mut pose.arms {
            if let Some(aim) = &hand {
                arm.aim = aim.clone();
                arm.elbow = Vec3::new(0.7, -0.2, -1.0);
            }
            if matches!(self, Self::Supine | Self::Prone) {
                arm.elbow = Vec3::new(1.0, 0.0, if self == Self::Supine { 0.2 } else { -0.2 });
            }
            if self == Self::Fours {
                arm.fingers = Some(Vec3::Z);
                arm.elbow = Vec3::new(0.6, -0.6, 0.0);
            }
        }
        for this in &mut pose.legs {
            if let Some(aim) = &leg {
                this.aim = aim.clone();
            }
            match self {
                Self::Fours => {
                    this.ankle = -80.0;
                    this.knee = Vec3::new(0.0, -1.0, 1.0);
                }
                Self::Supine => this.ankle = -20.0,
                Self::Prone => this.ankle = -75.0,
                Self::Stand | Self::Walk | Self::Sit | Self::Side => {}
            }
        }
        pose
    }
}
