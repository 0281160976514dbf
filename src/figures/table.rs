//! Values of the figures' text: numbers, places and directions, and the keys of a pose. Owns that form; judges no pose.

use super::anchor::{ANCHORS, Place};
use super::pose::{Aim, Arm, Leg, Pose};
use super::problem::Because;
use glam::{Vec2, Vec3};
use std::collections::BTreeMap;
use toml::Value;

/// A pose as it is written: keys with their values.
pub(super) type Table = BTreeMap<String, Value>;

/// The keys of a pose. Those of limbs stand for both sides, and for one with `_l` or `_r` in place of their `s`.
const TRUNK: [&str; 18] = [
    "hips", "pelvis", "lumbar", "chest", "upper", "neck", "head", "bend", "tilt", "turn", "breath", "low", "jaw",
    "lids", "gaze", "far", "arch", "nod",
];
const LIMBS: [&str; 13] =
    ["girdle", "arm", "hand", "elbow", "finger", "wrist", "palm", "curl", "leg", "foot", "knee", "ankle", "heel"];

/// Lays what a table says over a pose.
pub(super) fn lay(pose: &mut Pose, table: &Table) -> Result<(), Because> {
    let limb = |key: &str| {
        let one = |part: &str, side| LIMBS.iter().find(|limb| **limb == part).map(|limb| (*limb, side));
        if let Some(part) = key.strip_suffix("_l") {
            return one(part, Some(0));
        }
        if let Some(part) = key.strip_suffix("_r") {
            return one(part, Some(1));
        }
        one(if key == "feet" { "foot" } else { key.strip_suffix('s')? }, None)
    };
    for (key, value) in table.iter().filter(|(key, _)| TRUNK.contains(&key.as_str())) {
        trunk(pose, key, value)?;
    }
    // Both sides first, so that one side can differ.
    for both in [true, false] {
        for (key, value) in table.iter().filter(|(key, _)| !TRUNK.contains(&key.as_str())) {
            let (part, side) = limb(key).ok_or_else(|| Because::NoKey { key: key.clone(), known: names() })?;
            if side.is_none() == both {
                for i in side.map_or(0..2, |i| i..i + 1) {
                    on_limb(pose, part, i, key, value)?;
                }
            }
        }
    }
    Ok(())
}

fn names() -> Vec<String> {
    let limbs = LIMBS.iter().map(|limb| if *limb == "foot" { "feet".to_owned() } else { format!("{limb}s") });
    TRUNK.iter().map(|key| (*key).to_owned()).chain(limbs).collect()
}

fn trunk(pose: &mut Pose, key: &str, value: &Value) -> Result<(), Because> {
    let three = || numbers(key, value, 3).map(|n| Vec3::new(n[0], n[1], n[2]));
    let one = || numbers(key, value, 1).map(|n| n[0]);
    let part = |share: f32, all: f32| all * share;
    match key {
        "hips" => pose.hips = three()?,
        "pelvis" => pose.pelvis = three()?,
        "lumbar" => pose.spine[0] = three()?,
        "chest" => pose.spine[1] = three()?,
        "upper" => pose.spine[2] = three()?,
        "neck" => pose.spine[3] = three()?,
        "head" => pose.spine[4] = three()?,
        // One number spread over the spine as the spine spreads it.
        "bend" | "arch" => {
            let all = if key == "bend" { one()? } else { -one()? };
            let shares = [0.46, 0.27, 0.27];
            pose.spine.iter_mut().zip(shares).for_each(|(joint, share)| joint.x = part(share, all));
        }
        "tilt" => {
            let all = one()?;
            pose.spine.iter_mut().zip([0.42, 0.33, 0.25]).for_each(|(joint, share)| joint.y = part(share, all));
        }
        "turn" => {
            let all = one()?;
            pose.spine.iter_mut().zip([0.14, 0.4, 0.46]).for_each(|(joint, share)| joint.z = part(share, all));
        }
        "nod" => {
            let all = one()?;
            (pose.spine[3].x, pose.spine[4].x) = (part(0.65, all), part(0.35, all));
        }
        "breath" => pose.breath = one()?,
        "low" => pose.low = one()?,
        "jaw" => pose.jaw = one()?,
        "lids" => pose.lids = one()?,
        "far" => pose.far = one()?,
        _ => pose.gaze = numbers(key, value, 2).map(|n| Vec2::new(n[0], n[1]))?,
    }
    Ok(())
}

