//! A notice: what must be known beside the rest, on paper of its own. Owns its frame; knows no sentence.

use super::paragraph::{heading, line_height, paragraph};
use super::theme::{Ink, ROUND};
use eframe::egui::{Frame, Margin, RichText, TextStyle, Ui};

/// Free space within its edge.
const MARGIN: i8 = 12;

/// Shows it as wide as there is room.
pub fn notice(ui: &mut Ui, title: &str, text: &str) {
    let ink = Ink::of(ui.visuals().dark_mode);
    Frame::new().fill(ink.card).corner_radius(ROUND).inner_margin(Margin::same(MARGIN)).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        heading(ui, title, TextStyle::Body, 2);
        let height = line_height(ui, &TextStyle::Small);
        paragraph(ui, RichText::new(text).small().line_height(Some(height)));
    });
}
