//! The controls above the gallery: which are shown, a search, the filters. Owns how they look and are named.

use super::filter::{self, Filter, LENGTHS, Length, Which};
use crate::engine::content::{Equipment, Posture};
use crate::text::{areas, gallery as text, windows::search_end};
use crate::windows::kit::search::search;
use crate::windows::kit::segments::segments;
use crate::windows::kit::theme::scale;
use crate::windows::main::talk::Entry;
use eframe::egui::{ComboBox, Ui};
use std::collections::BTreeMap;

/// Where there is less width than this the filters are folded away: five below each other leave the gallery no room.
const FOLDED: f32 = 480.0;

/// Shows them. `open` is whether filters that are folded away are shown all the same.
pub(super) fn show(ui: &mut Ui, filter: &mut Filter, open: &mut bool, entries: &[Entry]) {
    let all = [(Which::Fitting, text::fitting()), (Which::All, text::all()), (Which::Hidden, text::hidden())];
    let chosen = all.iter().position(|(which, _)| *which == filter.which);
    let folded = ui.available_width() < FOLDED * scale(ui);
    ui.horizontal_wrapped(|ui| {
        if let Some((which, _)) = segments(ui, &all.clone().map(|(_, name)| name), chosen).and_then(|at| all.get(at)) {
            filter.which = *which;
        }
        if folded {
            let fold = ui.button(text::filters(filter.chosen()));
            *open ^= fold.clicked();
            ui.ctx().accesskit_node_builder(fold.id, |node| node.set_expanded(*open));
        }
    });
    search(ui, &mut filter.search, &text::search(), &search_end());
    if folded && !*open {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        let areas: BTreeMap<String, String> = entries
            .iter()
            .flat_map(|entry| filter::areas(&entry.activity))
            .map(|area| (areas::name(area), area.to_owned()))
            .collect();
        pick(ui, "area", text::any_area(), &mut filter.area, areas.into_iter().map(|(name, area)| (area, name)));
        let postures = [Posture::Seated, Posture::Standing, Posture::Floor];
        pick(ui, "posture", text::any_posture(), &mut filter.posture, postures.map(|one| (one, text::posture(one))));
        let things = [Equipment::None, Equipment::Chair, Equipment::Wall, Equipment::Band, Equipment::FoamRoller];
        pick(
            ui,
            "equipment",
            text::any_equipment(),
            &mut filter.equipment,
            things.map(|one| (one, text::equipment(one))),
        );
        let longest = LENGTHS[LENGTHS.len() - 1];
        let lengths = LENGTHS.map(|most| (Length::UpTo(most), text::up_to(most)));
        let lengths = lengths.into_iter().chain([(Length::Over(longest), text::over(longest))]);
        pick(ui, "length", text::any_length(), &mut filter.length, lengths);
        pick(ui, "place", text::any_place(), &mut filter.unnoticed, [((), text::unnoticed())]);
    });
}

/// One filter: anything, or one of these.
fn pick<T: Clone + PartialEq>(
    ui: &mut Ui,
    salt: &str,
    any: String,
    chosen: &mut Option<T>,
    all: impl IntoIterator<Item = (T, String)>,
) {
    let all: Vec<(T, String)> = all.into_iter().collect();
    let now = all.iter().find(|(one, _)| chosen.as_ref() == Some(one)).map_or(any.clone(), |(_, name)| name.clone());
    let response = ComboBox::from_id_salt(salt)
        .selected_text(&now)
        .show_ui(ui, |ui| {
            ui.selectable_value(chosen, None, any);
            for (one, name) in all {
                ui.selectable_value(chosen, Some(one), name);
            }
        })
        .response;
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(text::filter(&now)));
}
