//! A search field. Owns its look, its names and that it can be emptied; what is found is the page's.

use super::theme::{self, Ink};
use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Margin, Rect, Response, Sense, Stroke, TextEdit, Ui, pos2, vec2};

/// Before the text, for the glass, and behind it, for the cross.
const BESIDE: i8 = 36;

/// Shows it as wide as there is room; `changed` of the response says that there is something else to be found. The cross,
/// which is called `end`, and Escape empty it.
pub fn search(ui: &mut Ui, text: &mut String, name: &str, end: &str) -> Response {
    let scale = theme::scale(ui);
    let stroke = Stroke::new(1.5 * scale, Ink::of(ui.visuals().dark_mode).soft);
    let beside = f32::from(BESIDE) * scale;
    #[expect(clippy::cast_possible_truncation, reason = "a few dozen points")]
    let margin = Margin { left: beside as i8, right: beside as i8, top: 8, bottom: 8 };
    // Before it is drawn: by then it has let go of the keyboard.
    let escaped = ui.input(|input| input.key_pressed(Key::Escape));
    let edit = TextEdit::singleline(text).hint_text(name.to_owned()).margin(margin).desired_width(f32::INFINITY);
    let mut response = ui.add(edit);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::SearchInput);
        node.set_label(name);
    });
    let glass = response.rect.left_center() + vec2(0.5 * beside, -scale);
    ui.painter().circle_stroke(glass, 5.0 * scale, stroke);
    let handle = vec2(3.5, 3.5) * scale;
    ui.painter().line_segment([glass + handle, glass + 2.3 * handle], stroke);
    let ended = !text.is_empty() && cross(ui, &response, beside, stroke, end);
    if ended {
        response.request_focus();
    }
    if ended || (escaped && response.lost_focus() && !text.is_empty()) {
        text.clear();
        response.mark_changed();
    }
    response
}

/// The cross at its end; whether it was pressed.
fn cross(ui: &Ui, field: &Response, beside: f32, stroke: Stroke, name: &str) -> bool {
    let place = Rect::from_min_max(pos2(field.rect.right() - beside, field.rect.top()), field.rect.max);
    let response = ui.interact(place, field.id.with("end"), Sense::click());
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Button);
        node.set_label(name);
    });
    let arm = vec2(4.0, 4.0) * (beside / f32::from(BESIDE));
    let turned = vec2(arm.x, -arm.y);
    for arm in [arm, turned] {
        ui.painter().line_segment([place.center() - arm, place.center() + arm], stroke);
    }
    response.on_hover_text(name).clicked()
}
