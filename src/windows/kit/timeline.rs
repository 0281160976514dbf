//! A day from its first thing to its last: where the person was, and its breaks as marks, of which this machine's can be
//! chosen. Owns how it is drawn, walked by keys and named; what a break came to is its model's, also in words.
//!
//! Its table is in it: each mark is called by its time, its break, what it came to and what else is known, and the times
//! below by their lengths.

use super::rove;
use super::theme::Ink;
use crate::engine::instance::{Outcome, SpanKind};
use crate::engine::moment::Stamp;
use crate::review::model::Span;
use crate::review::model::{Timeline, TimelineBreak};
use crate::text::charts::{self as text, Heading};
use crate::text::list;
use chrono::{TimeDelta, Timelike};
use eframe::egui::accesskit::Role;
use eframe::egui::{
    Align2, Color32, Id, Key, Painter, Pos2, Rect, Response, Sense, Shape, Stroke, TextStyle, Ui, UiBuilder,
    WidgetInfo, pos2, vec2,
};

/// The heights of its parts, in points: the hours, the bar, the marks.
const HOURS: f32 = 20.0;
const BAR: f32 = 24.0;
const MARKS: f32 = 28.0;
/// Half of a mark's own width.
const MARK: f32 = 6.0;
/// What can be hit of a mark.
const HIT: f32 = 24.0;
/// Hours are named this far apart, at least.
const APART: f32 = 56.0;
/// A day that has just begun is drawn as if it had this many seconds.
const LEAST: i64 = 2 * 3600;

/// The kinds of time, in the order of the legend.
const KINDS: [SpanKind; 5] = [SpanKind::Active, SpanKind::Call, SpanKind::Meeting, SpanKind::Paused, SpanKind::Idle];

/// From times to places.
struct Scale {
    from: Stamp,
    seconds: i64,
    left: f32,
    width: f32,
}

impl Scale {
    fn x(&self, at: Stamp) -> f32 {
        #[expect(clippy::cast_precision_loss, reason = "seconds of a day")]
        let part = (at - self.from).num_seconds().clamp(0, self.seconds) as f32 / self.seconds as f32;
        self.left + part * self.width
    }

    /// The whole hours that are named, each with its place.
    fn hours(&self) -> impl Iterator<Item = (Stamp, f32)> {
        let into = i64::from(self.from.minute()) * 60 + i64::from(self.from.second());
        let first = self.from + TimeDelta::seconds((3600 - into) % 3600);
        let all = (0..).map(move |hour| first + TimeDelta::hours(hour));
        let mut last = f32::NEG_INFINITY;
        let end = self.from + TimeDelta::seconds(self.seconds);
        all.take_while(move |at| *at <= end).map(|at| (at, self.x(at))).filter(move |(_, x)| {
            let named = x - last >= APART;
            last = if named { *x } else { last };
            named
        })
    }
}

/// Shows it as wide as there is room. The break that was chosen now; `chosen` was before.
pub fn show(ui: &mut Ui, day: &Timeline, chosen: Option<u64>) -> Option<u64> {
    let named = UiBuilder::new().accessibility_role(Role::Group).accessibility_label(text::heading(Heading::Timeline));
    ui.scope_builder(named, |ui| {
        let size = vec2(ui.available_width(), HOURS + BAR + MARKS);
        let (_, place) = ui.allocate_space(size);
        let seconds = (day.to - day.from).num_seconds().max(LEAST);
        // At both ends half a mark may stand out, into the free space around the page.
        let scale = Scale { from: day.from, seconds, left: place.left(), width: place.width() };
        let bar = Rect::from_min_size(pos2(place.left(), place.top() + HOURS), vec2(place.width(), BAR));
        hours(ui, &scale, bar);
        for span in &day.spans {
            stretch(ui, span, &scale, bar);
        }
        let picked = marks(ui, day, &scale, bar.bottom() + MARKS / 2.0, chosen);
        legend(ui, day);
        picked
    })
    .inner
}

fn hours(ui: &Ui, scale: &Scale, bar: Rect) {
    let (ink, font) = (Ink::of(ui.visuals().dark_mode), TextStyle::Small.resolve(ui.style()));
    let right = scale.left + scale.width;
    for (at, x) in scale.hours() {
        // Half of "00:00" must have room on both sides.
        let half = font.size * 1.4;
        let x_text = x.clamp(scale.left + half, right - half);
        ui.painter().text(
            pos2(x_text, bar.top() - 2.0),
            Align2::CENTER_BOTTOM,
            text::clock(at.time()),
            font.clone(),
            ink.soft,
        );
    }
}

fn stretch(ui: &Ui, span: &Span, scale: &Scale, bar: Rect) {
    let (from, to) = (scale.x(span.from), scale.x(span.to));
    // What is shorter than a point is seen all the same.
    let place = Rect::from_min_max(pos2(from, bar.top()), pos2(to.max(from + 1.0), bar.bottom()));
    swatch(ui.painter(), span.kind, place, Ink::of(ui.visuals().dark_mode));
}

/// How each kind of time looks: by its colour, and by its height and filling.
fn swatch(painter: &Painter, kind: SpanKind, place: Rect, ink: Ink) {
    let filled = |part: f32, colour: Color32| {
        let top = place.bottom() - place.height() * part;
        painter.rect_filled(Rect::from_min_max(pos2(place.left(), top), place.max), 0.0, colour);
    };
    match kind {
        SpanKind::Active => filled(1.0, ink.accent),
        SpanKind::Call => {
            filled(1.0, ink.quiet);
            stripes(painter, place, ink.paper);
        }
        SpanKind::Meeting => filled(0.67, ink.quiet),
        SpanKind::Paused => filled(0.33, ink.soft),
        SpanKind::Idle | SpanKind::Locked | SpanKind::Asleep => {
            let middle = place.center().y;
            painter.line_segment([pos2(place.left(), middle), pos2(place.right(), middle)], Stroke::new(2.0, ink.soft));
        }
        SpanKind::NotRunning => {}
    }
}

