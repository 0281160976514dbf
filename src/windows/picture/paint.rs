//! Pictures on a canvas: the figure, the ring of the time left, the circle of the breath. Owns their lines;
//! knows no clock and no text.

use crate::figures::{Palette, Role, Shape};
use crate::windows::kit::theme::{Ink, rgb};
use eframe::egui::epaint::PathShape;
use eframe::egui::{Color32, Painter, Pos2, Rect, Stroke, StrokeKind, pos2, vec2};
use std::f32::consts::TAU;

/// The roundness of the figure's paper.
const ROUND: f32 = 14.0;

/// The figure's shapes in the middle of a rounded paper.
pub(in crate::windows) fn figure(painter: &Painter, card: Rect, shapes: &[Shape], palette: Palette, ink: Ink) {
    let side = card.width().min(card.height());
    let square = Rect::from_center_size(card.center(), vec2(side, side));
    painter.rect_filled(card, ROUND, rgb(palette.colour(Role::Paper)));
    let inside = painter.with_clip_rect(square.intersect(painter.clip_rect()));
    for shape in shapes {
        match shape {
            Shape::Fill { points, role, opacity } => {
                let points = placed(points, square, true);
                if points.len() > 2 {
                    let fill = tint(palette, *role, *opacity);
                    inside.add(PathShape::convex_polygon(points, fill, Stroke::NONE));
                }
            }
            Shape::Line { points, width, role, opacity } => {
                let points = placed(points, square, false);
                line(&inside, points, width * side, tint(palette, *role, *opacity), *opacity >= 1.0);
            }
        }
    }
    // What reaches into the corners is cut off round.
    painter.rect_stroke(card, ROUND, Stroke::new(ROUND * 0.45, ink.paper), StrokeKind::Outside);
}

/// Points of the unit square on the canvas, without those that are too near to their neighbour to give an edge a
/// direction.
fn placed(points: &[[f32; 2]], square: Rect, closed: bool) -> Vec<Pos2> {
    const NEAR: f32 = 0.2;
    let mut out: Vec<Pos2> = Vec::with_capacity(points.len());
    for [x, y] in points {
        let at = square.min + vec2(*x, *y) * square.width();
        if out.last().is_none_or(|last| last.distance(at) > NEAR) {
            out.push(at);
        }
    }
    if closed && out.len() > 1 && out[0].distance(out[out.len() - 1]) <= NEAR {
        out.pop();
    }
    out
}

fn tint(palette: Palette, role: Role, opacity: f32) -> Color32 {
    rgb(palette.colour(role)).gamma_multiply(opacity.clamp(0.0, 1.0))
}

/// A line with round ends; where it shows what is below, ends laid over it would show.
fn line(painter: &Painter, points: Vec<Pos2>, width: f32, colour: Color32, solid: bool) {
    if let (true, [first, .., last]) = (solid, points.as_slice()) {
        painter.circle_filled(*first, width / 2.0, colour);
        painter.circle_filled(*last, width / 2.0, colour);
    }
    painter.line(points, Stroke::new(width, colour));
}

/// A ring of which a share is left, beginning at the top and going round with the clock.
pub(in crate::windows) fn ring(painter: &Painter, middle: Pos2, radius: f32, width: f32, share: f32, ink: Ink) {
    // Of the same making as what lies on it: a circle's own stroke would not cover the same pixels.
    painter.line(arc(middle, radius, 1.0), Stroke::new(width, ink.line));
    let arc = arc(middle, radius, share);
    if arc.len() > 1 {
        line(painter, arc, width, ink.accent, true);
    }
}

/// The points of the part of a ring that is left: from where the rest was taken away on to the top.
fn arc(middle: Pos2, radius: f32, share: f32) -> Vec<Pos2> {
    const STEPS: u16 = 90;
    let share = share.clamp(0.0, 1.0);
    if share <= 0.001 {
        return Vec::new();
    }
    let at = |n: u16| {
        let angle = TAU * (1.0 - share + share * f32::from(n) / f32::from(STEPS)) - TAU / 4.0;
        pos2(middle.x + radius * angle.cos(), middle.y + radius * angle.sin())
    };
    (0..=STEPS).map(at).collect()
}

/// The breath as a circle of this share of its largest, on a rounded paper.
pub(in crate::windows) fn breath(painter: &Painter, card: Rect, size: f32, ink: Ink) {
    painter.rect_filled(card, ROUND, ink.card);
    let largest = card.width().min(card.height()) / 2.0 * 0.9;
    let (middle, radius) = (card.center(), largest * size.clamp(0.0, 1.0));
    painter.circle_stroke(middle, largest, Stroke::new(1.0, ink.line));
    painter.circle_filled(middle, radius, ink.accent.gamma_multiply(0.22));
    painter.circle_stroke(middle, radius, Stroke::new(2.5, ink.accent));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ring_takes_away_with_the_clock_and_ends_at_the_top() {
        let middle = pos2(0.0, 0.0);
        let (full, quarter) = (arc(middle, 10.0, 1.0), arc(middle, 10.0, 0.25));
        assert!(full[0].distance(pos2(0.0, -10.0)) < 0.01 && full[90].distance(pos2(0.0, -10.0)) < 0.01);
        assert!(
            quarter[0].distance(pos2(-10.0, 0.0)) < 0.01,
            "three quarters are over: only the left upper one stands"
        );
        assert!(quarter[90].distance(pos2(0.0, -10.0)) < 0.01);
        assert!(arc(middle, 10.0, 0.0).is_empty());
    }

    #[test]
    fn points_that_lie_on_each_other_are_one() {
        let square = Rect::from_min_size(pos2(0.0, 0.0), vec2(100.0, 100.0));
        let points = [[0.0, 0.0], [0.0001, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 0.0005]];
        assert_eq!(placed(&points, square, true).len(), 3);
    }
}
