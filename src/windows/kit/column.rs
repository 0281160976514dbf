//! A column: the page beside or below the rail, at most so wide that it is easily read. Owns its place and width, and that it
//! scrolls by keys; never what stands there.

use super::keys;
use eframe::egui::{CentralPanel, Frame, Margin, ScrollArea, Ui};

/// Free space around it.
const MARGIN: i8 = 24;
/// No wider than this.
const WIDEST: f32 = 760.0;

/// Shows the page of this name; one that has just been turned to begins at its top.
pub fn show<T>(ui: &mut Ui, name: &str, turned: bool, add: impl FnOnce(&mut Ui) -> T) -> T {
    let beside = CentralPanel::default().frame(Frame::new().inner_margin(Margin::same(MARGIN))).show(ui, |ui| {
        let scroll = keys::scroll(ui);
        let mut area = ScrollArea::vertical().id_salt(name).auto_shrink(false);
        if turned {
            area = area.vertical_scroll_offset(0.0);
        }
        let shown = area.show(ui, |ui| {
            if let Some(scroll) = scroll {
                scroll.apply(ui);
            }
            ui.set_max_width(ui.available_width().min(WIDEST));
            add(ui)
        });
        shown.inner
    });
    beside.inner
}
