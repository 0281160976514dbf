//! What must hold of a figure over its whole movement: joints, floor, chair, wall, and the exercise it shows. Owns these
//! rules; each failure is a half sentence.

use super::figure::{Figure, Near};
use super::flesh;
use super::motion::MotionFrame;
use super::problem::Because;
use super::prop::Item;
use super::room::{Base, SEAT, SEAT_BACK, SEAT_FRONT, SEAT_HALF};
use super::shape::{Camera, Group, View};
use super::solve::Body;
use crate::engine::content::{Equipment, Exercise, Posture};
use glam::Vec3;
use std::collections::BTreeSet;

/// Degrees that are let pass, because a blend of two poses within range can lie a little outside.
const DEGREES: f32 = 1.0;
/// How far skin may be pressed into what it rests on, in hundredths of stature.
const SOFT: f32 = 1.6;

/// What of the trunk is no shoulder, by its least radius.
const WIDE: f32 = 5.0;
/// How far in the trunk a forearm's or a hand's bone may be, as a share of the way to the trunk's middle. Skin gives way,
/// and the trunk here is rounder than one.
const DEEP: f32 = 0.15;

/// What does not hold.
pub(super) fn check(figure: &Figure, exercise: &Exercise) -> BTreeSet<Because> {
    let mut wrong = BTreeSet::new();
    if figure.keys.iter().any(|key| key.cue >= exercise.steps.len()) {
        wrong.insert(Because::NoCue(exercise.steps.len()));
    }
    let base = figure.room.base;
    let fits = match exercise.posture {
        Posture::Seated => base == Base::Sit,
        Posture::Standing => matches!(base, Base::Stand | Base::Walk),
        Posture::Floor => matches!(base, Base::Fours | Base::Supine | Base::Prone | Base::Side),
    };
    if !fits {
        wrong.insert(Because::OtherPosture);
    }
    let things: &[Item] = match exercise.equipment {
        Equipment::None => &[],
        Equipment::Wall => &[Item::Wall, Item::Doorway],
        Equipment::Band => &[Item::Band, Item::FootBand, Item::Post],
        Equipment::FoamRoller => &[Item::Roller, Item::LongRoller],
        Equipment::Chair => &[Item::Chair],
    };
    if !things.is_empty() && figure.room.prop(things).is_none() {
        wrong.insert(Because::LacksThing);
    }
    if base == Base::Sit && figure.near == Near::Whole && figure.room.prop(&[Item::Chair]).is_none() {
        wrong.insert(Because::LacksThing);
    }
    for moment in figure.samples() {
        at(figure, moment, &mut wrong);
    }
    wrong
}

fn at(figure: &Figure, moment: MotionFrame, wrong: &mut BTreeSet<Because>) {
    let body = figure.body(moment);
    let frame = moment.from + 1;
    for angle in &body.measured {
        let range = angle.range;
        if angle.value < range.least - DEGREES || angle.value > range.most + DEGREES {
            wrong.insert(Because::too_far(frame, range.joint, [angle.value, range.least, range.most]));
        }
    }
    let groups = flesh::groups(&body, &Camera::of(View::Front), Near::Whole);
    let lowest = edge(&groups, Vec3::NEG_Y).y;
    if lowest < -SOFT - 0.2 {
        wrong.insert(Because::through(frame, "floor", -lowest));
    }
    if let Some(deep) = arm_in_trunk(&body, &groups) {
        wrong.insert(Because::ArmInTrunk { frame, deep: format!("{:.0}", deep * 100.0) });
    }
    let feet = body.legs.iter().map(|leg| leg.ball.y.min(leg.heel.y)).fold(f32::MAX, f32::min);
    let base = figure.room.base;
    let lies = matches!(base, Base::Fours | Base::Supine | Base::Prone | Base::Side);
    if (base == Base::Stand && feet > 0.6) || (lies && lowest > 2.6) {
        wrong.insert(Because::Floats(frame));
    }
    if base == Base::Sit {
        seat(figure, &body, frame, wrong);
    }
    if let Some(wall) = figure.room.prop(&[Item::Wall]) {
        let way = Vec3::Z * wall.at.signum();
        let over = edge(&groups, way).dot(way) - wall.at.abs();
        if over > SOFT {
            wrong.insert(Because::through(frame, "wall", over));
        }
    }
}

/// How much of the way to the trunk's middle the bones of a forearm or hand are inside it, if they are.
fn arm_in_trunk(body: &Body, groups: &[Group]) -> Option<f32> {
    let trunk = || groups[0].parts.iter().flat_map(|part| &part.balls).filter(|ball| ball.radii.min_element() > WIDE);
    let bones = body.arms.iter().flat_map(|arm| {
        let fore = (0..=4_u8).map(|n| arm.limb.mid.lerp(arm.limb.end, f32::from(n) / 4.0));
        fore.chain([arm.palm, arm.tip])
    });
    let inside = |at: Vec3| trunk().map(move |ball| 1.0 - (ball.turn.inverse() * (at - ball.at) / ball.radii).length());
    bones.flat_map(inside).filter(|deep| *deep > DEEP).max_by(f32::total_cmp)
}

fn edge(groups: &[Group], way: Vec3) -> Vec3 {
    let balls = groups.iter().flat_map(|group| &group.parts).flat_map(|part| &part.balls);
    balls.map(|ball| ball.edge(way)).max_by(|a, b| a.dot(way).total_cmp(&b.dot(way))).unwrap_or_default()
}

/// Who sits has the hips on the seat, and no leg through it.
fn seat(figure: &Figure, body: &Body, frame: usize, wrong: &mut BTreeSet<Because>) {
    let chair = figure.room.seat();
    let hips = body.pelvis.at;
    let on = (SEAT + 3.6..=SEAT + 8.2).contains(&hips.y) && (SEAT_BACK..=SEAT_FRONT).contains(&(hips.z - chair.z));
    if !on {
        wrong.insert(Because::OffTheSeat(frame));
    }
    for leg in &body.legs {
        for n in 0..=10_u8 {
            let s = f32::from(n) / 10.0;
            // The skin below the bone, which is thinner towards the knee: it rests on the seat, not the bone.
            let thigh = leg.limb.root.lerp(leg.limb.mid, s) - Vec3::Y * (5.4 - 1.6 * s);
            let shank = leg.limb.mid.lerp(leg.limb.end, s);
            let inside = |at: Vec3, soft: f32| {
                at.y < SEAT - soft
                    && at.y > SEAT - 8.0
                    && at.x.abs() < SEAT_HALF
                    && (SEAT_BACK..SEAT_FRONT - 1.0).contains(&(at.z - chair.z))
            };
            if inside(thigh, SOFT) || (shank.y > SEAT - 2.0 && inside(shank, 0.0)) {
                wrong.insert(Because::through(frame, "chair", 1.0));
            }
        }
    }
}
