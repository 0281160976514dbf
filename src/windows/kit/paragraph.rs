//! Text that is read: paragraphs, headings, how high a line is. Owns these measures; knows no sentence.

use super::theme::{self, Ink};
use eframe::egui::accesskit::Role;
use eframe::egui::{Label, Response, RichText, Stroke, TextStyle, Ui};

/// A line is this many times as high as its letters.
const LINE: f32 = 1.4;

/// A text that is broken where its room ends.
pub fn paragraph(ui: &mut Ui, text: RichText) -> Response {
    ui.add(Label::new(text).wrap())
}

/// A heading of this level, from 1.
pub fn heading(ui: &mut Ui, title: &str, style: TextStyle, level: usize) -> Response {
    let response = paragraph(ui, RichText::new(title).text_style(style));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Heading);
        node.set_level(level);
        // Headings are called by their label, other text by its value.
        node.set_label(title);
    });
    response
}

/// The title of a page.
pub fn title(ui: &mut Ui, text: &str) {
    heading(ui, text, theme::title(), 1);
    ui.add_space(8.0);
}

/// The heading of a part of a page, with its distance to the part before.
pub fn section(ui: &mut Ui, text: &str) {
    ui.add_space(24.0);
    heading(ui, text, TextStyle::Heading, 2);
}

/// The heading of a group within a part, with a line that parts it from the group before.
pub fn group(ui: &mut Ui, text: &str, level: usize) {
    ui.add_space(8.0);
    let response = heading(ui, text, TextStyle::Body, level);
    let line = Stroke::new(1.0, Ink::of(ui.visuals().dark_mode).line);
    ui.painter().hline(ui.available_rect_before_wrap().x_range(), response.rect.bottom() + 4.0, line);
    ui.add_space(4.0);
}

/// Text that can wait: help, a unit, where something comes from.
pub fn aside(ui: &mut Ui, text: &str) -> Response {
    let height = line_height(ui, &TextStyle::Small);
    paragraph(ui, RichText::new(text).small().weak().line_height(Some(height)))
}

/// The height of a line that is easily read.
#[must_use]
pub fn line_height(ui: &Ui, style: &TextStyle) -> f32 {
    style.resolve(ui.style()).size * LINE
}
