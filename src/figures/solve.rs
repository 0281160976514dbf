//! A pose in a room made positions: every joint of the body in space. Owns the order in which they follow from each
//! other, and what was measured on the way; draws and judges nothing.

use super::anchor::Anchor;
use super::body::{
    ANKLE, ARM, BALL, CHEST, FINGERS, FOOT, FOREARM, FOREARM_TURN, GIRDLE, GIRDLE_ROOT, GIRDLES, HAND, HEAD, HEEL, HIP,
    LEG, LUMBAR, NECK, PALM, PELVIS, REST, Range, SHANK, SPINE, THIGH, TOE, UPPER, UPPER_ARM, WRIST,
};
use super::limb::{Bones, Limb, by_angles, by_reach, hip, shoulder};
use super::pose::{Aim, Arm, Leg, Pose};
use super::room::Room;
use crate::engine::person::Person;
use glam::{Quat, Vec3};

/// A place with a direction.
#[derive(Clone, Copy, Debug)]
pub(super) struct Joint {
    pub at: Vec3,
    pub turn: Quat,
}

impl Joint {
    /// The point at `v` in this joint's frame.
    pub(super) fn point(&self, x: f32, y: f32, z: f32) -> Vec3 {
        self.at + self.turn * Vec3::new(x, y, z)
    }
}

/// An arm's positions.
#[derive(Clone, Debug)]
pub(super) struct ArmAt {
    pub limb: Limb,
    pub hand: Joint,
    pub palm: Vec3,
    pub tip: Vec3,
    pub curl: [f32; 3],
}

/// A leg's positions.
#[derive(Clone, Debug)]
pub(super) struct LegAt {
    pub limb: Limb,
    pub foot: Joint,
    pub ball: Vec3,
    pub heel: Vec3,
}

/// One angle or distance with its range.
#[derive(Clone, Copy, Debug)]
pub(super) struct Measured {
    pub range: Range,
    pub value: f32,
}

/// The body in space. Sides are left, right.
#[derive(Clone, Debug)]
pub(super) struct Body {
    /// In the middle between the hip joints.
    pub pelvis: Joint,
    /// The lower ends of lumbar, chest, upper, neck and head.
    pub spine: [Joint; 5],
    pub arms: [ArmAt; 2],
    pub legs: [LegAt; 2],
    /// What can be blended by numbers: breath, face and so on.
    pub pose: Pose,
    pub measured: Vec<Measured>,
    /// Whose body it is.
    pub who: Person,
    /// Whether the face is what matters.
    pub face: bool,
}

/// The signs of left and right.
pub(super) const SIDES: [f32; 2] = [1.0, -1.0];

impl Body {
    /// The body `s` of the way from one pose to another.
    pub(super) fn solve(from: &Pose, to: &Pose, s: f32, room: &Room) -> Self {
        let mut pose = from.blend(to, s);
        let mut out = Self::once(from, to, s, room, &pose);
        if room.base.grounded() {
            let low = out
                .legs
                .iter()
                .flat_map(|l| [l.ball.y, l.heel.y, l.foot.point(0.0, -ANKLE, TOE).y])
                .fold(f32::MAX, f32::min);
            // The legs hang on the hips, so which foot is the lowest is known only now: all is worked out once more
            // from there.
            let lift = Vec3::Y * (out.pose.hips.y - low);
            pose.hips += lift;
            out = Self::once(from, to, s, room, &pose);
        }
        out
    }

    fn once(from: &Pose, to: &Pose, s: f32, room: &Room, pose: &Pose) -> Self {
        let mut measured = Vec::new();
        let (pelvis, spine) = trunk(pose, room, &mut measured);
        let rest = Quat::IDENTITY;
        let none = by_angles(arm_bones(1.0), pelvis.at, rest, [0.0; 4]);
        let joint = Joint { at: pelvis.at, turn: rest };
        let arm = ArmAt { limb: none, hand: joint, palm: joint.at, tip: joint.at, curl: [0.0; 3] };
        let leg = LegAt { limb: none, foot: joint, ball: joint.at, heel: joint.at };
        let (arms, legs) = ([arm.clone(), arm], [leg.clone(), leg]);
        let mut body =
            Self { pelvis, spine, arms, legs, pose: pose.clone(), measured, who: Person::default(), face: false };
        for i in legs_in_order([from, to]) {
            body.legs[i] = body.leg(i, [&from.legs[i], &to.legs[i], &pose.legs[i]], s, room);
        }
        for i in arms_in_order([from, to]) {
            body.arms[i] = body.arm(i, [&from.arms[i], &to.arms[i], &pose.arms[i]], s, room);
        }
        body
    }

