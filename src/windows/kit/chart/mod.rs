//! Charts: figures as pictures. Owns how each kind is drawn and named for those who do not see it, and its table. Colours say
//! nothing that a shape or a length does not say too. Knows no record; every figure comes with its words.

pub mod bars;
pub mod body;
pub mod cells;
pub mod marks;
pub mod table;

use eframe::egui::accesskit::Role;
use eframe::egui::{FontId, Response, TextStyle, Ui, UiBuilder, WidgetInfo};

/// A chart by this name: a table for those who hear it, whatever it looks like.
fn named<T>(ui: &mut Ui, name: &str, add: impl FnOnce(&mut Ui) -> T) -> T {
    ui.scope_builder(UiBuilder::new().accessibility_role(Role::Table).accessibility_label(name), add).inner
}

/// Names one figure of a chart; under the pointer it is said as well.
fn say(ui: &Ui, response: Response, role: Role, said: &str) -> Response {
    // All of what can be known of it, its place too, which many of one stop would not have otherwise.
    response.widget_info(|| WidgetInfo::labeled(role, ui.is_enabled(), said));
    response.on_hover_text(said)
}

/// The width of a text in one line.
fn width(ui: &Ui, text: &str, font: &FontId) -> f32 {
    ui.painter().layout_no_wrap(text.to_owned(), font.clone(), ui.visuals().text_color()).size().x
}

/// The widest of these texts.
fn widest<'t>(ui: &Ui, texts: impl Iterator<Item = &'t str>, font: &FontId) -> f32 {
    texts.map(|text| width(ui, text, font)).fold(0.0, f32::max)
}

/// The letters of names and figures in charts.
fn font(ui: &Ui) -> FontId {
    TextStyle::Small.resolve(ui.style())
}

/// A count as a measure.
pub(super) fn measure(count: usize) -> f32 {
    u16::try_from(count).map_or(f32::MAX, f32::from)
}
