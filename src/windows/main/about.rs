//! The page About. Owns its look.

use super::context::PageContext;
use super::page::MainPage;
use super::talk::{AboutUpdate, DataUpdate};
use crate::windows::kit::paragraph::title;
use eframe::egui::Ui;

/// The page, with what it was told.
#[derive(Debug, Default)]
pub(super) struct AboutPage {}

impl AboutPage {
    pub(super) fn take(&mut self, update: AboutUpdate) {
        match update {}
    }

    /// Hears what came of taking out or deleting.
    pub(super) fn take_data(&mut self, update: DataUpdate) {
        match update {}
    }

    pub(super) fn show(&mut self, ui: &mut Ui, context: &mut PageContext<'_>) {
        let _ = context;
        title(ui, &MainPage::About.name());
    }
}
