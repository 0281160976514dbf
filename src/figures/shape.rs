//! What a picture of the figure is made of: plain shapes, back to front, coloured by role. Owns the way from bodies in
//! space to outlines on paper; knows no colour and no pixel.

use super::solve::Joint;
use crate::engine::person::Person;
use glam::{Quat, Vec2, Vec3};
use std::f32::consts::TAU;

/// What a shape stands for; a palette gives it its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "plain names of what is shown")]
pub enum Role {
    Paper,
    Floor,
    Wall,
    Mat,
    Prop,
    PropDark,
    Screen,
    Band,
    Roller,
    Skin(Person),
    SkinFar(Person),
    SkinShade(Person),
    Hair(Person),
    Lips(Person),
    Top(Person),
    TopNear(Person),
    TopFar(Person),
    Legs,
    LegsFar,
    Shoe,
    ShoeFar,
    EyeWhite,
    Eye,
    Glow,
    Arrow,
    Air,
    Leaf,
}

/// One shape in a square of side 1, y downwards. The first of a list is the furthest back.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A filled convex outline.
    Fill {
        /// The outline, closed.
        points: Vec<[f32; 2]>,
        /// Its colour's role.
        role: Role,
        /// 0 to 1.
        opacity: f32,
    },
    /// A stroke with round ends.
    Line {
        /// Its points in order.
        points: Vec<[f32; 2]>,
        /// Its width.
        width: f32,
        /// Its colour's role.
        role: Role,
        /// 0 to 1.
        opacity: f32,
    },
}

/// A ball, or an egg: radii along the axes of a frame.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ball {
    pub at: Vec3,
    pub radii: Vec3,
    pub turn: Quat,
}

/// A round ball.
pub(super) fn ball(at: Vec3, radius: f32) -> Ball {
    Ball { at, radii: Vec3::splat(radius), turn: Quat::IDENTITY }
}

/// An egg in the frame of a joint.
pub(super) fn egg(joint: &Joint, x: f32, y: f32, z: f32, radii: [f32; 3]) -> Ball {
    Ball { at: joint.point(x, y, z), radii: Vec3::from_array(radii), turn: joint.turn }
}

/// A part of these balls.
pub(super) fn part(role: Role, balls: Vec<Ball>) -> Skin {
    Skin { balls, role }
}

impl Ball {
    /// The ball's furthest point in a direction of length one.
    pub(super) fn edge(&self, way: Vec3) -> Vec3 {
        let own = self.turn.inverse() * way * self.radii;
        let long = own.length();
        if long == 0.0 { self.at } else { self.at + self.turn * (own * self.radii / long) }
    }
}

/// The skin stretched over some balls.
#[derive(Clone, Debug)]
pub(super) struct Skin {
    pub balls: Vec<Ball>,
    pub role: Role,
}

/// Parts that are drawn together, with a thin gap around the whole.
#[derive(Clone, Debug)]
pub(super) struct Group {
    pub parts: Vec<Skin>,
    /// What lies on them and counts neither for where they are nor for the frame.
    pub over: Vec<Skin>,
    /// How many of the first parts are the neck.
    pub neck: usize,
    pub gap: f32,
    /// Nearer than its place in space would have it.
    pub nearer: f32,
}

/// From where the figure is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum View {
    /// From its right side: it faces to the right of the picture.
    Side,
    Front,
    Back,
    /// From before it, a little from its right and from above.
    Half,
    /// From before its right shoulder.
    Quarter,
    /// From behind its right shoulder.
    BackQuarter,
    Top,
}

/// The views by their names in the data.
pub(super) const VIEWS: [(&str, View); 7] = [
    ("side", View::Side),
    ("front", View::Front),
    ("back", View::Back),
    ("half", View::Half),
    ("quarter", View::Quarter),
    ("back-quarter", View::BackQuarter),
    ("top", View::Top),
];

/// A view with its frame: what of space is in the picture.
#[derive(Clone, Copy, Debug)]
pub(super) struct Camera {
    pub right: Vec3,
    pub up: Vec3,
    pub near: Vec3,
    pub middle: Vec2,
    /// Length of space along an edge of the picture.
    pub wide: f32,
}

impl Camera {
    /// The view with no frame yet.
    pub(super) fn of(view: View) -> Self {
        let around = |turn: f32, down: f32| {
            let q = Quat::from_rotation_y(turn.to_radians()) * Quat::from_rotation_x(-down.to_radians());
            (q * Vec3::X, q * Vec3::Y, q * Vec3::Z)
        };
        let (right, up, near) = match view {
            View::Side => around(-90.0, 0.0),
            View::Front => around(0.0, 0.0),
            View::Back => around(180.0, 0.0),
            View::Half => around(-16.0, 14.0),
            View::Quarter => around(-42.0, 12.0),
            View::BackQuarter => around(-138.0, 12.0),
            View::Top => (Vec3::NEG_X, Vec3::Z, Vec3::Y),
        };
        Self { right, up, near, middle: Vec2::ZERO, wide: 1.0 }
    }

    /// A point on the plane of the picture, in the measure of space.
    pub(super) fn flat(&self, at: Vec3) -> Vec2 {
        Vec2::new(at.dot(self.right), at.dot(self.up))
    }

    /// A point in the picture.
    pub(super) fn see(&self, at: Vec3) -> [f32; 2] {
        self.put(self.flat(at))
    }

    /// A point of the plane in the picture.
    pub(super) fn put(&self, at: Vec2) -> [f32; 2] {
        let at = (at - self.middle) / self.wide;
        [0.5 + at.x, 0.5 - at.y]
    }

    /// The outline of a skin over balls, grown by `more`.
    pub(super) fn outline(&self, balls: &[Ball], more: f32) -> Vec<[f32; 2]> {
        const STEPS: u16 = 72;
        let furthest = |step: u16| {
            let angle = f32::from(step) / f32::from(STEPS) * TAU;
            let way = self.right * angle.cos() + self.up * angle.sin();
            let edges = balls.iter().map(|ball| ball.edge(way));
            let most = edges.max_by(|a, b| a.dot(way).total_cmp(&b.dot(way)));
            most.map(|edge| self.see(edge + way * more))
        };
        (0..STEPS).filter_map(furthest).collect()
    }

    /// How near some balls are, in the middle.
    pub(super) fn depth(&self, group: &Group) -> f32 {
        let balls = || group.parts.iter().flat_map(|part| &part.balls);
        let (sum, count) = balls().fold((0.0, 0.0), |(sum, n), ball| (sum + ball.at.dot(self.near), n + 1.0));
        if count == 0.0 { 0.0 } else { sum / count + group.nearer }
    }
}
