//! The body's shape: what is stretched over its joints. Owns thicknesses and the fingers; moves nothing. The head is
//! `head`'s.

use super::body::{ANKLE, HAND, PALM, UPPER};
use super::figure::Near;
use super::head::head;
use super::shape::{Ball, Camera, Group, Role, ball, egg, part};
use super::solve::{Body, Joint, SIDES};
use glam::{Quat, Vec3};

/// The gap that sets a limb off from what is behind it.
const GAP: f32 = 0.75;

/// All parts of the body as seen from there, in no order.
pub(super) fn groups(body: &Body, camera: &Camera, near: Near) -> Vec<Group> {
    let mut all = vec![torso(body)];
    for i in 0..2 {
        all.push(leg(body, camera, i));
    }
    all.push(head(body, camera));
    for i in 0..2 {
        all.push(arm(body, camera, i, near));
    }
    if matches!(near, Near::Hand | Near::Hands) {
        all.extend((0..2).flat_map(|i| fingers(body, camera, i)));
    }
    all
}

/// Groups of one hand seen near.
const OF_A_HAND: usize = 6;
/// The first group of each, after the body's six.
pub(super) const HANDS: [usize; 2] = [6, 6 + OF_A_HAND];

/// The groups that move nearer together with group `which`, of so many: an arm takes its hand with it, and a hand is all of
/// its fingers.
pub(super) fn of(which: usize, all: usize) -> impl Iterator<Item = usize> {
    let first = if which < HANDS[0] { which.checked_sub(4).map(|i| HANDS[i]) } else { Some(which) };
    let hand = first.map_or(0..0, |first| first..first + OF_A_HAND);
    let own = (which < HANDS[0]).then_some(which);
    own.into_iter().chain(hand.filter(move |group| *group < all))
}

fn torso(body: &Body) -> Group {
    let [lumbar, chest, upper, neck, _] = body.spine;
    let (full, low) = (body.pose.breath, body.pose.low);
    let belly = full * low;
    let ribs = full * (1.0 - low * 0.6);
    let pelvis = egg(&body.pelvis, 0.0, 2.4, -0.3, [9.6, 7.0, 6.3]);
    let waist = egg(&lumbar, 0.0, 4.0, 0.4 + belly * 0.9, [8.4 + belly * 0.5, 6.0, 5.7 + belly * 1.3]);
    let cage = egg(&chest, 0.0, 4.0, 0.5 + ribs * 0.5, [9.6 + ribs * 0.8, 7.0, 6.9 + ribs * 1.0]);
    let top = egg(&upper, 0.0, 3.0, 0.2 + ribs * 0.4, [9.6 + ribs * 0.5, 5.2, 6.2 + ribs * 0.6]);
    let mut parts = vec![
        part(Role::Top(body.who), vec![pelvis, waist]),
        part(Role::Top(body.who), vec![waist, cage]),
        part(Role::Top(body.who), vec![cage, top]),
        part(Role::Top(body.who), vec![top, ball(neck.at, 3.0)]),
    ];
    for (i, side) in SIDES.into_iter().enumerate() {
        let shoulder = ball(body.arms[i].limb.root, 3.7);
        let blade = egg(&upper, side * 5.0, 2.0, -2.0, [4.0, 4.5, 3.5]);
        parts.push(part(
            Role::Top(body.who),
            vec![egg(&upper, 0.0, UPPER - 3.5, 0.0, [4.0, 3.6, 4.2]), blade, shoulder],
        ));
        parts.push(part(Role::Top(body.who), vec![ball(neck.point(0.0, 0.8, 0.0), 2.6), shoulder]));
    }
    Group { parts, over: Vec::new(), neck: 0, gap: 0.0, nearer: 0.0 }
}

/// Whether a side's limbs are beyond the middle as seen from there.
fn beyond(body: &Body, camera: &Camera, i: usize) -> bool {
    let across = body.pelvis.turn * Vec3::X * SIDES[i];
    across.dot(camera.near) < -0.3
}

fn leg(body: &Body, camera: &Camera, i: usize) -> Group {
    let far = beyond(body, camera, i);
    let (cloth, shoe) = if far { (Role::LegsFar, Role::ShoeFar) } else { (Role::Legs, Role::Shoe) };
    let (leg, foot) = (&body.legs[i], &body.legs[i].foot);
    let (hip, knee, ankle) = (leg.limb.root, leg.limb.mid, leg.limb.end);
    let sole = |z: f32, radius: f32, x: f32| egg(foot, 0.0, radius - ANKLE, z, [x, radius, radius]);
    // Toes bend on the floor.
    let mut toes = sole(9.6, 1.5, 2.2);
    toes.at.y = toes.at.y.max(1.5);
    let parts = vec![
        part(shoe, vec![sole(-0.6, 2.1, 2.0), sole(7.0, 1.9, 2.6), toes, ball(ankle, 2.1)]),
        part(cloth, vec![ball(hip, 5.4), ball(knee, 3.8)]),
        part(cloth, vec![ball(knee, 3.8), ball(ankle + (knee - ankle).normalize_or_zero() * 1.5, 2.6)]),
    ];
    Group { parts, over: Vec::new(), neck: 0, gap: GAP, nearer: if far { -1.5 } else { 1.5 } }
}

