//! The page Exercises. Owns its look.

use super::context::PageContext;
use super::page::MainPage;
use super::talk::ExercisesUpdate;
use crate::windows::kit::paragraph::title;
use eframe::egui::Ui;

/// The page, with what it was told.
#[derive(Debug, Default)]
pub(super) struct ExercisesPage {}

impl ExercisesPage {
    pub(super) fn take(&mut self, update: ExercisesUpdate) {
        match update {}
    }

    /// Opens the exercise with this id.
    pub(super) fn open_at(&mut self, id: &str) {
        let _ = id;
    }

    /// Back to the gallery; false where that is open.
    pub(super) fn back(&mut self) -> bool {
        false
    }

    pub(super) fn show(&mut self, ui: &mut Ui, context: &mut PageContext<'_>) {
        let _ = context;
        title(ui, &MainPage::Exercises.name());
    }
}
