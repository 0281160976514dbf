//! What is wrong in the settings file, above everything else on the page: each line with what stands there, and what mends
//! it. Owns its look, and that a new file is begun by a second deliberate press.

use crate::text::{adjust as text, mistakes as said};
use crate::windows::kit::card::edged;
use crate::windows::kit::paragraph::{aside, heading, paragraph};
use crate::windows::kit::theme::Ink;
use crate::windows::main::context::PageContext;
use crate::windows::main::talk::{Lost, Mistake, SettingsChange, SettingsNow, SettingsOrder};
use eframe::egui::{RichText, Stroke, TextStyle, Ui};

/// What is asked there.
#[derive(Debug, Default)]
pub(super) struct Troubles {
    /// A new file is to be begun: is that so?
    asks: bool,
}

impl Troubles {
    /// Shows what is wrong, if anything is.
    pub(super) fn show(&mut self, ui: &mut Ui, now: &SettingsNow, context: &PageContext<'_>) {
        if now.lost.is_none() {
            self.asks = false;
            if now.mistakes.is_empty() {
                return;
            }
        }
        let ink = Ink::of(ui.visuals().dark_mode);
        let edge = Stroke::new(1.0, ink.outline);
        edged(ui, edge, |ui| match &now.lost {
            Some(Lost::Unread(why)) => {
                heading(ui, &said::lost(), TextStyle::Body, 2);
                paragraph(ui, RichText::new(why));
            }
            Some(Lost::Broken) => {
                heading(ui, &said::lost(), TextStyle::Body, 2);
                paragraph(ui, RichText::new(said::lost_why()));
                for mistake in &now.mistakes {
                    place(ui, mistake);
                }
                self.anew(ui, context);
            }
            None => {
                heading(ui, &said::mistakes(), TextStyle::Body, 2);
                for mistake in &now.mistakes {
                    place(ui, mistake);
                    paragraph(ui, RichText::new(&mistake.says));
                    take_out(ui, now, mistake, context);
                }
            }
        });
        ui.add_space(16.0);
    }

    /// The way to a new file, asked.
    fn anew(&mut self, ui: &mut Ui, context: &PageContext<'_>) {
        if !self.asks {
            self.asks = ui.button(said::begin_anew()).clicked();
            return;
        }
        paragraph(ui, RichText::new(said::begin_anew_sure()));
        ui.horizontal_wrapped(|ui| {
            if ui.button(said::begin_anew_yes()).clicked() {
                context.order(SettingsOrder::BeginAnew);
                self.asks = false;
            }
            if ui.button(said::begin_anew_no()).clicked() {
                self.asks = false;
            }
        });
    }
}

/// Where a mistake is, and what stands there.
fn place(ui: &mut Ui, mistake: &Mistake) {
    if mistake.line > 0 {
        let place = format!("{}:  {}", said::line(mistake.line), mistake.there);
        aside(ui, &place);
    }
}

/// What does not count may be taken out; the line of a value that counts in another way is put right at its setting.
fn take_out(ui: &mut Ui, now: &SettingsNow, mistake: &Mistake, context: &PageContext<'_>) {
    let Some(key) = mistake.keys.first().filter(|key| mistake.line > 0 && !now.own(key)) else { return };
    ui.push_id(mistake.line, |ui| {
        let response = ui.button(said::take_out());
        let name = text::of(&said::take_out(), &said::line(mistake.line));
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(name));
        if response.clicked() {
            let change = SettingsChange { all: vec![(key.clone(), None)], said: said::taken_out() };
            context.order(SettingsOrder::Change(change));
        }
    });
}
