//! A pose as values: angles by joint in degrees, or a place that a hand or foot keeps. Owns mirroring and blending;
//! knows no positions.

use super::anchor::{Anchor, Place};
use glam::{Vec2, Vec3};

/// What a limb does: it takes its angles, or it reaches for a place.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Aim {
    /// Flexion, abduction, inward rotation, and flexion of the middle joint.
    Angles([f32; 4]),
    /// The palm or the ankle is there.
    Reach(Place),
}

/// One arm.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Arm {
    /// Raise and forward of the shoulder girdle.
    pub girdle: [f32; 2],
    /// Shoulder and elbow.
    pub aim: Aim,
    /// Where the elbow points when the hand reaches: outwards, upwards, forwards.
    pub elbow: Vec3,
    /// Where the fingers point: outwards, upwards, forwards. None goes on from the forearm.
    pub fingers: Option<Vec3>,
    /// Flexion and deviation towards the thumb.
    pub wrist: [f32; 2],
    /// Pronation: 90 is palm down with the elbow bent.
    pub palm: f32,
    /// Bend of knuckles, middle joints and end joints.
    pub curl: [f32; 3],
}

/// One leg.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Leg {
    /// Hip and knee.
    pub aim: Aim,
    /// Where the knee points when the foot reaches.
    pub knee: Vec3,
    /// Dorsiflexion, unless the foot stands on the floor.
    pub ankle: f32,
    /// How far the toes turn out, unless the foot stands on the floor.
    pub toes: f32,
    /// How far the heel is off the floor, in degrees about the ball of the foot; below zero the toes are.
    pub heel: f32,
    /// How far the foot turns out.
    pub turnout: f32,
}

/// The whole body. Sides are left, right.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Pose {
    /// Shift of the hips from the base's place: left, up, forward.
    pub hips: Vec3,
    /// Lean, side and turn of the pelvis in the room, beyond the base's own.
    pub pelvis: Vec3,
    /// Flexion, side bend (left) and turn (left) of lumbar, chest, upper, neck and head.
    pub spine: [Vec3; 5],
    /// The arms.
    pub arms: [Arm; 2],
    /// The legs.
    pub legs: [Leg; 2],
    /// How full the chest is, 0 to 1.
    pub breath: f32,
    /// How far that is in the belly, 0 to 1.
    pub low: f32,
    /// How far the jaw hangs, 0 to 1.
    pub jaw: f32,
    /// How far the lids are closed, 0 to 1.
    pub lids: f32,
    /// Where the eyes look: left, up, in -1 to 1.
    pub gaze: Vec2,
    /// How far away they look, 0 (the hand) to 1.
    pub far: f32,
}

impl Default for Pose {
    fn default() -> Self {
        let arm = Arm {
            girdle: [0.0; 2],
            aim: Aim::Angles([2.0, 8.0, 0.0, 12.0]),
            elbow: Vec3::new(0.6, -1.0, -0.5),
            fingers: None,
            wrist: [0.0; 2],
            palm: 0.0,
            curl: [18.0, 22.0, 12.0],
        };
        let leg = Leg {
            aim: Aim::Reach(Place { anchor: Anchor::Floor, other: false, off: Vec3::ZERO }),
            knee: Vec3::new(0.12, 0.0, 1.0),
            ankle: 0.0,
            toes: 0.0,
            heel: 0.0,
            turnout: 8.0,
        };
        Self {
            hips: Vec3::ZERO,
            pelvis: Vec3::ZERO,
            spine: [Vec3::ZERO; 5],
            arms: [arm.clone(), arm],
            legs: [leg.clone(), leg],
            breath: 0.0,
            low: 0.5,
            jaw: 0.0,
            lids: 0.0,
            gaze: Vec2::ZERO,
            far: 1.0,
        }
    }
}

impl Pose {
    /// The same pose with left and right changed over.
    pub(super) fn mirrored(mut self) -> Self {
        self.hips.x = -self.hips.x;
        // Bending forwards is the same on both sides; side bend and turn change over.
        let over = Vec3::new(1.0, -1.0, -1.0);
        self.pelvis *= over;
        self.spine = self.spine.map(|v| v * over);
        self.arms.swap(0, 1);
        self.legs.swap(0, 1);
        self.gaze.x = -self.gaze.x;
        self
    }

    /// What can be blended by numbers alone; aims that are both angles are, other aims stay this pose's.
    pub(super) fn blend(&self, to: &Self, s: f32) -> Self {
        let n = |a: f32, b: f32| a + (b - a) * s;
        let arm = |a: &Arm, b: &Arm| Arm {
            girdle: [n(a.girdle[0], b.girdle[0]), n(a.girdle[1], b.girdle[1])],
            aim: aim(&a.aim, &b.aim, s),
            elbow: a.elbow.lerp(b.elbow, s),
            fingers: match (a.fingers, b.fingers) {
                (Some(a), Some(b)) => Some(a.lerp(b, s)),
                // A way cannot be blended with none: it is taken up, or let go of, half way.
                (a, b) => {
                    if s < 0.5 {
                        a
                    } else {
                        b
                    }
                }
            },
            wrist: [n(a.wrist[0], b.wrist[0]), n(a.wrist[1], b.wrist[1])],
            palm: n(a.palm, b.palm),
            curl: [n(a.curl[0], b.curl[0]), n(a.curl[1], b.curl[1]), n(a.curl[2], b.curl[2])],
        };
        let leg = |a: &Leg, b: &Leg| Leg {
            aim: aim(&a.aim, &b.aim, s),
            knee: a.knee.lerp(b.knee, s),
            ankle: n(a.ankle, b.ankle),
            toes: n(a.toes, b.toes),
            heel: n(a.heel, b.heel),
            turnout: n(a.turnout, b.turnout),
        };
        let mut spine = self.spine;
        for (a, b) in spine.iter_mut().zip(to.spine) {
            *a = a.lerp(b, s);
        }
        Self {
            hips: self.hips.lerp(to.hips, s),
            pelvis: self.pelvis.lerp(to.pelvis, s),
            spine,
            arms: [arm(&self.arms[0], &to.arms[0]), arm(&self.arms[1], &to.arms[1])],
            legs: [leg(&self.legs[0], &to.legs[0]), leg(&self.legs[1], &to.legs[1])],
            breath: n(self.breath, to.breath),
            low: n(self.low, to.low),
            jaw: n(self.jaw, to.jaw),
            lids: n(self.lids, to.lids),
            gaze: self.gaze.lerp(to.gaze, s),
            far: n(self.far, to.far),
        }
    }
}

fn aim(a: &Aim, b: &Aim, s: f32) -> Aim {
    match (a, b) {
        (Aim::Angles(a), Aim::Angles(b)) => {
            let mut out = *a;
            for (x, y) in out.iter_mut().zip(b) {
                *x += (y - *x) * s;
            }
            Aim::Angles(out)
        }
        (a, _) => a.clone(),
    }
}