    /// The chest's frame, which the arms hang on.
    pub(super) fn chest(&self) -> Joint {
        self.spine[2]
    }

    /// The middle of the head.
    pub(super) fn skull(&self) -> Joint {
        let head = self.spine[4];
        Joint { at: head.point(0.0, HEAD, 1.2), turn: head.turn }
    }

    fn measure<const N: usize>(&mut self, ranges: &[Range; N], values: [f32; N]) {
        self.measured.extend(ranges.iter().zip(values).map(|(range, value)| Measured { range: *range, value }));
    }

    fn leg(&mut self, i: usize, [from, to, now]: [&Leg; 3], s: f32, room: &Room) -> LegAt {
        let side = SIDES[i];
        let bones = Bones { upper: THIGH, lower: SHANK, bend: -1.0, side };
        let socket = self.pelvis.point(side * HIP, 0.0, 0.0);
        let base = self.pelvis.turn;
        let fixed = |leg: &Leg| matches!(leg.aim, Aim::Reach(place) if place.anchor == Anchor::Floor);
        let limb = if let (Aim::Angles(_), Aim::Angles(_), Aim::Angles(angles)) = (&from.aim, &to.aim, &now.aim) {
            by_angles(bones, socket, base, *angles)
        } else {
            let end = |body: &Self, leg: &Leg| match leg.aim {
                Aim::Reach(place) => body.place(place, i, room) + off_heel(leg, side, fixed(leg)),
                Aim::Angles(angles) => by_angles(bones, socket, base, angles).end,
            };
            let target = end(self, from).lerp(end(self, to), s);
            let limb = by_reach(bones, socket, base, target, now.knee * Vec3::new(side, 1.0, 1.0));
            self.measured.push(Measured { range: Range { joint: "foot", least: 0.0, most: 0.9 }, value: limb.miss });
            limb
        };
        let out = Quat::from_rotation_y(side * now.toes.to_radians());
        let hang = limb.lower * out * Quat::from_rotation_x(-now.ankle.to_radians());
        let stand = standing(now, side);
        let weight = |leg: &Leg| if fixed(leg) { 1.0 } else { 0.0 };
        // A foot that leaves the floor turns on its way, and not at the moment at which it leaves.
        let planted: f32 = weight(from) + (weight(to) - weight(from)) * s;
        let foot = if planted > 0.0 { hang.slerp(stand, planted) } else { hang };
        let seen = (limb.lower.inverse() * foot * Vec3::Z).normalize_or(Vec3::Z);
        self.measure(&LEG, hip(&limb, base, side));
        self.measured.push(Measured { range: FOOT, value: seen.y.clamp(-1.0, 1.0).asin().to_degrees() });
        let foot = Joint { at: limb.end, turn: foot };
        LegAt { limb, foot, ball: foot.point(0.0, -ANKLE, BALL), heel: foot.point(0.0, -ANKLE, -HEEL) }
    }

    fn arm(&mut self, i: usize, [from, to, now]: [&Arm; 3], s: f32, room: &Room) -> ArmAt {
        let side = SIDES[i];
        let chest = self.chest();
        let [raise, forward] = now.girdle.map(f32::to_radians);
        let girdle = Quat::from_rotation_z(side * raise) * Quat::from_rotation_y(-side * forward);
        let socket = chest.point(side * GIRDLE_ROOT, UPPER - 1.6, 0.3)
            + chest.turn * (girdle * Vec3::new(side * GIRDLE, 0.0, 0.0));
        let bones = arm_bones(side);
        let limb = if let (Aim::Angles(_), Aim::Angles(_), Aim::Angles(angles)) = (&from.aim, &to.aim, &now.aim) {
            by_angles(bones, socket, chest.turn, *angles)
        } else {
            let end = |body: &Self, arm: &Arm| match arm.aim {
                Aim::Reach(place) => body.place(place, i, room),
                Aim::Angles(angles) => {
                    by_angles(Bones { lower: FOREARM + PALM, ..bones }, socket, chest.turn, angles).end
                }
            };
            let target = end(self, from).lerp(end(self, to), s);
            let pole = chest.turn * (now.elbow * Vec3::new(side, 1.0, 1.0));
            let limb = if let Some(fingers) = now.fingers {
                let along = (fingers * Vec3::new(side, 1.0, 1.0)).normalize_or(Vec3::NEG_Y);
                by_reach(bones, socket, chest.turn, target - along * PALM, pole)
            } else {
                // The palm is what reaches. Where the fingers have no way of their own it goes on from the forearm, as
                // one bone.
                let long = by_reach(Bones { lower: FOREARM + PALM, ..bones }, socket, chest.turn, target, pole);
                let wrist = long.mid + long.lower * (Vec3::NEG_Y * FOREARM);
                Limb { end: wrist, ..long }
            };
            self.measured.push(Measured { range: Range { joint: "hand", least: 0.0, most: 0.9 }, value: limb.miss });
            limb
        };
        let fore = limb.lower * Quat::from_rotation_y(-side * now.palm.to_radians());
        let [flex, thumb] = now.wrist.map(f32::to_radians);
        let mut hand = fore * Quat::from_rotation_z(-side * flex) * Quat::from_rotation_x(-thumb);
        let mut bent = now.wrist[0];
        if let Some(fingers) = now.fingers {
            let along = (fingers * Vec3::new(side, 1.0, 1.0)).normalize_or(Vec3::NEG_Y);
            hand = Quat::from_rotation_arc(fore * Vec3::NEG_Y, along) * fore;
            bent = (fore * Vec3::NEG_Y).angle_between(along).to_degrees();
        }
        self.measure(&GIRDLES, now.girdle);
        self.measure(&ARM, shoulder(&limb, chest.turn, side));
        self.measure(&[WRIST, FOREARM_TURN], [bent, now.palm]);
        self.measure(&FINGERS, now.curl);
        let hand = Joint { at: limb.end, turn: hand };
        let fold = 1.0 - (now.curl[0] + now.curl[1] + now.curl[2]) / 420.0;
        ArmAt { limb, hand, palm: hand.point(0.0, -PALM, 0.0), tip: hand.point(0.0, -HAND * fold, 0.0), curl: now.curl }
    }
}

