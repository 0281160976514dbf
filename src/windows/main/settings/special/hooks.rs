//! The programs that are run when something happens, on the page Settings: which is named, how one is named, tried and taken
//! out. Owns what is being typed and tried; running is others'.

use super::press::press;
use crate::settings::{HookEvent, command_words};
use crate::system::choose::OFFERED;
use crate::text::{hooks as text, settings as said, surroundings};
use crate::windows::kit::paragraph::{paragraph, section};
use crate::windows::main::context::PageContext;
use crate::windows::main::talk::{HooksOrder, HooksUpdate, SettingsNow};
use eframe::egui::{Key, RichText, TextEdit, Ui};
use std::collections::BTreeMap;

/// What is being typed and tried of each.
#[derive(Debug, Default)]
pub(super) struct HooksSection(BTreeMap<HookEvent, Entered>);

#[derive(Debug, Default)]
struct Entered {
    program: String,
    given: String,
    /// Why what was entered last was not named.
    refused: Option<String>,
    trial: Trial,
}

/// How far trying it is.
#[derive(Debug, Default)]
enum Trial {
    /// It is not tried.
    #[default]
    None,
    /// It is being run.
    Runs,
    /// How it ended, and what it printed.
    Over(String, Vec<String>),
}

impl HooksSection {
    pub(super) fn take(&mut self, update: HooksUpdate) {
        match update {
            HooksUpdate::Chosen(event, program) => {
                let entered = self.0.entry(event).or_default();
                (entered.program, entered.refused) = (program, None);
            }
            HooksUpdate::Named(event) => drop(self.0.remove(&event)),
            HooksUpdate::NotNamed(event, why) => self.0.entry(event).or_default().refused = Some(why),
            HooksUpdate::Tried(event, said, printed) => {
                self.0.entry(event).or_default().trial = Trial::Over(said, printed);
            }
        }
    }

    /// Shows all of them.
    pub(super) fn show(&mut self, now: &SettingsNow, ui: &mut Ui, context: &PageContext<'_>) {
        paragraph(ui, RichText::new(text::why()).weak());
        for event in HookEvent::ALL {
            let key = event.key();
            let named = now.value(key.name()).map(|shown| command_words(&shown.plain)).unwrap_or_default();
            let label = said::label(&key.key);
            section(ui, &label);
            let entered = self.0.entry(event).or_default();
            ui.push_id(key.name(), |ui| match named.split_first() {
                Some((program, given)) => one(event, (program.as_str(), given, label.as_str()), entered, ui, context),
                None => none(event, &label, entered, ui, context),
            });
        }
    }
}

/// One that is named.
fn one(
    event: HookEvent,
    (program, given, label): (&str, &[String], &str),
    entered: &mut Entered,
    ui: &mut Ui,
    context: &PageContext<'_>,
) {
    paragraph(ui, RichText::new(program).strong());
    if !given.is_empty() {
        paragraph(ui, RichText::new(text::given(&given.join(" "))));
    }
    match &entered.trial {
        Trial::None => {}
        Trial::Runs => drop(paragraph(ui, RichText::new(text::trying()).weak())),
        Trial::Over(said, printed) => {
            paragraph(ui, RichText::new(said));
            for line in printed {
                paragraph(ui, RichText::new(line).monospace());
            }
        }
    }
    if let Some(refused) = &entered.refused {
        paragraph(ui, RichText::new(refused).strong());
    }
    ui.horizontal_wrapped(|ui| {
        if press(ui, &text::try_it(), text::of(&text::try_it(), label)) {
            entered.trial = Trial::Runs;
            context.order(HooksOrder::Try(event));
        }
        if press(ui, &text::take_out(), text::of(&text::take_out(), label)) {
            context.order(HooksOrder::Name(event, Vec::new()));
        }
    });
}

/// Where none is named: a field for its path, which the desktop's dialogue fills too, and one for what it is given.
fn none(event: HookEvent, label: &str, entered: &mut Entered, ui: &mut Ui, context: &PageContext<'_>) {
    let mut done = false;
    ui.horizontal_wrapped(|ui| {
        for (typed, name) in [(&mut entered.program, text::program()), (&mut entered.given, text::given_what())] {
            let field = ui.add(TextEdit::singleline(typed).desired_width(220.0).margin(8.0).hint_text(&name));
            let name = text::of(&name, label);
            ui.ctx().accesskit_node_builder(field.id, |node| node.set_label(name));
            done |= field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        }
        if OFFERED && press(ui, &surroundings::choose(), text::of(&surroundings::choose_file(), label)) {
            context.order(HooksOrder::Choose(event));
        }
        done |= press(ui, &text::name_it(), text::of(&text::name_it(), label));
    });
    if let Some(refused) = &entered.refused {
        paragraph(ui, RichText::new(refused).strong());
    }
    if done && !entered.program.trim().is_empty() {
        entered.refused = None;
        let given = entered.given.split_whitespace().map(str::to_owned);
        let words = std::iter::once(entered.program.trim().to_owned()).chain(given).collect();
        context.order(HooksOrder::Name(event, words));
    }
}
