//! The reader's window: the list of pages at the left, the page at the right. Owns which page is open, the way back, and the
//! keys; what stands on a page is `learn`'s, how it is set is `page`'s.

mod page;

use super::Look;
use super::frame::{self, Form, Inside, OnScreen};
use super::kit::keys::{self, Turn};
use super::kit::split;
use crate::learn::{Link, Page};
use crate::parts::own::WindowFailure;
use crate::text::learn as text;
use eframe::egui::Ui;

/// The window, in logical pixels.
const SIZE: [f32; 2] = [960.0, 720.0];
/// No smaller than this.
const LEAST: [f32; 2] = [480.0, 320.0];

/// Called with the exercise or breathing pattern that the person wants to see being done.
pub type Try<'a> = Box<dyn Fn(&str) + 'a>;

/// Opens the window on this page, or on the first, and returns when it has closed.
///
/// # Errors
/// Why no window could open.
pub fn open<'a>(
    pages: Vec<Page>,
    first: Option<&'a str>,
    look: Look,
    practise: Try<'a>,
    on_screen: OnScreen<'a>,
) -> Result<(), WindowFailure> {
    let form = Form { title: &text::title(), size: SIZE, least: LEAST, beside: false };
    frame::open(&form, look, on_screen, move |_| Box::new(Reader::new(pages, first, practise)))
}

/// What the window holds.
pub struct Reader<'a> {
    pages: Vec<Page>,
    /// The page that is open, by its place.
    at: usize,
    /// The pages before it, the last one last.
    before: Vec<usize>,
    practise: Try<'a>,
    /// The page has just been opened: it begins at its top.
    turned: bool,
}

impl<'a> Reader<'a> {
    /// These pages, open on this one.
    #[must_use]
    pub fn new(pages: Vec<Page>, first: Option<&str>, practise: Try<'a>) -> Self {
        let at = pages.iter().position(|page| Some(page.id) == first).unwrap_or(0);
        Self { pages, at, before: Vec::new(), practise, turned: true }
    }

    fn turn(&mut self, to: usize) {
        if to != self.at && to < self.pages.len() {
            self.before.push(self.at);
            (self.at, self.turned) = (to, true);
        }
    }

    fn back(&mut self) {
        if let Some(before) = self.before.pop() {
            (self.at, self.turned) = (before, true);
        }
    }

    fn follow(&mut self, link: &Link) {
        match link {
            Link::Page(id) => {
                if let Some(to) = self.pages.iter().position(|page| page.id == *id) {
                    self.turn(to);
                }
            }
            Link::Exercise(id) | Link::Pattern(id) => (self.practise)(id),
        }
    }

    /// What was pressed, wherever the keyboard is.
    fn keys(&mut self, ui: &mut Ui) {
        match keys::turn(ui) {
            Some(Turn::Next) => self.turn(self.at + 1),
            Some(Turn::Previous) => self.turn(self.at.saturating_sub(1)),
            Some(Turn::Back) => self.back(),
            Some(Turn::Close) => frame::close(ui.ctx()),
            None => {}
        }
    }
}

impl Inside for Reader<'_> {
    fn show(&mut self, ui: &mut Ui) {
        self.keys(ui);
        let titles = self.pages.iter().map(|page| page.title.as_str());
        if let Some(to) = split::list(ui, titles, self.at, self.turned) {
            self.turn(to);
        }
        let Some(page) = self.pages.get(self.at) else { return };
        let turned = std::mem::take(&mut self.turned);
        let followed = split::page(ui, page.id, turned, |ui| page::show(ui, page));
        if let Some(link) = followed {
            self.follow(&link);
            ui.ctx().request_repaint();
        }
    }
}
