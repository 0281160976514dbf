//! A switch: on or off at once. Owns how it looks and is named, and that its two states are told by place as well as colour.

use super::theme::Ink;
use eframe::egui::accesskit::Role;
use eframe::egui::{CornerRadius, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

/// Its size, and how far its knob stays off its edge.
const SIZE: [f32; 2] = [44.0, 24.0];
const EDGE: f32 = 4.0;

/// Shows it; whether it was pressed. `name` is its name for those who do not see beside what it stands.
pub fn switch(ui: &mut Ui, on: bool, name: &str) -> bool {
    let ink = Ink::of(ui.visuals().dark_mode);
    let (rect, response) = ui.allocate_exact_size(SIZE.into(), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Switch, ui.is_enabled(), on, name));
    let round = rect.height() / 2.0;
    let corner = CornerRadius::same(12);
    let (fill, knob) = if on { (ink.accent, ink.on_accent) } else { (ink.card, ink.soft) };
    let edge = Stroke::new(1.5, if on { ink.accent } else { ink.soft });
    ui.painter().rect(rect, corner, fill, edge, StrokeKind::Inside);
    let aside = if on { rect.width() / 2.0 - round } else { round - rect.width() / 2.0 };
    ui.painter().circle_filled(rect.center() + vec2(aside, 0.0), round - EDGE, knob);
    response.clicked()
}
