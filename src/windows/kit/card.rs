//! A card: what belongs together, on paper of its own and as wide as the page. Owns its ground, edge and distances; a card
//! never lies in another.

use super::theme::{Ink, ROUND};
use eframe::egui::{Frame, Margin, Stroke, Ui};

/// Free space within its edge.
const MARGIN: i8 = 16;

/// Shows a card.
pub fn card<T>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> T) -> T {
    edged(ui, Stroke::NONE, add)
}

/// Shows a card that wants attention, or that is the one chosen of several: with an edge in this colour.
pub fn edged<T>(ui: &mut Ui, edge: impl Into<Stroke>, add: impl FnOnce(&mut Ui) -> T) -> T {
    let ink = Ink::of(ui.visuals().dark_mode);
    let frame = Frame::new().fill(ink.card).stroke(edge).corner_radius(ROUND).inner_margin(Margin::same(MARGIN));
    let shown = frame.show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        add(ui)
    });
    shown.inner
}
