//! The guide's buttons, always on screen: what each says, which key presses it, and how a row is shared. Owns nothing of what
//! follows from them.

use crate::text::guide as text;
use crate::windows::WindowEvent;
use crate::windows::kit::button::KeyButton;
use crate::windows::kit::focus;
use crate::windows::kit::paragraph::paragraph;
use crate::windows::kit::theme::Ink;
use eframe::egui::{Align, Key, Layout, RichText, Ui, vec2};

/// Between two buttons.
const SPACE: f32 = 8.0;

type Button<'a> = (KeyButton<'a>, WindowEvent);

/// The buttons, of a break or of a practice, with what was hidden there; which was pressed.
pub(super) fn show(ui: &mut Ui, of_break: bool, hidden: Option<&str>, wide: f32) -> Option<WindowEvent> {
    let act = |text, key, main, said| (KeyButton { text, key, main }, said);
    let (done, swap, hurt, hurt_short, close) =
        (text::done(), text::swap(), text::hurt(), text::hurt_short(), text::close());
    let close = act(&close, Key::Escape, false, WindowEvent::Close);
    ui.spacing_mut().item_spacing = vec2(SPACE, SPACE);
    if !of_break {
        return row(ui, &[close], wide);
    }
    let undone = hidden.and_then(|hidden| undo(ui, hidden, wide));
    let done = act(&done, Key::D, true, WindowEvent::Done);
    let swap = act(&swap, Key::S, false, WindowEvent::Swap);
    let mut hurt = act(&hurt, Key::H, false, WindowEvent::Hurt);
    if hurt.0.width(ui) + close.0.width(ui) + SPACE > wide {
        hurt.0.text = &hurt_short;
    }
    let first = row(ui, &[done, swap], wide);
    let second = row(ui, &[hurt, close], wide);
    let said = undone.or(first).or(second);
    if said == Some(WindowEvent::Hurt) {
        // The next one must not be hidden by a key that is still down.
        focus::release(ui.ctx());
    }
    said
}

/// Buttons beside each other, each with its own width and the same share of what is left.
fn row(ui: &mut Ui, buttons: &[Button<'_>], wide: f32) -> Option<WindowEvent> {
    let widths: Vec<f32> = buttons.iter().map(|button| button.0.width(ui)).collect();
    let count = f32::from(u8::try_from(buttons.len()).unwrap_or(1));
    let left = (wide - SPACE * (count - 1.0) - widths.iter().sum::<f32>()).max(0.0) / count;
    let mut said = None;
    ui.horizontal(|ui| {
        for ((act, says), width) in buttons.iter().zip(widths) {
            if act.show(ui, width + left) {
                said = Some(says.clone());
            }
        }
    });
    said
}

/// What was hidden, said where it was pressed, and the way back.
fn undo(ui: &mut Ui, hidden: &str, wide: f32) -> Option<WindowEvent> {
    let act = KeyButton { text: &text::undo(), key: Key::U, main: false };
    let (width, ink) = (act.width(ui), Ink::of(ui.visuals().dark_mode));
    ui.horizontal(|ui| {
        ui.with_layout(Layout::top_down(Align::LEFT), |ui| {
            ui.set_width(wide - width - SPACE);
            paragraph(ui, RichText::new(hidden).small().color(ink.text));
        });
        act.show(ui, width).then_some(WindowEvent::Undo)
    })
    .inner
}
