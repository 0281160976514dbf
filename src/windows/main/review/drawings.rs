//! The charts of a review as pictures: what of a figure is a length, a level or a mark. Owns that; how one is drawn is the
//! kit's.

use super::chosen::Chosen;
use super::tables::rate;
use crate::review::model::{
    Area, Chart, Goal, Hours, Month, Rate, Reminder, Standing, Stretch, TenseDay, Week, WeekDay,
};
use crate::text::lookback as said;
use crate::text::{charts as names, review as text};
use crate::windows::kit::chart::bars::{Bar, Bars};
use crate::windows::kit::chart::body::{BodyArea, BodyChart};
use crate::windows::kit::chart::cells::{Cell, Cells, Level};
use crate::windows::kit::chart::marks::{self, Mark, MarkShape};
use crate::windows::kit::timeline;
use chrono::Days;
use eframe::egui::{RichText, Ui};

/// The highest tension.
const SORE: f32 = 2.0;

/// Draws one under this name; what of it was chosen.
pub(super) fn draw(ui: &mut Ui, name: &str, chart: &Chart) -> Option<Chosen> {
    match chart {
        Chart::Goal(goal) => bars(ui, name, &[of_goal(goal)], Some(goal.percent)),
        Chart::Week(days) => return week(ui, name, days),
        Chart::Months(months, goal) => bars(ui, name, &months.iter().map(of_month).collect::<Vec<_>>(), Some(*goal)),
        Chart::Timeline(day) => return timeline::show(ui, day, None).map(Chosen::Break),
        Chart::Stretches(all) => bars(ui, name, &all.iter().map(of_stretch).collect::<Vec<_>>(), None),
        Chart::Weeks(weeks) => return self::weeks(ui, name, weeks),
        Chart::Hours(hours) => self::hours(ui, name, hours),
        Chart::Reminders(all, goal) => bars(ui, name, &all.iter().map(of_reminder).collect::<Vec<_>>(), Some(*goal)),
        Chart::Areas(areas) => {
            BodyChart { name, areas: &areas.iter().map(of_area).collect::<Vec<_>>() }.show(ui);
        }
        Chart::Tension(days) => bars(ui, name, &days.iter().map(of_tense_day).collect::<Vec<_>>(), None),
    }
    None
}

fn bars(ui: &mut Ui, name: &str, bars: &[Bar], goal: Option<u8>) {
    Bars { name, bars, goal: goal.map(|percent| f32::from(percent) / 100.0) }.show(ui);
}

#[expect(clippy::cast_precision_loss, reason = "a length is seen to a point")]
fn part(part: u32, of: u32) -> f32 {
    if of == 0 { 0.0 } else { part as f32 / of as f32 }
}

/// The part of a rate that is told in percent.
fn told_part(done: Rate) -> Option<f32> {
    done.percent().map(|_| part(done.share.part, done.share.of))
}

fn of_goal(goal: &Goal) -> Bar {
    let value = text::share(goal.done, 0);
    Bar { name: String::new(), part: Some(part(goal.done.part, goal.done.of)), value, unwritten: true }
}

fn of_month(month: &Month) -> Bar {
    Bar { name: names::month(month.from), part: told_part(month.done), value: rate(month.done), unwritten: false }
}

fn of_stretch(it: &Stretch) -> Bar {
    let value = crate::text::list([&text::duration(it.seconds), &it.when].into_iter().filter(|part| !part.is_empty()));
    Bar { name: it.name.clone(), part: Some(part(it.seconds, it.of)), value, unwritten: false }
}

fn of_reminder(it: &Reminder) -> Bar {
    Bar { name: it.name.clone(), part: told_part(it.done), value: rate(it.done), unwritten: false }
}

fn of_area(area: &Area) -> BodyArea {
    let (word, name) = (area.word.clone(), area.name.clone());
    BodyArea { word, name, value: area.count.to_string(), part: part(area.count, area.of) }
}

fn of_tense_day(day: &TenseDay) -> Bar {
    let value = said::tense(day.mean, &rate(day.done));
    #[expect(clippy::cast_possible_truncation, reason = "between 0 and 2")]
    let part = day.mean as f32 / SORE;
    Bar { name: text::day(day.date), part: Some(part), value, unwritten: false }
}

