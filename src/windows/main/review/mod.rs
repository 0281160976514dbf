//! The page Review: a period looked back on. Owns which period is looked at, when it is asked for again, and its look.

mod chosen;
mod drawings;
mod period_bar;
mod sections;
mod tables;

use super::context::PageContext;
use super::page::MainPage;
use super::talk::{LookedBack, ReviewOrder, ReviewUpdate, SettingsOrder};
use crate::review::{Period, PeriodLength};
use crate::text::lookback as text;
use crate::windows::kit::paragraph::{paragraph, title};
use chosen::Chosen;
use eframe::egui::{RichText, Ui};
use period_bar::DayChoice;

/// The page, with what it was told.
#[derive(Debug)]
pub(super) struct ReviewPage {
    /// What is looked at.
    period: Period,
    /// What was told last: it stands until something newer is there.
    told: Option<Box<LookedBack>>,
    /// Why nothing newer is told.
    trouble: Option<String>,
    /// Something else is to be asked for than was told.
    stale: bool,
    /// It has been asked for.
    asked: bool,
    /// The figures in place of the charts.
    tables: bool,
    days: DayChoice,
}

impl Default for ReviewPage {
    fn default() -> Self {
        Self {
            period: Period::default(),
            told: None,
            trouble: None,
            stale: true,
            asked: false,
            tables: false,
            days: DayChoice::default(),
        }
    }
}

impl ReviewPage {
    pub(super) fn take(&mut self, update: ReviewUpdate) {
        self.asked = false;
        match update {
            ReviewUpdate::Told(told) => (self.told, self.trouble) = (Some(told), None),
            ReviewUpdate::Unread(why) => self.trouble = Some(why),
        }
    }

    /// The record is not as it was.
    pub(super) fn record_changed(&mut self) {
        self.stale = true;
    }

    /// Opens a day, which is the subject.
    pub(super) fn open_at(&mut self, subject: &str) {
        if let Ok(day) = subject.parse() {
            self.look_at(Period::of(PeriodLength::Day, day));
        }
    }

    fn look_at(&mut self, period: Period) {
        (self.period, self.stale) = (period, true);
    }

    pub(super) fn show(&mut self, ui: &mut Ui, context: &mut PageContext<'_>) {
        // One after the other: what is asked for while an answer is on its way is asked when that is there.
        if self.stale && !self.asked {
            context.order(ReviewOrder::Look(self.period));
            (self.stale, self.asked) = (false, true);
        }
        title(ui, &MainPage::Review.name());
        if let Some(period) = period_bar::show(ui, self.period, self.told.as_deref(), &mut self.days) {
            self.look_at(period);
            ui.ctx().request_repaint();
        }
        if let Some(why) = &self.trouble {
            paragraph(ui, RichText::new(why));
        }
        let Some(told) = &self.told else {
            if self.trouble.is_none() {
                paragraph(ui, RichText::new(text::reading()).weak());
            }
            return;
        };
        for note in &told.notes {
            paragraph(ui, RichText::new(note));
        }
        match sections::show(ui, told, &mut self.tables) {
            Some(Chosen::Day(day)) => {
                let period = Period::with(PeriodLength::Day, day, told.today);
                self.look_at(period);
                ui.ctx().request_repaint();
            }
            Some(Chosen::Break(id)) => context.turn(MainPage::Today, Some(id.to_string())),
            Some(Chosen::Change(change)) => {
                context.order(SettingsOrder::Change(change));
                self.record_changed();
                ui.ctx().request_repaint();
            }
            None => {}
        }
    }
}
