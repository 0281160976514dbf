//! Keys that mean the same in every window that is read. Owns which they are; what has the keyboard comes first.

use eframe::egui::style::ScrollAnimation;
use eframe::egui::{Key, Modifiers, TextStyle, Ui, vec2};

/// What one press of an arrow scrolls, in lines; a page keeps one line of what was seen.
const LINES: f32 = 3.0;
/// Farther than any page is long.
const ALL: f32 = 1e9;

/// Where to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// To the next page of the list.
    Next,
    /// To the one before it in the list.
    Previous,
    /// To where one came from.
    Back,
    /// Out: the window closes.
    Close,
}

/// What was pressed to turn the page, wherever the keyboard is.
pub fn turn(ui: &mut Ui) -> Option<Turn> {
    const TURNS: [(Modifiers, Key, Turn); 7] = [
        (Modifiers::CTRL, Key::PageDown, Turn::Next),
        (Modifiers::CTRL, Key::PageUp, Turn::Previous),
        (Modifiers::ALT, Key::ArrowLeft, Turn::Back),
        (Modifiers::NONE, Key::Backspace, Turn::Back),
        (Modifiers::NONE, Key::Escape, Turn::Close),
        (Modifiers::CTRL, Key::W, Turn::Close),
        (Modifiers::CTRL, Key::Q, Turn::Close),
    ];
    pressed(ui, &TURNS)
}

/// How far a page is to be scrolled.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Scroll {
    /// By so many lines.
    Lines(f32),
    /// By so many times what is seen.
    Pages(f32),
    /// To its top.
    Top,
    /// To its end.
    End,
}

/// What was pressed to scroll the page, while nothing has the keyboard that wants these keys itself.
pub fn scroll(ui: &mut Ui) -> Option<Scroll> {
    const SCROLLS: [(Modifiers, Key, Scroll); 8] = [
        (Modifiers::NONE, Key::ArrowDown, Scroll::Lines(LINES)),
        (Modifiers::NONE, Key::ArrowUp, Scroll::Lines(-LINES)),
        (Modifiers::SHIFT, Key::Space, Scroll::Pages(-1.0)),
        (Modifiers::NONE, Key::Space, Scroll::Pages(1.0)),
        (Modifiers::NONE, Key::PageDown, Scroll::Pages(1.0)),
        (Modifiers::NONE, Key::PageUp, Scroll::Pages(-1.0)),
        (Modifiers::NONE, Key::Home, Scroll::Top),
        (Modifiers::NONE, Key::End, Scroll::End),
    ];
    if ui.memory(|memory| memory.focused().is_some()) { None } else { pressed(ui, &SCROLLS) }
}

/// What was pressed to turn the page, in a window in which much is written and set: Escape only lets go of what has the
/// keyboard, and Backspace is left to what is being written.
pub fn turn_here(ui: &mut Ui) -> Option<Turn> {
    const TURNS: [(Modifiers, Key, Turn); 5] = [
        (Modifiers::CTRL, Key::PageDown, Turn::Next),
        (Modifiers::CTRL, Key::PageUp, Turn::Previous),
        (Modifiers::ALT, Key::ArrowLeft, Turn::Back),
        (Modifiers::CTRL, Key::W, Turn::Close),
        (Modifiers::CTRL, Key::Q, Turn::Close),
    ];
    pressed(ui, &TURNS)
}

fn pressed<T: Copy>(ui: &mut Ui, keys: &[(Modifiers, Key, T)]) -> Option<T> {
    ui.input_mut(|input| {
        keys.iter().find(|(modifiers, key, _)| input.consume_key(*modifiers, *key)).map(|(_, _, meant)| *meant)
    })
}

impl Scroll {
    /// Scrolls the area around here.
    pub fn apply(self, ui: &Ui) {
        let line = ui.text_style_height(&TextStyle::Body);
        let page = ui.clip_rect().height();
        let by = match self {
            Self::Lines(lines) => lines * line,
            Self::Pages(pages) => pages * (page - line).max(line),
            Self::Top => -ALL,
            Self::End => ALL,
        };
        // At once: each step of an animation is a frame to be drawn.
        ui.scroll_with_delta_animation(vec2(0.0, -by), ScrollAnimation::none());
    }
}
