//! The calendars on the page Settings: which are read, how one is added, and what of them counts. Owns what is being typed and
//! tried; reading and deciding are others'.

use super::press::press;
use crate::system::choose::OFFERED;
use crate::text::surroundings as text;
use crate::windows::kit::paragraph::{heading, paragraph, section};
use crate::windows::main::context::PageContext;
use crate::windows::main::talk::{
    AgendaDay, AgendaLine, CalendarsNow, CalendarsOrder, CalendarsUpdate, SourceId, SourceLine, SourceText,
};
use eframe::egui::{Key, RichText, TextEdit, TextStyle, Ui};
use std::collections::BTreeMap;

/// What was told, and what is being typed and tried.
#[derive(Debug, Default)]
pub(super) struct CalendarsSection {
    now: Option<CalendarsNow>,
    typed: String,
    /// Why what was typed last was not added.
    refused: Option<String>,
    /// What came of each test; none while it goes on.
    tested: BTreeMap<u64, Option<String>>,
}

impl CalendarsSection {
    pub(super) fn take(&mut self, update: CalendarsUpdate) {
        match update {
            CalendarsUpdate::Now(now) => self.now = Some(*now),
            CalendarsUpdate::Chosen(SourceText(path)) => (self.typed, self.refused) = (path, None),
            CalendarsUpdate::Added => {
                self.typed.clear();
                self.refused = None;
            }
            CalendarsUpdate::NotAdded(why) => self.refused = Some(why),
            CalendarsUpdate::Tested { id, told } => drop(self.tested.insert(id.0, Some(told))),
        }
    }

    pub(super) fn show(&mut self, ui: &mut Ui, context: &PageContext<'_>) {
        self.dropped(ui, context);
        section(ui, &text::sources());
        let Some(now) = &self.now else {
            paragraph(ui, RichText::new(text::asking()).weak());
            return;
        };
        if now.sources.is_empty() {
            paragraph(ui, RichText::new(text::no_sources()));
        }
        for line in &now.sources {
            source(ui, line, &mut self.tested, context);
        }
        let found = now.found.clone();
        self.add(ui, &found, context);
        for day in self.now.iter().flat_map(|now| &now.days) {
            agenda(ui, day);
        }
    }

    /// What was dropped on the window is added.
    fn dropped(&mut self, ui: &Ui, context: &PageContext<'_>) {
        let dropped = ui.input_mut(|input| std::mem::take(&mut input.raw.dropped_files));
        for file in dropped {
            self.refused = None;
            context.order(CalendarsOrder::Add(SourceText(file.path().to_string_lossy().into_owned())));
        }
    }

    fn add(&mut self, ui: &mut Ui, found: &[SourceText], context: &PageContext<'_>) {
        section(ui, &text::add());
        paragraph(ui, RichText::new(text::add_how()).weak());
        let mut wanted = None;
        ui.horizontal_wrapped(|ui| {
            let width = (ui.available_width() - 120.0).max(200.0);
            let field = ui.add(TextEdit::singleline(&mut self.typed).desired_width(width).margin(8.0));
            ui.ctx().accesskit_node_builder(field.id, |node| node.set_label(text::add_what()));
            let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            if (press(ui, &text::add_do(), text::add_do()) || entered) && !self.typed.trim().is_empty() {
                wanted = Some(SourceText(self.typed.clone()));
            }
        });
        if OFFERED {
            ui.horizontal_wrapped(|ui| {
                for (folder, name) in [(false, text::choose_file()), (true, text::choose_folder())] {
                    if ui.button(name).clicked() {
                        context.order(CalendarsOrder::Choose { folder });
                    }
                }
            });
        }
        if let Some(refused) = &self.refused {
            paragraph(ui, RichText::new(refused).strong());
        }
        if !found.is_empty() {
            paragraph(ui, RichText::new(text::found()).weak());
            ui.horizontal_wrapped(|ui| {
                for folder in found {
                    let name = text::add_found(&folder.0);
                    if press(ui, &name, name.clone()) {
                        wanted = Some(folder.clone());
                    }
                }
            });
        }
        if let Some(wanted) = wanted {
            self.refused = None;
            context.order(CalendarsOrder::Add(wanted));
        }
    }
}

/// One calendar that is read.
fn source(ui: &mut Ui, line: &SourceLine, tested: &mut BTreeMap<u64, Option<String>>, context: &PageContext<'_>) {
    let SourceId(id) = line.id;
    paragraph(ui, RichText::new(&line.name).strong());
    ui.indent(id, |ui| {
        for told in &line.told {
            paragraph(ui, RichText::new(told));
        }
        match tested.get(&id) {
            Some(Some(told)) => drop(paragraph(ui, RichText::new(told))),
            Some(None) => drop(paragraph(ui, RichText::new(text::testing()).weak())),
            None => {}
        }
        ui.horizontal_wrapped(|ui| {
            if press(ui, &text::test(), text::of(&text::test(), &line.name)) {
                tested.insert(id, None);
                context.order(CalendarsOrder::Test(line.id));
            }
            if press(ui, &text::remove(), text::of(&text::remove(), &line.name)) {
                context.order(CalendarsOrder::Remove(line.id));
            }
        });
    });
}

/// A day with what counts and, below, what does not and why.
fn agenda(ui: &mut Ui, day: &AgendaDay) {
    section(ui, &day.name);
    if day.meetings.is_empty() && day.others.is_empty() {
        paragraph(ui, RichText::new(text::empty_day()).weak());
        return;
    }
    if day.meetings.is_empty() {
        paragraph(ui, RichText::new(text::nothing_counts()));
    } else {
        lines(ui, &text::counts(), &day.meetings);
    }
    if !day.others.is_empty() {
        lines(ui, &text::counts_not(), &day.others);
    }
}

fn lines(ui: &mut Ui, title: &str, all: &[AgendaLine]) {
    heading(ui, title, TextStyle::Body, 3);
    for line in all {
        paragraph(ui, RichText::new(text::with_remark(&line.what, &line.remark)));
    }
}
