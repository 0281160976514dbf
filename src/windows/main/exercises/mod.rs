//! The page Exercises: a gallery of what can be done, and a page of each. Owns which is open, and when it asks how things are.

mod controls;
mod filter;
mod grid;
mod player;
mod sheet;
mod stills;
mod tile;

use super::context::PageContext;
use super::page::MainPage;
use super::talk::{Entry, ExercisesOrder, ExercisesUpdate, Gallery};
use crate::engine::view::TrayState;
use crate::text::gallery as text;
use crate::windows::kit::button;
use crate::windows::kit::paragraph::{aside, paragraph, title};
use eframe::egui::{RichText, Ui};
use filter::Filter;
use grid::Grid;
use player::Player;
use stills::Stills;

/// The page, with what it was told.
#[derive(Default)]
pub(super) struct ExercisesPage {
    gallery: Option<Gallery>,
    /// It has asked how things are, and nothing has changed since.
    asked: bool,
    /// How the app was when it was last heard of.
    app: Option<TrayState>,
    /// The one whose page is open.
    open: Option<String>,
    player: Option<Player>,
    filter: Filter,
    /// The filters are shown where there is little room.
    filters_open: bool,
    grid: Grid,
    stills: Stills,
}

impl ExercisesPage {
    pub(super) fn take(&mut self, update: ExercisesUpdate) {
        match update {
            ExercisesUpdate::Gallery(gallery) => self.gallery = Some(*gallery),
        }
    }

    /// What fits may not be what it was.
    pub(super) fn changed(&mut self) {
        self.asked = false;
    }

    /// The app is so, or does not run: a break that ends may have hidden something.
    pub(super) fn app_is(&mut self, state: Option<TrayState>) {
        if self.app != state {
            self.app = state;
            self.changed();
        }
    }

    /// Opens the exercise or the pattern with this id.
    pub(super) fn open_at(&mut self, id: &str) {
        (self.open, self.player) = (Some(id.to_owned()), None);
    }

    /// The id of the one that is open.
    pub(super) fn subject(&self) -> Option<&str> {
        self.open.as_deref()
    }

    /// Back to the gallery; false where that is open.
    pub(super) fn back(&mut self) -> bool {
        self.player = None;
        let open = self.open.take();
        self.grid.return_to(open.as_deref());
        open.is_some()
    }

    pub(super) fn show(&mut self, ui: &mut Ui, context: &mut PageContext<'_>) {
        if !self.asked {
            self.asked = true;
            context.order(ExercisesOrder::Look);
        }
        let Some(gallery) = &self.gallery else { return title(ui, &MainPage::Exercises.name()) };
        let open = self.open.as_ref().and_then(|id| gallery.entries.iter().find(|one| one.activity.id() == id));
        let Some(entry) = open else { return self.gallery(ui, context) };
        let player = self.player.get_or_insert_with(|| Player::new(&entry.activity, context.look));
        if sheet::show(ui, context, gallery, entry, player) {
            self.back();
            ui.ctx().request_repaint();
        }
    }

    fn gallery(&mut self, ui: &mut Ui, context: &mut PageContext<'_>) {
        let Some(gallery) = &self.gallery else { return };
        title(ui, &MainPage::Exercises.name());
        controls::show(ui, &mut self.filter, &mut self.filters_open, &gallery.entries);
        let shown: Vec<&Entry> = gallery.entries.iter().filter(|entry| self.filter.lets(entry)).collect();
        aside(ui, &text::count(shown.len(), gallery.entries.len()));
        if shown.is_empty() {
            paragraph(ui, RichText::new(text::none()));
            if button::plain(ui, &text::reset()).clicked() {
                self.filter = Filter::everything();
            }
        }
        if let Some(id) = self.grid.show(ui, &shown, &mut self.stills, context.look) {
            context.turn(MainPage::Exercises, Some(id));
        }
    }
}
