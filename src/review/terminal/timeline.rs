//! Today as a bar of half-hours, with the breaks at their times below it and a list of them.

use crate::engine::instance::{Instance, Outcome, SpanKind};
use crate::engine::moment::Stamp;
use crate::ledger::Span;
use crate::review::period::Review;
use crate::style::{Style, Tone, cut, pad, wrap};
use crate::text::review as text;
use chrono::{TimeDelta, Timelike};
use unicode_width::UnicodeWidthStr;

/// What each kind of time looks like and is called.
const KINDS: [(SpanKind, char, Tone, &str); 4] = [
    (SpanKind::Active, '█', Tone::Own, "desk"),
    (SpanKind::Call, '▓', Tone::Call, "call"),
    (SpanKind::Meeting, '▒', Tone::Call, "meeting"),
    (SpanKind::Paused, '░', Tone::Own, "paused"),
];
/// What being away looks like.
const AWAY: (char, Tone, &str) = ('·', Tone::Quiet, "away");

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
    fn of(review: &Review, rows: &[&Instance], columns: usize) -> Option<Self> {
        let there = |span: &&Span| shown(span.kind).0 != AWAY.0 && shown(span.kind).0 != ' ';
        let present = || review.today.iter().filter(there);
        let first = present().map(|span| span.from).chain(rows.iter().map(|row| row.due)).min()?;
        let last = present().map(|span| span.to).chain(rows.iter().map(|row| row.due)).max()?;
        let half = |time: Stamp| i64::from(time.minute() % 30) * 60 + i64::from(time.second());
        let from = first - TimeDelta::seconds(half(first));
        let halves = usize::try_from((last - from).num_seconds() / 1800 + 1).unwrap_or(1).min(columns);
        Some(Self { from, halves, each: (columns / halves).clamp(1, 3) })
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

/// The bar, the marks and the legend; nothing for a day without anything.
pub(super) fn bar(review: &Review, rows: &[&Instance], style: &Style, columns: usize) -> Option<Vec<String>> {
    let scale = Scale::of(review, rows, columns)?;
    let kinds: Vec<(char, Tone)> = (0..scale.columns())
        .map(|column| most(&review.today, scale.at(column), scale.at(column + 1)).map_or((' ', Tone::Plain), shown))
        .collect();
    let mut marks = vec![(' ', Tone::Plain); scale.columns()];
    for row in rows {
        marks[scale.column(row.start.unwrap_or(row.due))] = mark(row);
    }
    let mut lines =
        vec![style.paint(Tone::Quiet, &scale.ruler()), style.paint_cells(&kinds), style.paint_cells(&marks)];
    lines.extend(legend(review, &scale, style, columns));
    Some(lines)
}

/// The kind that fills most of the time between.
fn most(spans: &[Span], from: Stamp, to: Stamp) -> Option<SpanKind> {
    let overlap = |span: &Span| (span.to.min(to) - span.from.max(from)).num_seconds();
    let inside = spans.iter().filter(|span| overlap(span) > 0);
    inside.max_by_key(|span| overlap(span)).map(|span| span.kind)
}

fn shown(kind: SpanKind) -> (char, Tone) {
    match kind {
        SpanKind::NotRunning => (' ', Tone::Plain),
        SpanKind::Asleep | SpanKind::Locked | SpanKind::Idle => (AWAY.0, AWAY.1),
        SpanKind::Call | SpanKind::Meeting | SpanKind::Paused | SpanKind::Active => {
            KINDS.iter().find(|known| known.0 == kind).map_or((' ', Tone::Plain), |known| (known.1, known.2))
        }
    }
}

/// How long each kind was, under its look: the bar's figures as text, in as many lines as they need.
fn legend(review: &Review, scale: &Scale, style: &Style, columns: usize) -> Vec<String> {
    let (from, to) = (scale.from, scale.at(scale.columns()));
    let inside = |span: &Span| Span { from: span.from.max(from), to: span.to.min(to), ..*span }.seconds();
    let sum = |look: char| review.today.iter().filter(|span| shown(span.kind).0 == look).map(inside).sum::<u32>();
    let (mut lines, mut used) = (vec![String::new()], 0);
    for (look, tone, name) in KINDS.iter().map(|kind| (kind.1, kind.2, kind.3)).chain([AWAY]) {
        let seconds = sum(look);
        let text = format!("{name} {}   ", text::duration(seconds));
        if seconds == 0 {
            continue;
        }
        if used + text.width() > columns {
            lines.push(String::new());
            used = 0;
        }
        used += text.width() + 2;
        let entry = format!("{} {}", style.paint(tone, &look.to_string()), style.paint(Tone::Quiet, text.trim_end()));
        if let Some(line) = lines.last_mut() {
            *line += &(entry + "   ");
        }
    }
    lines
}

/// How an outcome looks.
fn mark(row: &Instance) -> (char, Tone) {
    match row.outcome {
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
pub(super) fn list(review: &Review, rows: &[&Instance], style: &Style, columns: usize) -> Vec<String> {
    let several = rows.windows(2).any(|two| two[0].reminder != two[1].reminder);
    let longest = rows.iter().map(|row| row.reminder.width()).max().unwrap_or(0);
    let names = longest.min(NAME).min(columns.saturating_sub(BEFORE + OUTCOMES + 1));
    let lines = |row: &&Instance| {
        let (mark, tone) = mark(row);
        let name = row.exercise.as_ref().map(|id| review.names.get(id).map_or(id.as_str(), String::as_str));
        let reminder = if several { pad(&cut(&row.reminder, names), names + 1) } else { String::new() };
        let outcome = text::outcome(row);
        let outcome = style.paint(tone, outcome) + &pad("", OUTCOMES.saturating_sub(outcome.width()));
        let head = format!("{}  {} {outcome}{reminder}", row.due.format("%H:%M"), style.paint(tone, &mark.to_string()));
        let detail = text::detail(row, name);
        let beside = BEFORE + OUTCOMES + reminder.width();
        let below = columns.saturating_sub(beside) < detail.width().min(LEAST_BESIDE);
        let indent = if below { BEFORE } else { beside };
        let mut told = wrap(&detail, columns - indent).into_iter().map(|line| style.paint(Tone::Quiet, &line));
        let first = if below { head } else { head + &told.next().unwrap_or_default() };
        let rest: Vec<String> = told.map(|line| pad("", indent) + &line).collect();
        std::iter::once(first).chain(rest)
    };
    rows.iter().flat_map(lines).collect()
}
