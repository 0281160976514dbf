//! Segments: one of a few short words, beside each other. Owns how they look and are named; arrows walk through them by
//! egui's own rules.

use super::theme::Ink;
use eframe::egui::accesskit::Role;
use eframe::egui::{Button, RichText, Stroke, Ui, WidgetInfo};

/// Shows them; the place of the one that was chosen now.
pub fn segments(ui: &mut Ui, names: &[String], chosen: Option<usize>) -> Option<usize> {
    let ink = Ink::of(ui.visuals().dark_mode);
    let mut pressed = None;
    ui.horizontal_wrapped(|ui| {
        for (at, name) in names.iter().enumerate() {
            let own = chosen == Some(at);
            // The chosen one is filled and has no edge: told by more than its colour.
            let button = if own {
                Button::new(RichText::new(name).color(ink.on_accent)).fill(ink.accent).stroke(Stroke::NONE)
            } else {
                Button::new(name.as_str())
            };
            let response = ui.add(button);
            response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), own, name));
            if response.clicked() {
                pressed = Some(at);
            }
        }
    });
    pressed
}
