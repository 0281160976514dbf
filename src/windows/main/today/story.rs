//! The story of a break: what was decided when and why, and the person's own word on it. Owns its look.

use crate::engine::instance::Outcome;
use crate::text::today as text;
use crate::windows::kit::button;
use crate::windows::kit::paragraph::{heading, paragraph};
use crate::windows::kit::theme::{Ink, ROUND};
use crate::windows::main::context::PageContext;
use crate::windows::main::talk::{Story, TodayOrder};
use eframe::egui::{Frame, Margin, RichText, TextStyle, Ui, vec2};

/// Room for a clock time before each step.
const CLOCK: f32 = 56.0;

/// Shows it; whether it is to be closed.
pub(super) fn show(ui: &mut Ui, story: &Story, context: &PageContext<'_>) -> bool {
    let ink = Ink::of(ui.visuals().dark_mode);
    let shown = Frame::new().fill(ink.card).corner_radius(ROUND).inner_margin(Margin::same(16)).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        heading(ui, &story.title, TextStyle::Body, 3);
        if story.steps.is_empty() {
            paragraph(ui, RichText::new(text::no_story()));
        }
        for step in &story.steps {
            ui.horizontal_top(|ui| {
                ui.allocate_ui(vec2(CLOCK, 0.0), |ui| {
                    ui.set_min_width(CLOCK);
                    ui.label(RichText::new(&step.at).color(ink.soft));
                });
                paragraph(ui, RichText::new(&step.text));
            });
        }
        ui.add_space(8.0);
        ui.horizontal_wrapped(|ui| {
            if story.may_claim && button::plain(ui, &text::claim()).clicked() {
                context.order(TodayOrder::Correct { id: story.id, outcome: Outcome::Taken });
            }
            button::plain(ui, &text::close_story()).clicked()
        })
        .inner
    });
    shown.inner
}
