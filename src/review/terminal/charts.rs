//! Bars, marks and grids in characters, each beside its figures.

use crate::ledger::figures::{LEAST_A_DAY, LEAST_A_WEEK, Share, Weight};
use crate::review::period::{Day, Review, monday};
use crate::style::{Style, Tone, pad, pad_left};
use crate::text::review as text;
use chrono::{Datelike, Days, NaiveDate};

/// Shares in eighths, the lowest first.
const LEVELS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
/// A cell with fewer instances shows no figure (LEDGER: 3).
const LEAST_A_CELL: u32 = 3;
/// Columns of a cell, and of the weekdays before it.
const CELL: usize = 6;
const GRID_NAMES: usize = 5;
/// Days with check-ins shown at most: three weeks, as the figures over them look back.
const TENSE_DAYS: usize = 21;
/// A line of a week: its name, seven days, its figures.
const WEEK: usize = 50;
/// Months that fit a page.
const MONTHS: usize = 12;

/// A bar of a share, with the goal marked on it.
pub(super) fn bar(style: &Style, share: Share, goal: u8, columns: usize) -> String {
    let mark = columns * usize::from(goal.min(100)) / 100;
    let cell = |n: usize| match (n < filled(share, columns), n == mark) {
        (true, true) => ('╋', Tone::Good),
        (true, false) => ('━', Tone::Good),
        (false, true) => ('┼', Tone::Quiet),
        (false, false) => ('─', Tone::Quiet),
    };
    style.paint_cells(&(0..columns).map(cell).collect::<Vec<_>>())
}

/// A plain bar of so much of so much, and nothing for the rest.
pub(super) fn length(style: &Style, share: Share, columns: usize) -> String {
    let filled = filled(share, columns).max(usize::from(share.part > 0)).min(columns);
    let bar = style.paint(Tone::Own, &"━".repeat(filled));
    format!("{bar}{}", " ".repeat(columns - filled))
}

/// Whole columns of a share.
fn filled(share: Share, columns: usize) -> usize {
    let (part, of) = (share.part.min(share.of) as usize, share.of as usize);
    (2 * part * columns + of).checked_div(2 * of).unwrap_or(0)
}

/// The seven marks of a week with the day's name above and its figures below.
pub(super) fn marks(review: &Review, style: &Style, columns: usize) -> [String; 3] {
    let each = (columns / 7).clamp(5, 7);
    let monday = monday(review.to);
    let mut lines = [String::new(), String::new(), String::new()];
    for ahead in 0..7 {
        let date = monday + Days::new(ahead);
        let day = review.days.iter().find(|day| day.day == date);
        let (mark, tone) = mark(day);
        let done = day.map(|day| day.summary.counts.compliance()).filter(|done| done.of > 0);
        let done = done.map(|done| format!("{}/{}", done.part, done.of)).unwrap_or_default();
        let name = text::weekday(usize::try_from(ahead).unwrap_or(0));
        let name = if date == review.to { style.paint(Tone::Strong, name) } else { name.to_owned() };
        lines[0] += &(name + &pad("", each - 3));
        lines[1] += &[" ", &style.paint(tone, &mark.to_string()), &pad("", each - 2)].concat();
        lines[2] += &pad(&done, each);
    }
    lines
}

/// Tension beside breaks: the last days on which something was said, each with its mean, a bar of it, and its breaks.
pub(super) fn tension(review: &Review, style: &Style, columns: usize) -> Vec<String> {
    let said = review.tension();
    let last = said.len().saturating_sub(TENSE_DAYS);
    let days = said.iter().skip(last).filter_map(|(date, mean)| {
        let day = review.days.iter().find(|day| day.day == *date)?;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 200")]
        let bar = length(style, Share { part: (mean * 100.0) as u32, of: 200 }, columns.saturating_sub(48));
        let breaks = text::share(day.summary.counts.compliance(), LEAST_A_DAY);
        Some(format!("{}{bar}  {mean:.1}   {breaks}", pad(&text::day(*date), 12)))
    });
    days.collect()
}

fn mark(day: Option<&Day>) -> (char, Tone) {
    match day {
        None => ('·', Tone::Quiet),
        Some(day) => match (day.weight, day.summary.counts.done()) {
            (Weight::Counts, _) => ('●', Tone::Good),
            (Weight::Neutral, _) => ('–', Tone::Quiet),
            (Weight::Short, 0) => ('○', Tone::Not),
            (Weight::Short, _) => ('◐', Tone::Not),
        },
    }
}

