//! The welcome: what this is and where it is found, the first questions one after the other, and what can be tried at once.
//! Owns the order of its pages, its keys, and that it closes when nobody is there; which questions there are is `setup`'s,
//! and what becomes of answers and wishes is decided by whoever opened it.

mod farewell;
mod host;
mod patience;
mod picture;
mod questions;

pub use host::{Greeting, WelcomeHost};

use super::Look;
use super::frame::{self, Form, Inside, OnScreen};
use super::kit::button::KeyButton;
use super::kit::paragraph::{heading, paragraph};
use super::kit::{column, focus, theme};
use crate::parts::own::WindowFailure;
use crate::setup::Setup;
use crate::text::{setup as text, welcome};
use eframe::egui::{Align, Context, Frame, Key, Layout, Margin, RichText, ScrollArea, Ui};
use farewell::FarewellPage;
use patience::Patience;

/// The window, in logical pixels.
const SIZE: [f32; 2] = [560.0, 600.0];
/// No smaller than this.
const LEAST: [f32; 2] = [420.0, 320.0];
/// Free space at the edges of the window.
const MARGIN: i8 = 24;
/// The least width of a button.
const BUTTON: f32 = 90.0;

/// Opens the window and returns when it has closed.
///
/// # Errors
/// Why no window could open.
pub fn open<'a>(
    greeting: Greeting,
    setup: Setup,
    look: Look,
    host: &'a mut dyn WelcomeHost,
    on_screen: OnScreen<'a>,
) -> Result<(), WindowFailure> {
    let form = Form { title: &welcome::title(), size: SIZE, least: LEAST, beside: false };
    frame::open(&form, look, (on_screen, Box::new(|| ())), move |_| Box::new(Welcome::new(greeting, setup, host)))
}

/// What the window holds.
pub struct Welcome<'a> {
    greeting: Greeting,
    setup: Setup,
    /// The question that is asked; none before the first.
    at: Option<usize>,
    /// The last page, once it is reached: the answers are kept then, and only then.
    end: Option<FarewellPage>,
    host: &'a mut dyn WelcomeHost,
    patience: Patience,
}

/// What was pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Pressed {
    Next,
    Back,
    Leave,
}

impl<'a> Welcome<'a> {
    /// The first page.
    #[must_use]
    pub fn new(greeting: Greeting, setup: Setup, host: &'a mut dyn WelcomeHost) -> Self {
        Self { greeting, setup, at: None, end: None, host, patience: Patience::default() }
    }

    /// Everything between the top and the buttons.
    fn page(&mut self, ui: &mut Ui) {
        if let Some(end) = &mut self.end {
            return end.show(ui, self.host);
        }
        let of = self.setup.questions.len();
        match self.at.and_then(|at| Some((at, self.setup.questions.get_mut(at)?))) {
            None => greet(ui, &self.greeting),
            Some((at, question)) => {
                ui.label(RichText::new(text::place(at + 1, of)).small().weak());
                questions::ask(ui, question);
            }
        }
    }

    fn buttons(&self, ui: &mut Ui) -> Option<Pressed> {
        if self.end.is_some() {
            let close = |ui: &mut Ui| button(ui, &text::close(), Key::Escape, true).then_some(Pressed::Leave);
            return ui.with_layout(Layout::right_to_left(Align::Center), close).inner;
        }
        let last = self.at.is_some_and(|at| at + 1 == self.setup.questions.len());
        let next = if last { (text::save(), Key::S) } else { (text::next(), Key::N) };
        let mut said = None;
        ui.horizontal(|ui| {
            if button(ui, &text::not_now(), Key::Escape, false) {
                said = Some(Pressed::Leave);
            }
            let width = 2.0 * BUTTON + ui.spacing().item_spacing.x;
            ui.add_space((ui.available_width() - width).max(0.0));
            if ui.add_enabled_ui(self.at.is_some(), |ui| button(ui, &text::back(), Key::B, false)).inner {
                said = Some(Pressed::Back);
            }
            if button(ui, &next.0, next.1, true) {
                said = Some(Pressed::Next);
            }
        });
        said
    }

    fn takes(&mut self, said: Pressed, ui: &Ui) {
        let next = self.at.map_or(0, |at| at + 1);
        match said {
            Pressed::Leave => frame::close(ui.ctx()),
            Pressed::Back => self.at = self.at.and_then(|at| at.checked_sub(1)),
            Pressed::Next if next < self.setup.questions.len() => self.at = Some(next),
            Pressed::Next => self.end = Some(FarewellPage::new(self.host.keep(&self.setup), self.host)),
        }
        // The next page begins at its top, for the eyes and for the keyboard.
        focus::release(ui.ctx());
        ui.ctx().request_repaint();
    }
}

impl Inside for Welcome<'_> {
    fn heed(&mut self, ctx: &Context) {
        if self.patience.is_over(ctx) {
            self.host.left_alone();
            frame::close(ctx);
        }
    }

    fn show(&mut self, ui: &mut Ui) {
        let mut said = None;
        Frame::new().inner_margin(Margin::same(MARGIN)).show(ui, |ui| {
            ui.set_max_width(ui.available_width().min(column::WIDEST * theme::scale(ui)));
            let below = ui.spacing().interact_size.y + 2.0 * ui.spacing().item_spacing.y;
            let height = (ui.available_height() - below).max(0.0);
            let page = (self.at, self.end.is_some());
            ScrollArea::vertical().id_salt(page).auto_shrink(false).max_height(height).show(ui, |ui| {
                self.page(ui);
                focus::keep_in_sight(ui);
            });
            ui.add_space(ui.spacing().item_spacing.y);
            said = self.buttons(ui);
        });
        if let Some(said) = said {
            self.takes(said, ui);
        }
    }
}

fn button(ui: &mut Ui, text: &str, key: Key, main: bool) -> bool {
    KeyButton { text, key, main }.show(ui, BUTTON)
}

/// The first page: what this is, where it is found, and what comes next.
fn greet(ui: &mut Ui, greeting: &Greeting) {
    heading(ui, &welcome::title(), theme::title(), 1);
    paragraph(ui, RichText::new(welcome::what()));
    ui.add_space(8.0);
    let name = if greeting.icon.is_some() { welcome::panel() } else { welcome::applications() };
    picture::place(ui, &name, greeting.icon.is_some(), &greeting.clock);
    paragraph(ui, RichText::new(greeting.icon.clone().unwrap_or_else(welcome::no_icon)));
    if let Some(next) = &greeting.next {
        ui.add_space(8.0);
        paragraph(ui, RichText::new(next).text_style(theme::cue()));
    }
    ui.add_space(8.0);
    paragraph(ui, RichText::new(welcome::later()).small().weak());
}
