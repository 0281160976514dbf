//! Other programs' records, at the end of the page Review: looked for, or named; told what would come of it, and then brought
//! in. Owns that nothing is brought in by one press.

use super::context::PageContext;
use super::talk::{ImportOffer, ImportOrder, ImportUpdate};
use crate::system::choose::OFFERED;
use crate::text::{import as text, surroundings};
use crate::windows::kit::card::edged;
use crate::windows::kit::paragraph::paragraph;
use crate::windows::kit::theme::Ink;
use eframe::egui::{Key, RichText, Stroke, TextEdit, Ui};

/// What stands beside the field for a file takes so much of the line, and the field at least the rest of a narrow one.
const BESIDE: f32 = 120.0;
const FIELD: f32 = 200.0;

/// The section, with what is typed and what was told.
#[derive(Debug, Default)]
pub(super) struct ImportSection {
    typed: String,
    told: Option<ImportUpdate>,
}

impl ImportSection {
    pub(super) fn take(&mut self, update: ImportUpdate) {
        if let ImportUpdate::Chosen(file) = update {
            self.typed = file;
            return;
        }
        if update == ImportUpdate::Changed {
            self.typed.clear();
        }
        self.told = Some(update);
    }

    pub(super) fn show(&mut self, ui: &mut Ui, context: &PageContext<'_>) {
        paragraph(ui, RichText::new(text::how()));
        ui.add_space(8.0);
        let wanted = if ui.button(text::look()).clicked() { Some(ImportOrder::Look) } else { self.named(ui) };
        let wanted = dropped(ui).or(wanted).or_else(|| self.offered(ui));
        if let Some(order) = wanted {
            self.told = None;
            context.order(order);
        }
    }

    /// The field for a file.
    fn named(&mut self, ui: &mut Ui) -> Option<ImportOrder> {
        ui.horizontal_wrapped(|ui| {
            let width = (ui.available_width() - BESIDE).max(FIELD);
            let line =
                TextEdit::singleline(&mut self.typed).desired_width(width).hint_text(text::file_hint()).margin(8.0);
            let field = ui.add(line);
            ui.ctx().accesskit_node_builder(field.id, |node| node.set_label(text::file()));
            let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            let chooses = OFFERED && ui.button(surroundings::choose()).clicked();
            let meant = (ui.button(text::read()).clicked() || entered) && !self.typed.trim().is_empty();
            let read = meant.then(|| ImportOrder::Read(self.typed.clone()));
            if chooses { Some(ImportOrder::Choose) } else { read }
        })
        .inner
    }

    /// What was told, and what can be done about it.
    fn offered(&mut self, ui: &mut Ui) -> Option<ImportOrder> {
        let (offers, notes) = match self.told.as_ref()? {
            ImportUpdate::Offers(offers, notes) => (offers.as_slice(), notes.as_slice()),
            ImportUpdate::Refused(why) => (&[][..], std::slice::from_ref(why)),
            ImportUpdate::Changed | ImportUpdate::Chosen(_) => return None,
        };
        for note in notes {
            paragraph(ui, RichText::new(note));
        }
        let mut wanted = None;
        let mut left = false;
        for offer in offers {
            let edge = Stroke::new(1.0, Ink::of(ui.visuals().dark_mode).outline);
            ui.add_space(8.0);
            match edged(ui, edge, |ui| self::offer(ui, offer)) {
                Some(Pressed::Bring) => wanted = Some(ImportOrder::BringIn(offer.files.clone())),
                Some(Pressed::Leave) => left = true,
                None => {}
            }
        }
        if left {
            self.told = None;
        }
        wanted
    }
}

/// What was pressed of an offer.
enum Pressed {
    Bring,
    Leave,
}

fn offer(ui: &mut Ui, offer: &ImportOffer) -> Option<Pressed> {
    for told in &offer.told {
        paragraph(ui, RichText::new(told));
    }
    ui.horizontal_wrapped(|ui| {
        let brings = !offer.files.is_empty() && {
            let button = ui.button(text::bring());
            ui.ctx().accesskit_node_builder(button.id, |node| node.set_label(offer.name.clone()));
            button.clicked()
        };
        let leaves = ui.button(text::leave()).clicked();
        if brings { Some(Pressed::Bring) } else { leaves.then_some(Pressed::Leave) }
    })
    .inner
}

/// The last file that was dropped on the window is meant.
fn dropped(ui: &Ui) -> Option<ImportOrder> {
    let dropped = ui.input_mut(|input| std::mem::take(&mut input.raw.dropped_files));
    dropped.last().map(|file| ImportOrder::Read(file.path().to_string_lossy().into_owned()))
}
