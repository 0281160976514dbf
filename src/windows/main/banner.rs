//! The line that tells what came of an order, above every page. Owns how long it stands: until another comes, or the person
//! closes it.

use super::context::PageContext;
use super::talk::Banner;
use crate::text::rail as text;
use crate::windows::kit::paragraph::paragraph;
use crate::windows::kit::theme::{Ink, ROUND};
use eframe::egui::{Frame, Margin, RichText, Stroke, Ui};

/// The line, if there is one.
#[derive(Debug, Default)]
pub(super) struct BannerStrip {
    banner: Option<Banner>,
}

impl BannerStrip {
    /// Tells this from now on.
    pub(super) fn take(&mut self, banner: Banner) {
        self.banner = Some(banner);
    }

    /// Shows it.
    pub(super) fn show(&mut self, ui: &mut Ui, context: &PageContext<'_>) {
        let Some(banner) = &self.banner else { return };
        let ink = Ink::of(ui.visuals().dark_mode);
        let mut over = false;
        let edge = Stroke::new(1.0, if banner.refused { ink.soft } else { ink.accent });
        Frame::new().fill(ink.card).stroke(edge).corner_radius(ROUND).inner_margin(Margin::same(12)).show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            paragraph(ui, RichText::new(&banner.text));
            ui.horizontal_wrapped(|ui| {
                if let Some(undo) = &banner.undo
                    && ui.button(text::undo()).clicked()
                {
                    context.order(undo.as_ref().clone());
                    over = true;
                }
                over |= ui.button(text::close()).clicked();
            });
        });
        ui.add_space(8.0);
        if over {
            self.banner = None;
        }
    }
}