fn arm(body: &Body, camera: &Camera, i: usize, near: Near) -> Group {
    let far = beyond(body, camera, i);
    let (cloth, skin) = if far {
        (Role::TopFar(body.who), Role::SkinFar(body.who))
    } else {
        (Role::TopNear(body.who), Role::Skin(body.who))
    };
    let arm = &body.arms[i];
    let (shoulder, elbow, wrist) = (arm.limb.root, arm.limb.mid, arm.limb.end);
    let cuff = wrist.lerp(elbow, 0.12);
    let flat = |y: f32, radii: [f32; 3]| egg(&arm.hand, 0.0, y, 0.0, radii);
    let mut parts = vec![part(skin, vec![ball(elbow.lerp(wrist, 0.6), 1.8), flat(0.0, [1.5, 1.5, 1.7])])];
    if matches!(near, Near::Hand | Near::Hands) {
        parts.push(part(skin, vec![flat(-0.6, [1.3, 1.4, 1.8]), flat(-PALM + 0.2, [1.2, 1.6, 2.7])]));
    } else {
        let tip = egg(&arm.hand, 0.0, 0.0, 0.0, [1.0, 1.2, 1.3]);
        let end = Ball { at: arm.tip.lerp(arm.palm, 0.18), ..tip };
        parts.push(part(skin, vec![flat(0.0, [1.5, 1.5, 1.6]), flat(-PALM, [1.5, 1.7, 2.2]), end]));
    }
    parts.push(part(cloth, vec![ball(shoulder, 3.5), ball(elbow, 2.7)]));
    parts.push(part(cloth, vec![ball(elbow, 2.7), ball(cuff, 2.1)]));
    Group { parts, over: Vec::new(), neck: 0, gap: GAP, nearer: if far { -1.5 } else { 4.0 } }
}

/// Palm, thumb and fingers of a hand seen near, each with its own gap. The hollow of the palm or the nails tell which of
/// its sides is seen.
fn fingers(body: &Body, camera: &Camera, i: usize) -> Vec<Group> {
    let (arm, side) = (&body.arms[i], SIDES[i]);
    let role = if beyond(body, camera, i) { Role::SkinFar(body.who) } else { Role::Skin(body.who) };
    let hand = arm.hand;
    let back = (hand.turn * Vec3::X * side).dot(camera.near);
    let hollow = egg(&hand, -side * 0.6, -PALM + 0.3, 0.1, [0.4, 1.5, 1.7]);
    let mut palm = vec![part(role, vec![egg(&hand, 0.0, -PALM + 0.2, 0.0, [1.2, 1.6, 2.7])])];
    palm.extend((back < -0.3).then(|| part(Role::SkinShade(body.who), vec![hollow])));
    let mut all = vec![Group { parts: palm, over: Vec::new(), neck: 0, gap: 0.0, nearer: 4.4 }];
    // A hand that is held straight spreads its fingers.
    let spread = 2.0 + 5.0 * (1.0 - (arm.curl[0] + arm.curl[1]) / 24.0).clamp(0.0, 1.0);
    for (across, long) in [(2.05, 0.95), (0.7, 1.05), (-0.65, 1.0), (-1.95, 0.82)] {
        let mut joint = Joint { at: hand.point(0.0, -PALM - 0.5, across), turn: hand.turn };
        joint.turn *= Quat::from_rotation_x(-f32::to_radians(across * spread));
        let mut parts = Vec::new();
        let lengths = [0.46, 0.3, 0.24].map(|share| (HAND - PALM - 0.5) * share * long);
        for (bend, length) in arm.curl.into_iter().zip(lengths) {
            joint.turn *= Quat::from_rotation_z(-side * bend.to_radians());
            let end = joint.point(0.0, -length, 0.0);
            parts.push(part(role, vec![ball(joint.at, 0.78), ball(end, 0.68)]));
            joint.at = end;
        }
        if (joint.turn * Vec3::X * side).dot(camera.near) > 0.3 {
            parts.push(part(Role::SkinFar(body.who), vec![egg(&joint, side * 0.5, 0.1, 0.0, [0.2, 0.5, 0.42])]));
        }
        all.push(Group { parts, over: Vec::new(), neck: 0, gap: 0.16, nearer: 4.5 });
    }
    let fold = (arm.curl[0] + arm.curl[1]) / 190.0;
    let root = hand.point(-side * 0.4, -1.2, 1.6);
    let mid = hand.point(-side * (0.9 + fold), -3.4 - fold * 0.6, 4.0 - fold * 0.9);
    let end = hand.point(-side * (1.2 + fold * 1.2), -5.6 - fold * 0.3, 4.8 - fold * 3.2);
    let thumb =
        vec![part(role, vec![ball(root, 1.1), ball(mid, 0.9)]), part(role, vec![ball(mid, 0.9), ball(end, 0.72)])];
    all.push(Group { parts: thumb, over: Vec::new(), neck: 0, gap: 0.16, nearer: 4.6 });
    all
}
