//! Bars, one below the other: how much of something there is, each with its name and its figure. Owns their places.

use super::{font, named, say, widest};
use crate::text::list;
use crate::windows::kit::theme::Ink;
use eframe::egui::accesskit::Role;
use eframe::egui::{Align2, Color32, FontId, Painter, Rect, Sense, Stroke, Ui, pos2, vec2};

/// Between a name, its bar and its figure.
const GAP: f32 = 12.0;
/// A bar's height, and what its goal's mark stands out.
const HIGH: f32 = 10.0;
const MARK: f32 = 4.0;
/// A bar with less room than this stands below its name and figure.
const LEAST: f32 = 96.0;
/// What is there at all is seen, however little it is.
const SPECK: f32 = 3.0;
/// A row's height, in those of its letters.
const ROW: f32 = 2.0;

/// One bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// What it is of; nothing where the chart has this one alone.
    pub name: String,
    /// Its part of the whole length, 0 to 1; none where too little is known for a length.
    pub part: Option<f32>,
    /// Its figure.
    pub value: String,
    /// The figure stands above the chart already: it is said here, and not written.
    pub unwritten: bool,
}

/// Bars of one chart.
#[derive(Clone, Copy, Debug)]
pub struct Bars<'a> {
    /// What they are of.
    pub name: &'a str,
    /// Each of them.
    pub bars: &'a [Bar],
    /// Where the goal is, 0 to 1.
    pub goal: Option<f32>,
}

/// Where the parts of a bar stand in its row.
struct Columns {
    names: f32,
    values: f32,
    /// The bar has no room between its name and its figure.
    below: bool,
}

impl Bars<'_> {
    /// Draws them as wide as there is room.
    pub fn show(&self, ui: &mut Ui) {
        let (font, room) = (font(ui), ui.available_width());
        let names = widest(ui, self.bars.iter().map(|bar| bar.name.as_str()), &font);
        let values = widest(ui, self.bars.iter().filter(|bar| !bar.unwritten).map(|bar| bar.value.as_str()), &font);
        let columns = Columns { names, values, below: room < names + values + LEAST + 2.0 * GAP };
        named(ui, self.name, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for bar in self.bars {
                self.row(ui, bar, &columns, &font);
            }
        });
    }

    fn row(&self, ui: &mut Ui, bar: &Bar, columns: &Columns, font: &FontId) {
        let ink = Ink::of(ui.visuals().dark_mode);
        let high = font.size * ROW;
        let height = if columns.below { high + HIGH + GAP } else { high };
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
        let said = list([&bar.name, &bar.value].into_iter().filter(|part| !part.is_empty()));
        say(ui, response, Role::Row, &said);
        let painter = ui.painter();
        let line = rect.top() + high / 2.0;
        let write = |x: f32, align, text: &str| painter.text(pos2(x, line), align, text, font.clone(), ink.text);
        write(rect.left(), Align2::LEFT_CENTER, &bar.name);
        let value = if bar.unwritten { "" } else { bar.value.as_str() };
        let (from, to, middle) = if columns.below {
            write(rect.right(), Align2::RIGHT_CENTER, value);
            (rect.left(), rect.right(), rect.top() + high + HIGH / 2.0)
        } else {
            write(rect.right() - columns.values, Align2::LEFT_CENTER, value);
            let beside = |width: f32| if width > 0.0 { width + GAP } else { 0.0 };
            (rect.left() + beside(columns.names), rect.right() - beside(columns.values), line)
        };
        let track = Rect::from_x_y_ranges(from..=to, middle - HIGH / 2.0..=middle + HIGH / 2.0);
        draw(painter, track, bar.part, self.goal, ink);
    }
}

/// A bar on its track, with the goal marked.
fn draw(painter: &Painter, track: Rect, part: Option<f32>, goal: Option<f32>, ink: Ink) {
    let at = |part: f32| track.left() + track.width() * part.clamp(0.0, 1.0);
    painter.rect_filled(track, HIGH / 2.0, ink.line);
    if let Some(part) = part.filter(|part| *part > 0.0) {
        let filled = track.with_max_x(at(part).max(track.left() + SPECK));
        painter.rect_filled(filled, HIGH / 2.0, ink.accent);
    }
    if let Some(goal) = goal {
        let line = track.expand2(vec2(0.0, MARK)).y_range();
        // On paper of its own: it is seen on the bar as beside it.
        stroke(painter, at(goal), line, 4.0, ink.paper);
        stroke(painter, at(goal), line, 2.0, ink.text);
    }
}

fn stroke(painter: &Painter, x: f32, line: eframe::egui::Rangef, width: f32, colour: Color32) {
    painter.vline(x, line, Stroke::new(width, colour));
}
