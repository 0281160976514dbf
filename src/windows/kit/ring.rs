//! A ring: how far it is, and how things are. Owns how each of the tray's states looks, by its colour and by a shape of its
//! own; knows no sentence.

use super::theme::{self, Ink};
use crate::engine::view::TrayState;
use eframe::egui::accesskit::Role;
use eframe::egui::{
    Align2, Color32, FontFamily, FontId, Painter, Pos2, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo, pos2, vec2,
};
use std::f32::consts::TAU;

/// Its width and height.
pub const SIZE: f32 = 168.0;
/// The width of its line.
const LINE: f32 = 8.0;
/// Steps of the way.
const STEPS: u8 = 12;
/// A clock time in it, in points; large text has room as well.
const CLOCK: f32 = 28.0;
/// Half of the shape within it.
const SHAPE: f32 = 18.0;

/// A ring.
#[derive(Clone, Copy, Debug)]
pub struct Ring<'a> {
    /// How things are.
    pub state: TrayState,
    /// How far it is, in twelfths.
    pub progress: u8,
    /// The clock time that it is about.
    pub clock: Option<&'a str>,
    /// What it is called for those who do not see it.
    pub name: &'a str,
}

impl Ring<'_> {
    /// Shows it.
    pub fn show(&self, ui: &mut Ui) {
        let (place, response) = ui.allocate_exact_size(vec2(SIZE, SIZE), Sense::hover());
        let ink = Ink::of(ui.visuals().dark_mode);
        let (painter, colour, centre) = (ui.painter(), colour(self.state, ink), place.center());
        let radius = (SIZE - LINE) / 2.0;
        arc(painter, centre, radius, STEPS, Stroke::new(LINE, ink.line));
        arc(painter, centre, radius, self.progress, Stroke::new(LINE, colour));
        let (above, below) = if self.clock.is_some() { (24.0, 28.0) } else { (0.0, 0.0) };
        shape(painter, centre - vec2(0.0, above), self.state, colour, ink);
        if let Some(clock) = self.clock {
            let font = FontId::new(CLOCK * theme::scale(ui), FontFamily::Proportional);
            painter.text(centre + vec2(0.0, below), Align2::CENTER_CENTER, clock, font, ink.text);
        }
        let twelfths = f64::from(self.progress.min(STEPS));
        response.widget_info(|| WidgetInfo::labeled(Role::ProgressIndicator, true, self.name));
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_min_numeric_value(0.0);
            node.set_max_numeric_value(f64::from(STEPS));
            node.set_numeric_value(twelfths);
        });
    }
}

/// The colour of a state, as in the tray.
fn colour(state: TrayState, ink: Ink) -> Color32 {
    match state {
        TrayState::Counting | TrayState::Break => ink.accent,
        TrayState::Due | TrayState::Snoozed => ink.due,
        TrayState::Held => ink.quiet,
        TrayState::Paused => ink.soft,
        TrayState::Overdue => ink.overdue,
    }
}

/// The part of the way that is over, from the top to the right.
fn arc(painter: &Painter, centre: Pos2, radius: f32, progress: u8, stroke: Stroke) {
    let end = f32::from(progress.min(STEPS)) / f32::from(STEPS);
    if end > 0.0 {
        painter.add(Shape::line(turn(centre, radius, 0.0, end), stroke));
    }
}

/// Points on a circle between two turns, both counted from its top.
fn turn(centre: Pos2, radius: f32, from: f32, to: f32) -> Vec<Pos2> {
    const POINTS: u8 = 72;
    let at = |step: u8| {
        let turn = (from + (to - from) * f32::from(step) / f32::from(POINTS)) * TAU;
        centre + radius * vec2(turn.sin(), -turn.cos())
    };
    (0..=POINTS).map(at).collect()
}

/// The shape of a state: what the icon has, in few lines.
fn shape(painter: &Painter, at: Pos2, state: TrayState, colour: Color32, ink: Ink) {
    let thick = Stroke::new(4.0, colour);
    match state {
        TrayState::Counting => figure(painter, at, Stroke::new(4.0, colour), 5.0),
        TrayState::Break => {
            painter.circle_filled(at, SHAPE + 2.0, colour);
            figure(painter, at, Stroke::new(3.0, ink.card), -5.0);
        }
        TrayState::Due => {
            painter.circle_filled(at, SHAPE - 7.0, colour);
            for ray in 0..8_u8 {
                let by = Vec2::angled(f32::from(ray) / 8.0 * TAU);
                painter.line_segment([at + by * (SHAPE - 4.0), at + by * SHAPE], Stroke::new(3.0, colour));
            }
        }
        TrayState::Snoozed => moon(painter, at, colour),
        TrayState::Held => {
            let corners = [(-1.0, -0.8), (1.0, -0.8), (1.0, 0.5), (-0.2, 0.5), (-0.6, 1.0), (-0.6, 0.5), (-1.0, 0.5)];
            let points = corners.map(|(x, y)| at + SHAPE * vec2(x, y)).to_vec();
            painter.add(Shape::closed_line(points, Stroke::new(3.0, colour)));
        }
        TrayState::Paused => {
            for x in [-7.0, 7.0] {
                let ends = [pos2(at.x + x, at.y - SHAPE * 0.7), pos2(at.x + x, at.y + SHAPE * 0.7)];
                painter.line_segment(ends, Stroke::new(6.0, colour));
            }
        }
        TrayState::Overdue => {
            let points = [(0.0, -1.0), (1.0, 0.0), (0.0, 1.0), (-1.0, 0.0)].map(|(x, y)| at + SHAPE * vec2(x, y));
            painter.add(Shape::closed_line(points.to_vec(), thick));
            painter.line_segment([at - vec2(0.0, 7.0), at + vec2(0.0, 2.0)], Stroke::new(3.0, colour));
            painter.circle_filled(at + vec2(0.0, 6.5), 2.0, colour);
        }
    }
}

/// Somebody upright, with the hands so far below the shoulders.
fn figure(painter: &Painter, at: Pos2, stroke: Stroke, hands: f32) {
    painter.circle_filled(at - vec2(0.0, 10.0), 4.5, stroke.color);
    painter.line_segment([at - vec2(0.0, 1.0), at + vec2(0.0, 12.0)], stroke);
    let arms = [at + vec2(-11.0, hands), at - vec2(4.0, 1.0), at + vec2(4.0, -1.0), at + vec2(11.0, hands)];
    painter.add(Shape::line(arms.to_vec(), stroke));
}

/// A crescent, open at the right: the larger arc, and the smaller one of a circle that stands further right.
fn moon(painter: &Painter, at: Pos2, colour: Color32) {
    let mut outline = turn(at, SHAPE, 0.4, 1.1);
    outline.extend(turn(at + vec2(12.0, 0.0), 14.6, 0.985, 0.515));
    painter.add(Shape::line(outline, Stroke::new(3.0, colour)));
}