fn arm_bones(side: f32) -> Bones {
    Bones { upper: UPPER_ARM, lower: FOREARM, bend: 1.0, side }
}

/// The arm that reaches for the other arm comes second.
fn arms_in_order(poses: [&Pose; 2]) -> [usize; 2] {
    let leans = |arm: &Arm| matches!(arm.aim, Aim::Reach(place) if place.other && of_arm(place.anchor));
    if poses.iter().any(|pose| leans(&pose.arms[0])) { [1, 0] } else { [0, 1] }
}

fn of_arm(anchor: Anchor) -> bool {
    matches!(anchor, Anchor::Elbow | Anchor::Hand | Anchor::Wrist | Anchor::Tip)
}

/// The leg that rests on the other one comes second.
fn legs_in_order(poses: [&Pose; 2]) -> [usize; 2] {
    let leans = |leg: &Leg| matches!(leg.aim, Aim::Reach(place) if place.other);
    if poses.iter().any(|pose| leans(&pose.legs[0])) { [1, 0] } else { [0, 1] }
}

fn degrees(v: Vec3) -> Vec3 {
    v * std::f32::consts::PI / 180.0
}

/// Pelvis and spine from below.
fn trunk(pose: &Pose, room: &Room, measured: &mut Vec<Measured>) -> (Joint, [Joint; 5]) {
    let (place, turned) = room.base.hips();
    let lean = degrees(pose.pelvis + turned);
    let turn = Quat::from_rotation_y(lean.z) * Quat::from_rotation_x(lean.x) * Quat::from_rotation_z(-lean.y);
    let pelvis = Joint { at: place + pose.hips, turn };
    let mut from = Joint { at: pelvis.point(0.0, PELVIS, 0.0), turn };
    let mut spine = [from; 5];
    for (i, joint) in spine.iter_mut().enumerate() {
        let bend = degrees(pose.spine[i]);
        let rest = Quat::from_rotation_x(REST[i].to_radians());
        // About one axis: turned one after the other, bend, tilt and turn would hang on their order.
        from.turn = from.turn * rest * Quat::from_scaled_axis(Vec3::new(bend.x, bend.z, -bend.y));
        *joint = from;
        from.at = from.point(0.0, [LUMBAR, CHEST, UPPER, NECK, 0.0][i], 0.0);
        let values = [pose.spine[i].x, pose.spine[i].y, pose.spine[i].z];
        measured.extend(SPINE[i].iter().zip(values).map(|(range, value)| Measured { range: *range, value }));
    }
    (pelvis, spine)
}

/// The foot on the floor.
fn standing(leg: &Leg, side: f32) -> Quat {
    Quat::from_rotation_y(side * leg.turnout.to_radians()) * Quat::from_rotation_x(leg.heel.to_radians())
}

/// What raising heel or toes does to the ankle of a foot on the floor.
fn off_heel(leg: &Leg, side: f32, fixed: bool) -> Vec3 {
    if !fixed {
        return Vec3::ZERO;
    }
    let about = Vec3::new(0.0, -ANKLE, if leg.heel >= 0.0 { BALL } else { -HEEL });
    Quat::from_rotation_y(side * leg.turnout.to_radians()) * about - standing(leg, side) * about
}
