//! The shapes of things around the figure. Owns their look; where they are is the room's.

use super::figure::Figure;
use super::prop::{Item, Prop};
use super::room::{SEAT, SEAT_BACK, SEAT_FRONT, SEAT_HALF, SEAT_THICK};
use super::shape::{Ball, Group, Role, Skin, ball};
use super::solve::Body;
use glam::{Quat, Vec3};

/// Behind the body, whatever the view.
const BEHIND: f32 = -200.0;
/// Radius of the crown of what people look at.
const FAR_SIZE: f32 = 9.0;

/// Everything around the figure at one moment, in no order. The flag says whether it counts for the picture's frame.
pub(super) fn groups(figure: &Figure, body: &Body) -> Vec<(Group, bool)> {
    let middle = Vec3::new(0.0, -0.4, 4.0);
    let floor = Ball { at: middle, radii: Vec3::new(46.0, 0.4, 46.0), turn: Quat::IDENTITY };
    let floor = Group {
        parts: vec![Skin { balls: vec![floor], role: Role::Floor }],
        over: Vec::new(),
        neck: 0,
        gap: 0.0,
        nearer: BEHIND - 50.0,
    };
    let mut all = vec![(floor, false)];
    for prop in &figure.room.props {
        let (parts, nearer) = thing(*prop, figure, body);
        // What is far away or goes on beyond the picture would leave the figure small in it.
        let counts = !matches!(prop.item, Item::Wall | Item::Doorway | Item::Mat | Item::Steps | Item::Sight);
        all.push((Group { parts, over: Vec::new(), neck: 0, gap: 0.0, nearer }, counts));
    }
    all
}

/// A box with round edges between two corners.
fn slab(role: Role, a: [f32; 3], b: [f32; 3], round: f32) -> Skin {
    let mut balls = Vec::new();
    for x in [a[0], b[0]] {
        for y in [a[1], b[1]] {
            balls.extend([a[2], b[2]].map(|z| ball(Vec3::new(x, y, z), round)));
        }
    }
    Skin { balls, role }
}

fn rod(role: Role, a: Vec3, b: Vec3, round: f32) -> Skin {
    Skin { balls: vec![ball(a, round), ball(b, round)], role }
}

fn thing(prop: Prop, figure: &Figure, body: &Body) -> (Vec<Skin>, f32) {
    let at = prop.at;
    let desk = figure.room.desk_height();
    let (left, right) = (body.arms[0].palm, body.arms[1].palm);
    match prop.item {
        Item::Chair => (chair(prop), BEHIND),
        Item::Desk | Item::HighDesk => {
            let top = slab(Role::Prop, [-34.0, desk - 1.2, at + 1.0], [34.0, desk - 1.2, at + 36.0], 1.1);
            let legs =
                [-30.0, 30.0].map(|x| slab(Role::PropDark, [x, 1.0, at + 31.0], [x, desk - 2.0, at + 31.0], 1.1));
            (legs.into_iter().chain([top]).collect(), BEHIND + 10.0)
        }
        Item::Screen => {
            let foot = rod(Role::PropDark, Vec3::new(0.0, desk, at), Vec3::new(0.0, desk + 10.0, at), 0.9);
            let face = slab(Role::Screen, [-15.0, desk + 7.0, at - 1.5], [15.0, desk + 24.0, at - 1.5], 0.8);
            (vec![foot, face], BEHIND + 11.0)
        }
        Item::Wall => {
            let thick = 6.0 * at.signum();
            (
                vec![slab(Role::Wall, [-70.0, 0.0, at + 0.4 * at.signum()], [70.0, 130.0, at + thick], 0.3)],
                BEHIND - 10.0,
            )
        }
        Item::Doorway => {
            let jamb = |x: f32| slab(Role::Prop, [x, 0.5, at], [x + 7.0 * x.signum(), 130.0, at + 5.0], 0.5);
            (vec![jamb(26.0), jamb(-26.0)], BEHIND - 10.0)
        }
        Item::Mat => (vec![slab(Role::Mat, [-24.0, -0.9, at - 52.0], [24.0, -0.9, at + 52.0], 0.8)], BEHIND - 20.0),
        Item::Roller => (vec![rod(Role::Roller, Vec3::new(-15.0, 4.4, at), Vec3::new(15.0, 4.4, at), 4.4)], -30.0),
        Item::LongRoller => {
            (vec![rod(Role::Roller, Vec3::new(0.0, 4.4, at - 26.0), Vec3::new(0.0, 4.4, at + 26.0), 4.4)], -30.0)
        }
        Item::Band => (vec![rod(Role::Band, left, right, 0.75)], 30.0),
        Item::FootBand => {
            let foot = |i: usize| body.legs[i].ball.lerp(body.legs[i].heel, 0.4) + Vec3::Y * 0.6;
            (vec![rod(Role::Band, left, foot(0), 0.7), rod(Role::Band, right, foot(1), 0.7)], 30.0)
        }
        Item::Post => {
            let hold = Vec3::new(0.0, 50.0, at);
            let post = rod(Role::PropDark, Vec3::new(0.0, 0.0, at + 1.0), Vec3::new(0.0, 66.0, at + 1.0), 1.4);
            (vec![post, rod(Role::Band, left, hold, 0.7), rod(Role::Band, right, hold, 0.7)], -9.0)
        }
        Item::Steps => (steps(at), BEHIND - 10.0),
        Item::Cup => {
            let cup = body.arms[1].palm;
            (vec![rod(Role::Band, cup - Vec3::Y * 1.2, cup + Vec3::Y * 3.2, 2.0)], 30.0)
        }
        Item::Notebook => (notebook(desk, at, right), 20.0),
        Item::Thought | Item::Speech => (bubble(prop, body), BEHIND),
        Item::Tree => (tree(body.skull().at.y, at), BEHIND),
        Item::Sight => (Vec::new(), BEHIND),
    }
}