/// Hour by weekday; each cell is a level and its percentage. More hours than fit are a second grid below; a weekday without
/// any figure, and a grid without any, is left out.
pub(super) fn grid(review: &Review, style: &Style, columns: usize) -> Vec<String> {
    let grid = &review.grid;
    let told = |share: Share| share.of >= LEAST_A_CELL;
    if !(0..24).any(|hour| told(grid.hour(hour))) {
        return Vec::new();
    }
    let hours: Vec<usize> = grid.range().into_iter().flatten().collect();
    let mut lines = Vec::new();
    for hours in hours.chunks(((columns - GRID_NAMES) / CELL).max(1)) {
        let head: String = hours.iter().map(|hour| pad_left(&format!("{hour:02}"), CELL)).collect();
        let row = |name: &str, share: &dyn Fn(usize) -> Share| {
            let cells: String = hours.iter().map(|&hour| cell(style, share(hour))).collect();
            format!("{}{cells}", pad(name, GRID_NAMES))
        };
        lines.push(pad("", GRID_NAMES) + &style.paint(Tone::Quiet, &head));
        lines.extend(
            grid.weekdays()
                .iter()
                .filter(|&&day| (0..24).any(|hour| told(grid.cell(day, hour))))
                .map(|&day| row(text::weekday(day), &|hour| grid.cell(day, hour))),
        );
        lines.push(row("all", &|hour| grid.hour(hour)));
    }
    lines
}

fn cell(style: &Style, share: Share) -> String {
    let Some(percent) = share.at_least(LEAST_A_CELL).and_then(Share::percent) else {
        let grey = if share.of > 0 { "·" } else { " " };
        return style.paint(Tone::Quiet, &pad_left(grey, CELL));
    };
    let text = format!("{}{percent:>4}", level(percent));
    style.paint(if percent >= 50 { Tone::Good } else { Tone::Not }, &pad_left(&text, CELL))
}

fn level(percent: u32) -> char {
    LEVELS[((percent as usize * LEVELS.len()).div_ceil(100).max(1) - 1).min(LEVELS.len() - 1)]
}

/// Twelve weeks, one a line: a level for each day, and the week's figures.
pub(super) fn calendar(review: &Review, style: &Style, columns: usize) -> Vec<String> {
    let each = if columns < WEEK { 2 } else { 3 };
    let empty = |week: &NaiveDate| review.pooled(*week, *week + Days::new(6)).of == 0;
    let last = monday(review.to);
    let weeks = (0..12).rev().filter_map(|back| last.checked_sub_days(Days::new(7 * back)));
    let days = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"].map(|name| pad(&name[..each - 1], each)).concat();
    let head = format!("{}{}{}", pad("", 6), pad("", each - 1), days.trim_end());
    let mut lines = vec![style.paint(Tone::Quiet, &head)];
    lines.extend(weeks.skip_while(empty).map(|week| week_line(review, style, week, each)));
    lines
}

fn week_line(review: &Review, style: &Style, week: NaiveDate, each: usize) -> String {
    let day = |ahead| {
        let date = week + Days::new(ahead);
        let share = review.pooled(date, date);
        let (tone, mark) = match share.at_least(LEAST_A_DAY).and_then(Share::percent) {
            Some(percent) if share.part > 0 => (Tone::Good, level(percent)),
            Some(_) => (Tone::Not, LEVELS[0]),
            None => (Tone::Quiet, if date > review.to { ' ' } else { '·' }),
        };
        style.paint(tone, &pad(&pad_left(&mark.to_string(), each - 1), each))
    };
    let days: String = (0..7).map(day).collect();
    let pooled = review.pooled(week, week + Days::new(6));
    let (name, gap) = (pad_left(&week.format("%-d %b").to_string(), 6), pad("", each - 1));
    format!("{name}{gap}{days}{gap} {}", text::share(pooled, LEAST_A_WEEK))
}

/// The last months, one a line, with a bar and their figures.
pub(super) fn months(review: &Review, style: &Style, columns: usize) -> Vec<String> {
    let days = review.own_days();
    let months: Vec<&[Day]> =
        days.chunk_by(|a, b| (a.day.year(), a.day.month()) == (b.day.year(), b.day.month())).collect();
    let line = |days: &&[Day]| {
        let (from, to) = (days.first()?.day, days.last()?.day);
        let pooled = review.pooled(from, to);
        let bar = bar(style, pooled, review.goal, columns.saturating_sub(34));
        Some(format!("{}  {bar}  {}", from.format("%b %Y"), text::share(pooled, LEAST_A_WEEK)))
    };
    months[months.len().saturating_sub(MONTHS)..].iter().filter_map(line).collect()
}

/// Whether a day has enough for a bar.
pub(super) fn has_bar(review: &Review) -> bool {
    review.summary.counts.compliance().at_least(review.least().max(LEAST_A_DAY)).is_some()
}
