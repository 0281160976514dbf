//! One setting on the page: what it is called, a line of help, its control, what is wrong with it, its default. Owns its look,
//! and that a value which does not fit is told here and not ordered.

use super::control;
use super::draft::{Drafts, Setting};
use crate::settings::{self, Kind, find};
use crate::text::mistakes::mistake;
use crate::text::{adjust as text, settings as said};
use crate::windows::kit::paragraph::{aside, paragraph};
use crate::windows::kit::theme::Ink;
use crate::windows::main::talk::{SettingsChange, SettingsNow};
use eframe::egui::{Align, Layout, RichText, Ui, vec2};

/// From this width on the control stands beside the text.
const BESIDE: f32 = 440.0;
/// The text's part of it then.
const WORDS: f32 = 0.55;

/// Shows the setting with this key; the change that is wanted.
pub(super) fn show(ui: &mut Ui, now: &SettingsNow, key: &str, drafts: &mut Drafts) -> Option<SettingsChange> {
    let known = find(key)?;
    let value = now.value(key).map_or("", |shown| &shown.plain);
    let usual = now.below.get(key).map_or("", String::as_str);
    let name = text::called(key);
    let setting = Setting { key, known, name: &name, value, usual };
    let mut wanted = None;
    ui.push_id(key, |ui| {
        let (label, help) = (said::label(known), said::help(known));
        let below = matches!(known.kind, Kind::Words(_) | Kind::Hours | Kind::Mails);
        wanted = laid(ui, &label, &help, !below, |ui| control::show(ui, &setting, drafts));
        for mistake in now.mistakes.iter().filter(|mistake| mistake.keys.iter().any(|about| about == key)) {
            wrong(ui, &mistake.says);
        }
        if let Some(why) = drafts.wrong(key) {
            wrong(ui, why);
        }
    });
    let reset = now.own(key) && now.below.get(key).is_some_and(|below| below != value) && default(ui, &setting);
    let change = match wanted {
        Some(wanted) => fitting(now, &setting, &wanted, drafts),
        None => reset.then(|| {
            let said = text::changed(&name, &text::value(known, usual));
            SettingsChange { all: vec![(key.to_owned(), None)], said }
        }),
    };
    ui.add_space(8.0);
    change.inspect(|_| drafts.drop(key))
}

/// What a setting is called, a line of help, and its control: beside them where there is room and it may stand there.
pub(super) fn laid<T>(ui: &mut Ui, label: &str, help: &str, beside: bool, control: impl FnOnce(&mut Ui) -> T) -> T {
    let wide = ui.available_width();
    if !beside || wide < BESIDE {
        paragraph(ui, RichText::new(label));
        aside(ui, help);
        return control(ui);
    }
    let shown = ui.horizontal_top(|ui| {
        let part = vec2((wide - ui.spacing().item_spacing.x) * WORDS, 0.0);
        ui.allocate_ui_with_layout(part, Layout::top_down(Align::LEFT), |ui| {
            ui.set_width(part.x);
            ui.spacing_mut().item_spacing.y = 0.0;
            // As high as a control, so that it stands in one line with the one beside it.
            ui.horizontal(|ui| paragraph(ui, RichText::new(label)));
            aside(ui, help);
        });
        control(ui)
    });
    shown.inner
}

/// The change to this value, if it fits; otherwise it is told why not.
fn fitting(now: &SettingsNow, setting: &Setting<'_>, wanted: &str, drafts: &mut Drafts) -> Option<SettingsChange> {
    let value = match fits(now, setting.key, setting.known.kind, wanted) {
        Ok(after) => settings::get(&after, setting.key).ok()?,
        Err(why) => {
            drafts.refuse(setting.key, why);
            return None;
        }
    };
    let said = text::changed(setting.name, &text::value(setting.known, &value));
    Some(SettingsChange { all: vec![(setting.key.to_owned(), Some(value))], said })
}

/// The text with this value, if it fits its setting and goes together with all others.
fn fits(now: &SettingsNow, key: &str, kind: Kind, wanted: &str) -> Result<String, String> {
    let after = settings::set(&now.text, key, wanted)
        .map_err(|problem| if problem.whole() { text::not_changed() } else { text::takes(kind) })?;
    let wrong = settings::made_wrong(&now.text, &after);
    let about = wrong.iter().find(|problem| problem.keys().iter().any(|about| about == key));
    about.map_or(Ok(after), |problem| Err(mistake(problem)))
}

/// What is wrong with a setting, where it stands.
fn wrong(ui: &mut Ui, why: &str) {
    let ink = Ink::of(ui.visuals().dark_mode);
    paragraph(ui, RichText::new(why).small().color(ink.text));
}

/// The default, and the way back to it; whether that was pressed.
fn default(ui: &mut Ui, setting: &Setting<'_>) -> bool {
    let mut pressed = false;
    ui.horizontal_wrapped(|ui| {
        let usual = text::default_is(&text::value(setting.known, setting.usual));
        ui.label(RichText::new(usual).small().weak());
        let response = ui.button(text::reset());
        let name = text::of(&text::reset(), setting.name);
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(name));
        pressed = response.clicked();
    });
    pressed
}
