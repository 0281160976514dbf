//! The record as a whole, at the end of the page Review and in the settings: taking it out and deleting it. Owns how both are
//! asked for: nothing is deleted by one press, nor by a key that is held.

use super::context::PageContext;
use super::talk::{DataOrder, DataUpdate, DayExtent};
use crate::review::extract::ExtractForm;
use crate::text::data as text;
use crate::windows::kit::card::edged;
use crate::windows::kit::entry::entry;
use crate::windows::kit::field::{choice, choices};
use crate::windows::kit::focus;
use crate::windows::kit::paragraph::paragraph;
use crate::windows::kit::theme::Ink;
use chrono::NaiveDate;
use eframe::egui::{Button, RichText, Stroke, Ui};
use std::path::PathBuf;

/// Width of an entry for a day.
const DAY: f32 = 128.0;

/// The section, with what the person has chosen and what it was told.
#[derive(Debug, Default)]
pub(super) struct DataSection {
    /// Some days and not all of them.
    some: bool,
    /// The first and the last one as they are typed.
    typed: [String; 2],
    /// What there is to take out and to delete; none where it is not told yet.
    holds: Option<(bool, bool)>,
    /// It has been asked what there is.
    asked: bool,
    /// What was ordered here and is not answered yet.
    waits: bool,
    /// The days that it was asked for.
    meant: DayExtent,
    outcome: Outcome,
}

/// What came of the last order.
#[derive(Debug, Default)]
enum Outcome {
    #[default]
    Nothing,
    /// A sentence, and a folder that shows more.
    Told(String, Option<PathBuf>),
    /// What would be deleted, and that is asked.
    Asked(String, DayExtent, Fresh),
}

/// Whether a question has just come, and nothing of it was pressed yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fresh {
    Yes,
    No,
}

impl DataSection {
    /// Hears what came of an order; only what was ordered here is told here.
    pub(super) fn take(&mut self, update: &DataUpdate) {
        if let DataUpdate::Holds { record, anything } = *update {
            self.holds = Some((record, anything));
            return;
        }
        if matches!(update, DataUpdate::Deleted(_)) {
            self.asked = false;
        }
        if !std::mem::take(&mut self.waits) {
            return;
        }
        self.outcome = match update.clone() {
            DataUpdate::Kept { text, folder } => Outcome::Told(text, Some(folder)),
            DataUpdate::Holds { .. } => return,
            DataUpdate::Would(text) => Outcome::Asked(text, self.meant, Fresh::Yes),
            DataUpdate::Deleted(text) | DataUpdate::Refused(text) => Outcome::Told(text, None),
        };
    }

    /// Shows it.
    pub(super) fn show(&mut self, ui: &mut Ui, context: &PageContext<'_>) {
        if !std::mem::replace(&mut self.asked, true) {
            context.order(DataOrder::Look);
        }
        match self.holds {
            Some((_, false)) => drop(paragraph(ui, RichText::new(text::nothing_yet()))),
            Some((false, true)) => {
                paragraph(ui, RichText::new(text::journal_alone()));
                self.choices(false, ui, context);
            }
            Some((true, true)) | None => {
                paragraph(ui, RichText::new(text::kept_here()));
                self.choices(true, ui, context);
            }
        }
        self.outcome(ui, context);
    }

    /// Which days, and what is done with them; `record` is whether there is anything to take out.
    fn choices(&mut self, record: bool, ui: &mut Ui, context: &PageContext<'_>) {
        ui.add_space(8.0);
        let extent = self.days(ui);
        if record {
            ui.add_space(8.0);
            self.take_out(ui, extent, context);
        }
        ui.add_space(8.0);
        let delete = ui.add_enabled_ui(extent.is_ok(), |ui| ui.button(text::delete_button())).inner;
        if let (true, Ok(extent)) = (delete.clicked(), extent) {
            self.meant = extent;
            self.order(DataOrder::Plan(extent), context);
        }
    }

    fn order(&mut self, order: DataOrder, context: &PageContext<'_>) {
        (self.waits, self.outcome) = (true, Outcome::Nothing);
        context.order(order);
    }

