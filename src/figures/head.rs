//! The head: skull, hair, ears and the face. Owns their shapes, of each person; moves nothing.

use super::body::SKULL;
use super::shape::{Ball, Camera, Group, Role, Skin, ball, egg, part};
use super::solve::{Body, Joint, SIDES};
use crate::engine::person::Person;
use glam::Vec3;

/// How much the face must be turned to who looks, as a cosine, so that eyes and mouth are drawn.
const FACING: f32 = 0.3;

pub(super) fn head(body: &Body, camera: &Camera) -> Group {
    let (who, skull) = (body.who, body.skull());
    let seen = (skull.turn * Vec3::Z).dot(camera.near);
    let neck = [ball(body.spine[3].at, 3.3), ball(body.spine[4].point(0.0, 0.5, 0.6), 3.0)];
    let mut parts = vec![part(Role::SkinShade(who), neck.to_vec())];
    let jaw = body.pose.jaw;
    let face = [
        egg(&skull, 0.0, -0.2, 1.3, [5.3, 4.6, 5.0]),
        egg(&skull, 0.0, -4.9 - jaw * 1.9, 3.0 - jaw * 0.5, [2.6, 1.9, 2.2]),
    ];
    let mut face = vec![part(Role::Skin(who), face.to_vec())];
    if who == Person::Beard {
        face.extend(beard(&skull, jaw));
    }
    let nose_role = if seen > 0.6 { Role::SkinShade(who) } else { Role::Skin(who) };
    let nose = [egg(&skull, 0.0, -1.4, 6.3, [0.8, 0.7, 0.9]), egg(&skull, 0.0, 0.6, 5.6, [0.4, 0.6, 0.5])];
    let nose = part(nose_role, nose.to_vec());
    let hair = Hair::of(who, &skull);
    let beside = |near: bool| {
        let shown = move |side: &f32| ((skull.turn * Vec3::X * *side).dot(camera.near) > 0.15) == near;
        SIDES.into_iter().filter(shown).flat_map(move |side| ear_and_lock(who, &skull, side))
    };
    parts.extend(beside(false));
    // From behind, the hair lies over the face; from before, the face over the hair.
    if seen < -0.15 {
        parts.push(nose);
        parts.extend(face);
        parts.extend(hair.cap.into_iter().chain(hair.nape));
    } else {
        parts.extend(hair.nape.into_iter().chain(hair.cap));
        parts.extend(face);
        parts.push(nose);
        parts.extend(hair.fringe);
        if seen < 0.75 {
            parts.push(hair.back);
        }
    }
    parts.extend(beside(true));
    let over = if seen > FACING { features(body, &skull, camera) } else { Vec::new() };
    Group { parts, over, neck: 1, gap: 0.5, nearer: 0.5 }
}

/// A person's hair.
struct Hair {
    /// Around the skull.
    cap: Vec<Skin>,
    /// Over the face's upper edge.
    fringe: Vec<Skin>,
    /// What of the cap lies over the face seen from its side.
    back: Skin,
    /// Behind and below the skull.
    nape: Vec<Skin>,
}

