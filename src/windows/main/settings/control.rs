//! The control of one setting, by what its key takes. Owns which control that is, and what is being typed in it; never
//! whether a value fits.

use super::{hours, steps};
use crate::settings::{Key, Kind};
use crate::text::adjust as text;
use crate::windows::kit::entry::{Entered, entry};
use crate::windows::kit::switch::switch;
use crate::windows::kit::{field, focus};
use eframe::egui::{Button, Ui, vec2};
use std::collections::BTreeMap;

/// The width of an entry for a number, and of one for a line.
const NUMBER: f32 = 88.0;
const LINE: f32 = 320.0;

/// One setting as its control needs it.
pub(super) struct Setting<'a> {
    /// Its dotted key.
    pub key: &'a str,
    /// What it takes.
    pub known: &'a Key,
    /// What it is called, with what it belongs to.
    pub name: &'a str,
    /// Its value in plain words.
    pub value: &'a str,
    /// What counts where nothing is set.
    pub usual: &'a str,
}

/// What is being typed, and what was wrong with what was typed last, by key.
#[derive(Debug, Default)]
pub(super) struct Drafts {
    typed: BTreeMap<String, String>,
    wrong: BTreeMap<String, String>,
}

impl Drafts {
    /// What was wrong with what was typed last.
    pub(super) fn wrong(&self, key: &str) -> Option<&str> {
        self.wrong.get(key).map(String::as_str)
    }

    /// What is being typed.
    pub(super) fn typed(&self, key: &str) -> Option<&str> {
        self.typed.get(key).map(String::as_str)
    }

    /// This is being typed.
    pub(super) fn keep(&mut self, key: &str, typed: String) {
        self.typed.insert(key.to_owned(), typed);
    }

    /// What was typed does not fit. It stays, to be put right.
    pub(super) fn refuse(&mut self, key: &str, why: String) {
        self.wrong.insert(key.to_owned(), why);
    }

    /// Nothing that was typed for it, or for a part of it (`hours#0`), matters any more.
    pub(super) fn drop(&mut self, key: &str) {
        self.typed.retain(|typed, _| typed.split('#').next() != Some(key) && typed.as_str() != key);
        self.wrong.remove(key);
    }
}

/// Shows it; the value that is wanted, in plain words.
pub(super) fn show(ui: &mut Ui, setting: &Setting<'_>, drafts: &mut Drafts) -> Option<String> {
    let Setting { known, name, value, .. } = *setting;
    match known.kind {
        Kind::Switch => switch(ui, value == "true", name).then(|| (value != "true").to_string()),
        Kind::Choice(all) => one(ui, setting, all),
        Kind::Words(all) => many(ui, setting, all),
        Kind::Length { .. } | Kind::Count { .. } | Kind::Clock { .. } => stepped(ui, setting, drafts),
        Kind::Hours => hours::show(ui, setting, drafts),
        Kind::Ids => hidden(ui, setting),
        Kind::Sources | Kind::Mails | Kind::Line => typed(ui, setting, drafts, value, LINE),
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
    ui.vertical(|ui| {
        field::choices(ui);
        for word in all {
            let said = text::word(setting.known, word);
            if field::named_choice(ui, true, chosen.contains(word), &said, &text::of(&said, setting.name)) {
                pressed = Some(*word);
            }
        }
    });
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
        ui.label(text::value(setting.known, ""));
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
        for (sign, up) in [("-", false), ("+", true)] {
            let next = step(up);
            let name = if up { text::more(setting.name) } else { text::less(setting.name) };
            ui.add_enabled_ui(next.is_some(), |ui| {
                let response = ui.add(Button::new(sign).min_size(vec2(36.0, 36.0)));
                ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(name));
                focus::follow(&response);
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
            focus::follow(&response);
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
