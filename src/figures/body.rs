//! The measures of the figure's body and how far its joints go. Owns numbers and their sources; moves nothing.
//!
//! Lengths are hundredths of stature. Long bones, heights and breadths are those of Drillis and Contini (1966), as
//! printed in D. A. Winter, Biomechanics and Motor Control of Human Movement: hip 53, knee 28.5 and ankle 3.9 above the
//! floor, upper arm 18.6, forearm 14.6, hand 10.8, foot 15.2, shoulders 25.9 apart. They give the trunk one piece; its
//! split into segments and all thicknesses are chosen here, so that the shape reads.
//!
//! Ranges of joints are the usual clinical norms (American Academy of Orthopaedic Surgeons, as in Greene and Heckman,
//! The Clinical Measurement of Joint Motion, 1994); those of the parts of the spine follow White and Panjabi, Clinical
//! Biomechanics of the Spine, 1990, summed over each part. Where a joint here stands for several, the comment says so.

/// Hip joint from the middle.
pub(super) const HIP: f32 = 5.2;
/// From the hips to the top of the pelvis.
pub(super) const PELVIS: f32 = 6.5;
/// The lumbar spine.
pub(super) const LUMBAR: f32 = 8.5;
/// The lower thoracic spine.
pub(super) const CHEST: f32 = 7.5;
/// The upper thoracic spine.
pub(super) const UPPER: f32 = 7.5;
/// The neck up to the base of the skull.
pub(super) const NECK: f32 = 5.5;
/// The base of the skull to the middle of the head.
pub(super) const HEAD: f32 = 5.0;
/// Radius of the skull.
pub(super) const SKULL: f32 = 6.3;
/// From the breastbone to the shoulder joint, sideways.
pub(super) const GIRDLE: f32 = 11.0;
/// Where that begins, from the middle.
pub(super) const GIRDLE_ROOT: f32 = 1.5;
/// Upper arm.
pub(super) const UPPER_ARM: f32 = 18.6;
/// Forearm.
pub(super) const FOREARM: f32 = 14.6;
/// Hand from wrist to fingertips.
pub(super) const HAND: f32 = 10.8;
/// From the wrist to the middle of the palm, which is what touches and holds.
pub(super) const PALM: f32 = 4.6;
/// Thigh.
pub(super) const THIGH: f32 = 24.5;
/// Shank.
pub(super) const SHANK: f32 = 24.6;
/// Ankle above the sole.
pub(super) const ANKLE: f32 = 3.9;
/// From the ankle to the ball of the foot, forwards.
pub(super) const BALL: f32 = 7.0;
/// From the ankle to the toes.
pub(super) const TOE: f32 = 11.0;
/// From the ankle to the end of the heel, backwards.
pub(super) const HEEL: f32 = 2.8;

/// How each part of the spine leans at rest, in degrees forwards from the part below: the standing body's curves.
pub(super) const REST: [f32; 5] = [-9.0, 7.0, 12.0, 6.0, -16.0];

/// A joint's range in degrees: the token of what is measured, least and most.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Range {
    pub joint: &'static str,
    pub least: f32,
    pub most: f32,
}

const fn range(joint: &'static str, least: f32, most: f32) -> Range {
    Range { joint, least, most }
}

/// Flexion, side bend and turn of lumbar, chest, upper, neck and head.
pub(super) const SPINE: [[Range; 3]; 5] = [
    [range("lumbar-flexion", -30.0, 60.0), range("lumbar-side-bend", -25.0, 25.0), range("lumbar-turn", -12.0, 12.0)],
    [range("chest-flexion", -15.0, 25.0), range("chest-side-bend", -18.0, 18.0), range("chest-turn", -22.0, 22.0)],
    [range("upper-flexion", -15.0, 25.0), range("upper-side-bend", -15.0, 15.0), range("upper-turn", -25.0, 25.0)],
    [range("neck-flexion", -45.0, 45.0), range("neck-side-bend", -35.0, 35.0), range("neck-turn", -40.0, 40.0)],
    [range("head-flexion", -30.0, 25.0), range("head-side-bend", -12.0, 12.0), range("head-turn", -40.0, 40.0)],
];

/// Raising and bringing forward the shoulder girdle.
pub(super) const GIRDLES: [Range; 2] = [range("girdle-raise", -12.0, 42.0), range("girdle-forward", -32.0, 32.0)];

/// How far an arm is raised, how far it points behind the chest and across it, how far it is turned inwards, and flexion
/// of the elbow. Rotation holds what the shoulder blade adds.
pub(super) const ARM: [Range; 5] = [
    range("shoulder-raise", 0.0, 182.0),
    range("shoulder-behind", -91.0, 62.0),
    range("shoulder-across", -91.0, 70.0),
    range("shoulder-rotation", -125.0, 125.0),
    range("elbow-flexion", 0.0, 152.0),
];

/// Flexion of the wrist; with the hand laid against something, the angle between hand and forearm either way. What it is
/// laid against bends it further than the clinical 80.
pub(super) const WRIST: Range = range("wrist-flexion", -96.0, 96.0);
/// Pronation of the forearm.
pub(super) const FOREARM_TURN: Range = range("forearm-turn", -90.0, 90.0);
/// Knuckles, middle joints and end joints of the fingers.
pub(super) const FINGERS: [Range; 3] =
    [range("knuckle-flexion", -45.0, 92.0), range("finger-flexion", 0.0, 105.0), range("fingertip-flexion", 0.0, 85.0)];

/// Flexion, abduction and inward rotation of the hip, and flexion of the knee. Knees go beyond the clinical 135 when
/// the body's weight bends them, as in sitting on the heels; turning out holds what a bent knee adds when a leg is crossed.
pub(super) const LEG: [Range; 4] = [
    range("hip-flexion", -30.0, 135.0),
    range("hip-abduction", -35.0, 60.0),
    range("hip-rotation", -82.0, 65.0),
    range("knee-flexion", 0.0, 157.0),
];

/// Dorsiflexion of the foot, ankle and midfoot as one; below zero it is pointed.
pub(super) const FOOT: Range = range("ankle-flexion", -85.0, 35.0);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::figures::joint;
    use std::collections::BTreeSet;

    #[test]
    fn every_joint_has_a_name() {
        let all = SPINE.iter().flatten().chain(&GIRDLES).chain(&ARM).chain(&FINGERS).chain(&LEG);
        let names = all.chain([&WRIST, &FOREARM_TURN, &FOOT]).map(|range| joint(range.joint));
        let different: BTreeSet<String> = names.chain([joint("hand"), joint("foot")]).collect();
        assert_eq!(different.len(), 34, "the last one stands in for what has none");
    }
}
