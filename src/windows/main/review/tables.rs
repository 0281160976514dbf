//! The charts of a review as tables. Owns their columns; the figures are the model's, as they are told everywhere.

use crate::review::model::{Area, Chart, Hours, Month, Rate, Reminder, Stretch, TenseDay, Timeline, Week, WeekDay};
use crate::text::lookback::{Column, column, hour, percent};
use crate::text::{charts as names, review as text};
use crate::windows::kit::chart::table::Table;

/// A chart's figures in rows.
pub(super) fn table(name: &str, chart: &Chart) -> Table {
    let (head, rows) = match chart {
        Chart::Goal(goal) => {
            let done = text::share(goal.done, 0);
            (heads(&[Column::Breaks, Column::Goal]), vec![vec![done, percent(goal.percent.into())]])
        }
        Chart::Week(days) => {
            let row = |day: &WeekDay| vec![text::day(day.date), text::share(day.done, 0)];
            (heads(&[Column::Day, Column::Breaks]), days.iter().map(row).collect())
        }
        Chart::Months(months, _) => {
            let row = |month: &Month| vec![names::month(month.from), rate(month.done)];
            (heads(&[Column::Month, Column::Breaks]), months.iter().map(row).collect())
        }
        Chart::Timeline(day) => breaks(day),
        Chart::Stretches(all) => {
            let row = |it: &Stretch| vec![it.name.clone(), text::duration(it.seconds), it.when.clone()];
            (heads(&[Column::Stretch, Column::Length, Column::When]), all.iter().map(row).collect())
        }
        Chart::Weeks(weeks) => self::weeks(weeks),
        Chart::Hours(hours) => self::hours(hours),
        Chart::Reminders(all, _) => {
            let row = |it: &Reminder| vec![it.name.clone(), rate(it.done)];
            (heads(&[Column::Reminder, Column::Breaks]), all.iter().map(row).collect())
        }
        Chart::Areas(areas) => {
            let row = |area: &Area| vec![area.name.clone(), area.count.to_string()];
            (heads(&[Column::Area, Column::Count]), areas.iter().map(row).collect())
        }
        Chart::Tension(days) => {
            let row = |day: &TenseDay| vec![text::day(day.date), format!("{:.1}", day.mean), rate(day.done)];
            (heads(&[Column::Day, Column::Tension, Column::Breaks]), days.iter().map(row).collect())
        }
    };
    Table { name: name.to_owned(), head, rows }
}

/// A share as it is told.
pub(super) fn rate(done: Rate) -> String {
    text::share(done.share, done.least)
}

fn heads(columns: &[Column]) -> Vec<String> {
    columns.iter().copied().map(column).collect()
}

fn breaks(day: &Timeline) -> (Vec<String>, Vec<Vec<String>>) {
    let rows = day.breaks.iter().map(|it| {
        let due = names::clock(it.due.time());
        vec![due, it.reminder.clone(), it.ended.clone(), it.detail.clone()]
    });
    (heads(&[Column::Due, Column::Reminder, Column::Ended, Column::More]), rows.collect())
}

/// Weeks day by day; a day's figure is short, so that all seven stand beside each other.
fn weeks(weeks: &[Week]) -> (Vec<String>, Vec<Vec<String>>) {
    let mut head = vec![column(Column::Week)];
    head.extend((0..7).map(text::weekday));
    head.push(column(Column::All));
    let day = |done: &Option<Rate>| {
        done.filter(|done| done.share.of > 0).map_or_else(String::new, |done| names::part_of(done.share))
    };
    let row = |week: &Week| {
        let mut row = vec![names::day_of_month(week.from)];
        row.extend(week.days.iter().map(day));
        row.push(rate(week.done));
        row
    };
    (head, weeks.iter().map(row).collect())
}

fn hours(hours: &Hours) -> (Vec<String>, Vec<Vec<String>>) {
    let mut head = vec![column(Column::Weekday)];
    head.extend(hours.hours.iter().copied().map(hour));
    let row = |name: String, done: &[Rate]| {
        let mut row = vec![name];
        row.extend(done.iter().map(|done| done.percent().map_or_else(String::new, percent)));
        row
    };
    let days = hours.days.iter().map(|day| row(text::weekday(day.weekday), &day.done));
    (head, days.chain([row(names::all_weekdays(), &hours.all)]).collect())
}
