//! The pages' pictures: lines of one width on a field of twenty by twenty. Owns their shapes alone.

use super::MainPage;
use eframe::egui::{Color32, Painter, Pos2, Rect, Stroke, vec2};

/// The field's edge.
const FIELD: f32 = 20.0;
/// A line's width.
const LINE: f32 = 1.6;

/// Draws a page's picture in this square.
pub(super) fn draw(painter: &Painter, page: MainPage, square: Rect, colour: Color32) {
    let pen = Pen { painter, square, colour };
    match page {
        MainPage::Today => today(&pen),
        MainPage::Review => review(&pen),
        MainPage::Exercises => exercises(&pen),
        MainPage::Settings => settings(&pen),
        MainPage::Learn => learn(&pen),
        MainPage::About => about(&pen),
    }
}

/// Draws on the field.
struct Pen<'a> {
    painter: &'a Painter,
    square: Rect,
    colour: Color32,
}

impl Pen<'_> {
    fn unit(&self) -> f32 {
        self.square.width() / FIELD
    }

    fn at(&self, (x, y): (f32, f32)) -> Pos2 {
        self.square.min + vec2(x, y) * self.unit()
    }

    fn stroke(&self) -> Stroke {
        Stroke::new(LINE * self.unit(), self.colour)
    }

    fn line(&self, points: &[(f32, f32)]) {
        self.painter.line(points.iter().map(|point| self.at(*point)).collect(), self.stroke());
    }

    fn circle(&self, middle: (f32, f32), radius: f32) {
        self.painter.circle_stroke(self.at(middle), radius * self.unit(), self.stroke());
    }

    fn dot(&self, middle: (f32, f32), radius: f32) {
        self.painter.circle_filled(self.at(middle), radius * self.unit(), self.colour);
    }
}

/// A clock.
fn today(pen: &Pen<'_>) {
    pen.circle((10.0, 10.0), 8.0);
    pen.line(&[(10.0, 5.5), (10.0, 10.0), (13.5, 12.0)]);
}

/// Three bars on the ground.
fn review(pen: &Pen<'_>) {
    pen.line(&[(2.0, 17.5), (18.0, 17.5)]);
    for (x, top) in [(5.0, 11.0), (10.0, 7.0), (15.0, 3.0)] {
        pen.line(&[(x, 17.5), (x, top)]);
    }
}

/// Somebody with the arms up.
fn exercises(pen: &Pen<'_>) {
    pen.dot((10.0, 5.0), 2.4);
    pen.line(&[(3.5, 3.0), (6.0, 8.0), (10.0, 9.5), (14.0, 8.0), (16.5, 3.0)]);
    pen.line(&[(10.0, 9.5), (10.0, 13.0)]);
    pen.line(&[(6.0, 18.5), (10.0, 13.0), (14.0, 18.5)]);
}

/// Three sliders.
fn settings(pen: &Pen<'_>) {
    for (y, knob) in [(4.5, 13.0), (10.0, 6.0), (15.5, 11.0)] {
        pen.line(&[(2.0, y), (18.0, y)]);
        pen.dot((knob, y), 2.4);
    }
}

/// An open book.
fn learn(pen: &Pen<'_>) {
    pen.line(&[(10.0, 5.5), (6.5, 3.5), (2.0, 3.5), (2.0, 15.5), (6.5, 15.5), (10.0, 17.5)]);
    pen.line(&[(10.0, 5.5), (13.5, 3.5), (18.0, 3.5), (18.0, 15.5), (13.5, 15.5), (10.0, 17.5)]);
    pen.line(&[(10.0, 5.5), (10.0, 17.5)]);
}

/// A letter i in a circle.
fn about(pen: &Pen<'_>) {
    pen.circle((10.0, 10.0), 8.0);
    pen.line(&[(10.0, 9.0), (10.0, 14.5)]);
    pen.dot((10.0, 6.2), 1.2);
}
