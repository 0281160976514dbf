//! The review for a terminal, in LEDGER's order: the period, today, the desk, when, what.

mod charts;
mod timeline;

use super::period::{Period, Review, Said};
use crate::engine::event::Action;
use crate::engine::instance::Instance;
use crate::ledger::figures::{Counts, Share};
use crate::style::{Style, Tone, pad, pad_left, wrap};
use crate::text::{review as text, stretches as stretch_words, tension as tension_words};
use std::ops::RangeInclusive;
use unicode_width::UnicodeWidthStr;

/// Columns of a review: what the narrowest chart needs, and what the eye still takes in.
const WIDTH: RangeInclusive<usize> = 40..=100;
/// Columns of the names on the left.
const NAMES: usize = 12;
/// With fewer columns than this a name stands above what it is of, which is set in by `INDENT`.
const BESIDE: usize = 64;
const INDENT: usize = 2;
/// Columns of what a stretch is, and of its length.
const STRETCH: usize = 17;
const LENGTH: usize = 12;
/// Less coverage than this, in percent, is "mostly in meetings".
const LEAST_COVERAGE: u8 = 50;
/// Columns of an area's bar, at most.
const BAR: usize = 30;
/// Body areas shown at most.
const AREAS: usize = 6;

/// The review as lines for a terminal, with a line feed after each.
#[must_use]
pub fn text(review: &Review, style: &Style) -> String {
    let mut page = Page { style, text: String::new() };
    let empty = |day: &super::Day| day.tracked_s == 0 && day.summary.counts == Counts::default();
    let nothing = |days: &[super::Day]| days.iter().all(empty) && review.rows.is_empty() && review.check_ins.is_empty();
    let day = if let Period::Day(day) = review.period { Some(day) } else { None };
    let said = day.filter(|_| nothing(review.own_days())).map(text::nothing_on);
    let said = said.or_else(|| nothing(&review.days).then(|| text::NOTHING_YET.to_owned()));
    if let Some(said) = said {
        page.prose("", &said, Tone::Plain);
        return page.text;
    }
    period(review, &mut page);
    if matches!(review.period, Period::Today | Period::Day(_) | Period::Week) {
        today(review, &mut page);
    }
    desk(review, &mut page);
    when(review, &mut page);
    exercises(review, &mut page);
    nudges(review, &mut page);
    tension(review, &mut page);
    page.text
}

/// Lines with a column of names.
struct Page<'a> {
    style: &'a Style,
    text: String,
}

impl Page<'_> {
    fn width(&self) -> usize {
        self.style.width.clamp(*WIDTH.start(), *WIDTH.end())
    }

    fn columns(&self) -> usize {
        self.width() - if self.width() < BESIDE { INDENT } else { NAMES }
    }

    fn line(&mut self, name: &str, content: &str) {
        if self.width() < BESIDE {
            if !name.is_empty() {
                self.text += &self.style.paint(Tone::Strong, name);
                self.text.push('\n');
            }
            let line = pad("", INDENT) + content;
            self.text += line.trim_end();
            self.text.push('\n');
            return;
        }
        let name = self.style.paint(Tone::Strong, name) + &pad("", NAMES - name.width().min(NAMES));
        let line = name + content;
        self.text += line.trim_end();
        self.text.push('\n');
    }

    fn lines<T: AsRef<str>>(&mut self, name: &str, lines: impl IntoIterator<Item = T>) {
        for (n, line) in lines.into_iter().enumerate() {
            self.line(if n == 0 { name } else { "" }, line.as_ref());
        }
    }

    fn prose(&mut self, name: &str, text: &str, tone: Tone) {
        let lines = wrap(text, self.columns());
        self.lines(name, lines.iter().map(|line| self.style.paint(tone, line)).collect::<Vec<_>>());
    }

    fn blank(&mut self) {
        self.text.push('\n');
    }
}

