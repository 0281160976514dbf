//! The page Review. Owns its look.

use super::context::PageContext;
use super::page::MainPage;
use super::talk::ReviewUpdate;
use crate::windows::kit::paragraph::title;
use eframe::egui::Ui;

/// The page, with what it was told.
#[derive(Debug, Default)]
pub(super) struct ReviewPage {}

impl ReviewPage {
    pub(super) fn take(&mut self, update: ReviewUpdate) {
        match update {}
    }

    /// The record is not as it was.
    pub(super) fn record_changed(&mut self) {}

    pub(super) fn show(&mut self, ui: &mut Ui, context: &mut PageContext<'_>) {
        let _ = context;
        title(ui, &MainPage::Review.name());
    }
}
