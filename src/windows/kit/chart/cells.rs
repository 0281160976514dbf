//! Cells in rows and columns, each filled as far as it is so. Owns their places and sizes; what does not fit beside the rest
//! is another block below. Never what one means.

use super::{font, measure, named, say, widest};
use crate::windows::kit::rove::Rove;
use crate::windows::kit::theme::Ink;
use eframe::egui::accesskit::Role;
use eframe::egui::{Align2, FontId, Painter, Rect, Sense, Stroke, StrokeKind, Ui, pos2, vec2};

/// Between two cells, and how round one is.
const GAP: f32 = 3.0;
const ROUND: u8 = 3;
/// No cell is smaller.
const LEAST: f32 = 16.0;
/// No cell is wider, nor higher.
const WIDEST: f32 = 48.0;
const HIGHEST: f32 = 24.0;
/// Between the names of the rows and their cells.
const BESIDE: f32 = 10.0;
/// Between the names of two columns.
const APART: f32 = 4.0;
/// A line of names, in the height of its letters.
const NAMES: f32 = 1.6;

/// How a cell looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Level {
    /// There is nothing.
    Nothing,
    /// There is too little for a level: a dot.
    Few,
    /// So much of it, 0 to 1: filled from below.
    Part(f32),
}

/// One cell.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// How it looks.
    pub level: Level,
    /// Where it stands and what it holds, in words; nothing where there is nothing to say.
    pub said: String,
}

/// Cells of one chart.
#[derive(Clone, Copy, Debug)]
pub struct Cells<'a> {
    /// What they are of.
    pub name: &'a str,
    /// The names of the columns; not all of them are written where there is little room.
    pub columns: &'a [String],
    /// The names of the rows.
    pub rows: &'a [String],
    /// The cells of each column, from the first row on.
    pub cells: &'a [Vec<Cell>],
    /// A cell can be chosen.
    pub open: bool,
}

/// Sizes that all blocks share.
struct Sizes {
    names: f32,
    cell: eframe::egui::Vec2,
    /// Columns of a block.
    each: usize,
    font: FontId,
}

impl Sizes {
    fn of(ui: &Ui, cells: &Cells<'_>) -> Self {
        let font = font(ui);
        let names = widest(ui, cells.rows.iter().map(String::as_str), &font) + BESIDE;
        let room = (ui.available_width() - names).max(LEAST);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few dozen")]
        let fits = ((room / LEAST) as usize).max(1);
        // Blocks of one width: none is left with a few columns.
        let columns = cells.columns.len().max(1);
        let each = columns.div_ceil(columns.div_ceil(fits));
        let wide = (room / measure(each)).clamp(LEAST, WIDEST);
        Self { names, cell: vec2(wide, wide.min(HIGHEST)), each, font }
    }
}

impl Cells<'_> {
    /// Draws them; the column and the row of the one that was chosen.
    pub fn show(&self, ui: &mut Ui) -> Option<(usize, usize)> {
        let sizes = Sizes::of(ui, self);
        let rows = self.rows.len().max(1);
        let mut chosen = None;
        named(ui, self.name, |ui| {
            let rove = Rove::among(ui, ui.scope_id().with(self.name), self.cells.len() * rows, self.last(rows));
            for from in (0..self.columns.len()).step_by(sizes.each) {
                let block = from..self.columns.len().min(from + sizes.each);
                let height = sizes.font.size * NAMES + sizes.cell.y * measure(rows);
                let width = sizes.names + sizes.cell.x * measure(block.len());
                let (rect, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
                self.names(ui.painter(), rect, block.clone(), &sizes);
                for column in block {
                    for row in 0..rows {
                        let place = sizes.place(rect, column - from, row);
                        if self.cell(ui, place, rove, (column, row)) {
                            chosen = Some((column, row));
                        }
                    }
                }
            }
        });
        chosen
    }

    /// The cell at this place, if it has something to say.
    fn at(&self, column: usize, row: usize) -> Option<&Cell> {
        self.cells.get(column)?.get(row).filter(|cell| !cell.said.is_empty())
    }

    /// Where the keyboard comes to first: the last one that has anything.
    fn last(&self, rows: usize) -> usize {
        let holds = |at: &usize| self.at(at / rows, at % rows).is_some_and(|cell| cell.level != Level::Nothing);
        (0..self.cells.len() * rows).rev().find(holds).unwrap_or(0)
    }

    /// The names above a block and at its left.
    fn names(&self, painter: &Painter, block: Rect, columns: std::ops::Range<usize>, sizes: &Sizes) {
        let soft = Ink::of(painter.ctx().global_style().visuals.dark_mode).soft;
        let line = block.top() + sizes.font.size * NAMES / 2.0;
        let mut free = block.left();
        for (at, name) in self.columns[columns].iter().enumerate() {
            let x = sizes.place(block, at, 0).left();
            if x >= free {
                let written = painter.text(pos2(x, line), Align2::LEFT_CENTER, name, sizes.font.clone(), soft);
                free = written.right() + APART;
            }
        }
        for (at, name) in self.rows.iter().enumerate() {
            let at = pos2(block.left(), sizes.place(block, 0, at).center().y);
            painter.text(at, Align2::LEFT_CENTER, name, sizes.font.clone(), soft);
        }
    }

    /// One cell; whether it was chosen.
    fn cell(&self, ui: &Ui, place: Rect, rove: Rove, (column, row): (usize, usize)) -> bool {
        let Some(cell) = self.cells.get(column).and_then(|cells| cells.get(row)) else { return false };
        let ink = Ink::of(ui.visuals().dark_mode);
        draw(ui.painter(), place.shrink(GAP / 2.0), cell.level, ink);
        if cell.said.is_empty() {
            return false;
        }
        let rows = self.rows.len().max(1);
        let at = column * rows + row;
        let sense = if self.open { rove.sense(ui, at) } else { Sense::hover() };
        let response = ui.interact(place, rove.id(at), sense);
        if self.open {
            rove.heed(ui, at, rows, &response, |to| self.at(to / rows, to % rows).is_some());
        }
        say(ui, response, if self.open { Role::Button } else { Role::Cell }, &cell.said).clicked()
    }
}

impl Sizes {
    /// The cell at this place of a block.
    fn place(&self, block: Rect, column: usize, row: usize) -> Rect {
        let corner = block.min + vec2(self.names, self.font.size * NAMES);
        Rect::from_min_size(corner + self.cell * vec2(measure(column), measure(row)), self.cell)
    }
}

fn draw(painter: &Painter, place: Rect, level: Level, ink: Ink) {
    let edge = |colour| {
        painter.rect_stroke(place, ROUND, Stroke::new(1.0, colour), StrokeKind::Inside);
    };
    match level {
        Level::Nothing => edge(ink.line),
        Level::Few => {
            edge(ink.soft);
            painter.circle_filled(place.center(), 2.0, ink.soft);
        }
        Level::Part(part) => {
            let top = place.bottom() - place.height() * part.clamp(0.0, 1.0);
            if part > 0.0 {
                painter.rect_filled(place.with_min_y(top), ROUND, ink.accent);
            }
            edge(ink.soft);
        }
    }
}