/// 1. The period in one line, its days, and what may be worth changing.
fn period(review: &Review, page: &mut Page<'_>) {
    let name = match review.period {
        Period::Today => "Today",
        Period::Day(day) => &text::day(day),
        Period::Week => "This week",
        Period::Month => "This month",
        Period::All => "All time",
    };
    let counts = &review.summary.counts;
    let done = counts.compliance();
    let headline = text::headline(done, review.least(), review.goal);
    let range = text::range(review.from, review.to);
    let room = page.columns().saturating_sub(headline.width());
    let strong = page.style.paint(Tone::Strong, &headline);
    if range.width() < room {
        page.line(name, &(strong + &page.style.paint(Tone::Quiet, &pad_left(&range, room))));
    } else {
        page.line(name, &strong);
        page.prose("", &range, Tone::Quiet);
    }
    if charts::has_bar(review) {
        page.line("", &charts::bar(page.style, done, review.goal, page.columns()));
    }
    match review.period {
        Period::Week => week(review, page),
        Period::All => {
            page.blank();
            page.lines("", charts::months(review, page.style, page.columns()));
            page.blank();
        }
        Period::Today | Period::Day(_) | Period::Month => {}
    }
    notes(review, page);
}

fn week(review: &Review, page: &mut Page<'_>) {
    page.blank();
    page.lines("", charts::marks(review, page.style, page.columns()));
    page.prose("", text::MARKS, Tone::Quiet);
    page.blank();
}

fn notes(review: &Review, page: &mut Page<'_>) {
    let (summary, counts) = (&review.summary, &review.summary.counts);
    if counts.due() > 0 && !counts.coverage().reaches(LEAST_COVERAGE) {
        page.prose("", &text::mostly_meetings(counts.coverage()), Tone::Plain);
    }
    if summary.without_calls != counts.compliance() && summary.without_calls.of > 0 {
        let rate = text::share(summary.without_calls, review.least());
        page.prose("", &text::without_calls(&rate), Tone::Plain);
    }
    if let Some(last) = review.old {
        page.prose("", &text::old(last, review.to), Tone::Strong);
    }
    let of_a_day = matches!(review.period, Period::Today | Period::Day(_));
    if let Some(it) = review.suggestion.filter(|_| !of_a_day) {
        page.prose("", &text::suggestion(it), Tone::Strong);
    }
    if let Some(streak) = text::streak(&review.streak) {
        page.blank();
        page.prose("Streak", &streak, Tone::Plain);
    }
    let Some(prompts) = text::prompts(counts.response(), counts.missed_share(), summary.snoozed) else { return };
    page.prose("Prompts", &prompts, Tone::Plain);
    let answers = text::pace(summary.mean_delay_s, summary.response_median_s, summary.response_p90_s);
    for line in [answers, text::confirmed(summary.confirmed)].into_iter().flatten() {
        page.prose("", &line, Tone::Quiet);
    }
}

/// 2. Today as a timeline.
fn today(review: &Review, page: &mut Page<'_>) {
    page.blank();
    let rows: Vec<&Instance> = review.rows.iter().filter(|row| row.day == review.to).collect();
    let name = if review.period == Period::Week { "Today" } else { "Timeline" };
    let Some(bar) = timeline::bar(review, &rows, page.style, page.columns()) else {
        page.line(name, text::NO_DAY_YET);
        return;
    };
    page.lines(name, bar);
    if !rows.is_empty() {
        page.blank();
        page.lines("", timeline::list(review, &rows, page.style, page.columns()));
    }
}

