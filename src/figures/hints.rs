//! Hints in the picture of a figure: tinted areas, the way of a look, air, arrows. Owns their form; where in the order they
//! come is `draw`'s.

use super::figure::Figure;
use super::glow::{self, Area};
use super::motion::{MotionFrame, point};
use super::prop::Item;
use super::shape::{Ball, Camera, Role, Shape, ball};
use super::solve::Body;
use glam::{Vec2, Vec3};

impl Figure {
    /// The areas at work: the neck, which the face lies over, or all others.
    pub(super) fn tint(&self, body: &Body, moment: MotionFrame, neck: bool, out: &mut Vec<Shape>) {
        let work = self.keys[moment.to].work.as_ref().unwrap_or(&self.work);
        for (area, side) in work.iter().filter(|(area, _)| (*area == Area::Neck) == neck) {
            let side = side.map(|i| if moment.mirrored { 1 - i } else { i });
            for balls in glow::balls(body, *area, side) {
                // Shapes have one colour each: a soft edge is made of three of them, one in the other.
                for (more, opacity) in [(1.3, 0.2), (0.5, 0.28), (-0.4, 0.4)] {
                    out.push(fill(&self.camera, &balls, Role::Glow, more, opacity));
                }
            }
        }
    }

    /// The way a look goes, as dots.
    pub(super) fn sight(&self, body: &Body, out: &mut Vec<Shape>) {
        let Some(prop) = self.room.prop(&[Item::Sight]) else { return };
        let skull = body.skull();
        let eye = skull.point(0.0, 0.3, 8.0);
        let far = Vec3::new(0.0, eye.y, prop.at);
        let end = body.arms[1].tip.lerp(far, body.pose.far);
        let long = (end - eye).length();
        let mut at = 0.0;
        while at < long {
            out.push(fill(&self.camera, &[ball(eye.lerp(end, at / long), 0.55)], Role::Arrow, 0.0, 0.75));
            at += 2.6;
        }
    }

    /// Air at the nose, and the belly or chest moving with it.
    pub(super) fn air(&self, body: &Body, moment: MotionFrame, out: &mut Vec<Shape>) {
        let breath = |i: usize| self.keys[i].pose.breath;
        let change = breath(moment.to) - breath(moment.from);
        // Two poses may differ a little in how full the chest is: that is no breath.
        if change.abs() < 0.15 || moment.s >= 1.0 {
            return;
        }
        let opacity = (moment.s * (1.0 - moment.s) * 5.0).min(1.0);
        let skull = body.skull();
        for (y, long) in [(-2.0, 7.0), (-4.6, 9.0), (-7.4, 7.0)] {
            let (a, b) = (skull.point(0.0, y, 9.5), skull.point(0.0, y * 1.25, 9.5 + long));
            let way = if change > 0.0 { [b, a] } else { [a, b] };
            arrow(&way.map(|p| self.camera.see(p)), Role::Air, 0.011, opacity, out);
        }
    }

    /// The arrows on the way to a key.
    pub(super) fn hints(&self, moment: MotionFrame, out: &mut Vec<Shape>) {
        const STEPS: u8 = 14;
        for hint in self.arrows.iter().filter(|hint| hint.into == moment.to) {
            let from = (hint.into + self.keys.len() - 1) % self.keys.len();
            let side = if moment.mirrored { 1 - hint.side } else { hint.side };
            let over = Vec3::new(if moment.mirrored { -1.0 } else { 1.0 }, 1.0, 1.0);
            let on = |s: f32| {
                let body = self.body(MotionFrame { from, to: hint.into, s, mirrored: moment.mirrored });
                point(&body, &self.room, hint.on, side) + hint.off * over
            };
            let points: Vec<[f32; 2]> = match hint.by {
                Some(by) => {
                    let at = on(1.0);
                    vec![self.camera.see(at), self.camera.see(at + by * over)]
                }
                None => (0..=STEPS).map(|n| self.camera.see(on(f32::from(n) / f32::from(STEPS)))).collect(),
            };
            let faint = if moment.s < 0.15 && moment.from != moment.to { moment.s / 0.15 } else { 1.0 };
            arrow(&points, Role::Arrow, 0.014, faint, out);
        }
    }
}

/// What these balls cover, as one shape.
pub(super) fn fill(camera: &Camera, balls: &[Ball], role: Role, more: f32, opacity: f32) -> Shape {
    Shape::Fill { points: camera.outline(balls, more), role, opacity }
}

/// A line with a head at its end.
fn arrow(points: &[[f32; 2]], role: Role, width: f32, opacity: f32, out: &mut Vec<Shape>) {
    let [.., last] = points else { return };
    let tip = Vec2::from_array(*last);
    let back = points.iter().rev().map(|p| Vec2::from_array(*p)).find(|p| (*p - tip).length() > width * 2.4);
    let Some(way) = back.and_then(|back| (tip - back).try_normalize()) else { return };
    let (aside, base) = (way.perp() * width * 1.9, tip - way * width * 1.2);
    let mut line: Vec<[f32; 2]> =
        points.iter().copied().filter(|p| (Vec2::from_array(*p) - tip).length() > width).collect();
    line.push(base.to_array());
    out.push(Shape::Line { points: line, width, role, opacity });
    let head = [tip + way * width * 1.6, base + aside, base - aside];
    out.push(Shape::Fill { points: head.map(|p| p.to_array()).to_vec(), role, opacity });
}
