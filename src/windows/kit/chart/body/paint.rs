//! A body on the screen. Owns its lines and which shade an area has; where what lies is `anatomy`'s.

use super::BodyArea;
use super::anatomy::{ARMS, Facing, HIGH, Piece, SITES, Site, TRUNK};
use crate::windows::kit::theme::Ink;
use eframe::egui::epaint::PathShape;
use eframe::egui::{Color32, Painter, Pos2, Rect, Stroke, pos2};

/// What parts the arms from the trunk, in points.
const APART: f32 = 2.0;
/// The edge of an area, and of the one that is looked at.
const EDGE: f32 = 1.25;
const LIT: f32 = 2.5;

/// Where a point of the body is on the screen.
pub(super) fn at(body: Rect, [x, y]: [f32; 2]) -> Pos2 {
    let scale = body.height() / HIGH;
    pos2(body.center().x + x * scale, body.top() + y * scale)
}

/// Which point of the body is there on the screen.
pub(super) fn from(body: Rect, at: Pos2) -> [f32; 2] {
    let scale = body.height() / HIGH;
    [(at.x - body.center().x) / scale, (at.y - body.top()) / scale]
}

/// The body, plain.
pub(super) fn plain(painter: &Painter, body: Rect, ink: Ink) {
    let all = |pieces: &[Piece], more: f32, colour: Color32| {
        for piece in pieces {
            fill(painter, body, *piece, more, colour, Stroke::NONE);
        }
    };
    all(&TRUNK, 0.0, ink.line);
    all(&ARMS, APART, ink.paper);
    all(&ARMS, 0.0, ink.line);
}

/// An area in its shade.
pub(super) fn area(painter: &Painter, body: Rect, facing: Facing, area: &BodyArea, ink: Ink) {
    for site in sites(&area.word, facing) {
        fill(painter, body, site.piece, 0.0, ink.shade(area.part), Stroke::new(EDGE, ink.accent));
    }
}

/// The edge of the area that is looked at.
pub(super) fn lit(painter: &Painter, body: Rect, facing: Facing, word: &str, ink: Ink) {
    for site in sites(word, facing) {
        // On paper of its own: it is seen beside every shade.
        fill(painter, body, site.piece, LIT, Color32::TRANSPARENT, Stroke::new(LIT, ink.paper));
        fill(painter, body, site.piece, 0.0, Color32::TRANSPARENT, Stroke::new(LIT, ink.text));
    }
}

fn sites(word: &str, facing: Facing) -> impl Iterator<Item = &'static Site> {
    SITES.iter().filter(move |site| site.word == word && site.seen.contains(&facing))
}

/// A piece on all its sides, grown by so many points.
fn fill(painter: &Painter, body: Rect, piece: Piece, more: f32, colour: Color32, edge: Stroke) {
    // Points nearer to each other give an edge no direction.
    const NEAR: f32 = 0.2;
    let more = more * HIGH / body.height();
    for side in piece.sides() {
        let mut points: Vec<Pos2> = piece.outline(*side, more).map(|point| at(body, point)).collect();
        points.dedup_by(|a, b| a.distance(*b) < NEAR);
        painter.add(PathShape::convex_polygon(points, colour, edge));
    }
}
