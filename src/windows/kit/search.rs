//! A search field. Owns its look, its name and that it can be emptied; what is found is the page's.

use super::theme::{self, Ink};
use eframe::egui::{Margin, Response, Stroke, TextEdit, Ui, vec2};

/// Before the text, for the glass.
const GLASS: i8 = 36;

/// Shows it as wide as there is room; `changed` of the response says that there is something else to be found.
pub fn search(ui: &mut Ui, text: &mut String, name: &str) -> Response {
    let ink = Ink::of(ui.visuals().dark_mode);
    let scale = theme::scale(ui);
    #[expect(clippy::cast_possible_truncation, reason = "a few dozen points")]
    let margin = Margin { left: (f32::from(GLASS) * scale) as i8, right: 12, top: 8, bottom: 8 };
    let edit = TextEdit::singleline(text).hint_text(name.to_owned()).margin(margin).desired_width(f32::INFINITY);
    let response = ui.add(edit);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(eframe::egui::accesskit::Role::SearchInput);
        node.set_label(name);
    });
    let stroke = Stroke::new(1.5 * scale, ink.soft);
    let glass = response.rect.left_center() + vec2(0.5 * f32::from(GLASS), -1.0) * scale;
    ui.painter().circle_stroke(glass, 5.0 * scale, stroke);
    let handle = vec2(3.5, 3.5) * scale;
    ui.painter().line_segment([glass + handle, glass + 2.3 * handle], stroke);
    response
}
