//! The page Settings. Owns its look.

use super::context::PageContext;
use super::page::MainPage;
use super::talk::SettingsUpdate;
use crate::windows::kit::paragraph::heading;
use crate::windows::kit::theme;
use eframe::egui::Ui;

/// The page, with what it was told.
#[derive(Debug, Default)]
pub(super) struct SettingsPage {}

impl SettingsPage {
    pub(super) fn take(&mut self, update: SettingsUpdate) {
        match update {}
    }

    /// Opens this part of the page.
    pub(super) fn open_at(&mut self, part: &str) {
        let _ = part;
    }

    pub(super) fn show(&mut self, ui: &mut Ui, context: &mut PageContext<'_>) {
        let _ = context;
        heading(ui, &MainPage::Settings.name(), theme::cue(), 1);
    }
}