fn on_limb(pose: &mut Pose, part: &str, i: usize, key: &str, value: &Value) -> Result<(), Because> {
    let (arm, leg): (&mut Arm, &mut Leg) = (&mut pose.arms[i], &mut pose.legs[i]);
    let list = |most: usize| numbers(key, value, most);
    let angles = || list(4).map(|n| Aim::Angles([n[0], n[1], n[2], n[3]]));
    match part {
        "girdle" => arm.girdle = list(2).map(|n| [n[0], n[1]])?,
        "arm" => arm.aim = angles()?,
        "hand" => arm.aim = Aim::Reach(place(key, value)?),
        "elbow" => arm.elbow = direction(key, value)?,
        "finger" => arm.fingers = Some(direction(key, value)?).filter(|way| *way != Vec3::ZERO),
        "wrist" => arm.wrist = list(2).map(|n| [n[0], n[1]])?,
        "palm" => arm.palm = list(1)?[0],
        "curl" => arm.curl = list(3).map(|n| [n[0], n[1], n[2]])?,
        "leg" => leg.aim = angles()?,
        "foot" => leg.aim = Aim::Reach(place(key, value)?),
        "knee" => leg.knee = direction(key, value)?,
        "ankle" => (leg.ankle, leg.toes) = list(2).map(|n| (n[0], n[1]))?,
        _ => leg.heel = list(1)?[0],
    }
    Ok(())
}

/// One number or a list of them, with noughts for those left out.
pub(super) fn numbers(key: &str, value: &Value, most: usize) -> Result<Vec<f32>, Because> {
    let wrong = || Because::NotNumbers { key: key.to_owned(), most };
    let number = |value: &Value| match value {
        #[expect(clippy::cast_possible_truncation, reason = "angles and lengths with a few digits")]
        Value::Float(n) => Some(*n as f32),
        Value::Integer(n) => i16::try_from(*n).ok().map(f32::from),
        Value::String(_) | Value::Boolean(_) | Value::Datetime(_) | Value::Array(_) | Value::Table(_) => None,
    };
    let one = std::slice::from_ref(value);
    let list = value.as_array().map_or(one, Vec::as_slice);
    let mut out: Vec<f32> = list.iter().map(number).collect::<Option<_>>().ok_or_else(wrong)?;
    if out.len() > most || out.iter().any(|n| !n.is_finite()) {
        return Err(wrong());
    }
    out.resize(most, 0.0);
    Ok(out)
}

/// `"other-knee 0 3 2"`: an anchor, and outwards, upwards, forwards from it.
fn place(key: &str, value: &Value) -> Result<Place, Because> {
    let text = value.as_str().ok_or_else(|| Because::not_a_place(key))?;
    let mut parts = text.split_whitespace();
    let name = parts.next().unwrap_or_default();
    let (name, other) = name.strip_prefix("other-").map_or((name, false), |name| (name, true));
    let anchor = ANCHORS.iter().find(|(known, _)| *known == name);
    let (_, anchor) = anchor.ok_or_else(|| Because::no_word(key, name, ANCHORS.map(|(known, _)| known)))?;
    let off: Vec<f32> = parts.map(str::parse).collect::<Result<_, _>>().map_err(|_| Because::not_a_place(key))?;
    if off.len() > 3 {
        return Err(Because::not_a_place(key));
    }
    let at = |i: usize| off.get(i).copied().unwrap_or_default();
    Ok(Place { anchor: *anchor, other, off: Vec3::new(at(0), at(1), at(2)) })
}

/// `"hand_r"` of an arrow: the place that is followed, and its side.
pub(super) fn followed(key: &str, value: &Value) -> Result<(Place, usize), Because> {
    let text = value.as_str().ok_or_else(|| Because::not_a_place(key))?;
    let (name, side) = match (text.strip_suffix("_l"), text.strip_suffix("_r")) {
        (Some(name), _) => (name, 0),
        (None, Some(name)) => (name, 1),
        (None, None) => (text, 1),
    };
    Ok((place(key, &Value::String(name.to_owned()))?, side))
}

const WAYS: [(&str, Vec3); 7] = [
    ("out", Vec3::X),
    ("in", Vec3::NEG_X),
    ("up", Vec3::Y),
    ("down", Vec3::NEG_Y),
    ("forward", Vec3::Z),
    ("back", Vec3::NEG_Z),
    ("along", Vec3::ZERO),
];

/// `"out down 0.5"`: directions, each with a weight if that is not 1.
fn direction(key: &str, value: &Value) -> Result<Vec3, Because> {
    let text = value.as_str().ok_or_else(|| Because::not_a_place(key))?;
    let (mut sum, mut last) = (Vec3::ZERO, Vec3::ZERO);
    for part in text.split_whitespace() {
        if let Ok(weight) = part.parse::<f32>() {
            sum += last * (weight - 1.0);
            continue;
        }
        let way = WAYS.iter().find(|(known, _)| *known == part);
        last = way.ok_or_else(|| Because::no_word(key, part, WAYS.map(|(known, _)| known)))?.1;
        sum += last;
    }
    Ok(sum)
}
