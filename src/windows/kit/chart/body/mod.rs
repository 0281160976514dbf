//! The body from before and from behind: how often each area was moved. Owns its shades, the names beside it and the lines
//! that lead from one to the other; where an area lies is `anatomy`'s.
//!
//! A name leads the keyboard to its area, and the pointer finds the name of the area that it is on.

mod anatomy;
mod labels;
mod paint;

use super::{font, measure, named, say, widest};
use crate::text::list;
use crate::windows::kit::rove::Rove;
use crate::windows::kit::theme::Ink;
use anatomy::Facing;
use eframe::egui::accesskit::Role;
use eframe::egui::{Rect, Response, Sense, Ui, pos2, vec2};
use labels::{Label, Sizes};

/// The body's height, in points.
const HIGH: f32 = 320.0;
/// Between a body and the figures beside it: what the lines cross.
const LEAD: f32 = 32.0;
/// Above both bodies.
const ABOVE: f32 = 8.0;
/// Between the two bodies, and between what stands below each other.
const GAP: f32 = 24.0;
/// Names have at least this room beside two bodies; where there is less, these stand below each other.
const NAMES: f32 = 144.0;

/// One area.
#[derive(Clone, Debug, PartialEq)]
pub struct BodyArea {
    /// The library's word for it, by which its place is known.
    pub word: String,
    /// What it is called.
    pub name: String,
    /// How often it was moved.
    pub value: String,
    /// The same as a part of the most, 0 to 1.
    pub part: f32,
}

/// A body with its areas.
#[derive(Clone, Copy, Debug)]
pub struct BodyChart<'a> {
    /// What it shows.
    pub name: &'a str,
    /// What was moved; the rest of the body is plain.
    pub areas: &'a [BodyArea],
}

/// One body on the screen, with the names beside it.
struct Side {
    facing: Facing,
    /// Where the body stands.
    body: Rect,
    labels: Vec<Label>,
}

impl BodyChart<'_> {
    /// Draws it as wide as there is room.
    pub fn show(&self, ui: &mut Ui) {
        let font = font(ui);
        let values = widest(ui, self.areas.iter().map(|area| area.value.as_str()), &font);
        let body = vec2(HIGH * anatomy::WIDE / anatomy::HIGH, HIGH);
        let fixed = body.x + LEAD + values + labels::BESIDE;
        let room = ui.available_width();
        let beside = room >= 2.0 * (fixed + NAMES) + GAP;
        let column = if beside { (room - GAP) / 2.0 } else { room };
        let measures = Sizes { body, values, names: column - fixed, font };
        named(ui, self.name, |ui| {
            ui.add_space(ABOVE);
            let mut sides = [Facing::Front, Facing::Back].map(|facing| {
                let labels = self.areas.iter().enumerate().filter(|(_, area)| labels::facing(&area.word) == facing);
                let labels = labels
                    .map(|(at, area)| Label::of(ui, at, area, beside && facing == Facing::Front, &measures))
                    .collect();
                Side { facing, body: Rect::ZERO, labels }
            });
            let heights = [0, 1].map(|at| labels::height(&sides[at].labels).max(HIGH));
            let height = if beside { heights[0].max(heights[1]) } else { heights[0] + GAP + heights[1] };
            let (all, response) = ui.allocate_exact_size(vec2(room, height), Sense::hover());
            for (at, side) in sides.iter_mut().enumerate() {
                let second = measure(at);
                let (left, top) =
                    if beside { (second * (column + GAP), 0.0) } else { (0.0, second * (heights[0] + GAP)) };
                let place = Rect::from_min_size(all.min + vec2(left, top), vec2(column, heights[at]));
                side.lay(self.areas, place, beside && at == 0, &measures);
            }
            self.draw(ui, &sides, response, &measures);
        });
    }

    fn draw(&self, ui: &mut Ui, sides: &[Side; 2], response: Response, measures: &Sizes) {
        let ink = Ink::of(ui.visuals().dark_mode);
        let lit = self.walk(ui, sides).or_else(|| self.pointed(sides, response));
        for side in sides {
            paint::plain(ui.painter(), side.body, ink);
            for area in self.areas {
                paint::area(ui.painter(), side.body, side.facing, area, ink);
            }
            if let Some(area) = lit.and_then(|at| self.areas.get(at)) {
                paint::lit(ui.painter(), side.body, side.facing, &area.word, ink);
            }
            for label in &side.labels {
                label.draw(ui.painter(), lit == Some(label.area), measures, ink);
            }
        }
    }

    /// The names as stops of the keyboard; the area whose name has it or is under the pointer.
    fn walk(&self, ui: &Ui, sides: &[Side; 2]) -> Option<usize> {
        let all = || sides.iter().flat_map(|side| &side.labels);
        let count = all().count();
        let rove = Rove::among(ui, ui.scope_id().with(self.name), count, 0);
        let mut lit = None;
        for (at, label) in all().enumerate() {
            let response = ui.interact(label.place(), rove.id(at), rove.sense(ui, at));
            rove.heed(ui, at, 1, &response, |_| true);
            let area = self.areas.get(label.area)?;
            let response = say(ui, response, Role::Row, &said(area));
            if response.hovered() || (lit.is_none() && response.has_focus()) {
                lit = Some(label.area);
            }
        }
        lit
    }

    /// The area under the pointer, which is said there.
    fn pointed(&self, sides: &[Side; 2], response: Response) -> Option<usize> {
        let pointer = response.hover_pos()?;
        let word = sides.iter().find_map(|side| {
            let at = paint::from(side.body, pointer);
            let hit = |site: &&anatomy::Site| site.seen.contains(&side.facing) && site.piece.holds(at);
            anatomy::SITES.iter().find(hit).map(|site| site.word)
        })?;
        let at = self.areas.iter().position(|area| area.word == word)?;
        response.on_hover_text_at_pointer(said(&self.areas[at]));
        Some(at)
    }
}

/// An area with its figure, in words.
fn said(area: &BodyArea) -> String {
    list([&area.name, &area.value])
}

impl Side {
    /// Gives the body and its names their places; these stand at its left or at its right.
    fn lay(&mut self, areas: &[BodyArea], place: Rect, left: bool, measures: &Sizes) {
        let x = if left { place.right() - measures.body.x } else { place.left() };
        self.body = Rect::from_min_size(pos2(x, place.center().y - measures.body.y / 2.0), measures.body);
        let body = self.body;
        let edge = if left { body.left() } else { body.right() };
        labels::lay(&mut self.labels, areas, edge, place.y_range(), |point| paint::at(body, point));
    }
}
