//! Notifications and the icon on the page Settings: how each does, and one notification to look at. Owns its look.

use super::parts_known::PartsKnown;
use super::senses::state;
use crate::parts::PartId;
use crate::text::surroundings as text;
use crate::windows::kit::paragraph::{paragraph, section};
use crate::windows::main::context::PageContext;
use crate::windows::main::talk::PartsOrder;
use eframe::egui::{RichText, Ui};

/// Shows both.
pub(super) fn show(known: &PartsKnown, ui: &mut Ui, context: &PageContext<'_>) {
    section(ui, &text::notice_looks());
    if known.gone {
        paragraph(ui, RichText::new(text::nothing_shown()));
        return;
    }
    of(PartId::Notifications, known, ui);
    paragraph(ui, RichText::new(text::notice_why()).weak());
    if ui.button(text::notice()).clicked() {
        context.order(PartsOrder::ShowNotice);
    }
    if known.notice_shown {
        paragraph(ui, RichText::new(text::notice_sent()));
    }
    section(ui, &text::part_tray());
    of(PartId::Tray, known, ui);
}

fn of(part: PartId, known: &PartsKnown, ui: &mut Ui) {
    match known.of(part) {
        Some(told) => state(ui, &told.report, told.since.as_deref()),
        None => drop(paragraph(ui, RichText::new(text::asking()).weak())),
    }
}