    /// Which days are meant; not known while what is typed is none.
    fn days(&mut self, ui: &mut Ui) -> Result<DayExtent, ()> {
        let before = (self.some, self.typed.clone());
        ui.scope(|ui| {
            choices(ui);
            for (some, name) in [(false, text::everything()), (true, text::some_days())] {
                if choice(ui, false, self.some == some, &name) {
                    self.some = some;
                }
            }
        });
        if !self.some {
            self.forget_question(&before);
            return Ok(None);
        }
        ui.horizontal_wrapped(|ui| {
            for (typed, name) in self.typed.iter_mut().zip([text::first_day(), text::last_day()]) {
                ui.label(&name);
                ui.scope(|ui| entry(ui, typed, &name, &text::day_form(), DAY));
            }
        });
        self.forget_question(&before);
        let day = |typed: &String| typed.trim().parse::<NaiveDate>().ok();
        let [from, to] = [day(&self.typed[0]), day(&self.typed[1])];
        match from.zip(to) {
            Some((from, to)) if from <= to => Ok(Some((from, to))),
            days => {
                let wrong = if days.is_some() { text::backwards() } else { text::no_days() };
                let said = self.typed.iter().any(|typed| !typed.trim().is_empty());
                if said {
                    paragraph(ui, RichText::new(wrong).weak());
                }
                Err(())
            }
        }
    }

    /// What was asked was of other days.
    fn forget_question(&mut self, before: &(bool, [String; 2])) {
        if (self.some, &self.typed) != (before.0, &before.1) {
            self.outcome = Outcome::Nothing;
        }
    }

    fn take_out(&mut self, ui: &mut Ui, extent: Result<DayExtent, ()>, context: &PageContext<'_>) {
        ui.horizontal_wrapped(|ui| {
            for form in [ExtractForm::Csv, ExtractForm::Calendar, ExtractForm::Json, ExtractForm::ActivityWatch] {
                let button = ui.add_enabled(extent.is_ok(), Button::new(text::form(form.extension())));
                if let (true, Ok(extent)) = (button.clicked(), extent) {
                    self.order(DataOrder::TakeOut(form, extent), context);
                }
            }
        });
    }

    fn outcome(&mut self, ui: &mut Ui, context: &PageContext<'_>) {
        let edge = Stroke::new(1.0, Ink::of(ui.visuals().dark_mode).outline);
        match std::mem::take(&mut self.outcome) {
            Outcome::Nothing => {}
            Outcome::Told(said, folder) => {
                ui.add_space(8.0);
                edged(ui, edge, |ui| {
                    paragraph(ui, RichText::new(&said));
                    if let Some(folder) = &folder
                        && ui.button(text::open_folder()).clicked()
                    {
                        context.order(DataOrder::OpenFolder(folder.clone()));
                    }
                });
                self.outcome = Outcome::Told(said, folder);
            }
            Outcome::Asked(said, extent, fresh) => {
                ui.add_space(8.0);
                match edged(ui, edge, |ui| question(ui, &said, fresh)) {
                    Some(Pressed::Copy) => self.order(DataOrder::TakeOut(ExtractForm::Json, extent), context),
                    Some(Pressed::Delete) => self.order(DataOrder::Delete(extent), context),
                    Some(Pressed::Leave) => focus::release(ui.ctx()),
                    None => self.outcome = Outcome::Asked(said, extent, Fresh::No),
                }
            }
        }
    }
}

/// What was pressed below the question.
enum Pressed {
    Copy,
    Delete,
    Leave,
}

/// What would be deleted, and what can be done about it. The keyboard comes to rest on what does nothing.
fn question(ui: &mut Ui, said: &str, fresh: Fresh) -> Option<Pressed> {
    paragraph(ui, RichText::new(said));
    let mut pressed = None;
    ui.horizontal_wrapped(|ui| {
        for (name, meant) in [
            (text::leave_it(), Pressed::Leave),
            (text::copy_first(), Pressed::Copy),
            (text::delete_for_good(), Pressed::Delete),
        ] {
            let button = ui.button(name);
            if fresh == Fresh::Yes && matches!(meant, Pressed::Leave) {
                button.request_focus();
            }
            if button.clicked() {
                pressed = Some(meant);
            }
        }
    });
    pressed
}
