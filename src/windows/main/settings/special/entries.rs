//! The app's entries in the desktop on the page Settings, a switch each. Owns its look.

use crate::text::surroundings as text;
use crate::windows::kit::switch::switch;
use crate::windows::main::context::PageContext;
use crate::windows::main::settings::row;
use crate::windows::main::talk::{DesktopEntry, DesktopOrder, DesktopUpdate, EntryStanding};
use eframe::egui::Ui;

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
        entry(ui, context, DesktopEntry::Application, &text::application_entry(), application);
    }
}

fn entry(ui: &mut Ui, context: &PageContext<'_>, entry: DesktopEntry, label: &str, stands: &EntryStanding) {
    let on = stands.on.unwrap_or(false);
    let control =
        |ui: &mut Ui| ui.add_enabled_ui(stands.ours, |ui| ui.horizontal(|ui| switch(ui, on, label)).inner).inner;
    if row::laid(ui, label, &stands.told, true, control) {
        context.order(DesktopOrder::Set(entry, !on));
    }
    ui.add_space(8.0);
}
