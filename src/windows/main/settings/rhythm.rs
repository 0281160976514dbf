//! The rhythm: ready ones as cards that say what they do, the breaks and the quiet lines one by one, and new ones. Owns its
//! look, and which are suggested; what counts is the settings'.

use super::draft::Drafts;
use super::row;
use crate::settings::{self, Key, Kind, keys, name_of};
use crate::text::adjust as text;
use crate::windows::kit::entry::{Entered, entry};
use crate::windows::kit::field;
use crate::windows::kit::paragraph::{aside, group, heading, paragraph};
use crate::windows::kit::theme::Ink;
use crate::windows::main::talk::{SettingsChange, SettingsNow};
use eframe::egui::accesskit::{Role, Toggled};
use eframe::egui::text::{LayoutJob, TextFormat};
use eframe::egui::{Button, RichText, Stroke, TextStyle, Ui, vec2};

/// The break that is always there.
const MOVEMENT: &str = "movement";
/// Between two parts.
const APART: f32 = 24.0;
/// A card is no narrower than this.
const CARD: f32 = 216.0;
/// Breaks that are suggested, by their names: the time from one to the next, and how long each is.
const BREAKS: [(&str, &str, &str); 2] = [("eyes", "20min", "20s"), ("walk", "2h", "10min")];
/// Quiet lines that are suggested.
const NUDGES: [(&str, &str); 2] = [("water", "60min"), ("standing", "45min")];
/// What one of the person's own begins with.
const BREAK: (&str, &str) = ("60min", "3min");

/// What is being entered for a new one.
#[derive(Debug, Default)]
pub(super) struct Fresh {
    called: String,
    /// A break; otherwise a quiet line.
    is_break: bool,
    wrong: Option<String>,
}

/// Shows it all; the change that is wanted.
pub(super) fn show(ui: &mut Ui, now: &SettingsNow, drafts: &mut Drafts, fresh: &mut Fresh) -> Option<SettingsChange> {
    let mut change = presets(ui, now);
    for (family, title) in [(&keys::BREAK_EVERY.key, text::breaks()), (&keys::NUDGE_EVERY.key, text::nudges())] {
        ui.add_space(APART);
        heading(ui, &title, TextStyle::Heading, 3);
        for name in names(now, family) {
            change = change.or(reminder(ui, now, family, &name, drafts));
        }
    }
    for key in [keys::NUDGES_MOST.name(), keys::NUDGES_CLEAR_OF_BREAK.name()] {
        change = change.or(row::show(ui, now, key, drafts));
    }
    change.or(another(ui, now, fresh))
}

/// The first part of the keys of a family: "break".
fn family_name(family: &Key) -> &'static str {
    family.name.split('.').next().unwrap_or_default()
}

/// The breaks or nudges that there are.
fn names(now: &SettingsNow, family: &Key) -> Vec<String> {
    let of = |key: &str| match key.split('.').collect::<Vec<_>>()[..] {
        [first, name, "every"] if first == family_name(family) => Some(name.to_owned()),
        _ => None,
    };
    now.values.iter().filter_map(|shown| of(&shown.key)).collect()
}

/// The ready rhythms. Whichever has the numbers that count is chosen, however they came to count.
fn presets(ui: &mut Ui, now: &SettingsNow) -> Option<SettingsChange> {
    let Kind::Choice(all) = keys::PRESET.key.kind else { return None };
    let of = [keys::BREAK_EVERY.key.named(MOVEMENT), keys::BREAK_LASTS.key.named(MOVEMENT)];
    let mut wanted = None;
    aside(ui, &text::presets_why());
    let width = (ui.available_width() - ui.spacing().item_spacing.x) / 2.0;
    ui.horizontal_wrapped(|ui| {
        for preset in all.iter().filter(|preset| !preset.is_empty()) {
            let own = settings::set("", keys::PRESET.name(), preset).unwrap_or_default();
            let [every, lasts] = of.each_ref().map(|key| settings::get(&own, key).unwrap_or_default());
            let chosen = [&every, &lasts].into_iter().eq(of.iter().filter_map(|key| Some(&now.value(key)?.plain)));
            let name = text::choice(&keys::PRESET.key, preset);
            let numbers = text::rhythm(&said(&keys::BREAK_EVERY.key, &every), &said(&keys::BREAK_LASTS.key, &lasts));
            if card(ui, &name, &numbers, chosen, width.max(CARD)) && !chosen {
                let all = [(keys::PRESET.name().to_owned(), Some((*preset).to_owned()))];
                let all = all.into_iter().chain(of.iter().map(|key| (key.clone(), None))).collect();
                wanted = Some(SettingsChange { all, said: text::changed(&name, &numbers) });
            }
        }
    });
    wanted
}

fn said(key: &Key, plain: &str) -> String {
    text::value(key, plain)
}

/// A card that can be chosen; whether it was pressed.
fn card(ui: &mut Ui, name: &str, numbers: &str, chosen: bool, width: f32) -> bool {
    let ink = Ink::of(ui.visuals().dark_mode);
    let font = |style: TextStyle| style.resolve(ui.style());
    let mut job = LayoutJob::default();
    job.append(name, 0.0, TextFormat::simple(font(TextStyle::Body), if chosen { ink.accent } else { ink.text }));
    job.append(&format!("\n{numbers}"), 0.0, TextFormat::simple(font(TextStyle::Small), ink.soft));
    let edge = if chosen { Stroke::new(2.0, ink.accent) } else { Stroke::new(1.0, ink.outline) };
    let response =
        ui.add(Button::new(job).right_text("").fill(ink.card).stroke(edge).wrap().min_size(vec2(width, 56.0)));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::RadioButton);
        node.set_toggled(Toggled::from(chosen));
        node.set_label(format!("{name}: {numbers}"));
    });
    response.clicked()
}