impl Hair {
    fn of(who: Person, skull: &Joint) -> Self {
        let hair = |balls: Vec<Ball>| part(Role::Hair(who), balls);
        let cap = egg(skull, 0.0, 0.8, -0.8, [5.9, SKULL - 0.6, SKULL]);
        let fringe = vec![egg(skull, 0.0, 4.2, 2.2, [4.3, 1.7, 2.6]), egg(skull, 0.0, 4.0, -2.0, [4.8, 2.6, 3.6])];
        let back = egg(skull, 0.0, 2.4, -2.6, [5.4, 4.2, 4.3]);
        let usual =
            Self { cap: vec![hair(vec![cap])], fringe: vec![hair(fringe)], back: hair(vec![back]), nape: Vec::new() };
        match who {
            Person::Crop | Person::Beard => usual,
            Person::Bun => {
                let parted = [1.0, -1.0].map(|side| {
                    hair(vec![
                        egg(skull, side * 0.4, 5.0, 1.6, [1.2, 1.0, 2.2]),
                        egg(skull, side * 4.4, 2.6, 1.0, [1.0, 1.4, 2.0]),
                        egg(skull, 0.0, 4.0, -2.0, [4.8, 2.6, 3.6]),
                    ])
                });
                let bun = hair(vec![egg(skull, 0.0, 6.0, -5.4, [2.9, 2.7, 2.7])]);
                Self { fringe: parted.to_vec(), nape: vec![bun], ..usual }
            }
            Person::Curls => {
                let curl = |x: f32, y: f32, z: f32, r: f32| hair(vec![ball(skull.point(x, y, z), r)]);
                let ring = [(-4.8, 3.4), (-3.2, 5.0), (-1.1, 5.6), (1.1, 5.6), (3.2, 5.0), (4.8, 3.4)];
                let cap = vec![hair(vec![egg(skull, 0.0, 2.2, -1.2, [6.9, 6.2, 6.6])])];
                let fringe = ring.map(|(x, y)| curl(x, y, 2.4 - f32::abs(x) * 0.2, 1.8));
                let back = hair(vec![egg(skull, 0.0, 3.2, -3.0, [6.2, 5.0, 4.9])]);
                Self { cap, fringe: fringe.to_vec(), back, ..usual }
            }
            Person::Bob => {
                let nape = hair(vec![cap, egg(skull, 0.0, -3.0, -2.8, [6.0, 4.0, 3.6])]);
                Self { nape: vec![nape], ..usual }
            }
            Person::Grey => {
                let swept = vec![
                    hair(vec![egg(skull, 1.4, 4.9, 2.4, [3.4, 1.5, 2.4]), egg(skull, -4.4, 2.4, 1.2, [1.1, 1.3, 1.9])]),
                    hair(vec![egg(skull, 2.0, 4.9, 2.0, [2.6, 1.3, 2.2]), egg(skull, 4.6, 2.6, 1.0, [1.1, 1.4, 1.9])]),
                    hair(vec![egg(skull, 0.0, 4.4, -1.6, [5.0, 2.7, 3.9])]),
                ];
                let nape = hair(vec![cap, egg(skull, 0.0, -1.6, -3.0, [5.8, 3.4, 3.6])]);
                Self { fringe: swept, nape: vec![nape], ..usual }
            }
        }
    }
}

/// The ear of a side, or the hair over it.
fn ear_and_lock(who: Person, skull: &Joint, side: f32) -> Vec<Skin> {
    let ear = part(Role::SkinShade(who), vec![egg(skull, side * 5.5, -1.0, -0.4, [0.7, 1.5, 1.1])]);
    let lock = |y: f32, z: f32| {
        let (top, end) =
            (egg(skull, side * 4.5, 1.6, -1.0, [1.6, 2.2, 3.0]), egg(skull, side * 5.0, y, z, [1.4, 1.6, 2.4]));
        part(Role::Hair(who), vec![top, end])
    };
    match who {
        Person::Crop | Person::Bun | Person::Curls | Person::Beard => vec![ear],
        Person::Bob => vec![lock(-4.6, -1.2)],
        Person::Grey => vec![lock(-1.8, -1.6)],
    }
}

/// Short hair along the jaw and over the lip; the skin between is seen.
fn beard(skull: &Joint, jaw: f32) -> Vec<Skin> {
    let hair = Role::Hair(Person::Beard);
    let (drop, back) = (jaw * 1.9, jaw * 0.5);
    let chin = egg(skull, 0.0, -5.9 - drop, 3.4 - back, [1.5, 1.0, 1.9]);
    let mut all = Vec::new();
    for side in SIDES {
        let ear = egg(skull, side * 4.7, -1.6, 0.3, [0.6, 1.0, 1.1]);
        let corner = egg(skull, side * 2.7, -5.0 - drop * 0.8, 2.2 - back, [0.8, 0.9, 1.5]);
        all.extend([part(hair, vec![ear, corner]), part(hair, vec![corner, chin])]);
    }
    let lip =
        [[-1.6, -3.5], [-0.5, -2.9], [0.5, -2.9], [1.6, -3.5]].map(|[x, y]: [f32; 2]| [x, y, 5.1 - x.abs() * 0.3]);
    all.extend(line(skull, hair, 0.3, &lip));
    all
}

