//! The page Today: how things are, and what can be done now. Owns its look.

use super::context::PageContext;
use super::page::MainPage;
use super::talk::{Overview, TodayOrder, TodayUpdate};
use crate::text::today as text;
use crate::windows::kit::paragraph::{heading, paragraph};
use crate::windows::kit::theme;
use eframe::egui::{RichText, Ui};

/// The page, with what it was told.
#[derive(Debug, Default)]
pub(super) struct TodayPage {
    now: Option<Overview>,
    /// The app does not run.
    gone: bool,
}

impl TodayPage {
    pub(super) fn take(&mut self, update: TodayUpdate) {
        match update {
            TodayUpdate::Now(now) => (self.now, self.gone) = (Some(*now), false),
            TodayUpdate::NotRunning => (self.now, self.gone) = (None, true),
        }
    }

    pub(super) fn show(&mut self, ui: &mut Ui, context: &mut PageContext<'_>) {
        heading(ui, &MainPage::Today.name(), theme::cue(), 1);
        if self.gone {
            paragraph(ui, RichText::new(text::not_running()));
            if ui.button(text::start_app()).clicked() {
                context.order(TodayOrder::StartApp);
            }
        }
        if let Some(now) = &self.now {
            paragraph(ui, RichText::new(&now.line));
        }
    }
}
