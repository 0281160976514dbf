//! A figure at a moment made a list of shapes. Owns the order from back to front, the frame of the picture, and the
//! hints: tinted areas, arrows, breath and sight. Knows no colour.

use super::flesh::HANDS;
use super::glow::Area;
use super::motion::{Close, Figure, Moment, Near, point};
use super::room::Item;
use super::shape::{Ball, Camera, Group, Part, Role, Shape, ball};
use super::solve::Body;
use super::{flesh, furnish, glow};
use glam::{Vec2, Vec3};

/// Free space around the figure, as a share of its size.
const MARGIN: f32 = 0.07;

impl Figure {
    /// The picture at a moment, in seconds from the beginning: shapes in a square of side 1, the furthest first.
    /// Whoever draws them cuts off what goes beyond the square.
    #[must_use]
    pub fn shapes(&self, seconds: f32) -> Vec<Shape> {
        let moment = self.moment(seconds);
        let body = self.body(moment);
        let camera = &self.camera;
        let mut groups: Vec<Group> = furnish::groups(self, &body).into_iter().map(|(group, _)| group).collect();
        let mut flesh = flesh::groups(&body, camera, self.near);
        for (which, nearer) in &self.order {
            let which = if moment.mirrored { mirrored(*which) } else { *which };
            for group in flesh::of(which, flesh.len()) {
                flesh[group].nearer += nearer;
            }
        }
        groups.extend(flesh);
        groups.sort_by(|a, b| camera.depth(a).total_cmp(&camera.depth(b)));
        let mut out = Vec::new();
        for group in &groups {
            if group.gap > 0.0 {
                out.extend(group.parts.iter().map(|part| fill(camera, &part.balls, Role::Paper, group.gap, 1.0)));
            }
            let drawn = |part: &Part| fill(camera, &part.balls, part.role, 0.0, 1.0);
            let (neck, parts) = group.parts.split_at(group.neck);
            out.extend(neck.iter().map(drawn));
            if group.neck > 0 {
                self.tint(&body, moment, true, &mut out);
            }
            out.extend(parts.iter().chain(&group.over).map(drawn));
        }
        self.tint(&body, moment, false, &mut out);
        self.sight(&body, &mut out);
        self.air(&body, moment, &mut out);
        self.hints(moment, &mut out);
        out
    }

    /// Sets the frame so that the whole movement is in it.
    pub(super) fn frame(&mut self) {
        let mut camera = Camera::of(self.view);
        let (mut least, mut most) = (Vec2::MAX, Vec2::MIN);
        for moment in self.samples() {
            for mirrored in [false, self.sides == 2] {
                let body = self.body(Moment { mirrored, ..moment });
                for ball in self.framed(&body, &camera, mirrored) {
                    for way in [camera.right, -camera.right, camera.up, -camera.up] {
                        let edge = camera.flat(ball.edge(way));
                        (least, most) = (least.min(edge), most.max(edge));
                    }
                }
            }
        }
        for hint in &self.arrows {
            let body = self.body(Moment { from: hint.into, to: hint.into, s: 1.0, mirrored: false });
            let at = point(&body, &self.room, hint.on, hint.side) + hint.off;
            for end in [at, at + hint.by.unwrap_or_default()] {
                let edge = camera.flat(end);
                (least, most) = (least.min(edge - Vec2::ONE), most.max(edge + Vec2::ONE));
            }
        }
        if self.near == Near::Whole && self.close.is_empty() && camera.up.y > 0.9 {
            least.y = least.y.min(-1.0);
        }
        camera.wide = (most - least).max_element() * (1.0 + 2.0 * MARGIN);
        camera.middle = (least + most) / 2.0;
        self.camera = camera;
    }