/// One break or nudge, with what can be changed of it.
fn reminder(ui: &mut Ui, now: &SettingsNow, family: &Key, name: &str, drafts: &mut Drafts) -> Option<SettingsChange> {
    let (every, lasts) = (family.named(name), keys::BREAK_LASTS.key.named(name));
    let off = now.value(&every).is_some_and(|shown| said(family, &shown.plain) == text::off());
    group(ui, &text::reminder(name), 4);
    let mut change = row::show(ui, now, &every, drafts);
    if off {
        aside(ui, &text::never());
    } else if now.value(&lasts).is_some() {
        change = change.or(row::show(ui, now, &lasts, drafts));
    }
    let shipped = now.below.contains_key(&every);
    if !shipped && remove(ui, name) {
        let all = [every, lasts].into_iter().filter(|key| now.own(key)).map(|key| (key, None)).collect();
        return Some(SettingsChange { all, said: text::removed(&text::reminder(name)) });
    }
    change
}

/// The button that takes one away; whether it was pressed.
fn remove(ui: &mut Ui, name: &str) -> bool {
    let response = ui.button(text::remove());
    let name = text::of(&text::remove(), &text::reminder(name));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(name));
    response.clicked()
}

/// The way to another one: ready ones, and one that the person calls something.
fn another(ui: &mut Ui, now: &SettingsNow, fresh: &mut Fresh) -> Option<SettingsChange> {
    ui.add_space(APART);
    heading(ui, &text::another(), TextStyle::Heading, 3);
    aside(ui, &text::another_why());
    let families = [&keys::BREAK_EVERY.key, &keys::NUDGE_EVERY.key];
    let taken: Vec<String> = families.iter().flat_map(|family| names(now, family)).collect();
    let suggested = suggestions(ui, &taken);
    ui.add_space(8.0);
    suggested.or(fresh.show(ui, &taken))
}

/// Those that are suggested and not there yet.
fn suggestions(ui: &mut Ui, taken: &[String]) -> Option<SettingsChange> {
    let free = |name: &str| !taken.iter().any(|one| one == name);
    let breaks = BREAKS.into_iter().filter(|(name, ..)| free(name));
    let nudges = NUDGES.into_iter().filter(|(name, _)| free(name));
    let all = breaks
        .map(|(name, every, lasts)| new_break(name, every, lasts))
        .chain(nudges.map(|(name, every)| new_nudge(name, every)));
    let mut wanted = None;
    ui.horizontal_wrapped(|ui| {
        for new in all {
            if ui.button(&new.said).clicked() {
                wanted = Some(new);
            }
        }
    });
    wanted
}

impl Fresh {
    /// One that the person calls something.
    fn show(&mut self, ui: &mut Ui, taken: &[String]) -> Option<SettingsChange> {
        ui.scope(|ui| {
            field::choices(ui);
            for (is_break, said) in [(false, text::a_nudge()), (true, text::a_break())] {
                if field::choice(ui, false, self.is_break == is_break, &said) {
                    self.is_break = is_break;
                }
            }
        });
        let mut meant = false;
        ui.horizontal_wrapped(|ui| {
            let what = text::called_what();
            let entered = entry(ui, &mut self.called, &what, &what, CARD.min(ui.available_width() - 24.0));
            // Only left, it is not yet meant: the kind may be chosen next.
            meant = entered == Entered::Meant && ui.input(|input| input.key_pressed(eframe::egui::Key::Enter));
            meant |= ui.button(text::add()).clicked();
        });
        let new = if meant { self.named(taken) } else { None };
        if let Some(wrong) = &self.wrong {
            paragraph(ui, RichText::new(wrong).small());
        }
        new
    }

    /// The one of the name that was typed, if there can be one.
    fn named(&mut self, taken: &[String]) -> Option<SettingsChange> {
        let named = match name_of(&self.called) {
            None => Err(text::no_name()),
            Some(name) if taken.contains(&name) => Err(text::name_taken(&text::reminder(&name))),
            Some(name) => Ok(name),
        };
        self.wrong = named.as_ref().err().cloned();
        let name = named.ok()?;
        self.called.clear();
        Some(if self.is_break { new_break(&name, BREAK.0, BREAK.1) } else { new_nudge(&name, BREAK.0) })
    }
}

fn new_break(name: &str, every: &str, lasts: &str) -> SettingsChange {
    let (each, length) = (&keys::BREAK_EVERY.key, &keys::BREAK_LASTS.key);
    let numbers = text::rhythm(&said(each, every), &said(length, lasts));
    SettingsChange {
        all: vec![(each.named(name), Some(every.to_owned())), (length.named(name), Some(lasts.to_owned()))],
        said: text::changed(&text::reminder(name), &numbers),
    }
}

fn new_nudge(name: &str, every: &str) -> SettingsChange {
    let each = &keys::NUDGE_EVERY.key;
    let numbers = text::quiet_rhythm(&said(each, every));
    SettingsChange {
        all: vec![(each.named(name), Some(every.to_owned()))],
        said: text::changed(&text::reminder(name), &numbers),
    }
}
