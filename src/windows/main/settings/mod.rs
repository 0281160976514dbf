//! The page Settings: its parts, the one that is open, what is sought. Owns its look; the settings come as values and leave
//! as orders, and what a part has beside them is `special`'s.

mod control;
mod draft;
mod hours;
mod part;
mod rhythm;
mod row;
mod special;
mod steps;
mod troubles;

use super::context::PageContext;
use super::data::DataSection;
use super::page::MainPage;
use super::talk::{DataUpdate, SettingsNow, SettingsOrder, SettingsUpdate};
use crate::settings::{Key, find};
use crate::text::{adjust as text, mistakes, settings as said, windows::search_end};
use crate::windows::kit::paragraph::{aside, group, heading, paragraph, title};
use crate::windows::kit::search::search;
use crate::windows::kit::theme::Ink;
use draft::Drafts;
use eframe::egui::accesskit::Role;
use eframe::egui::style::ScrollAnimation;
use eframe::egui::{Align, Button, ComboBox, Layout, Rect, RichText, TextStyle, Ui, Vec2, vec2};
use part::Part;
use rhythm::Fresh;
use special::Special;
use troubles::Troubles;

/// From this width on the parts are a list beside the one that is open.
const WIDE: f32 = 560.0;
/// The list's width.
const LIST: f32 = 152.0;
/// Between the list and the part.
const APART: f32 = 24.0;

/// The page, with what it was told.
#[derive(Debug, Default)]
pub(super) struct SettingsPage {
    now: Option<Box<SettingsNow>>,
    part: Part,
    /// Another part has just been opened: it begins at its top.
    turned: bool,
    sought: String,
    drafts: Drafts,
    fresh: Fresh,
    special: Special,
    data: DataSection,
    troubles: Troubles,
}

impl SettingsPage {
    pub(super) fn take(&mut self, update: SettingsUpdate) {
        match update {
            SettingsUpdate::Now(now) => self.now = Some(now),
        }
    }

    /// The parts that touch the world, the calendars, the entries in the desktop.
    pub(super) fn special(&mut self) -> &mut Special {
        &mut self.special
    }

    /// Hears what came of taking out or deleting.
    pub(super) fn take_data(&mut self, update: &DataUpdate) {
        self.data.take(update);
    }

    /// Opens the part with this token, or in which the setting with this key stands.
    pub(super) fn open_at(&mut self, subject: &str) {
        if let Some(part) = Part::meant(subject) {
            (self.part, self.sought) = (part, String::new());
        }
    }

    pub(super) fn show(&mut self, ui: &mut Ui, context: &mut PageContext<'_>) {
        if std::mem::take(&mut self.turned) {
            let top = Rect::from_min_size(ui.cursor().min, Vec2::ZERO);
            // At once: each step of an animation is a frame to be drawn.
            ui.scroll_to_rect_animation(top, Some(Align::TOP), ScrollAnimation::none());
        }
        title(ui, &MainPage::Settings.name());
        let Some(now) = self.now.take() else {
            paragraph(ui, RichText::new(text::reading()).weak());
            return;
        };
        self.troubles.show(ui, &now, context);
        search(ui, &mut self.sought, &text::search(), &search_end());
        ui.add_space(8.0);
        if !self.sought.trim().is_empty() {
            self.found(ui, &now, context);
        } else if ui.available_width() < WIDE {
            self.parts_in_a_row(ui);
            self.open_part(ui, &now, context);
        } else {
            ui.horizontal_top(|ui| {
                ui.allocate_ui_with_layout(vec2(LIST, 0.0), Layout::top_down_justified(Align::LEFT), |ui| {
                    ui.set_width(LIST);
                    self.parts(ui);
                });
                ui.add_space(APART);
                ui.vertical(|ui| self.open_part(ui, &now, context));
            });
        }
        self.now = Some(now);
    }

    /// The parts below each other.
    fn parts(&mut self, ui: &mut Ui) {
        ui.spacing_mut().item_spacing.y = 2.0;
        for part in Part::ALL {
            let (ink, open) = (Ink::of(ui.visuals().dark_mode), part == self.part);
            let title = RichText::new(part.name()).color(if open { ink.accent } else { ink.text });
            let response = ui.add(Button::new(title).selected(false).wrap().frame_when_inactive(false));
            ui.ctx().accesskit_node_builder(response.id, |node| {
                node.set_role(Role::Link);
                node.set_selected(open);
            });
            if open {
                let mark = response.rect.with_max_x(response.rect.left() + 3.0);
                ui.painter().rect_filled(mark, 1.5, ink.accent);
            }
            if response.clicked() {
                (self.part, self.turned) = (part, true);
                ui.ctx().request_repaint();
            }
        }
    }

