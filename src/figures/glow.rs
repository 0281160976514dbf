//! Where an exercise works: areas of the body that are softly tinted. Owns their places; knows no exercise.

use super::body::UPPER;
use super::shape::{Ball, ball};
use super::solve::{Body, SIDES};

/// An area.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Area {
    Neck,
    Nape,
    Traps,
    Shoulder,
    Blade,
    Back,
    LowBack,
    Chest,
    Side,
    Belly,
    UpperArm,
    Forearm,
    Hand,
    Hip,
    Buttock,
    Thigh,
    Hamstring,
    Calf,
    Jaw,
    Eyes,
    Head,
    Brow,
}

/// The areas by their names in the data.
pub(super) const AREAS: [(&str, Area); 22] = [
    ("neck", Area::Neck),
    ("nape", Area::Nape),
    ("traps", Area::Traps),
    ("shoulder", Area::Shoulder),
    ("blade", Area::Blade),
    ("back", Area::Back),
    ("low-back", Area::LowBack),
    ("chest", Area::Chest),
    ("side", Area::Side),
    ("belly", Area::Belly),
    ("upper-arm", Area::UpperArm),
    ("forearm", Area::Forearm),
    ("hand", Area::Hand),
    ("hip", Area::Hip),
    ("buttock", Area::Buttock),
    ("thigh", Area::Thigh),
    ("hamstring", Area::Hamstring),
    ("calf", Area::Calf),
    ("jaw", Area::Jaw),
    ("eyes", Area::Eyes),
    ("head", Area::Head),
    ("brow", Area::Brow),
];

/// What is tinted for an area of one side (0 left, 1 right), or of both.
pub(super) fn balls(body: &Body, area: Area, side: Option<usize>) -> Vec<Vec<Ball>> {
    match side {
        Some(i) => vec![one(body, area, i)],
        None if matches!(area, Area::Neck | Area::Back | Area::LowBack | Area::Belly | Area::Head | Area::Brow) => {
            vec![one(body, area, 0)]
        }
        None => vec![one(body, area, 0), one(body, area, 1)],
    }
}

fn one(body: &Body, area: Area, i: usize) -> Vec<Ball> {
    let side = SIDES[i];
    let [lumbar, chest, upper, neck, head] = body.spine;
    let (arm, leg, skull) = (&body.arms[i].limb, &body.legs[i].limb, body.skull());
    let behind = |y: f32| {
        let bone = leg.root.lerp(leg.mid, y);
        ball(bone + leg.upper * glam::Vec3::new(0.0, 0.0, -2.2), 2.4)
    };
    match area {
        Area::Neck => vec![ball(neck.point(0.0, 0.5, -0.4), 2.4), ball(head.point(0.0, 0.3, -0.4), 2.3)],
        Area::Nape => vec![ball(skull.point(side * 1.6, -4.2, -4.6), 1.9)],
        Area::Traps => vec![ball(neck.point(side * 1.8, 2.2, -0.8), 1.5), ball(arm.root.lerp(neck.at, 0.25), 1.9)],
        Area::Shoulder => vec![ball(arm.root, 3.2)],
        Area::Blade => {
            vec![ball(upper.point(side * 4.4, 3.4, -4.0), 2.5), ball(chest.point(side * 4.2, 5.8, -4.6), 2.1)]
        }
        Area::Back => {
            vec![ball(chest.point(0.0, 1.0, -3.0), 2.6), ball(upper.point(0.0, UPPER - 2.0, -2.6), 2.4)]
        }
        Area::LowBack => vec![ball(body.pelvis.point(0.0, 5.0, -3.4), 2.4), ball(lumbar.point(0.0, 6.0, -2.6), 2.4)],
        Area::Chest => vec![ball(upper.point(side * 5.0, 3.0, 3.4), 2.9), ball(arm.root, 1.8)],
        Area::Side => vec![ball(lumbar.point(side * 6.6, 4.0, 0.0), 2.0), ball(upper.point(side * 8.0, 1.0, 0.0), 2.2)],
        Area::Belly => vec![ball(lumbar.point(0.0, 3.6, 2.8), 3.8)],
        Area::UpperArm => vec![ball(arm.root.lerp(arm.mid, 0.3), 2.3), ball(arm.root.lerp(arm.mid, 0.8), 1.9)],
        Area::Forearm => vec![ball(arm.mid.lerp(arm.end, 0.2), 1.9), ball(arm.mid.lerp(arm.end, 0.85), 1.4)],
        Area::Hand => vec![ball(body.arms[i].palm, 2.2)],
        Area::Hip => vec![ball(body.pelvis.point(side * 5.2, 0.5, 2.6), 3.3)],
        Area::Buttock => vec![ball(body.pelvis.point(side * 5.0, -1.0, -3.4), 3.2)],
        Area::Thigh => vec![ball(leg.root.lerp(leg.mid, 0.3), 3.2), ball(leg.root.lerp(leg.mid, 0.8), 2.6)],
        Area::Hamstring => vec![behind(0.3), behind(0.8)],
        Area::Calf => {
            let back = leg.lower * glam::Vec3::new(0.0, 0.0, -0.9);
            vec![ball(leg.mid.lerp(leg.end, 0.2) + back, 2.1), ball(leg.mid.lerp(leg.end, 0.65) + back, 1.5)]
        }
        Area::Jaw => vec![ball(skull.point(side * 3.0, -2.8, 2.6), 1.0)],
        Area::Eyes => vec![ball(skull.point(side * 2.2, 0.3, 5.6), 2.0)],
        Area::Brow => vec![ball(skull.point(side * 1.4, 3.0, 4.6), 1.6), ball(skull.point(-side * 1.4, 3.0, 4.6), 1.6)],
        Area::Head => vec![ball(skull.point(0.0, 2.0, 1.0), 5.0)],
    }
}
