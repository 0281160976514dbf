//! Where the places that hands, feet and arrows keep are on a body. Owns the way from an anchor to a point in space; moves
//! nothing.

use super::anchor::{Anchor, Place};
use super::body::{ANKLE, HIP, UPPER};
use super::room::Room;
use super::solve::{Body, Joint, SIDES};
use glam::Vec3;

impl Body {
    /// Where a place is for the limb of side `i`.
    pub(super) fn place(&self, place: Place, i: usize, room: &Room) -> Vec3 {
        let i = if place.other { 1 - i } else { i };
        let side = SIDES[i];
        let off = place.off * Vec3::new(if place.other { -side } else { side }, 1.0, 1.0);
        let (chest, skull) = (self.chest(), self.skull());
        let inside = |joint: &Joint, x: f32, y: f32, z: f32| joint.point(x, y, z) + joint.turn * off;
        let (arm, leg) = (&self.arms[i], &self.legs[i].limb);
        match place.anchor {
            Anchor::Floor => Vec3::new(side * HIP, ANKLE, 0.0) + off,
            Anchor::Room => off,
            Anchor::Desk => room.desk() + off,
            Anchor::Wall => room.wall() + off,
            Anchor::Seat => room.seat() + Vec3::X * side * 9.5 + off,
            Anchor::Head => inside(&skull, side * 5.5, 3.5, 0.5),
            Anchor::Ear => inside(&skull, side * 6.3, -1.0, -0.8),
            Anchor::Nape => inside(&skull, side * 1.5, -4.0, -6.5),
            Anchor::Chin => inside(&skull, 0.0, -6.6, 5.0),
            Anchor::Shoulder => inside(&chest, side * 12.5, UPPER - 1.6, 0.3),
            Anchor::Elbow => arm.limb.mid + off,
            Anchor::Wrist => arm.limb.end + off,
            Anchor::Hand => arm.palm + off,
            Anchor::Tip => arm.tip + off,
            Anchor::Chest => inside(&chest, 0.0, 2.5, 8.0),
            Anchor::Belly => inside(&self.spine[0], 0.0, 4.0, 8.0),
            Anchor::Back => inside(&chest, 0.0, 2.0, -6.5),
            Anchor::Hip => inside(&self.pelvis, side * 9.5, 4.0, 0.0),
            Anchor::Thigh => leg.root.lerp(leg.mid, 0.6) + Vec3::Y * 5.0 + off,
            Anchor::Knee => leg.mid + off,
            Anchor::Ankle => leg.end + off,
        }
    }
}