    /// The parts where there is little room.
    fn parts_in_a_row(&mut self, ui: &mut Ui) {
        let list = ComboBox::from_id_salt("parts").selected_text(self.part.name()).width(200.0).show_ui(ui, |ui| {
            for part in Part::ALL {
                ui.selectable_value(&mut self.part, part, part.name());
            }
        });
        ui.ctx().accesskit_node_builder(list.response.id, |node| node.set_label(text::parts()));
        ui.add_space(8.0);
    }

    /// The part that is open.
    fn open_part(&mut self, ui: &mut Ui, now: &SettingsNow, context: &mut PageContext<'_>) {
        let part = self.part;
        heading(ui, &part.name(), TextStyle::Heading, 2);
        ui.add_space(4.0);
        if part == Part::Rhythm {
            let change = rhythm::show(ui, now, &mut self.drafts, &mut self.fresh);
            if let Some(change) = change {
                context.order(SettingsOrder::Change(change));
            }
        } else if part != Part::Machines {
            self.rows(ui, now, context, |known, _| Part::of(known) == Some(part) && !Special::has(known));
        }
        self.special.show(part, (now, &mut self.drafts), ui, context);
        if part == Part::Machines {
            // What this one is called is of use once there are others.
            ui.add_space(16.0);
            self.rows(ui, now, context, |known, _| Part::of(known) == Some(part) && !Special::has(known));
        }
        if part == Part::Data {
            self.data.show(ui, context);
        }
        if part == Part::Exercises {
            questions(ui, context);
        }
        if part == Part::App {
            aside(ui, &mistakes::file(&now.file));
        }
    }

    /// What has to do with what is sought, of every part.
    fn found(&mut self, ui: &mut Ui, now: &SettingsNow, context: &PageContext<'_>) {
        let sought = self.sought.trim().to_lowercase();
        let holds = |text: &str| text.to_lowercase().contains(&sought);
        let fits = |known: &Key, key: &str| {
            let value = now.value(key).map(|shown| text::value(known, &shown.plain)).unwrap_or_default();
            let part = Part::of(known).map(Part::name);
            let texts = [text::called(key), said::help(known), said::group(known.group), value];
            part.is_some_and(|part| holds(&part) || texts.iter().any(|text| holds(text)))
        };
        let mut any = false;
        for part in Part::ALL {
            let here = |known: &Key, key: &str| Part::of(known) == Some(part) && fits(known, key);
            let hits = now.values.iter().filter_map(|shown| find(&shown.key).filter(|known| here(known, &shown.key)));
            let (own, table): (Vec<&Key>, Vec<&Key>) = hits.partition(|known| Special::has(known));
            if own.is_empty() && table.is_empty() {
                continue;
            }
            any = true;
            heading(ui, &part.name(), TextStyle::Heading, 2);
            self.rows(ui, now, context, |known, key| here(known, key) && !Special::has(known));
            if !own.is_empty() {
                self.special.show(part, (now, &mut self.drafts), ui, context);
            }
        }
        if !any {
            paragraph(ui, RichText::new(text::nothing_found(self.sought.trim())));
        }
    }

    /// The settings that are picked, in the order of the reference, with a heading where a part has several groups.
    fn rows(&mut self, ui: &mut Ui, now: &SettingsNow, context: &PageContext<'_>, pick: impl Fn(&Key, &str) -> bool) {
        let mut last = None;
        for shown in &now.values {
            let Some(known) = find(&shown.key).filter(|known| pick(known, &shown.key)) else { continue };
            if Part::of(known) == Some(Part::Prompts) && last.replace(known.group) != Some(known.group) {
                group(ui, &said::group(known.group), 3);
            }
            if let Some(change) = row::show(ui, now, &shown.key, &mut self.drafts) {
                context.order(SettingsOrder::Change(change));
            }
        }
    }
}

/// The way to the first questions.
fn questions(ui: &mut Ui, context: &PageContext<'_>) {
    aside(ui, &text::questions_why());
    if ui.button(text::questions()).clicked() {
        context.order(SettingsOrder::Questions);
    }
}
