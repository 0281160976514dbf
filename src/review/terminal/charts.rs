//! Bars, marks and grids in characters, each beside its figures.

use crate::ledger::figures::Share;
use crate::review::model::{Hours, Month, Rate, Reminder, Standing, TenseDay, Week, WeekDay};
use crate::style::{Style, Tone, cut, pad, pad_left};
use crate::text::{charts as names, review as text};
use unicode_width::UnicodeWidthStr;

/// Shares in eighths, the lowest first.
const LEVELS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
/// Columns of a cell, and of the weekdays before it.
const CELL: usize = 6;
const GRID_NAMES: usize = 5;
/// A line of a week: its name, seven days, its figures.
const WEEK: usize = 50;
/// Columns of a reminder's name, at most, and of what stands beside its bar.
const NAME: usize = 24;
const BESIDE_NAME: usize = 22;

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
    // What is there at all is seen, however little it is.
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
pub(super) fn marks(days: &[WeekDay], style: &Style, columns: usize) -> [String; 3] {
    let each = (columns / 7).clamp(5, 7);
    let mut lines = [String::new(), String::new(), String::new()];
    for (weekday, day) in days.iter().enumerate() {
        let (mark, tone) = mark(day.standing);
        let done = if day.done.of > 0 { names::part_of(day.done) } else { String::new() };
        let name = text::weekday(weekday);
        let name = if day.last { style.paint(Tone::Strong, &name) } else { name };
        lines[0] += &(name + &pad("", each - 3));
        lines[1] += &[" ", &style.paint(tone, &mark.to_string()), &pad("", each - 2)].concat();
        lines[2] += &pad(&done, each);
    }
    lines
}

fn mark(standing: Standing) -> (char, Tone) {
    match standing {
        Standing::ToCome => ('·', Tone::Quiet),
        Standing::Enough => ('●', Tone::Good),
        Standing::NotCounted => ('–', Tone::Quiet),
        Standing::None => ('○', Tone::Not),
        Standing::Some => ('◐', Tone::Not),
    }
}

/// Tension beside breaks: each day with its mean, a bar of it, and its breaks.
pub(super) fn tension(days: &[TenseDay], style: &Style, columns: usize) -> Vec<String> {
    let line = |day: &TenseDay| {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 200")]
        let bar = length(style, Share { part: (day.mean * 100.0) as u32, of: 200 }, columns.saturating_sub(48));
        let breaks = text::share(day.done.share, day.done.least);
        format!("{}{bar}  {:.1}   {breaks}", pad(&text::day(day.date), 12), day.mean)
    };
    days.iter().map(line).collect()
}

/// Hour by weekday; each cell is a level and its percentage. More hours than fit are a second grid below.
pub(super) fn grid(grid: &Hours, style: &Style, columns: usize) -> Vec<String> {
    let each = ((columns - GRID_NAMES) / CELL).max(1);
    let mut lines = Vec::new();
    for (at, hours) in grid.hours.chunks(each).enumerate() {
        let head: String = hours.iter().map(|hour| pad_left(&format!("{hour:02}"), CELL)).collect();
        let row = |name: &str, done: &[Rate]| {
            let own = done.iter().skip(at * each).take(each);
            let cells: String = own.map(|&done| cell(style, done)).collect();
            format!("{}{cells}", pad(name, GRID_NAMES))
        };
        lines.push(pad("", GRID_NAMES) + &style.paint(Tone::Quiet, &head));
        lines.extend(grid.days.iter().map(|day| row(&text::weekday(day.weekday), &day.done)));
        lines.push(row(&names::all_weekdays(), &grid.all));
    }
    lines
}

fn cell(style: &Style, done: Rate) -> String {
    let Some(percent) = done.percent() else {
        let grey = if done.share.of > 0 { "·" } else { " " };
        return style.paint(Tone::Quiet, &pad_left(grey, CELL));
    };
    let text = format!("{}{percent:>4}", level(percent));
    style.paint(if percent >= 50 { Tone::Good } else { Tone::Not }, &pad_left(&text, CELL))
}

fn level(percent: u32) -> char {
    LEVELS[((percent as usize * LEVELS.len()).div_ceil(100).max(1) - 1).min(LEVELS.len() - 1)]
}

/// Weeks, one a line: a level for each day, and the week's figures.
pub(super) fn calendar(weeks: &[Week], style: &Style, columns: usize) -> Vec<String> {
    let each = if columns < WEEK { 2 } else { 3 };
    let days: String = (0..7).map(|day| pad(&names::weekday_letters(day, each - 1), each)).collect();
    let head = format!("{}{}{}", pad("", 6), pad("", each - 1), days.trim_end());
    let mut lines = vec![style.paint(Tone::Quiet, &head)];
    lines.extend(weeks.iter().map(|week| week_line(week, style, each)));
    lines
}

fn week_line(week: &Week, style: &Style, each: usize) -> String {
    let day = |done: &Option<Rate>| {
        let (tone, mark) = match done.map(|done| (done.percent(), done.share.part)) {
            Some((Some(percent), 1..)) => (Tone::Good, level(percent)),
            Some((Some(_), 0)) => (Tone::Not, LEVELS[0]),
            Some((None, _)) => (Tone::Quiet, '·'),
            None => (Tone::Quiet, ' '),
        };
        style.paint(tone, &pad(&pad_left(&mark.to_string(), each - 1), each))
    };
    let days: String = week.days.iter().map(day).collect();
    let (name, gap) = (pad_left(&names::day_of_month(week.from), 6), pad("", each - 1));
    format!("{name}{gap}{days}{gap} {}", text::share(week.done.share, week.done.least))
}

/// Months, one a line, with a bar and their figures.
pub(super) fn months(months: &[Month], goal: u8, style: &Style, columns: usize) -> Vec<String> {
    let line = |month: &Month| {
        let bar = bar(style, month.done.share, goal, columns.saturating_sub(34));
        format!("{}  {bar}  {}", names::month(month.from), text::share(month.done.share, month.done.least))
    };
    months.iter().map(line).collect()
}

/// Reminders, one a line, with a bar and their figures.
pub(super) fn reminders(all: &[Reminder], goal: u8, style: &Style, columns: usize) -> Vec<String> {
    let names = all.iter().map(|it| it.name.width()).max().unwrap_or(0).min(NAME);
    let names = names.min(columns.saturating_sub(BESIDE_NAME));
    let columns = columns.saturating_sub(names + BESIDE_NAME);
    let line = |it: &Reminder| {
        let bar = bar(style, it.done.share, goal, columns);
        format!("{}  {bar}  {}", pad(&cut(&it.name, names), names), text::share(it.done.share, it.done.least))
    };
    all.iter().map(line).collect()
}
