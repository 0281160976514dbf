//! The keyboard's place: how it is seen, kept in sight, and let go. Owns the ring around what has it.

use super::theme::{Ink, ROUND};
use eframe::egui::{Context, CornerRadius, Response, Stroke, StrokeKind, Theme, Ui};

/// Between what has the keyboard and its ring: it is seen on any filling.
const APART: f32 = 2.0;
/// The ring's width.
const WIDTH: f32 = 2.0;

/// Draws the ring around what has the keyboard, whatever that is. Called once a frame, when all is drawn.
pub fn show(ctx: &Context) {
    let Some(response) = ctx.memory(eframe::egui::Memory::focused).and_then(|id| ctx.read_response(id)) else { return };
    let (own, seen) = (response.rect, response.interact_rect);
    let edge = APART + 2.0 * WIDTH;
    // A place that scrolls cuts off what is beyond its edge, but never the ring of what is seen as a whole.
    let clip = if seen.contains_rect(own) { own } else { seen };
    let painter = ctx.layer_painter(response.layer_id).with_clip_rect(clip.expand(edge));
    let stroke = Stroke::new(WIDTH, Ink::of(ctx.theme() == Theme::Dark).text);
    painter.rect_stroke(own.expand(APART), CornerRadius::same(ROUND), stroke, StrokeKind::Outside);
}

/// Draws the ring around what has the keyboard; `round` is how round that itself is.
pub fn ring(ui: &Ui, response: &Response, round: u8) {
    if response.has_focus() {
        let stroke = Stroke::new(WIDTH, Ink::of(ui.visuals().dark_mode).text);
        let round = CornerRadius::same(round.saturating_add(2));
        ui.painter().rect_stroke(response.rect.expand(APART), round, stroke, StrokeKind::Outside);
    }
}

/// Scrolls to what has just got the keyboard.
pub fn follow(response: &Response) {
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
}

/// Nothing has the keyboard any more: what comes next begins at its top, and no key that is still down presses anything.
pub fn release(ctx: &Context) {
    ctx.memory_mut(|memory| memory.focused().into_iter().for_each(|id| memory.surrender_focus(id)));
}
