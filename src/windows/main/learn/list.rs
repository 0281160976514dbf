//! The list of what there is to read, and what is found in it. Owns how both look; never what counts as found.

use crate::learn::{FoundPage, FoundPlace, Page};
use crate::text::learn as text;
use crate::windows::kit::button;
use crate::windows::kit::paragraph::paragraph;
use crate::windows::kit::theme::Ink;
use eframe::egui::accesskit::Role;
use eframe::egui::text::{LayoutJob, TextFormat};
use eframe::egui::{Align, Button, Layout, Response, RichText, TextStyle, Ui, UiBuilder, WidgetText, vec2};

/// Free space beside the letters of a row.
const BESIDE: f32 = 8.0;

/// What was chosen: a page, and a block of it.
pub(super) type Chosen = (usize, Option<usize>);

/// Shows all pages; the one that was chosen.
pub(super) fn all(ui: &mut Ui, pages: &[Page]) -> Option<Chosen> {
    let mut chosen = None;
    rows(ui, |ui| {
        for (at, page) in pages.iter().enumerate() {
            if row(ui, page.title.as_str()).clicked() {
                chosen = Some((at, None));
            }
        }
    });
    chosen
}

/// Shows the pages in which something was found, with the places; what was chosen.
pub(super) fn found(ui: &mut Ui, pages: &[Page], found: &[FoundPage]) -> Option<Chosen> {
    if found.is_empty() {
        paragraph(ui, RichText::new(text::none_found()).weak());
    }
    let mut chosen = None;
    rows(ui, |ui| {
        for one in found {
            let Some(page) = pages.get(one.page) else { continue };
            if row(ui, page.title.as_str()).clicked() {
                chosen = Some((one.page, None));
            }
            for place in &one.places {
                if row(ui, job(ui, place)).clicked() {
                    chosen = Some((one.page, Some(place.block)));
                }
            }
            ui.add_space(8.0);
        }
    });
    chosen
}

/// The way back to the list; whether it was taken.
pub(super) fn way_back(ui: &mut Ui) -> bool {
    button::back(ui, &text::all_pages())
}

fn rows(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    // A row has no edge: its letters begin where those of the title do.
    let room = ui.available_rect_before_wrap().expand2(vec2(BESIDE, 0.0));
    let rows = UiBuilder::new().max_rect(room).layout(Layout::top_down_justified(Align::LEFT));
    ui.scope_builder(rows, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.spacing_mut().button_padding.x = BESIDE;
        add(ui);
    });
}

/// One line that leads somewhere.
fn row(ui: &mut Ui, text: impl Into<WidgetText>) -> Response {
    let response = ui.add(Button::new(text.into()).frame_when_inactive(false).wrap());
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_role(Role::Link));
    response
}

/// A place with what was found marked.
fn job(ui: &Ui, place: &FoundPlace) -> LayoutJob {
    let ink = Ink::of(ui.visuals().dark_mode);
    let font = TextStyle::Small.resolve(ui.style());
    let mut job = LayoutJob::default();
    for (text, colour) in [(&place.before, ink.soft), (&place.word, ink.accent), (&place.after, ink.soft)] {
        job.append(text, 0.0, TextFormat::simple(font.clone(), colour));
    }
    job
}