/// 3. How long at the desk; the longest stretch of the period, and the usual one.
fn desk(review: &Review, page: &mut Page<'_>) {
    let (longest, usual) = (review.desk.longest, review.usual_longest_s);
    if longest.is_none() && usual.is_none() {
        return;
    }
    page.blank();
    let there: Vec<u32> = review.own_days().iter().map(|day| day.tracked_s).filter(|&s| s > 0).collect();
    page.prose("At the desk", &stretch_words::at_the_desk(there.iter().sum(), there.len()), Tone::Plain);
    let most = longest.map_or(0, |it| it.seconds()).max(usual.unwrap_or(0));
    let mut stretch = |what: &str, seconds: u32, rest: &str| {
        let columns = page.columns();
        let bar = charts::length(page.style, Share { part: seconds, of: most }, columns.saturating_sub(57));
        let gap = if bar.is_empty() { "" } else { "  " };
        let line = format!("{}{bar}{gap}{}", pad(what, STRETCH), pad(&text::duration(seconds), LENGTH));
        let room = columns.saturating_sub(STRETCH + LENGTH + columns.saturating_sub(57) + gap.len());
        let quiet = page.style.paint(Tone::Quiet, rest);
        if rest.width() <= room {
            page.line("", &(line + &quiet));
        } else {
            page.line("", &line);
            page.line("", &(pad("", STRETCH.min(columns.saturating_sub(rest.width()))) + &quiet));
        }
    };
    if let Some(it) = longest {
        let day = if it.day == review.to { String::new() } else { text::day(it.day) + ", " };
        stretch(
            stretch_words::LONGEST,
            it.seconds(),
            &format!("{day}{} to {}", it.from.format("%H:%M"), it.to.format("%H:%M")),
        );
    }
    if let Some(usual) = usual {
        stretch(stretch_words::USUAL, usual, "");
    }
    let all = &review.desk;
    let text = stretch_words::stretches(all.stretches, all.median_s, all.over_60min, all.over_90min);
    page.prose("", &text, Tone::Quiet);
    if let Some(it) = longest.filter(|it| it.calls_s > 0) {
        page.prose("", &stretch_words::longest_calls(it.calls_s), Tone::Quiet);
    }
}

/// 4. Twelve weeks, and hour by weekday.
fn when(review: &Review, page: &mut Page<'_>) {
    if matches!(review.period, Period::Month | Period::All) {
        page.blank();
        page.prose("Weeks", text::WEEKS, Tone::Quiet);
        page.lines("", charts::calendar(review, page.style, page.columns()));
    }
    let grid = charts::grid(review, page.style, page.columns());
    if !matches!(review.period, Period::Today | Period::Day(_)) && !grid.is_empty() {
        page.blank();
        page.prose("Hours", text::GRID, Tone::Quiet);
        page.lines("", grid);
    }
}

/// 5. Exercises and areas.
fn exercises(review: &Review, page: &mut Page<'_>) {
    let all = &review.exercises;
    if all.all.offered == 0 {
        return;
    }
    page.blank();
    page.prose("Exercises", &text::exercises(&all.all, review.summary.followed), Tone::Plain);
    let mut areas: Vec<(&String, u32)> = all.areas.iter().map(|(area, tally)| (area, tally.offered)).collect();
    areas.sort_by_key(|&(_, offered)| std::cmp::Reverse(offered));
    let most = areas.first().map_or(0, |area| area.1);
    areas.truncate(AREAS);
    let names = areas.iter().map(|area| area.0.width()).max().unwrap_or(0);
    let columns = page.columns().saturating_sub(names + 8).min(BAR);
    for (area, offered) in areas {
        let bar = charts::length(page.style, Share { part: offered, of: most }, columns);
        page.line("", &format!("{}  {bar}  {offered}", pad(area, names)));
    }
}

/// 5. Nudges, which are never counted as breaks.
fn nudges(review: &Review, page: &mut Page<'_>) {
    if !review.nudges.is_empty() {
        let answered = |answer| review.nudges_answered(answer);
        page.blank();
        let text = text::nudges(review.nudges.len(), answered(Action::Shifted), answered(Action::Fine));
        page.prose("Nudges", &text, Tone::Plain);
    }
}

/// 5. Tension beside breaks, if used.
fn tension(review: &Review, page: &mut Page<'_>) {
    if review.check_ins.is_empty() {
        return;
    }
    let said = Said::of(&review.check_ins);
    let counts = [(said.loose, "loose"), (said.tight, "tight"), (said.sore, "sore")];
    let counts = counts.iter().filter(|(count, _)| *count > 0).map(|(count, word)| format!("{count} {word}"));
    page.blank();
    page.line("Tension", &counts.collect::<Vec<_>>().join(", "));
    if !matches!(review.period, Period::Today | Period::Day(_)) {
        let days = charts::tension(review, page.style, page.columns());
        if !days.is_empty() {
            page.prose("", tension_words::SCALE, Tone::Quiet);
            page.lines("", days);
        }
        page.prose("", &tension_words::link(review.link), Tone::Quiet);
    }
}
