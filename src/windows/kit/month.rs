//! A month as a page of a calendar, of which a day is chosen. Owns how it looks, is walked by keys and named; which month it
//! is, and which days can be chosen, is its page's.

use super::chart::measure;
use super::rove::Rove;
use super::theme::{Ink, ROUND};
use chrono::{Datelike, Days, NaiveDate};
use eframe::egui::accesskit::Role;
use eframe::egui::{Align2, Rect, Sense, Stroke, StrokeKind, TextStyle, Ui, UiBuilder, WidgetInfo, vec2};
use std::ops::RangeInclusive;

/// A day's place: no wider, and in the height of its letters.
const WIDEST: f32 = 48.0;
const HIGH: f32 = 2.0;

/// A month.
#[derive(Clone, Debug)]
pub struct MonthPage<'a> {
    /// Its first day.
    pub first: NaiveDate,
    /// What it is called.
    pub name: &'a str,
    /// What the seven days of a week are called, Monday first.
    pub weekdays: &'a [String],
    /// The days that can be chosen.
    pub open: RangeInclusive<NaiveDate>,
    /// The day that is looked at.
    pub at: Option<NaiveDate>,
}

impl MonthPage<'_> {
    /// Shows it; the day that was chosen. `called` is a day in words.
    pub fn show(&self, ui: &mut Ui, called: impl Fn(NaiveDate) -> String) -> Option<NaiveDate> {
        let font = TextStyle::Body.resolve(ui.style());
        let ink = Ink::of(ui.visuals().dark_mode);
        let cell = vec2((ui.available_width() / 7.0).min(WIDEST), font.size * HIGH);
        let days: Vec<NaiveDate> = self.first.iter_days().take_while(|day| day.month() == self.first.month()).collect();
        let before = self.first.weekday().num_days_from_monday() as usize;
        let weeks = (before + days.len()).div_ceil(7);
        let named = UiBuilder::new().accessibility_role(Role::Group).accessibility_label(self.name);
        let mut chosen = None;
        ui.scope_builder(named, |ui| {
            let (all, _) = ui.allocate_exact_size(vec2(cell.x * 7.0, cell.y * measure(weeks + 1)), Sense::hover());
            let place = |column: usize, row: usize| {
                Rect::from_min_size(all.min + cell * vec2(measure(column), measure(row)), cell)
            };
            for (column, name) in self.weekdays.iter().enumerate() {
                let middle = place(column, 0).center();
                let small = TextStyle::Small.resolve(ui.style());
                ui.painter().text(middle, Align2::CENTER_CENTER, name, small, ink.soft);
            }
            let there = |day: usize| days.get(day).is_some_and(|day| self.open.contains(day));
            let first = self.at.and_then(|at| days.iter().position(|day| *day == at));
            let last = (0..days.len()).rev().find(|day| there(*day)).unwrap_or(0);
            let rove = Rove::among(ui, ui.scope_id().with(self.first), days.len(), first.unwrap_or(last));
            for (at, day) in days.iter().enumerate() {
                let rect = place((before + at) % 7, (before + at) / 7 + 1);
                let colour = if there(at) { ink.text } else { ink.soft };
                ui.painter().text(rect.center(), Align2::CENTER_CENTER, day.day(), font.clone(), colour);
                if !there(at) {
                    continue;
                }
                let response = ui.interact(rect, rove.id(at), rove.sense(ui, at));
                rove.heed(ui, at, 7, &response, there);
                if self.at == Some(*day) || response.hovered() {
                    let edge = Stroke::new(1.5, ink.accent);
                    ui.painter().rect_stroke(rect.shrink(2.0), ROUND, edge, StrokeKind::Inside);
                }
                response.widget_info(|| WidgetInfo::labeled(Role::Button, true, called(*day)));
                ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(self.at == Some(*day)));
                if response.clicked() {
                    chosen = Some(*day);
                }
            }
        });
        chosen
    }

    /// The first day of the month before it, or after it.
    #[must_use]
    pub fn beside(first: NaiveDate, later: bool) -> NaiveDate {
        let within = if later { first + Days::new(31) } else { first - Days::new(1) };
        within.with_day(1).unwrap_or(first)
    }
}

#[cfg(test)]
mod tests {
    use super::MonthPage;

    #[test]
    fn months_follow_each_other() {
        let day = |text: &str| text.parse().unwrap();
        assert_eq!(MonthPage::beside(day("2026-01-01"), true), day("2026-02-01"));
        assert_eq!(MonthPage::beside(day("2026-01-01"), false), day("2025-12-01"));
        assert_eq!(MonthPage::beside(day("2026-11-01"), true), day("2026-12-01"));
    }
}
