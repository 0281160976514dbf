//! A table: the figures of a chart in words. Owns its columns and how it is named for those who do not see it.

use super::{font, widest};
use crate::windows::kit::theme::Ink;
use eframe::egui::accesskit::Role;
use eframe::egui::{Align, Align2, FontId, Layout, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, vec2};

/// Between two columns.
const GAP: f32 = 16.0;
/// A row's height, in those of its letters.
const ROW: f32 = 1.8;

/// Figures in rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// What it is of.
    pub name: String,
    /// What each column is.
    pub head: Vec<String>,
    /// The rows, each with as many texts as there are columns.
    pub rows: Vec<Vec<String>>,
}

impl Table {
    /// Shows it; what does not fit beside each other is scrolled to.
    pub fn show(&self, ui: &mut Ui) {
        let font = font(ui);
        let widths: Vec<f32> = (0..self.head.len())
            .map(|at| widest(ui, self.lines().filter_map(|row| row.get(at)).map(String::as_str), &font) + GAP)
            .collect();
        super::named(ui, &self.name, |ui| {
            ScrollArea::horizontal().id_salt(&self.name).show(ui, |ui| {
                ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
                for (at, row) in self.lines().enumerate() {
                    line(ui, row, &widths, &font, at == 0);
                }
            });
        });
    }

    fn lines(&self) -> impl Iterator<Item = &Vec<String>> {
        std::iter::once(&self.head).chain(&self.rows)
    }
}

/// One row, at the top of the room: in its middle it would take all that is left of the page.
fn line(ui: &mut Ui, row: &[String], widths: &[f32], font: &FontId, head: bool) {
    let ink = Ink::of(ui.visuals().dark_mode);
    let builder = UiBuilder::new().accessibility_role(Role::Row).layout(Layout::left_to_right(Align::TOP));
    ui.scope_builder(builder, |ui| {
        for (text, width) in row.iter().zip(widths) {
            let (rect, response) = ui.allocate_exact_size(vec2(*width, font.size * ROW), Sense::hover());
            let colour = if head { ink.soft } else { ink.text };
            ui.painter().text(rect.left_center(), Align2::LEFT_CENTER, text, font.clone(), colour);
            let role = if head { Role::ColumnHeader } else { Role::Cell };
            response.widget_info(|| WidgetInfo::labeled(role, true, text));
        }
    });
}
