//! Marks in a row, one for each day: full, half, empty, a dash, a dot. Owns how they look; never what one means.

use super::{font, measure, named, say, width};
use crate::windows::kit::rove::Rove;
use crate::windows::kit::theme::Ink;
use eframe::egui::accesskit::Role;
use eframe::egui::epaint::PathShape;
use eframe::egui::{Align2, Painter, Pos2, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};
use std::f32::consts::TAU;

/// A mark's radius, and its line.
const RADIUS: f32 = 10.0;
const LINE: f32 = 2.0;
/// In a legend.
const SMALL: f32 = 5.0;
/// A row's height, in those of its letters.
const ROW: f32 = 1.8;

/// How a mark looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkShape {
    /// A disc.
    Full,
    /// A circle, half of it filled.
    Half,
    /// A circle.
    Empty,
    /// A dash.
    Dash,
    /// A dot.
    Dot,
}

/// One mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// What stands above it.
    pub name: String,
    /// How it looks.
    pub shape: MarkShape,
    /// What stands below it.
    pub value: String,
    /// All of it in words.
    pub said: String,
}

/// Shows marks beside each other under this name; which one was chosen.
pub fn row(ui: &mut Ui, name: &str, marks: &[Mark]) -> Option<usize> {
    let (font, ink) = (font(ui), Ink::of(ui.visuals().dark_mode));
    let line = font.size * ROW;
    let size = vec2(ui.available_width(), 2.0 * line + 2.0 * RADIUS);
    let mut chosen = None;
    named(ui, name, |ui| {
        let (all, _) = ui.allocate_exact_size(size, Sense::hover());
        let rove = Rove::among(ui, ui.scope_id().with(name), marks.len(), marks.len().saturating_sub(1));
        let each = all.width() / measure(marks.len().max(1));
        for (at, mark) in marks.iter().enumerate() {
            let rect = all.with_min_x(all.left() + each * measure(at)).with_max_x(all.left() + each * measure(at + 1));
            let response = ui.interact(rect, rove.id(at), rove.sense(ui, at));
            rove.heed(ui, at, marks.len(), &response, |_| true);
            let painter = ui.painter();
            let (x, colour) = (rect.center().x, ink.text);
            painter.text(pos2(x, rect.top() + line / 2.0), Align2::CENTER_CENTER, &mark.name, font.clone(), colour);
            draw(painter, rect.center(), mark.shape, RADIUS, ink);
            painter.text(pos2(x, rect.bottom() - line / 2.0), Align2::CENTER_CENTER, &mark.value, font.clone(), colour);
            if say(ui, response, Role::Button, &mark.said).clicked() {
                chosen = Some(at);
            }
        }
    });
    chosen
}

/// What the marks mean, beside each other where there is room.
pub fn legend(ui: &mut Ui, meanings: &[(MarkShape, String)]) {
    let (font, ink) = (font(ui), Ink::of(ui.visuals().dark_mode));
    ui.horizontal_wrapped(|ui| {
        for (shape, meaning) in meanings {
            let size = vec2(4.0 * SMALL + width(ui, meaning, &font), font.size * ROW);
            let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
            draw(ui.painter(), pos2(rect.left() + SMALL, rect.center().y), *shape, SMALL, ink);
            let at = pos2(rect.left() + 3.0 * SMALL, rect.center().y);
            ui.painter().text(at, Align2::LEFT_CENTER, meaning, font.clone(), ink.soft);
            response.widget_info(|| WidgetInfo::labeled(Role::Label, true, meaning));
        }
    });
}

fn draw(painter: &Painter, at: Pos2, shape: MarkShape, radius: f32, ink: Ink) {
    match shape {
        MarkShape::Full => {
            painter.circle_filled(at, radius, ink.accent);
        }
        MarkShape::Half => {
            painter.add(PathShape::convex_polygon(half(at, radius), ink.accent, Stroke::NONE));
            painter.circle_stroke(at, radius - LINE / 2.0, Stroke::new(LINE, ink.accent));
        }
        MarkShape::Empty => {
            painter.circle_stroke(at, radius - LINE / 2.0, Stroke::new(LINE, ink.soft));
        }
        MarkShape::Dash => {
            painter.hline(at.x - radius..=at.x + radius, at.y, Stroke::new(LINE, ink.soft));
        }
        MarkShape::Dot => {
            painter.circle_filled(at, LINE, ink.soft);
        }
    }
}

/// The left half of a disc.
fn half(at: Pos2, radius: f32) -> Vec<Pos2> {
    const STEPS: u8 = 24;
    let angle = |n: u8| TAU / 4.0 + TAU / 2.0 * f32::from(n) / f32::from(STEPS);
    (0..=STEPS).map(|n| at + radius * vec2(angle(n).cos(), angle(n).sin())).collect()
}
