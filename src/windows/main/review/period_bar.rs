//! Which period is looked at: how long it is, the ways to the one before, the one after and the one that goes on, and any
//! day by its date. Owns these controls.

use super::LookedBack;
use crate::review::{Period, PeriodLength};
use crate::text::{charts as names, lookback as text, review};
use crate::windows::kit::button;
use crate::windows::kit::card::card;
use crate::windows::kit::month::MonthPage;
use crate::windows::kit::segments::segments;
use chrono::{Datelike, NaiveDate};
use eframe::egui::{Button, RichText, Ui};

/// The calendar from which a day is chosen.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct DayChoice {
    /// The first day of the month that it shows, while it is open.
    month: Option<NaiveDate>,
}

/// Shows them; the period that was chosen.
pub(super) fn show(ui: &mut Ui, period: Period, told: Option<&LookedBack>, days: &mut DayChoice) -> Option<Period> {
    let names = PeriodLength::ALL.map(name);
    let at = PeriodLength::ALL.iter().position(|length| *length == period.length);
    let today = told.map(|told| told.today);
    let length = segments(ui, &names, at).and_then(|at| PeriodLength::ALL.get(at)).map(|&length| {
        // Of a period in the past, the one of another length that ends with it.
        let last = period.on.zip(today).map(|(_, today)| (period.last(today), today));
        last.map_or(Period::now(length), |(last, today)| Period::with(length, last, today))
    });
    let Some(told) = told else { return length };
    let chosen = length.or(ways(ui, period, told, days));
    chosen.or(days.show(ui, period, told))
}

/// To the period before, after and now, and to the calendar.
fn ways(ui: &mut Ui, period: Period, told: &LookedBack, days: &mut DayChoice) -> Option<Period> {
    let before = period.earlier(told.today).filter(|_| period.first(told.today) > told.first);
    let ways = [
        (text::earlier(), before),
        (text::later(), period.later(told.today)),
        (text::now(), period.on.map(|_| Period::now(period.length))),
    ];
    let mut chosen = None;
    ui.horizontal_wrapped(|ui| {
        for (name, to) in ways {
            let response = ui.add_enabled(to.is_some(), Button::new(name));
            if response.clicked() {
                chosen = to;
            }
        }
        if button::unfolding(ui, &text::any_day(), days.month.is_some()) {
            days.month = if days.month.is_some() { None } else { period.last(told.today).with_day(1) };
        }
    });
    chosen
}

impl DayChoice {
    /// The calendar, while it is open; a day that was chosen closes it.
    fn show(&mut self, ui: &mut Ui, period: Period, told: &LookedBack) -> Option<Period> {
        let mut first = self.month?;
        let name = names::month(first);
        let weekdays: Vec<String> = (0..7).map(review::weekday).collect();
        let at = period.on.filter(|_| period.length == PeriodLength::Day);
        let chosen = card(ui, |ui| {
            ui.horizontal_wrapped(|ui| {
                let before = ui.add_enabled(first > told.first, Button::new(text::month_before()));
                let after =
                    ui.add_enabled(MonthPage::beside(first, true) <= told.today, Button::new(text::month_after()));
                if before.clicked() || after.clicked() {
                    first = MonthPage::beside(first, after.clicked());
                }
                ui.label(RichText::new(&name));
            });
            let page = MonthPage { first, name: &name, weekdays: &weekdays, open: told.first..=told.today, at };
            page.show(ui, review::day)
        });
        self.month = Some(first).filter(|_| chosen.is_none());
        chosen.map(|day| Period::with(PeriodLength::Day, day, told.today))
    }
}

fn name(length: PeriodLength) -> String {
    match length {
        PeriodLength::Day => text::day(),
        PeriodLength::Week => text::week(),
        PeriodLength::Month => text::month(),
        PeriodLength::TwelveWeeks => text::twelve_weeks(),
        PeriodLength::Year => text::year(),
        PeriodLength::All => text::all(),
    }
}
