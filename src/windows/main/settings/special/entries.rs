//! The app's entries in the desktop on the page Settings, a switch each. Owns its look.

use crate::text::surroundings as text;
use crate::windows::kit::field;
use crate::windows::kit::paragraph::paragraph;
use crate::windows::main::context::PageContext;
use crate::windows::main::talk::{DesktopEntry, DesktopOrder, DesktopUpdate, EntryStanding};
use eframe::egui::{RichText, Ui};

/// How they stand, as far as it was told.
#[derive(Debug, Default)]
pub(super) struct EntriesSection {
    stand: Option<(EntryStanding, EntryStanding)>,
    /// They are being looked at.
    asked: bool,
}

impl EntriesSection {
    pub(super) fn take(&mut self, update: DesktopUpdate) {
        let DesktopUpdate::Stand { autostart, application } = update;
        self.stand = Some((autostart, application));
    }

    /// Shows both.
    pub(super) fn show(&mut self, ui: &mut Ui, context: &PageContext<'_>) {
        if !std::mem::replace(&mut self.asked, true) {
            context.order(DesktopOrder::Look);
        }
        let Some((autostart, application)) = &self.stand else { return };
        entry(ui, context, DesktopEntry::Autostart, &text::autostart(), autostart);
        ui.add_space(8.0);
        entry(ui, context, DesktopEntry::Application, &text::application_entry(), application);
    }
}

fn entry(ui: &mut Ui, context: &PageContext<'_>, entry: DesktopEntry, label: &str, stands: &EntryStanding) {
    let on = stands.on.unwrap_or(false);
    let pressed = ui.add_enabled_ui(stands.ours, |ui| field::choice(ui, true, on, label)).inner;
    if pressed {
        context.order(DesktopOrder::Set(entry, !on));
    }
    paragraph(ui, RichText::new(&stands.told).small().weak());
}