    fn framed(&self, body: &Body, camera: &Camera, mirrored: bool) -> Vec<Ball> {
        if !self.close.is_empty() {
            let side = |close: &Close| if mirrored { 1 - close.side } else { close.side };
            let near = |close: &Close| ball(point(body, &self.room, close.on, side(close)), close.radius);
            return self.close.iter().map(near).collect();
        }
        let flesh = flesh::groups(body, camera, self.near);
        let of =
            |groups: &[Group]| groups.iter().flat_map(|g| &g.parts).flat_map(|p| p.balls.clone()).collect::<Vec<_>>();
        match self.near {
            Near::Whole => {
                let around = furnish::groups(self, body);
                let around: Vec<Group> = around.into_iter().filter(|(_, counts)| *counts).map(|(g, _)| g).collect();
                let mut all = of(&flesh);
                all.extend(of(&around));
                all
            }
            Near::Trunk => {
                let mut all = of(&[flesh[0].clone(), flesh[3].clone(), flesh[4].clone(), flesh[5].clone()]);
                all.extend(body.legs.iter().map(|leg| ball(leg.limb.root, 5.0)));
                all
            }
            Near::Head => {
                let mut all = of(&flesh[3..4]);
                all.extend(
                    body.arms
                        .iter()
                        .flat_map(|arm| [ball(arm.limb.root, 4.0), ball(arm.limb.root - Vec3::Y * 5.0, 2.0)]),
                );
                all
            }
            Near::Hand | Near::Hands => {
                let hands = body
                    .arms
                    .iter()
                    .enumerate()
                    .filter(|(i, _)| *i == 1 || self.near == Near::Hands || self.sides == 2);
                let far = |v: Vec3| ball(v, 3.5);
                hands
                    .flat_map(|(_, arm)| {
                        [
                            far(arm.limb.end.lerp(arm.limb.mid, 0.5)),
                            far(arm.palm),
                            far(arm.hand.point(0.0, -9.0, 0.0)),
                            far(arm.tip),
                        ]
                    })
                    .collect()
            }
            Near::Feet => body
                .legs
                .iter()
                .flat_map(|leg| [ball(leg.limb.mid, 4.0), ball(leg.ball, 5.0), ball(leg.heel, 3.0)])
                .collect(),
        }
    }

    /// The areas at work: the neck, which the face lies over, or all others.
    fn tint(&self, body: &Body, moment: Moment, neck: bool, out: &mut Vec<Shape>) {
        let work = self.keys[moment.to].work.as_ref().unwrap_or(&self.work);
        for (area, side) in work.iter().filter(|(area, _)| (*area == Area::Neck) == neck) {
            let side = side.map(|i| if moment.mirrored { 1 - i } else { i });
            for balls in glow::balls(body, *area, side) {
                for (more, opacity) in [(1.3, 0.2), (0.5, 0.28), (-0.4, 0.4)] {
                    out.push(fill(&self.camera, &balls, Role::Glow, more, opacity));
                }
            }
        }
    }

    /// The way a look goes, as dots.
    fn sight(&self, body: &Body, out: &mut Vec<Shape>) {
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
    fn air(&self, body: &Body, moment: Moment, out: &mut Vec<Shape>) {
        let breath = |i: usize| self.keys[i].pose.breath;
        let change = breath(moment.to) - breath(moment.from);
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

    fn hints(&self, moment: Moment, out: &mut Vec<Shape>) {
        const STEPS: u8 = 14;
        for hint in self.arrows.iter().filter(|hint| hint.into == moment.to) {
            let from = (hint.into + self.keys.len() - 1) % self.keys.len();
            let side = if moment.mirrored { 1 - hint.side } else { hint.side };
            let over = Vec3::new(if moment.mirrored { -1.0 } else { 1.0 }, 1.0, 1.0);
            let on = |s: f32| {
                let body = self.body(Moment { from, to: hint.into, s, mirrored: moment.mirrored });
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

fn mirrored(group: usize) -> usize {
    match group {
        1 => 2,
        2 => 1,
        4 => 5,
        5 => 4,
        left if left == HANDS[0] => HANDS[1],
        right if right == HANDS[1] => HANDS[0],
        other => other,
    }
}

fn fill(camera: &Camera, balls: &[Ball], role: Role, more: f32, opacity: f32) -> Shape {
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
