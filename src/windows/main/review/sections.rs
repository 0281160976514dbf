//! The sections of a review, one below the other. Owns how what is said stands beside what is drawn.

use super::super::talk::{LookedBack, SettingsChange};
use super::chosen::Chosen;
use super::{drawings, tables};
use crate::review::model::{Chart, Element, Section, Stress, Suggestion};
use crate::text::lookback as text;
use crate::windows::kit::card::card;
use crate::windows::kit::paragraph::{self, paragraph};
use crate::windows::kit::switch::switch;
use eframe::egui::{RichText, Ui};

/// Shows them; what was chosen. `tables` is whether the figures stand in place of the charts.
pub(super) fn show(ui: &mut Ui, told: &LookedBack, tables: &mut bool) -> Option<Chosen> {
    let charts = |section: &Section| section.parts.iter().any(|part| matches!(part, Element::Chart(_)));
    if told.model.sections.iter().any(charts) {
        ui.horizontal(|ui| {
            *tables ^= switch(ui, *tables, &text::tables());
            ui.label(text::tables());
        });
    }
    let mut chosen = None;
    for section in &told.model.sections {
        if !section.name.is_empty() {
            paragraph::section(ui, &section.name);
        }
        for (at, part) in section.parts.iter().enumerate() {
            // Two charts of a section have one name, and are two things all the same.
            let now = ui.push_id((&section.name, at), |ui| element(ui, told, section, part, *tables)).inner;
            chosen = chosen.or(now);
        }
    }
    chosen
}

fn element(ui: &mut Ui, told: &LookedBack, section: &Section, part: &Element, tables: bool) -> Option<Chosen> {
    match part {
        Element::Headline { text, range } => {
            paragraph(ui, RichText::new(text));
            if let Some(range) = range {
                paragraph(ui, RichText::new(range).weak());
            }
        }
        Element::Remark(Stress::Quiet, text) => drop(paragraph(ui, RichText::new(text).weak())),
        Element::Remark(Stress::Plain, text) => drop(paragraph(ui, RichText::new(text))),
        Element::Remark(Stress::Strong, text) => drop(paragraph(ui, RichText::new(text).strong())),
        Element::Suggestion(it) => return suggestion(ui, *it, told.change.as_ref()),
        Element::Chart(chart) => return self::chart(ui, &section.name, chart, tables),
    }
    None
}

/// What may be worth changing, with its numbers and the button that does it.
fn suggestion(ui: &mut Ui, it: Suggestion, change: Option<&SettingsChange>) -> Option<Chosen> {
    let change = change?;
    card(ui, |ui| {
        paragraph(ui, RichText::new(text::suggestion(it)));
        let response = ui.button(text::keep_free(it.hour));
        response.clicked().then(|| Chosen::Change(change.clone()))
    })
}

fn chart(ui: &mut Ui, name: &str, chart: &Chart, tables: bool) -> Option<Chosen> {
    if tables {
        tables::table(name, chart).show(ui);
        return None;
    }
    drawings::draw(ui, name, chart)
}
