//! The page Learn: the list of what there is to read, a search through it, and what is read. Owns which text is open and the
//! way back; the texts are `learn`'s.

mod list;
mod text;

use super::context::PageContext;
use super::page::MainPage;
use super::talk::MainOrder;
use crate::learn::{self, FoundPage, Link, Page};
use crate::text::learn as words;
use crate::text::windows::search_end;
use crate::windows::kit::paragraph::title;
use crate::windows::kit::search::search;
use eframe::egui::Ui;
use text::Marked;

/// The page, with its texts.
#[derive(Debug)]
pub(super) struct LearnPage {
    pages: Vec<Page>,
    /// The text that is open, by its place; none is the list.
    open: Option<usize>,
    /// The texts before it, the last one last.
    before: Vec<usize>,
    /// What is looked for, and where it was found.
    search: String,
    found: Vec<FoundPage>,
    /// What was looked for and led here.
    marked: Option<Marked>,
}

impl LearnPage {
    pub(super) fn new(pages: Vec<Page>) -> Self {
        Self { pages, open: None, before: Vec::new(), search: String::new(), found: Vec::new(), marked: None }
    }

    /// Opens the text with this id.
    pub(super) fn open_at(&mut self, id: &str) {
        if let Some(at) = self.pages.iter().position(|page| page.id == id) {
            self.open(at, None);
        }
    }

    /// Back to the text before, or to the list; false where that is open.
    pub(super) fn back(&mut self) -> bool {
        let was = self.open;
        (self.open, self.marked) = (self.before.pop(), None);
        was.is_some()
    }

    fn open(&mut self, at: usize, block: Option<usize>) {
        if self.open != Some(at) {
            self.before.extend(self.open);
            self.open = Some(at);
        }
        self.marked = block.map(|block| Marked { block, comes: true });
    }

    pub(super) fn show(&mut self, ui: &mut Ui, context: &mut PageContext<'_>) {
        match self.open {
            Some(at) => self.text(ui, at, context),
            None => self.list(ui, context),
        }
    }

    fn list(&mut self, ui: &mut Ui, context: &mut PageContext<'_>) {
        title(ui, &MainPage::Learn.name());
        if search(ui, &mut self.search, &words::search(), &search_end()).changed() {
            self.found = learn::find(&self.pages, &self.search);
        }
        ui.add_space(8.0);
        let chosen = if self.search.trim().is_empty() {
            list::all(ui, &self.pages)
        } else {
            list::found(ui, &self.pages, &self.found)
        };
        if let Some((at, block)) = chosen {
            self.open(at, block);
            context.begin();
        }
    }

    fn text(&mut self, ui: &mut Ui, at: usize, context: &mut PageContext<'_>) {
        if list::way_back(ui) {
            (self.open, self.marked) = (None, None);
            self.before.clear();
            return context.begin();
        }
        let Some(page) = self.pages.get(at) else { return };
        let followed = text::show(ui, page, &self.pages, self.marked);
        self.marked = self.marked.map(|marked| Marked { comes: false, ..marked });
        match followed {
            Some(Link::Page(id)) => {
                self.open_at(&id);
                context.begin();
            }
            Some(Link::Exercise(id) | Link::Pattern(id)) => context.order(MainOrder::Practise(id)),
            Some(Link::Setting(key)) => context.turn(MainPage::Settings, Some(key)),
            Some(Link::Command(word)) => {
                if let Some(page) = MainPage::with_token(&word) {
                    context.turn(page, None);
                }
            }
            None => {}
        }
    }
}
