//! The page Learn: the list of what there is to read, and what is read. Owns its look; the texts are `learn`'s.

use super::context::PageContext;
use super::page::MainPage;
use crate::learn::Page;
use crate::windows::kit::paragraph::title;
use eframe::egui::Ui;

/// The page, with its texts.
#[derive(Debug)]
pub(super) struct LearnPage {
    pages: Vec<Page>,
}

impl LearnPage {
    pub(super) fn new(pages: Vec<Page>) -> Self {
        Self { pages }
    }

    /// Opens the text with this id.
    pub(super) fn open_at(&mut self, id: &str) {
        let _ = (id, self.pages.len());
    }

    /// Back to the list, or to the text before; false where the list is open.
    pub(super) fn back(&mut self) -> bool {
        false
    }

    pub(super) fn show(&mut self, ui: &mut Ui, context: &mut PageContext<'_>) {
        let _ = context;
        title(ui, &MainPage::Learn.name());
    }
}
