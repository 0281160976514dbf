//! The first questions in a window, one after the other. Owns what it looks like and its keys; which questions there are is
//! `setup`'s, and what becomes of the answers is decided by whoever opened it.

use super::Look;
use super::frame::{self, Form, Inside, OnScreen};
use super::kit::button::KeyButton;
use super::kit::notice::notice;
use super::kit::paragraph::paragraph;
use super::kit::{field, focus, theme};
use crate::parts::own::WindowFailure;
use crate::setup::{Question, Setup};
use crate::text::setup as text;
use eframe::egui::{Align, Frame, Key, Layout, Margin, RichText, ScrollArea, Ui};

/// The window, in logical pixels.
const SIZE: [f32; 2] = [560.0, 600.0];
/// No smaller than this.
const LEAST: [f32; 2] = [420.0, 320.0];
/// Free space at the edges of the window.
const MARGIN: i8 = 20;
/// The least width of a button.
const BUTTON: f32 = 90.0;
/// More choices than this stand in two columns where there is room for them.
const COLUMN: usize = 9;
/// A column is no narrower than this.
const NARROW: f32 = 220.0;

/// Takes the answers, and says what came of them, a line each, or what went wrong.
pub type Keep<'a> = Box<dyn FnMut(&Setup) -> Result<Vec<String>, String> + 'a>;

/// Opens the window and returns when it has closed. `keep` is called once, after the last question, and not at all when
/// the window is closed before.
///
/// # Errors
/// Why no window could open.
pub fn open<'a>(setup: Setup, look: Look, keep: Keep<'a>, on_screen: OnScreen<'a>) -> Result<(), WindowFailure> {
    let form = Form { title: &text::title(), size: SIZE, least: LEAST, beside: false };
    frame::open(&form, look, on_screen, move |_| Box::new(Asking::new(setup, keep)))
}

/// What the window holds.
pub struct Asking<'a> {
    setup: Setup,
    /// The question that is asked.
    at: usize,
    keep: Keep<'a>,
    /// What came of the answers.
    end: Option<Result<Vec<String>, String>>,
}

fn button(text: &str, key: Key, main: bool) -> KeyButton<'_> {
    KeyButton { text, key, main }
}

/// What was pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Pressed {
    Next,
    Back,
    Leave,
}

impl<'a> Asking<'a> {
    /// The first question.
    #[must_use]
    pub fn new(setup: Setup, keep: Keep<'a>) -> Self {
        Self { setup, at: 0, keep, end: None }
    }

    /// Everything between the top and the buttons.
    fn text(&mut self, ui: &mut Ui) {
        let (at, of) = (self.at, self.setup.questions.len());
        match (&self.end, self.setup.questions.get_mut(at)) {
            (Some(Ok(lines)), _) => {
                ui.label(RichText::new(text::done()).heading());
                for line in lines {
                    paragraph(ui, RichText::new(line));
                }
            }
            (Some(Err(problem)), _) => {
                ui.label(RichText::new(text::not_kept()).heading());
                paragraph(ui, RichText::new(problem));
            }
            (None, Some(question)) => {
                if at == 0 {
                    paragraph(ui, RichText::new(text::why(of)).weak());
                }
                ui.label(RichText::new(text::place(at + 1, of)).small().weak());
                ask(ui, question);
            }
            (None, None) => {}
        }
    }

    fn buttons(&self, ui: &mut Ui) -> Option<Pressed> {
        if self.end.is_some() {
            let close =
                |ui: &mut Ui| button(&text::close(), Key::Escape, true).show(ui, BUTTON).then_some(Pressed::Leave);
            return ui.with_layout(Layout::right_to_left(Align::Center), close).inner;
        }
        let next =
            if self.at + 1 < self.setup.questions.len() { (text::next(), Key::N) } else { (text::save(), Key::S) };
        let mut said = None;
        ui.horizontal(|ui| {
            if button(&text::not_now(), Key::Escape, false).show(ui, BUTTON) {
                said = Some(Pressed::Leave);
            }
            let width = 2.0 * BUTTON + ui.spacing().item_spacing.x;
            ui.add_space((ui.available_width() - width).max(0.0));
            if ui.add_enabled_ui(self.at > 0, |ui| button(&text::back(), Key::B, false).show(ui, BUTTON)).inner {
                said = Some(Pressed::Back);
            }
            if button(&next.0, next.1, true).show(ui, BUTTON) {
                said = Some(Pressed::Next);
            }
        });
        said
    }

    fn takes(&mut self, said: Pressed, ui: &Ui) {
        match said {
            Pressed::Leave => frame::close(ui.ctx()),
            Pressed::Back => self.at = self.at.saturating_sub(1),
            Pressed::Next if self.at + 1 < self.setup.questions.len() => self.at += 1,
            Pressed::Next => self.end = Some((self.keep)(&self.setup)),
        }
        // The next page begins at its top, for the eyes and for the keyboard.
        focus::release(ui.ctx());
        ui.ctx().request_repaint();
    }
}

impl Inside for Asking<'_> {
    fn show(&mut self, ui: &mut Ui) {
        let mut said = None;
        Frame::new().inner_margin(Margin::same(MARGIN)).show(ui, |ui| {
            let below = ui.spacing().interact_size.y + 2.0 * ui.spacing().item_spacing.y;
            let height = (ui.available_height() - below).max(0.0);
            let page = (self.at, self.end.is_some());
            ScrollArea::vertical().id_salt(page).auto_shrink(false).max_height(height).show(ui, |ui| self.text(ui));
            ui.add_space(ui.spacing().item_spacing.y);
            said = self.buttons(ui);
        });
        if let Some(said) = said {
            self.takes(said, ui);
        }
    }
}

/// A question with what can be chosen.
fn ask(ui: &mut Ui, question: &mut Question) {
    let long = question.notice.is_some();
    let ask = RichText::new(&question.ask);
    paragraph(ui, if long { ask.heading() } else { ask.text_style(theme::cue()) });
    paragraph(ui, RichText::new(&question.note).weak());
    ui.add_space(4.0);
    let half = question.choices.len().div_ceil(2);
    if question.choices.len() > COLUMN && ui.available_width() > 2.0 * NARROW {
        ui.columns_const(|[left, right]| {
            choices(left, question, 0..half);
            choices(right, question, half..question.choices.len());
        });
    } else {
        choices(ui, question, 0..question.choices.len());
    }
    if let Some((title, text)) = &question.notice {
        ui.add_space(4.0);
        notice(ui, title, text);
    }
}

fn choices(ui: &mut Ui, question: &mut Question, places: std::ops::Range<usize>) {
    field::choices(ui);
    for place in places {
        let Some((_, label)) = question.choices.get(place) else { continue };
        if field::choice(ui, question.about.many(), question.chosen.contains(&place), label) {
            question.choose(place);
        }
    }
}
