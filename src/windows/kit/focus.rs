//! The keyboard's place: how it is seen, kept in sight, and let go. Owns the ring around what has it.

use super::theme::{Ink, ROUND};
use eframe::egui::style::ScrollAnimation;
use eframe::egui::{Context, CornerRadius, Id, Stroke, StrokeKind, Theme, Ui};

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

/// Nothing has the keyboard any more: what comes next begins at its top, and no key that is still down presses anything.
pub fn release(ctx: &Context) {
    ctx.memory_mut(|memory| memory.focused().into_iter().for_each(|id| memory.surrender_focus(id)));
}

/// Scrolls to what has just got the keyboard where the page hides some of it; called within what scrolls, after all of it.
pub fn keep_in_sight(ui: &Ui) {
    let (key, focused) = (Id::unique("focused before"), ui.memory(eframe::egui::Memory::focused));
    if ui.data(|data| data.get_temp::<Option<Id>>(key)).flatten() == focused {
        return;
    }
    ui.data_mut(|data| data.insert_temp(key, focused));
    let Some(response) = focused.and_then(|id| ui.ctx().read_response(id)) else { return };
    // What is clipped lies in what scrolls; the rail never does.
    if !response.interact_rect.contains_rect(response.rect) {
        let whole = response.rect.expand(APART + 2.0 * WIDTH);
        ui.scroll_to_rect_animation(whole, None, ScrollAnimation::none());
    }
}
