//! A figure at a moment made a list of shapes. Owns the order from back to front and the frame of the picture.
//! Knows no colour.

use super::figure::{Close, Figure, Near};
use super::flesh::HANDS;
use super::hints::fill;
use super::motion::{MotionFrame, point};
use super::shape::{Ball, Camera, Group, Role, Shape, Skin, ball};
use super::solve::Body;
use super::{flesh, furnish};
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
            let drawn = |part: &Skin| fill(camera, &part.balls, part.role, 0.0, 1.0);
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
            // Both sides are in the frame, so that it does not jump when they change over.
            for mirrored in [false, self.sides == 2] {
                let body = self.body(MotionFrame { mirrored, ..moment });
                for ball in self.framed(&body, &camera, mirrored) {
                    for way in [camera.right, -camera.right, camera.up, -camera.up] {
                        let edge = camera.flat(ball.edge(way));
                        (least, most) = (least.min(edge), most.max(edge));
                    }
                }
            }
        }
        for hint in &self.arrows {
            let body = self.body(MotionFrame { from: hint.into, to: hint.into, s: 1.0, mirrored: false });
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
