//! A question of the welcome with what can be chosen. Owns how one looks; which there are is `setup`'s.

use crate::setup::Question;
use crate::windows::kit::notice::notice;
use crate::windows::kit::paragraph::{heading, paragraph};
use crate::windows::kit::{field, theme};
use eframe::egui::{RichText, TextStyle, Ui};
use std::ops::Range;

/// More choices than this stand in two columns where there is room for them.
const COLUMN: usize = 9;
/// A column is no narrower than this.
const NARROW: f32 = 220.0;

/// Asks it.
pub(super) fn ask(ui: &mut Ui, question: &mut Question) {
    // A long one is a text to be read.
    let style = if question.notice.is_some() { TextStyle::Heading } else { theme::cue() };
    heading(ui, &question.ask, style, 1);
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

fn choices(ui: &mut Ui, question: &mut Question, places: Range<usize>) {
    field::choices(ui);
    for place in places {
        let Some((_, label)) = question.choices.get(place) else { continue };
        if field::choice(ui, question.about.many(), question.chosen.contains(&place), label) {
            question.choose(place);
        }
    }
}