/// Eyes and mouth; seen near, also brows and the parts of an eye.
fn features(body: &Body, skull: &Joint, camera: &Camera) -> Vec<Skin> {
    let mut all = Vec::new();
    for side in SIDES {
        if (skull.turn * Vec3::new(side * 0.42, 0.0, 0.9)).dot(camera.near) > 0.2 {
            all.extend(if body.face { eye(body, skull, side) } else { plain_eye(body, skull, side) });
        }
    }
    all.extend(mouth(body, skull));
    all
}

/// A line through points of the skull.
fn line(skull: &Joint, role: Role, thick: f32, points: &[[f32; 3]]) -> Vec<Skin> {
    let dot = |[x, y, z]: [f32; 3]| ball(skull.point(x, y, z), thick);
    points.windows(2).map(|two| part(role, vec![dot(two[0]), dot(two[1])])).collect()
}

fn shut(skull: &Joint, side: f32, thick: f32) -> Vec<Skin> {
    let lid = [-1.3_f32, -0.7, 0.0, 0.7, 1.3].map(|x| [side * 2.2 + x, x * x * 0.3 - 0.4, 5.6 - x.abs() * 0.1]);
    line(skull, Role::Eye, thick, &lid)
}

fn plain_eye(body: &Body, skull: &Joint, side: f32) -> Vec<Skin> {
    let open = 1.0 - body.pose.lids;
    if open < 0.3 {
        return shut(skull, side, 0.22);
    }
    let gaze = body.pose.gaze * 0.4;
    vec![part(Role::Eye, vec![egg(skull, side * 2.15 + gaze.x, 0.1 + gaze.y, 5.5, [0.62, 0.78 * open, 0.4])])]
}

fn eye(body: &Body, skull: &Joint, side: f32) -> Vec<Skin> {
    let (open, gaze) = (1.0 - body.pose.lids, body.pose.gaze);
    let mut all = Vec::new();
    if open > 0.12 {
        let white = egg(skull, side * 2.2, 0.2, 5.2, [1.25, 0.9 * open, 0.6]);
        let at = [side * 2.2 + gaze.x * 0.55, 0.2 + gaze.y * 0.3 * open];
        let pupil = egg(skull, at[0], at[1], 5.5, [0.66, 0.68_f32.min(0.86 * open), 0.5]);
        all.extend([part(Role::EyeWhite, vec![white]), part(Role::Eye, vec![pupil])]);
        let lid =
            [-1.25_f32, -0.6, 0.0, 0.6, 1.25].map(|x| [side * 2.2 + x, 0.2 + 0.9 * open * (1.0 - x * x / 1.7), 5.6]);
        all.extend(line(skull, Role::Eye, 0.13, &lid));
    } else {
        all.extend(shut(skull, side, 0.2));
    }
    let brow = [-1.5_f32, 0.0, 1.5].map(|x| [side * 2.3 + x, 1.8 - x.abs() * 0.2, 5.3]);
    all.extend(line(skull, Role::Hair(body.who), 0.24, &brow));
    all
}

/// Lips that lie on each other, or an open mouth.
fn mouth(body: &Body, skull: &Joint) -> Vec<Skin> {
    let (jaw, lips) = (body.pose.jaw, Role::Lips(body.who));
    let y = -3.9 - jaw * 0.9;
    if jaw > 0.5 {
        let open = egg(skull, 0.0, y - 0.2, 5.0, [1.1, 0.4 + jaw * 0.7, 0.5]);
        return vec![
            part(lips, vec![egg(skull, 0.0, y - 0.2, 4.9, [1.5, 0.75 + jaw * 0.7, 0.5])]),
            part(Role::Eye, vec![open]),
        ];
    }
    let smile = [-1.4_f32, -0.7, 0.0, 0.7, 1.4].map(|x| [x, y + x * x * 0.14, 5.1 - x.abs() * 0.2]);
    if !body.face {
        return line(skull, lips, 0.24, &smile);
    }
    let lower = egg(skull, 0.0, y - 0.22, 5.0, [1.05, 0.42, 0.4]);
    let upper = [-0.45, 0.45].map(|x| part(lips, vec![egg(skull, x, y + 0.2, 5.0, [0.75, 0.34, 0.4])]));
    let mut all = vec![part(lips, vec![lower])];
    all.extend(upper);
    all.extend(line(skull, Role::Hair(body.who), 0.1, &smile));
    all
}
