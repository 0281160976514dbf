//! A day as a bar of half-hours, with the breaks at their times below it and a list of them.

use crate::engine::instance::{Outcome, SpanKind};
use crate::engine::moment::Stamp;
use crate::ledger::Span;
use crate::review::model::{Timeline, TimelineBreak};
use crate::style::{Style, Tone, cut, pad, wrap};
use crate::text::charts as text;
use chrono::{TimeDelta, Timelike};
use unicode_width::UnicodeWidthStr;

/// What each kind of time looks like, in the order of the legend.
const KINDS: [(SpanKind, char, Tone); 5] = [
    (SpanKind::Active, '█', Tone::Own),
    (SpanKind::Call, '▓', Tone::Call),
    (SpanKind::Meeting, '▒', Tone::Call),
    (SpanKind::Paused, '░', Tone::Own),
    (SpanKind::Idle, '·', Tone::Quiet),
];

/// Columns of the outcomes in the list: the longest and a blank.
const OUTCOMES: usize = 15;

/// Columns of a break's time and mark.
const BEFORE: usize = 9;
/// What else is known of a break stands beside its outcome if it has this much room.
const LEAST_BESIDE: usize = 24;
/// Columns of a reminder's name, at most; a longer one is cut.
const NAME: usize = 24;

/// Half-hours from the first thing of the day to the last.
struct Scale {
    from: Stamp,
    halves: usize,
    /// Columns of one half-hour, 1 to 3.
    each: usize,
}

impl Scale {
    fn of(day: &Timeline, columns: usize) -> Self {
        let halves = usize::try_from((day.to - day.from).num_seconds() / 1800 + 1).unwrap_or(1).min(columns);
        Self { from: day.from, halves, each: (columns / halves).clamp(1, 3) }
    }

    fn columns(&self) -> usize {
        self.halves * self.each
    }

    fn seconds(&self) -> i64 {
        1800 / i64::try_from(self.each).unwrap_or(1)
    }

    fn at(&self, column: usize) -> Stamp {
        self.from + TimeDelta::seconds(self.seconds() * i64::try_from(column).unwrap_or(0))
    }

    fn column(&self, time: Stamp) -> usize {
        let column = (time - self.from).num_seconds() / self.seconds();
        usize::try_from(column).unwrap_or(0).min(self.columns() - 1)
    }

    /// The hours above the bar, as far apart as they need to be.
    fn ruler(&self) -> String {
        // The figures of an hour take two columns: where an hour has no more, every other one is named.
        let apart = if self.each == 1 { 2 } else { 1 };
        let mut line = String::new();
        for half in 0..self.halves {
            let time = self.at(half * self.each);
            let hour = time.hour();
            if time.minute() < 30 && hour.is_multiple_of(apart) {
                line = pad(&line, half * self.each) + &format!("{hour:02}");
            }
        }
        line
    }
}

/// The bar, the marks and the legend.
pub(super) fn bar(day: &Timeline, style: &Style, columns: usize) -> Vec<String> {
    let scale = Scale::of(day, columns);
    let kinds: Vec<(char, Tone)> = (0..scale.columns())
        .map(|column| most(&day.spans, scale.at(column), scale.at(column + 1)).map_or((' ', Tone::Plain), shown))
        .collect();
    let mut marks = vec![(' ', Tone::Plain); scale.columns()];
    for it in &day.breaks {
        marks[scale.column(it.at)] = mark(it.outcome);
    }
    let mut lines =
        vec![style.paint(Tone::Quiet, &scale.ruler()), style.paint_cells(&kinds), style.paint_cells(&marks)];
    lines.extend(legend(day, &scale, style, columns));
    lines
}

/// The kind that fills most of the time between.
fn most(spans: &[Span], from: Stamp, to: Stamp) -> Option<SpanKind> {
    let overlap = |span: &Span| (span.to.min(to) - span.from.max(from)).num_seconds();
    let inside = spans.iter().filter(|span| overlap(span) > 0);
    inside.max_by_key(|span| overlap(span)).map(|span| span.kind)
}

fn shown(kind: SpanKind) -> (char, Tone) {
    KINDS.iter().find(|known| known.0 == kind).map_or((' ', Tone::Plain), |known| (known.1, known.2))
}

/// How long each kind was, under its look: the bar's figures as text, in as many lines as they need.
fn legend(day: &Timeline, scale: &Scale, style: &Style, columns: usize) -> Vec<String> {
    let (from, to) = (scale.from, scale.at(scale.columns()));
    let (mut lines, mut used) = (vec![String::new()], 0);
    for (kind, look, tone) in KINDS {
        let seconds = day.seconds(from, to, kind);
        if seconds == 0 {
            continue;
        }
        let text = text::spent(kind, seconds);
        let width = text.width() + 3;
        if used + width > columns {
            lines.push(String::new());
            used = 0;
        }
        used += width + 2;
        let entry = format!("{} {}", style.paint(tone, &look.to_string()), style.paint(Tone::Quiet, &text));
        if let Some(line) = lines.last_mut() {
            *line += &(entry + "   ");
        }
    }
    lines
}

/// How an outcome looks.
fn mark(outcome: Option<Outcome>) -> (char, Tone) {
    match outcome {
        None => ('▷', Tone::Plain),
        Some(Outcome::Taken) => ('●', Tone::Good),
        Some(Outcome::Natural) => ('◆', Tone::Good),
        Some(Outcome::Skipped) => ('○', Tone::Not),
        Some(Outcome::Missed) => ('◇', Tone::Not),
        Some(Outcome::Excused) => ('–', Tone::Call),
        Some(Outcome::Cancelled) => ('×', Tone::Quiet),
    }
}

/// The breaks: when each fell due, how it ended, what else is known, which is below where it does not fit beside.
pub(super) fn list(breaks: &[TimelineBreak], style: &Style, columns: usize) -> Vec<String> {
    let several = breaks.windows(2).any(|two| two[0].reminder != two[1].reminder);
    let longest = breaks.iter().map(|it| it.reminder.width()).max().unwrap_or(0);
    let names = longest.min(NAME).min(columns.saturating_sub(BEFORE + OUTCOMES + 1));
    let lines = |it: &TimelineBreak| {
        let (mark, tone) = mark(it.outcome);
        let reminder = if several { pad(&cut(&it.reminder, names), names + 1) } else { String::new() };
        let ended = style.paint(tone, &it.ended) + &pad("", OUTCOMES.saturating_sub(it.ended.width()));
        let head =
            format!("{}  {} {ended}{reminder}", text::clock(it.due.time()), style.paint(tone, &mark.to_string()));
        let beside = BEFORE + OUTCOMES + reminder.width();
        let below = columns.saturating_sub(beside) < it.detail.width().min(LEAST_BESIDE);
        let indent = if below { BEFORE } else { beside };
        let mut told = wrap(&it.detail, columns - indent).into_iter().map(|line| style.paint(Tone::Quiet, &line));
        let first = if below { head } else { head + &told.next().unwrap_or_default() };
        let rest: Vec<String> = told.map(|line| pad("", indent) + &line).collect();
        std::iter::once(first).chain(rest)
    };
    breaks.iter().flat_map(lines).collect()
}
