//! The names beside a body, each with its figure and the line to its area. Owns their places: in the order of what they name,
//! and never one on another.

use super::anatomy::{Facing, place};
use super::{BodyArea, LEAD};
use crate::windows::kit::theme::Ink;
use eframe::egui::text::LayoutJob;
use eframe::egui::{Align, Align2, FontId, Galley, Painter, Pos2, Rangef, Rect, Stroke, Ui, Vec2, pos2, vec2};
use std::sync::Arc;

/// Between a figure and its name.
pub(super) const BESIDE: f32 = 8.0;
/// The least height of a name with its figure, in that of its letters; and what is free above and below it together.
const ROW: f32 = 2.0;
const FREE: f32 = 6.0;
/// Between a line and the figure that it leads to.
const SHORT: f32 = 6.0;
/// The end of a line.
const DOT: f32 = 2.0;

/// What all names share.
pub(super) struct Sizes {
    /// A body's.
    pub(super) body: Vec2,
    /// How wide the figures are.
    pub(super) values: f32,
    /// How wide the names may be.
    pub(super) names: f32,
    pub(super) font: FontId,
}

/// A name with its figure.
pub(super) struct Label {
    /// Which area it names, of all.
    pub(super) area: usize,
    name: Arc<Galley>,
    value: String,
    /// It stands at the left of the body.
    left: bool,
    /// Where the line reaches it: the end of its figure that is next to the body.
    at: Pos2,
    /// Where its area is.
    anchor: Option<Pos2>,
    place: Rect,
}

/// On which body the name of an area stands.
pub(super) fn facing(word: &str) -> Facing {
    place(word).and_then(|site| site.seen.first().copied()).unwrap_or(Facing::Back)
}

/// How high these are below each other.
pub(super) fn height(labels: &[Label]) -> f32 {
    labels.iter().map(|label| label.place.height()).sum()
}

impl Label {
    /// The name of an area, which stands at the left of the body or at its right.
    pub(super) fn of(ui: &Ui, at: usize, area: &BodyArea, left: bool, sizes: &Sizes) -> Self {
        let ink = Ink::of(ui.visuals().dark_mode);
        let mut job = LayoutJob::simple(area.name.clone(), sizes.font.clone(), ink.text, sizes.names);
        job.halign = if left { Align::RIGHT } else { Align::LEFT };
        let name = ui.painter().layout_job(job);
        let size = vec2(sizes.values + BESIDE + name.size().x, (name.size().y + FREE).max(sizes.font.size * ROW));
        let place = Rect::from_min_size(Pos2::ZERO, size);
        Self { area: at, name, value: area.value.clone(), left, at: Pos2::ZERO, anchor: None, place }
    }

    /// What of the screen is it.
    pub(super) fn place(&self) -> Rect {
        self.place
    }

    /// Draws it with its line; the one that is looked at stands out.
    pub(super) fn draw(&self, painter: &Painter, lit: bool, sizes: &Sizes, ink: Ink) {
        let towards = if self.left { -1.0 } else { 1.0 };
        if let Some(anchor) = self.anchor {
            let (width, colour) = if lit { (2.0, ink.text) } else { (1.0, ink.soft) };
            let end = self.at - vec2(SHORT * towards, 0.0);
            painter.line_segment([anchor, end], Stroke::new(width, colour));
            painter.circle(anchor, DOT, ink.text, Stroke::new(1.0, ink.paper));
        }
        // Figures end below each other on both sides.
        let (value, name) = if self.left {
            (self.at.x, self.at.x - sizes.values - BESIDE)
        } else {
            (self.at.x + sizes.values, self.at.x + sizes.values + BESIDE)
        };
        painter.text(pos2(value, self.at.y), Align2::RIGHT_CENTER, &self.value, sizes.font.clone(), ink.text);
        painter.galley(pos2(name, self.at.y - self.name.size().y / 2.0), Arc::clone(&self.name), ink.text);
    }
}

/// Gives names their places beside the edge of a body, within these heights. `see` is where a point of the body is seen.
pub(super) fn lay(labels: &mut [Label], areas: &[BodyArea], edge: f32, within: Rangef, see: impl Fn([f32; 2]) -> Pos2) {
    for label in labels.iter_mut() {
        let from = if label.left { -1.0 } else { 1.0 };
        let site = areas.get(label.area).and_then(|area| place(&area.word));
        label.anchor = site.map(|site| see(site.piece.edge(from)));
        // What is nowhere stands last.
        label.at = pos2(edge + LEAD * from, label.anchor.map_or(within.max, |anchor| anchor.y));
    }
    labels.sort_by(|a, b| a.at.y.total_cmp(&b.at.y));
    spread(labels, within);
    for label in labels {
        let size = label.place.size();
        let x = if label.left { label.at.x - size.x } else { label.at.x };
        label.place = Rect::from_min_size(pos2(x, label.at.y - size.y / 2.0), size);
    }
}

/// Moves names, which are in their order, as far apart as they are high, and as little as can be: those that would lie on
/// each other go to both sides of where they belong.
fn spread(labels: &mut [Label], within: Rangef) {
    // What a name is moved by is what is left of its height once those above it have theirs.
    let mut above = 0.0;
    let mut runs: Vec<(f32, f32)> = Vec::new();
    for label in labels.iter() {
        let height = label.place.height();
        runs.push((label.at.y - above - height / 2.0, 1.0));
        above += height;
        while let [.., (before, count), (last, more)] = runs.as_slice()
            && before > last
        {
            let all = count + more;
            let run = ((before * count + last * more) / all, all);
            runs.truncate(runs.len() - 2);
            runs.push(run);
        }
    }
    let latest = (within.max - above).max(within.min);
    let moved =
        runs.iter().flat_map(|(by, count)| (0_u8..).map(f32::from).take_while(move |at| at < count).map(|_| *by));
    let mut above = 0.0;
    for (label, by) in labels.iter_mut().zip(moved) {
        let height = label.place.height();
        label.at.y = by.clamp(within.min, latest) + above + height / 2.0;
        above += height;
    }
}
