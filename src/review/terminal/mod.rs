//! A review as lines of a terminal: colours, columns, characters. Owns where each part of the model stands; never what is
//! in it.

mod charts;
mod page;
mod timeline;

use super::model::{Area, Chart, Element, Model, Section, Stress, Stretch, Topic};
use crate::ledger::figures::Share;
use crate::style::{Style, Tone, pad, pad_left};
use crate::text::review as text;
use page::Page;
use unicode_width::UnicodeWidthStr;

/// Columns of what a stretch is, and of its length.
const STRETCH: usize = 17;
const LENGTH: usize = 12;
/// What a stretch says beside its bar takes so many columns.
const BESIDE_STRETCH: usize = 57;
/// Columns of an area's bar, at most, and areas that are shown.
const BAR: usize = 30;
const AREAS: usize = 6;

/// The review as lines for a terminal, with a line feed after each.
#[must_use]
pub fn text(model: &Model, style: &Style) -> String {
    let mut page = Page::new(style);
    for (at, section) in model.sections.iter().enumerate() {
        // The prompts go on with what the period or the streak has begun.
        if at > 0 && section.topic != Topic::Prompts {
            page.blank();
        }
        draw(section, &mut page);
    }
    page.text
}

fn draw<'a>(section: &'a Section, page: &mut Page<'a>) {
    page.begin(&section.name);
    for part in &section.parts {
        match part {
            Element::Headline { text, range } => headline(page, text, range.as_deref()),
            Element::Remark(stress, text) => page.prose(text, tone(*stress)),
            Element::Suggestion(it) => page.prose(&text::suggestion(*it), tone(Stress::Strong)),
            Element::Chart(it) => chart(page, it),
        }
    }
}

fn tone(stress: Stress) -> Tone {
    match stress {
        Stress::Quiet => Tone::Quiet,
        Stress::Plain => Tone::Plain,
        Stress::Strong => Tone::Strong,
    }
}

/// The range at the right of the headline, or below it.
fn headline(page: &mut Page<'_>, text: &str, range: Option<&str>) {
    let room = page.columns().saturating_sub(text.width());
    let strong = page.style.paint(Tone::Strong, text);
    match range {
        Some(range) if range.width() < room => {
            page.line(&(strong + &page.style.paint(Tone::Quiet, &pad_left(range, room))));
        }
        _ => {
            page.line(&strong);
            if let Some(range) = range {
                page.prose(range, Tone::Quiet);
            }
        }
    }
}

fn chart(page: &mut Page<'_>, chart: &Chart) {
    let (style, columns) = (page.style, page.columns());
    match chart {
        Chart::Goal(goal) => page.line(&charts::bar(style, goal.done, goal.percent, columns)),
        Chart::Week(days) => {
            page.blank();
            page.lines(charts::marks(days, style, columns));
            page.prose(&text::marks(), Tone::Quiet);
            page.blank();
        }
        Chart::Months(months, goal) => {
            page.blank();
            page.lines(charts::months(months, *goal, style, columns));
            page.blank();
        }
        Chart::Timeline(day) => {
            page.lines(timeline::bar(day, style, columns));
            if !day.breaks.is_empty() {
                page.blank();
                page.lines(timeline::list(&day.breaks, style, columns));
            }
        }
        Chart::Stretches(all) => all.iter().for_each(|it| stretch(page, it)),
        Chart::Weeks(weeks) => page.lines(charts::calendar(weeks, style, columns)),
        Chart::Hours(hours) => page.lines(charts::grid(hours, style, columns)),
        Chart::Reminders(all, goal) => page.lines(charts::reminders(all, *goal, style, columns)),
        Chart::Areas(areas) => page.lines(bars(areas, style, columns)),
        Chart::Tension(days) => page.lines(charts::tension(days, style, columns)),
    }
}

fn stretch(page: &mut Page<'_>, it: &Stretch) {
    let columns = page.columns();
    let bar = columns.saturating_sub(BESIDE_STRETCH);
    let room = columns - (STRETCH + LENGTH + bar + if bar > 0 { 2 } else { 0 });
    let bar = charts::length(page.style, Share { part: it.seconds, of: it.of }, bar);
    let gap = if bar.is_empty() { "" } else { "  " };
    let line = format!("{}{bar}{gap}{}", pad(&it.name, STRETCH), pad(&text::duration(it.seconds), LENGTH));
    let when = page.style.paint(Tone::Quiet, &it.when);
    if it.when.width() <= room {
        page.line(&(line + &when));
    } else {
        page.line(&line);
        page.line(&(pad("", STRETCH.min(columns.saturating_sub(it.when.width()))) + &when));
    }
}

fn bars(areas: &[Area], style: &Style, columns: usize) -> Vec<String> {
    let areas = areas.get(..AREAS).unwrap_or(areas);
    let names = areas.iter().map(|area| area.name.width()).max().unwrap_or(0);
    let columns = columns.saturating_sub(names + 8).min(BAR);
    let line = |area: &Area| {
        let bar = charts::length(style, Share { part: area.count, of: area.of }, columns);
        format!("{}  {bar}  {}", pad(&area.name, names), area.count)
    };
    areas.iter().map(line).collect()
}
