//! Limbs of two long bones: by angles, or by where they must end. Owns that geometry and the way back from it to
//! anatomical angles; knows no body.

use glam::{Mat3, Quat, Vec3};

/// A limb as it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Limb {
    pub root: Vec3,
    pub mid: Vec3,
    pub end: Vec3,
    /// Of the upper bone: the bone runs along its -y, and the joint in the middle bends about its x.
    pub upper: Quat,
    /// Of the lower bone, likewise.
    pub lower: Quat,
    /// Flexion, abduction, inward rotation, and flexion of the middle joint, in degrees.
    pub angles: [f32; 4],
    /// How far the end is from where it should be.
    pub miss: f32,
}

/// The two bones, which way the middle joint bends (1 forwards as an elbow, -1 backwards as a knee), and the side (1 left,
/// -1 right).
#[derive(Clone, Copy, Debug)]
pub(super) struct Bones {
    pub upper: f32,
    pub lower: f32,
    pub bend: f32,
    pub side: f32,
}

/// A limb at `root` in the frame `base`, from its angles.
pub(super) fn by_angles(bones: Bones, root: Vec3, base: Quat, angles: [f32; 4]) -> Limb {
    let [flexion, abduction, rotation, middle] = angles.map(f32::to_radians);
    let swing = Quat::from_scaled_axis(Vec3::new(-flexion, 0.0, bones.side * abduction));
    let upper = base * swing * Quat::from_rotation_y(-bones.side * rotation);
    let lower = upper * Quat::from_rotation_x(-bones.bend * middle);
    let mid = root + upper * (Vec3::NEG_Y * bones.upper);
    let end = mid + lower * (Vec3::NEG_Y * bones.lower);
    Limb { root, mid, end, upper, lower, angles, miss: 0.0 }
}

/// A limb whose end is at `target`, or as near as it goes, with the middle joint towards `pole`.
pub(super) fn by_reach(bones: Bones, root: Vec3, base: Quat, target: Vec3, pole: Vec3) -> Limb {
    let way = target - root;
    let far = way.length();
    let along = way.try_normalize().unwrap_or(Vec3::NEG_Y);
    // Stretched out or folded whole, the limb has no plane in which its middle joint bends, and would jump from one to
    // another.
    let most = (bones.upper + bones.lower) * 0.999;
    let least = (bones.upper - bones.lower).abs() + 0.5;
    let reach = far.clamp(least, most);
    let cos = (bones.upper.powi(2) + reach.powi(2) - bones.lower.powi(2)) / (2.0 * bones.upper * reach);
    let cos = cos.clamp(-1.0, 1.0);
    let out = (pole - along * pole.dot(along)).try_normalize().unwrap_or_else(|| along.any_orthonormal_vector());
    let mid = root + along * (bones.upper * cos) + out * (bones.upper * (1.0 - cos * cos).sqrt());
    let end = root + along * reach;
    let bone = (mid - root).normalize();
    let next = (end - mid).normalize();
    let middle = bone.angle_between(next);
    let flexed = (-out + bone * out.dot(bone)).try_normalize().unwrap_or_else(|| bone.any_orthonormal_vector());
    let (y, z) = (-bone, flexed * bones.bend);
    let upper = Quat::from_mat3(&Mat3::from_cols(y.cross(z), y, z)).normalize();
    let lower = upper * Quat::from_rotation_x(-bones.bend * middle);
    let [flexion, abduction, rotation] = swing_twist(base.inverse() * upper, bones.side);
    let angles = [flexion, abduction, rotation, middle.to_degrees()];
    Limb { root, mid, end, upper, lower, angles, miss: (target - end).length() }
}

/// Flexion, abduction and inward rotation of a bone in its base's frame, in degrees.
fn swing_twist(local: Quat, side: f32) -> [f32; 3] {
    let swing = Quat::from_rotation_arc(Vec3::NEG_Y, local * Vec3::NEG_Y);
    let axis = swing.to_scaled_axis();
    let twist = swing.inverse() * local;
    let mut about = 2.0 * twist.y.atan2(twist.w).to_degrees();
    if about > 180.0 {
        about -= 360.0;
    } else if about < -180.0 {
        about += 360.0;
    }
    [-axis.x.to_degrees(), side * axis.z.to_degrees(), -side * about]
}

/// What is measured of a shoulder. Near straight up and behind, turning has no sense of its own and is not measured.
pub(super) fn shoulder(limb: &Limb, chest: Quat, side: f32) -> [f32; 5] {
    let along = chest.inverse() * (limb.mid - limb.root).normalize_or(Vec3::NEG_Y);
    let degrees = |sine: f32| sine.clamp(-1.0, 1.0).asin().to_degrees();
    let raise = along.angle_between(Vec3::NEG_Y).to_degrees();
    let turn = if raise > 110.0 { 0.0 } else { limb.angles[2] };
    [raise, degrees(-along.z), degrees(-side * along.x), turn, limb.angles[3]]
}

/// Flexion, abduction and inward rotation of a hip, each measured as a clinician does (flexion about the pelvis, rotation
/// about the thigh), and flexion of the knee.
pub(super) fn hip(limb: &Limb, pelvis: Quat, side: f32) -> [f32; 4] {
    let local = pelvis.inverse() * limb.upper;
    let along = local * Vec3::NEG_Y;
    let flexion = along.z.atan2(-along.y);
    let abduction = (side * along.x).clamp(-1.0, 1.0).asin();
    let unturned = Quat::from_rotation_x(-flexion) * Quat::from_rotation_z(side * abduction);
    let front = unturned.inverse() * local * Vec3::Z;
    let rotation = -side * front.x.atan2(front.z);
    [flexion.to_degrees(), abduction.to_degrees(), rotation.to_degrees(), limb.angles[3]]
}

#[cfg(test)]
mod tests {
    use super::*;

    const ARM: Bones = Bones { upper: 18.6, lower: 14.6, bend: 1.0, side: -1.0 };

    #[test]
    fn the_way_back_from_a_place_gives_the_angles_that_led_there() {
        for angles in [[60.0, 20.0, 10.0, 40.0], [-30.0, 15.0, 30.0, 90.0], [120.0, 5.0, -40.0, 70.0]] {
            let there = by_angles(ARM, Vec3::ZERO, Quat::IDENTITY, angles);
            let back = by_reach(ARM, Vec3::ZERO, Quat::IDENTITY, there.end, there.mid);
            assert!((back.mid - there.mid).length() < 0.05 && back.miss < 0.05, "{angles:?}");
            for (a, b) in angles.iter().zip(back.angles) {
                assert!((a - b).abs() < 0.5, "{angles:?} {:?}", back.angles);
            }
        }
    }

    #[test]
    fn out_of_reach_is_as_near_as_it_goes_and_says_how_far_it_misses() {
        let limb = by_reach(ARM, Vec3::ZERO, Quat::IDENTITY, Vec3::new(0.0, -40.0, 0.0), Vec3::NEG_Z);
        assert!((limb.miss - 6.8).abs() < 0.1, "{}", limb.miss);
    }
}
