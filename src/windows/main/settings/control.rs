//! The control of one setting, by what its key takes. Owns which control that is; never whether a value fits.

use super::draft::{Drafts, Setting};
use super::{hours, steps};
use crate::settings::Kind;
use crate::text::adjust as text;
use crate::windows::kit::entry::{Entered, entry};
use crate::windows::kit::field;
use crate::windows::kit::switch::switch;
use crate::windows::kit::theme;
use eframe::egui::{Button, Ui, vec2};

/// The width of an entry for a number, and of one for a line.
const NUMBER: f32 = 88.0;
const LINE: f32 = 320.0;
/// More choices than these stand in two columns, where there is so much room.
const MANY: usize = 8;
const TWO_COLUMNS: f32 = 440.0;

/// Shows it; the value that is wanted, in plain words.
pub(super) fn show(ui: &mut Ui, setting: &Setting<'_>, drafts: &mut Drafts) -> Option<String> {
    let Setting { known, name, value, .. } = *setting;
    match known.kind {
        Kind::Switch => {
            let pressed = ui.horizontal(|ui| switch(ui, value == "true", name)).inner;
            pressed.then(|| (value != "true").to_string())
        }
        Kind::Choice(all) => one(ui, setting, all),
        Kind::Words(all) => many(ui, setting, all),
        Kind::Length { .. } | Kind::Count { .. } | Kind::Clock { .. } => stepped(ui, setting, drafts),
        Kind::Hours => hours::show(ui, setting, drafts),
        Kind::Ids => hidden(ui, setting),
        Kind::Sources | Kind::Mails | Kind::Command | Kind::Folder | Kind::Name { .. } => {
            typed(ui, setting, drafts, value, LINE)
        }
    }
}

/// One of these words.
fn one(ui: &mut Ui, setting: &Setting<'_>, all: &[&'static str]) -> Option<String> {
    let mut wanted = None;
    ui.vertical(|ui| {
        field::choices(ui);
        for word in all {
            let said = text::choice(setting.known, word);
            if field::named_choice(ui, false, *word == setting.value, &said, &text::of(&said, setting.name)) {
                wanted = Some((*word).to_owned());
            }
        }
    });
    wanted.filter(|word| word != setting.value)
}

/// Any of these words.
fn many(ui: &mut Ui, setting: &Setting<'_>, all: &[&'static str]) -> Option<String> {
    let mut chosen: Vec<&str> = setting.value.split(',').filter(|word| !word.is_empty()).collect();
    let mut pressed = None;
    let mut column = |ui: &mut Ui, words: &[&'static str]| {
        field::choices(ui);
        for word in words {
            let said = text::word(setting.known, word);
            if field::named_choice(ui, true, chosen.contains(word), &said, &text::of(&said, setting.name)) {
                pressed = Some(*word);
            }
        }
    };
    if all.len() > MANY && ui.available_width() >= TWO_COLUMNS * theme::scale(ui) {
        let (first, second) = all.split_at(all.len().div_ceil(2));
        ui.columns_const(|[left, right]| {
            column(left, first);
            column(right, second);
        });
    } else {
        ui.vertical(|ui| column(ui, all));
    }
    let pressed = pressed?;
    if chosen.contains(&pressed) {
        chosen.retain(|word| *word != pressed);
    } else {
        chosen.push(pressed);
    }
    Some(chosen.join(","))
}

/// What is never offered, one by one.
fn hidden(ui: &mut Ui, setting: &Setting<'_>) -> Option<String> {
    let all: Vec<&str> = setting.value.split(',').filter(|id| !id.is_empty()).collect();
    let mut again = None;
    if all.is_empty() {
        ui.horizontal(|ui| ui.label(text::value(setting.known, "")));
    }
    for id in &all {
        ui.horizontal_wrapped(|ui| {
            let name = text::reminder(id);
            ui.label(&name);
            let response = ui.button(text::show_again());
            let label = text::of(&text::show_again(), &name);
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(label));
            if response.clicked() {
                again = Some(*id);
            }
        });
    }
    let again = again?;
    Some(all.into_iter().filter(|id| *id != again).collect::<Vec<_>>().join(","))
}

/// A value with a smaller and a larger one beside it, which can be typed as well.
fn stepped(ui: &mut Ui, setting: &Setting<'_>, drafts: &mut Drafts) -> Option<String> {
    let step = |up| steps::step(setting.known.kind, setting.value, setting.usual, up);
    let mut wanted = None;
    ui.horizontal_wrapped(|ui| {
        for (sign, up) in [("−", false), ("+", true)] {
            let next = step(up);
            let name = if up { text::more(setting.name) } else { text::less(setting.name) };
            ui.add_enabled_ui(next.is_some(), |ui| {
                let response = ui.add(Button::new(sign).min_size(vec2(36.0, 36.0)));
                ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(name));
                if response.clicked() {
                    wanted.clone_from(&next);
                }
            });
            if !up {
                let typed = typed(ui, setting, drafts, &text::value(setting.known, setting.value), NUMBER);
                wanted = wanted.take().or(typed);
            }
        }
        if let Some(off) = steps::off(setting.known.kind).filter(|off| *off != setting.value) {
            let response = ui.button(text::turn_off());
            let name = text::of(&text::turn_off(), setting.name);
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(name));
            if response.clicked() {
                wanted = Some(off);
            }
        }
    });
    wanted
}

/// What is typed. `shown` stands there while nothing is.
fn typed(ui: &mut Ui, setting: &Setting<'_>, drafts: &mut Drafts, shown: &str, width: f32) -> Option<String> {
    let mut text = drafts.typed(setting.key).unwrap_or(shown).to_owned();
    let entered = entry(ui, &mut text, setting.name, "", width.min(ui.available_width() - 24.0));
    match entered {
        Entered::Typing if text != shown => drafts.keep(setting.key, text),
        Entered::Meant if text != shown => {
            let meant = steps::meant(setting.known.kind, &text, setting.value);
            drafts.keep(setting.key, text);
            return Some(meant);
        }
        Entered::Typing | Entered::Left | Entered::Meant => drafts.drop(setting.key),
        Entered::Nothing => {}
    }
    None
}