fn week(ui: &mut Ui, name: &str, days: &[WeekDay]) -> Option<Chosen> {
    let mark = |(weekday, day): (usize, &WeekDay)| {
        let shape = shape(day.standing);
        let figure = if day.done.of > 0 { text::share(day.done, 0) } else { meaning(day.standing) };
        let value = if day.done.of > 0 { names::part_of(day.done) } else { String::new() };
        Mark { name: text::weekday(weekday), shape, value, said: said::cell(&text::day(day.date), &figure) }
    };
    let marks: Vec<Mark> = days.iter().enumerate().map(mark).collect();
    let chosen = marks::row(ui, name, &marks).and_then(|at| days.get(at)).map(|day| Chosen::Day(day.date));
    let there = |standing: &Standing| days.iter().any(|day| day.standing == *standing);
    let all = [Standing::Enough, Standing::Some, Standing::None, Standing::NotCounted, Standing::ToCome];
    let legend: Vec<(MarkShape, String)> =
        all.into_iter().filter(there).map(|standing| (shape(standing), meaning(standing))).collect();
    marks::legend(ui, &legend);
    chosen
}

fn shape(standing: Standing) -> MarkShape {
    match standing {
        Standing::ToCome => MarkShape::Dot,
        Standing::Enough => MarkShape::Full,
        Standing::Some => MarkShape::Half,
        Standing::None => MarkShape::Empty,
        Standing::NotCounted => MarkShape::Dash,
    }
}

fn meaning(standing: Standing) -> String {
    match standing {
        Standing::ToCome => said::mark_to_come(),
        Standing::Enough => said::mark_enough(),
        Standing::Some => said::mark_some(),
        Standing::None => said::mark_none(),
        Standing::NotCounted => said::mark_not_counted(),
    }
}

/// How full a cell is.
fn level(done: Rate) -> Level {
    match told_part(done) {
        Some(part) => Level::Part(part),
        None if done.share.of > 0 => Level::Few,
        None => Level::Nothing,
    }
}

fn weeks(ui: &mut Ui, name: &str, weeks: &[Week]) -> Option<Chosen> {
    let columns: Vec<String> = weeks.iter().map(|week| names::day_of_month(week.from)).collect();
    let rows: Vec<String> = (0..7).map(text::weekday).collect();
    let of_week = |week: &Week| {
        let cell = |(ahead, done): (u64, &Option<Rate>)| match done {
            Some(done) => {
                Cell { level: level(*done), said: said::cell(&text::day(week.from + Days::new(ahead)), &rate(*done)) }
            }
            None => Cell { level: Level::Nothing, said: String::new() },
        };
        (0..).zip(&week.days).map(cell).collect::<Vec<Cell>>()
    };
    let cells: Vec<Vec<Cell>> = weeks.iter().map(of_week).collect();
    let chosen = Cells { name, columns: &columns, rows: &rows, cells: &cells, open: true }.show(ui);
    legend(ui);
    let day = |(column, row): (usize, usize)| Some(weeks.get(column)?.from + Days::new(row as u64));
    chosen.and_then(day).map(Chosen::Day)
}

fn hours(ui: &mut Ui, name: &str, hours: &Hours) {
    let columns: Vec<String> = hours.hours.iter().map(|&hour| said::hour(hour)).collect();
    let days = hours.days.iter().map(|day| (text::weekday(day.weekday), &day.done));
    let rows: Vec<(String, &Vec<Rate>)> = days.chain([(names::all_weekdays(), &hours.all)]).collect();
    let of_hour = |(at, &hour): (usize, &usize)| {
        let cell = |(name, done): &(String, &Vec<Rate>)| {
            let done = done.get(at).copied().unwrap_or_default();
            let place = crate::text::list([name, &said::hour_begins(hour)]);
            Cell { level: level(done), said: said::cell(&place, &rate(done)) }
        };
        rows.iter().map(cell).collect::<Vec<Cell>>()
    };
    let cells: Vec<Vec<Cell>> = hours.hours.iter().enumerate().map(of_hour).collect();
    let rows: Vec<String> = rows.into_iter().map(|(name, _)| name).collect();
    Cells { name, columns: &columns, rows: &rows, cells: &cells, open: false }.show(ui);
    legend(ui);
}

fn legend(ui: &mut Ui) {
    crate::windows::kit::paragraph::paragraph(ui, RichText::new(said::cells()).small().weak());
}
