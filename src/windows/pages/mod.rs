//! The reader's window: the list of pages at the left, the page at the right. Owns which page is open, the way back, and the
//! keys; what stands on a page is `learn`'s, how it is set is `page`'s.

mod page;

use super::Look;
use super::frame::{self, Form, Inside};
use super::kit::theme::Ink;
use crate::learn::{Link, Page};
use crate::text::learn as text;
use eframe::egui::accesskit::Role;
use eframe::egui::{
    Align, Button, CentralPanel, Frame, Key, Layout, Margin, Modifiers, Panel, RichText, ScrollArea, Stroke,
    StrokeKind, Ui, vec2,
};

/// The window, in logical pixels.
const FORM: Form<'static> = Form { title: text::TITLE, size: [960.0, 720.0], least: [480.0, 320.0], beside: false };
/// Free space around the list and around the page.
const LIST_MARGIN: i8 = 12;
const PAGE_MARGIN: i8 = 24;
/// The list's part of the window, at most this much of it.
const LIST: f32 = 270.0;
const LIST_AT_MOST: f32 = 0.4;
/// What one press of an arrow scrolls, in lines; a page keeps one line of what was seen.
const LINES: f32 = 3.0;

/// Called with the exercise or breathing pattern that the person wants to see being done.
pub type Try<'a> = Box<dyn Fn(&str) + 'a>;

/// Opens the window on this page, or on the first, and returns when it has closed.
///
/// # Errors
/// Why no window could open, in a sentence.
pub fn open(pages: Vec<Page>, first: Option<&str>, look: Look, practise: Try<'_>) -> Result<(), String> {
    frame::open(&FORM, look, |_| Box::new(Reader::new(pages, first, practise)))
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

/// How far the page is to be scrolled.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Scroll {
    Lines(f32),
    Pages(f32),
    Top,
    End,
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

    /// Keys that mean the same wherever the keyboard is.
    fn keys(&mut self, ui: &mut Ui) {
        let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
        let (next, previous) = (pressed(Modifiers::CTRL, Key::PageDown), pressed(Modifiers::CTRL, Key::PageUp));
        let back = pressed(Modifiers::ALT, Key::ArrowLeft) || pressed(Modifiers::NONE, Key::Backspace);
        let close = pressed(Modifiers::NONE, Key::Escape)
            || pressed(Modifiers::CTRL, Key::W)
            || pressed(Modifiers::CTRL, Key::Q);
        if next {
            self.turn(self.at + 1);
        }
        if previous && self.at > 0 {
            self.turn(self.at - 1);
        }
        if back {
            self.back();
        }
        if close {
            frame::close(ui.ctx());
        }
    }

    fn list(&mut self, ui: &mut Ui) {
        let mut wanted = None;
        ui.spacing_mut().item_spacing.y = 2.0;
        for (at, page) in self.pages.iter().enumerate() {
            let open = at == self.at;
            let ink = Ink::of(ui.visuals().dark_mode);
            let title = RichText::new(&page.title).color(if open { ink.on_accent } else { ink.text });
            let response = ui.add(Button::new(title).selected(open).wrap().frame_when_inactive(open));
            ui.ctx().accesskit_node_builder(response.id, |node| {
                node.set_role(Role::Tab);
                node.set_selected(open);
            });
            if response.has_focus() {
                let around = response.rect.expand(2.0);
                ui.painter().rect_stroke(around, 10, Stroke::new(2.0, ink.text), StrokeKind::Outside);
            }
            if open && self.turned {
                response.scroll_to_me(None);
            }
            if response.clicked() {
                wanted = Some(at);
            }
        }
        if let Some(to) = wanted {
            self.turn(to);
        }
    }

    fn page(&mut self, ui: &mut Ui) {
        let scroll = scroll_key(ui);
        let Some(page) = self.pages.get(self.at) else { return };
        let mut area = ScrollArea::vertical().id_salt(page.id).auto_shrink(false);
        if std::mem::take(&mut self.turned) {
            area = area.vertical_scroll_offset(0.0);
        }
        let mut followed = None;
        area.show(ui, |ui| {
            if let Some(scroll) = scroll {
                scroll_by(ui, scroll);
            }
            followed = page::show(ui, page);
        });
        if let Some(link) = followed {
            self.follow(&link);
            ui.ctx().request_repaint();
        }
    }
}

/// What scrolls the page, while nothing has the keyboard that wants these keys itself.
fn scroll_key(ui: &mut Ui) -> Option<Scroll> {
    if ui.memory(|memory| memory.focused().is_some()) {
        return None;
    }
    let keys = [
        (Modifiers::NONE, Key::ArrowDown, Scroll::Lines(LINES)),
        (Modifiers::NONE, Key::ArrowUp, Scroll::Lines(-LINES)),
        (Modifiers::SHIFT, Key::Space, Scroll::Pages(-1.0)),
        (Modifiers::NONE, Key::Space, Scroll::Pages(1.0)),
        (Modifiers::NONE, Key::PageDown, Scroll::Pages(1.0)),
        (Modifiers::NONE, Key::PageUp, Scroll::Pages(-1.0)),
        (Modifiers::NONE, Key::Home, Scroll::Top),
        (Modifiers::NONE, Key::End, Scroll::End),
    ];
    ui.input_mut(|input| {
        keys.into_iter().find(|(modifiers, key, _)| input.consume_key(*modifiers, *key)).map(|(_, _, scroll)| scroll)
    })
}

fn scroll_by(ui: &Ui, scroll: Scroll) {
    let line = ui.text_style_height(&eframe::egui::TextStyle::Body);
    let (page, all) = (ui.clip_rect().height(), f32::MAX.sqrt());
    let by = match scroll {
        Scroll::Lines(lines) => lines * line,
        Scroll::Pages(pages) => pages * (page - line).max(line),
        Scroll::Top => -all,
        Scroll::End => all,
    };
    ui.scroll_with_delta_animation(vec2(0.0, -by), eframe::egui::style::ScrollAnimation::none());
}

impl Inside for Reader<'_> {
    fn show(&mut self, ui: &mut Ui) {
        self.keys(ui);
        let list = LIST.min(ui.available_width() * LIST_AT_MOST);
        let margin = |points| Frame::new().inner_margin(Margin::same(points));
        Panel::left("pages").resizable(false).exact_size(list).frame(margin(LIST_MARGIN)).show(ui, |ui| {
            ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                ui.with_layout(Layout::top_down_justified(Align::LEFT), |ui| self.list(ui));
            });
        });
        CentralPanel::default().frame(margin(PAGE_MARGIN)).show(ui, |ui| self.page(ui));
    }
}