fn stripes(painter: &Painter, place: Rect, colour: Color32) {
    const STEP: f32 = 8.0;
    let painter = painter.with_clip_rect(place.intersect(painter.clip_rect()));
    let mut x = place.left() - place.height();
    while x < place.right() {
        let ends = [pos2(x, place.bottom()), pos2(x + place.height(), place.top())];
        painter.line_segment(ends, Stroke::new(2.0, colour));
        x += STEP;
    }
}

/// The marks of the breaks: one stop for the keyboard, and the arrows go from one to the next.
fn marks(ui: &mut Ui, day: &Timeline, scale: &Scale, y: f32, chosen: Option<u64>) -> Option<u64> {
    // One timeline is seen at a time, and what stands above it comes and goes.
    let id_of = |it: &TimelineBreak| Id::unique(("timeline", it.id));
    let ids: Vec<Id> = day.breaks.iter().map(id_of).collect();
    walk(ui, &ids);
    let at = |wanted: Option<Id>| ids.iter().position(|id| Some(*id) == wanted);
    let focused = at(ui.memory(eframe::egui::Memory::focused));
    let was = day.breaks.iter().position(|it| Some(it.id) == chosen);
    let stop = focused.or(was).or(ids.len().checked_sub(1));
    let mut picked = None;
    for (place, (it, id)) in day.breaks.iter().zip(&ids).enumerate() {
        let centre = pos2(scale.x(it.at), y);
        let sense = if Some(place) == stop { Sense::click() } else { Sense::CLICK };
        let response = ui.interact(Rect::from_center_size(centre, vec2(HIT, HIT)), *id, sense);
        name(ui, &response, it, Some(it.id) == chosen);
        mark(ui.painter(), centre, it.outcome, Ink::of(ui.visuals().dark_mode));
        if Some(it.id) == chosen {
            let ink = Ink::of(ui.visuals().dark_mode);
            let under = centre.y + MARK + 5.0;
            let ends = [pos2(centre.x - MARK, under), pos2(centre.x + MARK, under)];
            ui.painter().line_segment(ends, Stroke::new(2.0, ink.text));
        }
        if response.on_hover_text(called(it)).clicked() && !it.elsewhere {
            picked = Some(it.id);
        }
    }
    picked
}

/// Goes from the mark that has the keyboard to another.
fn walk(ui: &mut Ui, ids: &[Id]) {
    let Some(at) = ids.iter().position(|id| ui.memory(|memory| memory.has_focus(*id))) else { return };
    let last = ids.len() - 1;
    let keys = [
        (Key::ArrowLeft, at.saturating_sub(1)),
        (Key::ArrowRight, (at + 1).min(last)),
        (Key::Home, 0),
        (Key::End, last),
    ];
    if let Some(to) = rove::pressed(ui, ids[at], &keys) {
        ui.memory_mut(|memory| memory.request_focus(ids[to]));
    }
}

fn name(ui: &Ui, response: &Response, it: &TimelineBreak, chosen: bool) {
    // The story of another machine's break is told there.
    response.widget_info(|| WidgetInfo::labeled(Role::Button, !it.elsewhere, called(it)));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(chosen));
}

/// A row of its table in one line.
fn called(it: &TimelineBreak) -> String {
    let row = [text::clock(it.due.time()), it.reminder.clone(), it.ended.clone(), it.detail.clone()];
    list(row.into_iter().filter(|cell| !cell.is_empty()))
}

/// How an outcome looks: filled is a break that was had, hollow is one that was not, and the rest counts neither way.
pub fn mark(painter: &Painter, at: Pos2, outcome: Option<Outcome>, ink: Ink) {
    let line = |colour| Stroke::new(2.0, colour);
    let diamond = || [vec2(0.0, -MARK), vec2(MARK, 0.0), vec2(0.0, MARK), vec2(-MARK, 0.0)].map(|by| at + by).to_vec();
    let cross = |a: f32, b: f32, colour| painter.line_segment([at + vec2(-MARK, a), at + vec2(MARK, b)], line(colour));
    match outcome {
        Some(Outcome::Taken) => drop(painter.circle_filled(at, MARK, ink.accent)),
        Some(Outcome::Natural) => drop(painter.add(Shape::convex_polygon(diamond(), ink.accent, Stroke::NONE))),
        Some(Outcome::Skipped) => drop(painter.circle_stroke(at, MARK - 1.0, line(ink.due))),
        Some(Outcome::Missed) => drop(painter.add(Shape::closed_line(diamond(), line(ink.due)))),
        Some(Outcome::Excused) => drop(cross(0.0, 0.0, ink.quiet)),
        Some(Outcome::Cancelled) => {
            cross(-MARK, MARK, ink.soft);
            cross(MARK, -MARK, ink.soft);
        }
        None => {
            let triangle = vec![at + vec2(-MARK, -MARK), at + vec2(MARK, 0.0), at + vec2(-MARK, MARK)];
            painter.add(Shape::closed_line(triangle, line(ink.text)));
        }
    }
}

/// How long each kind of time was, beside its look.
fn legend(ui: &mut Ui, day: &Timeline) {
    ui.horizontal_wrapped(|ui| {
        for kind in KINDS {
            let seconds = day.seconds(day.from, day.to, kind);
            if seconds > 0 {
                let (_, place) = ui.allocate_space(vec2(16.0, 12.0));
                swatch(ui.painter(), kind, place, Ink::of(ui.visuals().dark_mode));
                ui.small(text::spent(kind, seconds));
            }
        }
    });
}