fn chair(prop: Prop) -> Vec<Skin> {
    let (at, way) = (prop.at, if prop.turned { -1.0 } else { 1.0 });
    let z = |z: f32| at + way * z;
    let post = |x: f32, far: f32, top: f32| {
        rod(Role::PropDark, Vec3::new(x, 1.0, z(far * 1.08)), Vec3::new(x * 0.9, top, z(far)), 0.9)
    };
    let half = SEAT_HALF - 1.0;
    let top = SEAT - SEAT_THICK / 2.0;
    let seat = slab(Role::Prop, [-half, top, z(SEAT_BACK)], [half, top, z(SEAT_FRONT - 1.2)], SEAT_THICK / 2.0);
    let lean =
        |x: f32| rod(Role::PropDark, Vec3::new(x, SEAT, z(SEAT_BACK)), Vec3::new(x, 50.0, z(SEAT_BACK - 2.5)), 0.9);
    let mut back = slab(Role::Prop, [-half, 36.0, z(SEAT_BACK - 1.8)], [half, 36.0, z(SEAT_BACK - 1.8)], 1.3);
    back.balls.extend([-half, half].map(|x| ball(Vec3::new(x, 52.0, z(SEAT_BACK - 2.8)), 1.3)));
    vec![
        post(half - 1.0, SEAT_BACK + 1.0, top),
        post(1.0 - half, SEAT_BACK + 1.0, top),
        post(half - 1.0, SEAT_FRONT - 2.5, top),
        post(1.0 - half, SEAT_FRONT - 2.5, top),
        lean(half - 2.0),
        lean(2.0 - half),
        seat,
        back,
    ]
}

/// A tree far away, at the height of the eyes.
fn tree(eye: f32, at: f32) -> Vec<Skin> {
    let round =
        |y: f32, z: f32, radius: f32| Skin { balls: vec![ball(Vec3::new(0.0, y, z), radius)], role: Role::Leaf };
    let trunk = rod(Role::PropDark, Vec3::new(0.0, eye - 20.0, at), Vec3::new(0.0, eye - 6.0, at), 1.2);
    vec![trunk, round(eye, at, FAR_SIZE), round(eye - 4.0, at + 5.0, 6.0), round(eye - 4.0, at - 5.0, 6.0)]
}

/// A page on the desk, and a pen in the hand.
fn notebook(desk: f32, at: f32, hand: Vec3) -> Vec<Skin> {
    let page = slab(Role::Screen, [-12.0, desk + 0.6, at - 6.0], [8.0, desk + 0.6, at + 7.0], 0.6);
    vec![page, rod(Role::Band, hand + Vec3::new(0.0, -1.2, 1.5), hand + Vec3::new(-1.0, 6.0, -2.5), 0.6)]
}

/// Four steps that go up forwards.
fn steps(at: f32) -> Vec<Skin> {
    [0.0, 1.0, 2.0, 3.0]
        .map(|n: f32| {
            let top = 8.5 * (n + 1.0);
            slab(Role::Prop, [-20.0, 0.0, at + 15.0 * n], [20.0, top - 0.5, at + 15.0 * (n + 1.0)], 0.4)
        })
        .into()
}

/// A thought or a sentence beside the head.
fn bubble(prop: Prop, body: &Body) -> Vec<Skin> {
    let head = body.skull().at;
    let at = head + Vec3::new(-12.0, 15.0, 15.0);
    let egg = |at: Vec3, r: f32| Skin {
        balls: vec![Ball { at, radii: Vec3::new(r, r * 0.75, r), turn: Quat::IDENTITY }],
        role: Role::Air,
    };
    if prop.item == Item::Speech {
        let line = |y: f32, long: f32| {
            let from = at + Vec3::new(0.0, y, -long);
            rod(Role::Paper, from, from + Vec3::Z * (long * 1.6), 0.7)
        };
        return vec![
            egg(at, 9.0),
            rod(Role::Air, at - Vec3::new(0.0, 4.0, 4.0), at - Vec3::new(0.0, 9.0, 7.5), 1.0),
            line(1.6, 5.0),
            line(-1.6, 5.0),
        ];
    }
    let cloud = [(0.0, 0.0, 6.5), (-1.0, -5.0, 5.0), (-0.5, 5.5, 5.2), (2.0, 1.5, 5.5)];
    let cloud = cloud.map(|(y, z, r)| egg(at + Vec3::new(0.0, y, z), r));
    let dots = [(-8.2, -6.2, 1.8), (-11.5, -8.8, 1.1)].map(|(y, z, r)| egg(at + Vec3::new(0.0, y, z), r));
    cloud.into_iter().chain(dots).collect()
}
