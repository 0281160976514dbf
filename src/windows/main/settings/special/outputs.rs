//! Notifications and the icon on the page Settings: how each does, and one notification to look at. Owns its look.

use super::parts_known::PartsKnown;
use super::senses::state;
use crate::parts::PartId;
use crate::text::surroundings as text;
use crate::windows::kit::paragraph::{heading, paragraph};
use crate::windows::main::context::PageContext;
use crate::windows::main::talk::PartsOrder;
use eframe::egui::{RichText, TextStyle, Ui};

/// Shows both.
pub(super) fn show(known: &PartsKnown, ui: &mut Ui, context: &PageContext<'_>) {
    heading(ui, &text::part_notifications(), TextStyle::Heading, 2);
    of(PartId::Notifications, known, ui);
    paragraph(ui, RichText::new(text::notice_why()).weak());
    if ui.add_enabled_ui(!known.gone, |ui| ui.button(text::notice()).clicked()).inner {
        context.order(PartsOrder::ShowNotice);
    }
    if known.notice_shown {
        paragraph(ui, RichText::new(text::notice_sent()));
    }
    ui.add_space(8.0);
    heading(ui, &text::part_tray(), TextStyle::Heading, 2);
    of(PartId::Tray, known, ui);
}

fn of(part: PartId, known: &PartsKnown, ui: &mut Ui) {
    match known.of(part) {
        Some(told) => state(ui, &told.report, told.since.as_deref()),
        None if known.gone => drop(paragraph(ui, RichText::new(text::nothing_sensed()))),
        None => drop(paragraph(ui, RichText::new(text::asking()).weak())),
    }
}
