//! A column: the page beside or below the rail, at most so wide that it is easily read. Owns its place and width, and that it
//! scrolls by keys; never what stands there.

use super::{focus, keys, theme};
use eframe::egui::{CentralPanel, Frame, Margin, ScrollArea, Ui};

/// Free space around it; less where there is little room.
const MARGIN: i8 = 24;
const MARGIN_NARROW: i8 = 16;
const NARROW: f32 = 560.0;
/// No wider than this: a longer line is hard to read.
pub const WIDEST: f32 = 760.0;

/// Shows the page of this name; one that has just been turned to begins at its top.
pub fn show<T>(ui: &mut Ui, name: &str, turned: bool, add: impl FnOnce(&mut Ui) -> T) -> T {
    let beside = CentralPanel::default().frame(Frame::new()).show(ui, |ui| {
        let scroll = keys::scroll(ui);
        let mut area = ScrollArea::vertical().id_salt(name).auto_shrink(false);
        if turned {
            area = area.vertical_scroll_offset(0.0);
        }
        let shown = area.show(ui, |ui| {
            if let Some(scroll) = scroll {
                scroll.apply(ui);
            }
            // The free space is inside what scrolls, so that the ring of the keyboard is never cut off at its edge.
            let margin = if ui.available_width() < NARROW { MARGIN_NARROW } else { MARGIN };
            let shown = Frame::new().inner_margin(Margin::same(margin)).show(ui, |ui| {
                let widest = WIDEST * theme::scale(ui);
                ui.set_max_width(ui.available_width().min(widest));
                ui.set_min_width(ui.available_width());
                add(ui)
            });
            focus::keep_in_sight(ui);
            shown.inner
        });
        shown.inner
    });
    beside.inner
}
