//! Where the app is found, drawn: a panel with its icon beside the clock, or one icon among those of all applications. Owns
//! these two drawings; the icons themselves are `icons/counting.svg` and `icons/unhunch.svg`, drawn once more.

use crate::windows::kit::theme::{Ink, ROUND};
use eframe::egui::accesskit::Role;
use eframe::egui::epaint::CubicBezierShape;
use eframe::egui::{Color32, FontId, Painter, Pos2, Rect, Sense, Stroke, StrokeKind, Ui, pos2, vec2};
use std::f32::consts::TAU;

/// The drawing's size.
const WIDTH: f32 = 360.0;
const HEIGHT: f32 = 96.0;
/// The panel's height, and an icon's width.
const PANEL: f32 = 32.0;
const ICON: f32 = 22.0;
/// The icon is drawn in units of this many to its width.
const UNITS: f32 = 48.0;

/// Draws the place, and names it for those who do not see it. `clock` is what the panel's clock shows.
pub(super) fn place(ui: &mut Ui, name: &str, tray: bool, clock: &str) {
    let size = vec2(WIDTH.min(ui.available_width()), HEIGHT);
    let (response, painter) = ui.allocate_painter(size, Sense::hover());
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Image);
        node.set_label(name);
    });
    let ink = Ink::of(ui.visuals().dark_mode);
    let screen = response.rect.shrink(1.0);
    painter.rect(screen, ROUND, ink.card, Stroke::new(1.0, ink.soft), StrokeKind::Inside);
    if tray { panel(&painter, screen, ink, clock) } else { applications(&painter, screen, ink) }
}

/// A panel at the lower edge: other icons, ours in a ring, the clock.
fn panel(painter: &Painter, screen: Rect, ink: Ink, clock: &str) {
    let top = screen.bottom() - PANEL;
    painter.hline(screen.x_range(), top, Stroke::new(1.0, ink.soft));
    let middle = top + PANEL / 2.0;
    let font = FontId::proportional(13.0);
    let time = painter.layout_no_wrap(clock.to_owned(), font, ink.text);
    let left = screen.right() - 16.0 - time.size().x;
    painter.galley(pos2(left, middle - time.size().y / 2.0), time, ink.text);
    let ours = Rect::from_center_size(pos2(left - 16.0 - ICON / 2.0, middle), vec2(ICON, ICON));
    icon(painter, ours, ink);
    around(painter, ours, ink);
    for at in [1.0_f32, 2.0, 3.0] {
        painter.circle_filled(pos2(ours.left() - at * 28.0, middle), 6.0, ink.line);
    }
}

/// The icons of all applications, with ours among them.
fn applications(painter: &Painter, screen: Rect, ink: Ink) {
    let step = screen.width() / 5.0;
    for at in [0.5_f32, 1.5, 2.5, 3.5, 4.5] {
        let place = pos2(at.mul_add(step, screen.left()), screen.center().y);
        let place = Rect::from_center_size(place, vec2(2.0 * ICON, 2.0 * ICON));
        if (at - 2.5).abs() < 0.1 {
            app(painter, place, ink);
            around(painter, place, ink);
        } else {
            painter.rect_filled(place.shrink(4.0), ROUND, ink.line);
        }
    }
}

/// What is meant.
fn around(painter: &Painter, icon: Rect, ink: Ink) {
    painter.rect_stroke(icon.expand(4.0), ROUND, Stroke::new(2.0, ink.text), StrokeKind::Outside);
}

/// The icon: an open ring that fills, and an upright figure.
fn icon(painter: &Painter, place: Rect, ink: Ink) {
    let one = place.width() / UNITS;
    let at = |x: f32, y: f32| place.min + vec2(x, y) * one;
    let (middle, round) = (at(24.0, 24.0), 20.0 * one);
    painter.circle_stroke(middle, round, Stroke::new(4.0 * one, ink.line));
    let ring: Vec<Pos2> = (0_u8..=14).map(|step| turned(middle, round, f32::from(step) / 24.0)).collect();
    painter.line(ring, Stroke::new(5.0 * one, ink.accent));
    painter.circle_filled(at(24.0, 14.6), 4.8 * one, ink.accent);
    let line = Stroke::new(5.0 * one, ink.accent);
    painter.line_segment([at(24.0, 24.0), at(24.0, 35.5)], line);
    let left = [at(14.6, 28.6), at(15.8, 24.6), at(18.4, 23.0), at(24.0, 23.0)];
    arms(painter, [left, [at(24.0, 23.0), at(29.6, 23.0), at(32.2, 24.6), at(33.4, 28.6)]], line);
}

/// The app's own icon, as its entry has it: a figure that opens its arms.
fn app(painter: &Painter, place: Rect, ink: Ink) {
    let one = place.width() / UNITS;
    let at = |x: f32, y: f32| place.min + vec2(x, y) * one;
    painter.rect_filled(place.shrink(2.0 * one), 13.0 * one, ink.accent);
    painter.circle_filled(at(24.0, 13.6), 4.8 * one, ink.on_accent);
    let line = Stroke::new(5.0 * one, ink.on_accent);
    painter.line_segment([at(24.0, 24.0), at(24.0, 38.0)], line);
    let left = [at(11.0, 15.5), at(12.8, 21.8), at(17.2, 24.0), at(24.0, 24.0)];
    arms(painter, [left, [at(24.0, 24.0), at(30.8, 24.0), at(35.2, 21.8), at(37.0, 15.5)]], line);
}

fn arms(painter: &Painter, both: [[Pos2; 4]; 2], line: Stroke) {
    for arm in both {
        painter.add(CubicBezierShape::from_points_stroke(arm, false, Color32::TRANSPARENT, line));
    }
}

/// The point of a ring at this part of its way round, from the top on.
fn turned(middle: Pos2, round: f32, part: f32) -> Pos2 {
    let (sin, cos) = (part * TAU).sin_cos();
    middle + vec2(sin, -cos) * round
}
