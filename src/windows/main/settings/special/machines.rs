//! The person's machines on the page Settings: the folder that they share, how it does, and which of them count. Owns what is
//! being typed; the folder is read and the record changed by others.

use super::parts_known::PartsKnown;
use super::press::press;
use super::senses::state;
use crate::parts::PartId;
use crate::settings::keys;
use crate::system::choose::OFFERED;
use crate::text::{adjust, machines as text, surroundings};
use crate::windows::kit::paragraph::{aside, paragraph, section};
use crate::windows::main::context::PageContext;
use crate::windows::main::talk::{
    MachineLine, MachinesNow, MachinesOrder, MachinesUpdate, SettingsChange, SettingsNow, SettingsOrder,
};
use eframe::egui::{Key, RichText, TextEdit, Ui};

/// What stands beside the field takes so much of the line, and the field at least the rest of a narrow one.
const BESIDE: f32 = 120.0;
const FIELD: f32 = 200.0;

/// What was told, and what is being typed.
#[derive(Debug, Default)]
pub(super) struct MachinesSection {
    now: Option<MachinesNow>,
    typed: String,
    /// Why what was typed last is not shared.
    refused: Option<String>,
    /// What decided of the machines when they were asked for last.
    asked_by: Option<[String; 3]>,
}

impl MachinesSection {
    pub(super) fn take(&mut self, update: MachinesUpdate) {
        match update {
            MachinesUpdate::Now(now) => self.now = Some(*now),
            MachinesUpdate::Chosen(folder) => (self.typed, self.refused) = (folder, None),
            MachinesUpdate::Shared => {
                self.typed.clear();
                self.refused = None;
            }
            MachinesUpdate::NotShared(why) => self.refused = Some(why),
        }
    }

    /// The page is left: it is asked again when it is opened next.
    pub(super) fn leave(&mut self) {
        self.asked_by = None;
    }

    pub(super) fn show(
        &mut self,
        (settings, known): (&SettingsNow, &PartsKnown),
        ui: &mut Ui,
        context: &PageContext<'_>,
    ) {
        self.ask(settings, known, context);
        paragraph(ui, RichText::new(text::why()));
        section(ui, &text::folder());
        match value(settings, keys::SYNC_FOLDER.name()) {
            "" => self.unshared(ui, context),
            folder => shared(ui, folder, known, context),
        }
        section(ui, &text::machines());
        let Some(now) = &self.now else {
            paragraph(ui, RichText::new(surroundings::asking()).weak());
            return;
        };
        paragraph(ui, RichText::new(&now.own).strong());
        match (&now.unread, now.others.as_slice()) {
            (Some(why), _) => drop(paragraph(ui, RichText::new(why))),
            (None, []) => drop(paragraph(ui, RichText::new(text::none()))),
            (None, others) => {
                for line in others {
                    machine(ui, line, context);
                }
                aside(ui, &text::forget_why());
            }
        }
    }

    /// Asks what there is, unless nothing has changed since that was asked.
    fn ask(&mut self, settings: &SettingsNow, known: &PartsKnown, context: &PageContext<'_>) {
        let of = |key: &str| value(settings, key).to_owned();
        let told = known.of(PartId::Machines).map(|told| surroundings::said(&told.report)).unwrap_or_default();
        let by = [of(keys::SYNC_FOLDER.name()), of(keys::SYNC_NAME.name()), told];
        if self.asked_by.as_ref() != Some(&by) {
            self.asked_by = Some(by);
            context.order(MachinesOrder::Look);
        }
    }

    /// No folder is shared: one is named, dropped, or chosen from those that were found.
    fn unshared(&mut self, ui: &mut Ui, context: &PageContext<'_>) {
        paragraph(ui, RichText::new(text::folder_how()).weak());
        let dropped = ui.input_mut(|input| std::mem::take(&mut input.raw.dropped_files));
        let mut wanted = dropped.last().map(|folder| folder.path().to_string_lossy().into_owned());
        ui.horizontal_wrapped(|ui| {
            let width = (ui.available_width() - BESIDE).max(FIELD);
            let field = ui.add(TextEdit::singleline(&mut self.typed).desired_width(width).margin(8.0));
            ui.ctx().accesskit_node_builder(field.id, |node| node.set_label(text::folder_field()));
            if OFFERED && ui.button(surroundings::choose()).clicked() {
                context.order(MachinesOrder::Choose);
            }
            let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            if (ui.button(text::share()).clicked() || entered) && !self.typed.trim().is_empty() {
                wanted = Some(self.typed.clone());
            }
        });
        if let Some(refused) = &self.refused {
            paragraph(ui, RichText::new(refused).strong());
        }
        let found = self.now.as_ref().map(|now| now.found.as_slice()).unwrap_or_default();
        if !found.is_empty() {
            paragraph(ui, RichText::new(text::found()).weak());
            ui.horizontal_wrapped(|ui| {
                for folder in found {
                    if ui.button(text::share_found(folder)).clicked() {
                        wanted = Some(folder.clone());
                    }
                }
            });
        }
        if let Some(wanted) = wanted {
            self.refused = None;
            context.order(MachinesOrder::Share(wanted));
        }
    }
}

/// The folder that is shared, how it does, and the way out of it.
fn shared(ui: &mut Ui, folder: &str, known: &PartsKnown, context: &PageContext<'_>) {
    paragraph(ui, RichText::new(folder).strong());
    match known.of(PartId::Machines) {
        _ if known.gone => drop(paragraph(ui, RichText::new(text::not_running()))),
        Some(told) => state(ui, &told.report, told.since.as_deref()),
        None => drop(paragraph(ui, RichText::new(surroundings::asking()).weak())),
    }
    if ui.button(text::leave()).clicked() {
        let all = vec![(keys::SYNC_FOLDER.name().to_owned(), None)];
        context.order(SettingsOrder::Change(SettingsChange { all, said: text::left() }));
    }
}

/// One other machine.
fn machine(ui: &mut Ui, line: &MachineLine, context: &PageContext<'_>) {
    ui.add_space(8.0);
    paragraph(ui, RichText::new(&line.name).strong());
    ui.indent(&line.id.0, |ui| {
        for told in &line.told {
            paragraph(ui, RichText::new(told));
        }
        let what = if line.counts { text::forget() } else { text::count() };
        if press(ui, &what, adjust::of(&what, &line.name)) {
            context.order(MachinesOrder::Count(line.id.clone(), !line.counts));
        }
    });
}

fn value<'a>(settings: &'a SettingsNow, key: &str) -> &'a str {
    settings.value(key).map_or("", |shown| &shown.plain)
}
