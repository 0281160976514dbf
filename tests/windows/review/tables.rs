//! The charts of the page Review and their tables.

use super::{FIVE_WEEKS, charts, open, told};
use crate::front::Front;
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::{NodeT, Queryable};
use unhunch::ledger::figures::Share;
use unhunch::review::model::{Chart, Rate, TenseDay, TimelineBreak, Week};
use unhunch::review::{Period, PeriodLength};
use unhunch::text::{charts as names, list, lookback, review as text};

/// The figures of a chart, cell by cell, as they are told.
fn figures(chart: &Chart) -> Vec<String> {
    let share = |done: Share, least: u32| text::share(done, least);
    match chart {
        Chart::Goal(it) => vec![share(it.done, 0), lookback::percent(it.percent.into())],
        Chart::Week(days) => days.iter().flat_map(|it| [text::day(it.date), share(it.done, 0)]).collect(),
        Chart::Months(all, _) => {
            all.iter().flat_map(|it| [names::month(it.from), share(it.done.share, it.done.least)]).collect()
        }
        Chart::Timeline(it) => {
            let row = |it: &TimelineBreak| {
                [names::clock(it.due.time()), it.reminder.clone(), it.ended.clone(), it.detail.clone()]
            };
            it.breaks.iter().flat_map(row).collect()
        }
        Chart::Stretches(all) => {
            all.iter().flat_map(|it| [it.name.clone(), text::duration(it.seconds), it.when.clone()]).collect()
        }
        Chart::Weeks(all) => {
            let day = |it: &Option<Rate>| {
                it.filter(|it| it.share.of > 0).map_or_else(String::new, |it| names::part_of(it.share))
            };
            let week = |it: &Week| {
                let days: Vec<String> = it.days.iter().map(day).collect();
                [vec![names::day_of_month(it.from)], days, vec![share(it.done.share, it.done.least)]].concat()
            };
            all.iter().flat_map(week).collect()
        }
        Chart::Hours(it) => {
            let row = |name: String, done: &[Rate]| {
                let told = |it: &Rate| it.percent().map_or_else(String::new, lookback::percent);
                std::iter::once(name).chain(done.iter().map(told)).collect::<Vec<_>>()
            };
            let days = it.days.iter().map(|day| row(text::weekday(day.weekday), &day.done));
            days.chain([row(names::all_weekdays(), &it.all)]).flatten().collect()
        }
        Chart::Reminders(all, _) => {
            all.iter().flat_map(|it| [it.name.clone(), share(it.done.share, it.done.least)]).collect()
        }
        Chart::Areas(all) => all.iter().flat_map(|it| [it.name.clone(), it.count.to_string()]).collect(),
        Chart::Tension(all) => {
            let row =
                |it: &TenseDay| [text::day(it.date), format!("{:.1}", it.mean), share(it.done.share, it.done.least)];
            all.iter().flat_map(row).collect()
        }
    }
}

fn labels(front: &Front, role: Role) -> Vec<String> {
    let all = front.harness.query_all_by_role(role);
    all.map(|node| node.accesskit_node().label().unwrap_or_default()).collect()
}

#[test]
fn the_table_of_each_chart_holds_its_figures() {
    let mut seen = 0;
    for length in PeriodLength::ALL {
        let period = Period::now(length);
        let mut front = open(&FIVE_WEEKS, period, [960.0, 4000.0], false);
        front.harness.get_by_role_and_label(Role::Switch, &lookback::tables()).click();
        front.harness.run();
        let of = told(&FIVE_WEEKS, period);
        let expected: Vec<String> = charts(&of.model).into_iter().flat_map(|(_, chart)| figures(chart)).collect();
        assert_eq!(labels(&front, Role::Cell), expected, "{length:?}");
        seen |= charts(&of.model).into_iter().fold(0, |all, (_, chart)| all | 1 << kind(chart));
    }
    assert_eq!(seen, 0b11_1111_1111, "every kind of chart is in one of them");
}

#[test]
fn the_rows_of_a_table_stand_as_close_as_lines_of_text() {
    let mut front = open(&FIVE_WEEKS, Period::now(PeriodLength::Year), [960.0, 680.0], false);
    front.harness.get_by_role_and_label(Role::Switch, &lookback::tables()).click();
    front.harness.run();
    let places = |role| front.harness.query_all_by_role(role).map(|node| node.rect()).collect::<Vec<_>>();
    let (heads, cells) = (places(Role::ColumnHeader), places(Role::Cell));
    assert!(heads.len() > 10);
    for head in heads {
        let below = cells.iter().filter(|cell| cell.top() > head.top() && (cell.left() - head.left()).abs() < 1.0);
        let next = below.map(|cell| cell.top() - head.bottom()).fold(f32::INFINITY, f32::min);
        assert!(next < 8.0, "{head:?}: {next}");
    }
}

fn kind(chart: &Chart) -> u32 {
    match chart {
        Chart::Goal(_) => 0,
        Chart::Week(_) => 1,
        Chart::Months(..) => 2,
        Chart::Timeline(_) => 3,
        Chart::Stretches(_) => 4,
        Chart::Weeks(_) => 5,
        Chart::Hours(_) => 6,
        Chart::Reminders(..) => 7,
        Chart::Areas(_) => 8,
        Chart::Tension(_) => 9,
    }
}

#[test]
fn a_chart_that_is_drawn_says_its_figures_to_those_who_do_not_see_it() {
    let period = Period::now(PeriodLength::TwelveWeeks);
    let front = open(&FIVE_WEEKS, period, [960.0, 4000.0], false);
    let said = [Role::Row, Role::Cell, Role::Button].map(|role| labels(&front, role)).concat();
    let of = told(&FIVE_WEEKS, period);
    for (section, chart) in charts(&of.model) {
        assert!(front.harness.query_by_role_and_label(Role::Table, &section.name).is_some(), "{}", section.name);
        let expected: Vec<String> = match chart {
            Chart::Areas(all) => all.iter().map(|it| list([&it.name, &it.count.to_string()])).collect(),
            Chart::Reminders(all, _) => {
                all.iter().map(|it| list([&it.name, &text::share(it.done.share, it.done.least)])).collect()
            }
            Chart::Weeks(weeks) => {
                let rate = weeks[0].days[0].unwrap();
                let figure = text::share(rate.share, rate.least);
                vec![lookback::cell(&text::day(weeks[0].from), &figure)]
            }
            Chart::Goal(_)
            | Chart::Week(_)
            | Chart::Months(..)
            | Chart::Timeline(_)
            | Chart::Stretches(_)
            | Chart::Hours(_)
            | Chart::Tension(_) => Vec::new(),
        };
        for one in expected {
            assert!(said.contains(&one), "{one}\n{said:?}");
        }
    }
}
